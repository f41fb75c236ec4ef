import { MfaError, problemOf, type MfaProblem } from '../core/errors.js';
import type { Instant, Known, StepUpNeed, StepUpWay } from '../core/factor.js';
import { stepUpMachine, type StepUpEvent, type StepUpState } from '../core/machines/step-up.js';
import { DEFAULT_POLICY } from '../core/policy.js';
import { readProof, stepUpWays, type TypedProof, type WayFilter } from '../core/step-up.js';
import type { Call, MfaBackend, Proof, StepUpPort } from '../ports/backend.js';
import type { WebAuthnPort } from '../ports/platform.js';
import { UNSTOPPABLE } from './calls.js';
import { ReadyCeremony } from './ready-ceremony.js';

/** Also called when the passkey's button becomes ready: then both states are one. */
export type StepUpListener = (state: StepUpState, previous: StepUpState) => void;

export interface StepUpOptions extends WayFilter {
  /** What the refused action needs. [asked of the server] */
  readonly need?: StepUpNeed;
  /** With `need`: until when the session was privileged before. [null: it was not] */
  readonly until?: Known<Instant | null>;
  /** Runs the refused action with the password in its call; gives what the person can mend here, or null. */
  readonly withCall?: (password: string) => Promise<MfaProblem | null>;
}

/**
 * Asks one person to confirm that it's them.
 *
 * Owns: the order of calls to the port, and the one call that may be under way. Does not own: the action that wanted the proof
 * (its person clicks again), or a proof, which passes through as an argument and is kept nowhere.
 */
export class StepUpController {
  readonly #backend: MfaBackend;
  readonly #options: StepUpOptions;
  readonly #listeners = new Set<StepUpListener>();
  readonly #ceremony: ReadyCeremony<PublicKeyCredentialRequestOptionsJSON>;
  #state: StepUpState = { status: 'loading' };
  #before: Known<Instant | null> = null;
  #how: StepUpNeed['how'] | undefined;
  #life = new AbortController();
  #dialog = new AbortController();

  constructor(backend: MfaBackend, options: StepUpOptions = {}) {
    this.#backend = backend;
    this.#options = options;
    this.#ceremony = new ReadyCeremony({
      begin: () => this.#port.preparePasskey(this.call),
      isWanted: () => !this.#life.signal.aborted && isPasskeyAsked(this.#state),
      onReady: () => this.#tell(this.#state),
      onFailure: (problem) => this.#dispatch({ type: 'refused', problem }),
    });
  }

  get state(): StepUpState {
    return this.#state;
  }

  /** Whether a click on the passkey's button opens the browser's dialog. */
  get passkeyReady(): boolean {
    return this.#ceremony.ready;
  }

  /** Tells of each change. Returns the way to stop. */
  subscribe(listener: StepUpListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Finds out what is needed, from the start or after a failure. */
  async load(): Promise<void> {
    this.stop();
    this.#life = new AbortController();
    this.#dispatch({ type: 'loading' });
    const { signal } = this.#life;
    try {
      const { need, ways } = await this.#need();
      if (!signal.aborted) this.#dispatch({ type: 'needed', need, ways });
    } catch (error) {
      if (!signal.aborted) this.#dispatch({ type: 'load-failed', problem: problemOf(error) });
    }
  }

  /** Drops the answers that are to come. A proof that has left is not called back. */
  stop(): void {
    this.#life.abort();
    this.#dialog.abort();
    this.#ceremony.drop();
  }

  /** Goes to another way. Ends a dialog of the browser that is open for the way before. */
  choose(way: StepUpWay): void {
    this.#dialog.abort();
    this.#dispatch({ type: 'chosen', way });
  }

  /** One gesture: what was typed is sent, once. What can't be a proof costs no attempt. */
  async submit(raw: string): Promise<void> {
    const { state } = this;
    if (state.status !== 'asking' || state.way.kind === 'passkey') return;
    const read = readProof(state.way, raw);
    if ('is' in read) return this.#dispatch({ type: 'hindered', trouble: { code: 'typed', is: read.is } });
    const { withCall } = this.#options;
    if (this.#how === 'with-call' && withCall && read.kind === 'password') await this.#act(withCall, read.password);
    else await this.#prove(read);
  }

  /** One gesture: a code is sent to the person. An answer that is lost is no reason to send another by itself. */
  async send(): Promise<void> {
    const { state } = this;
    if (state.status !== 'asking' || state.way.kind !== 'delivered-code') return;
    const call = this.call;
    this.#dispatch({ type: 'sending' });
    try {
      const delivery = await this.#port.send(state.way.id, call);
      if (!call.signal.aborted) this.#dispatch({ type: 'delivered', delivery });
    } catch (error) {
      if (!call.signal.aborted) this.#dispatch({ type: 'refused', problem: problemOf(error) });
    }
  }

  /** The click. Without a ceremony it gets one, and the person clicks again. */
  async usePasskey(webauthn: WebAuthnPort): Promise<void> {
    if (!isPasskeyAsked(this.#state)) return;
    const ceremony = this.#ceremony.take();
    if (!ceremony) return this.#prepareAnew();
    const { signal } = (this.#dialog = new AbortController());
    const dialog = webauthn.get(ceremony.options, signal);
    this.#dispatch({ type: 'prompting' });
    const result = await dialog;
    if (signal.aborted) return;
    switch (result.is) {
      case 'done':
        return this.#prove({ kind: 'passkey', ceremony: ceremony.id, credential: result.credential });
      case 'impossible':
        console.error(`mfa-elements: ${result.developer}`);
        return this.#dispatch({ type: 'hindered', trouble: { code: 'passkey-refused' } });
      default:
        return this.#dispatch({ type: 'not-finished' });
    }
  }

  /** Asks again whether the proof whose answer was lost counted. Sends no proof. */
  async checkAgain(): Promise<void> {
    if (this.#state.status === 'unsettled') await this.#settle();
  }

  /** What stood in the way is not said any longer than it does. */
  async #prepareAnew(): Promise<void> {
    await this.#ceremony.prepare();
    const { state } = this;
    if (this.passkeyReady && state.status === 'asking' && state.trouble) this.choose(state.way);
  }

  /** For a call that ends with what is under way. */
  get call(): Call {
    return { signal: this.#life.signal };
  }

  get #port(): StepUpPort {
    if (!this.#backend.stepUp) throw misconfigured('a backend with the facet stepUp');
    return this.#backend.stepUp;
  }

  async #need(): Promise<{ need: StepUpNeed; ways: readonly StepUpWay[] }> {
    const call = this.call;
    const given = this.#options.need;
    this.#before = given ? (this.#options.until ?? null) : await this.#port.privilegedUntil(call);
    const need = given ?? (await this.#port.need(call));
    this.#how = need.how;
    if (need.how === 'redirect' || need.how === 'sign-in-again') return { need, ways: [] };
    const { withCall, policy: known } = this.#options;
    if (need.how === 'with-call' && !withCall) throw misconfigured('withCall, which makes the call');
    if (need.how === 'in-place' && !this.#backend.stepUp) throw misconfigured('a backend with the facet stepUp');
    const policy = known ?? (await this.#backend.policy(call).catch(() => DEFAULT_POLICY));
    return { need, ways: stepUpWays(need, { ...this.#options, policy }) };
  }

  async #act(withCall: NonNullable<StepUpOptions['withCall']>, password: string): Promise<void> {
    const { signal } = this.#life;
    this.#dispatch({ type: 'sent' });
    const problem = await withCall(password);
    if (signal.aborted) return;
    this.#dispatch(problem ? { type: 'refused', problem } : { type: 'proved' });
  }

  async #prove(proof: TypedProof | Proof): Promise<void> {
    const { signal } = this.#life;
    this.#dispatch({ type: 'sent' });
    try {
      await this.#port.prove(proof, UNSTOPPABLE);
      if (!signal.aborted) this.#dispatch({ type: 'proved' });
    } catch (error) {
      if (!signal.aborted) await this.#afterFailure(problemOf(error));
    }
  }

  async #afterFailure(problem: MfaProblem): Promise<void> {
    switch (problem.code) {
      // None of these says that the proof was not taken: the server is asked before anything is claimed.
      case 'outcome-unknown':
      case 'bad-response':
      case 'server':
        return this.#settle();
      // Browsers send a POST again by themselves; where the server keeps no attempts, the second time reads as a wrong code.
      case 'wrong-code':
      case 'used-code': {
        const { signal } = this.#life;
        const isProved = await this.#isProved().catch(() => false);
        if (signal.aborted) return;
        return this.#dispatch(isProved ? { type: 'proved' } : { type: 'refused', problem });
      }
      default:
        this.#dispatch({ type: 'refused', problem });
    }
  }

  async #settle(): Promise<void> {
    this.#dispatch({ type: 'lost' });
    const { signal } = this.#life;
    try {
      const isProved = await this.#isProved();
      if (!signal.aborted) this.#dispatch({ type: isProved ? 'proved' : 'not-proved' });
    } catch (error) {
      if (!signal.aborted) this.#dispatch({ type: 'unsettled', problem: problemOf(error) });
    }
  }

  /** By the server's yes alone: what it can't say is none. */
  async #isProved(): Promise<boolean> {
    const until = await this.#port.privilegedUntil(this.call);
    return typeof until === 'number' && (typeof this.#before !== 'number' || until > this.#before);
  }

  #dispatch(event: StepUpEvent): void {
    const previous = this.#state;
    this.#state = stepUpMachine(previous, event);
    if (this.#state === previous) return;
    this.#tell(previous);
    // A ceremony is good for one use: there is another whenever the button comes back.
    if (isPasskeyAsked(this.#state) && !isPasskeyAsked(previous)) void this.#ceremony.prepare();
  }

  #tell(previous: StepUpState): void {
    for (const listener of [...this.#listeners]) listener(this.#state, previous);
  }
}

const isPasskeyAsked = (state: StepUpState): boolean => state.status === 'asking' && state.way.kind === 'passkey';

const misconfigured = (what: string): MfaError =>
  new MfaError({ code: 'misconfigured', developer: `To confirm that it's them takes ${what}.` });
