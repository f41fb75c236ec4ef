import { standingOf, type CodeSetStatus, type Prompt } from '../../core/code-set.js';
import type { Instant, Known } from '../../core/factor.js';
import { fill } from '../../i18n/catalogue.js';
import { backupCodes as words } from '../../i18n/messages/backup-codes.js';

/** Whether there is a set that can be turned off. */
export const hasCodes = (codes: CodeSetStatus, lowAt: number): boolean =>
  !['none', 'unfinished', 'untold'].includes(standingOf(codes, lowAt));

/** How many, since when, last used when: only what the server tells. */
export function codesLine(codes: CodeSetStatus, lowAt: number, date: (at: Instant) => string): string {
  const made = codes.made === 'unknown' ? [] : [fill(words().made, { date: date(codes.made) })];
  const used = codes.lastUsed === 'unknown' ? [] : [fill(words().lastUsed, { date: date(codes.lastUsed) })];
  return [countOf(codes, lowAt), ...made, ...used].join(' · ');
}

function countOf(codes: CodeSetStatus, lowAt: number): string {
  switch (standingOf(codes, lowAt)) {
    case 'none':
    case 'unfinished':
      return words().notSetUp;
    case 'uncounted':
      return words().uncounted;
    case 'untold':
      return words().untold;
    default: {
      const count = codes.left === 'unknown' ? 0 : codes.left;
      if (count === 0) return words().noneLeft;
      return codes.of === 'unknown'
        ? fill(words().leftCount, { count })
        : fill(words().leftOf, { count, total: codes.of });
    }
  }
}

/** Why new codes are suggested. */
export function promptWords({ because }: Prompt, left: Known<number>): string {
  const { prompts } = words();
  if (because !== 'low') return prompts[because];
  return left === 'unknown' ? prompts['low-uncounted'] : fill(prompts.low, { count: left });
}
