import { MfaError, problemOf, type MfaProblem } from '../core/errors.js';
import { readFactorName } from '../core/factor-name.js';
import type { Instant } from '../core/factor.js';
import { passkeyEnrollmentMachine, type PasskeyEnrollmentEvent } from '../core/machines/passkey-enrollment.js';
import {
  groundFor,
  isAsking,
  mayGoBack,
  obstacleTo,
  type KeyKind,
  type PasskeyEnrollmentState,
} from '../core/passkey-enrollment.js';
import type { Call, FactorsPort, MfaBackend, PasskeysPort } from '../ports/backend.js';
import type { WebAuthnPort } from '../ports/platform.js';
import { mendableAtProof } from './code-steps.js';
import { KeyList } from './key-list.js';
import { proofFirst } from './privileged.js';
import { ReadyCeremony } from './ready-ceremony.js';
import { checkAgain, KeyRegistration, refuse, rename } from './register-key.js';

/** Also called when the button becomes ready: then both states are one. */
export type PasskeyEnrollmentListener = (state: PasskeyEnrollmentState, previous: PasskeyEnrollmentState) => void;

export interface PasskeyEnrollmentOptions {
  readonly webauthn: WebAuthnPort;
  /** [passkey] */
  readonly kind?: KeyKind;
  /** Whether the help team has just taken every factor away. The browser is told of no list then: see `KeyList`. [false] */
  readonly afterReset?: boolean;
  /** [Date.now] */
  readonly now?: () => Instant;
}

/**
 * Leads one person through setting up a passkey or a security key.
 *
 * Owns: the order of calls, a ceremony that is ready before the click, and that there is one at most; that what the dialog made
 * is sent once for one click. Does not own: the dialog, the proof that it's them (`StepUpController`), words.
 */
export class PasskeyEnrollmentController {
  readonly #backend: MfaBackend;
  readonly #port: PasskeysPort;
  readonly #webauthn: WebAuthnPort;
  readonly #now: () => Instant;
  readonly list: KeyList;
  readonly factors: FactorsPort | undefined;
  readonly #listeners = new Set<PasskeyEnrollmentListener>();
  readonly #registration: KeyRegistration;
  readonly #ceremony: ReadyCeremony<PublicKeyCredentialCreationOptionsJSON>;
  #kind: KeyKind;
  #state: PasskeyEnrollmentState = { status: 'loading' };
  #life = new AbortController();
  #dialog = new AbortController();
  /** The proof was given just now: no clock is asked. */
  #isFresh = false;

  constructor(backend: MfaBackend, options: PasskeyEnrollmentOptions) {
    const { webauthn, kind = 'passkey', afterReset = false, now = Date.now } = options;
    const { id, passkeys, factors } = backend;
    if (!passkeys?.kinds.length)
      throw new MfaError({ code: 'misconfigured', developer: `The backend "${id}" takes no passkeys.` });
    this.#backend = backend;
    this.#port = passkeys;
    this.#webauthn = webauthn;
    this.#kind = kind;
    this.#now = now;
    this.factors = factors;
    this.list = new KeyList(backend, afterReset ? null : webauthn, now);
    this.#registration = new KeyRegistration(this, passkeys);
    this.#ceremony = new ReadyCeremony({
      begin: () => this.#begin(),
      isWanted: () => isAsking(this.#state) && !this.#state.first && !this.#registration.held,
      onReady: () => this.#tell(this.#state),
      onFailure: (problem) => refuse(this, problem),
    });
  }

  get state(): PasskeyEnrollmentState {
    return this.#state;
  }

  /** Whether a click leads on at once: to the dialog, to the proof that comes first, or to what is still to be sent. */
  get ready(): boolean {
    return this.#ceremony.ready || this.#registration.held || (isAsking(this.#state) && this.#state.first !== null);
  }

  /** Whether the server takes this kind. */
  readonly takes = (kind: KeyKind): boolean => this.#port.kinds.some((one) => one.kind === kind);

  /** Tells of each change. Returns the way to stop. */
  subscribe(listener: PasskeyEnrollmentListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Finds out what the browser can do, from the start.
   * @param kind what to set up; where the server does not take it, the first kind that it takes
   */
  async load(kind: KeyKind = this.#kind): Promise<void> {
    this.stop();
    this.#kind = kind;
    this.#life = new AbortController();
    const { signal } = this.#life;
    const { supported, allowed } = this.#webauthn;
    const deviceCan = supported && (await this.#webauthn.deviceCan().catch(() => false));
    const ground = groundFor(this.#port.kinds, kind);
    if (signal.aborted || !ground) return;
    const obstacle = obstacleTo(ground.kind, { supported, allowed, deviceCan });
    if (!obstacle) this.list.read(this.call);
    this.dispatch({ type: 'loaded', ground, obstacle });
  }

  /** Ends the dialog, and drops every answer that is to come. What has left is not called back. */
  stop(): void {
    this.#life.abort();
    this.#drop();
    this.#isFresh = false;
    this.dispatch({ type: 'loading' });
  }

  /**
   * The click. Without a ceremony it gets one, and the person clicks again.
   * @param typed the name, where the server wants one first
   */
  async use(typed = ''): Promise<void> {
    const { state } = this;
    if (!isAsking(state)) return;
    const read = state.ground.naming === 'required' ? readFactorName(typed) : { name: null };
    if ('code' in read) return this.dispatch({ type: 'hindered', trouble: read });
    if (this.#registration.held) return this.#registration.sendHeld(read.name);
    if (state.first) return this.dispatch({ type: 'proof-needed', ...state.first });
    const ceremony = this.#ceremony.take();
    if (!ceremony) return this.#prepareAnew();
    const { signal } = (this.#dialog = new AbortController());
    const dialog = this.#webauthn.create(ceremony.options, signal);
    this.dispatch({ type: 'prompting' });
    const result = await dialog;
    if (signal.aborted) return;
    switch (result.is) {
      case 'done':
        return this.#registration.send({ ceremony, credential: result.credential, name: read.name });
      case 'impossible':
        console.error(`mfa-elements: ${result.developer}`);
        return this.dispatch({ type: 'hindered', trouble: { code: 'impossible' } });
      default:
        return this.dispatch({ type: result.is });
    }
  }

  /** Asks what the account has, and nothing else; where that can't be told, back to the start. */
  async checkAgain(): Promise<void> {
    if (this.#state.status !== 'unsure') return;
    if (this.#state.canCheck) await checkAgain(this, this.#state.ground.kind);
    else this.back();
  }

  /** "Continue" beside the name. Gives whether the person goes on: what they typed is kept, or was no change. */
  async rename(typed: string): Promise<boolean> {
    return this.#state.status === 'naming' && rename(this, this.#state, typed);
  }

  /** To the screen that begins, with nothing changed. Ends a dialog that is open. */
  back(): void {
    if (!mayGoBack(this.#state)) return;
    this.#drop();
    this.dispatch({ type: 'back' });
  }

  /** It was confirmed that it's them; what they wanted waits for their click. */
  proved(): void {
    this.#isFresh = true;
    this.dispatch({ type: 'proved' });
  }

  /** The click that gives the password with the call. Gives what the person can mend where they typed it, or null. */
  readonly withPassword = async (password: string): Promise<MfaProblem | null> => {
    if (this.#state.status !== 'proving') return null;
    const { kind } = this.#state.ground;
    const { signal } = this.call;
    try {
      if (this.#registration.held) await this.#registration.sendWith(password);
      else await this.#prepareWith(password, kind);
    } catch (error) {
      if (signal.aborted) return null;
      const problem = problemOf(error);
      const mendable = mendableAtProof(problem);
      if (mendable) return mendable;
      if (this.#registration.held) this.#registration.afterFailure(problem);
      else refuse(this, problem);
    }
    return null;
  };

  get call(): Call {
    return { signal: this.#life.signal };
  }

  /** What stood in the way is not said any longer than it does. */
  async #prepareAnew(): Promise<void> {
    await this.#ceremony.prepare();
    if (this.ready && isAsking(this.#state) && this.#state.trouble) this.dispatch({ type: 'cleared' });
  }

  /** A proof that is missing is asked for by the person's click, not before. */
  async #begin() {
    const call = this.call;
    // Who enrolls before there is a session has none to ask about: the action itself is asked.
    const first = this.#isFresh ? null : await proofFirst(this.#backend, this.#now(), call).catch(() => null);
    this.#isFresh = false;
    try {
      if (first) throw new MfaError({ code: 'step-up-required', need: first.need });
      return await this.#port.prepare(isAsking(this.#state) ? this.#state.ground.kind : this.#kind, call);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === 'step-up-required' && !call.signal.aborted)
        this.dispatch({ type: 'proof-first', need: problem.need, until: first?.until ?? null });
      throw error;
    }
  }

  async #prepareWith(password: string, kind: KeyKind): Promise<void> {
    const { call } = this;
    const made = await this.#port.prepare(kind, { ...call, stepUp: { password } });
    if (call.signal.aborted) return;
    this.#ceremony.put(made);
    this.dispatch({ type: 'proved' });
  }

  #drop(): void {
    this.#dialog.abort();
    this.#ceremony.drop();
    this.#registration.drop();
  }

  dispatch(event: PasskeyEnrollmentEvent): void {
    const previous = this.#state;
    this.#state = passkeyEnrollmentMachine(previous, event);
    if (this.#state === previous) return;
    this.#tell(previous);
    // A ceremony is good for one use: there is another whenever the button comes back.
    if (isAsking(this.#state) && !isAsking(previous)) void this.#ceremony.prepare();
  }

  #tell(previous: PasskeyEnrollmentState): void {
    for (const listener of [...this.#listeners]) listener(this.#state, previous);
  }
}
