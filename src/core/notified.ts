import type { Known } from './factor.js';

/** What is weak in how a person hears of a change. */
export type NoticeAdvice = 'one-address' | 'same-address';

/**
 * @param notified the masked addresses that were told
 * @param sentTo the masked addresses that codes go to
 */
export function noticeAdvice(notified: Known<readonly string[]>, sentTo: readonly string[]): NoticeAdvice | null {
  if (notified === 'unknown') return null;
  const [only, ...others] = notified;
  if (only === undefined || others.length > 0) return null;
  return sentTo.includes(only) ? 'same-address' : 'one-address';
}
