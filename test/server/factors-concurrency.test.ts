import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { NoticeMessage } from '../../src/server/better-auth';
import { SoftwareAuthenticator } from '../support/software-authenticator';
import { MINUTE, startHarness, type Browser, type Harness, type Person } from './support/harness';
import { findPostgres } from './support/postgres';
import { codes, ROUNDS, together } from './support/together';

describe.each(['PostgreSQL', 'PGlite'])('on %s', (engine) => {
  let postgres: Awaited<ReturnType<typeof findPostgres>> | undefined;
  const told: NoticeMessage[] = [];
  const notify = async (message: NoticeMessage) => void told.push(message);
  let t: Harness;
  beforeAll(async () => {
    postgres = engine === 'PostgreSQL' ? await findPostgres() : undefined;
    t = await startHarness({ databaseUrl: postgres?.url ?? '', trustDeviceDays: 30, notify });
  });
  afterAll(async () => {
    await t.close();
    postgres?.stop();
  });

  const codeOf = (secret: string) => new TOTP({ secret }).generate({ timestamp: (t.clock.now += 30_000) });
  const factorsOf = async (browser: Browser) =>
    (await browser.factors()).body.factors as { id: string; kind: string }[];
  const appsOf = ({ id }: Person) => t.sql(`select id from "mfaFactor" where "userId" = $1 and kind = 'totp'`, [id]);

  /** A person with an app and a passkey, in two sessions. */
  async function withTwo() {
    const person = await t.addPerson();
    await t.addKey(person);
    const [one, other] = [await t.signedIn(person), await t.signedIn(person)];
    const factors = await factorsOf(one);
    const [app, key] = [
      factors.find(({ kind }) => kind === 'totp')!.id,
      factors.find(({ kind }) => kind !== 'totp')!.id,
    ];
    return { person, one, other, app, key };
  }

  async function withSetup() {
    const person = await t.addPerson();
    const browser = await t.signedIn(person);
    const { id, key } = (await browser.startTotp({ lost: true })).body as { id: string; key: string };
    return { person, browser, id, key };
  }

  test('two removals at once leave one factor', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { one, other, app, key } = await withTwo();
      const answers = await Promise.all([one.removeFactor(app), other.removeFactor(key)]);
      expect(codes(answers)).toEqual([200, 'not-allowed']);
      expect(await factorsOf(one)).toHaveLength(1);
    }
  });

  test('one removal asked ten times at once in one session is made once, and the session goes on', async () => {
    const { person, one, key } = await withTwo();
    told.length = 0;
    const answers = await together(10, () => one.copy().removeFactor(key));
    expect(codes(answers)).toEqual(Array(10).fill(200));
    expect(told).toHaveLength(1);
    expect((await t.activityOf(person)).filter((what) => what === 'mfa.factor_removed')).toHaveLength(1);
    expect(await factorsOf(one)).toHaveLength(1);
  });

  test('one code for a set-up ten times at once puts it in force once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { person, browser, id, key } = await withSetup();
      const code = codeOf(key);
      told.length = 0;
      const answers = await together(10, () => browser.copy().verifyTotp(id, code));
      expect(codes(answers)).toEqual(Array(10).fill(200));
      expect([(await appsOf(person)).length, told.length]).toEqual([1, 1]);
      expect((await t.activityOf(person)).filter((what) => what === 'mfa.factor_enrolled')).toHaveLength(1);
      expect(await factorsOf(browser)).toHaveLength(1);
    }
  });

  test('the same code in ten requests of as many processes puts it in force once', async () => {
    const { person, browser, id, key } = await withSetup();
    const code = codeOf(key);
    vi.resetModules();
    const { otherApp } = await import('./support/other-app');
    const elsewhere = await otherApp(t, {}, { notify });
    const ask = async (index: number) => {
      const one = index % 2 === 0 ? browser.copy() : elsewhere.browser();
      one.cookies = new Map(browser.cookies);
      return one.verifyTotp(id, code);
    };
    told.length = 0;
    expect(codes(await together(10, ask))).toEqual(Array(10).fill(200));
    expect([(await appsOf(person)).length, told.length]).toEqual([1, 1]);
  });

  test('a verification and an abandonment at once leave one app: the new one or the old one', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { person, browser, id, key } = await withSetup();
      const code = codeOf(key);
      const [verified] = await Promise.all([browser.copy().verifyTotp(id, code), browser.copy().abandonTotp(id)]);
      const isNew = verified.status === 200;
      expect(isNew || verified.body.code === 'superseded').toBe(true);
      expect(await appsOf(person)).toHaveLength(1);
      const late = await t.challenged(person);
      expect((await late.attempt('totp', isNew ? codeOf(key) : t.nextAppCode(person))).status).toBe(200);
    }
  });

  test('a verification and a newer set-up at once leave one app and at most one set-up', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { person, browser, id, key } = await withSetup();
      const code = codeOf(key);
      const [verified, newer] = await Promise.all([browser.copy().verifyTotp(id, code), browser.copy().startTotp()]);
      expect([200, 409]).toContain(verified.status);
      expect(newer.status).toBe(200);
      expect(await appsOf(person)).toHaveLength(1);
      expect(await t.sql(`select id from "mfaSetup" where "userId" = $1 and state = 'open'`, [person.id])).toHaveLength(
        1,
      );
    }
  });

  test('a verification and a sign-in by the old app at once: the old code counts before or not at all', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { person, browser, id, key } = await withSetup();
      const other = await t.challenged(person);
      const code = codeOf(key);
      const [verified, signedIn] = await Promise.all([
        browser.verifyTotp(id, code),
        other.attempt('totp', person.appCode()),
      ]);
      expect(verified.status).toBe(200);
      expect([200, 'wrong-code']).toContain(codes([signedIn])[0]);
      expect((await (await t.challenged(person)).attempt('totp', t.nextAppCode(person))).body.code).toBe('wrong-code');
    }
  });

  test('one credential for a ceremony ten times at once is added once', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const person = await t.addPerson();
      const browser = await t.signedIn(person);
      const { id, options } = (await browser.prepareRegistration()).body;
      const credential = new SoftwareAuthenticator(t.server.origin).register(options);
      const answers = await together(10, () => browser.copy().register(id, credential));
      expect(codes(answers)).toEqual(Array(10).fill(200));
      expect(new Set(answers.map(({ body }) => body.factor.id)).size).toBe(1);
      expect(await factorsOf(browser)).toHaveLength(2);
    }
  });

  test('two credentials for one ceremony at once: one is added, and the other is told so', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const person = await t.addPerson();
      const browser = await t.signedIn(person);
      const { id, options } = (await browser.prepareRegistration()).body;
      const answers = await together(2, () =>
        browser.copy().register(id, new SoftwareAuthenticator(t.server.origin).register(options)),
      );
      expect(codes(answers)).toEqual([200, 200]);
      expect(await factorsOf(browser)).toHaveLength(2);
    }
  });

  test('the last factor’s removal and that of the codes at once leave the factor', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { one, other, app, key } = await withTwo();
      await one.removeFactor(app);
      const answers = await Promise.all([one.removeFactor(key), other.removeCodes()]);
      expect(codes(answers)).toEqual([204, 'not-allowed']);
      expect(await factorsOf(one)).toHaveLength(1);
    }
  });

  test('changes in one session at once leave it one token, and every browser in', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { person, one, key } = await withTwo();
      const { id, key: secret } = (await one.startTotp()).body;
      const code = codeOf(secret);
      const browsers = [one.copy(), one.copy()] as const;
      const answers = await Promise.all([browsers[0].verifyTotp(id, code), browsers[1].removeFactor(key)]);
      expect(codes(answers)).toEqual([200, 200]);
      // The answers may have come in either order: the older token still leads to the session.
      for (const browser of [...browsers, one]) expect(await factorsOf(browser)).toHaveLength(1);
      expect(await t.sessionsOf(person)).toBe(2);
      t.clock.now += 2 * MINUTE + 1;
      const left = [];
      for (const browser of [...browsers, one]) left.push((await browser.factors()).status);
      expect(left).toEqual([200, 200, 200]);
    }
  });

  test('two sessions that end each other at once leave one', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { person, one, other } = await withTwo();
      const answers = await Promise.all([one.endOthers(), other.endOthers()]);
      expect(codes(answers)).toEqual([200, 'signed-out']);
      expect(await t.sessionsOf(person)).toBe(1);
      expect((await (answers[0].status === 200 ? one : other).factors()).status).toBe(200);
    }
  });

  test('a change and the end of its session at once: both or only the end', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { one, other, key, app } = await withTwo();
      const [removed] = await Promise.all([one.removeFactor(key), other.endOthers()]);
      expect([200, 'signed-out']).toContain(codes([removed])[0]);
      expect((await factorsOf(other)).map(({ id }) => id)).toEqual(removed.status === 200 ? [app] : [app, key]);
      expect((await one.factors()).body.code).toBe('signed-out');
    }
  });
});
