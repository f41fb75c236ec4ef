import type { RepairTask } from './challenge.js';
import type { MfaProblem } from './errors.js';
import type { Known } from './factor.js';
import { needsCodesFirst, plan, type Means, type NewKind, type OldFactor, type Retired } from './repair.js';
import type { ProofNeed } from './step-up.js';

/** What has become true on the way, for "All set". */
export interface Facts {
  readonly added: readonly { readonly kind: NewKind; readonly name: string | null }[];
  /** How many new codes are on; null: none were made. */
  readonly codes: Known<number> | null;
  readonly retired: readonly Retired[];
  readonly signedOutElsewhere: boolean;
  /** Masked addresses. */
  readonly notified: readonly string[];
}

/**
 * Why the person is here: a backup code let them in, or one after which a new second factor has to follow at once; something is
 * left from before; a second factor has to be set up, for the first time, after a reset by the help team, or in the place of one
 * that is lost and still there.
 */
export type Because = 'code' | 'owed' | 'unfinished' | 'required' | 'reset' | 'lost';

/** Whether nobody is in before a second factor is set up. */
export const isNew = ({ because }: { readonly because: Because }): boolean =>
  because === 'required' || because === 'reset' || because === 'lost';

/** Whether it can be put off nowhere. After a code of the person's own, they are asked first what was lost. */
export const isForced = ({ because, mayPostpone }: Pick<Journey, 'because' | 'mayPostpone'>): boolean =>
  because !== 'code' && !mayPostpone;

export interface Journey {
  readonly because: Because;
  readonly gone: boolean;
  readonly codesLeft: Known<number>;
  readonly mayPostpone: boolean;
  readonly means: Means;
  readonly adds: NewKind | null;
  /** How many ways in the account needs by the policy, whether backup codes are one of them, and how many there were before. */
  readonly ways: { readonly needed: number; readonly codesCount: boolean; readonly before: number };
  /** Whether all was set before, and this is a second way that the person adds besides. */
  readonly besides: boolean;
  /** What is left to do, as far as this server can; in which order, the plan says. */
  readonly wanted: readonly RepairTask[];
  readonly facts: Facts;
}

interface OnWay {
  readonly journey: Journey;
}

export type RepairState =
  | ({ readonly status: 'in' } & OnWay)
  /** `waiting`: the new phone isn't here yet. */
  | ({ readonly status: 'choosing'; readonly waiting: boolean } & OnWay)
  | ({ readonly status: 'adding'; readonly kind: NewKind } & OnWay)
  | ({ readonly status: 'codes' } & OnWay)
  /** What was lost is looked for, or turned off. */
  | ({ readonly status: 'retiring' } & OnWay)
  /** Which one was lost, or why it could not be turned off. */
  | ({
      readonly status: 'asking-which';
      readonly old: readonly OldFactor[];
      readonly problem: MfaProblem | null;
    } & OnWay)
  | ({ readonly status: 'proving'; readonly old: readonly OldFactor[] } & ProofNeed & OnWay)
  | ({ readonly status: 'ending' } & OnWay)
  /** `problem`: why the other devices could not be signed out. */
  | ({ readonly status: 'done'; readonly problem: MfaProblem | null } & OnWay)
  /** The person goes on to the app. `postponed`: with something left to do. */
  | ({ readonly status: 'left'; readonly postponed: boolean } & OnWay)
  | { readonly status: 'sign-in' };

/** Whether "Not now" stands on the screen. */
export const mayLeave = (state: RepairState): boolean =>
  'journey' in state &&
  state.journey.mayPostpone &&
  (state.status === 'in' || (state.status === 'choosing' && state.waiting));

/** Whether the person can't go on to the app from here: they have to see whom to ask, and how to leave. */
export const isForcedStep = (state: RepairState): state is Exclude<RepairState, { status: 'left' | 'sign-in' }> =>
  'journey' in state && state.status !== 'left' && !state.journey.mayPostpone;

/** Whether codes may be left for later: never where the app is about to leave a gap. */
export const mayLeaveCodes = (journey: Journey): boolean =>
  journey.mayPostpone && !needsCodesFirst(journey, journey.means);

/** What is left to do, in order. */
export const openTasks = ({ wanted, codesLeft, adds, means }: Journey): readonly RepairTask[] =>
  plan({ gone: false, codesLeft, todo: wanted, adds }, means);

/**
 * Whether what was lost needs no question: the person said that it is gone, something new works in its place, and it is the one
 * factor that it can be. Where the new app replaced an old one, or the device was set up already, others may be at hand still.
 */
export const isSurelyLost = (
  { gone, facts }: Journey,
  old: readonly OldFactor[],
  replaced: readonly unknown[],
): boolean => gone && facts.added.length > 0 && replaced.length === 0 && old.length === 1;

/** Whether there is no session yet, by what the server has: it gives one as soon as there are factors enough. */
export const isBeforeSession = (journey: Pick<Journey, 'because' | 'ways' | 'facts'>): boolean => {
  const { needed, codesCount, before } = journey.ways;
  // Codes are made in a session, so none of them can open the first.
  return isNew(journey) && before + journey.facts.added.length < Math.max(1, needed - (codesCount ? 1 : 0));
};

/** "1 of 2 done", where everyone has to have more than one; null: nobody counts. */
export function waysDone(journey: Journey): { readonly done: number; readonly of: number } | null {
  const { ways, facts } = journey;
  if (!isNew(journey) || ways.needed < 2) return null;
  const done = ways.before + facts.added.length + (ways.codesCount && facts.codes !== null ? 1 : 0);
  return { done: Math.min(done, ways.needed), of: ways.needed };
}

/** "Step 1 of 3": of what the person sees. The last is "All set". */
export function progress(journey: Journey): { readonly step: number; readonly of: number } {
  const { added, codes } = journey.facts;
  const left = openTasks(journey).filter((task) => task === 'add-factor' || task === 'new-codes').length;
  const done = added.length + (codes === null ? 0 : 1);
  return { step: done + 1, of: done + left };
}
