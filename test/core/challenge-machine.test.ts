import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case, Challenge, Entry } from '../../src/core/challenge.js';
import type { MfaProblem } from '../../src/core/errors.js';
import type { Delivery, Offer, OfferOf } from '../../src/core/factor.js';
import {
  challengeMachine,
  type ChallengeEvent,
  type ChallengeState,
  type News,
  type Trouble,
} from '../../src/core/machines/challenge.js';
import { isSameWay, offerOf, ordinaryOffers } from '../../src/core/offers.js';
import {
  BACKUP,
  CHALLENGE,
  EMAIL,
  FEDERATED,
  IN_BY_CODE,
  PASSKEY,
  SMS,
  TOTP,
  challengeOf,
} from '../support/challenge.js';

const SENT: Delivery = { sentAt: 1_700_000_000_000, resendAt: 1_700_000_030_000 };
/** Every ordinary way, and codes. */
const MANY = challengeOf(TOTP, EMAIL, SMS, PASSKEY, BACKUP);

const LOADING: ChallengeState = { status: 'loading' };
type Asking = Extract<ChallengeState, { status: 'asking' }>;
const screen = { challenge: CHALLENGE, offer: BACKUP } as const;
const ASKING: Asking = { status: 'asking', trouble: null, news: null, ...screen };
const CHECKING: ChallengeState = { status: 'checking', attempt: 'a1', ...screen };
const SETTLING: ChallengeState = { status: 'settling', attempt: 'a1', ...screen };
const UNSETTLED: ChallengeState = { status: 'unsettled', attempt: 'a1', problem: { code: 'unreachable' }, ...screen };
const SENDING: ChallengeState = { status: 'sending', challenge: MANY, offer: EMAIL };
const PROMPTING: ChallengeState = { status: 'prompting', challenge: MANY, offer: PASSKEY };
const PASSED: ChallengeState = {
  status: 'passed',
  verified: IN_BY_CODE,
  account: CHALLENGE.account,
  handle: CHALLENGE.handle,
};
const over = (codes: 'good' | 'spent' | 'maybe-spent' | 'unsaid'): ChallengeState => ({
  status: 'sign-in',
  why: 'over',
  codes,
});
const WRONG: MfaProblem = { code: 'wrong-code', triesLeft: 3 };
const OVER: MfaProblem = { code: 'challenge-over', restart: 'sign-in' };
const LOCKED: MfaProblem = { code: 'too-many-attempts', blocks: ['backup-code'], retryAt: 'unknown', waitFor: 1000 };

const CASE: Case = { number: 'H-1', state: 'waiting', openedAt: 1_700_000_000_000, askAgainAt: 1_700_086_400_000 };
const HELPED: Asking = { ...ASKING, challenge: { ...CHALLENGE, assistance: CASE } };

const entryOf = (challenge: Challenge): Entry => ({ status: 'challenge', challenge });
const seen = (challenge: Challenge): ChallengeEvent => ({ type: 'seen', entry: entryOf(challenge) });
const restarted = (challenge: Challenge): ChallengeEvent => ({ type: 'restarted', entry: entryOf(challenge) });
const troubled = (trouble: Trouble): Asking => ({ ...ASKING, trouble });
/** What is asked for in a challenge of these offers. */
const asked = (challenge: Challenge, offer: Offer | null, news: News | null = null): Asking => ({
  status: 'asking',
  challenge,
  offer,
  trouble: null,
  news,
});

describe('the challenge', () => {
  it.each<[string, ChallengeState, ChallengeEvent, ChallengeState]>([
    ['goes to a way that is offered', { ...ASKING, offer: TOTP }, { type: 'chosen', offer: BACKUP }, ASKING],
    ['does not go to a way that is not offered', ASKING, { type: 'chosen', offer: PASSKEY }, ASKING],
    ['goes to the choice of a way', ASKING, { type: 'chosen', offer: null }, { ...ASKING, offer: null }],
    [
      'forgets with a way what was wrong there',
      troubled(WRONG),
      { type: 'chosen', offer: TOTP },
      { ...ASKING, offer: TOTP },
    ],
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
      { status: 'signed-in', todo: [] },
    ],
    [
      'asks again where the server could not tell an open challenge from an ended one',
      SETTLING,
      { type: 'replaced', spent: 'unknown', entry: entryOf(CHALLENGE) },
      troubled({ code: 'maybe-spent' }),
    ],
    [
      'ends where nobody says that a challenge is open, and claims nothing of the code',
      SETTLING,
      { type: 'replaced', spent: 'unknown', entry: entryOf({ ...CHALLENGE, certainty: 'assumed' }) },
      over('maybe-spent'),
    ],
    [
      'claims nothing of codes when it was another proof that was lost',
      { ...SETTLING, offer: TOTP },
      { type: 'replaced', spent: 'unknown', entry: entryOf({ ...CHALLENGE, certainty: 'assumed' }) },
      over('unsaid'),
    ],
    [
      'claims nothing when the server could not be asked',
      SETTLING,
      { type: 'unsettled', problem: { code: 'unreachable' } },
      UNSETTLED,
    ],
    ['ends when asking finds it over', SETTLING, { type: 'unsettled', problem: OVER }, over('maybe-spent')],
    [
      'ends when starting again needs the first factor',
      CHECKING,
      { type: 'restarted', entry: { status: 'sign-in-first' } },
      over('good'),
    ],
    [
      'stays when starting again fails',
      CHECKING,
      { type: 'refused', problem: { code: 'offline' } },
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
      'lets a person go to another way who can’t be told',
      UNSETTLED,
      { type: 'chosen', offer: TOTP },
      { ...ASKING, offer: TOTP },
    ],
  ])('%s', (_, state, event, next) => {
    expect(challengeMachine(state, event)).toEqual(next);
  });

  it('drops an answer that comes after the person was let in', () => {
    expect(challengeMachine(PASSED, { type: 'refused', problem: WRONG })).toBe(PASSED);
  });

  it('drops a second gesture while a proof is under way', () => {
    expect(challengeMachine(CHECKING, { type: 'sent', attempt: 'a1' })).toBe(CHECKING);
  });

  it('never lets anybody in but by the server’s yes', () => {
    const event = fc.constantFrom<ChallengeEvent>(
      seen(MANY),
      restarted(MANY),
      { type: 'chosen', offer: BACKUP },
      { type: 'chosen', offer: EMAIL },
      { type: 'chosen', offer: PASSKEY },
      { type: 'chosen', offer: null },
      { type: 'hindered', trouble: { code: 'typed', is: 'empty' } },
      { type: 'sending' },
      { type: 'delivered', delivery: SENT },
      { type: 'prompting' },
      { type: 'told', news: 'not-finished' },
      { type: 'told', news: 'open-again' },
      { type: 'sent', attempt: 'a1' },
      { type: 'refused', problem: WRONG },
      { type: 'lost' },
      { type: 'assistance', open: CASE },
      { type: 'settled', settled: { state: 'pending', spent: 'unknown' } },
      { type: 'unsettled', problem: { code: 'unreachable' } },
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        expect(events.reduce(challengeMachine, ASKING).status).not.toBe('passed');
      }),
    );
  });
});

describe('a code that is sent', () => {
  const sentTo = (email: OfferOf<'delivered-code'>): Challenge => challengeOf(TOTP, email, SMS, PASSKEY, BACKUP);
  const sent = { ...EMAIL, sent: SENT };

  it('is waited for', () => {
    expect(challengeMachine(asked(MANY, EMAIL), { type: 'sending' })).toEqual(SENDING);
  });

  it('stands in the offer, and in the challenge for who goes and comes back', () => {
    expect(challengeMachine(SENDING, { type: 'delivered', delivery: SENT })).toEqual(asked(sentTo(sent), sent));
  });

  it.each<[string, Delivery, News]>([
    ['says that there is a new one', { ...SENT, sentAt: SENT.sentAt + 60_000 }, 'sent-again'],
    ['says that none was sent, where the one before is young', SENT, 'sent-before'],
  ])('%s', (_, delivery, news) => {
    const again: ChallengeState = { status: 'sending', challenge: sentTo(sent), offer: sent };
    const next = { ...EMAIL, sent: delivery };
    expect(challengeMachine(again, { type: 'delivered', delivery })).toEqual(asked(sentTo(next), next, news));
  });

  it('says why it was not sent', () => {
    expect(challengeMachine(SENDING, { type: 'refused', problem: { code: 'offline' } })).toEqual({
      ...asked(MANY, EMAIL),
      trouble: { code: 'offline' },
    });
  });

  it('is not sent where the challenge is over', () => {
    expect(challengeMachine(SENDING, { type: 'refused', problem: OVER })).toEqual(over('good'));
  });

  it('is asked for once at a time', () => {
    expect(challengeMachine(SENDING, { type: 'sending' })).toBe(SENDING);
  });

  it('holds the person where they are while it is on its way', () => {
    expect(challengeMachine(SENDING, { type: 'chosen', offer: TOTP })).toBe(SENDING);
  });

  it('is no delivery to a person who did not ask', () => {
    const state = asked(MANY, EMAIL);
    expect(challengeMachine(state, { type: 'delivered', delivery: SENT })).toBe(state);
  });
});

describe('the browser’s dialog', () => {
  it('is waited for', () => {
    expect(challengeMachine(asked(MANY, PASSKEY), { type: 'prompting' })).toEqual(PROMPTING);
  });

  it('gives a proof', () => {
    expect(challengeMachine(PROMPTING, { type: 'sent', attempt: 'a1' })).toEqual({
      status: 'checking',
      attempt: 'a1',
      challenge: MANY,
      offer: PASSKEY,
    });
  });

  it('that was left is news, and no trouble', () => {
    expect(challengeMachine(PROMPTING, { type: 'told', news: 'not-finished' })).toEqual(
      asked(MANY, PASSKEY, 'not-finished'),
    );
  });

  it('that can’t be shown is trouble', () => {
    expect(challengeMachine(PROMPTING, { type: 'hindered', trouble: { code: 'passkey-refused' } })).toEqual({
      ...asked(MANY, PASSKEY),
      trouble: { code: 'passkey-refused' },
    });
  });

  it('is left by going to another way', () => {
    expect(challengeMachine(PROMPTING, { type: 'chosen', offer: EMAIL })).toEqual(asked(MANY, EMAIL));
  });

  it('says nothing more once it was left', () => {
    const state = asked(MANY, EMAIL);
    expect(challengeMachine(state, { type: 'told', news: 'not-finished' })).toBe(state);
  });
});

describe('the end of a lock', () => {
  it('is told in the place of the lock', () => {
    expect(challengeMachine(troubled(LOCKED), { type: 'told', news: 'open-again' })).toEqual({
      ...ASKING,
      news: 'open-again',
    });
  });

  it.each<[string, ChallengeState]>([
    ['who has gone to another way', { ...ASKING, offer: TOTP }],
    ['who reads of something else', troubled(WRONG)],
    ['whose proof is under way', CHECKING],
    ['who is in the browser’s dialog', PROMPTING],
  ])('disturbs nobody %s', (_, state) => {
    expect(challengeMachine(state, { type: 'told', news: 'open-again' })).toBe(state);
  });
});

describe('a challenge that ran out', () => {
  const fresh = (...offers: readonly Offer[]): Challenge => ({ ...challengeOf(...offers), handle: 'challenge-2' });

  it.each<[string, ChallengeState]>([
    ['a proof was under way', { ...CHECKING, offer: EMAIL }],
    ['a code was asked for', SENDING],
    ['a passkey was made ready', asked(MANY, EMAIL)],
  ])('starts again in the same place, and says so, when %s', (_, state) => {
    const moved = { ...EMAIL, to: 'b•••@example.com' };
    const next = fresh(PASSKEY, SMS, moved);
    expect(challengeMachine(state, restarted(next))).toEqual(asked(next, moved, 'restarted'));
  });

  it('keeps two ways of one kind apart', () => {
    const next = fresh(EMAIL, { ...SMS, id: 'sms-2' });
    expect(challengeMachine({ ...SENDING, offer: SMS }, restarted(next))).toEqual(asked(next, null, 'restarted'));
  });

  it('starts with another way where the one before is gone', () => {
    const next = fresh(TOTP);
    expect(challengeMachine(SENDING, restarted(next))).toEqual(asked(next, TOTP, 'restarted'));
  });

  it.each<[string, ChallengeState]>([
    ['nothing is on screen', LOADING],
    ['the person is in', PASSED],
    ['an answer is being asked for', SETTLING],
  ])('does not start again when %s', (_, state) => {
    expect(challengeMachine(state, restarted(MANY))).toBe(state);
  });
});

describe('what another tab has done', () => {
  const IN: ChallengeEvent = { type: 'seen', entry: { status: 'signed-in', todo: [] } };

  it('is followed where the person is in by it', () => {
    expect(challengeMachine(troubled(WRONG), IN)).toEqual({ status: 'signed-in', todo: [] });
  });

  it('is followed where the challenge is gone by it', () => {
    expect(challengeMachine(ASKING, { type: 'seen', entry: { status: 'sign-in-first' } }).status).toBe('sign-in');
  });

  it('disturbs nothing while there is a challenge', () => {
    const state = troubled(WRONG);
    expect(challengeMachine(state, seen(MANY))).toBe(state);
  });

  it.each<[string, ChallengeState]>([
    ['a proof', CHECKING],
    ['a code', SENDING],
    ['a dialog', PROMPTING],
  ])('takes nothing from %s that is under way here', (_, state) => {
    expect([challengeMachine(state, seen(MANY)), challengeMachine(state, IN)]).toEqual([state, state]);
  });
});

describe('the ways of a challenge', () => {
  it('keep the backup code out of the ordinary ones', () => {
    expect(ordinaryOffers(CHALLENGE)).toEqual([TOTP]);
  });

  it('stand strongest first, in the server’s order among equals', () => {
    expect(ordinaryOffers(challengeOf(BACKUP, SMS, FEDERATED, EMAIL, TOTP, PASSKEY))).toEqual([
      PASSKEY,
      TOTP,
      SMS,
      EMAIL,
    ]);
  });

  it('are only those that the server offers', () => {
    expect([offerOf(CHALLENGE, 'backup-code'), offerOf(CHALLENGE, 'passkey')]).toEqual([BACKUP, undefined]);
  });

  it.each<[string, Offer | null, Offer | null, boolean]>([
    ['a way and itself, told otherwise', EMAIL, { ...EMAIL, sent: SENT, lastUsed: true }, true],
    ['the choice and itself', null, null, true],
    ['two of one kind', EMAIL, SMS, false],
    ['two of different kinds', TOTP, PASSKEY, false],
    ['a way and the choice', TOTP, null, false],
  ])('tell %s apart or not', (_, one, other, same) => {
    expect(isSameWay(one, other)).toBe(same);
  });
});

describe('a request to the help team', () => {
  const asks = (open: Case | null): ChallengeEvent => ({ type: 'assistance', open });

  it('stands in the challenge, and what is wrong with the form stays', () => {
    expect(challengeMachine(troubled(WRONG), asks(CASE))).toEqual({ ...HELPED, trouble: WRONG });
  });

  it('is gone from it once it was taken back', () => {
    expect(challengeMachine(HELPED, asks(null))).toEqual(ASKING);
  });

  it('disturbs nothing that is under way', () => {
    expect(challengeMachine(CHECKING, asks(CASE))).toEqual({ ...CHECKING, challenge: HELPED.challenge });
  });

  it.each<[string, ChallengeState, Case | null]>([
    ['is known already', HELPED, { ...CASE }],
    ['there never was', ASKING, null],
    ['stands in no challenge', PASSED, CASE],
  ])('changes nothing where it %s', (_, state, open) => {
    expect(challengeMachine(state, asks(open))).toBe(state);
  });
});
