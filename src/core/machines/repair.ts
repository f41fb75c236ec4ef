/**
 * The way back to safe as a machine. Owns: which screen follows which event, by the plan. Does not own: requests, words, and
 * what happens inside the screens for a new factor and new codes.
 */
import type { RepairTask } from '../challenge.js';
import type { MfaProblem } from '../errors.js';
import type { Known } from '../factor.js';
import { TASKS, type Means, type NewKind, type OldFactor, type Retired } from '../repair.js';
import {
  isNew,
  mayLeave,
  mayLeaveCodes,
  openTasks,
  type Because,
  type Facts,
  type Journey,
  type RepairState,
} from '../repair-state.js';
import type { ProofNeed } from '../step-up.js';

export type RepairEvent =
  | { readonly type: 'gone' }
  | { readonly type: 'only-away'; readonly lowAt: number }
  /** `codes`: whether the policy wants backup codes. */
  | ({ readonly type: 'learned'; readonly codes: boolean } & Pick<Journey, 'ways'>)
  /** `more`: a second way, once all is set. */
  | { readonly type: 'went-on' | 'postponed' | 'waiting' | 'more' | 'back' | 'signed-out' }
  | { readonly type: 'chosen'; readonly kind: NewKind }
  | {
      readonly type: 'added';
      readonly kind: NewKind;
      readonly name: string | null;
      readonly todo: readonly RepairTask[];
      readonly notified: Known<readonly string[]>;
    }
  /** What was to be set up was there already. */
  | { readonly type: 'had' }
  | { readonly type: 'codes-on'; readonly left: Known<number> }
  | { readonly type: 'codes-left' }
  /** What was found of what may have been lost; none: there is nothing to turn off. `replaced`: what the new one has ended. */
  | {
      readonly type: 'found';
      readonly old: readonly OldFactor[];
      readonly replaced: readonly Retired[];
      readonly problem: MfaProblem | null;
    }
  | ({ readonly type: 'proof-needed'; readonly old: readonly OldFactor[] } & ProofNeed)
  | { readonly type: 'retiring' | 'kept' | 'ending' }
  | { readonly type: 'retired'; readonly factors: readonly Retired[]; readonly notified: Known<readonly string[]> }
  | { readonly type: 'ended'; readonly problem: MfaProblem | null };

const NOTHING: Facts = { added: [], codes: null, retired: [], signedOutElsewhere: false, notified: [] };

/** Where repair begins. */
export function begun(
  because: Because,
  told: { readonly todo: readonly RepairTask[]; readonly codesLeft: Known<number>; readonly mayPostpone: boolean },
  means: Means,
): RepairState {
  const { codesLeft } = told;
  const mayPostpone = told.mayPostpone && (because === 'code' || because === 'unfinished');
  const first: readonly RepairTask[] = ['add-factor', 'new-codes'];
  const whole: readonly RepairTask[] = because === 'lost' ? [...first, 'retire-lost'] : first;
  const todo: readonly RepairTask[] = isNew({ because }) ? whole : told.todo;
  const journey: Journey = {
    ...{
      because,
      gone: false,
      codesLeft,
      mayPostpone,
      means,
      adds: null,
      besides: false,
      wanted: todo,
      facts: NOTHING,
    },
    ways: { needed: 1, codesCount: false, before: 0 },
  };
  return isNew(journey) ? next(journey) : { status: 'in', journey };
}

/** An event that does not fit the state changes nothing. */
export function repairMachine(state: RepairState, event: RepairEvent): RepairState {
  if (state.status === 'sign-in') return state;
  const { status, journey } = state;
  switch (event.type) {
    case 'signed-out':
      return { status: 'sign-in' };
    case 'learned':
      return learned(state, event);
    case 'gone':
      return status === 'in' ? next({ ...journey, gone: true, wanted: TASKS }) : state;
    case 'only-away':
      return status === 'in' ? afterAway(journey, event.lowAt) : state;
    case 'went-on':
      if (status === 'in') return next(journey);
      return status === 'done' ? { status: 'left', journey, postponed: false } : state;
    case 'postponed':
      return mayLeave(state) ? { status: 'left', journey, postponed: true } : state;
    case 'waiting':
      return status === 'choosing' ? { ...state, waiting: true } : state;
    case 'more':
      return status === 'done' ? next({ ...journey, besides: true, wanted: ['add-factor'] }) : state;
    case 'chosen':
      return status === 'choosing' || status === 'adding' ? next({ ...journey, adds: event.kind }) : state;
    case 'back':
      return back(state);
    case 'added':
      return status === 'adding' ? next(afterAdded(journey, event)) : state;
    case 'had':
      return status === 'adding' ? next(without({ ...journey, adds: null }, 'add-factor')) : state;
    case 'codes-on':
      return status === 'codes'
        ? next(
            without({ ...journey, codesLeft: event.left, facts: { ...journey.facts, codes: event.left } }, 'new-codes'),
          )
        : state;
    case 'codes-left':
      return status === 'codes' && mayLeaveCodes(journey) ? next(without(journey, 'new-codes')) : state;
    case 'found':
      return status === 'retiring' ? afterSearch(journey, event) : state;
    case 'proof-needed':
      return status === 'retiring'
        ? { status: 'proving', journey, old: event.old, need: event.need, until: event.until }
        : state;
    case 'retiring':
      return status === 'asking-which' ? { status: 'retiring', journey } : state;
    case 'kept':
      return status === 'asking-which' ? next(without(journey, 'retire-lost')) : state;
    case 'retired':
      return status === 'retiring' ? next(without(afterRetired(journey, event), 'retire-lost')) : state;
    case 'ending':
      return status === 'done' ? { status: 'ending', journey } : state;
    case 'ended':
      return status === 'ending' ? afterEnding(journey, event.problem) : state;
  }
}

/** The screen of the first thing that is left to do. */
function next(journey: Journey): RepairState {
  const { adds } = journey;
  switch (openTasks(journey)[0]) {
    case 'add-factor':
      return adds ? { status: 'adding', journey, kind: adds } : { status: 'choosing', journey, waiting: false };
    case 'new-codes':
      return { status: 'codes', journey };
    case 'retire-lost':
      return { status: 'retiring', journey };
    case 'end-other-sessions':
      return { status: 'ending', journey };
    default:
      return { status: 'done', journey, problem: null };
  }
}

function learned(
  state: Exclude<RepairState, { status: 'sign-in' }>,
  { codes, ways }: Extract<RepairEvent, { type: 'learned' }>,
): RepairState {
  const { mayPostpone, wanted } = state.journey;
  // What the policy wants of everyone is not put off.
  const isShort = ways.needed > 1 && wanted.includes('add-factor');
  const known = { ...state.journey, ways, mayPostpone: mayPostpone && !isShort };
  if (codes) return { ...state, journey: known };
  const journey = without({ ...known, means: { ...known.means, codes: false } }, 'new-codes');
  return state.status === 'codes' ? next(journey) : { ...state, journey };
}

const without = (journey: Journey, task: RepairTask): Journey => ({
  ...journey,
  wanted: journey.wanted.filter((one) => one !== task),
});

/** The phone is only at home: nothing is repaired. Codes that run out are offered first; with none left and no later, they come. */
function afterAway(journey: Journey, lowAt: number): RepairState {
  const { codesLeft, means } = journey;
  const isLow = codesLeft !== 'unknown' && codesLeft <= lowAt;
  return means.codes && isLow
    ? { status: 'codes', journey: { ...journey, wanted: ['new-codes'] } }
    : { status: 'left', journey, postponed: false };
}

/** The server says what follows; what the person said of their phone adds to it. */
function afterAdded(
  journey: Journey,
  { kind, name, todo, notified }: Extract<RepairEvent, { type: 'added' }>,
): Journey {
  const { adds, facts, means } = journey;
  // Where setting up the app turned all off, its codes came with it.
  const came = adds === 'totp' && means.app === 'all-off';
  const codes = came ? 'unknown' : facts.codes;
  const wanted = [...without(journey, 'add-factor').wanted, ...todo].filter(
    (task) => task !== 'new-codes' || codes === null,
  );
  const added = [...facts.added, { kind, name }];
  return { ...journey, adds: null, besides: false, wanted, facts: withAddresses({ ...facts, added, codes }, notified) };
}

function afterSearch(
  before: Journey,
  { old, replaced, problem }: Extract<RepairEvent, { type: 'found' }>,
): RepairState {
  const journey = afterRetired(before, { factors: replaced, notified: 'unknown' });
  return old.length === 0 ? next(without(journey, 'retire-lost')) : { status: 'asking-which', journey, old, problem };
}

const afterRetired = (
  journey: Journey,
  { factors, notified }: Pick<Extract<RepairEvent, { type: 'retired' }>, 'factors' | 'notified'>,
): Journey => ({
  ...journey,
  facts: withAddresses({ ...journey.facts, retired: [...journey.facts.retired, ...factors] }, notified),
});

function afterEnding(journey: Journey, problem: MfaProblem | null): RepairState {
  const facts = { ...journey.facts, signedOutElsewhere: problem === null };
  const after = next(without({ ...journey, facts }, 'end-other-sessions'));
  return after.status === 'done' ? { ...after, problem } : after;
}

const withAddresses = (facts: Facts, notified: Known<readonly string[]>): Facts =>
  notified === 'unknown' ? facts : { ...facts, notified: [...new Set([...facts.notified, ...notified])] };

function back(state: RepairState): RepairState {
  switch (state.status) {
    case 'adding':
      return { status: 'choosing', journey: { ...state.journey, adds: null }, waiting: false };
    case 'codes':
      // Codes that come before the app are left with it.
      return state.journey.adds
        ? { status: 'choosing', journey: { ...state.journey, adds: null }, waiting: false }
        : state;
    case 'choosing':
      if (state.journey.besides) return next(without({ ...state.journey, besides: false }, 'add-factor'));
      return state.waiting ? { ...state, waiting: false } : state;
    case 'proving':
      return { status: 'asking-which', journey: state.journey, old: state.old, problem: null };
    default:
      return state;
  }
}
