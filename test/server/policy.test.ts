import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Policy } from '../../src/server/better-auth';
import { startHarness, type Harness } from './support/harness';
import { otherApp } from './support/other-app';

let t: Harness;
beforeAll(async () => {
  t = await startHarness();
});
afterAll(() => t.close());

/** A person at the challenge of an app with this policy. */
async function under(policy: Partial<Policy>) {
  const app = await otherApp(t, {}, { policy });
  const person = await t.addPerson();
  const browser = app.browser();
  await browser.signIn(person);
  return { person, browser };
}

const ruledOut = { status: 403, code: 'not-allowed', reason: 'policy' };

describe.each<[string, Partial<Policy>]>([
  ['without backup codes', { backupCodes: false }],
  ['without self recovery', { selfRecovery: false }],
  ['that hides backup codes', { hide: ['backup-code'] }],
])('a policy %s', (_, policy) => {
  test('offers the app alone', async () => {
    const { browser } = await under(policy);
    expect((await browser.load()).body.challenge.offers).toEqual([{ kind: 'totp' }]);
  });

  test('has a backup code refused unseen, so that it is neither spent nor counted', async () => {
    const { person, browser } = await under(policy);
    const answers = [];
    for (let i = 0; i < 12; i += 1) answers.push((await browser.attempt('backup-code', person.codes[0]!)).body);
    for (const answer of answers) expect(answer).toMatchObject(ruledOut);
    const failures = 'select sum(failed + locks)::int as n from "mfaGuard" where "userId" = $1';
    expect([await t.usedCodesOf(person), await t.sql(failures, [person.id])]).toEqual([0, [{ n: 0 }]]);
  });

  test('lets the app code in', async () => {
    const { person, browser } = await under(policy);
    expect((await browser.attempt('totp', person.appCode())).status).toBe(200);
  });
});

describe('a policy that hides the app', () => {
  test('offers the backup codes alone, and has the app code refused', async () => {
    const { person, browser } = await under({ hide: ['totp'] });
    expect((await browser.load()).body.challenge.offers).toMatchObject([{ kind: 'backup-code' }]);
    expect((await browser.attempt('totp', person.appCode())).body).toMatchObject(ruledOut);
    expect((await browser.attempt('backup-code', person.codes[0]!)).status).toBe(200);
  });

  test('leaves nothing to a person without backup codes', async () => {
    const { person, browser } = await under({ hide: ['totp'] });
    await t.sql('delete from "mfaBackupCode" where "userId" = $1', [person.id]);
    expect((await browser.load()).body).toEqual({ status: 'blocked', why: 'no-usable-factor' });
  });

  test('and forbids self recovery says that it is forbidden', async () => {
    const { browser } = await under({ hide: ['totp'], selfRecovery: false });
    expect((await browser.load()).body).toEqual({ status: 'blocked', why: 'recovery-forbidden' });
  });
});
