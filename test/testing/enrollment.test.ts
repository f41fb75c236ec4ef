import { describe, expect, test } from 'vitest';
import type { Policy } from '../../src/core/policy.js';
import { type AccountOptions, type SimulatedServer } from '../../src/testing/index.js';
import { attempt, get, lost, newAttempt, post, settle, start } from './support/client.js';
import { beginApp, challenged, setUpApp, verifyApp } from './support/person.js';
import { made } from './support/passkeys.js';

const MINUTE = 60_000;

const enrolling = (enroll: AccountOptions['enroll'], policy: Partial<Policy> = {}): SimulatedServer =>
  challenged({ totp: false, backupCodes: false, enroll }, policy);

describe('an enrollment before the session', () => {
  test('lets in once a factor is there, and leads on to codes', async () => {
    const server = enrolling({ because: 'policy' });
    expect((await setUpApp(server)).json.todo).toEqual(['new-codes']);
    expect([server.signedIn, server.account.enroll]).toEqual([true, null]);
  });

  test('gives the session again where its answer was lost', async () => {
    const server = enrolling({ because: 'policy' });
    const { json } = await beginApp(server);
    const code = server.appCode(json.key);
    server.faults.next('verifyTotp', { kind: 'lost', committed: true });
    await lost(verifyApp(server, json.id, code));
    expect(server.signedIn).toBe(false);
    await verifyApp(server, json.id, code);
    expect(server.signedIn).toBe(true);
  });

  test('asks for as many factors as the policy does', async () => {
    const server = enrolling({ because: 'policy' }, { minFactors: 2 });
    expect((await setUpApp(server)).json.todo).toEqual(['add-factor', 'new-codes']);
    expect(server.signedIn).toBe(false);
    const { json } = await post(server, '/passkeys/ceremonies', { kind: 'passkey' });
    await post(server, `/passkeys/ceremonies/${json.id}/register`, { credential: await made(json), name: null });
    expect(server.signedIn).toBe(true);
  });

  test('is open to nobody who is only asked for the second factor', async () => {
    const server = start();
    server.passFirstFactor();
    expect((await beginApp(server)).problem.code).toBe('signed-out');
  });

  test('makes no backup codes: they come after the factor', async () => {
    expect((await post(enrolling({ because: 'policy' }), '/backup-codes/sets')).problem.code).toBe('signed-out');
  });

  test('is too late after its deadline', async () => {
    const server = enrolling({ because: 'reset', passNeeded: false, hoursLeft: 0.5 });
    server.clock.advance(30 * MINUTE);
    expect((await beginApp(server)).problem).toMatchObject({ code: 'not-allowed' });
  });
});

describe('the code of the help team', () => {
  const give = (server: SimulatedServer, code: string, id = newAttempt()) =>
    attempt(server, { kind: 'enrollment-pass', code }, id);
  const passOf = (server: SimulatedServer) => server.account.enroll!.pass!;

  test('comes before anything is set up', async () => {
    expect((await beginApp(enrolling({ because: 'reset' }))).problem).toMatchObject({
      code: 'not-allowed',
      reason: 'policy',
    });
  });

  test('opens the enrollment and lets nobody in: the place is loaded again', async () => {
    const server = enrolling({ because: 'reset' });
    expect((await give(server, passOf(server))).problem).toMatchObject({ code: 'challenge-over', restart: 'here' });
    expect((await get(server, '/challenge')).json).toMatchObject({ status: 'enroll', passNeeded: false });
    expect(server.signedIn).toBe(false);
    expect((await beginApp(server)).status).toBe(200);
  });

  test('is settled as spent where its answer was lost', async () => {
    const server = enrolling({ because: 'reset' });
    const id = newAttempt();
    server.faults.next('attempt', { kind: 'lost', committed: true });
    await lost(give(server, passOf(server), id));
    expect((await settle(server, id)).json).toEqual({ state: 'pending', spent: true });
  });

  test('works once', async () => {
    const server = enrolling({ because: 'reset' });
    await give(server, passOf(server));
    server.passFirstFactor();
    expect((await give(server, passOf(server))).problem.code).toBe('used-code');
  });

  test('that is wrong is refused', async () => {
    const server = enrolling({ because: 'reset' });
    expect((await give(server, server.wrongCode('backup-code'))).problem.code).toBe('wrong-code');
  });

  test('is asked for nowhere else', async () => {
    const server = start();
    server.passFirstFactor();
    expect((await give(server, 'ABCD-EFGH-JKLM')).problem).toMatchObject({ code: 'not-allowed', reason: 'policy' });
  });
});
