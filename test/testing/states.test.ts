import { describe, expect, it } from 'vitest';
import type { ChallengeState, News, Trouble } from '../../src/core/machines/challenge.js';
import { STATES } from '../../src/testing/states/index.js';

type Status = ChallengeState['status'];

/** The compiler holds these to be all there are. */
const STATUSES: Readonly<Record<Status, true>> = {
  loading: true,
  failed: true,
  asking: true,
  sending: true,
  prompting: true,
  checking: true,
  settling: true,
  unsettled: true,
  passed: true,
  'signed-in': true,
  'sign-in': true,
  elsewhere: true,
  cancelling: true,
};

const NEWS: Readonly<Record<News, true>> = {
  restarted: true,
  'not-finished': true,
  'open-again': true,
  'sent-again': true,
  'sent-before': true,
};

/** Why a trouble can't be met in a challenge; `true`: it can. */
const TROUBLES: Readonly<Record<Trouble['code'], true | string>> = {
  typed: true,
  'not-spent': true,
  'maybe-spent': true,
  'wrong-code': true,
  'used-code': true,
  'too-many-attempts': true,
  'not-allowed': true,
  unreachable: true,
  server: true,
  'bad-response': true,
  offline: true,
  'delivered-code-expired': true,
  'passkey-refused': true,
  'outcome-unknown': true,
  'passkey-exists': 'of an enrollment',
  'invalid-name': 'of an enrollment',
  'challenge-over': 'ends the state that it meets',
  'signed-out': 'ends the state that it meets',
  'other-account': 'ends the state that it meets',
  'step-up-required': 'of a session',
  superseded: 'reads as any other refusal, and only a late request meets it',
  misconfigured: 'is a notice',
};

describe('the list of states', () => {
  it('names each once', () => {
    const ids = STATES.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it.each(Object.keys(STATUSES) as Status[])('shows the machine %s', (status) => {
    expect(STATES.filter((state) => state.status === status).map(({ id }) => id)).not.toEqual([]);
  });

  it.each(Object.entries(TROUBLES).flatMap(([code, met]) => (met === true ? [code] : [])))(
    'shows the trouble %s',
    (code) => {
      expect(STATES.filter(({ trouble }) => trouble === code).map(({ id }) => id)).not.toEqual([]);
    },
  );

  it.each(Object.keys(NEWS) as News[])('shows the news %s', (news) => {
    expect(STATES.filter((state) => state.news === news).map(({ id }) => id)).not.toEqual([]);
  });

  it('shows no trouble that is said to be met nowhere', () => {
    expect(STATES.filter(({ trouble }) => trouble && TROUBLES[trouble] !== true).map(({ id }) => id)).toEqual([]);
  });
});
