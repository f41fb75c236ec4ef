import type { Entry } from '../core/challenge.js';
import { problemOf, type MfaProblem } from '../core/errors.js';
import type { Offer } from '../core/factor.js';
import { challengeMachine, type ChallengeEvent, type Trouble } from '../core/machines/challenge.js';
import { opened } from '../core/opening.js';
import type { Call, Proof } from '../ports/backend.js';
import { ChallengeOpening } from './challenge-opening.js';

/**
 * Leads one person through one challenge.
 *
 * Owns: the order of calls to the port, and the one call that may be under way. Does not own: the state's rules (the
 * machine), words, the DOM, or a proof, which passes through as an argument and is kept nowhere.
 * A class with listeners and no Lit controller, since a drop-in and the screen it shows listen to the same one.
 */
export class ChallengeController extends ChallengeOpening {
  #reopening: ReturnType<typeof setTimeout> | undefined;

  /** Goes on from an opening that is done; its listeners stay its own. */
  static from(opening: ChallengeOpening): ChallengeController {
    if (opening instanceof ChallengeController) return opening;
    const controller = new ChallengeController(opening.port, opening.options);
    controller.become(opening.state);
    // Its time-outs would be held until they are over.
    opening.stop();
    return controller;
  }

  /** Finds out what is true after the page was away: what became of a proof that had left, or else the challenge anew. */
  override async resume(): Promise<void> {
    const { state } = this;
    if (!('attempt' in state)) return super.resume();
    this.restart();
    await this.#settle(state.attempt, state.challenge.handle);
  }

  /** Looks whether the person is in by now, in another tab for one. Where they are not, nothing is disturbed. */
  async follow(): Promise<void> {
    const { state } = this;
    if (state.status !== 'asking') return;
    const { call } = this;
    // Where the server can't be asked, nothing is known to have changed.
    const entry = await this.port.load(state.challenge.handle, call).catch(() => undefined);
    if (entry && !call.signal.aborted) this.dispatch({ type: 'seen', entry });
  }

  /** Goes on with what was loaded by a screen of its own, as one before an enrollment does. */
  meet(entry: Entry): void {
    this.become(opened(this.usable(entry)));
  }

  override stop(): void {
    super.stop();
    clearTimeout(this.#reopening);
  }

  /** Goes to another way, or to the choice of one. Ends a dialog of the browser that is open for the way before. */
  choose(offer: Offer | null): void {
    if (this.state.status === 'prompting') this.restart();
    this.dispatch({ type: 'chosen', offer });
  }

  /** Shows what stood in the way before anything was sent. */
  readonly hinder = (trouble: Trouble): void => this.dispatch({ type: 'hindered', trouble });

  /** One gesture: a proof is sent, once. While one is under way, further gestures do nothing. */
  async spend(proof: Proof, trustDevice = false): Promise<void> {
    const { state } = this;
    if (state.status !== 'asking' && state.status !== 'prompting') return;
    const attempt = (this.options.newAttempt ?? (() => crypto.randomUUID()))();
    this.dispatch({ type: 'sent', attempt });
    const { signal: life } = this.call;
    try {
      const verified = await this.port.verify(proof, { attempt, ...(trustDevice && { trustDevice }) }, UNSTOPPABLE);
      if (!life.aborted) this.dispatch({ type: 'passed', verified });
    } catch (error) {
      if (!life.aborted) await this.#afterFailure(attempt, proof, problemOf(error), state.challenge.handle);
    }
  }

  /** Asks again what became of the attempt whose answer was lost. Sends no code. */
  async checkAgain(): Promise<void> {
    const { state } = this;
    if (state.status === 'unsettled') await this.#settle(state.attempt, state.challenge.handle);
  }

  /** Ends the challenge. A server that can't be told is no reason to stay. */
  async cancel(): Promise<void> {
    this.restart();
    this.dispatch({ type: 'cancelling' });
    await this.port.cancel(UNSTOPPABLE).catch(() => undefined);
    this.dispatch({ type: 'cancelled' });
  }

  /**
   * Tells why a call came to nothing. A challenge that ran out is opened again while the first factor holds; one that runs out
   * at once again is over.
   */
  async fail(problem: MfaProblem): Promise<void> {
    const { state } = this;
    const again = state.status === 'asking' && state.news === 'restarted';
    if (problem.code === 'challenge-over' && problem.restart === 'here' && !again) return this.#openAgain();
    if (problem.code === 'too-many-attempts') this.#reopenIn(problem.waitFor);
    this.dispatch({ type: 'refused', problem });
  }

  /** For the ways that come later (`ways.ts`): tells the machine what happened. */
  dispatch(event: ChallengeEvent): void {
    this.become(challengeMachine(this.state, event));
  }

  async #openAgain(): Promise<void> {
    const { call, state } = this;
    // A proof that left meanwhile has an answer of its own to come.
    const isMeant = (): boolean =>
      !call.signal.aborted &&
      (this.state === state ||
        ('attempt' in state && this.state.status === 'checking' && this.state.attempt === state.attempt));
    try {
      const entry = await this.port.load('challenge' in state ? state.challenge.handle : null, call);
      if (isMeant()) this.dispatch({ type: 'restarted', entry: this.usable(entry) });
    } catch (error) {
      if (isMeant()) this.dispatch({ type: 'refused', problem: problemOf(error) });
    }
  }

  /** Tells once when a lock is over. By this browser's timer: its clock may be wrong. */
  #reopenIn(ms: number | undefined): void {
    clearTimeout(this.#reopening);
    if (ms === undefined || ms > LONGEST_TIMER) return;
    this.#reopening = setTimeout(() => this.dispatch({ type: 'told', news: 'open-again' }), ms);
  }

  async #afterFailure(attempt: string, proof: Proof, problem: MfaProblem, handle: string | null): Promise<void> {
    switch (problem.code) {
      // None of these says that the proof was not spent: the server is asked before anything is claimed.
      case 'outcome-unknown':
      case 'bad-response':
      case 'server':
        return this.#settle(attempt, handle);
      // Browsers send a POST again by themselves; where the server keeps no attempts, the second time reads as a wrong code.
      case 'wrong-code':
      case 'used-code':
        if (this.port.attempts === 'ignored' && proof.kind === 'backup-code' && (await this.#isIn(attempt))) return;
        break;
      default:
    }
    await this.fail(problem);
  }

  async #isIn(attempt: string): Promise<boolean> {
    const { call } = this;
    const settled = await this.port.settle(attempt, call).catch(() => null);
    if (call.signal.aborted) return true;
    if (settled?.state !== 'signed-in') return false;
    this.dispatch({ type: 'passed', verified: settled.verified });
    return true;
  }

  async #settle(attempt: string, handle: string | null): Promise<void> {
    this.dispatch({ type: 'lost' });
    const { call } = this;
    try {
      const settled = await this.port.settle(attempt, call);
      const entry = settled.state === 'over' ? await this.port.load(handle, call) : null;
      if (call.signal.aborted) return;
      if (settled.state !== 'over') this.dispatch({ type: 'settled', settled });
      else if (entry) this.dispatch({ type: 'replaced', spent: settled.spent, entry: this.usable(entry) });
    } catch (error) {
      if (!call.signal.aborted) this.dispatch({ type: 'unsettled', problem: problemOf(error) });
    }
  }
}

/** A longer one would fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** For what must reach the server although its screen is gone. The adapter's time-out still holds. */
const UNSTOPPABLE: Call = { signal: new AbortController().signal };
