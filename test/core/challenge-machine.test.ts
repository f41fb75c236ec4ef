import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/core/challenge.js';
import type { MfaProblem } from '../../src/core/errors.js';
import {
  challengeMachine,
  hasWay,
  ordinaryWays,
  type ChallengeEvent,
  type ChallengeState,
} from '../../src/core/machines/challenge.js';
import { CHALLENGE, IN_BY_CODE } from '../support/challenge.js';

const LOADING: ChallengeState = { status: 'loading' };
const screen = { challenge: CHALLENGE, way: 'backup-code' } as const;
const ASKING: ChallengeState = { status: 'asking', trouble: null, restarted: false, ...screen };
const CHECKING: ChallengeState = { status: 'checking', attempt: 'a1', ...screen };
const SETTLING: ChallengeState = { status: 'settling', attempt: 'a1', ...screen };
const UNSETTLED: ChallengeState = { status: 'unsettled', attempt: 'a1', problem: { code: 'unreachable' }, ...screen };
const PASSED: ChallengeState = {
  status: 'passed',
  verified: IN_BY_CODE,
  account: CHALLENGE.account,
  handle: CHALLENGE.handle,
};
const over = (codes: 'good' | 'spent' | 'unsaid'): ChallengeState => ({ status: 'sign-in', why: 'over', codes });
const BLOCKED: Entry = { status: 'blocked', why: 'suspended' };
const WRONG: MfaProblem = { code: 'wrong-code', triesLeft: 3 };
const OVER: MfaProblem = { code: 'challenge-over', restart: 'sign-in' };

const troubled = (trouble: NonNullable<Extract<ChallengeState, { status: 'asking' }>['trouble']>): ChallengeState => ({
  ...ASKING,
  trouble,
});

describe('the challenge', () => {
  it.each<[string, ChallengeState, ChallengeEvent, ChallengeState]>([
    [
      'asks for the ordinary way first',
      LOADING,
      { type: 'loaded', entry: { status: 'challenge', challenge: CHALLENGE } },
      { ...ASKING, way: 'totp' },
    ],
    [
      'says that the person is in already',
      LOADING,
      { type: 'loaded', entry: { status: 'signed-in', todo: [] } },
      { status: 'signed-in' },
    ],
    [
      'sends a person without a first factor to it',
      LOADING,
      { type: 'loaded', entry: { status: 'sign-in-first' } },
      { status: 'sign-in', why: 'none', codes: 'unsaid' },
    ],
    [
      'leaves what is no challenge to others',
      LOADING,
      { type: 'loaded', entry: BLOCKED },
      { status: 'elsewhere', entry: BLOCKED },
    ],
    [
      'fails when nothing could be loaded',
      LOADING,
      { type: 'load-failed', problem: { code: 'unreachable' } },
      { status: 'failed', problem: { code: 'unreachable' } },
    ],
    ['goes to a way that is offered', { ...ASKING, way: 'totp' }, { type: 'chosen', way: 'backup-code' }, ASKING],
    ['does not go to a way that is not offered', ASKING, { type: 'chosen', way: 'passkey' }, ASKING],
    [
      'says what stood in the way before anything was sent',
      ASKING,
      { type: 'hindered', trouble: { code: 'typed', is: 'many' } },
      troubled({ code: 'typed', is: 'many' }),
    ],
    ['waits for one proof', ASKING, { type: 'sent', attempt: 'a1' }, CHECKING],
    ['lets the person in', CHECKING, { type: 'passed', verified: IN_BY_CODE }, PASSED],
    ['says what the server refused', CHECKING, { type: 'refused', problem: WRONG }, troubled(WRONG)],
    ['ends when the server says it is over', CHECKING, { type: 'refused', problem: OVER }, over('good')],
    ['asks what became of a lost answer', CHECKING, { type: 'lost' }, SETTLING],
    ['asks again', UNSETTLED, { type: 'lost' }, SETTLING],
    [
      'lets a person in whose answer was lost',
      SETTLING,
      { type: 'settled', settled: { state: 'signed-in', verified: IN_BY_CODE } },
      PASSED,
    ],
    [
      'says that the code still works',
      SETTLING,
      { type: 'settled', settled: { state: 'pending', spent: false } },
      troubled({ code: 'not-spent' }),
    ],
    [
      'says that the code may be used up',
      SETTLING,
      { type: 'settled', settled: { state: 'pending', spent: 'unknown' } },
      troubled({ code: 'maybe-spent' }),
    ],
    [
      'says that the code is used up',
      SETTLING,
      { type: 'settled', settled: { state: 'pending', spent: true } },
      troubled({ code: 'used-code' }),
    ],
    [
      'ends when it was over meanwhile',
      SETTLING,
      { type: 'replaced', spent: true, entry: { status: 'sign-in-first' } },
      over('spent'),
    ],
    [
      'finds that the person got in elsewhere meanwhile',
      SETTLING,
      { type: 'replaced', spent: false, entry: { status: 'signed-in', todo: [] } },
      { status: 'signed-in' },
    ],
    [
      'asks again where the server could not tell an open challenge from an ended one',
      SETTLING,
      { type: 'replaced', spent: 'unknown', entry: { status: 'challenge', challenge: CHALLENGE } },
      troubled({ code: 'maybe-spent' }),
    ],
    [
      'claims nothing when the server could not be asked',
      SETTLING,
      { type: 'unsettled', problem: { code: 'unreachable' } },
      UNSETTLED,
    ],
    ['ends when asking finds it over', SETTLING, { type: 'unsettled', problem: OVER }, over('unsaid')],
    [
      'starts again in the same place',
      CHECKING,
      { type: 'loaded', entry: { status: 'challenge', challenge: CHALLENGE } },
      { ...ASKING, restarted: true },
    ],
    [
      'ends when starting again needs the first factor',
      CHECKING,
      { type: 'loaded', entry: { status: 'sign-in-first' } },
      over('good'),
    ],
    [
      'stays when starting again fails',
      CHECKING,
      { type: 'load-failed', problem: { code: 'offline' } },
      troubled({ code: 'offline' }),
    ],
    ['is left', ASKING, { type: 'cancelling' }, { status: 'cancelling' }],
    [
      'says so once the server knows',
      { status: 'cancelling' },
      { type: 'cancelled' },
      { status: 'sign-in', why: 'cancelled', codes: 'unsaid' },
    ],
    [
      'asks first for the way of the screen that stands alone',
      { status: 'loading', prefer: 'backup-code' },
      { type: 'loaded', entry: { status: 'challenge', challenge: CHALLENGE } },
      ASKING,
    ],
    ['lets a person go to another way who can’t be told', UNSETTLED, { type: 'chosen', way: 'backup-code' }, ASKING],
  ])('%s', (_, state, event, next) => {
    expect(challengeMachine(state, event)).toEqual(next);
  });

  it('goes to the backup code when nothing else is left', () => {
    const challenge = { ...CHALLENGE, offers: CHALLENGE.offers.filter((offer) => offer.kind === 'backup-code') };
    expect(challengeMachine(LOADING, { type: 'loaded', entry: { status: 'challenge', challenge } })).toEqual({
      ...ASKING,
      challenge,
    });
  });

  it('says so when no way is left', () => {
    const challenge = { ...CHALLENGE, offers: [] };
    expect(challengeMachine(LOADING, { type: 'loaded', entry: { status: 'challenge', challenge } })).toEqual({
      status: 'elsewhere',
      entry: { status: 'blocked', why: 'no-usable-factor' },
    });
  });

  it('drops an answer that comes after the person was let in', () => {
    expect(challengeMachine(PASSED, { type: 'refused', problem: WRONG })).toBe(PASSED);
  });

  it('drops a second gesture while a proof is under way', () => {
    expect(challengeMachine(CHECKING, { type: 'sent', attempt: 'a1' })).toBe(CHECKING);
  });

  it('never lets anybody in but by the server’s yes', () => {
    const event = fc.constantFrom<ChallengeEvent>(
      { type: 'loaded', entry: { status: 'challenge', challenge: CHALLENGE } },
      { type: 'load-failed', problem: { code: 'unreachable' } },
      { type: 'chosen', way: 'backup-code' },
      { type: 'hindered', trouble: { code: 'typed', is: 'empty' } },
      { type: 'sent', attempt: 'a1' },
      { type: 'refused', problem: WRONG },
      { type: 'lost' },
      { type: 'settled', settled: { state: 'pending', spent: 'unknown' } },
      { type: 'unsettled', problem: { code: 'unreachable' } },
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        expect(events.reduce(challengeMachine, LOADING).status).not.toBe('passed');
      }),
    );
  });
});

describe('the ways of a challenge', () => {
  it('keep the backup code out of the ordinary ones', () => {
    expect(ordinaryWays(CHALLENGE)).toEqual(['totp']);
  });

  it('are only those that the server offers', () => {
    expect([hasWay(CHALLENGE, 'backup-code'), hasWay({ ...CHALLENGE, offers: [] }, 'backup-code')]).toEqual([
      true,
      false,
    ]);
  });
});
