import { describe, expect, test } from 'vitest';
import { attempt, byApp, byCode, lost, newAttempt, start } from './support/client.js';
import { challenged } from './support/person.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('an attempt', () => {
  test('by an app signs in', async () => {
    const server = challenged();
    const { json } = await attempt(server, byApp(server.appCode()));
    expect(json).toEqual({ by: 'totp', codesLeft: 'unknown', todo: [], mayPostpone: true, notified: [] });
    expect([server.signedIn, server.challenged]).toEqual([true, false]);
  });

  test('by a backup code burns it and tells how many are left', async () => {
    const server = challenged();
    const code = server.backupCode();
    const { json } = await attempt(server, byCode(code));
    expect(json).toMatchObject({ by: 'backup-code', codesLeft: 9, mayPostpone: true, notified: ['a•••@example.com'] });
    const used = server.account.codeSets[0]!.codes.filter(({ usedAt }) => usedAt !== null);
    expect(used.map((one) => one.code)).toEqual([code]);
  });

  test.each([
    [4, { codesLeft: 3, todo: ['new-codes'], mayPostpone: true }],
    [1, { codesLeft: 0, todo: ['new-codes'], mayPostpone: false }],
  ])('by one of the last %i codes asks for new ones', async (left, expected) => {
    const server = challenged({ backupCodes: left });
    expect((await attempt(server, byCode(server.backupCode()))).json).toMatchObject(expected);
  });

  test('takes a code in any case, with blanks or dashes', async () => {
    const server = challenged();
    const typed = server.backupCode().toLowerCase().replaceAll('-', ' – ');
    expect((await attempt(server, byCode(typed))).status).toBe(200);
  });

  test('by a temporary code leads to repair that may not wait', async () => {
    const server = challenged({ backupCodes: { of: 2, temporary: true } });
    const { json } = await attempt(server, byCode(server.backupCode()));
    expect(json).toMatchObject({ todo: ['add-factor', 'new-codes'], mayPostpone: false });
  });

  test('by an app code that was used is refused, and a new one of the next step is not', async () => {
    const server = challenged();
    const code = server.appCode();
    await attempt(server, byApp(code));
    server.passFirstFactor();
    expect((await attempt(server, byApp(code))).problem.code).toBe('used-code');
    expect((await attempt(server, byApp(server.appCode()))).status).toBe(200);
  });

  test('by a kind that the policy rules out is refused', async () => {
    const server = challenged({}, { hide: ['totp'] });
    expect((await attempt(server, byApp(server.appCode()))).problem).toMatchObject({
      code: 'not-allowed',
      reason: 'policy',
    });
  });

  test('is answered again as it was, and spends nothing more', async () => {
    const server = challenged();
    const [id, proof] = [newAttempt(), byCode(server.backupCode())];
    server.faults.next('attempt', { kind: 'lost', committed: true });
    await lost(attempt(server, proof, id));
    expect((await attempt(server, proof, id)).json).toMatchObject({ codesLeft: 9 });
    expect([server.account.codesLeft, server.account.sessions.length]).toEqual([9, 1]);
  });

  test('that was refused is refused again alike, and counts once', async () => {
    const server = start({ limits: { tries: 3 } });
    server.passFirstFactor();
    const [id, proof] = [newAttempt(), byCode(server.wrongCode('backup-code'))];
    const first = await attempt(server, proof, id);
    const second = await attempt(server, proof, id);
    expect([first.problem.triesLeft, second.problem]).toEqual([2, first.problem]);
  });

  test('tells how many tries are left from three down, then locks this kind alone', async () => {
    const server = challenged();
    const told: unknown[] = [];
    for (let time = 0; time < 10; time += 1) {
      told.push((await attempt(server, byApp(server.wrongCode('totp')))).problem.triesLeft);
    }
    expect(told).toEqual([undefined, undefined, undefined, undefined, undefined, undefined, 3, 2, 1, 0]);
    const locked = await attempt(server, byApp(server.appCode()));
    expect(locked.problem).toMatchObject({
      code: 'too-many-attempts',
      blocks: ['totp'],
      retryAt: server.clock.now() + 15 * MINUTE,
    });
    expect(locked.headers.get('retry-after')).toBe('900');
    expect((await attempt(server, byCode(server.backupCode()))).status).toBe(200);
  });

  test('is looked at again once the lock is over, and the next lock is twice as long', async () => {
    const server = start({ limits: { tries: 1 } });
    server.passFirstFactor();
    await attempt(server, byApp(server.wrongCode('totp')));
    server.clock.advance(15 * MINUTE);
    await attempt(server, byApp(server.wrongCode('totp')));
    const { problem } = await attempt(server, byApp(server.appCode()));
    expect(problem.retryAt).toBe(server.clock.now() + 30 * MINUTE);
  });

  test('that is right forgets the wrong ones before it', async () => {
    const server = start({ limits: { tries: 2 } });
    for (let time = 0; time < 2; time += 1) {
      server.passFirstFactor();
      await attempt(server, byApp(server.wrongCode('totp')));
      expect((await attempt(server, byApp(server.appCode()))).status).toBe(200);
    }
  });

  test('without a challenge needs the first factor', async () => {
    const { status, problem } = await attempt(start(), byApp('123456'));
    expect([status, problem.code, problem.restart]).toEqual([410, 'challenge-over', 'sign-in']);
  });

  test('trusts the device where it is asked to, and never for a backup code', async () => {
    const server = challenged({ trustDays: 30 });
    await attempt(server, byCode(server.backupCode()), newAttempt(), { trustDevice: true });
    expect(server.passFirstFactor()).toBe('challenge');
    await attempt(server, byApp(server.appCode()), newAttempt(), { trustDevice: true });
    expect(server.passFirstFactor()).toBe('signed-in');
    server.clock.advance(30 * DAY);
    expect(server.passFirstFactor()).toBe('challenge');
  });
});
