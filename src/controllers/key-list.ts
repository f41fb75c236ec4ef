import { acceptedKeys, addedSince, type KeyKind } from '../core/passkey-enrollment.js';
import type { Instant } from '../core/factor.js';
import { wasReset } from '../core/reset-window.js';
import type { Call, Factor, MfaBackend } from '../ports/backend.js';
import type { WebAuthnPort } from '../ports/platform.js';
import { foundKey, type FoundKey, type MadeKey } from './register-key.js';

/**
 * What the account has, before and after. Owns: telling a key that was added by an answer that was lost, and what the browser's
 * password manager is told. Reads alone.
 */
export class KeyList {
  readonly #backend: MfaBackend;
  readonly #webauthn: WebAuthnPort | null;
  readonly #now: () => Instant;
  #before: readonly Factor[] | null = null;
  #made: MadeKey | undefined;

  /** @param webauthn what tells the browser; null: it is told nothing, since after a reset the list would hide the owner's passkeys */
  constructor(backend: MfaBackend, webauthn: WebAuthnPort | null, now: () => Instant) {
    this.#backend = backend;
    this.#webauthn = webauthn;
    this.#now = now;
  }

  /** Whether it is known what the account had before. */
  get isKnown(): boolean {
    return this.#before !== null;
  }

  get mayRename(): boolean {
    return this.#backend.factors?.rename !== undefined;
  }

  /** Reads what there is before anything is sent. What comes too late may hold the new one, and is dropped. */
  read(call: Call): void {
    this.#before = null;
    this.#made = undefined;
    void this.#backend.factors?.list(call).then(
      (list) => {
        if (!this.#made && !call.signal.aborted) this.#before = list;
      },
      () => undefined,
    );
  }

  /** A key leaves for the server. */
  sent(made: MadeKey): void {
    this.#made = made;
  }

  /** The key that was added; null: none was. Throws where that can't be told. */
  async find(kind: KeyKind, call: Call): Promise<FoundKey | null> {
    const listed = (await this.#backend.factors?.list(call)) ?? [];
    const found = addedSince(this.#before ?? listed, listed, kind);
    this.#before = listed;
    if (!found) return null;
    void this.#tell(listed, call);
    return foundKey(found, this.mayRename);
  }

  /** Tells the browser which keys the account takes now, where the server's list is whole. */
  async tellBrowser(call: Call): Promise<void> {
    const made = this.#made;
    const listed = await this.#backend.factors?.list(call).catch(() => undefined);
    if (!listed || call.signal.aborted || made !== this.#made) return;
    this.#before = listed;
    await this.#tell(listed, call);
  }

  async #tell(listed: readonly Factor[], call: Call): Promise<void> {
    if (!this.#backend.factors?.complete || !this.#made) return;
    const { ceremony, credential } = this.#made;
    const { rp, user, excludeCredentials = [] } = ceremony.options;
    const excluded = excludeCredentials.map(({ id }) => id);
    const ids = acceptedKeys(excluded, credential.id, listed);
    if (rp.id === undefined || !ids) return;
    // Where nobody can say whether there was a reset, there may have been one.
    const mayHide = await this.#backend.activity?.recent(call).then(
      (recent) => wasReset(recent, this.#now()),
      () => true,
    );
    if (!mayHide) await this.#webauthn?.tellAccepted(rp.id, user.id, ids);
  }
}
