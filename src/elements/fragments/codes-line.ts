import { standingOf, type CodeSetStatus } from '../../core/code-set.js';
import type { Instant } from '../../core/factor.js';
import { backupCodes as words } from '../../i18n/messages/backup-codes.js';

/** Whether there is a set that can be turned off. */
export const hasCodes = (codes: CodeSetStatus, lowAt: number): boolean =>
  !['none', 'unfinished', 'untold'].includes(standingOf(codes, lowAt));

/** How many, since when, last used when: only what the server tells. */
export function codesLine(codes: CodeSetStatus, lowAt: number, date: (at: Instant) => string): string {
  const made = codes.made === 'unknown' ? [] : [words.made(date(codes.made))];
  const used = codes.lastUsed === 'unknown' ? [] : [words.lastUsed(date(codes.lastUsed))];
  return [countOf(codes, lowAt), ...made, ...used].join(' · ');
}

function countOf(codes: CodeSetStatus, lowAt: number): string {
  switch (standingOf(codes, lowAt)) {
    case 'none':
    case 'unfinished':
      return words.notSetUp;
    case 'uncounted':
      return words.uncounted;
    case 'untold':
      return words.untold;
    default:
      return words.leftOf(codes.left === 'unknown' ? 0 : codes.left, codes.of);
  }
}
