import { describe, expect, test } from 'vitest';
import type { SimulatedServer } from '../../src/testing/index.js';
import { attempt, byApp, post, start } from './support/client.js';

describe('signing out everywhere else', () => {
  test('ends the other sessions and forgets trusted devices', async () => {
    const server = start({ account: { trustDays: 30, todo: ['end-other-sessions'] } });
    const other = server.browser();
    other.passFirstFactor();
    await attempt(other, byApp(server.appCode()), crypto.randomUUID(), { trustDevice: true });
    server.signIn();
    expect((await post(server, '/sessions/end-others')).json).toEqual({ ended: 1, trustedDevices: 'forgotten' });
    expect([server.signedIn, other.signedIn, other.trusted, server.account.todo]).toEqual([true, false, false, []]);
  });
});

describe('a trusted device', () => {
  const trusting = { account: { trustDays: 30, passkeys: 1 } };

  test('is told of when it is trusted and when it is used', async () => {
    const server = start(trusting);
    server.passFirstFactor();
    await attempt(server, byApp(server.appCode()), crypto.randomUUID(), { trustDevice: true });
    server.passFirstFactor();
    expect(server.account.activity.map(({ what }) => what)).toEqual([
      'mfa.signed_in',
      'mfa.device_trusted',
      'mfa.trusted_device_used',
    ]);
  });

  test.each<[string, (server: SimulatedServer) => Promise<unknown>]>([
    ['a factor is removed', (server) => post(server, '/factors/totp-1/remove')],
    ['the codes are removed', (server) => post(server, '/backup-codes/remove')],
    [
      'new codes come into force',
      async (server) => {
        const { json } = await post(server, '/backup-codes/sets');
        return post(server, `/backup-codes/sets/${json.id}/confirm`);
      },
    ],
    [
      'an app is set up',
      async (server) => {
        const { json } = await post(server, '/totp/setups', { replace: true, lost: false });
        return post(server, `/totp/setups/${json.id}/verify`, { code: server.appCode(json.key) });
      },
    ],
  ])('is forgotten when %s', async (_, change) => {
    const server = start(trusting);
    server.passFirstFactor();
    await attempt(server, byApp(server.appCode()), crypto.randomUUID(), { trustDevice: true });
    expect(server.trusted).toBe(true);
    await change(server);
    expect(server.trusted).toBe(false);
  });
});
