import { statesOf, type ScreenState } from './state.js';

const here = statesOf('mfa-challenge');
const AT = Date.UTC(2027, 0, 12, 10);

/** What happened meanwhile stands below the form. */
export const challengeNotices: readonly ScreenState[] = [
  here('asking-case-open', 'The help team has a request', {
    status: 'asking',
    server: { account: { helpCase: 'waiting' } },
    there: '[data-action=see-request]',
    says: 'You have asked our help team.',
  }),
  here('asking-case-answered', 'The help team has answered', {
    status: 'asking',
    server: { account: { helpCase: 'answered' } },
    there: '[data-action=see-request]',
    says: 'Our help team has looked at your request.',
  }),
  here('asking-after-reset', 'The help team took the old second factor away', {
    status: 'asking',
    server: { account: { notices: [{ kind: 'reset', at: AT }] } },
    there: '[data-variant=reset]',
    says: 'This is written down.',
  }),
  here('asking-temporary-codes', 'The help team has made codes', {
    status: 'asking',
    server: { account: { backupCodes: { of: 3, temporary: true } } },
    there: '[data-variant=temporary-codes]',
    says: 'Our help team made backup codes for you.',
  }),
];
