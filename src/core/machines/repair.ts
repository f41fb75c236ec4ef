/**
 * The way back to safe as a machine. Owns: which screen follows which event, by the plan. Does not own: requests, words, and
 * what happens inside the screens for a new factor and new codes.
 */
import type { RepairTask } from '../challenge.js';
import type { MfaProblem } from '../errors.js';
import type { Known } from '../factor.js';
import { plan, type Means, type NewKind, type OldFactor } from '../repair.js';
import { mayLeave, mayLeaveCodes, type Because, type Facts, type Journey, type RepairState } from '../repair-state.js';
import type { ProofNeed } from '../step-up.js';

export type RepairEvent =
  | { readonly type: 'gone' }
  | { readonly type: 'only-away'; readonly lowAt: number }
  | { readonly type: 'went-on' | 'postponed' | 'waiting' | 'back' | 'signed-out' }
  | { readonly type: 'chosen'; readonly kind: NewKind }
  | {
      readonly type: 'added';
      readonly kind: NewKind;
      readonly name: string | null;
      readonly todo: readonly RepairTask[];
      readonly notified: Known<readonly string[]>;
    }
  | { readonly type: 'codes-on'; readonly left: Known<number> }
  | { readonly type: 'codes-left' }
  /** What was found of what may have been lost; nothing: there is nothing to turn off. */
  | { readonly type: 'found'; readonly old: readonly OldFactor[]; readonly problem: MfaProblem | null }
  | ({ readonly type: 'proof-needed'; readonly old: readonly OldFactor[] } & ProofNeed)
  | { readonly type: 'retiring' | 'kept' | 'ending' }
  | { readonly type: 'retired'; readonly names: readonly Known<string>[]; readonly notified: Known<readonly string[]> }
  | { readonly type: 'ended'; readonly problem: MfaProblem | null };

const NOTHING: Facts = { added: [], codes: null, retired: [], signedOutElsewhere: false, notified: [] };

/** Where repair begins. */
export function begun(
  because: Because,
  told: { readonly todo: readonly RepairTask[]; readonly codesLeft: Known<number>; readonly mayPostpone: boolean },
  means: Means,
): RepairState {
  const { codesLeft, mayPostpone } = told;
  const todo: readonly RepairTask[] = because === 'required' ? ['add-factor', 'new-codes'] : told.todo;
  const journey: Journey = {
    ...{ because, gone: false, codesLeft, mayPostpone, means, adds: null, facts: NOTHING },
    open: plan({ gone: false, codesLeft, todo, adds: null }, means),
  };
  return because === 'required' ? next(journey) : { status: 'in', journey };
}

/** An event that does not fit the state changes nothing. */
export function repairMachine(state: RepairState, event: RepairEvent): RepairState {
  if (state.status === 'sign-in') return state;
  const { status, journey } = state;
  switch (event.type) {
    case 'signed-out':
      return { status: 'sign-in' };
    case 'gone':
      return status === 'in' ? next(planned({ ...journey, gone: true, open: [] })) : state;
    case 'only-away':
      return status === 'in' ? afterAway(journey, event.lowAt) : state;
    case 'went-on':
      if (status === 'in') return next(journey);
      return status === 'done' ? { status: 'left', journey, postponed: false } : state;
    case 'postponed':
      return mayLeave(state) ? { status: 'left', journey, postponed: true } : state;
    case 'waiting':
      return status === 'choosing' ? { ...state, waiting: true } : state;
    case 'chosen':
      return status === 'choosing' || status === 'adding' ? next(planned({ ...journey, adds: event.kind })) : state;
    case 'back':
      return back(state);
    case 'added':
      return status === 'adding' ? next(afterAdded(journey, event)) : state;
    case 'codes-on':
      return status === 'codes'
        ? next(
            without({ ...journey, codesLeft: event.left, facts: { ...journey.facts, codes: event.left } }, 'new-codes'),
          )
        : state;
    case 'codes-left':
      return status === 'codes' && mayLeaveCodes(journey) ? next(without(journey, 'new-codes')) : state;
    case 'found':
      if (status !== 'retiring') return state;
      return event.old.length === 0
        ? next(without(journey, 'retire-lost'))
        : { status: 'asking-which', journey, old: event.old, problem: event.problem };
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
  const { adds, open } = journey;
  switch (open[0]) {
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

/** The plan anew, with what has been learned. What is done already stays done. */
function planned(journey: Journey): Journey {
  const { gone, codesLeft, adds, means, open, facts } = journey;
  const isDone = (task: RepairTask): boolean => task === 'new-codes' && facts.codes !== null;
  return { ...journey, open: plan({ gone, codesLeft, todo: open, adds }, means).filter((task) => !isDone(task)) };
}

const without = (journey: Journey, task: RepairTask): Journey => ({
  ...journey,
  open: journey.open.filter((one) => one !== task),
});

/** The phone is only at home: nothing is repaired. Codes that run out are offered first; with none left and no later, they come. */
function afterAway(journey: Journey, lowAt: number): RepairState {
  const { codesLeft, means } = journey;
  const isLow = codesLeft !== 'unknown' && codesLeft <= lowAt;
  return means.codes && isLow
    ? { status: 'codes', journey: { ...journey, open: ['new-codes'] } }
    : { status: 'left', journey, postponed: false };
}

/** The server says what follows; what the person said of their phone adds to it. */
function afterAdded(
  journey: Journey,
  { kind, name, todo, notified }: Extract<RepairEvent, { type: 'added' }>,
): Journey {
  const { facts, gone } = journey;
  const told = withAddresses({ ...facts, added: [...facts.added, { kind, name }] }, notified);
  const open = [...without(journey, 'add-factor').open, ...todo];
  const after = planned({ ...journey, gone: false, adds: null, open, facts: told });
  return { ...after, gone };
}

const afterRetired = (journey: Journey, { names, notified }: Extract<RepairEvent, { type: 'retired' }>): Journey => ({
  ...journey,
  facts: withAddresses({ ...journey.facts, retired: [...journey.facts.retired, ...names] }, notified),
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
      return { status: 'choosing', journey: planned({ ...state.journey, adds: null }), waiting: false };
    case 'codes':
      // Codes that come before the app are left with it.
      return state.journey.adds
        ? { status: 'choosing', journey: planned({ ...state.journey, adds: null }), waiting: false }
        : state;
    case 'choosing':
      return state.waiting ? { ...state, waiting: false } : state;
    case 'proving':
      return { status: 'asking-which', journey: state.journey, old: state.old, problem: null };
    default:
      return state;
  }
}
