import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE, PASSWORD, startHarness, type Browser, type Harness, type Person } from './support/harness';
import { otherApp } from './support/other-app';

let t: Harness;
beforeAll(async () => {
  t = await startHarness({ trustDeviceDays: 30 });
});
afterAll(() => t.close());

/** The code that the app of a key shows, of a step that was not used before. */
const codeOf = (secret: string) => new TOTP({ secret }).generate({ timestamp: (t.clock.now += 30_000) });
const wrongCode = (secret: string) => String((Number(codeOf(secret)) + 1) % 1_000_000).padStart(6, '0');

async function begun(options?: { replace?: boolean; lost?: boolean }) {
  const person = await t.addPerson();
  const browser = await t.signedIn(person);
  const { id, key } = (await browser.startTotp(options)).body as { id: string; key: string };
  return { person, browser, id, key };
}

const letsIn = async (person: Person, code: string) =>
  (await (await t.challenged(person)).attempt('totp', code)).status;
const setupOf = async (id: string) => (await t.sql('select * from "mfaSetup" where "setupId" = $1', [id]))[0]!;

describe('a set-up', () => {
  test('gives the key, alone and in its address', async () => {
    const person = await t.addPerson();
    const { status, body } = await (await t.signedIn(person)).startTotp();
    const uri = new URL(body.uri);
    expect([status, uri.protocol, uri.host, uri.searchParams.get('secret')]).toEqual([
      200,
      'otpauth:',
      'totp',
      body.key,
    ]);
    expect(decodeURIComponent(uri.pathname)).toContain(person.email);
    expect(body.key).toMatch(/^[A-Z2-7]{32}$/);
  });

  test('keeps its key encrypted, and not at all once it is over', async () => {
    const { browser, id, key } = await begun();
    const [first] = await t.sql<{ secret: string }>('select secret from "mfaSetup" where "setupId" = $1', [id]);
    expect(first!.secret.length).toBeGreaterThan(32);
    expect(JSON.stringify(await setupOf(id))).not.toContain(key);
    const [own] = await t.sql('select secret from "mfaFactor" where kind = $1', ['totp']);
    expect(JSON.stringify(own)).not.toContain(key);
    await browser.abandonTotp(id);
    expect(await setupOf(id)).toMatchObject({ state: 'ended', secret: null });
    const other = await begun();
    await other.browser.verifyTotp(other.id, codeOf(other.key));
    expect(await setupOf(other.id)).toMatchObject({ state: 'done', secret: null });
  });

  test('leaves the old app in force and the new one out', async () => {
    const { person, key } = await begun();
    expect(await letsIn(person, codeOf(key))).toBe(422);
    expect(await letsIn(person, t.nextAppCode(person))).toBe(200);
  });

  test.each<[string, (all: Awaited<ReturnType<typeof begun>>) => Promise<unknown>]>([
    ['given up', ({ browser, id }) => browser.abandonTotp(id)],
    ['replaced by a newer one', ({ browser }) => browser.startTotp()],
    ['30 minutes old', async () => void (t.clock.now += 30 * MINUTE)],
    ['of a password that was changed', ({ person }) => changePassword(person)],
  ])('that is %s can no longer be finished, and changes nothing', async (_, act) => {
    const all = await begun();
    await act(all);
    expect((await all.browser.verifyTotp(all.id, codeOf(all.key))).body).toMatchObject({
      status: 409,
      code: 'superseded',
    });
    expect(await t.sql('select id from "mfaFactor" where "userId" = $1', [all.person.id])).toHaveLength(1);
  });

  test('lives for 29 minutes', async () => {
    const { browser, id, key } = await begun();
    t.clock.now += 29 * MINUTE;
    expect((await browser.verifyTotp(id, codeOf(key))).status).toBe(200);
  });

  test.each<[string, (person: Person) => Promise<Browser>]>([
    ['another session of the person', (person) => t.signedIn(person)],
    ["another person's session", async () => t.signedIn(await t.addPerson())],
  ])('is not for %s to finish or to give up', async (_, other) => {
    const { person, browser, id, key } = await begun();
    const stranger = await other(person);
    expect((await stranger.verifyTotp(id, codeOf(key))).body.code).toBe('superseded');
    expect((await stranger.abandonTotp(id)).status).toBe(204);
    expect((await browser.verifyTotp(id, codeOf(key))).status).toBe(200);
  });

  test('beside an app that stays is refused', async () => {
    const browser = await t.signedIn(await t.addPerson());
    expect((await browser.startTotp({ replace: false })).body).toMatchObject({ code: 'not-allowed', reason: 'policy' });
    expect(await t.activityOf({ id: await userOf(browser) } as Person)).toContain('mfa.factor_refused');
  });

  test('is begun ten times an hour at most', async () => {
    const { browser } = await begun();
    for (let count = 1; count < 10; count += 1) expect((await browser.startTotp()).status).toBe(200);
    const retryAt = t.clock.now + 60 * MINUTE;
    expect((await browser.startTotp()).body).toMatchObject({ code: 'too-many-attempts', blocks: [], retryAt });
    await t.signedIn(await t.addPerson()).then(async (other) => expect((await other.startTotp()).status).toBe(200));
  });

  test('is not begun where the policy rules apps out', async () => {
    const { browser } = await begun();
    const strict = (await otherApp(t, {}, { policy: { hide: ['totp'] } })).browser();
    strict.cookies = browser.cookies;
    expect((await strict.startTotp()).body).toMatchObject({ code: 'not-allowed', reason: 'policy' });
  });

  test.each([{}, { replace: true }, { replace: 'yes', lost: false }, { replace: true, lost: 1 }])(
    'is not begun by %o',
    async (body) => {
      const browser = await t.signedIn(await t.addPerson());
      expect((await browser.send('POST', '/api/auth/mfa/totp/setups', body)).body.code).toBe('bad-request');
    },
  );
});

async function changePassword({ id }: Person) {
  await t.sql(`update account set password = 'plain ' || $2 where "userId" = $1`, [id, 'a password of the tests!']);
}

const userOf = async (browser: Browser) => {
  const email = await browser.whoAmI();
  return (await t.sql<{ id: string }>('select id from "user" where email = $1', [email]))[0]!.id;
};

describe('a right code', () => {
  test('puts the new app in force and ends the old one', async () => {
    const { person, browser, id, key } = await begun();
    expect((await browser.verifyTotp(id, codeOf(key))).body).toEqual({ todo: [], notified: ['p•••@example.com'] });
    expect(await letsIn(person, t.nextAppCode(person))).toBe(422);
    expect(await letsIn(person, codeOf(key))).toBe(200);
    expect((await t.activityOf(person)).slice(-9)).toEqual(
      expect.arrayContaining(['mfa.setup_started', 'mfa.factor_removed', 'mfa.factor_enrolled', 'mfa.session_rotated']),
    );
  });

  test('keeps the name that the old app had', async () => {
    const { browser, id, key } = await begun();
    const [old] = (await browser.factors()).body.factors;
    await browser.rename(old.id, 'Blue phone');
    await browser.verifyTotp(id, codeOf(key));
    expect((await browser.factors()).body.factors[0]).toMatchObject({
      name: 'Blue phone',
      kind: 'totp',
      removal: 'blocked',
    });
  });

  test('does not count a second time at a sign-in', async () => {
    const { person, browser, id, key } = await begun();
    const code = codeOf(key);
    await browser.verifyTotp(id, code);
    expect((await (await t.challenged(person)).attempt('totp', code)).body.code).toBe('used-code');
  });

  test('sent again is answered alike, and changes nothing more', async () => {
    const { person, browser, id, key } = await begun();
    const code = codeOf(key);
    const first = (await browser.verifyTotp(id, code)).body;
    const steps = await t.activityOf(person);
    expect((await browser.verifyTotp(id, code)).body).toEqual(first);
    expect(await t.activityOf(person)).toEqual(steps);
  });

  test('sent again after the app has gone is refused', async () => {
    const { browser, id, key, person } = await begun();
    await t.addKey(person);
    await browser.verifyTotp(id, codeOf(key));
    const [app] = (await browser.factors()).body.factors;
    await browser.removeFactor(app.id);
    expect((await browser.verifyTotp(id, codeOf(key))).body.code).toBe('superseded');
  });

  test('is the first factor of who had none', async () => {
    const person = await t.addPerson({ factor: false });
    const browser = t.browser();
    await browser.signIn(person);
    await browser.stepUp({ kind: 'password', password: PASSWORD });
    const { id, key } = (await browser.startTotp({ replace: false })).body;
    expect((await browser.verifyTotp(id, codeOf(key))).body).toMatchObject({ todo: ['new-codes'] });
    expect(await letsIn(person, codeOf(key))).toBe(200);
  });

  test('ends the trust in devices', async () => {
    const person = await t.addPerson();
    const trusted = await t.challenged(person);
    await trusted.prove({ kind: 'totp', code: t.nextAppCode(person) }, { trustDevice: true });
    const browser = await t.signedIn(person);
    const { id, key } = (await browser.startTotp()).body;
    await trusted
      .copy()
      .signIn(person)
      .then(({ body }) => expect(body.secondFactor).toBe(undefined));
    await browser.verifyTotp(id, codeOf(key));
    expect((await trusted.copy().signIn(person)).body).toEqual({ secondFactor: true });
  });
});

describe('a wrong code', () => {
  test('changes nothing, is written down, and a right one counts after it', async () => {
    const { person, browser, id, key } = await begun();
    expect((await browser.verifyTotp(id, wrongCode(key))).body).toMatchObject({ status: 422, code: 'wrong-code' });
    expect(await t.activityOf(person)).toContain('mfa.factor_refused');
    expect((await browser.verifyTotp(id, codeOf(key))).status).toBe(200);
  });

  test('is taken ten times, and then none for a quarter of an hour', async () => {
    const { browser, id, key } = await begun();
    for (let count = 0; count < 10; count += 1) {
      expect((await browser.verifyTotp(id, wrongCode(key))).body.code).toBe('wrong-code');
    }
    expect((await browser.verifyTotp(id, codeOf(key))).body).toMatchObject({ code: 'too-many-attempts', blocks: [] });
    t.clock.now += 15 * MINUTE;
    expect((await browser.verifyTotp(id, codeOf(key))).status).toBe(200);
  });
});
