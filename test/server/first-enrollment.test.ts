import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SoftwareAuthenticator } from '../support/software-authenticator';
import { startHarness, type Browser, type Harness } from './support/harness';
import { otherApp } from './support/other-app';

let t: Harness;
beforeAll(async () => {
  t = await startHarness({ requireSecondFactor: true });
});
afterAll(() => t.close());

const ENROLL = { status: 'enroll', because: 'policy', passNeeded: false };
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

  test('finds themselves in on a reload that was faster than the answer', async () => {
    const { browser } = await newcomer();
    const { id, key } = (await browser.startTotp({ replace: false })).body;
    await browser.copy().verifyTotp(id, codeOf(key));
    expect((await browser.load()).body).toEqual({ status: 'signed-in', todo: ['new-codes'] });
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
});
