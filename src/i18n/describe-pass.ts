import type { PassTrouble } from '../core/machines/pass.js';
import { fill } from './catalogue.js';
import { describe, withTries } from './describe.js';
import { reset } from './messages/reset.js';

/** What is said of a code from the help team that did not lead on. @param time writes a time of day */
export function describePass(trouble: PassTrouble, service: string, time: (at: number) => string): string {
  const words = reset();
  switch (trouble.code) {
    case 'typed':
      return trouble.is === 'many' ? words.many : words.empty;
    case 'wrong-code':
      return withTries(words.wrong, trouble.triesLeft);
    case 'used-code':
      return words.used;
    case 'not-spent':
      return words.notSpent;
    case 'maybe-spent':
      return words.maybeSpent;
    case 'too-many-attempts':
      return trouble.retryAt === 'unknown' ? words.tooMany : fill(words.tooManyUntil, { time: time(trouble.retryAt) });
    case 'not-allowed':
      return words.notAllowed;
    case 'offline':
      return words.offline;
    default:
      return describe(trouble, { way: null, service, shape: '', time });
  }
}
