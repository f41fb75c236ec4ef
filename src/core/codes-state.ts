import {
  oldCodes,
  promptOf,
  type CodeSetStatus,
  type Occasion,
  type OldCodes,
  type Prompt,
  type RevealedCode,
} from './code-set.js';
import { lossOf, type Loss, type Shown, type Unproved } from './custody.js';
import type { MfaProblem } from './errors.js';
import type { Known } from './factor.js';
import type { ProofNeed } from './step-up.js';
import type { Policy } from './policy.js';

/** What a fresh proof may be asked for. Not a secret: a page may keep it while the person is away to sign in. */
export type Step = 'make' | 'remove' | 'reveal';
const STEPS: readonly unknown[] = ['make', 'remove', 'reveal'] satisfies Step[];
export const isStep = (value: unknown): value is Step => STEPS.includes(value);

/** Why a click did not lead on. */
export type CodesTrouble = Unproved | { readonly code: 'missing'; readonly what: 'acceptance' } | MfaProblem;

/** What happened that is no trouble. `proved`: it is them; what they wanted waits for their click. `left`: without saving. */
export type CodesNews = 'proved' | 'removed' | 'left';

/** What is known of the codes, whatever stands on screen. */
export interface Ground {
  readonly codes: CodeSetStatus;
  readonly issuing: 'staged' | 'immediate';
  readonly policy: Pick<Policy, 'lowAt' | 'postponeRepair' | 'proof'>;
  readonly may: { readonly remove: boolean; readonly reveal: boolean };
  readonly occasion: Occasion | null;
  /** Whether the person has put off what was suggested. */
  readonly dismissed: boolean;
}

export interface OnGround {
  readonly ground: Ground;
}
export interface OnShow extends OnGround {
  readonly shown: Shown;
}
/** What a form says besides its words. */
export interface Said {
  readonly trouble: CodesTrouble | null;
  readonly news: CodesNews | null;
}

export type CodesState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: MfaProblem }
  /** The policy rules backup codes out: nothing is said of them. */
  | { readonly status: 'absent' }
  /** The card: count and state. */
  | ({ readonly status: 'overview' } & Said & OnGround)
  /** Where new codes end the old ones at once, that is accepted first. */
  | ({ readonly status: 'accepting'; readonly accepted: boolean } & Said & OnGround)
  /** "Turn off", with its warning. */
  | ({ readonly status: 'removal' } & Said & OnGround)
  /** Confirm it's you, before the step. */
  | ({ readonly status: 'proving'; readonly step: Step } & ProofNeed & OnGround)
  /** A request for the step has left. */
  | ({ readonly status: 'working'; readonly step: Step } & OnGround)
  /** New codes may have been made, and their answer did not come. `old`: what became of the codes before. */
  | ({ readonly status: 'unshown'; readonly old: OldCodes } & OnGround)
  | ({ readonly status: 'showing'; readonly trouble: CodesTrouble | null; readonly news: 'proved' | null } & OnShow)
  /** `doubt`: an earlier confirmation's answer was lost. */
  | ({ readonly status: 'confirming'; readonly doubt: boolean } & OnShow)
  /** Confirm it's you, over the codes, which stay. */
  | ({ readonly status: 'proving-over'; readonly doubt: boolean } & ProofNeed & OnShow)
  /** Nobody knows yet whether they are on; the person may ask again. */
  | ({ readonly status: 'unsure'; readonly problem: MfaProblem } & OnShow)
  /** "Leave without saving?" `problem`: why it was not known whether they are on; null: they are not. */
  | ({ readonly status: 'leaving'; readonly loss: Loss; readonly problem: MfaProblem | null } & OnShow)
  /** What was on screen can't be turned on any more: replaced in another tab, or too old. */
  | ({ readonly status: 'replaced' } & OnGround)
  | ({ readonly status: 'revealed'; readonly codes: readonly RevealedCode[]; readonly masked: boolean } & OnGround)
  /** `old`: what the codes before were until now. */
  | ({
      readonly status: 'done';
      readonly left: Known<number>;
      readonly notified: Known<readonly string[]>;
      readonly old: OldCodes;
    } & OnGround)
  /** The session is over. `lost`: whether new codes were on screen that are not on. */
  | { readonly status: 'sign-in'; readonly lost: Known<boolean> };

/** A state with a new set in it. */
export type ShownState = Extract<CodesState, OnShow>;

/** What is suggested on the card; null: nothing, or it was put off. */
export function suggestion({ codes, policy, occasion, dismissed }: Ground): Prompt | null {
  const prompt = promptOf(codes, policy, occasion);
  return dismissed && prompt?.mayWait ? null : prompt;
}

/** The codes that are to be seen now, in their order. */
export function codesOnScreen(state: CodesState): readonly string[] {
  if (state.status === 'revealed') return state.masked ? [] : state.codes.flatMap(({ code }) => code ?? []);
  return 'shown' in state && state.status !== 'leaving' && !state.shown.masked ? state.shown.set.codes : [];
}

/** Whether a confirmation is out whose answer was lost: then nobody knows whether the codes are on. */
export const isInDoubt = (state: ShownState): boolean =>
  state.status === 'unsure' ||
  ('doubt' in state && state.doubt) ||
  (state.status === 'leaving' && state.problem !== null);

/** Whether closing the page would take something that can't be had again: where the browser may ask. */
export const asksBeforeLeaving = (state: CodesState): boolean =>
  'shown' in state && lossOf(state.shown, oldCodes(state.ground.codes), isInDoubt(state)) !== null;

/** Whether "Make new codes" stands on the screen. */
export const mayMake = ({ status }: CodesState): boolean => MAKING.includes(status);
const MAKING: readonly CodesState['status'][] = ['overview', 'unshown', 'replaced', 'done'];

/** What the page may keep while the person is away to sign in, to come back to the same step; null: nothing. */
export const stepOf = (state: CodesState): Step | null => (state.status === 'proving' ? state.step : null);
