import { describe, expect, test } from 'vitest';
import type { SimulatedServer } from '../../src/testing/index.js';
import { attempt, byApp, byCode, get, start } from './support/client.js';
import { challenged } from './support/person.js';

const HOUR = 60 * 60_000;

describe('the activity', () => {
  test('tells what happened, newest first, with its place', async () => {
    const server = start({
      account: { activity: [{ what: 'mfa.signed_in', at: 1, where: 'unknown', byRole: 'you' }] },
    });
    const other = server.browser({ where: 'Bergen, Norway' });
    other.passFirstFactor();
    await attempt(other, byCode(server.backupCode()));
    const { events } = (await get(other, '/activity')).json;
    expect(events.map(({ what, where }) => [what, where])).toEqual([
      ['mfa.signed_in', 'Bergen, Norway'],
      ['mfa.backup_code_used', 'Bergen, Norway'],
      ['mfa.signed_in', 'unknown'],
    ]);
  });
});

describe('the policy', () => {
  test('is the strict default where nothing is said', async () => {
    expect((await get(start({ policy: { lowAt: 5 } }), '/policy')).json).toMatchObject({
      lowAt: 5,
      proof: 'tick',
      reveal: false,
    });
  });
});

describe('the clock', () => {
  test('stands still until it is told to go on', async () => {
    const server = start({ now: 1_000_000 });
    server.passFirstFactor();
    await get(server, '/challenge');
    expect(server.clock.now()).toBe(1_000_000);
    server.clock.advance(HOUR);
    expect(server.clock.now()).toBe(1_000_000 + HOUR);
  });

  test('does not go back', () => {
    expect(() => start().clock.advance(-1)).toThrow(RangeError);
  });
});

describe('the codes at hand', () => {
  test('are an app code of the next step where this one’s was used', async () => {
    const server = challenged();
    const [first, before] = [server.appCode(), server.clock.now()];
    expect(server.appCode()).toBe(first);
    await attempt(server, byApp(first));
    expect(server.appCode()).not.toBe(first);
    expect(server.clock.now()).toBe(before + 30_000);
  });

  test('are another backup code each time', () => {
    const server = start();
    const given = Array.from({ length: 10 }, () => server.backupCode());
    expect(new Set(given).size).toBe(10);
  });

  test('are wrong where a wrong one is asked for', async () => {
    const server = challenged();
    for (const [proof, code] of [
      [byApp(server.wrongCode('totp')), 'wrong-code'],
      [byCode(server.wrongCode('backup-code')), 'wrong-code'],
    ] as const) {
      expect((await attempt(server, proof)).problem.code).toBe(code);
    }
  });

  test.each([
    ['app', (server: SimulatedServer) => server.appCode()],
    ['backup', (server: SimulatedServer) => server.backupCode()],
    ['sent', (server: SimulatedServer) => server.sentCode()],
  ])('are not made up: without an %s code it throws', (_, take) => {
    expect(() => take(start({ account: { totp: false, backupCodes: false } }))).toThrow();
  });
});
