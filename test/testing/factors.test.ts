import { describe, expect, test } from 'vitest';
import type { Policy } from '../../src/core/policy.js';
import type { AccountOptions, SimulatedServer } from '../../src/testing/index.js';
import { get, post } from './support/client.js';
import { inside } from './support/person.js';

const removals = async (server: SimulatedServer) =>
  (await get(server, '/factors')).json.factors.map(({ removal }) => removal);
const remove = (server: SimulatedServer, id: string) => post(server, `/factors/${id}/remove`);
const rename = (server: SimulatedServer, id: string, name: string) => post(server, `/factors/${id}/rename`, { name });

describe('the factors', () => {
  test('are listed with what they are called and what removing them does', async () => {
    const { json } = await get(inside({ passkeys: [{ kind: 'security-key', name: 'Blue key' }] }), '/factors');
    expect(json.factors).toMatchObject([
      { id: 'totp-1', kind: 'totp', name: 'Authenticator app', synced: 'unknown', canRename: true, removal: 'alone' },
      { kind: 'security-key', name: 'Blue key', synced: false, lastUsed: 'unknown', removal: 'alone' },
    ]);
  });

  test.each<[AccountOptions, Partial<Policy>, string[]]>([
    [{}, {}, ['blocked']],
    [{ passkeys: 1 }, {}, ['alone', 'alone']],
    [{ passkeys: 1 }, { minFactors: 2 }, ['blocked', 'blocked']],
    [{ passkeys: 1 }, { minFactors: 2, codesCount: true }, ['alone', 'alone']],
    [{ passkeys: 1, backupCodes: 0 }, { minFactors: 2, codesCount: true }, ['blocked', 'blocked']],
  ])('of the account %o under the policy %o can be removed as %o', async (account, policy, expected) => {
    expect(await removals(inside(account, policy))).toEqual(expected);
  });

  test('are not removed below what the policy wants', async () => {
    const server = inside();
    expect((await remove(server, 'totp-1')).problem).toMatchObject({ code: 'not-allowed', reason: 'last-factor' });
    expect(server.account.factors).toHaveLength(1);
  });

  test('are removed once, and removing one that is gone succeeds', async () => {
    const server = inside({ passkeys: 2 });
    const [, second] = server.account.passkeys;
    const { json } = await remove(server, 'passkey-1');
    expect(json).toMatchObject({ acceptedPasskeys: { ids: [second!.id] }, notified: ['a•••@example.com'] });
    expect((await remove(server, 'passkey-1')).status).toBe(200);
    expect(server.account.outbox).toHaveLength(1);
  });

  test('take a name and keep it', async () => {
    const server = inside();
    await rename(server, 'totp-1', '  Blue phone ');
    expect(server.account.factors[0]!.name).toBe('Blue phone');
  });

  test.each(['', '   ', 'a'.repeat(65), 'Blue\nphone', 'Blue\u0007phone'])('refuse the name %j', async (name) => {
    expect((await rename(inside(), 'totp-1', name)).problem.code).toBe('invalid-name');
  });

  test('that are not there are not renamed', async () => {
    expect((await rename(inside(), 'totp-9', 'Blue phone')).status).toBe(404);
  });

  test('of a destination keep its name', async () => {
    const server = inside({ delivered: [{ channel: 'email', to: 'a•••@example.com' }] });
    expect((await rename(server, 'delivered-1', 'Mine')).problem).toMatchObject({ code: 'not-allowed' });
  });
});
