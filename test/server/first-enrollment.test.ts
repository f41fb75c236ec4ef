import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { makeBackupCodes } from '../../src/server/better-auth';
import { SoftwareAuthenticator } from '../support/software-authenticator';
import { MINUTE, PASSWORD, startHarness, type Browser, type Harness, type Person } from './support/harness';
import { otherApp } from './support/other-app';

let t: Harness;
beforeAll(async () => {
  t = await startHarness({ requireSecondFactor: true });
});
afterAll(() => t.close());

const ENROLL = { status: 'enroll', because: 'policy', passNeeded: false };
const noSignUp = { emailAndPassword: { enabled: true, autoSignIn: false } };
const codeOf = (secret: string) => new TOTP({ secret }).generate({ timestamp: (t.clock.now += 30_000) });

/** Somebody who has just signed up, and has given the password. */
async function newcomer() {
  const person = await t.addPerson({ factor: false });
  return { person, browser: await t.challenged(person) };
}

async function connectApp(browser: Browser) {
  const { id, key } = (await browser.startTotp({ replace: false })).body;
  return { id, key, answer: await browser.verifyTotp(id, codeOf(key)) };
}

async function addKey(browser: Browser, origin = t.server.origin) {
  const key = new SoftwareAuthenticator(origin);
  const { id, options } = (await browser.prepareRegistration()).body;
  return browser.register(id, key.register(options), null);
}

describe('whoever has no second factor where everyone has to have one', () => {
  test('gets no session, and is told to set one up', async () => {
    const { browser } = await newcomer();
    expect([browser.holdsSession, (await browser.load()).body]).toEqual([false, ENROLL]);
  });

  test('is in with the first app, whose session may make codes', async () => {
    const { person, browser } = await newcomer();
    const { answer } = await connectApp(browser);
    expect([answer.status, answer.body.todo, browser.holdsSession, browser.holdsChallenge]).toEqual([
      200,
      ['new-codes'],
      true,
      false,
    ]);
    expect([(await browser.issue()).status, await browser.whoAmI()]).toEqual([200, person.email]);
  });

  test('is in with the first passkey', async () => {
    const { person, browser } = await newcomer();
    expect((await addKey(browser)).body).toMatchObject({ todo: ['new-codes'], factor: { kind: 'passkey' } });
    expect(await browser.whoAmI()).toBe(person.email);
  });

  test('sees no factors before, and takes none away', async () => {
    const { browser } = await newcomer();
    expect((await browser.factors()).body).toEqual({ factors: [] });
    expect((await browser.removeFactor('any')).body.code).toBe('signed-out');
  });

  test('makes no codes before', async () => {
    const { browser } = await newcomer();
    expect((await browser.issue()).body.code).toBe('signed-out');
  });

  test('is not let in by a wrong code, and may type the next one', async () => {
    const { browser } = await newcomer();
    const { id, key } = (await browser.startTotp({ replace: false })).body;
    expect((await browser.verifyTotp(id, '000000')).body.code).toBe('wrong-code');
    expect(browser.holdsSession).toBe(false);
    expect((await browser.verifyTotp(id, codeOf(key))).status).toBe(200);
    expect(browser.holdsSession).toBe(true);
  });

  test('is given the session again where the answer was lost, and it is one session', async () => {
    const { person, browser } = await newcomer();
    const { id, key } = (await browser.startTotp({ replace: false })).body;
    const code = codeOf(key);
    const lost = browser.copy();
    await lost.verifyTotp(id, code);
    expect(browser.holdsSession).toBe(false);
    expect((await browser.verifyTotp(id, code)).status).toBe(200);
    expect([await browser.whoAmI(), await t.sessionsOf(person)]).toEqual([person.email, 1]);
  });

  test('is answered again in the session where only the body was lost', async () => {
    const { person, browser } = await newcomer();
    const { id, key } = (await browser.startTotp({ replace: false })).body;
    const code = codeOf(key);
    await browser.verifyTotp(id, code);
    expect((await browser.verifyTotp(id, code)).body.todo).toEqual(['new-codes']);
    expect([await browser.whoAmI(), await t.sessionsOf(person)]).toEqual([person.email, 1]);
  });

  test('is given the session by another process, which the browser asks at the same moment', async () => {
    const one = await otherApp(t, noSignUp, { requireSecondFactor: true });
    // With modules of its own, and nothing in memory that the other has.
    vi.resetModules();
    const { otherApp: elsewhere } = await import('./support/other-app');
    const two = await elsewhere(t, noSignUp, { requireSecondFactor: true });
    const person = await t.addPerson({ factor: false });
    const [first, second] = [one.browser(), two.browser()];
    await first.signIn(person);
    second.cookies = new Map(first.cookies);
    const { id, key } = (await first.startTotp()).body;
    const code = codeOf(key);
    const answers = await Promise.all([first.verifyTotp(id, code), second.verifyTotp(id, code)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect([second.holdsSession, await t.sessionsOf(person)]).toEqual([true, 1]);
  });

  test('may begin another after an answer that was lost', async () => {
    const { browser } = await newcomer();
    await connectApp(browser.copy());
    expect((await browser.prepareRegistration()).status).toBe(200);
    expect(browser.holdsSession).toBe(true);
  });

  test('finds themselves in on a reload that was faster than the answer', async () => {
    const { browser } = await newcomer();
    const { id, key } = (await browser.startTotp({ replace: false })).body;
    await browser.copy().verifyTotp(id, codeOf(key));
    expect((await browser.load()).body).toEqual({ status: 'signed-in', todo: ['new-codes'], mayPostpone: true });
    expect(browser.holdsSession).toBe(true);
  });

  test('is asked for the factor at the next sign-in', async () => {
    const { person, browser } = await newcomer();
    const { key } = await connectApp(browser);
    const next = await t.challenged(person);
    expect((await next.load()).body.status).toBe('challenge');
    expect((await next.attempt('totp', codeOf(key))).status).toBe(200);
  });
});

describe('whoever takes their time', () => {
  test('may begin while the password still counts', async () => {
    const { browser } = await newcomer();
    t.clock.now += 35 * MINUTE;
    expect((await browser.load()).body).toEqual(ENROLL);
    expect((await connectApp(browser)).answer.status).toBe(200);
    expect(browser.holdsSession).toBe(true);
  });

  test('finishes what was begun in time', async () => {
    const { browser } = await newcomer();
    t.clock.now += 20 * MINUTE;
    const { id, key } = (await browser.startTotp()).body;
    t.clock.now += 20 * MINUTE;
    expect((await browser.verifyTotp(id, codeOf(key))).status).toBe(200);
    expect(browser.holdsSession).toBe(true);
  });

  test('is told to sign in again once the password counts no more', async () => {
    const { browser } = await newcomer();
    const { id, key } = (await browser.startTotp()).body;
    t.clock.now += 61 * MINUTE;
    expect((await browser.load()).body).toEqual({ status: 'sign-in-first' });
    expect((await browser.verifyTotp(id, codeOf(key))).body.code).toBe('signed-out');
    expect((await browser.startTotp()).body.code).toBe('signed-out');
    expect(browser.holdsSession).toBe(false);
  });
});

describe('a first enrollment that somebody else is at too', () => {
  test('sets up nothing more once the person has a factor', async () => {
    const { person, browser } = await newcomer();
    const thief = await t.challenged(person);
    const begun = (await thief.startTotp({ replace: true })).body;
    const ceremony = (await thief.prepareRegistration()).body;
    await connectApp(browser);

    expect((await thief.load()).body.status).toBe('challenge');
    expect((await thief.factors()).body.code).toBe('signed-out');
    expect((await thief.startTotp()).body.code).toBe('signed-out');
    expect((await thief.prepareRegistration()).body.code).toBe('signed-out');
    expect((await thief.verifyTotp(begun.id, codeOf(begun.key))).status).toBe(401);
    const key = new SoftwareAuthenticator(t.server.origin);
    expect((await thief.register(ceremony.id, key.register(ceremony.options), null)).status).toBe(401);
    expect([thief.holdsSession, await t.sessionsOf(person)]).toEqual([false, 1]);
  });

  test('lets one of two in who finish at once', async () => {
    const { person, browser } = await newcomer();
    const other = await t.challenged(person);
    const begun = [browser, other].map(async (one) => ({ one, ceremony: (await one.prepareRegistration()).body }));
    const answers = await Promise.all(
      (await Promise.all(begun)).map(({ one, ceremony: { id, options } }) =>
        one.register(id, new SoftwareAuthenticator(t.server.origin).register(options), null),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    const [{ count }] = (await t.sql('select count(*)::int as count from "mfaPasskey" where "userId" = $1', [
      person.id,
    ])) as [{ count: number }];
    expect([count, await t.sessionsOf(person)]).toEqual([1, 1]);
  });

  test('is over with the challenge that it stands in', async () => {
    const { browser } = await newcomer();
    await browser.cancel();
    expect((await browser.startTotp()).body.code).toMatch(/challenge-over|signed-out/);
  });
});

test('whoever has a factor sets up no other before proving it', async () => {
  const browser = await t.challenged(await t.addPerson());
  expect((await browser.startTotp()).body.code).toBe('signed-out');
  expect((await browser.prepareRegistration()).body.code).toBe('signed-out');
});

test('backup codes alone let nobody past the enrollment', async () => {
  const person = await t.addPerson();
  await t.sql('delete from "mfaFactor" where "userId" = $1', [person.id]);
  const browser = await t.challenged(person);
  expect((await browser.load()).body).toEqual(ENROLL);
  expect((await browser.attempt('backup-code', person.codes[0]!)).body).toMatchObject({ code: 'not-allowed' });
  expect([browser.holdsSession, await t.usedCodesOf(person)]).toEqual([false, 0]);
});

describe('a policy of two factors', () => {
  const two = (codesCount: boolean) =>
    otherApp(
      t,
      { emailAndPassword: { enabled: true, autoSignIn: false } },
      { requireSecondFactor: true, policy: { minFactors: 2, codesCount } },
    );

  /** A session from before, in which the password was given again. */
  async function insideBefore(person: Pick<Person, 'email'>) {
    const browser = (await otherApp(t)).browser();
    await browser.signIn(person);
    expect((await browser.stepUp({ kind: 'password', password: PASSWORD })).status).toBe(204);
    return browser;
  }

  async function arrive(codesCount: boolean) {
    const app = await two(codesCount);
    const person = await t.addPerson({ factor: false });
    const browser = app.browser();
    await browser.signIn(person);
    return { app, person, browser };
  }

  test('lets nobody in with one, and goes on in the same challenge', async () => {
    const { app, browser } = await arrive(false);
    expect((await connectApp(browser)).answer.body.todo).toEqual(['add-factor', 'new-codes']);
    expect([browser.holdsSession, (await browser.load()).body]).toEqual([false, ENROLL]);
    const [app1] = (await browser.factors()).body.factors;
    expect([app1.kind, (await browser.rename(app1.id, 'My phone')).status]).toEqual(['totp', 204]);
    expect((await addKey(browser, app.origin)).body.todo).toEqual(['new-codes']);
    expect(browser.holdsSession).toBe(true);
  });

  test('lets in with one where codes count, which are made next', async () => {
    const { app, browser } = await arrive(true);
    expect((await addKey(browser, app.origin)).body.todo).toEqual(['new-codes']);
    expect(browser.holdsSession).toBe(true);
  });

  test('adds nothing for a thief whose app the person has replaced by theirs', async () => {
    const { app, person, browser: thief } = await arrive(false);
    // In since before everyone had to have one, and proved lately to be themselves.
    const owner = app.browser();
    owner.cookies = (await insideBefore(person)).cookies;
    await connectApp(thief);
    const { id, key } = (await owner.startTotp()).body;
    expect((await owner.verifyTotp(id, codeOf(key))).status).toBe(200);

    expect((await thief.load()).body.status).toBe('challenge');
    expect((await thief.prepareRegistration()).body.code).toBe('signed-out');
    expect(thief.holdsSession).toBe(false);
  });

  test('lets whoever sets up their app once more replace it', async () => {
    const { app, browser } = await arrive(false);
    await connectApp(browser);
    const { id, key } = (await browser.startTotp()).body;
    expect((await browser.verifyTotp(id, codeOf(key))).status).toBe(200);
    expect([browser.holdsSession, (await browser.load()).body]).toEqual([false, ENROLL]);
    expect((await addKey(browser, app.origin)).status).toBe(200);
    expect(browser.holdsSession).toBe(true);
  });

  test('takes no backup code from who lost the app that was just set up', async () => {
    const { person, browser } = await arrive(false);
    const [code] = await makeBackupCodes(t.server.auth, person.id);
    await connectApp(browser);
    await t.sql('delete from "mfaFactor" where "userId" = $1 and kind = $2', [person.id, 'totp']);
    expect((await browser.attempt('backup-code', code!)).body.code).toBe('not-allowed');
    expect([browser.holdsSession, (await browser.load()).body]).toEqual([false, ENROLL]);
  });

  test('lets nobody put off the second one who left after the first', async () => {
    const { app, person, browser } = await arrive(false);
    const { key } = await connectApp(browser);
    const next = app.browser();
    await next.signIn(person);
    const { body } = await next.attempt('totp', codeOf(key));
    expect(body).toMatchObject({ todo: ['add-factor', 'new-codes'], mayPostpone: false });
  });

  test('asks who had one since before for another, and not to put it off', async () => {
    const app = await two(false);
    const person = await t.addPerson();
    const browser = app.browser();
    await browser.signIn(person);
    const { body } = await browser.attempt('totp', t.nextAppCode(person));
    expect(body).toMatchObject({ todo: ['add-factor'], mayPostpone: false });
    expect((await addKey(browser, app.origin)).body.todo).toEqual([]);
    const again = app.browser();
    await again.signIn(person);
    expect((await again.attempt('totp', t.nextAppCode(person))).body).toMatchObject({ todo: [], mayPostpone: true });
  });

  test('asks another browser for the one that is there', async () => {
    const { app, person, browser } = await arrive(false);
    await connectApp(browser);
    const other = app.browser();
    await other.signIn(person);
    expect((await other.load()).body.status).toBe('challenge');
    expect((await other.prepareRegistration()).body.code).toBe('signed-out');
  });
});

describe('an app where everyone has to have one', () => {
  const made = (emailAndPassword: object) =>
    otherApp(t, { emailAndPassword: emailAndPassword as never }, { requireSecondFactor: true });

  test('does not start where a sign-up would sign in', async () => {
    await expect(made({ enabled: true })).rejects.toThrow('autoSignIn: false');
  });

  test('keeps a new account, and asks it to set one up once the password is given', async () => {
    const app = await made({ enabled: true, autoSignIn: false });
    const browser = app.browser();
    const email = `new-${crypto.randomUUID()}@example.com`;
    const { status } = await browser.send('POST', '/api/auth/sign-up/email', {
      email,
      password: app.password,
      name: 'New',
    });
    expect([status, browser.holdsSession]).toEqual([200, false]);
    expect((await browser.signIn({ email })).body).toEqual({ secondFactor: true });
    expect((await browser.load()).body).toEqual(ENROLL);
  });

  test('keeps an account that a provider has made, and asks it to set one up', async () => {
    const app = await made({ enabled: false });
    const context = await app.auth.$context;
    const email = `new-${crypto.randomUUID()}@example.com`;
    const user = { id: crypto.randomUUID(), email, emailVerified: true, name: 'New' };
    context.socialProviders.push({
      id: 'provider',
      name: 'Provider',
      createAuthorizationURL: async ({ state }: { state: string }) =>
        new URL(`https://provider.example/?state=${state}`),
      validateAuthorizationCode: async () => ({ accessToken: 'token' }),
      getUserInfo: async () => ({ user, data: user }),
      accountSubject: () => user.id,
    } as never);
    const browser = app.browser();
    const { body } = await browser.send('POST', '/api/auth/sign-in/social', {
      provider: 'provider',
      callbackURL: '/inside',
    });
    const state = new URL(body.url).searchParams.get('state');
    const answer = await browser.send('GET', `/api/auth/callback/provider?code=1&state=${state}`);
    expect([answer.status, answer.headers.get('location'), browser.holdsSession]).toEqual([
      302,
      '/second-factor',
      false,
    ]);
    expect((await browser.load()).body).toEqual(ENROLL);
    expect((await addKey(browser, app.origin)).status).toBe(200);
    expect(browser.holdsSession).toBe(true);
  });
});
