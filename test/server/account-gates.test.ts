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
  renameFactor: { name: 'A name' },
  startTotp: { replace: true, lost: false },
  verifyTotp: { code: '123456' },
  prepareRegistration: { kind: 'passkey' },
  registerPasskey: { credential: {}, name: null },
  proveStepUp: { attempt: attemptId(), proof: { kind: 'totp', code: '123456' } },
};

const operations = OPERATIONS.map(([method, path, operationId]) => ({ method, path, operationId }));
type Operation = (typeof operations)[number];

const ask = (
  browser: Browser,
  { method, path, operationId }: Operation,
  ids: { set: string; factor: string } = { set: 'x'.repeat(22), factor: 'x' },
) =>
  browser.send(
    method,
    `/api/auth/mfa${path
      .replace('{set}', ids.set)
      .replace('{factor}', ids.factor)
      .replace(/\{\w+\}/, 'x')}`,
    method === 'GET' ? undefined : (BODIES[operationId] ?? {}),
  );

/** What is served of the operations inside a session. */
const SERVED = [
  'abandonTotp',
  'backupCodesStatus',
  'confirmBackupCodes',
  'discardBackupCodes',
  'endOtherSessions',
  'issueBackupCodes',
  'listFactors',
  'loadStepUp',
  'prepareRegistration',
  'prepareStepUpPasskey',
  'proveStepUp',
  'recentActivity',
  'registerPasskey',
  'removeBackupCodes',
  'removeFactor',
  'renameFactor',
  'sendStepUpCode',
  'startTotp',
  'verifyTotp',
];

const TABLES = [
  'mfaCodeSet',
  'mfaBackupCode',
  'mfaFactor',
  'mfaPasskey',
  'mfaTrustedDevice',
  'mfaChallenge',
  'mfaSetup',
  'mfaRegistration',
  'mfaRepair',
  'session',
];

/** All that is kept of how the account is opened. */
async function standing({ id }: Person): Promise<string> {
  const rows = [];
  for (const table of TABLES) {
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
      'prepareRegistration',
      'removeBackupCodes',
      'removeFactor',
      'startTotp',
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
    await t.addKey(person);
    const browser = await t.signedIn(person);
    const [, { id: factor }] = (await browser.factors()).body.factors;
    const ids = { set: (await browser.issue()).body.id as string, factor: factor as string };
    t.clock.now += 30 * MINUTE;
    const before = await standing(person);
    expect((await ask(browser, operation, ids)).body).toMatchObject({
      status: 401,
      code: 'step-up-required',
      need: {
        how: 'in-place',
        ways: [{ kind: 'passkey' }, { kind: 'totp' }, { kind: 'delivered-code' }, { kind: 'backup-code' }],
      },
    });
    expect(await standing(person)).toBe(before);
    await browser.stepUp({ kind: 'totp', code: t.nextAppCode(person) });
    expect((await ask(browser, operation, ids)).status).toBeLessThan(300);
    expect(await standing(person)).not.toBe(before);
  });
});
