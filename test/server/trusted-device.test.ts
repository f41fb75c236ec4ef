import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDestination, addTotp, forgetTrustedDevices, makeBackupCodes } from '../../src/server/better-auth';
import { attemptId, MINUTE, PASSWORD, startHarness, type Browser, type Harness, type Person } from './support/harness';
import { otherApp } from './support/other-app';

const DAY = 24 * 60 * MINUTE;
const COOKIE = 'better-auth.mfa_trusted_device';

const codes: string[] = [];
let t: Harness;
beforeAll(async () => {
  const email = async ({ code }: { code: string }) => void codes.push(code);
  t = await startHarness({ trustDeviceDays: 30, deliver: { email, sms: email } });
});
afterAll(() => t.close());

const trusting = { trustDevice: true };
const devices = (person: Person) => t.sql('select * from "mfaTrustedDevice" where "userId" = $1', [person.id]);
const noted = async (person: Person) =>
  (await t.sql<{ what: string }>('select what from "mfaActivity" where "userId" = $1 order by at', [person.id])).map(
    ({ what }) => what,
  );

/** A browser that its person trusted, signed out again. */
async function trusted() {
  const person = await t.addPerson();
  const browser = await t.challenged(person);
  const answer = await browser.prove({ kind: 'totp', code: person.appCode() }, trusting);
  expect(answer.status).toBe(200);
  await browser.send('POST', '/api/auth/sign-out', {});
  expect([browser.holdsSession, browser.cookies.has(COOKIE)]).toEqual([false, true]);
  return { person, browser };
}

async function expectIn(browser: Browser, person: Person) {
  expect((await browser.signIn(person)).body).toMatchObject({ user: { email: person.email } });
  expect(await browser.whoAmI()).toBe(person.email);
}

async function expectAsked(browser: Browser, person: Pick<Person, 'email'>, rest = {}) {
  expect((await browser.signIn(person, rest)).body).toEqual({ secondFactor: true });
  expect(browser.holdsSession).toBe(false);
}

describe('the challenge', () => {
  test('offers to trust the device, for the days that the app says', async () => {
    const browser = await t.challenged(await t.addPerson());
    expect((await browser.load()).body.challenge.trust).toEqual({ days: 30 });
  });

  test('offers nothing of it where the app does not, and trusts nothing', async () => {
    const app = await otherApp(t);
    const person = await t.addPerson();
    const browser = app.browser();
    await browser.signIn(person);
    expect((await browser.load()).body.challenge.trust).toBe(null);
    await browser.prove({ kind: 'totp', code: person.appCode() }, trusting);
    expect([browser.cookies.has(COOKIE), await devices(person)]).toEqual([false, []]);
  });
});

describe('a device is trusted', () => {
  test('by an app code', async () => {
    const { person, browser } = await trusted();
    await expectIn(browser, person);
  });

  test('by a passkey', async () => {
    const person = await t.addPerson();
    const key = await t.addKey(person);
    const browser = await t.challenged(person);
    await browser.useKey(key, {}, trusting);
    await expectIn(browser, person);
  });

  test('by a code that was sent', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    await browser.sendCode('account-email');
    await browser.prove({ kind: 'delivered-code', id: 'account-email', code: codes.at(-1) }, trusting);
    await expectIn(browser, person);
  });

  test('never by a backup code', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    const answer = await browser.prove({ kind: 'backup-code', code: person.codes[0] }, trusting);
    expect([answer.status, browser.cookies.has(COOKIE), await devices(person)]).toEqual([200, false, []]);
    await expectAsked(browser, person);
  });

  test.each([{}, { trustDevice: false }])('never unasked: %j', async (more) => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    await browser.prove({ kind: 'totp', code: person.appCode() }, more);
    expect([browser.cookies.has(COOKIE), await devices(person)]).toEqual([false, []]);
  });

  test('never by a proof that is refused', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    const answer = await browser.prove({ kind: 'totp', code: 'not a code' }, trusting);
    expect([answer.status, browser.cookies.has(COOKIE), await devices(person)]).toEqual([422, false, []]);
  });

  test('by a cookie that no script reads, for those days', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    const { setCookies } = await browser.prove({ kind: 'totp', code: person.appCode() }, trusting);
    const cookie = setCookies.find((line) => line.startsWith(`${COOKIE}=`));
    expect(cookie).toMatch(
      /^better-auth\.mfa_trusted_device=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  test('also where the answer that carried the cookie was lost, and once', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    const attempt = attemptId();
    const lost = browser.copy();
    await lost.prove({ kind: 'totp', code: person.appCode() }, { attempt, ...trusting });
    await browser.settle(attempt);
    expect(browser.cookies.get(COOKIE)).toBe(lost.cookies.get(COOKIE));
    expect(await devices(person)).toHaveLength(1);
    await expectIn(browser, person);
  });

  test('once in one browser, however often it is asked for', async () => {
    const { person, browser } = await trusted();
    await t.sql('update "mfaTrustedDevice" set "passwordMark" = $1 where "userId" = $2', ['stale', person.id]);
    await expectAsked(browser, person);
    t.clock.now += 30_000;
    await browser.prove({ kind: 'totp', code: person.appCode() }, trusting);
    expect(await devices(person)).toHaveLength(1);
  });
});

describe('in a device that is trusted', () => {
  test('the first factor makes a session, and it is written down as what it was', async () => {
    const { person, browser } = await trusted();
    await expectIn(browser, person);
    expect(browser.holdsChallenge).toBe(false);
    expect(await noted(person)).toEqual(['mfa.signed_in', 'mfa.device_trusted', 'mfa.trusted_device_used']);
  });

  test('each use gives another token, and takes the one before away', async () => {
    const { person, browser } = await trusted();
    const thief = browser.copy();
    const before = browser.cookies.get(COOKIE);
    await expectIn(browser, person);
    expect(browser.cookies.get(COOKIE)).not.toBe(before);
    await expectAsked(thief, person);
    await expectIn(browser, person);
  });

  test('the days run from when it was trusted, not from the last use', async () => {
    const { person, browser } = await trusted();
    t.clock.now += 29 * DAY;
    const { setCookies } = await browser.signIn(person);
    const cookie = setCookies.find((line) => line.startsWith(`${COOKIE}=`));
    expect(cookie).toMatch(/Max-Age=86400;/);
    t.clock.now += DAY - 1;
    await expectIn(browser, person);
    t.clock.now += 1;
    await expectAsked(browser, person);
  });

  test('fewer days than before are fewer for it too', async () => {
    const { person, browser } = await trusted();
    const app = await otherApp(t, {}, { trustDeviceDays: 7 });
    const there = app.browser();
    there.cookies = browser.cookies;
    t.clock.now += 7 * DAY;
    await expectAsked(there, person);
  });

  test('nobody is let in where the app no longer offers it', async () => {
    const { person, browser } = await trusted();
    const there = (await otherApp(t)).browser();
    there.cookies = browser.cookies;
    await expectAsked(there, person);
  });

  test('another person is asked', async () => {
    const { browser } = await trusted();
    await expectAsked(browser, await t.addPerson());
  });

  test('the password has to be right all the same', async () => {
    const { person, browser } = await trusted();
    expect((await browser.signIn(person, { password: 'a wrong password' })).status).toBe(401);
    expect(browser.holdsSession).toBe(false);
  });

  test('the other devices of the person are asked', async () => {
    const { person } = await trusted();
    await expectAsked(t.browser(), person);
  });

  test.each([
    ['no token', ''],
    ['a token of nobody', 'A'.repeat(43)],
  ])('%s is asked', async (_, token) => {
    const { person, browser } = await trusted();
    browser.cookies.set(COOKIE, token);
    await expectAsked(browser, person);
  });

  test('one token used twice at once lets one in', async () => {
    const { person, browser } = await trusted();
    const answers = await Promise.all([browser.copy().signIn(person), browser.copy().signIn(person)]);
    expect(answers.filter(({ body }) => body.secondFactor === true)).toHaveLength(1);
  });
});

describe('the trust ends', () => {
  test.each<[string, (person: Person) => Promise<unknown>]>([
    ['with another authenticator app', ({ id }) => addTotp(t.server.auth, id)],
    ['with a passkey', (person) => t.addKey(person)],
    ['with a destination', ({ id }) => addDestination(t.server.auth, id, { channel: 'sms', to: '+4755500142' })],
    ['with new backup codes', ({ id }) => makeBackupCodes(t.server.auth, id)],
    ['when the host ends it', ({ id }) => forgetTrustedDevices(t.server.auth, id)],
  ])('%s', async (_, change) => {
    const { person, browser } = await trusted();
    const bystander = await trusted();
    await change(person);
    expect(await devices(person)).toEqual([]);
    await expectAsked(browser, person);
    await expectIn(bystander.browser, bystander.person);
  });

  test('with a reset of the password', async () => {
    let token = '';
    const password = {
      hash: async (text: string) => `plain ${text}`,
      verify: async ({ hash, password }: { hash: string; password: string }) => hash === `plain ${password}`,
    };
    const sendResetPassword = async (message: { token: string }) => void ({ token } = message);
    const app = await otherApp(
      t,
      { emailAndPassword: { enabled: true, password, sendResetPassword } },
      { trustDeviceDays: 30 },
    );
    const { person, browser: known } = await trusted();
    const browser = app.browser();
    browser.cookies = known.cookies;
    await browser.send('POST', '/api/auth/request-password-reset', { email: person.email });
    await browser.send('POST', '/api/auth/reset-password', { token, newPassword: `new ${PASSWORD}` });
    await expectAsked(browser, person, { password: `new ${PASSWORD}` });
  });
});

test.each([0, -1, 0.5, 366, Number.NaN])('an app that trusts for %s days does not start', async (trustDeviceDays) => {
  await expect(otherApp(t, {}, { trustDeviceDays })).rejects.toThrow('trustDeviceDays');
});
