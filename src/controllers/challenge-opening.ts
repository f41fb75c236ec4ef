import type { Entry } from '../core/challenge.js';
import { problemOf } from '../core/errors.js';
import type { OfferKind } from '../core/factor.js';
import type { ChallengeState } from '../core/machines/challenge.js';
import { usable } from '../core/offers.js';
import { opened } from '../core/opening.js';
import type { Call, ChallengePort } from '../ports/backend.js';

export type ChallengeListener = (state: ChallengeState, previous: ChallengeState) => void;

export interface ChallengeOptions {
  /** The way to ask for first, if it is offered. */
  readonly prefer?: OfferKind | undefined;
  /** Whether this browser can give a proof of this kind. [every kind] */
  readonly supports?: (kind: OfferKind) => boolean;
  /** Gives a fresh random id for each gesture that spends something. */
  readonly newAttempt?: () => string;
}

/**
 * Brings a challenge on screen. What a person does there is the `ChallengeController`'s, which takes over from it: this is
 * what a login page loads before its first input.
 *
 * Owns: loading, the state, and who is told of it. Does not own: words, the DOM, or any request but the first.
 */
export class ChallengeOpening {
  readonly port: ChallengePort;
  readonly options: ChallengeOptions;
  readonly #listeners = new Set<ChallengeListener>();
  #state: ChallengeState = { status: 'loading' };
  #life = new AbortController();

  constructor(port: ChallengePort, options: ChallengeOptions = {}) {
    this.port = port;
    this.options = options;
  }

  get state(): ChallengeState {
    return this.#state;
  }

  /** For a call that ends with what is under way. */
  get call(): Call {
    return { signal: this.#life.signal };
  }

  /** Tells of each change. Returns the way to stop. */
  subscribe(listener: ChallengeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Loads the challenge, from the start or after a failure.
   * @param resume the handle of a challenge loaded before
   * @param given an entry that the page brought along, as the server told it; asked for again where it can't be read
   */
  async load(resume: string | null = null, given?: unknown): Promise<void> {
    this.restart();
    this.become({ status: 'loading' });
    const entry = this.#read(given);
    if (entry) return this.#open(entry);
    const { call } = this;
    try {
      const loaded = await this.port.load(resume, call);
      if (!call.signal.aborted) this.#open(loaded);
    } catch (error) {
      if (!call.signal.aborted) this.become({ status: 'failed', problem: problemOf(error) });
    }
  }

  /** Finds out what is true after the page was away. */
  async resume(): Promise<void> {
    const { state } = this;
    await this.load('challenge' in state ? state.challenge.handle : null);
  }

  /** Drops the answers of what is under way. A proof that has left is not called back: its answer carries the session. */
  stop(): void {
    this.#life.abort();
  }

  protected restart(): void {
    this.stop();
    this.#life = new AbortController();
  }

  protected become(state: ChallengeState): void {
    const previous = this.#state;
    this.#state = state;
    if (state !== previous) for (const listener of [...this.#listeners]) listener(state, previous);
  }

  /** Without the ways that this browser can't do. */
  protected usable(entry: Entry): Entry {
    return usable(entry, this.options.supports);
  }

  #open(entry: Entry): void {
    this.become(opened(this.usable(entry), this.options.prefer));
  }

  #read(given: unknown): Entry | undefined {
    try {
      return given === undefined ? undefined : this.port.given?.(given);
    } catch {
      // What the page brought along is of no use: the server is asked.
      return undefined;
    }
  }
}
