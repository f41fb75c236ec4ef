import { ERROR, sendAppCode } from './gestures.js';
import { statesOf, type ScreenState } from './state.js';

const here = statesOf('mfa-challenge');

/** The challenge is over, or there was none. */
export const challengeEnds: readonly ScreenState[] = [
  here('loading', 'The server is asked what there is', {
    status: 'loading',
    arrange: ({ faults }) => faults.next('loadChallenge', { kind: 'slow' }),
    there: '[data-state=loading]',
    says: 'One moment…',
  }),
  here('failed-unreachable', 'The server can’t be reached', {
    status: 'failed',
    trouble: 'unreachable',
    arrange: ({ faults }) => faults.next('loadChallenge', { kind: 'lost', committed: false }, { times: Infinity }),
    there: ERROR,
    says: "We can't reach Fjord Bank right now.",
  }),
  here('failed-server', 'The server is broken, and says a reference', {
    status: 'failed',
    trouble: 'server',
    arrange: ({ faults }) =>
      faults.next('loadChallenge', { kind: 'broken', as: 'problem', committed: false }, { times: Infinity }),
    there: ERROR,
    says: 'Something went wrong at Fjord Bank. Try again in a moment. (',
  }),
  here('failed-portal', 'Somebody else answers, as a guest network does', {
    status: 'failed',
    trouble: 'bad-response',
    arrange: ({ faults }) => faults.next('loadChallenge', { kind: 'portal', committed: false }, { times: Infinity }),
    there: ERROR,
    says: 'Something went wrong at Fjord Bank. Try again in a moment.',
  }),
  here('failed-busy', 'The server is asked too often', {
    status: 'failed',
    trouble: 'too-many-attempts',
    arrange: ({ faults }) => faults.next('loadChallenge', { kind: 'busy' }, { times: Infinity }),
    there: ERROR,
    says: 'Too many tries. You can use this page again at',
  }),
  here('passed', 'In by an app code', {
    status: 'passed',
    reach: sendAppCode,
    there: '[data-action=done]',
    says: "You're in",
  }),
  here('signed-in', 'In already', {
    status: 'signed-in',
    arrange: (server) => server.signIn(),
    there: '[data-action=done]',
    says: "You're in",
  }),
  here('sign-in-none', 'Nobody has given the first factor', {
    status: 'sign-in',
    firstFactor: false,
    there: '[data-action=sign-in]',
    says: 'Please sign in first',
  }),
  here('sign-in-over', 'The challenge is over; no code was spent', {
    status: 'sign-in',
    arrange: ({ faults }) => faults.next('attempt', { kind: 'expired', restart: 'sign-in' }),
    reach: sendAppCode,
    there: '[data-action=sign-in]',
    says: 'Your backup codes still work.',
  }),
  here('sign-in-cancelled', 'The person left', {
    status: 'sign-in',
    reach: ({ choose }) => choose('cancel'),
    there: '[data-action=sign-in]',
    says: 'You left this step.',
  }),
  here('elsewhere-enroll', 'A second factor has to be set up first', {
    status: 'elsewhere',
    server: { account: { enroll: { because: 'policy' } } },
    there: '[data-state=elsewhere] [data-part=title]',
    says: "We can't open this account here",
  }),
  here('elsewhere-password', 'The password has to be changed first', {
    status: 'elsewhere',
    server: { account: { changePassword: '/new-password' } },
    there: 'a[href="/new-password"]',
    says: 'Please choose a new password',
  }),
  here('elsewhere-suspended', 'The account is suspended', {
    status: 'elsewhere',
    server: { account: { suspended: true } },
    there: '[data-state=elsewhere] [data-part=title]',
    says: "We can't open this account here",
  }),
  here('elsewhere-no-factor', 'The account has nothing that could be asked for', {
    status: 'elsewhere',
    server: { account: { totp: false, backupCodes: false } },
    there: '[data-state=elsewhere] [data-part=title]',
    says: "We can't open this account here",
  }),
  here('notice', 'The page has set no backend', {
    status: 'notice',
    connected: false,
    there: '[data-part=notice]',
    says: "This part of the page isn't working.",
  }),
];
