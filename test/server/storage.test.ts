import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDestination, makeBackupCodes } from '../../src/server/better-auth';
import { TOTP } from 'otpauth';
import { attemptId, startHarness, type Browser, type Harness } from './support/harness';
import { otherApp } from './support/other-app';
import { unsigned } from './support/signed';

let t: Harness;
const sent: string[] = [];
const keep = async ({ code }: { code: string }) => void sent.push(code);
beforeAll(async () => {
  t = await startHarness({ trustDeviceDays: 30, deliver: { email: keep, sms: keep } });
});
afterAll(() => t.close());

const cookieOf = (browser: Browser) => decodeURIComponent(browser.cookies.get('better-auth.session_token')!);
const appCodeOf = (secret: string, timestamp: number) => new TOTP({ secret }).generate({ timestamp });

/** Every row of every table, as text. */
async function dump(): Promise<string> {
  const tables = await t.sql<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public'",
  );
  const rows = [];
  for (const { name } of tables) rows.push(await t.sql(`select * from "${name}"`));
  return JSON.stringify(rows).toUpperCase();
}

describe('the database', () => {
  test('holds no code, app key, address of a code or cookie', async () => {
    const person = await t.addPerson();
    const phone = '+4755500142';
    await addDestination(t.server.auth, person.id, { channel: 'sms', to: phone });
    const browser = await t.challenged(person);
    const cookie = unsigned(browser.cookies.get('better-auth.mfa_challenge')!);
    await browser.sendForm({ totp: 'typed in a form' });
    await browser.attempt('backup-code', person.codes[0]!);
    const sending = await t.challenged(person);
    await sending.sendCode('account-email');
    const [unused] = sent;
    const trusting = await t.challenged(person);
    await trusting.sendCode('account-email');
    const used = sent.at(-1)!;
    await trusting.prove({ kind: 'delivered-code', id: 'account-email', code: used }, { trustDevice: true });
    const device = trusting.cookies.get('better-auth.mfa_trusted_device')!;
    await trusting.signIn(person);
    const rotated = trusting.cookies.get('better-auth.mfa_trusted_device')!;
    expect(rotated).not.toBe(device);
    await trusting.send('POST', '/api/auth/sign-out', {});
    const refused = await t.challenged(person);
    await refused.attempt('backup-code', person.codes[0]!);
    const typed = 'what somebody typed as an app code';
    await refused.attempt('totp', typed);
    const account = await t.challenged(person);
    await account.attempt('totp', person.appCode((t.clock.now += 30_000)));
    const { body: confirmed } = await account.send('POST', '/api/auth/mfa/backup-codes/sets', {});
    await account.send('POST', `/api/auth/mfa/backup-codes/sets/${confirmed.id}/confirm`, {});
    const { body: staged } = await account.send('POST', '/api/auth/mfa/backup-codes/sets', {});
    const codes: string[] = [...person.codes, ...confirmed.codes, ...staged.codes];
    expect(codes).toHaveLength(30);
    const done: { id: string; key: string } = (await account.startTotp()).body;
    const tokenBefore = cookieOf(account).split('.')[0]!;
    await account.verifyTotp(done.id, appCodeOf(done.key, (t.clock.now += 30_000)));
    const waiting: { key: string } = (await account.startTotp()).body;
    const keys = [done.key, waiting.key, tokenBefore];
    expect(keys.every((key) => typeof key === 'string' && key.length >= 32)).toBe(true);
    const bare = codes.map((code) => code.replaceAll('-', ''));
    const all = [...keys, ...codes, ...bare, person.appKey, cookie, typed, 'typed in a form', phone, device, rotated];

    const text = await dump();
    expect(all.filter((secret) => text.includes(secret.toUpperCase()))).toEqual([]);
    // Six digits stand in many an id by chance: they are looked for as a value of their own.
    const values = new Set(text.match(/"[^"]*"/g));
    expect([unused, used].filter((code) => values.has(`"${code}"`))).toEqual([]);
    // The search does find what is stored in the clear.
    expect(text).toContain(person.email.toUpperCase());
  });

  test("is of no use to who moves a code's row to another person", async () => {
    const [person, thief] = [await t.addPerson(), await t.addPerson()];
    await t.sql('update "mfaBackupCode" set "userId" = $1 where "userId" = $2', [thief.id, person.id]);
    const browser = await t.challenged(thief);
    expect((await browser.attempt('backup-code', person.codes[0]!)).body).toMatchObject({ code: 'wrong-code' });
  });

  test('forgets everything about a person who is deleted', async () => {
    const person = await t.addPerson();
    await t.addKey(person);
    await t.addKey(person);
    const trusting = await t.challenged(person);
    await trusting.prove({ kind: 'totp', code: person.appCode() }, { trustDevice: true });
    await trusting.send('POST', '/api/auth/mfa/backup-codes/sets', {});
    await trusting.startTotp({ lost: true });
    await trusting.prepareRegistration();
    await trusting.removeFactor((await trusting.factors()).body.factors[1].id);
    await trusting.startTotp();
    const recovering = await t.challenged(person);
    await recovering.attempt('backup-code', person.codes[0]!);
    const browser = await t.challenged(person);
    await browser.preparePasskey();
    await browser.sendCode('account-email');
    await browser.attempt('totp', '000000');
    await browser.settle(attemptId());
    const tables = [
      'mfaFactor',
      'mfaBackupCode',
      'mfaChallenge',
      'mfaGuard',
      'mfaPasskey',
      'mfaDelivery',
      'mfaTrustedDevice',
      'mfaActivity',
      'mfaCodeSet',
      'mfaSetup',
      'mfaRegistration',
      'mfaRepair',
      'mfaRecovery',
      'mfaRotation',
    ];
    const count = async () => {
      const counts = [];
      for (const table of tables) {
        const [row] = await t.sql(`select count(*)::int as n from "${table}" where "userId" = $1`, [person.id]);
        counts.push(row!.n);
      }
      const challenges = '"challengeId" in (select id from "mfaChallenge" where "userId" = $1)';
      for (const table of ['mfaAttempt', 'mfaCeremony']) {
        const [row] = await t.sql(`select count(*)::int as n from "${table}" where ${challenges}`, [person.id]);
        const [all] = await t.sql(`select count(*)::int as n from "${table}"`);
        counts.push([row!.n, all!.n]);
      }
      return counts as [...number[], [number, number], [number, number]];
    };
    const before = await count();
    await t.sql('delete from "user" where id = $1', [person.id]);
    const after = await count();
    const [attempts, ceremonies] = before.slice(tables.length) as [number, number][];
    // The trust in the device was ended by the change of the factors.
    expect(before.slice(0, tables.length).map((count) => (count as number) > 0)).toEqual(
      tables.map((table) => table !== 'mfaTrustedDevice'),
    );
    expect([attempts![0], ceremonies![0]].every((count) => count > 0)).toBe(true);
    const rest = ([own, all]: [number, number]) => [0, all - own];
    expect(after).toEqual([...tables.map(() => 0), rest(attempts!), rest(ceremonies!)]);
  });

  test('drops challenges that are long over when the person signs in again', async () => {
    const person = await t.addPerson();
    await t.challenged(person);
    t.clock.now += 26 * 60 * 60_000;
    await t.challenged(person);
    expect(await t.sql('select id from "mfaChallenge" where "userId" = $1', [person.id])).toHaveLength(1);
  });
});

describe('backup codes', () => {
  test('made anew void the set before', async () => {
    const person = await t.addPerson();
    const [fresh] = await makeBackupCodes(t.server.auth, person.id);
    const browser = await t.challenged(person);
    expect((await browser.attempt('backup-code', person.codes[0]!)).body).toMatchObject({ code: 'wrong-code' });
    expect((await browser.attempt('backup-code', fresh!)).body).toMatchObject({ codesLeft: 9 });
  });

  test('are ten of twelve characters that nobody mistakes, all different', async () => {
    const person = await t.addPerson();
    expect(new Set(person.codes).size).toBe(10);
    for (const code of person.codes) expect(code).toMatch(/^([A-HJ-NP-Z2-9]{4}-){2}[A-HJ-NP-Z2-9]{4}$/);
  });

  test('draw on the whole alphabet evenly', async () => {
    const person = await t.addPerson();
    const counts = new Map<string, number>();
    for (let set = 0; set < 30; set += 1) {
      const codes = await makeBackupCodes(t.server.auth, person.id);
      for (const character of codes.join('').replaceAll('-', '')) {
        counts.set(character, (counts.get(character) ?? 0) + 1);
      }
    }
    const expected = (30 * 120) / 32;
    const deviation = [...counts.values()].reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    expect(counts.size).toBe(32);
    // Chi-squared with 31 degrees of freedom: an even draw is beyond 80 once in 300,000 runs.
    expect(deviation).toBeLessThan(80);
  });

  test("outlive a rotation of the app's secret, and so does the app key", async () => {
    const person = await t.addPerson();
    const secrets = [{ version: 2, value: 'a fresh secret of the rotated application, long enough' }];
    const app = await otherApp(t, { secrets });
    const browser = app.browser();
    await browser.signIn(person);
    expect((await browser.attempt('backup-code', person.codes[0]!)).body).toMatchObject({ codesLeft: 9 });
    await browser.signIn(person);
    expect((await browser.attempt('totp', person.appCode())).body).toMatchObject({ by: 'totp' });
  });

  test('are void under a secret that the app never had', async () => {
    const person = await t.addPerson();
    const browser = (await otherApp(t, { secret: 'quite another secret of some other application' })).browser();
    await browser.signIn(person);
    expect((await browser.attempt('backup-code', person.codes[0]!)).body).toMatchObject({ code: 'wrong-code' });
  });
});

test('the session cookie is HttpOnly and SameSite=Lax', async () => {
  const person = await t.addPerson();
  const browser = await t.challenged(person);
  const { setCookies } = await browser.attempt('totp', person.appCode());
  expect(setCookies).toHaveLength(2);
  for (const cookie of setCookies) expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
});
