import type { HelpTrouble } from '../core/machines/assistance.js';
import { fill } from './catalogue.js';
import { describe } from './describe.js';
import { support } from './messages/support.js';

/** What was tried: a request to the help team, or taking it back. */
export type HelpAct = 'ask' | 'cancel';

interface Told {
  readonly act: HelpAct;
  readonly service: string;
  /** Writes a day and a time. */
  readonly time: (at: number) => string;
}

/** What is said where asking for help, or taking it back, came to nothing. */
export function describeHelp(trouble: HelpTrouble, { act, service, time }: Told): string {
  const { troubles } = support();
  const words = act === 'ask' ? troubles : troubles.cancel;
  switch (trouble.code) {
    case 'not-asked':
    case 'still-open':
    case 'offline':
      return troubles[trouble.code];
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
