import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attemptId, PASSWORD, startHarness, type Harness } from './support/harness';
import { otherApp } from './support/other-app';

const NEW_PASSWORD = 'another password of the tests';

let t: Harness;
let app: Awaited<ReturnType<typeof otherApp>>;
let token = '';

beforeAll(async () => {
  t = await startHarness();
  app = await otherApp(
    t,
    {
      emailAndPassword: {
        enabled: true,
        password: {
          hash: async (password) => `plain ${password}`,
          verify: async ({ hash, password }) => hash === `plain ${password}`,
        },
        sendResetPassword: async (message) => void ({ token } = message),
      },
    },
    { allow: ['/change-password'] },
  );
});
afterAll(() => t.close());

async function challenged() {
  const person = await t.addPerson();
  const browser = app.browser();
  await browser.signIn(person);
  return { person, browser };
}

async function resetPassword(email: string) {
  const owner = app.browser();
  await owner.send('POST', '/api/auth/request-password-reset', { email });
  const answer = await owner.send('POST', '/api/auth/reset-password', { token, newPassword: NEW_PASSWORD });
  expect(answer.body).toEqual({ status: true });
}

describe('a challenge that the old password opened', () => {
  test('is over when the password is reset', async () => {
    const { person, browser } = await challenged();
    await resetPassword(person.email);
    const answer = await browser.attempt('backup-code', person.codes[0]!);
    expect(answer.body).toMatchObject({ status: 410, code: 'challenge-over', restart: 'sign-in' });
    expect((await browser.load()).body).toEqual({ status: 'sign-in-first' });
    expect([await t.usedCodesOf(person), await t.sessionsOf(person)]).toEqual([0, 0]);
  });

  test('is over too when an attempt is settled', async () => {
    const { person, browser } = await challenged();
    await resetPassword(person.email);
    expect((await browser.settle(attemptId())).body).toEqual({ state: 'over', spent: false });
  });

  test('is over when the person changes the password in a session elsewhere', async () => {
    const { person, browser } = await challenged();
    const elsewhere = app.browser();
    await elsewhere.signIn(person);
    await elsewhere.attempt('totp', person.appCode());
    const change = { currentPassword: PASSWORD, newPassword: NEW_PASSWORD };
    expect((await elsewhere.send('POST', '/api/auth/change-password', change)).status).toBe(200);
    expect((await browser.load()).body).toEqual({ status: 'sign-in-first' });
  });

  test('goes on when somebody else resets a password', async () => {
    const { person, browser } = await challenged();
    await resetPassword((await t.addPerson()).email);
    expect((await browser.attempt('backup-code', person.codes[0]!)).status).toBe(200);
  });
});

test('the new password opens a challenge that can be passed', async () => {
  const { person, browser } = await challenged();
  await resetPassword(person.email);
  await browser.signIn(person, { password: NEW_PASSWORD });
  expect((await browser.attempt('backup-code', person.codes[0]!)).status).toBe(200);
});
