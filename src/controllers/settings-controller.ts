import type { Occasion } from '../core/code-set.js';
import { problemOf, MfaError, type MfaProblem } from '../core/errors.js';
import { readFactorName } from '../core/factor-name.js';
import { settingsMachine, type SettingsEvent } from '../core/machines/settings.js';
import { DEFAULT_POLICY, type Policy } from '../core/policy.js';
import type { Abilities } from '../core/repair.js';
import type { Place, SettingsGround } from '../core/settings.js';
import type { Act, SettingsState } from '../core/settings-state.js';
import type { AcceptedPasskeys, Call, FactorsPort, MfaBackend } from '../ports/backend.js';
import { UNSTOPPABLE } from './calls.js';
import { isOver, mayHaveHappened, mendableAtProof } from './code-steps.js';
import { isRemoved } from './repair-steps.js';
import { readGround } from './settings-steps.js';

export interface SettingsOptions {
  /** What happened that makes new codes a good idea. [nothing] */
  readonly occasion?: Occasion | null;
  /** Hears which passkeys the account still takes, once one of its ways was removed. */
  readonly accepted?: (passkeys: AcceptedPasskeys) => void;
}

export type SettingsListener = (state: SettingsState, previous: SettingsState) => void;

const NO_ABILITIES: Abilities = { keys: false, device: false };

/**
 * Leads one person through everything that opens their account.
 *
 * Owns: what is read, and that renaming, removing and signing out elsewhere follow one click each and are sent once. Does not
 * own: the state's rules (the machine), how a way or codes are made (the elements inside), or words.
 */
export class SettingsController {
  readonly #backend: MfaBackend;
  readonly #factors: FactorsPort;
  readonly #accepted: (passkeys: AcceptedPasskeys) => void;
  readonly #listeners = new Set<SettingsListener>();
  #state: SettingsState = { status: 'loading' };
  #life = new AbortController();
  #abilities = NO_ABILITIES;
  #policy: Policy = DEFAULT_POLICY;
  #suggested: Pick<SettingsGround, 'occasion' | 'dismissed'>;
  #isCalling = false;

  constructor(backend: MfaBackend, { occasion = null, accepted = () => undefined }: SettingsOptions = {}) {
    const { factors, id } = backend;
    if (!factors) throw new MfaError({ code: 'misconfigured', developer: `The backend "${id}" can't list factors.` });
    this.#backend = backend;
    this.#factors = factors;
    this.#accepted = accepted;
    this.#suggested = { occasion, dismissed: false };
  }

  get state(): SettingsState {
    return this.#state;
  }

  /** The policy that was read, for the ways of the step-up. */
  get policy(): Policy {
    return this.#policy;
  }

  /** Tells of each change. Returns the way to stop. */
  subscribe(listener: SettingsListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Reads what there is, from the start or after the page was away.
   * @param place where the person wants to be; nothing is begun there
   * @param abilities what the browser can hold
   */
  async load(place: (Place & { readonly of?: string }) | null, abilities: Promise<Abilities>): Promise<void> {
    this.stop();
    this.#life = new AbortController();
    const { signal } = this.#life;
    try {
      this.#abilities = await abilities.catch(() => NO_ABILITIES);
      const ground = await this.#read();
      if (!signal.aborted) this.dispatch({ type: 'loaded', ground, place });
    } catch (error) {
      if (signal.aborted) return;
      const problem = problemOf(error);
      this.dispatch(isOver(problem) ? { type: 'signed-out' } : { type: 'load-failed', problem });
    }
  }

  /** Reads it again. What can't be read changes nothing. */
  async refresh(): Promise<void> {
    const { signal } = this.#life;
    const ground = await this.#read().catch(() => null);
    if (ground && !signal.aborted) this.dispatch({ type: 'refreshed', ground });
  }

  /** Drops every answer that is to come. A request that has left is not called back. */
  stop(): void {
    this.#life.abort();
    this.#isCalling = false;
    this.dispatch({ type: 'loading' });
  }

  /** To the screen before, with nothing changed by it; what the screens inside did is read again. */
  back(): void {
    if (this.#isCalling) return;
    const { status } = this.#state;
    this.dispatch({ type: 'back' });
    if (status === 'adding' || status === 'codes') void this.refresh();
  }

  /** The codes were turned off, on the screen inside. */
  codesOff(): void {
    if (this.#state.status !== 'codes') return;
    this.dispatch({ type: 'back', news: { what: 'codes-off' } });
    void this.refresh();
  }

  /** Gives a factor the name that was typed. */
  async rename(typed: string): Promise<void> {
    const { state } = this;
    if (state.status !== 'renaming') return;
    const read = readFactorName(typed);
    if ('code' in read) return this.dispatch({ type: 'hindered', trouble: read });
    if (read.name === state.factor.name) return this.dispatch({ type: 'back' });
    await this.#begin({ what: 'rename', factor: state.factor, name: read.name });
  }

  /** "Remove". What may not be removed is not asked for. */
  async remove(): Promise<void> {
    const { state } = this;
    if (state.status !== 'removal' || !REMOVED.includes(state.factor.removal)) return;
    await this.#begin({ what: 'remove', factor: state.factor });
  }

  /** "Sign out everywhere else". */
  async endOthers(): Promise<void> {
    if (this.#state.status === 'overview' && this.#backend.sessions) await this.#begin({ what: 'end-others' });
  }

  /** It was confirmed that it's them; what they wanted waits for their click. The proof may have taken a code: reads again. */
  proved(): void {
    this.dispatch({ type: 'proved' });
    void this.refresh();
  }

  /** The click that gives the password with the call. Gives what the person can mend where they typed it, or null. */
  readonly withPassword = async (password: string): Promise<MfaProblem | null> => {
    const { state } = this;
    if (state.status !== 'proving' || this.#isCalling) return null;
    const { signal } = this.#life;
    this.#isCalling = true;
    try {
      await this.#perform(state.act, { ...UNSTOPPABLE, stepUp: { password } });
    } catch (error) {
      if (signal.aborted) return null;
      const problem = problemOf(error);
      const mendable = mendableAtProof(problem);
      if (mendable) return mendable;
      await this.#afterFailure(state.act, problem);
    } finally {
      if (!signal.aborted) this.#isCalling = false;
    }
    return null;
  };

  /** For gestures that change nothing but the screen. */
  dispatch(event: SettingsEvent): void {
    const previous = this.#state;
    this.#state = settingsMachine(previous, event);
    if (this.#state === previous) return;
    if ('ground' in this.#state) this.#suggested = this.#state.ground;
    for (const listener of [...this.#listeners]) listener(this.#state, previous);
  }

  async #begin(act: Act): Promise<void> {
    const { signal } = this.#life;
    this.dispatch({ type: 'started', act });
    try {
      await this.#perform(act, UNSTOPPABLE);
    } catch (error) {
      if (!signal.aborted) await this.#afterFailure(act, problemOf(error));
    }
  }

  /** Sends what an act is about, once. What has left is not called back; where its screen is gone, the answer is dropped. */
  async #perform(act: Act, call: Call): Promise<void> {
    const event = await this.#send(act, call);
    await this.#tell(event);
  }

  async #send(act: Act, call: Call): Promise<SettingsEvent> {
    switch (act.what) {
      case 'rename':
        await this.#factors.rename?.(act.factor.id, act.name, call);
        return { type: 'renamed' };
      case 'remove': {
        const { notified, acceptedPasskeys } = await this.#factors.remove(act.factor.id, call);
        if (acceptedPasskeys) this.#accepted(acceptedPasskeys);
        return { type: 'removed', notified };
      }
      case 'end-others':
        if (!this.#backend.sessions) throw new MfaError({ code: 'not-allowed', reason: 'not-offered' });
        return { type: 'ended', ...(await this.#backend.sessions.endOthers(call)) };
    }
  }

  async #tell(event: SettingsEvent): Promise<void> {
    const { signal } = this.#life;
    if (signal.aborted) return;
    this.dispatch(event);
    await this.refresh();
  }

  /** Says why an act came to nothing, and of what may have happened all the same only what the server says. */
  async #afterFailure(act: Act, problem: MfaProblem): Promise<void> {
    const { signal } = this.#life;
    if (problem.code === 'step-up-required')
      return this.dispatch({ type: 'proof-needed', need: problem.need, until: null });
    if (isOver(problem)) return this.dispatch({ type: 'signed-out' });
    const event = mayHaveHappened(problem) ? await this.#found(act, problem) : null;
    if (signal.aborted) return;
    if (event) return this.#tell(event);
    this.dispatch({ type: 'refused', problem });
    // What is on screen may be why: it was removed in another tab, or is the last by now.
    if (problem.code === 'not-allowed' || problem.code === 'superseded') void this.refresh();
  }

  /** What an act whose answer did not come has come to, by the list. */
  async #found(act: Act, problem: MfaProblem): Promise<SettingsEvent | null> {
    if (act.what === 'end-others') return null;
    const { id } = act.factor;
    const call = { signal: this.#life.signal };
    if (act.what === 'remove')
      return (await isRemoved(this.#backend, id, problem, call)) ? { type: 'removed', notified: 'unknown' } : null;
    const listed = await this.#factors.list(call).catch(() => []);
    return listed.some((one) => one.id === id && one.name === act.name) ? { type: 'renamed' } : null;
  }

  async #read(): Promise<SettingsGround> {
    const call = { signal: this.#life.signal };
    const { policy, ground } = await readGround(this.#backend, this.#factors, this.#abilities, call);
    if (!call.signal.aborted) this.#policy = policy;
    const { occasion, dismissed } = this.#suggested;
    return { ...ground, occasion, dismissed };
  }
}

const REMOVED: readonly string[] = ['alone', 'all-second-factors'];
