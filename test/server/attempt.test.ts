import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attemptId, MINUTE, startHarness, type Harness } from './support/harness';

const STEP = 30_000;

let t: Harness;
beforeAll(async () => {
  t = await startHarness();
});
afterAll(() => t.close());

describe('an app code', () => {
  test('signs the person in', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    const answer = await browser.attempt('totp', person.appCode());
    expect(answer.body).toEqual({ by: 'totp', codesLeft: 'unknown', todo: [], mayPostpone: true, notified: 'unknown' });
    expect(await browser.whoAmI()).toBe(person.email);
    expect(browser.holdsChallenge).toBe(false);
  });

  test.each([
    ['of the step before', -1, 200],
    ['of the step after', 1, 200],
    ['two steps old', -2, 422],
    ['two steps ahead', 2, 422],
  ])('%s is answered as it should be', async (_, steps, status) => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    expect((await browser.attempt('totp', person.appCode(t.clock.now + steps * STEP))).status).toBe(status);
  });

  test('counts once, on a later challenge too', async () => {
    const person = await t.addPerson();
    const code = person.appCode();
    await (await t.challenged(person)).attempt('totp', code);
    const later = await t.challenged(person);
    expect((await later.attempt('totp', code)).body).toMatchObject({ status: 422, code: 'used-code' });
    expect(await later.whoAmI()).toBe(null);
  });

  test('of an earlier step counts no more when a later one was taken', async () => {
    const person = await t.addPerson();
    await (await t.challenged(person)).attempt('totp', person.appCode());
    const later = await t.challenged(person);
    const answer = await later.attempt('totp', person.appCode(t.clock.now - STEP));
    expect(answer.body).toMatchObject({ code: 'used-code' });
  });

  test('of the next step counts after one was taken', async () => {
    const person = await t.addPerson();
    await (await t.challenged(person)).attempt('totp', person.appCode());
    const later = await t.challenged(person);
    t.clock.now += STEP;
    expect((await later.attempt('totp', person.appCode())).status).toBe(200);
  });

  test("of somebody else's app is wrong", async () => {
    const browser = await t.challenged(await t.addPerson());
    const other = await t.addPerson();
    const answer = await browser.attempt('totp', other.appCode());
    expect(answer.body).toMatchObject({ status: 422, code: 'wrong-code' });
    expect(answer.body).not.toHaveProperty('triesLeft');
  });

  test('may be typed with a blank in the middle', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    const code = person.appCode();
    expect((await browser.attempt('totp', `${code.slice(0, 3)} ${code.slice(3)}`)).status).toBe(200);
  });
});

describe('a backup code', () => {
  test('signs the person in and says how many are left', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    const answer = await browser.attempt('backup-code', person.codes[0]!);
    const notified = ['p•••@example.com'];
    expect(answer.body).toEqual({ by: 'backup-code', codesLeft: 9, todo: [], mayPostpone: true, notified });
    expect(await browser.whoAmI()).toBe(person.email);
  });

  test('counts once', async () => {
    const person = await t.addPerson();
    await (await t.challenged(person)).attempt('backup-code', person.codes[0]!);
    const later = await t.challenged(person);
    const answer = await later.attempt('backup-code', person.codes[0]!);
    expect(answer.body).toMatchObject({ status: 422, code: 'used-code' });
    expect(later.holdsSession).toBe(false);
  });

  test('that is the last one leaves none, and the repair may not wait', async () => {
    const person = await t.addPerson();
    await t.sql('update "mfaBackupCode" set "usedAt" = now() where "userId" = $1', [person.id]);
    await t.sql(
      'update "mfaBackupCode" set "usedAt" = null where id in (select id from "mfaBackupCode" where "userId" = $1 limit 1)',
      [person.id],
    );
    const answers = [];
    const browser = await t.challenged(person);
    for (const code of person.codes) answers.push((await browser.attempt('backup-code', code)).body);
    expect(answers.find(({ by }) => by)).toMatchObject({ codesLeft: 0, mayPostpone: false });
  });

  test.each([
    ['in lower case', (code: string) => code.toLowerCase()],
    ['without dashes', (code: string) => code.replaceAll('-', '')],
    ['with blanks', (code: string) => ` ${code.replaceAll('-', ' ')} `],
    ['with another dash', (code: string) => code.replaceAll('-', '–')],
  ])('may be typed %s', async (_, typed) => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    expect((await browser.attempt('backup-code', typed(person.codes[3]!))).status).toBe(200);
  });

  test('never expires', async () => {
    const person = await t.addPerson();
    t.clock.now += 10 * 365 * 24 * 60 * MINUTE;
    const browser = await t.challenged(person);
    expect((await browser.attempt('backup-code', person.codes[0]!)).status).toBe(200);
  });

  test("of somebody else's set is wrong", async () => {
    const browser = await t.challenged(await t.addPerson());
    const other = await t.addPerson();
    expect((await browser.attempt('backup-code', other.codes[0]!)).body).toMatchObject({ code: 'wrong-code' });
    expect(await t.usedCodesOf(other)).toBe(0);
  });

  test.each(['nonsense', '0000-0000-0000', 'A'.repeat(64), 'ẞẞẞẞ-ẞẞẞẞ-ẞẞẞẞ'])(
    'that reads %s is wrong',
    async (code) => {
      const browser = await t.challenged(await t.addPerson());
      expect((await browser.attempt('backup-code', code)).body).toMatchObject({ status: 422, code: 'wrong-code' });
    },
  );
});

describe('the same attempt sent again', () => {
  test('gets the same answer and the same session, and spends nothing', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    const resending = browser.copy();
    const attempt = attemptId();
    const first = await browser.attempt('backup-code', person.codes[0]!, attempt);
    const second = await resending.attempt('backup-code', person.codes[0]!, attempt);
    expect([second.status, second.body]).toEqual([first.status, first.body]);
    expect(resending.cookies).toEqual(browser.cookies);
    expect(await resending.whoAmI()).toBe(person.email);
    expect([await t.usedCodesOf(person), await t.sessionsOf(person)]).toEqual([1, 1]);
  });

  test('gets the refusal again, and is counted once', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    const attempt = attemptId();
    const first = await browser.attempt('totp', '000000', attempt);
    for (let i = 0; i < 12; i += 1) {
      expect((await browser.attempt('totp', person.appCode(), attempt)).body).toEqual(first.body);
    }
    expect((await browser.attempt('totp', person.appCode())).status).toBe(200);
  });

  test('gives no cookie any more two minutes after the person was let in', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    const resending = browser.copy();
    const attempt = attemptId();
    await browser.attempt('totp', person.appCode(), attempt);
    t.clock.now += 2 * MINUTE + 1;
    const answer = await resending.attempt('totp', person.appCode(), attempt);
    expect(answer.body).toMatchObject({ code: 'challenge-over', restart: 'here' });
    expect(answer.setCookies).toEqual([]);
  });

  test('does not bring back a session that was signed out', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    const resending = browser.copy();
    const attempt = attemptId();
    await browser.attempt('totp', person.appCode(), attempt);
    await browser.send('POST', '/api/auth/sign-out', {});
    const answer = await resending.attempt('totp', person.appCode(), attempt);
    expect(answer.body).toMatchObject({ code: 'challenge-over' });
    expect(resending.holdsSession).toBe(false);
  });
});

test('the session lasts as long as the person asked for when signing in', async () => {
  const person = await t.addPerson();
  const browser = t.browser();
  await browser.signIn(person, { rememberMe: false });
  const answer = await browser.attempt('totp', person.appCode());
  const cookie = answer.setCookies.find((line) => line.startsWith('better-auth.session_token='));
  expect(cookie).toBeDefined();
  expect(cookie).not.toMatch(/max-age/i);
});
