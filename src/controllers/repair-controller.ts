import { problemOf, type MfaProblem } from '../core/errors.js';
import { begun, repairMachine, type RepairEvent } from '../core/machines/repair.js';
import { DEFAULT_POLICY, type Policy } from '../core/policy.js';
import { newKinds, retirable, type Abilities, type NewKind, type OldFactor, type Retired } from '../core/repair.js';
import { isNew, isSurelyLost, type Because, type RepairState } from '../core/repair-state.js';
import type { Verified } from '../core/challenge.js';
import type { AcceptedPasskeys, Call, MfaBackend } from '../ports/backend.js';
import { UNSTOPPABLE } from './calls.js';
import { isOver } from './code-steps.js';
import { isRemoved, listed, meansOf } from './repair-steps.js';

export type RepairListener = (state: RepairState, previous: RepairState) => void;

/** How the person got here. */
export interface RepairStart extends Pick<Verified, 'todo' | 'codesLeft' | 'mayPostpone'> {
  readonly because: Because;
  /** [unknown] Where the person was told of the code that let them in. */
  readonly notified?: Verified['notified'];
}

const NO_ABILITIES: Abilities = { keys: false, device: false };

/**
 * Leads one person from "You're in" to "All set".
 *
 * Owns: the order of the screens, which factors stood before, turning off what was lost, and signing out other devices; each
 * is asked for once. Does not own: the order's rules (the plan), how a factor or codes are made (the screens inside), or words.
 */
export class RepairController {
  readonly #backend: MfaBackend;
  readonly #accepted: (passkeys: AcceptedPasskeys) => void;
  readonly #listeners = new Set<RepairListener>();
  readonly #life = new AbortController();
  #state: RepairState;
  #abilities = NO_ABILITIES;
  #policy: Policy = DEFAULT_POLICY;
  #isLearned = false;
  /** The factors from before; null: nobody says. */
  #before: Promise<readonly OldFactor[] | null> | undefined;

  /** @param accepted hears which passkeys the account still takes, once what was lost is off */
  constructor(
    backend: MfaBackend,
    start: RepairStart,
    accepted: (passkeys: AcceptedPasskeys) => void = () => undefined,
  ) {
    this.#backend = backend;
    this.#accepted = accepted;
    this.#state = begun(start.because, start, meansOf(backend));
  }

  get state(): RepairState {
    return this.#state;
  }

  /** Whether it is known what can be chosen, and how many ways are wanted. */
  get learned(): boolean {
    return this.#isLearned;
  }

  get policy(): Policy {
    return this.#policy;
  }

  /** What can be set up with this browser, the quickest first. */
  get kinds(): readonly NewKind[] {
    const isHidden = (kind: NewKind): boolean => this.#policy.hide.includes(kind === 'totp' ? kind : 'passkey');
    return newKinds(meansOf(this.#backend), this.#abilities).filter((kind) => !isHidden(kind) && !this.#isDone(kind));
  }

  /** This device is set up once, and one app takes another's place; keys there may be several. */
  #isDone(kind: NewKind): boolean {
    const { state } = this;
    const added = 'journey' in state ? state.journey.facts.added : [];
    return kind !== 'security-key' && added.some((one) => one.kind === kind);
  }

  /** Tells of each change. Returns the way to stop. */
  subscribe(listener: RepairListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Learns what the words and the choice need; what can't be learned is taken for the least.
   * @param abilities what the browser can hold
   */
  async load(abilities: Promise<Abilities>): Promise<void> {
    const { signal } = this.#call;
    const { state } = this;
    // Who begins with the choice is asked nothing before it.
    if ('journey' in state && state.journey.wanted.includes('retire-lost')) this.#remember();
    const [can, policy, before] = await Promise.all([
      abilities.catch(() => NO_ABILITIES),
      this.#backend.policy(this.#call).catch(() => DEFAULT_POLICY),
      this.#countBefore(),
    ]);
    if (signal.aborted) return;
    this.#abilities = can;
    this.#policy = policy;
    this.#isLearned = true;
    const { backupCodes: codes, minFactors: needed, codesCount } = policy;
    this.dispatch({ type: 'learned', codes, ways: { needed, codesCount: codes && codesCount, before } });
    this.#tell(this.#state);
  }

  /** Ends what is under way. A request that has left is not called back. */
  stop(): void {
    this.#life.abort();
  }

  /** "Yes, set up a new one". What is there now is what may have been lost. */
  gone(): void {
    this.#remember();
    this.dispatch({ type: 'gone' });
  }

  /** "No, I just don't have it here". */
  away(): void {
    this.dispatch({ type: 'only-away', lowAt: this.#policy.lowAt });
  }

  /** "Go on" with what is left from before. */
  goOn(): void {
    this.#remember();
    this.dispatch({ type: 'went-on' });
  }

  choose(kind: NewKind): void {
    if (this.kinds.includes(kind)) this.dispatch({ type: 'chosen', kind });
  }

  /** "Turn off": what was lost of several, or once more. */
  async retire(ids: readonly string[]): Promise<void> {
    const { state } = this;
    if (state.status !== 'asking-which') return;
    this.dispatch({ type: 'retiring' });
    await this.#retire(state.old.filter(({ id }) => ids.includes(id)));
  }

  /** It's them; the button stands there again. */
  proved(): void {
    if (this.#state.status === 'proving') this.dispatch({ type: 'back' });
  }

  /** "Go to the app", with signing out everywhere else where that was ticked. */
  async finish(alsoElsewhere: boolean): Promise<void> {
    if (this.#state.status !== 'done') return;
    if (alsoElsewhere) {
      this.dispatch({ type: 'ending' });
      await this.#endOthers();
    }
    const { state } = this;
    if (state.status === 'done' && !state.problem) this.dispatch({ type: 'went-on' });
  }

  /** What the screens inside have come to, and gestures that change nothing but the screen. */
  dispatch(event: RepairEvent): void {
    const previous = this.#state;
    const state = repairMachine(previous, event);
    if (state === previous) return;
    this.#state = state;
    this.#tell(previous);
    if (event.type === 'retiring' || event.type === 'ending') return;
    // The person's last click led here: what they said is done now.
    if (state.status === 'retiring') void this.#look();
    if (state.status === 'ending') void this.#endOthers();
  }

  get #call(): Call {
    return { signal: this.#life.signal };
  }

  #tell(previous: RepairState): void {
    for (const listener of [...this.#listeners]) listener(this.#state, previous);
  }

  /** Read before anything is added. */
  #remember(): void {
    this.#before ??= listed(this.#backend, this.#call).catch(() => null);
  }

  /** How many second factors stand already where everyone has to have some: an enrollment may have been left half done. */
  async #countBefore(): Promise<number> {
    const { state } = this;
    if (!('journey' in state) || !isNew(state.journey)) return 0;
    const held = (await listed(this.#backend, this.#call).catch(() => [])).filter(
      ({ kind }) => kind !== 'delivered-code',
    );
    return held.length;
  }

  /** Looks for what was lost. The only one that it can be is turned off; of several the person says which. */
  async #look(): Promise<void> {
    const { signal } = this.#life;
    // Where nobody says what there is, nothing is turned off: the account page can.
    const [before, now] = [await this.#before, await listed(this.#backend, this.#call).catch(() => null)];
    if (signal.aborted) return;
    if (!before || !now) return this.dispatch({ type: 'found', old: [], replaced: [], problem: null });
    // An app whose place the new one took.
    const replaced = before.filter(({ id }) => !now.some((factor) => factor.id === id));
    const old = retirable(now, before);
    const { state } = this;
    if (state.status === 'retiring' && isSurelyLost(state.journey, old, replaced)) await this.#retire(old);
    else this.dispatch({ type: 'found', old, replaced, problem: null });
  }

  async #retire(old: readonly OldFactor[]): Promise<void> {
    const { signal } = this.#life;
    const ended: Retired[] = [];
    const notified: string[] = [];
    for (const [index, factor] of old.entries()) {
      const { id } = factor;
      try {
        const told = await this.#backend.factors?.remove(id, UNSTOPPABLE);
        if (told && told.notified !== 'unknown') notified.push(...told.notified);
        if (told?.acceptedPasskeys) this.#accepted(told.acceptedPasskeys);
        ended.push(factor);
      } catch (error) {
        const isDone = await isRemoved(this.#backend, id, problemOf(error), this.#call);
        if (signal.aborted) return;
        if (!isDone) return this.#fail(problemOf(error), old.slice(index));
        ended.push(factor);
      }
    }
    if (!signal.aborted) this.dispatch({ type: 'retired', factors: ended, notified });
  }

  #fail(problem: MfaProblem, old: readonly OldFactor[]): void {
    if (problem.code === 'step-up-required')
      this.dispatch({ type: 'proof-needed', old, need: problem.need, until: null });
    else this.dispatch(isOver(problem) ? { type: 'signed-out' } : { type: 'found', old, replaced: [], problem });
  }

  async #endOthers(): Promise<void> {
    const { signal } = this.#life;
    try {
      await this.#backend.sessions?.endOthers(UNSTOPPABLE);
      if (!signal.aborted) this.dispatch({ type: 'ended', problem: null });
    } catch (error) {
      const problem = problemOf(error);
      if (!signal.aborted) this.dispatch(isOver(problem) ? { type: 'signed-out' } : { type: 'ended', problem });
    }
  }
}
