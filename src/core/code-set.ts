import type { CodeFormat } from './backup-code.js';
import type { Instant, Known } from './factor.js';
import type { Policy } from './policy.js';

/** What a server tells of a person's backup codes without showing one. */
export interface CodeSetStatus {
  /** Some servers tell none and on apart and no more, some only none. */
  readonly state: Known<'none' | 'staged' | 'on' | 'used-up'>;
  readonly left: Known<number>;
  readonly of: Known<number>;
  readonly made: Known<Instant>;
  readonly lastUsed: Known<Instant>;
  /** Made by the help desk. */
  readonly temporary: boolean;
}

/** A set that was just made. Codes exist here and nowhere else. `id` is not secret. */
export interface CodeSet {
  readonly id: string;
  readonly codes: readonly string[];
  readonly format: CodeFormat;
  readonly state: 'staged' | 'active';
  readonly confirmBy: Known<Instant>;
}

/** A code that a server shows again; null: it was used and is gone. */
export interface RevealedCode {
  readonly code: string | null;
  readonly usedAt?: Instant;
}

/** What a count means to the person. */
export type Standing =
  | 'none'
  /** New codes were made and never confirmed, and there are no others. */
  | 'unfinished'
  | 'used-up'
  | 'low'
  | 'fine'
  /** They are on, and nobody says how many are left. */
  | 'uncounted'
  /** Nobody says whether there are any. */
  | 'untold';

export function standingOf({ state, left }: Pick<CodeSetStatus, 'state' | 'left'>, lowAt: number): Standing {
  if (state === 'none') return 'none';
  if (state === 'staged') return 'unfinished';
  if (state === 'used-up' || left === 0) return 'used-up';
  if (left === 'unknown') return state === 'on' ? 'uncounted' : 'untold';
  return left <= lowAt ? 'low' : 'fine';
}

/** What became of, or stands behind, the codes that new ones replace. */
export type OldCodes = 'work' | 'none' | 'unknown';

/** Whether the codes of a status open the account. */
export function oldCodes({ state, left }: Pick<CodeSetStatus, 'state' | 'left'>): OldCodes {
  if (state === 'unknown') return 'unknown';
  return state === 'on' && left !== 0 ? 'work' : 'none';
}

/** No codes at all, as a server tells it. */
export const NO_CODES: CodeSetStatus = Object.freeze({
  state: 'none',
  left: 0,
  of: 0,
  made: 'unknown',
  lastUsed: 'unknown',
  temporary: false,
});

/** What just happened that makes new codes a good idea. */
export type Occasion = 'recovery' | 'factor-removed' | 'exposed';
const OCCASIONS: readonly unknown[] = ['recovery', 'factor-removed', 'exposed'] satisfies Occasion[];
export const isOccasion = (value: unknown): value is Occasion => OCCASIONS.includes(value);

/** Why new codes are suggested. Age alone is never a reason. */
export interface Prompt {
  readonly because: Occasion | 'none-left' | 'unfinished' | 'temporary' | 'low';
  readonly mayWait: boolean;
}

/** The one suggestion that is shown, the most pressing first; null: none. */
export function promptOf(
  codes: CodeSetStatus,
  { lowAt, postponeRepair }: Pick<Policy, 'lowAt' | 'postponeRepair'>,
  occasion: Occasion | null = null,
): Prompt | null {
  const standing = standingOf(codes, lowAt);
  if (occasion === 'exposed') return { because: occasion, mayWait: true };
  if (standing === 'used-up') return { because: 'none-left', mayWait: postponeRepair };
  if (standing === 'unfinished') return { because: 'unfinished', mayWait: true };
  if (codes.temporary) return { because: 'temporary', mayWait: true };
  if (standing === 'low') return { because: 'low', mayWait: true };
  return occasion && { because: occasion, mayWait: true };
}
