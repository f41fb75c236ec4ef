import { describe, expect, test } from 'vitest';
import type { CaseRow, StandingRow } from '../../src/server/better-auth/desk/rows';
import {
  ACTS,
  COUNTED,
  denialOf,
  IDENTITY_PROOFS,
  seenCase,
  type Act,
  type Denial,
  type Wanted,
} from '../../src/server/better-auth/desk/rules';
import { obstacleOf } from '../../src/server/better-auth/desk/standing';

const HOUR = 60 * 60_000;
const NOW = Date.UTC(2026, 0, 1);
const REASON = 'Called back on the number on file.';

const open = { state: 'waiting', userId: 'person', escalatedBy: null } as const;
const fine: Wanted = {
  ...{ act: 'reset', proof: 'video', reason: REASON, agentId: 'agent', subjectId: 'person' },
  ...{ isColleague: false, case: open, approvedBy: [], actsToday: 0, cap: 20, isForbidden: false },
};
const colleague = { isColleague: true };

describe('an agent may', () => {
  test.each(Object.keys(ACTS) as Act[])('%s in a case that allows it', (act) => {
    const [state = 'waiting'] = ACTS[act].from;
    expect(denialOf({ ...fine, act, case: { ...open, state } })).toBe(null);
  });

  test.each(IDENTITY_PROOFS)('reset by the proof %s', (proof) => {
    expect(denialOf({ ...fine, proof })).toBe(null);
  });

  test.each<[string, Partial<Wanted>]>([
    ['decide what another has handed on', { case: { ...open, state: 'escalated', escalatedBy: 'other' } }],
    ['change a colleague to whom a second agent agreed', { ...colleague, approvedBy: ['other'] }],
    ['do the last act of the day', { actsToday: 19 }],
    ['refuse without a proof, which is the reason', { act: 'refuse', proof: null }],
    ['suspend a person whose case is closed', { act: 'suspend', proof: null, case: { ...open, state: 'done' } }],
    ['suspend when the day is full', { act: 'suspend', actsToday: 20 }],
    ['set a password after a reset', { act: 'temporary-password', case: { ...open, state: 'reset' } }],
  ])('%s', (_, change) => {
    expect(denialOf({ ...fine, ...change })).toBe(null);
  });
});

describe('an agent may not', () => {
  test.each<[string, Partial<Wanted>, Denial]>([
    ['reset without a proof', { proof: undefined }, 'no-proof'],
    ['reset by an e-mailed code', { proof: 'email-code' }, 'no-proof'],
    ['reset by urgency', { proof: 'urgent' }, 'no-proof'],
    ['reset without a reason', { reason: undefined }, 'no-reason'],
    ['reset for a reason of white space', { reason: ' '.repeat(40) }, 'no-reason'],
    ['reset for a word', { reason: 'because' }, 'no-reason'],
    ['reset for a novel', { reason: 'x'.repeat(1001) }, 'no-reason'],
    ['refuse without a reason', { act: 'refuse', reason: '' }, 'no-reason'],
    ['reset by no case', { case: null }, 'foreign-case'],
    ["reset by another person's case", { case: { ...open, userId: 'other' } }, 'foreign-case'],
    ['reset themselves', { agentId: 'person' }, 'own-account'],
    ['refuse their own case', { agentId: 'person', act: 'refuse' }, 'own-account'],
    ['agree to their own reset', { agentId: 'person', act: 'approve' }, 'own-account'],
    ['decide what they handed on', { case: { ...open, escalatedBy: 'agent', state: 'escalated' } }, 'escalated-by-you'],
    ['change a colleague alone', colleague, 'no-second-agent'],
    ['agree with themselves', { ...colleague, approvedBy: ['agent'] }, 'no-second-agent'],
    ["take the colleague's own word", { ...colleague, approvedBy: ['person'] }, 'no-second-agent'],
    ['suspend a colleague alone', { ...colleague, act: 'suspend' }, 'no-second-agent'],
    ['open one account more than the day has', { actsToday: 20 }, 'too-many-today'],
    ['reset where nothing may be recovered', { isForbidden: true }, 'recovery-forbidden'],
    ['read a second pass out without a reset', { act: 'pass' }, 'closed-case'],
  ])('%s', (_, change, denial) => {
    expect(denialOf({ ...fine, ...change })).toBe(denial);
  });

  test.each(['refused', 'helped', 'reset', 'done', 'cancelled'] as const)('reset by a case that is %s', (state) => {
    expect(denialOf({ ...fine, case: { ...open, state } })).toBe('closed-case');
  });
});

test('what opens an account is counted, and nothing else', () => {
  expect([...COUNTED].sort()).toEqual([
    'mfa.enrollment_pass_made',
    'mfa.factor_admin_reset',
    'mfa.temporary_codes_made',
    'user.password_set_by_admin',
  ]);
});

describe('a person sees of their case', () => {
  const row = (state: CaseRow['state']): CaseRow => ({
    ...{ id: '1', userId: 'person', number: '042', state, escalatedBy: null, withdrawnAt: null },
    ...{ openedAt: new Date(NOW), askAgainAt: new Date(NOW + 4 * HOUR) },
  });
  const seen = { number: '042', state: 'waiting', openedAt: NOW, askAgainAt: NOW + 4 * HOUR };

  test.each(['waiting', 'escalated', 'refused', 'helped', 'reset'] as const)('the same when it is %s', (state) => {
    expect(seenCase(row(state), NOW)).toEqual(seen);
  });

  test.each(['refused', 'helped', 'reset'] as const)('nothing once they may ask again, when it is %s', (state) => {
    expect(seenCase(row(state), NOW + 4 * HOUR)).toBe(null);
  });

  test.each(['waiting', 'escalated'] as const)('that it waits, for as long as it is %s', (state) => {
    expect(seenCase(row(state), NOW + 100 * HOUR)).toEqual(seen);
  });

  test.each(['done', 'cancelled'] as const)('nothing when it is %s', (state) => {
    expect(seenCase(row(state), NOW)).toBe(null);
  });
});

describe('before an account stands', () => {
  const reset = {
    ...{ suspendedAt: null, passwordDueBy: null, reset: 'r1', byRole: 'help desk', doneAt: null },
    ...{ resetAt: new Date(NOW), deadline: new Date(NOW + 24 * HOUR) },
  };
  const ENROLL = {
    ...{ status: 'enroll', because: 'reset' },
    reset: { byRole: 'help desk', at: NOW, deadline: NOW + 24 * HOUR },
  };
  const late = { status: 'blocked', why: 'deadline-passed' };
  const change = { status: 'change-password', url: '/new-password' };
  const due = new Date(NOW + HOUR);
  type Facts = Parameters<typeof obstacleOf>[0];

  test.each<[string, Facts, string | null, number, object | null]>([
    ['nothing, of whom the help team knows nothing', null, null, NOW, null],
    ['nothing, once a factor is there again', { ...reset, doneAt: new Date(NOW) }, null, NOW, null],
    ['nothing, after a reset that was stopped and put right', { ...reset, reset: null }, null, NOW, null],
    ['the pass, after a reset', reset, null, NOW, { ...ENROLL, passNeeded: true }],
    ['the pass of this reset, where another was given', reset, 'r0', NOW, { ...ENROLL, passNeeded: true }],
    ['an enrollment, with the pass', reset, 'r1', NOW, { ...ENROLL, passNeeded: false }],
    ['an enrollment, a moment before it is late', reset, 'r1', NOW + 24 * HOUR - 1, { ...ENROLL, passNeeded: false }],
    ['the end of the time, with the pass too', reset, 'r1', NOW + 24 * HOUR, late],
    ['a new password, before everything else', { ...reset, passwordDueBy: due }, 'r1', NOW, change],
    ['the end of the time for a password', { ...reset, passwordDueBy: due }, 'r1', NOW + HOUR, late],
    [
      'a suspension, before all',
      { ...reset, passwordDueBy: due, suspendedAt: new Date(NOW) },
      'r1',
      NOW,
      { status: 'blocked', why: 'suspended' },
    ],
  ])('%s', (_, standing, passFor, now, obstacle) => {
    expect(obstacleOf(standing as StandingRow | null, { passFor, now, passwordUrl: '/new-password' })).toEqual(
      obstacle,
    );
  });
});
