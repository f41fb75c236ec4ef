import type { CodeSet, Occasion } from '../core/code-set.js';
import { mayMake, type CodesState, type Ground, type Step } from '../core/codes-state.js';
import { missing, type Saving } from '../core/custody.js';
import { MfaError, problemOf, type MfaProblem } from '../core/errors.js';
import type { Instant } from '../core/factor.js';
import { codesMachine, type CodesEvent } from '../core/machines/backup-codes.js';
import { DEFAULT_POLICY, type Policy } from '../core/policy.js';
import type { BackupCodesPort, Call, MfaBackend } from '../ports/backend.js';
import { UNSTOPPABLE } from './calls.js';
import {
  afterFailure,
  afterUnconfirmed,
  begin,
  confirm,
  discard,
  groundOf,
  isOver,
  mendableAtProof,
  perform,
  read,
  turnOn,
} from './code-steps.js';
import { Masking } from './masking.js';

export type CodesListener = (state: CodesState, previous: CodesState) => void;

export interface CodesOptions {
  /** What just happened that makes new codes a good idea. [nothing] */
  readonly occasion?: Occasion | null;
  /** [Date.now] */
  readonly now?: () => Instant;
}

/**
 * Leads one person through the life of their backup codes.
 *
 * Owns: the order of calls to the port, that each change follows one click and is sent once, and that codes stand in the state
 * alone. Does not own: the state's rules (the machine), words, the DOM, or the proof that it's them (`StepUpController`).
 */
export class BackupCodesController {
  readonly #backend: MfaBackend;
  readonly port: BackupCodesPort;
  readonly now: () => Instant;
  #suggested: Pick<Ground, 'occasion' | 'dismissed'>;
  readonly #masking: Masking;
  readonly #listeners = new Set<CodesListener>();
  #state: CodesState = { status: 'loading' };
  #life = new AbortController();
  #onScreen = new AbortController();
  #policy: Policy = DEFAULT_POLICY;
  #provedAt: Instant | null = null;
  #isCalling = false;

  constructor(backend: MfaBackend, { occasion = null, now = Date.now }: CodesOptions = {}) {
    const { id, backupCodes } = backend;
    if (!backupCodes || (backupCodes.issuing === 'staged' && !backupCodes.confirm)) {
      throw new MfaError({ code: 'misconfigured', developer: `The backend "${id}" can't make backupCodes.` });
    }
    this.#backend = backend;
    this.port = backupCodes;
    this.#suggested = { occasion, dismissed: false };
    this.now = now;
    this.#masking = new Masking(() => this.dispatch({ type: 'masked', masked: true }), now);
  }

  get state(): CodesState {
    return this.#state;
  }

  get call(): Call {
    return { signal: this.#life.signal };
  }

  /** The policy that was read, for the ways of the step-up. */
  get policy(): Policy {
    return this.#policy;
  }

  /** Ends when the codes leave the screen or are masked. */
  get onScreen(): AbortSignal {
    return this.#onScreen.signal;
  }

  /** Tells of each change. Returns the way to stop. */
  subscribe(listener: CodesListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Reads how the codes stand, from the start or after the page was away. Makes none, whatever the step.
   * @param step where the person left to sign in: they come back to it, and click again
   */
  async load(step: Step | null = null): Promise<void> {
    this.stop();
    this.#life = new AbortController();
    const { call } = this;
    try {
      const [policy, codes] = await Promise.all([
        this.#backend.policy(call).catch(() => DEFAULT_POLICY),
        this.port.status(call),
      ]);
      if (call.signal.aborted) return;
      this.#policy = policy;
      const ground = policy.backupCodes ? groundOf(this.port, policy, codes, this.#suggested) : null;
      this.dispatch({ type: 'loaded', step, ground });
    } catch (error) {
      if (call.signal.aborted) return;
      const problem = problemOf(error);
      this.dispatch(isOver(problem) ? { type: 'signed-out' } : { type: 'load-failed', problem });
    }
  }

  /** Reads again how the codes stand. What can't be read changes nothing. */
  async refresh(): Promise<void> {
    await read(this);
  }

  /** Drops the codes at once, and every answer that is to come. A request that has left is not called back. */
  stop(): void {
    this.#life.abort();
    this.#masking.stop();
    this.#provedAt = null;
    this.#isCalling = false;
    this.dispatch({ type: 'loading' });
  }

  /** "Make new codes". Where that ends the old ones at once, it asks first. */
  async make(): Promise<void> {
    if (!mayMake(this.#state)) return;
    if (this.port.issuing === 'immediate') this.dispatch({ type: 'asked', step: 'make' });
    else await this.#begin('make');
  }

  /** "Make new codes", with the end of the old ones accepted or not. */
  async accept(accepted: boolean): Promise<void> {
    if (this.#state.status !== 'accepting') return;
    if (accepted) await this.#begin('make');
    else this.dispatch({ type: 'hindered', trouble: { code: 'missing', what: 'acceptance' } });
  }

  /** "Turn off": asks first. */
  askRemoval(): void {
    if ('ground' in this.#state && this.#state.ground.may.remove) this.dispatch({ type: 'asked', step: 'remove' });
  }

  async remove(): Promise<void> {
    if (this.#state.status === 'removal') await this.#begin('remove');
  }

  /** Shows the codes in force again, where the policy lets it and the server can. */
  async reveal(): Promise<void> {
    if (this.#state.status === 'overview' && this.#state.ground.may.reveal) await this.#begin('reveal');
  }

  /** To the screen before, with nothing changed. */
  back(): void {
    if (!this.#isCalling) this.dispatch({ type: 'back' });
  }

  /** It was confirmed that it's them; what they wanted waits for their click. The proof may have taken a code: counts again. */
  proved(): void {
    this.#provedAt = this.#state.status === 'proving' ? this.now() : null;
    this.dispatch({ type: 'proved' });
    void this.refresh();
  }

  /** The click that gives the password with the call. Gives what the person can mend where they typed it, or null. */
  readonly withPassword = async (password: string): Promise<MfaProblem | null> => {
    const { state } = this;
    if ((state.status !== 'proving' && state.status !== 'proving-over') || this.#isCalling) return null;
    const { signal } = this.call;
    const call: Call = { ...UNSTOPPABLE, stepUp: { password } };
    this.#isCalling = true;
    try {
      await (state.status === 'proving' ? perform(this, state.step, call) : confirm(this, state.shown.set, call));
    } catch (error) {
      if (signal.aborted) return null;
      const problem = problemOf(error);
      const mendable = mendableAtProof(problem);
      if (mendable) return mendable;
      await (state.status === 'proving' ? afterFailure(this, state.step, problem) : afterUnconfirmed(this, problem));
    } finally {
      if (!signal.aborted) this.#isCalling = false;
    }
    return null;
  };

  /** "Finish": says what is missing, or turns the codes on. */
  async finish(saving: Saving): Promise<void> {
    const { state } = this;
    if (state.status !== 'showing') return;
    this.dispatch({ type: 'ticked', ticked: saving.ticked });
    const trouble = missing(state.shown, saving);
    if (trouble) this.dispatch({ type: 'hindered', trouble });
    else await turnOn(this, state.shown.set);
  }

  /** Asks again whether the codes are on. To turn on a set that is on changes nothing. */
  async checkAgain(): Promise<void> {
    if (this.#state.status === 'unsure') await turnOn(this, this.#state.shown.set);
  }

  /** The page went to the background, or came back. After a while there codes are masked, and never dropped. */
  away(isHidden: boolean): void {
    this.#masking.away(isHidden, this.#policy.maskAfterSeconds);
  }

  /** "Leave without saving": asks first where something would be lost. */
  async leave(): Promise<void> {
    const { state } = this;
    if (!('shown' in state) || this.#isCalling) return;
    this.dispatch({ type: 'leaving' });
    if (!('shown' in this.#state)) await this.#drop(state.shown.set);
  }

  async leaveAnyway(): Promise<void> {
    const { state } = this;
    if (state.status !== 'leaving') return;
    this.dispatch({ type: 'left' });
    // A set that is on, or may be, is left alone; what is true of it is the server's to say.
    if (state.loss === 'unsure' || state.loss === 'everything') await this.load();
    else await this.#drop(state.shown.set);
  }

  /** For gestures that change nothing but the screen, and for what other files bring (`code-custody`, `code-tabs`). */
  dispatch(event: CodesEvent): void {
    const previous = this.#state;
    this.#state = codesMachine(previous, event);
    if (this.#state === previous) return;
    if ('ground' in this.#state) this.#suggested = this.#state.ground;
    if (!('shown' in this.#state) || this.#state.shown.masked) {
      this.#onScreen.abort();
      this.#onScreen = new AbortController();
    }
    for (const listener of [...this.#listeners]) listener(this.#state, previous);
  }

  async #drop(set: CodeSet): Promise<void> {
    await discard(this, set);
    await read(this);
  }

  async #begin(step: Step): Promise<void> {
    const provedAt = this.#provedAt;
    this.#provedAt = null;
    await begin(this, this.#backend, step, provedAt);
  }
}
