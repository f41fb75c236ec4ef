import { parseBackupCode } from '../core/backup-code.js';
import { problemOf, type MfaProblem } from '../core/errors.js';
import { passMachine, stillAsked, type PassEvent, type PassState, type PassTrouble } from '../core/machines/pass.js';
import type { Call, ChallengePort } from '../ports/backend.js';
import { UNSTOPPABLE } from './calls.js';

export type PassListener = (state: PassState, previous: PassState) => void;

/**
 * Takes the code that the help team read out.
 *
 * Owns: the order of calls to the port, and the one call that may be under way; a code is sent by a click alone, once. Does not
 * own: the state's rules (the machine), the challenge, or the code, which passes through as an argument and is kept nowhere.
 */
export class PassController {
  readonly #port: ChallengePort;
  readonly #listeners = new Set<PassListener>();
  readonly #life = new AbortController();
  #state: PassState = { status: 'asking', trouble: null };

  constructor(port: ChallengePort) {
    this.#port = port;
  }

  get state(): PassState {
    return this.#state;
  }

  /** Tells of each change. Returns the way to stop. */
  subscribe(listener: PassListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Drops the answers that are to come. A code that has left is not called back. */
  stop(): void {
    this.#life.abort();
  }

  /** One gesture. What can't be a code costs no try. Nothing tells how it is written, so only blanks around it go. */
  async submit(raw: string): Promise<void> {
    if (this.#state.status !== 'asking') return;
    const read = parseBackupCode(raw, { kind: 'opaque' });
    if (read.is !== 'code') return this.#dispatch({ type: 'refused', trouble: { code: 'typed', is: read.is } });
    const attempt = crypto.randomUUID();
    this.#dispatch({ type: 'sent', attempt });
    const { signal } = this.#life;
    try {
      await this.#port.verify({ kind: 'enrollment-pass', code: read.code }, { attempt }, UNSTOPPABLE);
      if (!signal.aborted) await this.#look({ code: 'maybe-spent' });
    } catch (error) {
      if (!signal.aborted) await this.#afterFailure(attempt, problemOf(error));
    }
  }

  /** Asks again what became of the code whose answer was lost. Sends none. */
  async checkAgain(): Promise<void> {
    const { state } = this;
    if (state.status === 'unsettled') await this.#settle(state.attempt);
  }

  async #afterFailure(attempt: string, problem: MfaProblem): Promise<void> {
    switch (problem.code) {
      // None of these says that the code was not spent: the server is asked before anything is claimed.
      case 'outcome-unknown':
      case 'bad-response':
      case 'server':
        return this.#settle(attempt);
      // How a right code is answered, since nobody is in by it; and how one is that nobody looked at, since time had run out.
      case 'challenge-over':
        return this.#look({ code: 'not-spent' });
      case 'not-allowed':
      case 'signed-out':
      case 'superseded':
        return this.#look(problem);
      default:
        this.#dispatch({ type: 'refused', trouble: problem });
    }
  }

  async #settle(attempt: string): Promise<void> {
    this.#dispatch({ type: 'lost' });
    const { signal } = this.#life;
    try {
      const settled = await this.#port.settle(attempt, this.#call);
      if (!signal.aborted) await this.#look(stillAsked(settled.state === 'signed-in' ? true : settled.spent));
    } catch {
      if (!signal.aborted) this.#dispatch({ type: 'unsettled' });
    }
  }

  /** What the person meets now. READ */
  async #look(trouble: PassTrouble): Promise<void> {
    const { signal } = this.#life;
    try {
      const entry = await this.#port.load(null, this.#call);
      if (!signal.aborted) this.#dispatch({ type: 'met', entry, trouble });
    } catch {
      if (!signal.aborted) this.#dispatch({ type: 'unsettled' });
    }
  }

  get #call(): Call {
    return { signal: this.#life.signal };
  }

  #dispatch(event: PassEvent): void {
    const previous = this.#state;
    this.#state = passMachine(previous, event);
    if (this.#state === previous) return;
    for (const listener of [...this.#listeners]) listener(this.#state, previous);
  }
}
