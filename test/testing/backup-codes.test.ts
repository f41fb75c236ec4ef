import { describe, expect, test } from 'vitest';
import { parseBackupCode } from '../../src/core/backup-code.js';
import type { Policy } from '../../src/core/policy.js';
import type { AccountOptions, SimulatedServer } from '../../src/testing/index.js';
import { attempt, byCode, get, lost, post } from './support/client.js';
import { inside } from './support/person.js';

const HOUR = 60 * 60_000;

const status = async (server: SimulatedServer) => (await get(server, '/backup-codes')).json;
const issue = (server: SimulatedServer) => post(server, '/backup-codes/sets');
const confirm = (server: SimulatedServer, id: string) => post(server, `/backup-codes/sets/${id}/confirm`);
const discard = (server: SimulatedServer, id: string) => post(server, `/backup-codes/sets/${id}/discard`);

/** Whether a code lets somebody in. */
async function opens(server: SimulatedServer, code: string): Promise<boolean> {
  const browser = server.browser();
  browser.passFirstFactor();
  return (await attempt(browser, byCode(code))).status === 200;
}

describe('the status', () => {
  test.each<[AccountOptions['backupCodes'], object]>([
    [false, { state: 'none', left: 0, of: 0, made: 'unknown', lastUsed: 'unknown' }],
    [0, { state: 'used-up', left: 0, of: 10 }],
    [1, { state: 'on', left: 1, of: 10 }],
    [3, { state: 'on', left: 3, of: 10 }],
    [9, { state: 'on', left: 9, of: 10 }],
    [{ of: 12 }, { state: 'on', left: 12, of: 12, lastUsed: 'unknown', temporary: false }],
    [
      { of: 2, temporary: true },
      { state: 'on', left: 2, of: 2, temporary: true },
    ],
  ])('of the codes %o is %o', async (backupCodes, expected) => {
    expect(await status(inside({ backupCodes }))).toMatchObject(expected);
  });

  test('is staged where a first set waits, and on where an old one is', async () => {
    const [first, second] = [inside({ backupCodes: false }), inside()];
    await issue(first);
    await issue(second);
    expect([(await status(first)).state, (await status(second)).state]).toEqual(['staged', 'on']);
  });

  test('reveals no code', async () => {
    expect(JSON.stringify(await status(inside()))).not.toMatch(/canary/i);
  });
});

describe('a new set', () => {
  test('holds ten different codes of the form that it names', async () => {
    const { json } = await issue(inside());
    expect(new Set(json.codes).size).toBe(10);
    for (const code of json.codes) expect(parseBackupCode(code, json.format)).toEqual({ is: 'code', code });
  });

  test('is not in force until it is confirmed, and the old one is', async () => {
    const server = inside();
    const old = server.backupCode();
    const { json } = await issue(server);
    expect([await opens(server, json.codes[0]!), await opens(server, old)]).toEqual([false, true]);
  });

  test('is in force once it is confirmed, and the old one is not', async () => {
    const server = inside();
    const old = server.backupCode();
    const { json } = await issue(server);
    expect((await confirm(server, json.id)).json).toEqual({ left: 10, notified: ['a•••@example.com'] });
    expect([await opens(server, json.codes[0]!), await opens(server, old)]).toEqual([true, false]);
    expect(server.account.codeSets.map(({ state }) => state)).toEqual(['replaced', 'on']);
  });

  test('is confirmed again after a lost answer, and told of once', async () => {
    const server = inside();
    const { json } = await issue(server);
    server.faults.next('confirmBackupCodes', { kind: 'lost', committed: true });
    await lost(confirm(server, json.id));
    expect((await confirm(server, json.id)).status).toBe(200);
    expect(server.account.outbox).toHaveLength(1);
  });

  test.each<[string, (server: SimulatedServer, id: string) => unknown]>([
    ['a newer one was made', (server) => issue(server)],
    ['it was discarded', discard],
    [
      'it is an hour old',
      (server) => {
        server.clock.advance(HOUR);
        server.signIn();
      },
    ],
    ['the session is another', (server) => server.signIn()],
  ])('is superseded when %s', async (_, meanwhile) => {
    const server = inside();
    const { json } = await issue(server);
    await meanwhile(server, json.id);
    const refused = await confirm(server, json.id);
    expect([refused.status, refused.problem.code]).toEqual([409, 'superseded']);
  });

  test('wants a fresh proof to be confirmed, and waits for it', async () => {
    const server = inside();
    const { json } = await issue(server);
    server.clock.advance(HOUR / 2);
    expect((await confirm(server, json.id)).problem.code).toBe('step-up-required');
    const proof = { kind: 'totp', code: server.appCode() };
    await post(server, '/step-up/proofs', { attempt: crypto.randomUUID(), proof });
    expect((await confirm(server, json.id)).status).toBe(200);
  });

  test('that is in force is not discarded', async () => {
    const server = inside();
    expect((await discard(server, 'set-1')).status).toBe(204);
    expect(server.account.codesLeft).toBe(10);
  });

  test('is made five times an hour at most', async () => {
    const server = inside();
    for (let time = 0; time < 5; time += 1) await issue(server);
    const refused = await issue(server);
    expect(refused.problem).toMatchObject({ code: 'too-many-attempts', retryAt: server.clock.now() + HOUR });
    server.clock.advance(HOUR);
    server.signIn();
    expect((await issue(server)).status).toBe(200);
  });

  test('is not made where the policy rules codes out', async () => {
    expect((await issue(inside({}, { backupCodes: false }))).problem).toMatchObject({
      code: 'not-allowed',
      reason: 'policy',
    });
  });

  test('ends the task to make one', async () => {
    const server = inside({ todo: ['new-codes'] });
    const { json } = await issue(server);
    await confirm(server, json.id);
    expect(server.account.todo).toEqual([]);
  });
});

describe('removing the codes', () => {
  test('ends them all, and again does nothing', async () => {
    const server = inside();
    const code = server.backupCode();
    await post(server, '/backup-codes/remove');
    expect((await post(server, '/backup-codes/remove')).status).toBe(204);
    expect([await opens(server, code), (await status(server)).state]).toEqual([false, 'none']);
  });

  test('that are used up is no loss', async () => {
    expect((await post(inside({ totp: false, backupCodes: 0 }), '/backup-codes/remove')).status).toBe(204);
  });

  test.each<[AccountOptions, Partial<Policy>]>([
    [{ totp: false }, {}],
    [{}, { minFactors: 2, codesCount: true }],
  ])('is refused to the account %o under the policy %o', async (account, policy) => {
    const server = inside(account, policy);
    expect((await post(server, '/backup-codes/remove')).problem).toMatchObject({
      code: 'not-allowed',
      reason: 'last-factor',
    });
    expect(server.account.codesLeft).toBe(10);
  });
});
