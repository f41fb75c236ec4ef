import { BUSY, ERROR, FIELD, offline, send, WRONG_BACKUP_CODE } from './gestures.js';
import type { Screen } from './screen.js';
import { statesOf, type ScreenState } from './state.js';

const here = statesOf('mfa-reset');

const RESET = { account: { enroll: { because: 'reset' } } } as const;
const SAID = {
  status: 'elsewhere',
  server: RESET,
  properties: { contact: { phone: '+47 22 00 00 00' } },
} as const;
const LOST = { kind: 'lost', committed: false } as const;

const sendPass = (screen: Screen): Promise<void> => screen.submit(screen.server.account.enroll?.pass ?? '');

/** After a reset by the help team. */
export const resetStates: readonly ScreenState[] = [
  here('pass', 'The help team’s code comes first', { ...SAID, there: FIELD, says: 'Code from the help team' }),
  here('no-pass', 'No code is asked for', {
    ...SAID,
    server: { account: { enroll: { because: 'reset', passNeeded: false } } },
    there: '[data-action=set-up]',
    says: 'after a request. Please set up a new one by',
  }),
  here('page-alone', 'The app has said nothing but its page', {
    ...SAID,
    properties: {},
    there: 'a[href="/help"]',
    says: 'Stop here and call us.',
  }),
  here('empty', 'Nothing was typed', {
    ...SAID,
    reach: send(' '),
    there: ERROR,
    says: 'Type the code that our help team read to you.',
  }),
  here('wrong', 'The code is wrong', {
    ...SAID,
    reach: send(WRONG_BACKUP_CODE),
    there: ERROR,
    says: 'Check each letter and number, or ask for a new one.',
  }),
  here('used', 'The code was used before', {
    ...SAID,
    arrange: ({ faults }) => faults.next('attempt', { kind: 'refused', problem: { code: 'used-code' } }),
    reach: sendPass,
    there: ERROR,
    says: 'That code was used before. Ask our help team for a new one.',
  }),
  here('expired', 'The code is too old', {
    ...SAID,
    arrange: ({ faults }) => faults.next('attempt', { kind: 'refused', problem: { code: 'delivered-code-expired' } }),
    reach: sendPass,
    there: ERROR,
    says: 'That code is too old. Ask for a new one.',
  }),
  here('not-taken', 'The server takes no code', {
    ...SAID,
    arrange: ({ faults }) =>
      faults.next('attempt', { kind: 'refused', problem: { code: 'not-allowed', reason: 'policy' } }),
    reach: sendPass,
    there: ERROR,
    says: "We can't take a code here right now.",
  }),
  here('locked', 'Too many codes were wrong', {
    ...SAID,
    arrange: ({ faults }) => faults.next('attempt', { kind: 'busy', retryAfter: 600 }),
    reach: sendPass,
    there: ERROR,
    says: 'Too many tries. You can try again at',
  }),
  here('offline', 'There is no network', {
    ...SAID,
    trouble: 'offline',
    reach: offline(sendPass),
    there: ERROR,
    says: "You're offline. Your code was not sent.",
  }),
  here('checking', 'The code is on its way', {
    ...SAID,
    arrange: ({ faults }) => faults.next('attempt', { kind: 'slow' }),
    reach: sendPass,
    there: BUSY,
    says: 'Checking…',
  }),
  here('settling', 'The answer was lost, and the server is asked', {
    ...SAID,
    arrange({ faults }) {
      faults.next('attempt', LOST);
      faults.next('settle', { kind: 'slow' });
    },
    reach: sendPass,
    there: '[data-part=status]:not(:empty)',
    says: 'We lost the connection. Checking your code…',
  }),
  here('not-spent', 'The code never arrived', {
    ...SAID,
    arrange: ({ faults }) => faults.next('attempt', LOST),
    reach: sendPass,
    there: ERROR,
    says: 'Your code still works: send it again.',
  }),
  here('unsettled', 'The server can’t be asked what became of it', {
    ...SAID,
    arrange({ faults }) {
      faults.next('attempt', LOST);
      faults.next('settle', LOST, { times: Infinity });
    },
    reach: sendPass,
    there: ERROR,
    says: 'Your code was not sent again.',
  }),
];
