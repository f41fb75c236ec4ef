import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDestination } from '../../src/server/better-auth';
import { MINUTE, startHarness, type Browser, type Harness, type Person } from './support/harness';
import { otherApp } from './support/other-app';

let t: Harness;
beforeAll(async () => {
  t = await startHarness({ trustDeviceDays: 30, deliver: { email: async () => {}, sms: async () => {} } });
});
afterAll(() => t.close());

interface Factor {
  id: string;
  kind: string;
  name: string;
  removal: string;
}

const listed = async (browser: Browser) => (await browser.factors()).body.factors as Factor[];
const byKind = async (browser: Browser, kind: string) => (await listed(browser)).find((one) => one.kind === kind)!;

/** A person with an app and a passkey, at the account page. */
async function withTwo() {
  const person = await t.addPerson();
  const key = await t.addKey(person);
  const browser = await t.signedIn(person);
  return { person, key, browser };
}

describe('the list', () => {
  test('holds all that opens the second step, and nothing of others', async () => {
    const { person, browser, key } = await withTwo();
    await addDestination(t.server.auth, person.id, { channel: 'sms', to: '+4755500142' });
    await t.addKey(await t.addPerson());
    expect((await listed(browser)).map(({ kind, name, removal }) => [kind, name, removal])).toEqual([
      ['totp', 'unknown', 'alone'],
      ['passkey', 'unknown', 'alone'],
      ['delivered-code', '••• 42', 'alone'],
      ['delivered-code', 'p•••@example.com', 'not-here'],
    ]);
    expect(JSON.stringify(await listed(browser))).not.toContain(key.id);
  });

  test('tells when a factor was used last', async () => {
    const { browser } = await withTwo();
    expect(await byKind(browser, 'totp')).toMatchObject({ lastUsed: t.clock.now });
    expect(await byKind(browser, 'passkey')).toMatchObject({ lastUsed: 'unknown' });
  });

  test('says that the only one is not to be removed', async () => {
    const browser = await t.signedIn(await t.addPerson());
    expect((await byKind(browser, 'totp')).removal).toBe('blocked');
  });
});

describe('a name', () => {
  test('is changed without a fresh proof', async () => {
    const { person, browser } = await withTwo();
    t.clock.now += 31 * MINUTE;
    for (const kind of ['totp', 'passkey']) {
      expect((await browser.rename((await byKind(browser, kind)).id, '<b>Blue</b>')).status).toBe(204);
      expect((await byKind(browser, kind)).name).toBe('<b>Blue</b>');
    }
    expect((await t.activityOf(person)).filter((what) => what === 'mfa.factor_renamed')).toHaveLength(2);
  });

  test.each([
    ['', 'invalid-name'],
    ['x'.repeat(65), 'invalid-name'],
    ['\u0007', 'invalid-name'],
    [7, 'bad-request'],
  ])('%j is refused', async (name, code) => {
    const { browser } = await withTwo();
    expect((await browser.rename((await byKind(browser, 'totp')).id, name)).body.code).toBe(code);
    expect((await byKind(browser, 'totp')).name).toBe('unknown');
  });

  test('of another person’s factor, of none, and of a destination is not changed', async () => {
    const { browser } = await withTwo();
    const other = await withTwo();
    expect((await browser.rename((await byKind(other.browser, 'totp')).id, 'Mine')).status).toBe(404);
    expect((await browser.rename('nothing', 'Mine')).status).toBe(404);
    expect((await browser.rename('account-email', 'Mine')).body.reason).toBe('not-offered');
    expect((await byKind(other.browser, 'totp')).name).toBe('unknown');
  });
});

describe('recent activity', () => {
  test('is the person’s own, and no one else’s', async () => {
    const { browser } = await withTwo();
    const other = await t.signedIn(await t.addPerson());
    const { id } = await byKind(browser, 'totp');
    await browser.rename(id, 'Work phone');
    const told = async (who: Browser): Promise<string[]> => {
      const { events } = (await who.send('GET', '/api/auth/mfa/activity')).body as { events: { what: string }[] };
      return events.map(({ what }) => what);
    };
    expect([(await told(browser))[0], (await told(other)).includes('mfa.factor_renamed')]).toEqual([
      'mfa.factor_renamed',
      false,
    ]);
  });
});

describe('a removal', () => {
  test('ends the factor, tells the person, and says which passkeys are left', async () => {
    const { person, browser, key } = await withTwo();
    const { id } = await byKind(browser, 'totp');
    expect((await browser.removeFactor(id)).body).toEqual({
      acceptedPasskeys: {
        relyingParty: 'localhost',
        user: Buffer.from(person.id).toString('base64url'),
        ids: [key.id],
      },
      notified: ['p•••@example.com'],
    });
    expect((await (await t.challenged(person)).attempt('totp', t.nextAppCode(person))).body.code).toBe('wrong-code');
    expect((await (await t.challenged(person)).useKey(key)).status).toBe(200);
    expect(await t.activityOf(person)).toContain('mfa.factor_removed');
  });

  test('of what is gone succeeds, and nobody is told again', async () => {
    const { person, browser } = await withTwo();
    const { id } = await byKind(browser, 'passkey');
    await browser.removeFactor(id);
    const steps = await t.activityOf(person);
    expect((await browser.removeFactor(id)).body).toEqual({ notified: 'unknown' });
    expect(await t.activityOf(person)).toEqual(steps);
  });

  test('of another person’s factor removes nothing', async () => {
    const { browser } = await withTwo();
    const other = await withTwo();
    expect((await browser.removeFactor((await byKind(other.browser, 'passkey')).id)).status).toBe(200);
    expect(await byKind(other.browser, 'passkey')).toBeDefined();
  });

  test('of the last one is refused, with codes left or without, and written down', async () => {
    const { person, browser } = await withTwo();
    await browser.removeFactor((await byKind(browser, 'passkey')).id);
    const last = await byKind(browser, 'totp');
    expect(last.removal).toBe('blocked');
    const answer = await browser.removeFactor(last.id);
    expect(answer.body).toMatchObject({ status: 403, code: 'not-allowed', reason: 'last-factor' });
    expect(await byKind(browser, 'totp')).toEqual(last);
    expect(await t.activityOf(person)).toContain('mfa.factor_refused');
  });

  test('of the account’s own address is not made here', async () => {
    const { browser } = await withTwo();
    expect((await browser.removeFactor('account-email')).body.reason).toBe('not-offered');
  });

  test.each([
    [{ minFactors: 2 }, 'blocked', 403],
    [{ minFactors: 2, codesCount: true }, 'alone', 200],
    [{ hide: ['totp'] as 'totp'[] }, 'alone', 200],
  ])('of one of two, by the policy %o, is %s', async (policy, removal, status) => {
    const { browser } = await withTwo();
    const strict = (await otherApp(t, {}, { policy })).browser();
    strict.cookies = browser.cookies;
    const app = await byKind(strict, 'totp');
    expect([app.removal, (await strict.removeFactor(app.id)).status]).toEqual([removal, status]);
  });

  test('of a passkey is refused where the policy hides the app that would be left', async () => {
    const { browser } = await withTwo();
    const strict = (await otherApp(t, {}, { policy: { hide: ['totp'] } })).browser();
    strict.cookies = browser.cookies;
    expect((await strict.removeFactor((await byKind(strict, 'passkey')).id)).body.reason).toBe('last-factor');
  });

  test('ends the trust in devices', async () => {
    const { person, browser } = await withTwo();
    const trusted = await t.challenged(person);
    await trusted.prove({ kind: 'totp', code: t.nextAppCode(person) }, { trustDevice: true });
    expect((await trusted.copy().signIn(person)).body.secondFactor).toBe(undefined);
    await trusted.signIn(person);
    await browser.removeFactor((await byKind(browser, 'passkey')).id);
    expect((await trusted.signIn(person)).body).toEqual({ secondFactor: true });
  });
});

describe('a change of the factors', () => {
  const tokenOf = (browser: Browser) => browser.cookies.get('better-auth.session_token')!;
  async function changed() {
    const { person, browser } = await withTwo();
    const old = browser.copy();
    await browser.removeFactor((await byKind(browser, 'passkey')).id);
    return { person, browser, old };
  }

  test('gives the session another token, and the old one opens nothing of the app', async () => {
    const { person, browser, old } = await changed();
    expect(tokenOf(browser)).not.toBe(tokenOf(old));
    expect([await browser.whoAmI(), await old.copy().whoAmI()]).toEqual([person.email, null]);
  });

  test('keeps the privileged time, and leaves other sessions as they are', async () => {
    const { person, browser } = await withTwo();
    const other = await t.signedIn(person);
    await browser.removeFactor((await byKind(browser, 'passkey')).id);
    expect((await browser.loadStepUp()).body.privilegedUntil).toBeGreaterThan(t.clock.now);
    expect(await other.whoAmI()).toBe(person.email);
    expect(await t.sessionsOf(person)).toBe(2);
  });

  test('whose answer was lost leaves the browser in: for two minutes the old token leads to the session', async () => {
    const { person, old } = await changed();
    t.clock.now += 2 * MINUTE;
    expect(await listed(old)).toHaveLength(2);
    expect(await old.whoAmI()).toBe(person.email);
  });

  test('and after two minutes no longer', async () => {
    const { old } = await changed();
    t.clock.now += 2 * MINUTE + 1;
    expect((await old.factors()).body.code).toBe('signed-out');
  });

  test('an old token leads nowhere once the session has ended', async () => {
    const { browser, old } = await changed();
    await browser.send('POST', '/api/auth/sign-out', {});
    expect((await old.factors()).body.code).toBe('signed-out');
  });

  test('a session that another one ended meanwhile changes nothing', async () => {
    const { person, browser } = await withTwo();
    const { id } = await byKind(browser, 'passkey');
    await (await t.signedIn(person)).endOthers();
    expect((await browser.removeFactor(id)).body.code).toBe('signed-out');
    expect(await t.sql('select id from "mfaPasskey" where "userId" = $1', [person.id])).toHaveLength(1);
  });
});

describe.each([{}, { preserveSessionInDatabase: true }])('where sessions are cached as well, by %o', (more) => {
  test('a change of the factors ends the old token in the cache too, and the session goes on', async () => {
    const cache = new Map<string, string>();
    const secondaryStorage = {
      get: (key: string) => cache.get(key) ?? null,
      getAndDelete: (key: string) => {
        const value = cache.get(key) ?? null;
        cache.delete(key);
        return value;
      },
      set: (key: string, value: string) => void cache.set(key, value),
      delete: (key: string) => void cache.delete(key),
      increment: () => 1,
    };
    const app = await otherApp(t, { secondaryStorage, session: { storeSessionInDatabase: true, ...more } });
    const person = await t.addPerson();
    await t.addKey(person);
    const signIn = async () => {
      const browser = app.browser();
      await browser.signIn(person);
      expect((await browser.attempt('totp', t.nextAppCode(person))).status).toBe(200);
      return browser;
    };
    const [other, browser] = [await signIn(), await signIn()];
    const session = (one: Browser) => one.copy().send('GET', '/api/auth/get-session', undefined);
    const old = browser.copy();
    expect((await session(old)).body.user.id).toBe(person.id);
    expect((await browser.removeFactor((await byKind(browser, 'passkey')).id)).status).toBe(200);
    expect([(await session(old)).body, (await session(browser)).body.user.id]).toEqual([null, person.id]);
    expect((await other.endOthers()).body.ended).toBe(1);
    expect([(await session(browser)).body, (await session(other)).body.user.id]).toEqual([null, person.id]);
  });
});

describe('ending the other sessions', () => {
  test('ends them all, and the trust in devices, and is written down', async () => {
    const person: Person = await t.addPerson();
    const [one, two, browser] = [await t.signedIn(person), await t.signedIn(person), await t.signedIn(person)];
    const trusted = await t.challenged(person);
    await trusted.prove({ kind: 'totp', code: t.nextAppCode(person) }, { trustDevice: true });
    const stranger = await t.addPerson();
    const theirs = await t.signedIn(stranger);
    expect((await browser.endOthers()).body).toEqual({ ended: 3, trustedDevices: 'forgotten' });
    expect(await Promise.all([one, two, trusted, browser, theirs].map((each) => each.whoAmI()))).toEqual([
      null,
      null,
      null,
      person.email,
      stranger.email,
    ]);
    expect((await trusted.signIn(person)).body).toEqual({ secondFactor: true });
    expect(await t.activityOf(person)).toContain('mfa.sessions_ended');
  });

  test('again ends none', async () => {
    const browser = await t.signedIn(await t.addPerson());
    await browser.endOthers();
    expect((await browser.endOthers()).body).toEqual({ ended: 0, trustedDevices: 'forgotten' });
  });

  test('ends the old token of this session at once', async () => {
    const { browser } = await withTwo();
    const old = browser.copy();
    await browser.removeFactor((await byKind(browser, 'passkey')).id);
    await browser.endOthers();
    expect((await old.factors()).body.code).toBe('signed-out');
  });

  test('puts out who followed with a copy of the cookie, and keeps the browser that asked', async () => {
    const { person, browser } = await withTwo();
    const thief = browser.copy();
    await browser.removeFactor((await byKind(browser, 'passkey')).id);
    expect((await thief.factors()).status).toBe(200);
    const before = browser.copy();
    await browser.endOthers();
    for (const copy of [thief, before]) expect((await copy.factors()).body.code).toBe('signed-out');
    expect(await browser.whoAmI()).toBe(person.email);
  });

  test('keeps a challenge that was passed elsewhere from giving its session again', async () => {
    const person = await t.addPerson();
    const other = await t.challenged(person);
    const before = other.copy();
    await other.attempt('totp', t.nextAppCode(person));
    await (await t.signedIn(person)).endOthers();
    expect((await before.load()).body).toEqual({ status: 'sign-in-first' });
  });
});
