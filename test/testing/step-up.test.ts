import { describe, expect, test } from 'vitest';
import type { AccountOptions, SimulatedServer } from '../../src/testing/index.js';
import { attempt, byApp, byCode, get, lost, newAttempt, post, start } from './support/client.js';
import { inside as signedIn } from './support/person.js';

const MINUTE = 60_000;

const inside = (account: AccountOptions = {}): SimulatedServer => signedIn(account, {}, { privileged: false });

const stepUp = async (server: SimulatedServer) => (await get(server, '/step-up')).json;
const ways = async (server: SimulatedServer): Promise<string[]> => {
  const { need } = await stepUp(server);
  return need.how === 'in-place' ? need.ways.map(({ kind }) => kind) : [need.how];
};
const prove = (server: SimulatedServer, proof: object, id = newAttempt()) =>
  post(server, '/step-up/proofs', { attempt: id, proof });
const byPassword = (password: string) => ({ kind: 'password', password });

describe('a fresh proof', () => {
  test('is there after a sign-in, for thirty minutes', async () => {
    const server = start();
    server.passFirstFactor();
    await attempt(server, byCode(server.backupCode()));
    expect((await stepUp(server)).privilegedUntil).toBe(server.clock.now() + 30 * MINUTE);
    server.clock.advance(30 * MINUTE);
    expect((await stepUp(server)).privilegedUntil).toBe(null);
  });

  test('is asked for in place, by the ways that the account has', async () => {
    expect(await ways(inside({ passkeys: 1, delivered: [{ channel: 'sms', to: '••• 42' }] }))).toEqual([
      'passkey',
      'totp',
      'delivered-code',
      'backup-code',
    ]);
  });

  test.each<[AccountOptions, string[]]>([
    [{ totp: false, backupCodes: false }, ['password']],
    [{ stepUp: { how: 'in-place', password: true } }, ['totp', 'backup-code', 'password']],
    [{ backupCodes: { of: 2, temporary: true } }, ['totp']],
  ])('of the account %o is one of %o', async (account, kinds) => {
    expect(await ways(inside(account))).toEqual(kinds);
  });

  test.each([{ how: 'redirect', url: '/sign-in?again' }, { how: 'sign-in-again' }] as const)(
    'can be a matter of another page: %o',
    async (need) => {
      const server = inside({ stepUp: need });
      expect((await stepUp(server)).need).toEqual(need);
      expect((await prove(server, byApp(server.appCode()))).problem).toMatchObject({ code: 'not-allowed' });
    },
  );

  test('is what a privileged write wants: without one it changes nothing and says what is needed', async () => {
    const server = inside();
    const { status, problem } = await post(server, '/backup-codes/sets');
    expect([status, problem.code, problem.need?.how]).toEqual([401, 'step-up-required', 'in-place']);
    expect(server.account.codeSets).toHaveLength(1);
  });

  test.each([
    '/backup-codes/sets',
    '/backup-codes/sets/set-1x/confirm',
    '/backup-codes/remove',
    '/factors/totp-1/remove',
    '/totp/setups',
    '/passkeys/ceremonies',
  ])('is wanted by POST %s', async (path) => {
    const body = { replace: true, lost: false, kind: 'passkey' };
    expect((await post(inside(), path, body)).problem.code).toBe('step-up-required');
  });

  test('given once counts, also when its answer is lost and it is sent again', async () => {
    const server = inside();
    const [id, proof] = [newAttempt(), byCode(server.backupCode())];
    server.faults.next('proveStepUp', { kind: 'lost', committed: true });
    await lost(prove(server, proof, id));
    expect((await stepUp(server)).privilegedUntil).not.toBe(null);
    expect((await prove(server, proof, id)).status).toBe(204);
    expect(server.account.codesLeft).toBe(9);
  });

  test('that was wrong is refused alike when it is sent again', async () => {
    const server = inside();
    const [id, proof] = [newAttempt(), byApp(server.wrongCode('totp'))];
    await prove(server, proof, id);
    expect((await prove(server, proof, id)).problem.code).toBe('wrong-code');
  });

  test('by the password counts where it is a way, and its guesses are limited', async () => {
    const server = start({ account: { totp: false, backupCodes: false }, limits: { tries: 2 } });
    server.signIn({ privileged: false });
    await prove(server, byPassword('wrong'));
    await prove(server, byPassword('wrong'));
    expect((await prove(server, byPassword(server.account.password))).problem).toMatchObject({
      code: 'too-many-attempts',
      blocks: 'all',
    });
    server.clock.advance(15 * MINUTE);
    expect((await prove(server, byPassword(server.account.password))).status).toBe(204);
  });

  test('is nothing to who is signed out', async () => {
    const { status, problem } = await get(start(), '/step-up');
    expect([status, problem.code]).toEqual([401, 'signed-out']);
  });
});
