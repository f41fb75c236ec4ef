import { afterAll, beforeAll, expect, test } from 'vitest';
import { MINUTE, startHarness, type Browser, type Harness, type Person } from './support/harness';
import { findPostgres } from './support/postgres';

const WRONG_BACKUP_CODE = 'AAAA-AAAA-AAAA';

let postgres: Awaited<ReturnType<typeof findPostgres>>;
let t: Harness;
let person: Person;
let browser: Browser;
let sentCode = '';

beforeAll(async () => {
  postgres = await findPostgres();
  t = await startHarness({
    databaseUrl: postgres.url,
    deliver: { email: async ({ code }) => void (sentCode = code) },
  });
});
afterAll(async () => {
  await t.close();
  postgres.stop();
});

async function atChallenge() {
  person = await t.addPerson();
  browser = await t.challenged(person);
}

/** A code that is wrong now and in the steps around. */
function wrongAppCode(): string {
  const right = [-1, 0, 1].map((steps) => person.appCode(t.clock.now + steps * 30_000));
  return ['111111', '222222', '333333', '444444'].find((code) => !right.includes(code))!;
}

async function guess(times: number, kind: 'totp' | 'backup-code' = 'totp') {
  const answers = [];
  for (let i = 0; i < times; i += 1) {
    answers.push(await browser.attempt(kind, kind === 'totp' ? wrongAppCode() : WRONG_BACKUP_CODE));
  }
  return answers;
}

test('the last tries before the block are counted aloud, the earlier ones are not', async () => {
  await atChallenge();
  const answers = await guess(10);
  expect(answers.map(({ body }) => body.triesLeft ?? 'untold')).toEqual([...Array(6).fill('untold'), 3, 2, 1, 0]);
});

test('after ten failures the right app code is refused too, for a quarter of an hour', async () => {
  await atChallenge();
  await guess(10);
  const answer = await browser.attempt('totp', person.appCode());
  expect(answer.body).toMatchObject({
    status: 429,
    code: 'too-many-attempts',
    blocks: ['totp'],
    retryAt: t.clock.now + 15 * MINUTE,
  });
  expect(answer.headers.get('retry-after')).toBe('900');
});

test('the block ends at the instant that was said', async () => {
  await atChallenge();
  await guess(10);
  const { retryAt } = (await browser.attempt('totp', person.appCode())).body;
  t.clock.now = retryAt - 1;
  expect((await browser.attempt('totp', person.appCode())).status).toBe(429);
  t.clock.now = retryAt;
  expect((await browser.attempt('totp', person.appCode())).status).toBe(200);
});

test('guessing app codes never locks the backup codes', async () => {
  await atChallenge();
  await guess(12);
  expect((await browser.attempt('backup-code', person.codes[0]!)).status).toBe(200);
});

test('guessing backup codes never locks the app', async () => {
  await atChallenge();
  const answers = await guess(12, 'backup-code');
  expect(answers.at(-1)!.body).toMatchObject({ status: 429, blocks: ['backup-code'] });
  expect((await browser.attempt('totp', person.appCode())).status).toBe(200);
});

test.each([
  ['app codes', 'totp'],
  ['backup codes', 'backup-code'],
] as const)('guessing %s never locks a code that is sent, nor the passkey', async (_, kind) => {
  await atChallenge();
  const key = await t.addKey(person);
  await guess(12, kind);
  await browser.sendCode('account-email');
  const other = await t.challenged(person);
  const right = { kind: 'delivered-code', id: 'account-email', code: sentCode };
  expect((await browser.prove(right)).status).toBe(200);
  expect((await other.useKey(key)).status).toBe(200);
});

test('passkeys that are refused lock nothing, themselves least of all', async () => {
  await atChallenge();
  const key = await t.addKey(person);
  for (let i = 0; i < 25; i += 1) await browser.useKey(key, { verified: false });
  const failures = 'select coalesce(sum(failed + locks), 0)::int as n from "mfaGuard" where "userId" = $1';
  expect(await t.sql(failures, [person.id])).toEqual([{ n: 0 }]);
  expect((await browser.useKey(key)).status).toBe(200);
});

test('guessing for one person never locks another', async () => {
  await atChallenge();
  await guess(12);
  await atChallenge();
  expect((await browser.attempt('totp', person.appCode())).status).toBe(200);
});

test('signing in again gives no new guesses', async () => {
  await atChallenge();
  await guess(10);
  browser = await t.challenged(person);
  expect((await browser.attempt('totp', person.appCode())).status).toBe(429);
});

test('each further block lasts twice as long, an hour at most', async () => {
  await atChallenge();
  const minutes = [];
  for (let block = 0; block < 4; block += 1) {
    browser = await t.challenged(person);
    const answers = await guess(11);
    const { retryAt } = answers.at(-1)!.body;
    minutes.push((retryAt - t.clock.now) / MINUTE);
    t.clock.now = retryAt;
  }
  expect(minutes).toEqual([15, 30, 60, 60]);
});

test('a success forgets the failures before it', async () => {
  await atChallenge();
  await guess(9);
  await browser.attempt('totp', person.appCode());
  t.clock.now += 60_000;
  browser = await t.challenged(person);
  const answers = await guess(9);
  expect(answers.map(({ status }) => status)).toEqual(Array(9).fill(422));
});

test('a used code counts as a failure', async () => {
  await atChallenge();
  await browser.attempt('backup-code', person.codes[0]!);
  browser = await t.challenged(person);
  for (let i = 0; i < 10; i += 1) await browser.attempt('backup-code', person.codes[0]!);
  expect((await browser.attempt('backup-code', person.codes[1]!)).status).toBe(429);
});

test('guesses made in parallel on several challenges are all counted', async () => {
  await atChallenge();
  const browsers = await Promise.all(Array.from({ length: 3 }, () => t.challenged(person)));
  const code = wrongAppCode();
  // From here on there is a guard to take; requests that insert it wait for each other without taking anything.
  await guess(1);
  const answers = await Promise.all(
    browsers.flatMap((each) => Array.from({ length: 8 }, () => each.copy().attempt('totp', code))),
  );
  const statuses = answers.map(({ status }) => status);
  expect([statuses.filter((s) => s === 422).length, statuses.filter((s) => s === 429).length]).toEqual([9, 15]);
});
