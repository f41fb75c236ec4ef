import type { Case } from '../core/challenge.js';
import { problemOf, type MfaProblem } from '../core/errors.js';
import {
  assistanceMachine,
  helpFor,
  type AssistanceEvent,
  type AssistanceState,
  type HelpTrouble,
} from '../core/machines/assistance.js';
import type { AssistancePort, Call, MfaBackend } from '../ports/backend.js';
import { LONGEST_TIMER, UNSTOPPABLE } from './calls.js';
import { mayHaveHappened } from './code-steps.js';

export type AssistanceListener = (state: AssistanceState, previous: AssistanceState) => void;

/** What is known before the server is asked. */
export interface HelpKnown {
  /** Why the person meets no challenge; left out where they do. */
  readonly blocked?: Parameters<typeof helpFor>[0];
  /** Whether the help team has done its part already: there is nothing to ask for, nor to take back. */
  readonly done?: boolean;
  /** The request that the challenge told of. */
  readonly open?: Case | undefined;
}

/**
 * Leads one person through the last resort.
 *
 * Owns: the order of calls to the port, and the one call that may be under way. A request may be sent again, since the server
 * answers the same one; it is sent by a click alone. Does not own: the state's rules (the machine), words, or the challenge.
 */
export class AssistanceController {
  readonly #backend: MfaBackend;
  readonly #known: HelpKnown;
  readonly #listeners = new Set<AssistanceListener>();
  readonly #life = new AbortController();
  #state: AssistanceState;
  #reopening: ReturnType<typeof setTimeout> | undefined;

  constructor(backend: MfaBackend, known: HelpKnown = {}) {
    this.#backend = backend;
    this.#known = known;
    this.#state = helpFor(known.blocked);
  }

  get state(): AssistanceState {
    return this.#state;
  }

  /** Tells of each change. Returns the way to stop. */
  subscribe(listener: AssistanceListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads once what is open. Nothing asks again by itself. */
  async load(): Promise<void> {
    if (this.#state.status !== 'loading') return;
    const call = this.#call;
    const [policy, open] = await Promise.all([
      this.#backend.policy(call).catch(() => null),
      (this.#known.done ? undefined : this.#port)
        ?.current(call)
        .catch((error: unknown) => this.#unread(problemOf(error))),
    ]);
    if (call.signal.aborted) return;
    if (policy?.selfRecovery === false) this.dispatch({ type: 'forbidden' });
    else if (open === undefined) this.dispatch({ type: 'no-requests' });
    else this.dispatch({ type: 'found', case: open });
  }

  /** Drops the answers that are to come. A request that has left is not called back. */
  stop(): void {
    this.#life.abort();
    clearTimeout(this.#reopening);
  }

  /** One click on "Ask for help". */
  async request(): Promise<void> {
    const port = this.#port;
    if (!port || this.#state.status !== 'ready') return;
    this.dispatch({ type: 'requesting' });
    const { signal } = this.#life;
    try {
      const open = await port.request(UNSTOPPABLE);
      if (!signal.aborted) this.dispatch({ type: 'found', case: open });
    } catch (error) {
      const problem = problemOf(error);
      const open = mayHaveHappened(problem) ? await this.#look(port) : undefined;
      if (signal.aborted) return;
      if (open) this.dispatch({ type: 'found', case: open });
      else this.#refuse(open === null ? { code: 'not-asked' } : problem);
    }
  }

  /** One click that takes the request back. */
  async cancel(): Promise<void> {
    const port = this.#port;
    const { state } = this;
    if (!port || (state.status !== 'waiting' && state.status !== 'not-me')) return;
    this.dispatch({ type: 'cancelling' });
    const { signal } = this.#life;
    try {
      await port.cancel(state.case.number, UNSTOPPABLE);
      if (!signal.aborted) this.dispatch({ type: 'cancelled' });
    } catch (error) {
      const problem = problemOf(error);
      const open = mayHaveHappened(problem) ? await this.#look(port) : undefined;
      if (signal.aborted) return;
      if (open === null) this.dispatch({ type: 'cancelled' });
      else this.#refuse(open ? { code: 'still-open' } : problem);
    }
  }

  /** For gestures that change nothing but the screen. */
  dispatch(event: AssistanceEvent): void {
    const previous = this.#state;
    this.#state = assistanceMachine(previous, event);
    if (this.#state === previous) return;
    for (const listener of [...this.#listeners]) listener(this.#state, previous);
  }

  get #call(): Call {
    return { signal: this.#life.signal };
  }

  get #port(): AssistancePort | undefined {
    return this.#backend.assistance;
  }

  /** What is open where the server could not say it; undefined: it takes no requests here. */
  #unread({ code }: MfaProblem): Case | null | undefined {
    return code === 'not-allowed' ? undefined : (this.#known.open ?? null);
  }

  /** What has become of a click whose answer was lost; undefined: the server can't be asked either. READ */
  async #look(port: AssistancePort): Promise<Case | null | undefined> {
    const open = await port.current(this.#call).catch(() => undefined);
    return open?.state === 'cancelled' ? null : open;
  }

  #refuse(trouble: HelpTrouble): void {
    this.dispatch({ type: 'refused', trouble });
    if (trouble.code === 'too-many-attempts') this.#reopenIn(trouble.waitFor);
  }

  /** Tells once when help may be asked for again. By this browser's timer: its clock may be wrong. */
  #reopenIn(ms: number | undefined): void {
    clearTimeout(this.#reopening);
    if (ms === undefined || ms > LONGEST_TIMER) return;
    this.#reopening = setTimeout(() => this.dispatch({ type: 'open-again' }), ms);
  }
}
