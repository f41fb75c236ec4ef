import { parseAppCode } from '../core/app-code.js';
import { missing, type Saving } from '../core/custody.js';
import { MfaError, problemOf, type MfaProblem } from '../core/errors.js';
import type { Instant } from '../core/factor.js';
import { totpMachine, type TotpEvent } from '../core/machines/totp.js';
import { DEFAULT_POLICY, type Policy } from '../core/policy.js';
import type { TotpState } from '../core/totp-state.js';
import type { Call, MfaBackend, TotpPort } from '../ports/backend.js';
import { UNSTOPPABLE } from './calls.js';
import { isOver, mendableAtProof } from './code-steps.js';
import { Masking } from './masking.js';
import { proofFirst } from './privileged.js';
import { appsOf, readSetup, type TotpOptions } from './totp-steps.js';

export type TotpListener = (state: TotpState, previous: TotpState) => void;

/** How long picture and key stay while the page is in the background. */
const AWAY_SECONDS = 600;

/**
 * Leads one person through connecting an authenticator app.
 *
 * Owns: the order of calls to the port, that each change follows one click and is sent once, and that key and codes stand in the
 * state alone. Does not own: the state's rules (the machine), words, the DOM, or the proof that it's them (`StepUpController`).
 */
export class TotpController {
  readonly #backend: MfaBackend;
  readonly #port: TotpPort;
  readonly #options: TotpOptions;
  readonly #wiping: Masking;
  readonly #masking: Masking;
  readonly #listeners = new Set<TotpListener>();
  #state: TotpState = { status: 'loading' };
  #life = new AbortController();
  #onScreen = new AbortController();
  #policy: Policy = DEFAULT_POLICY;
  /** The apps that were there before, by which a new one is known. */
  #before: readonly string[] = [];
  #isFresh = false;
  #isCalling = false;

  constructor(backend: MfaBackend, options: TotpOptions = {}) {
    const { id, totp } = backend;
    if (!totp) throw new MfaError({ code: 'misconfigured', developer: `The backend "${id}" has no totp.` });
    this.#backend = backend;
    this.#port = totp;
    this.#options = options;
    this.#wiping = new Masking(() => this.dispatch({ type: 'away' }), this.#now);
    this.#masking = new Masking(() => this.dispatch({ type: 'masked', masked: true }), this.#now);
  }

  get #now(): () => Instant {
    return this.#options.now ?? (() => Date.now());
  }

  get state(): TotpState {
    return this.#state;
  }

  get policy(): Policy {
    return this.#policy;
  }

  /** Ends when the codes leave the screen or are masked. */
  get onScreen(): AbortSignal {
    return this.#onScreen.signal;
  }

  /** Tells of each change. Returns the way to stop. */
  subscribe(listener: TotpListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads whether there is an app already, from the start or after the page was away. Begins nothing. */
  async load(): Promise<void> {
    this.stop();
    this.#life = new AbortController();
    const { signal } = this.#life;
    const { replace } = this.#options;
    try {
      const [policy, apps] = await Promise.all([
        this.#backend.policy({ signal }).catch(() => DEFAULT_POLICY),
        replace === false ? null : appsOf(this.#backend, { signal }),
      ]);
      if (signal.aborted) return;
      this.#policy = policy;
      this.#before = apps ?? [];
      const replaces = replace ?? this.#before.length > 0;
      const { replacing } = this.#port;
      this.dispatch({ type: 'loaded', ground: { replacing, replaces, listed: apps !== null } });
    } catch (error) {
      if (!signal.aborted) this.#fail(problemOf(error), 'load-failed');
    }
  }

  /** Drops key and codes at once, and every answer that is to come. A request that has left is not called back. */
  stop(): void {
    this.#life.abort();
    this.#wiping.stop();
    this.#masking.stop();
    this.#isFresh = this.#isCalling = false;
    this.dispatch({ type: 'loading' });
  }

  /** The click that begins, or begins again: whether a proof comes first, then a new set-up, once. */
  async start(): Promise<void> {
    const { signal } = this.#life;
    const before = this.#state;
    this.dispatch({ type: 'starting' });
    if (this.#state === before) return;
    const isFresh = this.#isFresh;
    this.#isFresh = false;
    try {
      const first = isFresh ? null : await proofFirst(this.#backend, this.#now(), { signal });
      if (signal.aborted) return;
      if (first) this.dispatch({ type: 'proof-needed', ...first });
      else await this.#setUp(UNSTOPPABLE);
    } catch (error) {
      if (!signal.aborted) this.#fail(problemOf(error));
    }
  }

  /** It was confirmed that it's them; what they wanted waits for their click. */
  proved(): void {
    this.#isFresh = this.#state.status === 'proving';
    this.dispatch({ type: 'proved' });
  }

  /** The click that gives the password with the call. Gives what the person can mend where they typed it, or null. */
  readonly withPassword = async (password: string): Promise<MfaProblem | null> => {
    if (this.#state.status !== 'proving' || this.#isCalling) return null;
    const { signal } = this.#life;
    this.#isCalling = true;
    try {
      await this.#setUp({ ...UNSTOPPABLE, stepUp: { password } });
    } catch (error) {
      if (signal.aborted) return null;
      const problem = problemOf(error);
      if (mendableAtProof(problem)) return mendableAtProof(problem);
      this.#fail(problem);
    } finally {
      if (!signal.aborted) this.#isCalling = false;
    }
    return null;
  };

  /** "Continue" below a picture that comes with codes. */
  scanned(): void {
    this.dispatch({ type: 'scanned', made: this.#now(), proof: this.#policy.proof });
  }

  /** "Continue" below the codes: says what is missing, or goes on. */
  saved(saving: Saving): void {
    const { state } = this;
    if (state.status !== 'saving') return;
    this.dispatch({ type: 'ticked', ticked: saving.ticked });
    const trouble = missing(state.shown, saving);
    this.dispatch(trouble ? { type: 'unsaved', trouble } : { type: 'saved' });
  }

  /** One gesture: the code is sent, once. What can't be one costs no attempt. */
  async verify(raw: string): Promise<void> {
    const { state } = this;
    if (state.status !== 'connecting' && state.status !== 'typing') return;
    const { id, settings } = state.setup;
    const read = parseAppCode(raw, settings.digits);
    if (read.is !== 'code') return this.dispatch({ type: 'hindered', trouble: { code: 'typed', is: read.is } });
    const { signal } = this.#life;
    this.dispatch({ type: 'verifying' });
    if (this.#state === state) return;
    try {
      const { todo, notified } = await this.#port.verify(id, read.code, UNSTOPPABLE);
      if (!signal.aborted) this.dispatch({ type: 'verified', todo, notified });
    } catch (error) {
      if (!signal.aborted) this.#fail(problemOf(error));
    }
  }

  /** Asks whether there is a new app. A read: nothing is sent again. */
  async checkAgain(): Promise<void> {
    const { signal } = this.#life;
    if (this.#state.status !== 'unsure' || this.#state.asking) return;
    this.dispatch({ type: 'asking' });
    try {
      const apps = await appsOf(this.#backend, { signal });
      if (signal.aborted) return;
      const isThere = apps?.some((app) => !this.#before.includes(app)) === true;
      this.dispatch(isThere ? { type: 'verified', todo: [], notified: 'unknown' } : { type: 'not-arrived' });
    } catch (error) {
      if (!signal.aborted) this.#fail(problemOf(error));
    }
  }

  /** To the screen before, with key and codes gone. A set-up that nobody wants is dropped. */
  async cancel(): Promise<void> {
    const { state } = this;
    if (this.#isCalling) return;
    this.dispatch({ type: 'cancelled' });
    if ('setup' in state && !('setup' in this.#state)) await this.#abandon(state.setup.id);
  }

  /** The page went to the background, or came back. */
  away(isHidden: boolean): void {
    this.#wiping.away(isHidden, AWAY_SECONDS);
    this.#masking.away(isHidden, this.#policy.maskAfterSeconds);
  }

  /** For gestures that change nothing but the screen. */
  dispatch(event: TotpEvent): void {
    const previous = this.#state;
    this.#state = totpMachine(previous, event);
    if (this.#state === previous) return;
    if (this.#state.status !== 'saving' || this.#state.shown.masked) {
      this.#onScreen.abort();
      this.#onScreen = new AbortController();
    }
    for (const listener of [...this.#listeners]) listener(this.#state, previous);
  }

  async #setUp(call: Call): Promise<void> {
    const { signal } = this.#life;
    const replace = 'ground' in this.#state && this.#state.ground.replaces;
    const setup = await this.#port.start({ replace, lost: this.#options.lost === true }, call);
    // Nobody will see it: it is not left lying about.
    if (signal.aborted) return this.#abandon(setup.id);
    const read = readSetup(setup);
    if ('id' in read) return this.dispatch({ type: 'set-up', setup: read });
    this.dispatch({ type: 'unusable', problem: read });
    await this.#abandon(setup.id);
  }

  #fail(problem: MfaProblem, type: 'refused' | 'load-failed' = 'refused'): void {
    if (isOver(problem)) this.dispatch({ type: 'signed-out' });
    else if (problem.code !== 'step-up-required') this.dispatch({ type, problem });
    // The code that was typed is gone, so it can't go with a password.
    else if (problem.need.how === 'with-call' && this.#state.status === 'verifying')
      this.dispatch({ type, problem: { code: 'not-allowed', reason: 'not-offered' } });
    else this.dispatch({ type: 'proof-needed', need: problem.need, until: null });
  }

  async #abandon(id: string): Promise<void> {
    await this.#port.abandon?.(id, UNSTOPPABLE).catch(() => undefined);
  }
}
