import { describe, expect, it } from 'vitest';
import type { Challenge, Entry } from '../../src/core/challenge.js';
import type { Offer, OfferKind } from '../../src/core/factor.js';
import type { ChallengeState } from '../../src/core/machines/challenge.js';
import { opened } from '../../src/core/opening.js';
import { BACKUP, EMAIL, FEDERATED, PASSKEY, SMS, TOTP, challengeOf } from '../support/challenge.js';

const MANY = challengeOf(TOTP, EMAIL, SMS, PASSKEY, BACKUP);
const BLOCKED: Entry = { status: 'blocked', why: 'suspended' };

const entryOf = (challenge: Challenge): Entry => ({ status: 'challenge', challenge });
const asked = (challenge: Challenge, offer: Offer | null): ChallengeState => ({
  status: 'asking',
  challenge,
  offer,
  trouble: null,
  news: null,
});

describe('what a challenge begins with', () => {
  it.each<[string, Entry, ChallengeState]>([
    ['is that the person is in already', { status: 'signed-in', todo: [] }, { status: 'signed-in', todo: [] }],
    [
      'is the way to the first factor, where that is missing',
      { status: 'sign-in-first' },
      { status: 'sign-in', why: 'none', codes: 'unsaid' },
    ],
    ['is left to others, where it is no challenge', BLOCKED, { status: 'elsewhere', entry: BLOCKED }],
    [
      'is that no way is left',
      entryOf(challengeOf()),
      { status: 'elsewhere', entry: { status: 'blocked', why: 'no-usable-factor' } },
    ],
  ])('%s', (_, entry, state) => {
    expect(opened(entry)).toEqual(state);
  });
});

describe('what is asked for first', () => {
  const usedLast = { ...EMAIL, lastUsed: true };

  it.each<[string, Challenge, OfferKind | undefined, Offer | null]>([
    ['is the way that the screen prefers', challengeOf(TOTP, usedLast, BACKUP), 'backup-code', BACKUP],
    ['is what was used last, where the preferred way is not offered', challengeOf(TOTP, usedLast), 'passkey', usedLast],
    ['is what was used last', challengeOf(PASSKEY, TOTP, usedLast), undefined, usedLast],
    ['is the only way', challengeOf(EMAIL, BACKUP), undefined, EMAIL],
    ['is the choice, where there are several', MANY, undefined, null],
    [
      'is the choice, even where a backup code was used last',
      challengeOf(TOTP, EMAIL, { ...BACKUP, lastUsed: true }),
      undefined,
      null,
    ],
    ['is a backup code, where nothing is ordinary', challengeOf(FEDERATED, BACKUP), undefined, BACKUP],
    ['is what there is, where nothing else is', challengeOf(FEDERATED), undefined, FEDERATED],
  ])('%s', (_, challenge, prefer, offer) => {
    expect(opened(entryOf(challenge), prefer)).toEqual(asked(challenge, offer));
  });
});
