import { TOTP } from 'otpauth';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { NoticeMessage } from '../../src/server/better-auth';
import { startOpenIdProvider, type Lie, type OpenIdProvider } from '../support/openid-provider';
import { SoftwareAuthenticator } from '../support/software-authenticator';
import { MINUTE, startHarness, type Browser, type Harness, type Person } from './support/harness';
import { otherApp } from './support/other-app';

const DAY = 24 * 60 * MINUTE;
const WEEK = 7 * DAY;
const API = '/api/auth';
const ENROLL = { status: 'enroll', because: 'lost', passNeeded: false };

let provider: OpenIdProvider;
let t: Harness;
const sent: NoticeMessage[] = [];
let people = 0;

beforeAll(async () => {
  let now = () => Date.now();
  provider = await startOpenIdProvider(() => now());
  t = await startHarness({
    linked: { providers: [provider.options], returnUrl: '/account' },
    notify: async (message) => void sent.push(message),
  });
  now = () => t.clock.now;
});
afterEach(() => {
  provider.state.lie = {};
  sent.length = 0;
  vi.restoreAllMocks();
});
afterAll(async () => {
  await t.close();
  await provider.close();
});

/** Follows a navigation of this browser, with or without the server's own pages. */
const go = (browser: Browser, url: string) => browser.send('GET', url.replace(t.server.origin, ''));

/** At the provider, as whom it takes everybody for; gives the address that it leads back to. */
async function signInThere(url: string, as: string, lie: Lie = {}): Promise<string> {
  provider.state.person = as;
  provider.state.lie = lie;
  const response = await fetch(url, { redirect: 'manual' });
  return response.headers.get('location')!;
}

const beginLink = (browser: Browser) => browser.send('POST', `${API}/linked/example/link`, {});
const unlink = (browser: Browser) => browser.send('POST', `${API}/linked/example/unlink`, {});
const links = async (browser: Browser) => (await browser.send('GET', `${API}/linked`)).body.links;

async function linkAs(browser: Browser, sub: string) {
  const { body } = await beginLink(browser);
  return go(browser, await signInThere(body.url, sub));
}

/** A person whose account is linked, for a week unless said otherwise. */
async function linked(age = WEEK): Promise<{ person: Person; sub: string }> {
  const person = await t.addPerson();
  const sub = `subject-${(people += 1)}`;
  expect((await linkAs(await t.signedIn(person), sub)).headers.get('location')).toBe('/account');
  t.clock.now += age;
  return { person, sub };
}

const start = (browser: Browser) => go(browser, `${API}/linked/example/start`);

/** From the challenge to the provider. */
async function gone(person: Person) {
  const browser = await t.challenged(person);
  return { browser, url: (await start(browser)).headers.get('location')! };
}

const offersOf = async (browser: Browser): Promise<{ kind: string }[]> =>
  (await browser.load()).body.challenge?.offers ?? [];

/** Nothing was opened: the challenge stands as it did. */
async function expectNothing(browser: Browser, back: { status: number; headers: Headers }, fault = 'not-allowed') {
  expect([back.status, back.headers.get('location')]).toEqual([303, `/challenge?mfa=${fault}`]);
  expect(browser.holdsSession).toBe(false);
  expect((await browser.load()).body.status).toBe('challenge');
}

async function connectApp(browser: Browser) {
  const { id, key } = (await browser.startTotp({ lost: true })).body;
  const code = new TOTP({ secret: key }).generate({ timestamp: (t.clock.now += 30_000) });
  return browser.verifyTotp(id, code);
}

describe('a linked sign-in', () => {
  test('is offered after the other ways, once the link is a week old', async () => {
    const { person } = await linked(WEEK - MINUTE);
    expect((await offersOf(await t.challenged(person))).map(({ kind }) => kind)).toEqual(['totp', 'backup-code']);
    t.clock.now += MINUTE;
    const offers = await offersOf(await t.challenged(person));
    expect(offers.map(({ kind }) => kind)).toEqual(['totp', 'backup-code', 'federated']);
    expect(offers[2]).toEqual({
      kind: 'federated',
      id: 'example',
      label: 'Example ID',
      url: `${t.server.origin}${API}/linked/example/start`,
    });
  });

  test('is nothing to who came by another first factor than the password', async () => {
    const { person } = await linked();
    const browser = await t.challenged(person);
    await t.sql('update "mfaChallenge" set "openedBy" = null where "userId" = $1', [person.id]);
    expect((await offersOf(browser)).map(({ kind }) => kind)).toEqual(['totp', 'backup-code']);
    await expectNothing(browser, await start(browser));
  });

  test('is nothing for a week after the password was changed, which the same mailbox may have done', async () => {
    const { person, sub } = await linked();
    const { browser, url } = await gone(person);
    // Better Auth notes the change by its own clock.
    const changed =
      'update account set "updatedAt" = to_timestamp($2) where "userId" = $1 and "providerId" = \'credential\'';
    await t.sql(changed, [person.id, (t.clock.now - WEEK + MINUTE) / 1000]);
    expect((await offersOf(browser)).map(({ kind }) => kind)).toEqual(['totp', 'backup-code']);
    await expectNothing(browser, await start(browser));
    await expectNothing(browser, await go(browser, await signInThere(url, sub)));
    t.clock.now += MINUTE;
    expect((await offersOf(browser)).map(({ kind }) => kind)).toContain('federated');
  });

  test('asks the provider to ask anew, with state, nonce and PKCE', async () => {
    const { person } = await linked();
    const { url } = await gone(person);
    const asked = Object.fromEntries(new URL(url).searchParams);
    expect(asked).toMatchObject({
      response_type: 'code',
      scope: 'openid',
      max_age: '0',
      code_challenge_method: 'S256',
      redirect_uri: `${t.server.origin}${API}/linked/example/callback`,
    });
    for (const name of ['state', 'nonce', 'code_challenge']) expect(asked[name]).toMatch(/^[\w-]{43}$/);
  });

  test('opens the set-up of a factor, and no session', async () => {
    const { person, sub } = await linked();
    const { browser, url } = await gone(person);
    const back = await go(browser, await signInThere(url, sub));
    expect([back.status, back.headers.get('location')]).toEqual([303, '/challenge']);
    expect([browser.holdsSession, await browser.whoAmI()]).toEqual([false, null]);
    expect((await browser.load()).body).toEqual(ENROLL);
    expect((await browser.send('GET', `${API}/get-session`)).body).toBeNull();
    expect((await browser.issue()).body.code).toBe('signed-out');
    expect((await beginLink(browser)).body.code).toBe('signed-out');
    expect((await browser.attempt('backup-code', person.codes[0]!)).body.code).toBe('not-allowed');
  });

  test('is told of at once', async () => {
    const { person, sub } = await linked();
    const { browser, url } = await gone(person);
    await go(browser, await signInThere(url, sub));
    expect(sent.filter(({ what }) => what === 'linked-used').map(({ to }) => to)).toEqual([person.email]);
  });

  test('lets the person in with a new app in the place of the old one', async () => {
    const { person, sub } = await linked();
    const { browser, url } = await gone(person);
    await go(browser, await signInThere(url, sub));
    const answer = await connectApp(browser);
    expect(answer.body.todo).toEqual(['new-codes', 'end-other-sessions']);
    expect([await browser.whoAmI(), await t.sessionsOf(person)]).toEqual([person.email, 2]);
    expect(await t.activityOf(person)).toEqual(expect.arrayContaining(['mfa.linked', 'mfa.linked_used']));
    expect((await browser.send('POST', `${API}/update-user`, { email: 'x@example.com' })).status).toBe(403);
  });

  test('lets the person in with a new passkey, and what was lost is still to be turned off', async () => {
    const { person, sub } = await linked();
    const { browser, url } = await gone(person);
    await go(browser, await signInThere(url, sub));
    const { id, options } = (await browser.prepareRegistration()).body;
    const key = new SoftwareAuthenticator(t.server.origin);
    const { body } = await browser.register(id, key.register(options), null);
    expect(body.todo).toEqual(['new-codes', 'retire-lost']);
    expect(await browser.whoAmI()).toBe(person.email);
  });
});

describe('nothing is opened', () => {
  test.each<[string, Lie]>([
    ['the provider did not ask anew', { signedInFor: 120 }],
    ['the provider does not say when it asked', { signedInFor: null }],
    ['the nonce is another one', { claims: { nonce: 'another' } }],
    ['the answer is for another app', { claims: { aud: 'another-app' } }],
    ['the answer is too old', { claims: { exp: 1 } }],
    ['another issuer signed', { claims: { iss: 'https://evil.example' } }],
    ['the signature is by another key', { otherKey: true }],
    ['the answer names another issuer', { issuer: 'https://evil.example' }],
  ])('where %s', async (_, lie) => {
    const { person, sub } = await linked();
    const { browser, url } = await gone(person);
    await expectNothing(browser, await go(browser, await signInThere(url, sub, lie)));
    expect(await t.activityOf(person)).toContain('mfa.linked_refused');
    const good = await go(browser, await signInThere((await start(browser)).headers.get('location')!, sub));
    expect(good.headers.get('location')).toBe('/challenge');
  });

  test('for somebody else there, whatever the e-mail address says', async () => {
    const { person } = await linked();
    const { browser, url } = await gone(person);
    const claims = { email: person.email, email_verified: true };
    await expectNothing(browser, await go(browser, await signInThere(url, 'a stranger', { claims })));
  });

  test('for who has linked another account here', async () => {
    const [one, other] = [await linked(), await linked()];
    const { browser, url } = await gone(one.person);
    await expectNothing(browser, await go(browser, await signInThere(url, other.sub)));
  });

  test('by a link that was made anew meanwhile', async () => {
    const { person, sub } = await linked();
    const { browser, url } = await gone(person);
    const back = await signInThere(url, sub);
    const account = await t.signedIn(person);
    await unlink(account);
    await linkAs(account, sub);
    await expectNothing(browser, await go(browser, back));
  });

  test('by a state that nobody gave out', async () => {
    const { person, sub } = await linked();
    const { browser, url } = await gone(person);
    const back = new URL(await signInThere(url, sub));
    back.searchParams.set('state', 'x'.repeat(43));
    await expectNothing(browser, await go(browser, back.href));
  });

  test('by an answer that came before', async () => {
    const { person, sub } = await linked();
    const { browser, url } = await gone(person);
    const back = await signInThere(url, sub);
    const other = browser.copy();
    expect((await go(browser, back)).headers.get('location')).toBe('/challenge');
    expect((await go(other, back)).headers.get('location')).toBe('/challenge?mfa=not-allowed');
    expect(await t.activityOf(person)).toHaveLength((await t.activityOf(person)).indexOf('mfa.linked_used') + 1);
  });

  test('by two of the same answer at once, more than once', async () => {
    const { person, sub } = await linked();
    const { browser, url } = await gone(person);
    const back = await signInThere(url, sub);
    const both = await Promise.all([go(browser, back), go(browser.copy(), back)]);
    expect(both.map(({ headers }) => headers.get('location')).sort()).toEqual([
      '/challenge',
      '/challenge?mfa=not-allowed',
    ]);
  });

  test("by the answer to another challenge of the same person's", async () => {
    const { person, sub } = await linked();
    const [first, second] = [await gone(person), await gone(person)];
    await expectNothing(second.browser, await go(second.browser, await signInThere(first.url, sub)));
  });

  test('by the answer to a link that was begun in a session', async () => {
    const { person, sub } = await linked();
    const { url } = (await beginLink(await t.signedIn(person))).body;
    const browser = await t.challenged(person);
    const back = await go(browser, await signInThere(url, sub));
    expect(back.headers.get('location')).toBe('/account?mfa=server');
    expect((await browser.load()).body.status).toBe('challenge');
  });

  test('after ten minutes', async () => {
    const { person, sub } = await linked();
    const { browser, url } = await gone(person);
    const back = await signInThere(url, sub);
    t.clock.now += 10 * MINUTE;
    await expectNothing(browser, await go(browser, back));
  });

  test('without a challenge', async () => {
    const { person, sub } = await linked();
    const { url } = await gone(person);
    const nobody = t.browser();
    expect((await start(nobody)).headers.get('location')).toBe('/challenge?mfa=challenge-over');
    const back = await go(nobody, await signInThere(url, sub));
    expect(back.headers.get('location')).toBe('/challenge?mfa=challenge-over');
  });

  test('for who has linked nothing, or not for a week', async () => {
    const [nobody, young] = [await t.addPerson(), (await linked(WEEK - MINUTE)).person];
    for (const person of [nobody, young]) {
      const browser = await t.challenged(person);
      await expectNothing(browser, await start(browser));
    }
  });

  test('where the person said no there', async () => {
    const { person } = await linked();
    const { browser, url } = await gone(person);
    const state = new URL(url).searchParams.get('state')!;
    const iss = provider.options.issuer;
    const no = `${API}/linked/example/callback?${new URLSearchParams({ error: 'access_denied', state, iss }).toString()}`;
    await expectNothing(browser, await go(browser, no));
  });
});

describe('by the policy', () => {
  test.each([[{ hide: ['federated' as const] }], [{ selfRecovery: false }]])(
    '%j it is neither offered nor served',
    async (policy) => {
      const { person } = await linked();
      const app = await otherApp(t, {}, { policy, linked: { providers: [provider.options] } });
      const browser = app.browser();
      await browser.signIn(person);
      expect((await offersOf(browser)).map(({ kind }) => kind)).not.toContain('federated');
      expect((await start(browser)).headers.get('location')).toBe('/second-factor?mfa=not-allowed');
      const { browser: free } = await gone(person);
      expect((await offersOf(free)).map(({ kind }) => kind)).toContain('federated');
    },
  );

  test('of another issuer under the same name, a link is none', async () => {
    const { person } = await linked();
    const moved = { ...provider.options, issuer: 'https://other.example' };
    const browser = (await otherApp(t, {}, { linked: { providers: [moved] } })).browser();
    await browser.signIn(person);
    expect((await offersOf(browser)).map(({ kind }) => kind)).not.toContain('federated');
  });

  test.each([
    ['no https', { issuer: 'http://id.example' }],
    ['no address', { issuer: 'example' }],
    ['a name that is none', { id: 'a/b' }],
  ])('the app does not start with %s', async (_, more) => {
    const wrong = { linked: { providers: [{ ...provider.options, ...more }] } };
    await expect(otherApp(t, {}, wrong)).rejects.toThrow('linked.providers');
  });
});

describe('a link', () => {
  test('wants a fresh proof, and so does its end', async () => {
    const { person } = await linked(0);
    const browser = await t.signedIn(person);
    t.clock.now += 30 * MINUTE;
    expect((await beginLink(browser)).body.code).toBe('step-up-required');
    expect((await unlink(browser)).body.code).toBe('step-up-required');
    expect(await links(browser)).toHaveLength(1);
    await browser.stepUp({ kind: 'totp', code: t.nextAppCode(person) });
    expect((await unlink(browser)).status).toBe(204);
    expect(await links(browser)).toEqual([]);
  });

  test('is told of, as is its end', async () => {
    const { person } = await linked(0);
    const browser = await t.signedIn(person);
    await unlink(browser);
    await unlink(browser);
    expect(sent.map(({ to, what }) => [to, what])).toEqual([
      [person.email, 'linked-added'],
      [person.email, 'linked-removed'],
    ]);
  });

  test('is listed with the day from which it is a way back', async () => {
    const { person } = await linked(0);
    const linkedAt = t.clock.now;
    const browser = await t.signedIn(person);
    expect(await links(browser)).toEqual([
      { provider: 'example', label: 'Example ID', linkedAt, worksFrom: linkedAt + WEEK },
    ]);
  });

  test('to an account that somebody else has linked is refused', async () => {
    const { sub } = await linked(0);
    const browser = await t.signedIn(await t.addPerson());
    expect((await linkAs(browser, sub)).headers.get('location')).toBe('/account?mfa=not-allowed');
    expect(await links(browser)).toEqual([]);
  });

  test('is not made in the session of somebody else', async () => {
    const [one, other] = [await t.signedIn(await t.addPerson()), await t.signedIn(await t.addPerson())];
    const { url } = (await beginLink(one)).body;
    const back = await go(other, await signInThere(url, 'an attacker'));
    expect(back.headers.get('location')).toBe('/account?mfa=not-allowed');
    expect([await links(one), await links(other)]).toEqual([[], []]);
  });

  test('made again keeps its age', async () => {
    const { person, sub } = await linked(WEEK);
    await linkAs(await t.signedIn(person), sub);
    expect((await offersOf(await t.challenged(person))).map(({ kind }) => kind)).toContain('federated');
  });

  test('to another account there begins anew', async () => {
    const { person } = await linked(WEEK);
    const browser = await t.signedIn(person);
    await linkAs(browser, 'another account');
    expect(await links(browser)).toHaveLength(1);
    expect((await offersOf(await t.challenged(person))).map(({ kind }) => kind)).not.toContain('federated');
  });

  test.each(['link', 'unlink'])('needs a session: %s', async (what) => {
    const { body } = await t.browser().send('POST', `${API}/linked/example/${what}`, {});
    expect(body.code).toBe('signed-out');
  });

  test('is not to be made by another site', async () => {
    const browser = await t.signedIn(await t.addPerson());
    const origin = 'https://evil.example';
    expect((await browser.send('POST', `${API}/linked/example/link`, {}, { origin })).status).toBe(403);
  });
});

describe('without linked sign-ins', () => {
  test('their routes say so', async () => {
    const browser = (await otherApp(t)).browser();
    await browser.signIn(await t.addPerson({ factor: false }));
    const { body } = await beginLink(browser);
    expect(body).toMatchObject({ status: 501, reason: 'not-offered' });
  });

  test('a provider that is down is a fault of the server, and is logged without an address', async () => {
    const { person } = await linked();
    const gone = await startOpenIdProvider();
    await gone.close();
    const { issuer } = gone.options;
    const log = vi.spyOn(t.context.logger, 'error').mockImplementation(() => {});
    const browser = (await otherApp(t, {}, { linked: { providers: [gone.options] } })).browser();
    await t.sql('update "mfaLink" set issuer = $1 where "userId" = $2', [issuer, person.id]);
    await browser.signIn(person);
    expect((await start(browser)).headers.get('location')).toBe('/second-factor?mfa=server');
    expect(log.mock.calls.flat().join('\n')).not.toContain(issuer);
  });
});
