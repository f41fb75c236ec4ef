import type { HelpTrouble } from '../core/machines/assistance.js';
import { fill } from './catalogue.js';
import { describe } from './describe.js';
import { support } from './messages/support.js';

/** What is said where asking for help, or taking it back, came to nothing. @param time writes a day and a time */
export function describeHelp(trouble: HelpTrouble, service: string, time: (at: number) => string): string {
  const words = support().troubles;
  switch (trouble.code) {
    case 'not-asked':
    case 'still-open':
    case 'offline':
    case 'not-allowed':
      return words[trouble.code];
    case 'outcome-unknown':
      return words.unsure;
    case 'too-many-attempts':
      return trouble.retryAt === 'unknown'
        ? words['too-many']
        : fill(words['too-many-until'], { time: time(trouble.retryAt) });
    case 'challenge-over':
      return trouble.restart === 'here' ? words.over : words['sign-in'];
    case 'signed-out':
    case 'other-account':
      return words['sign-in'];
    default:
      return describe(trouble, { way: null, service, shape: '', time });
  }
}
