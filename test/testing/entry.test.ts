import { describe, expect, test } from 'vitest';
import type { AccountOptions } from '../../src/testing/index.js';
import { attempt, byApp, post, start } from './support/client.js';
import { challenged, entry, entryOf, offers } from './support/person.js';

const MINUTE = 60_000;

describe('the entry', () => {
  test('is the sign-in for a browser without a first factor', async () => {
    expect(await entry(start())).toEqual({ status: 'sign-in-first' });
  });

  test('is a challenge after the first factor, with the account masked', async () => {
    expect(await entry(challenged())).toMatchObject({
      status: 'challenge',
      challenge: { handle: 'challenge-1', certainty: 'told', account: 'a•••@example.com', trust: null, notices: [] },
    });
  });

  test('offers what the account has, strongest first, the way used last marked', async () => {
    const server = challenged({
      passkeys: 1,
      delivered: [{ channel: 'sms', to: '••• 42' }],
      federated: [{ label: 'Fjord ID', url: '/federated' }],
      lastUsed: 'totp',
    });
    expect((await offers(server)).map(({ kind, lastUsed }) => [kind, lastUsed])).toEqual([
      ['passkey', undefined],
      ['totp', true],
      ['delivered-code', undefined],
      ['backup-code', undefined],
      ['federated', undefined],
    ]);
  });

  test.each([
    [{ backupCodes: false }, {}],
    [{ backupCodes: 0 }, {}],
    [{}, { backupCodes: false }],
    [{}, { selfRecovery: false }],
    [{}, { hide: ['backup-code'] }],
  ] as const)('offers no backup code with the account %o and the policy %o', async (account, policy) => {
    expect((await offers(challenged(account, policy))).map(({ kind }) => kind)).toEqual(['totp']);
  });

  test.each([
    ['no-usable-factor', {}],
    ['recovery-forbidden', { selfRecovery: false }],
  ])('is blocked as %s where nothing is to be offered', async (why, policy) => {
    expect(await entry(challenged({ totp: false, backupCodes: false }, policy))).toEqual({ status: 'blocked', why });
  });

  test.each<[AccountOptions, object]>([
    [{ suspended: true }, { status: 'blocked', why: 'suspended' }],
    [{ enroll: { because: 'reset', hoursLeft: -1 } }, { status: 'blocked', why: 'deadline-passed' }],
    [{ changePassword: '/new-password' }, { status: 'change-password', url: '/new-password' }],
    [{ enroll: { because: 'policy' } }, { status: 'enroll', because: 'policy', passNeeded: false }],
    [{ enroll: { because: 'reset' } }, { status: 'enroll', because: 'reset', passNeeded: true }],
    [{ enroll: { because: 'reset', passNeeded: false } }, { status: 'enroll', passNeeded: false }],
  ])('of the account %o is %o', async (account, expected) => {
    expect(await entry(challenged(account))).toMatchObject(expected);
  });

  test('tells when and by whom the factors were reset, and until when there is time', async () => {
    const server = challenged({ enroll: { because: 'reset', byRole: 'service desk', hoursLeft: 23 } });
    const now = server.clock.now();
    expect((await entryOf(server, 'enroll')).reset).toEqual({
      byRole: 'service desk',
      at: now - 60 * MINUTE,
      deadline: now + 23 * 60 * MINUTE,
    });
  });

  test('of a person who is in tells what is left to do, in order', async () => {
    const server = start({ account: { todo: ['end-other-sessions', 'add-factor'] } });
    server.signIn();
    expect(await entry(server)).toEqual({
      status: 'signed-in',
      todo: ['add-factor', 'end-other-sessions'],
      mayPostpone: true,
    });
  });

  test('tells of an open case and of temporary codes', async () => {
    const server = challenged({ helpCase: 'waiting', backupCodes: { of: 2, temporary: true } });
    const { challenge } = await entryOf(server, 'challenge');
    expect(challenge.assistance).toMatchObject({ number: 'case-1', state: 'waiting' });
    expect(challenge.notices.map(({ kind }) => kind)).toEqual(['case-open', 'temporary-codes']);
  });

  test('passes on what the options say of certainty, trust and notices', async () => {
    const notice = { kind: 'codes-low', at: 1 } as const;
    const { challenge } = await entryOf(
      challenged({ certainty: 'assumed', trustDays: 30, notices: [notice] }),
      'challenge',
    );
    expect(challenge).toMatchObject({ certainty: 'assumed', trust: { days: 30 }, notices: [notice] });
  });
});

describe('a challenge that ran out', () => {
  test('is opened again under the same handle while the first factor’s proof lives', async () => {
    const server = challenged();
    server.clock.advance(31 * MINUTE);
    const proof = byApp(server.appCode());
    expect((await attempt(server, proof)).problem).toMatchObject({ code: 'challenge-over', restart: 'here' });
    expect((await entryOf(server, 'challenge')).challenge.handle).toBe('challenge-1');
    expect((await attempt(server, proof)).status).toBe(200);
  });

  test('needs the first factor again after an hour', async () => {
    const server = challenged();
    server.clock.advance(60 * MINUTE);
    expect((await attempt(server, byApp(server.appCode()))).problem).toMatchObject({ restart: 'sign-in' });
    expect(await entry(server)).toEqual({ status: 'sign-in-first' });
  });

  test('is over once it was cancelled', async () => {
    const server = challenged();
    await post(server, '/challenge/cancel');
    expect(await entry(server)).toEqual({ status: 'sign-in-first' });
  });
});
