import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHarness, type Browser, type Harness } from './support/harness';
import { OPERATIONS } from './support/openapi';
import { otherApp } from './support/other-app';

/** What the reference server serves of the contract: all but the form, which is asked otherwise. */
const SERVED = [
  'abandonTotp',
  'attempt',
  'backupCodesStatus',
  'cancel',
  'cancelHelp',
  'confirmBackupCodes',
  'currentCase',
  'discardBackupCodes',
  'endOtherSessions',
  'freeze',
  'issueBackupCodes',
  'listFactors',
  'loadChallenge',
  'loadStepUp',
  'policy',
  'preparePasskey',
  'prepareRegistration',
  'prepareStepUpPasskey',
  'proveStepUp',
  'recentActivity',
  'registerPasskey',
  'removeBackupCodes',
  'removeFactor',
  'renameFactor',
  'requestHelp',
  'sendCode',
  'sendStepUpCode',
  'settle',
  'startTotp',
  'verifyTotp',
];

/** What only an app with a help desk serves. */
const OF_THE_DESK = ['cancelHelp', 'currentCase', 'freeze', 'requestHelp'];

/** What an operation that is served answers to who has no second factor: a success, or a refusal of its own. */
const ANSWERS = [200, 204, 400, 401, 403, 410];

let t: Harness;
let browser: Browser;
beforeAll(async () => {
  t = await startHarness();
  browser = t.browser();
  await browser.signIn(await t.addPerson({ factor: false }));
  expect(browser.holdsSession).toBe(true);
});
afterAll(() => t.close());

const operations = OPERATIONS.map(([method, path, operationId]) => ({ method, path, operationId }));
const writes = operations.filter(({ method }) => method !== 'GET');
const isServed = ({ operationId }: { operationId: string }) => SERVED.includes(operationId);

type Operation = (typeof operations)[number];
type Headers = Record<string, string | null>;

const ask = ({ method, path }: Operation, headers?: Headers) =>
  browser
    .copy()
    .send(
      method,
      `/api/auth/mfa${path.replace(/\{\w+\}/, 'x'.repeat(16))}`,
      method === 'GET' ? undefined : {},
      headers,
    );

describe('of the contract, the server', () => {
  test('serves nothing that the contract does not name', () => {
    expect(operations.filter(isServed).map(({ operationId }) => operationId)).toHaveLength(SERVED.length);
  });

  test.each(operations.filter(isServed))('serves $operationId', async (operation) => {
    expect(ANSWERS).toContain((await ask(operation)).status);
  });

  test('leaves nothing of it out', () => {
    expect(operations.filter((operation) => !isServed(operation))).toEqual([]);
  });

  test('says so where there is no help desk', async () => {
    const asker = (await otherApp(t)).browser();
    for (const { method, path } of operations.filter(({ operationId }) => OF_THE_DESK.includes(operationId))) {
      const address = `/api/auth/mfa${path.replace('{number}', '1')}`;
      expect((await asker.send(method, address, method === 'GET' ? undefined : {})).body).toEqual({
        type: 'urn:mfa-elements:problem:not-allowed',
        title: expect.any(String),
        status: 501,
        code: 'not-allowed',
        reason: 'not-offered',
      });
    }
  });
});

test('it serves the form of pages without script', async () => {
  const { status, headers } = await t.browser().sendForm({});
  expect([status, headers.get('location')]).toEqual([303, '/challenge?mfa=no-code']);
});

describe('before anything else it refuses', () => {
  test.each(operations)('$operationId without X-MFA', async (operation) => {
    expect((await ask(operation, { 'x-mfa': null })).body).toMatchObject({ status: 400, code: 'bad-request' });
  });

  test.each(writes)('$operationId from a foreign origin', async (operation) => {
    const answer = await ask(operation, { origin: 'https://evil.example' });
    expect(answer.body).toMatchObject({ status: 403, code: 'bad-request' });
  });

  test.each(writes)('$operationId with a body that is no JSON', async (operation) => {
    expect((await ask(operation, { 'content-type': 'text/plain' })).body).toMatchObject({
      status: 415,
      code: 'bad-request',
    });
  });
});
