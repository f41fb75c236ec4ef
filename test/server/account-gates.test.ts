import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attemptId, MINUTE, startHarness, type Browser, type Harness, type Person } from './support/harness';
import { OF_SESSION, OPERATIONS, PRIVILEGED } from './support/openapi';

let t: Harness;
beforeAll(async () => {
  t = await startHarness({ deliver: { email: () => Promise.resolve() } });
});
afterAll(() => t.close());

/** A body that is well-formed, of the operations that want more than an empty one. */
const BODIES: Record<string, object> = {
  sendStepUpCode: { offer: 'account-email' },
  proveStepUp: { attempt: attemptId(), proof: { kind: 'totp', code: '123456' } },
};

const operations = OPERATIONS.map(([method, path, operationId]) => ({ method, path, operationId }));
type Operation = (typeof operations)[number];

const ask = (browser: Browser, { method, path, operationId }: Operation, set = 'x'.repeat(22)) =>
  browser.send(
    method,
    `/api/auth/mfa${path.replace('{set}', set).replace(/\{\w+\}/, 'x')}`,
    method === 'GET' ? undefined : (BODIES[operationId] ?? {}),
  );

/** What is served of the operations inside a session. */
const SERVED = [
  'backupCodesStatus',
  'confirmBackupCodes',
  'discardBackupCodes',
  'issueBackupCodes',
  'loadStepUp',
  'prepareStepUpPasskey',
  'proveStepUp',
  'removeBackupCodes',
  'sendStepUpCode',
];

/** All that is kept of how the account is opened. */
async function standing({ id }: Person): Promise<string> {
  const rows = [];
  for (const table of ['mfaCodeSet', 'mfaBackupCode', 'mfaFactor', 'mfaPasskey', 'mfaTrustedDevice', 'mfaChallenge']) {
    rows.push(await t.sql(`select * from "${table}" where "userId" = $1 order by id`, [id]));
  }
  return JSON.stringify(rows);
}

describe('of the operations inside a session', () => {
  const ofSession = operations.filter(({ operationId }) => OF_SESSION.includes(operationId));
  const served = ofSession.filter(({ operationId }) => SERVED.includes(operationId));
  const privileged = served.filter(({ operationId }) => PRIVILEGED.includes(operationId));

  test('these are served, and those want a fresh proof', async () => {
    const found = [];
    for (const operation of ofSession) {
      if ((await ask(t.browser(), operation)).status !== 501) found.push(operation.operationId);
    }
    expect(found.sort()).toEqual(SERVED);
    expect(privileged.map(({ operationId }) => operationId).sort()).toEqual([
      'confirmBackupCodes',
      'issueBackupCodes',
      'removeBackupCodes',
    ]);
  });

  test.each(served)('$operationId answers nobody who is signed out', async (operation) => {
    const signedOut = { status: 401, code: 'signed-out' };
    expect((await ask(t.browser(), operation)).body).toMatchObject(signedOut);
    const person = await t.addPerson();
    const challenged = await t.challenged(person);
    expect((await ask(challenged, operation)).body).toMatchObject(signedOut);
    const ended = await t.signedIn(person);
    const cookies = new Map(ended.cookies);
    await ended.send('POST', '/api/auth/sign-out', {});
    ended.cookies = cookies;
    const before = await standing(person);
    expect((await ask(ended, operation)).body).toMatchObject(signedOut);
    expect(await standing(person)).toBe(before);
  });

  test.each(privileged)('$operationId changes nothing without a fresh proof', async (operation) => {
    const person = await t.addPerson();
    const browser = await t.signedIn(person);
    const { id } = (await browser.issue()).body;
    t.clock.now += 30 * MINUTE;
    const before = await standing(person);
    expect((await ask(browser, operation, id)).body).toMatchObject({
      status: 401,
      code: 'step-up-required',
      need: { how: 'in-place', ways: [{ kind: 'totp' }, { kind: 'delivered-code' }, { kind: 'backup-code' }] },
    });
    expect(await standing(person)).toBe(before);
    await browser.stepUp({ kind: 'totp', code: t.nextAppCode(person) });
    expect((await ask(browser, operation, id)).status).toBeLessThan(300);
    expect(await standing(person)).not.toBe(before);
  });
});
