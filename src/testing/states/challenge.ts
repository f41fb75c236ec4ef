import type { SimulatedServer } from '../server.js';
import { BUSY, ERROR, FIELD, NEWS, offline, send, sendAppCode, sendWrongAppCode } from './gestures.js';
import { challengeEnds } from './challenge-ends.js';
import { challengeNotices } from './challenge-notices.js';
import { statesOf, type ScreenState } from './state.js';
import { wayStates } from './ways.js';

const here = statesOf('mfa-challenge');

/** Every answer about the attempt is lost. */
const loseAttempt = ({ faults }: SimulatedServer, committed: boolean): void =>
  faults.next('attempt', { kind: 'lost', committed });

/** The challenge by an app code. */
const asking: readonly ScreenState[] = [
  here('asking', 'Enter the code from your app', {
    status: 'asking',
    there: FIELD,
    says: 'Signing in to Fjord Bank as a•••@example.com',
  }),
  here('asking-codes-only', 'Only backup codes are left', {
    status: 'asking',
    server: { account: { totp: false } },
    there: '[data-action=lost-factor]',
    says: "How do you want to confirm it's you?",
  }),
  here('asking-restarted', 'The challenge ran out and was opened again', {
    status: 'asking',
    news: 'restarted',
    arrange: ({ faults }) => faults.next('attempt', { kind: 'expired', restart: 'here' }),
    reach: sendAppCode,
    there: NEWS,
    says: 'That took a while, so we started again.',
  }),
  here('asking-empty', 'Nothing was typed', {
    status: 'asking',
    trouble: 'typed',
    reach: send(''),
    there: ERROR,
    says: 'Type the 6-digit code from your app.',
  }),
  here('asking-incomplete', 'What was typed is no app code', {
    status: 'asking',
    trouble: 'typed',
    reach: send('1234'),
    there: ERROR,
    says: "That doesn't look complete. App codes have 6 digits.",
  }),
  here('asking-wrong-code', 'The code was wrong', {
    status: 'asking',
    trouble: 'wrong-code',
    reach: sendWrongAppCode,
    there: ERROR,
    says: "That code didn't work. Wait for a new code in your app and try that one.",
  }),
  here('asking-tries-left', 'The code was wrong, and three tries are left', {
    status: 'asking',
    trouble: 'wrong-code',
    server: { limits: { tries: 4 } },
    reach: sendWrongAppCode,
    there: ERROR,
    says: 'You can try 3 more times.',
  }),
  here('asking-used-code', 'The app code was used before', {
    status: 'asking',
    trouble: 'used-code',
    arrange: ({ faults }) => faults.next('attempt', { kind: 'refused', problem: { code: 'used-code' } }),
    reach: sendAppCode,
    there: ERROR,
    says: 'That code was already used. Wait for the next one.',
  }),
  here('asking-locked', 'Too many tries, until a time', {
    status: 'asking',
    trouble: 'too-many-attempts',
    arrange: ({ faults }) => faults.next('attempt', { kind: 'lock', way: 'totp' }),
    reach: sendWrongAppCode,
    there: ERROR,
    says: 'Too many tries. You can use your app again at',
  }),
  here('asking-busy', 'Too many requests, and nobody says until when', {
    status: 'asking',
    trouble: 'too-many-attempts',
    arrange: ({ faults }) =>
      faults.next('attempt', {
        kind: 'refused',
        status: 429,
        problem: { code: 'too-many-attempts', blocks: 'all', retryAt: 'unknown' },
      }),
    reach: sendAppCode,
    there: ERROR,
    says: 'Too many tries. Wait a little, then try again.',
  }),
  here('asking-not-allowed', 'This way is not allowed any more', {
    status: 'asking',
    trouble: 'not-allowed',
    arrange: ({ faults }) =>
      faults.next('attempt', { kind: 'refused', status: 403, problem: { code: 'not-allowed', reason: 'policy' } }),
    reach: sendAppCode,
    there: ERROR,
    says: "This can't be used here right now.",
  }),
  here('asking-offline', 'The browser is offline', {
    status: 'asking',
    trouble: 'offline',
    reach: offline(sendAppCode),
    there: ERROR,
    says: "You're offline. Your code was not sent.",
  }),
  here('asking-not-spent', 'The request was lost, and the server never saw it', {
    status: 'asking',
    trouble: 'not-spent',
    arrange: (server) => loseAttempt(server, false),
    reach: sendAppCode,
    there: ERROR,
    says: "You're not in yet. Type the newest code from your app.",
  }),
];

/** A proof is under way, or its answer was lost. */
const underWay: readonly ScreenState[] = [
  here('checking', 'The server looks at the code', {
    status: 'checking',
    arrange: ({ faults }) => faults.next('attempt', { kind: 'slow' }),
    reach: sendAppCode,
    there: BUSY,
    says: 'Checking…',
  }),
  here('settling', 'The answer was lost; asking what became of the code', {
    status: 'settling',
    arrange(server) {
      loseAttempt(server, true);
      server.faults.next('settle', { kind: 'slow' });
    },
    reach: sendAppCode,
    there: NEWS,
    says: "We lost the connection. Checking whether you're in…",
  }),
  here('unsettled', 'The answer was lost, and nobody can be asked', {
    status: 'unsettled',
    arrange(server) {
      loseAttempt(server, true);
      server.faults.next('settle', { kind: 'lost', committed: false }, { times: Infinity });
    },
    reach: sendAppCode,
    there: ERROR,
    says: "We still can't tell whether you're in. Your code was not sent again.",
  }),
  here('cancelling', 'The person leaves', {
    status: 'cancelling',
    arrange: ({ faults }) => faults.next('cancel', { kind: 'slow' }),
    reach: ({ choose }) => choose('cancel'),
    there: '[data-state=cancelling]',
    says: 'One moment…',
  }),
];

export const challengeStates: readonly ScreenState[] = [
  ...asking,
  ...wayStates,
  ...underWay,
  ...challengeNotices,
  ...challengeEnds,
];
