import { problemOf } from '../core/errors.js';
import type { Challenge } from '../core/challenge.js';
import type { ChallengeState } from '../core/machines/challenge.js';
import type { Ceremony } from '../ports/backend.js';
import type { WebAuthnPort } from '../ports/platform.js';
import type { ChallengeController } from './challenge-controller.js';

type Options = Ceremony<PublicKeyCredentialRequestOptionsJSON>;

/**
 * A passkey as the proof.
 *
 * Owns: a ceremony that is ready before the click, since nothing may be awaited between the click and the browser's dialog
 * (Safari wants the gesture); a new one after each use and when it grows too old. Does not own: the dialog.
 */
export class PasskeyController {
  readonly #challenge: ChallengeController;
  readonly #webauthn: WebAuthnPort;
  #ready: Options | undefined;
  #preparing: Promise<void> | undefined;
  #stale: ReturnType<typeof setTimeout> | undefined;

  constructor(challenge: ChallengeController, webauthn: WebAuthnPort) {
    this.#challenge = challenge;
    this.#webauthn = webauthn;
    challenge.subscribe((state, previous) => {
      // A ceremony is good for its challenge alone, and for one use.
      if (challengeOf(state) !== challengeOf(previous)) this.#drop();
      if (previous.status !== 'asking') void this.prepare();
    });
  }

  /** Whether a click opens the dialog. */
  get ready(): boolean {
    return this.#ready !== undefined;
  }

  /** Gets a ceremony, if there is none and the passkey is asked for. Called when the button appears. */
  async prepare(): Promise<void> {
    if (this.#ready || !this.#isAsked) return;
    await (this.#preparing ??= this.#begin());
    // What was under way was for a challenge that has ended meanwhile.
    const { state } = this.#challenge;
    if (!this.#ready && this.#preparing === undefined && state.status === 'asking' && !state.trouble)
      await this.prepare();
  }

  /** The click. Without a ceremony it gets one, and the person clicks again. */
  async use(): Promise<void> {
    if (!this.#isAsked) return;
    const ceremony = this.#ready;
    if (!ceremony) return this.#prepareAnew();
    this.#drop();
    const { signal } = this.#challenge.call;
    const dialog = this.#webauthn.get(ceremony.options, signal);
    this.#challenge.dispatch({ type: 'prompting' });
    const result = await dialog;
    if (signal.aborted) return;
    switch (result.is) {
      case 'done':
        await this.#challenge.spend({ kind: 'passkey', ceremony: ceremony.id, credential: result.credential });
        break;
      case 'impossible':
        console.error(`mfa-elements: ${result.developer}`);
        this.#challenge.hinder({ code: 'passkey-refused' });
        break;
      default:
        this.#challenge.dispatch({ type: 'told', news: 'not-finished' });
    }
  }

  get #isAsked(): boolean {
    const { call, state } = this.#challenge;
    return !call.signal.aborted && state.status === 'asking' && state.offer?.kind === 'passkey';
  }

  /** What stood in the way is not said any longer than it does. */
  async #prepareAnew(): Promise<void> {
    await this.prepare();
    const { state } = this.#challenge;
    if (this.ready && state.status === 'asking' && state.trouble) this.#challenge.choose(state.offer);
  }

  async #begin(): Promise<void> {
    const { call, port, state } = this.#challenge;
    try {
      const ceremony = await port.preparePasskey(call);
      if (call.signal.aborted || challengeOf(this.#challenge.state) !== challengeOf(state)) return;
      this.#ready = ceremony;
      this.#expire(ceremony);
    } catch (error) {
      this.#preparing = undefined;
      // Where the person has gone to another way, it is nobody's trouble.
      if (!call.signal.aborted && this.#isAsked) await this.#challenge.fail(problemOf(error));
    } finally {
      this.#preparing = undefined;
    }
  }

  #drop(): void {
    this.#ready = undefined;
    clearTimeout(this.#stale);
  }

  /** The server's instant against this browser's clock: a clock that is wrong makes a ceremony old too soon or refused, never more. */
  #expire({ expiresAt }: Options): void {
    if (expiresAt === 'unknown') return;
    const left = Math.max(expiresAt - Date.now(), SOONEST);
    if (left > LATEST) return;
    this.#stale = setTimeout(() => {
      this.#drop();
      void this.prepare();
    }, left);
  }
}

const challengeOf = (state: ChallengeState): Challenge | undefined =>
  'challenge' in state ? state.challenge : undefined;

const SOONEST = 30_000;
/** Longer than any ceremony lives, and within what a timer can count. */
const LATEST = 3_600_000;
