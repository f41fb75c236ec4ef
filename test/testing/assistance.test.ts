import { describe, expect, test } from 'vitest';
import type { SimulatedServer } from '../../src/testing/index.js';
import { attempt, byApp, byCode, freezeTokenOf, get, post, start } from './support/client.js';
import { challenged, entry } from './support/person.js';

const askHelp = (server: SimulatedServer) => post(server, '/assistance/cases');

describe('a request for help', () => {
  test('is one, however often it is asked for', async () => {
    const server = challenged();
    const first = await askHelp(server);
    expect((await askHelp(server)).json).toEqual(first.json);
    expect(server.account.cases).toHaveLength(1);
  });

  test('that was taken back is not open, and may be asked for again later', async () => {
    const server = challenged();
    const { json } = await askHelp(server);
    await post(server, `/assistance/cases/${json.number}/cancel`);
    expect((await get(server, '/assistance/case')).json).toEqual({ case: null });
    expect((await askHelp(server)).problem).toMatchObject({ code: 'too-many-attempts', retryAt: json.askAgainAt });
    server.clock.advance(json.askAgainAt - server.clock.now());
    server.passFirstFactor();
    expect((await askHelp(server)).json.number).not.toBe(json.number);
  });

  test('that was answered says so', async () => {
    const server = challenged();
    await askHelp(server);
    server.desk.answerCase();
    expect((await get(server, '/assistance/case')).json.case?.state).toBe('answered');
  });

  test('tells the owner, with a token that freezes the account', async () => {
    const server = challenged();
    await askHelp(server);
    await post(server.browser(), '/assistance/freeze', { token: freezeTokenOf(server) });
    expect(await entry(server)).toEqual({ status: 'blocked', why: 'suspended' });
    expect((await attempt(server, byApp(server.appCode()))).problem).toMatchObject({
      code: 'not-allowed',
      reason: 'suspended',
    });
  });
});

describe('a token of a notice', () => {
  test('works once, and succeeds when it is sent again', async () => {
    const server = challenged();
    await askHelp(server);
    const token = freezeTokenOf(server);
    await post(server, '/assistance/freeze', { token });
    server.desk.suspend(false);
    expect((await post(server, '/assistance/freeze', { token })).status).toBe(204);
    expect(server.account.suspended).toBe(false);
  });

  test.each([
    ['that is none', 'no-token-of-anybody', 409, 'superseded'],
    ['that is too short', 'short', 400, 'bad-request'],
  ])('%s freezes nothing', async (_, token, status, code) => {
    const server = start();
    const told = await post(server, '/assistance/freeze', { token });
    expect([told.status, told.problem.code, server.account.suspended]).toEqual([status, code, false]);
  });
});

describe('the help desk', () => {
  test('resets: everything ends, and the person enrolls with a code', async () => {
    const server = start({ account: { passkeys: 1 } });
    server.signIn();
    const other = server.browser();
    other.passFirstFactor();
    const { pass, freezeToken } = server.desk.reset({ byRole: 'service desk' });
    expect([server.signedIn, server.account.factors, server.account.codesLeft]).toEqual([false, [], 0]);
    expect((await get(other, '/challenge')).json).toEqual({ status: 'sign-in-first' });
    server.passFirstFactor();
    expect(await entry(server)).toMatchObject({
      because: 'reset',
      passNeeded: true,
      reset: { byRole: 'service desk' },
    });
    expect([pass, freezeToken]).toEqual([server.account.enroll!.pass, freezeTokenOf(server)]);
  });

  test('ends what was being set up', async () => {
    const server = start();
    server.signIn();
    const { json } = await post(server, '/totp/setups', { replace: true, lost: false });
    server.desk.reset({ passNeeded: false });
    server.passFirstFactor();
    const told = await post(server, `/totp/setups/${json.id}/verify`, { code: server.appCode(json.key) });
    expect(told.problem.code).toBe('superseded');
  });

  test('gives temporary codes in place of the person’s own', async () => {
    const server = challenged();
    const old = server.backupCode();
    const [code] = server.desk.giveCodes(2);
    expect((await attempt(server, byCode(old))).problem.code).toBe('wrong-code');
    expect((await attempt(server, byCode(code!))).json).toMatchObject({ codesLeft: 1, mayPostpone: false });
  });

  test('can want a new password first', async () => {
    const server = challenged();
    server.desk.requirePasswordChange('/new-password');
    expect(await entry(server)).toEqual({ status: 'change-password', url: '/new-password' });
  });

  test('ends sessions behind the browser’s back', async () => {
    const server = start();
    server.signIn();
    server.desk.endSessions();
    expect((await get(server, '/factors')).problem.code).toBe('signed-out');
  });
});
