import type { PassTrouble } from '../core/machines/pass.js';
import { describe, tries } from './describe.js';
import { reset } from './messages/reset.js';

/** What is said of a code from the help team that did not lead on. @param time writes a time of day */
export function describePass(trouble: PassTrouble, service: string, time: (at: number) => string): string {
  switch (trouble.code) {
    case 'typed':
      return trouble.is === 'many' ? reset.many : reset.empty;
    case 'wrong-code':
      return reset.wrong + tries(trouble.triesLeft);
    case 'used-code':
      return reset.used;
    case 'not-spent':
      return reset.notSpent;
    case 'maybe-spent':
      return reset.maybeSpent;
    case 'too-many-attempts':
      return reset.tooMany(trouble.retryAt === 'unknown' ? null : time(trouble.retryAt));
    case 'not-allowed':
      return reset.notAllowed;
    case 'offline':
      return reset.offline;
    default:
      return describe(trouble, { way: null, service, shape: '', time });
  }
}
