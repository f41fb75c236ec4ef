import { parseAppCode, parseBackupCode, type TypedCode } from '../core/backup-code.js';
import { MfaError, problemOf } from '../core/errors.js';
import type { OfferKind, OfferOf } from '../core/factor.js';
import {
  challengeMachine,
  type ChallengeEvent,
  type ChallengeState,
  type Trouble,
} from '../core/machines/challenge.js';
import { DEFAULT_POLICY, type Policy } from '../core/policy.js';
import type { Call, ChallengePort, MfaBackend } from '../ports/backend.js';

export type ChallengeListener = (state: ChallengeState, previous: ChallengeState) => void;

/** The ways whose proof is one typed code. */
export type TypedWay = 'totp' | 'backup-code';

export interface ChallengeOptions {
  /** The way to ask for first, if it is offered. */
  readonly prefer?: OfferKind | undefined;
  /** Gives a fresh random id for each gesture that spends something. */
  readonly newAttempt?: () => string;
}

/**
 * Leads one person through one challenge.
 *
 * Owns: the order of calls to the port, and the one call that may be under way. Does not own: the state's rules (the
 * machine), words, the DOM, or the typed code, which passes through as an argument and is kept nowhere.
 * A class with listeners and no Lit controller, since a drop-in and the screen it shows listen to the same one.
 */
export class ChallengeController {
  readonly #port: ChallengePort;
  readonly #backend: MfaBackend;
  readonly #listeners = new Set<ChallengeListener>();
  readonly #newAttempt: () => string;
  readonly #prefer: OfferKind | undefined;
  #state: ChallengeState = { status: 'loading' };
  #life = new AbortController();
  #policy: Promise<Policy> | undefined;

  constructor(backend: MfaBackend, options: ChallengeOptions = {}) {
    if (!backend.challenge) {
      throw new MfaError({ code: 'misconfigured', developer: `The backend "${backend.id}" has no challenge.` });
    }
    this.#port = backend.challenge;
    this.#backend = backend;
    this.#newAttempt = options.newAttempt ?? (() => crypto.randomUUID());
    this.#prefer = options.prefer;
  }

  get state(): ChallengeState {
    return this.#state;
  }

  /** Tells of each change. Returns the way to stop. */
  subscribe(listener: ChallengeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Loads the challenge, from the start or after a failure. */
  async load(): Promise<void> {
    this.#life.abort();
    this.#life = new AbortController();
    this.#dispatch({ type: 'loading', ...(this.#prefer && { prefer: this.#prefer }) });
    await this.#load(null);
  }

  /** Finds out what is true after the page was away: what became of a proof that had left, or else the challenge anew. */
  async resume(): Promise<void> {
    const { state } = this;
    if (!('attempt' in state)) return this.load();
    this.#life.abort();
    this.#life = new AbortController();
    await this.#settle(state.attempt, state.challenge.handle);
  }

  /** Drops the answers of what is under way. A proof that has left is not called back: its answer carries the session. */
  stop(): void {
    this.#life.abort();
  }

  choose(way: OfferKind): void {
    this.#dispatch({ type: 'chosen', way });
  }

  /** Shows what stood in the way before anything was sent. */
  hinder(trouble: Trouble): void {
    this.#dispatch({ type: 'hindered', trouble });
  }

  /** What the policy says; its strict default where the server can't be asked. */
  policy(): Promise<Policy> {
    this.#policy ??= this.#backend.policy(this.#call()).catch(() => {
      this.#policy = undefined;
      return DEFAULT_POLICY;
    });
    return this.#policy;
  }

  /**
   * One gesture: what was typed is checked here at no cost, or sent once. While a proof is under way, further gestures
   * do nothing.
   */
  async submit(way: TypedWay, typed: string): Promise<void> {
    const state = this.#state;
    if (state.status !== 'asking') return;
    const offer = state.challenge.offers.find((o): o is OfferOf<TypedWay> => o.kind === way);
    if (!offer) return;
    const read: TypedCode = offer.kind === 'backup-code' ? parseBackupCode(typed, offer.format) : parseAppCode(typed);
    if (read.is !== 'code') {
      this.hinder({ code: 'typed', is: read.is });
      return;
    }
    const attempt = this.#newAttempt();
    this.#dispatch({ type: 'sent', attempt });
    const life = this.#life.signal;
    try {
      const verified = await this.#port.verify({ kind: way, code: read.code }, { attempt }, UNSTOPPABLE);
      if (!life.aborted) this.#dispatch({ type: 'passed', verified });
    } catch (error) {
      if (!life.aborted) await this.#afterFailure(attempt, error, state.challenge.handle);
    }
  }

  /** Asks again what became of the attempt whose answer was lost. Sends no code. */
  async checkAgain(): Promise<void> {
    if (this.#state.status === 'unsettled') await this.#settle(this.#state.attempt, this.#state.challenge.handle);
  }

  /** Ends the challenge. A server that can't be told is no reason to stay. */
  async cancel(): Promise<void> {
    this.#life.abort();
    this.#life = new AbortController();
    this.#dispatch({ type: 'cancelling' });
    await this.#port.cancel(UNSTOPPABLE).catch(() => undefined);
    this.#dispatch({ type: 'cancelled' });
  }

  async #load(resume: string | null): Promise<void> {
    const call = this.#call();
    try {
      const entry = await this.#port.load(resume, call);
      if (!call.signal.aborted) this.#dispatch({ type: 'loaded', entry });
    } catch (error) {
      if (!call.signal.aborted) this.#dispatch({ type: 'load-failed', problem: problemOf(error) });
    }
  }

  async #afterFailure(attempt: string, error: unknown, handle: string | null): Promise<void> {
    const problem = problemOf(error);
    switch (problem.code) {
      // None of these says that the proof was not spent: the server is asked before anything is claimed.
      case 'outcome-unknown':
      case 'bad-response':
      case 'server':
        return this.#settle(attempt, handle);
      case 'challenge-over':
        if (problem.restart === 'here') return this.#load(handle);
        break;
      default:
    }
    this.#dispatch({ type: 'refused', problem });
  }

  async #settle(attempt: string, handle: string | null): Promise<void> {
    this.#dispatch({ type: 'lost' });
    const call = this.#call();
    try {
      const settled = await this.#port.settle(attempt, call);
      const entry = settled.state === 'over' ? await this.#port.load(handle, call) : null;
      if (call.signal.aborted) return;
      if (settled.state !== 'over') this.#dispatch({ type: 'settled', settled });
      else if (entry) this.#dispatch({ type: 'replaced', spent: settled.spent, entry });
    } catch (error) {
      if (!call.signal.aborted) this.#dispatch({ type: 'unsettled', problem: problemOf(error) });
    }
  }

  #call(): Call {
    return { signal: this.#life.signal };
  }

  #dispatch(event: ChallengeEvent): void {
    const previous = this.#state;
    this.#state = challengeMachine(previous, event);
    if (this.#state !== previous) for (const listener of [...this.#listeners]) listener(this.#state, previous);
  }
}

/** For what must reach the server although its screen is gone. The adapter's time-out still holds. */
const UNSTOPPABLE: Call = { signal: new AbortController().signal };
