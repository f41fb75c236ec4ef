import type { Challenge } from '../core/challenge.js';
import type { ChallengeState } from '../core/machines/challenge.js';
import type { WebAuthnPort } from '../ports/platform.js';
import type { ChallengeController } from './challenge-controller.js';
import { ReadyCeremony } from './ready-ceremony.js';

/** A passkey as the proof. Owns: which challenge a ceremony is for, and what its end says. Does not own: the dialog. */
export class PasskeyController {
  readonly #challenge: ChallengeController;
  readonly #webauthn: WebAuthnPort;
  readonly #ceremony: ReadyCeremony<PublicKeyCredentialRequestOptionsJSON>;

  constructor(challenge: ChallengeController, webauthn: WebAuthnPort) {
    this.#challenge = challenge;
    this.#webauthn = webauthn;
    this.#ceremony = new ReadyCeremony({
      begin: () => challenge.port.preparePasskey(challenge.call),
      isWanted: () => this.#isAsked,
      onReady: () => undefined,
      onFailure: (problem) => challenge.fail(problem),
    });
    challenge.subscribe((state, previous) => {
      // A ceremony is good for its challenge alone, and for one use.
      if (challengeOf(state) !== challengeOf(previous)) this.#ceremony.drop();
      if (previous.status !== 'asking') void this.prepare();
    });
  }

  /** Whether a click opens the dialog. */
  get ready(): boolean {
    return this.#ceremony.ready;
  }

  /** Gets a ceremony, if there is none and the passkey is asked for. Called when the button appears. */
  async prepare(): Promise<void> {
    if (this.ready || !this.#isAsked) return;
    await this.#ceremony.prepare();
    // What was under way was for a challenge that has ended meanwhile.
    const { state } = this.#challenge;
    if (!this.ready && state.status === 'asking' && !state.trouble) await this.prepare();
  }

  /** The click. Without a ceremony it gets one, and the person clicks again. */
  async use(): Promise<void> {
    if (!this.#isAsked) return;
    const ceremony = this.#ceremony.take();
    if (!ceremony) return this.#prepareAnew();
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
}

const challengeOf = (state: ChallengeState): Challenge | undefined =>
  'challenge' in state ? state.challenge : undefined;
