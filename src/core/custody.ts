import { parseBackupCode, type TypedCode } from './backup-code.js';
import type { CodeSet, OldCodes } from './code-set.js';
import type { Instant } from './factor.js';
import type { Policy } from './policy.js';

/** How codes can leave the screen. There is no other way: no mail, no message, no cloud. */
export type Keeping = 'copied' | 'printed' | 'downloaded';

/** How the last try to keep them ended. `ok`: the browser let us; nobody can know more. */
export interface KeptNews {
  readonly by: Keeping;
  readonly ok: boolean;
}

/** A set on screen. */
export interface Shown {
  readonly set: CodeSet;
  /** By this browser's clock: the server does not tell when it made the set. */
  readonly made: Instant;
  readonly proof: Policy['proof'];
  /** "I have saved these codes", as it was when it was last looked at. */
  readonly ticked: boolean;
  readonly kept: readonly Keeping[];
  readonly news: KeptNews | null;
  /** The tab was away: nothing is shown until the person asks. */
  readonly masked: boolean;
}

/** Why saving is not shown yet. Nothing of what was typed is in here. */
export type Unproved =
  | { readonly code: 'missing'; readonly what: 'tick' | 'saving' }
  | { readonly code: 'typed'; readonly is: Exclude<TypedCode['is'], 'code'> | 'not-listed' };

/** What the form holds when the person chooses Finish. `typed`: only where the policy asks for one code. */
export interface Saving {
  readonly ticked: boolean;
  readonly typed?: string;
}

/** What is missing until the codes count as saved; null: nothing. Looked at here alone, so a code that is typed is not used up. */
export function missing({ set, proof, kept }: Shown, { ticked, typed = '' }: Saving): Unproved | null {
  if (proof === 'type-one') {
    const read = parseBackupCode(typed, set.format);
    if (read.is !== 'code') return { code: 'typed', is: read.is };
    if (!set.codes.includes(read.code)) return { code: 'typed', is: 'not-listed' };
  }
  if (proof === 'tick-and-save' && kept.length === 0) return { code: 'missing', what: 'saving' };
  return ticked ? null : { code: 'missing', what: 'tick' };
}

/** Ticked or not. A tick that was missing is missing no more, and the box is not wrong while it is ticked. */
export const withTick = <S extends { readonly shown: Shown; readonly trouble?: object | null }>(
  state: S,
  ticked: boolean,
): S => ({
  ...state,
  shown: { ...state.shown, ticked },
  ...(ticked && (state.trouble as { what?: string } | null | undefined)?.what === 'tick' && { trouble: null }),
});

/**
 * What leaving would take; null: nothing, so nobody is asked. `new`: the new codes, of the old ones nobody says anything.
 * `unsure`: whether the new ones are on is not known.
 */
export type Loss = 'first' | 'new' | 'everything' | 'unsure';

/** @param unsure whether a confirmation is out whose answer was lost */
export function lossOf({ set }: Shown, old: OldCodes, unsure: boolean): Loss | null {
  if (set.state === 'active') return 'everything';
  if (unsure) return 'unsure';
  if (old === 'work') return null;
  return old === 'none' ? 'first' : 'new';
}
