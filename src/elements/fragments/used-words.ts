import type { Known } from '../../core/factor.js';
import { fill } from '../../i18n/catalogue.js';
import { signIn as words } from '../../i18n/messages/sign-in.js';

/** What became of the backup code that was typed. */
export function usedWords(left: Known<number>, lowAt: number): string {
  const { used, usedLow, usedLast, usedUncounted } = words();
  if (left === 'unknown') return usedUncounted;
  return left === 0 ? usedLast : fill(left <= lowAt ? usedLow : used, { count: left });
}
