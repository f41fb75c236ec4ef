import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { magicLink } from 'better-auth/plugins';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { addTotp, makeBackupCodes } from '../../src/server/better-auth';
import { cleared } from '../../src/server/better-auth/gate';
import { PASSWORD, startHarness, type Answer, type Browser, type Harness, type Person } from './support/harness';
import { otherApp } from './support/other-app';

let t: Harness;
beforeAll(async () => {
  t = await startHarness();
});
afterAll(() => t.close());

async function expectHeldBack(person: Person, browser: Browser, answer: Answer) {
  expect([browser.holdsSession, browser.holdsChallenge, await t.sessionsOf(person)]).toEqual([false, true, 0]);
  expect(JSON.stringify([answer.body, answer.setCookies])).not.toContain(person.email);
}

describe('a sign-in with e-mail and password', () => {
  test('makes a session for who has no second factor', async () => {
    const person = await t.addPerson({ factor: false });
    const browser = t.browser();
    expect((await browser.signIn(person)).body).toMatchObject({ user: { email: person.email } });
    expect(await browser.whoAmI()).toBe(person.email);
  });

  test('makes none for who has one, and says so', async () => {
    const person = await t.addPerson();
    const browser = t.browser();
    const answer = await browser.signIn(person);
    expect([answer.status, answer.body]).toEqual([200, { secondFactor: true }]);
    await expectHeldBack(person, browser, answer);
  });

  test('makes no challenge when the password is wrong', async () => {
    const person = await t.addPerson();
    const browser = t.browser();
    const answer = await browser.signIn(person, { password: 'a wrong password' });
    expect([answer.status, browser.cookies.size]).toEqual([401, 0]);
  });

  test('takes backup codes alone for no second factor', async () => {
    const person = await t.addPerson({ factor: false });
    await makeBackupCodes(t.server.auth, person.id);
    const browser = t.browser();
    await browser.signIn(person);
    expect(await browser.whoAmI()).toBe(person.email);
  });

  test('ends the cookie of a session that was there before', async () => {
    const person = await t.addPerson({ factor: false });
    const browser = t.browser();
    await browser.signIn(person);
    expect(browser.holdsSession).toBe(true);
    await addTotp(t.server.auth, person.id);
    await browser.signIn(person);
    expect(browser.holdsSession).toBe(false);
  });

  test('sets the challenge cookie HttpOnly, SameSite=Lax and for an hour', async () => {
    const answer = await t.browser().signIn(await t.addPerson());
    const cookie = answer.setCookies.find((line) => line.startsWith('better-auth.mfa_challenge='));
    expect(cookie).toMatch(
      /^better-auth\.mfa_challenge=[\w-]{43}\.[\w%]{44,}; Max-Age=3600; Path=\/; HttpOnly; SameSite=Lax$/,
    );
  });

  test('sets it Secure on https', async () => {
    const app = await otherApp(t, { baseURL: 'https://example.com' });
    const answer = await app.auth.handler(
      new Request('https://example.com/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: (await t.addPerson()).email, password: PASSWORD }),
      }),
    );
    const cookie = answer.headers.getSetCookie().find((line) => line.includes('mfa_challenge'));
    expect(cookie).toMatch(/^__Secure-better-auth\.mfa_challenge=.*; Secure/);
  });

  test('redirects a form that was sent without script', async () => {
    // In process: Node's `fetch` overwrites Sec-Fetch-Mode.
    const browser = (await otherApp(t)).browser();
    const answer = await browser.send(
      'POST',
      '/api/auth/sign-in/email',
      { email: (await t.addPerson()).email, password: PASSWORD },
      { 'sec-fetch-mode': 'navigate' },
    );
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/second-factor']);
    expect(browser.holdsChallenge).toBe(true);
  });

  test('called by the host without a request makes no session either', async () => {
    const person = await t.addPerson();
    const answer = await t.server.auth.api.signInEmail({ body: { email: person.email, password: PASSWORD } });
    expect(answer).toEqual({ secondFactor: true });
    expect(await t.sessionsOf(person)).toBe(0);
  });

  test('makes no session when the factor cannot be looked up', async () => {
    const person = await t.addPerson({ factor: false });
    const browser = t.browser();
    await t.sql('alter table "mfaFactor" rename to "mfaFactorGone"');
    const log = vi.spyOn(console, 'error').mockImplementation(() => {});
    vi.spyOn(t.context.logger, 'error').mockImplementation(() => {});
    const answer = await browser.signIn(person);
    log.mockRestore();
    await t.sql('alter table "mfaFactorGone" rename to "mfaFactor"');
    expect([answer.status, browser.cookies.size, await t.sessionsOf(person)]).toEqual([500, 0, 0]);
    expect((await browser.signIn(person)).status).toBe(200);
  });
});

describe('another way of signing in', () => {
  test('a magic link leads to the challenge', async () => {
    let link = '';
    const plugin = magicLink({ sendMagicLink: async ({ url }) => void (link = url) });
    const app = await otherApp(t, { plugins: [plugin] }, { allow: ['/sign-in/magic-link', '/magic-link/verify'] });
    const person = await t.addPerson();
    const browser = app.browser();
    await browser.send('POST', '/api/auth/sign-in/magic-link', { email: person.email, callbackURL: '/inside' });
    const answer = await browser.send('GET', link.slice(app.origin.length));
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/second-factor']);
    await expectHeldBack(person, browser, answer);
  });

  test('a verified e-mail address leads to the challenge', async () => {
    let link = '';
    const app = await otherApp(t, {
      emailVerification: {
        autoSignInAfterVerification: true,
        sendVerificationEmail: async ({ url }) => void (link = url),
      },
    });
    const person = await t.addPerson();
    await t.sql('update "user" set "emailVerified" = false where id = $1', [person.id]);
    const browser = app.browser();
    await browser.send('POST', '/api/auth/send-verification-email', { email: person.email, callbackURL: '/inside' });
    const answer = await browser.send('GET', link.slice(app.origin.length));
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/second-factor']);
    await expectHeldBack(person, browser, answer);
  });

  test('an OAuth callback leads to the challenge', async () => {
    const app = await otherApp(t);
    const person = await t.addPerson();
    const context = await app.auth.$context;
    const user = { id: 'at the provider', email: person.email, emailVerified: true, name: 'A person' };
    context.socialProviders.push({
      id: 'provider',
      name: 'Provider',
      createAuthorizationURL: async ({ state }: { state: string }) =>
        new URL(`https://provider.example/?state=${state}`),
      validateAuthorizationCode: async () => ({ accessToken: 'token' }),
      getUserInfo: async () => ({ user, data: user }),
      accountSubject: () => user.id,
    } as never);
    await context.internalAdapter.linkAccount({ userId: person.id, providerId: 'provider', accountId: user.id });

    const browser = app.browser();
    const { body } = await browser.send('POST', '/api/auth/sign-in/social', {
      provider: 'provider',
      callbackURL: '/inside',
    });
    const state = new URL(body.url).searchParams.get('state');
    const answer = await browser.send('GET', `/api/auth/callback/provider?code=1&state=${state}`);
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/second-factor']);
    await expectHeldBack(person, browser, answer);
  });

  test('a plugin that hides the refusal makes no session and its answer is not given', async () => {
    const plugin = {
      id: 'careless',
      endpoints: {
        careless: createAuthEndpoint('/careless', { method: 'POST' }, async (ctx) => {
          const { userId } = ctx.body as { userId: string };
          const session = await ctx.context.internalAdapter.createSession(userId).catch(() => null);
          const user = await ctx.context.internalAdapter.findUserById(userId);
          if (session && user) await setSessionCookie(ctx, { session, user });
          return ctx.json({ welcome: user?.email });
        }),
      },
    } satisfies BetterAuthPlugin;
    const app = await otherApp(t, { plugins: [plugin] }, { allow: ['/careless'] });
    const person = await t.addPerson();
    const browser = app.browser();
    const answer = await browser.send('POST', '/api/auth/careless', { userId: person.id });
    expect([answer.status, answer.body]).toEqual([200, { secondFactor: true }]);
    await expectHeldBack(person, browser, answer);
    const without = await t.addPerson({ factor: false });
    const control = await browser.send('POST', '/api/auth/careless', { userId: without.id });
    expect(control.body).toEqual({ welcome: without.email });
  });

  test('a session made by hand is refused', async () => {
    const person = await t.addPerson();
    await expect(t.context.internalAdapter.createSession(person.id)).rejects.toThrow('second factor');
    expect(await t.sessionsOf(person)).toBe(0);
  });

  test('a session made by hand for who has no second factor is not', async () => {
    const person = await t.addPerson({ factor: false });
    await t.context.internalAdapter.createSession(person.id);
    expect(await t.sessionsOf(person)).toBe(1);
  });
});

describe('the clearance that passing the challenge gives', () => {
  test('makes one session', async () => {
    const person = await t.addPerson();
    const { internalAdapter } = t.context;
    const twice = cleared(person.id, async () => {
      await internalAdapter.createSession(person.id);
      await internalAdapter.createSession(person.id);
    });
    await expect(twice).rejects.toThrow('second factor');
    expect(await t.sessionsOf(person)).toBe(1);
  });

  test('is for one person', async () => {
    const [person, other] = [await t.addPerson(), await t.addPerson()];
    await expect(cleared(other.id, () => t.context.internalAdapter.createSession(person.id))).rejects.toThrow();
    expect(await t.sessionsOf(person)).toBe(0);
  });
});
