import { afterAll, beforeAll, expect, test } from 'vitest';
import { addTotp, makeBackupCodes } from '../../src/server/better-auth';
import { attemptId, startHarness, type Answer, type Harness, type Person } from './support/harness';
import { findPostgres } from './support/postgres';

const WRONG_BACKUP_CODE = 'AAAA-AAAA-AAAA';

let postgres: Awaited<ReturnType<typeof findPostgres>>;
const sent: string[] = [];
let t: Harness;
beforeAll(async () => {
  postgres = await findPostgres();
  const keep = async ({ code }: { code: string }) => void sent.push(code);
  t = await startHarness({ databaseUrl: postgres.url, trustDeviceDays: 30, deliver: { email: keep } });
});
afterAll(async () => {
  await t.close();
  postgres.stop();
});

/**
 * A person who was wrong once with each kind. Until then there may be no row to take in turn, and parallel requests wait
 * for each other as they insert it, whatever locks they take.
 */
async function addPersonWhoErred(): Promise<Person> {
  const person = await t.addPerson();
  const browser = await t.challenged(person);
  await browser.attempt('totp', 'not a code');
  await browser.attempt('backup-code', WRONG_BACKUP_CODE);
  return person;
}

const together = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));
const codes = (answers: Answer[]) => answers.map(({ status, body }) => (status === 200 ? 200 : body.code)).sort();

test('one attempt sent twenty times at once is spent once and answered twenty times alike', async () => {
  const person = await addPersonWhoErred();
  const browser = await t.challenged(person);
  const attempt = attemptId();
  const answers = await together(20, () => browser.copy().attempt('backup-code', person.codes[0]!, attempt));
  expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body])))).toEqual(
    new Set([JSON.stringify([200, answers[0]!.body])]),
  );
  expect(
    new Set(answers.map(({ setCookies }) => setCookies.find((line) => line.includes('session_token=')))).size,
  ).toBe(1);
  expect([await t.usedCodesOf(person), await t.sessionsOf(person)]).toEqual([1, 1]);
});

test('one wrong attempt sent twenty times at once is counted once', async () => {
  const person = await addPersonWhoErred();
  const browser = await t.challenged(person);
  const attempt = attemptId();
  await together(20, () => browser.copy().attempt('backup-code', WRONG_BACKUP_CODE, attempt));
  const guards = await t.sql('select kind, failed from "mfaGuard" where "userId" = $1 order by kind', [person.id]);
  expect(guards).toEqual([
    { kind: 'backup-code', failed: 2 },
    { kind: 'totp', failed: 1 },
  ]);
});

test('one backup code on two challenges at once lets one in', async () => {
  const person = await addPersonWhoErred();
  const browsers = [await t.challenged(person), await t.challenged(person)];
  const answers = await together(2, (i) => browsers[i]!.attempt('backup-code', person.codes[0]!));
  expect(codes(answers)).toEqual([200, 'used-code']);
  expect([await t.usedCodesOf(person), await t.sessionsOf(person)]).toEqual([1, 1]);
});

test('one app code on two challenges at once lets one in', async () => {
  const person = await addPersonWhoErred();
  const browsers = [await t.challenged(person), await t.challenged(person)];
  const answers = await together(2, (i) => browsers[i]!.attempt('totp', person.appCode()));
  expect(codes(answers)).toEqual([200, 'used-code']);
  expect(await t.sessionsOf(person)).toBe(1);
});

test('ten backup codes on one challenge at once burn one', async () => {
  const person = await addPersonWhoErred();
  const browser = await t.challenged(person);
  const answers = await together(10, (i) => browser.copy().attempt('backup-code', person.codes[i]!));
  expect(codes(answers)).toEqual([200, ...Array(9).fill('challenge-over')]);
  expect([await t.usedCodesOf(person), await t.sessionsOf(person)]).toEqual([1, 1]);
});

test('an attempt and its settling at once agree', async () => {
  for (let round = 0; round < 8; round += 1) {
    const person = await addPersonWhoErred();
    const browser = await t.challenged(person);
    const attempt = attemptId();
    const [sent, settled] = await Promise.all([
      browser.copy().attempt('backup-code', person.codes[0]!, attempt),
      browser.copy().settle(attempt),
    ]);
    const spent = await t.usedCodesOf(person);
    expect([sent.status, settled.body.state, spent]).toEqual(spent === 1 ? [200, 'signed-in', 1] : [409, 'pending', 0]);
  }
});

test('an attempt and a cancel at once leave either a session or a cancelled challenge', async () => {
  for (let round = 0; round < 8; round += 1) {
    const person = await addPersonWhoErred();
    const browser = await t.challenged(person);
    const [sent] = await Promise.all([
      browser.copy().attempt('backup-code', person.codes[0]!),
      browser.copy().cancel(),
    ]);
    const ended = 'select state from "mfaChallenge" where "userId" = $1 and state <> \'pending\'';
    const [challenge] = await t.sql(ended, [person.id]);
    const outcome = [sent.status, challenge!.state, await t.usedCodesOf(person), await t.sessionsOf(person)];
    expect(outcome).toEqual(sent.status === 200 ? [200, 'passed', 1, 1] : [410, 'cancelled', 0, 0]);
  }
});

test('settling twenty times at once gives the one session each time', async () => {
  const person = await addPersonWhoErred();
  const browser = await t.challenged(person);
  const attempt = attemptId();
  const sent = await browser.copy().attempt('backup-code', person.codes[0]!, attempt);
  const answers = await together(20, () => browser.copy().settle(attempt));
  for (const { body } of answers) expect(body).toEqual({ state: 'signed-in', verified: sent.body });
  const cookies = answers.map(({ setCookies }) => setCookies.find((line) => line.includes('session_token=')));
  expect(new Set(cookies).size).toBe(1);
  expect(cookies[0]).toBeDefined();
  expect(await t.sessionsOf(person)).toBe(1);
});

const OWN = 'account-email';

/** A person who was sent a code, and erred with it once, in each of so many browsers. */
async function withSentCodes(count: number) {
  const person = await addPersonWhoErred();
  const browsers = [];
  for (let i = 0; i < count; i += 1) {
    const browser = await t.challenged(person);
    await browser.sendCode(OWN);
    const code = sent.at(-1)!;
    await browser.prove({ kind: 'delivered-code', id: OWN, code: 'no code' });
    browsers.push({ browser, code });
  }
  return { person, browsers };
}

test('one code that was sent, tried ten times at once, lets one in', async () => {
  const { person, browsers } = await withSentCodes(1);
  const [{ browser, code }] = browsers as [(typeof browsers)[0]];
  const answers = await together(10, () => browser.copy().prove({ kind: 'delivered-code', id: OWN, code }));
  expect(codes(answers)).toEqual([200, ...Array(9).fill('challenge-over')]);
  expect(await t.sessionsOf(person)).toBe(1);
});

test('guesses of sent codes on three challenges at once are all counted', async () => {
  const { person, browsers } = await withSentCodes(3);
  const answers = await together(18, (i) =>
    browsers[i % 3]!.browser.copy().prove({ kind: 'delivered-code', id: OWN, code: 'no code' }),
  );
  // Three of the ten were used up before.
  expect(codes(answers)).toEqual([...Array(11).fill('too-many-attempts'), ...Array(7).fill('wrong-code')]);
  expect((await browsers[0]!.browser.attempt('totp', person.appCode())).status).toBe(200);
});

test('ten requests for a code at once send one message', async () => {
  const { person } = await withSentCodes(0);
  const browser = await t.challenged(person);
  const before = sent.length;
  const answers = await together(10, () => browser.copy().sendCode(OWN));
  expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
  expect([answers[0]!.status, sent.length - before]).toEqual([200, 1]);
});

test('requests for a code on ten challenges at once send five messages', async () => {
  const { person } = await withSentCodes(0);
  const browsers = await together(10, () => t.challenged(person));
  const before = sent.length;
  const answers = await together(10, (i) => browsers[i]!.sendCode(OWN));
  expect(codes(answers)).toEqual([...Array(5).fill(200), ...Array(5).fill('too-many-attempts')]);
  expect(sent.length - before).toBe(5);
});

test('one assertion tried ten times at once lets one in', async () => {
  const person = await addPersonWhoErred();
  const key = await t.addKey(person);
  const browser = await t.challenged(person);
  const { body } = await browser.preparePasskey();
  const proof = { kind: 'passkey', ceremony: body.id, credential: key.answer(body.options, { counter: 0 }) };
  const answers = await together(10, () => browser.copy().prove(proof));
  expect(codes(answers)).toEqual([200, ...Array(9).fill('challenge-over')]);
  expect(await t.sessionsOf(person)).toBe(1);
});

test('one signature counter on two challenges at once lets one in', async () => {
  for (let round = 0; round < 4; round += 1) {
    const person = await addPersonWhoErred();
    const key = await t.addKey(person);
    const browsers = [await t.challenged(person), await t.challenged(person)];
    const answers = await together(2, (i) => browsers[i]!.useKey(key, { counter: 1 }));
    expect(codes(answers)).toEqual([200, 'passkey-refused']);
    expect(await t.sessionsOf(person)).toBe(1);
  }
});

test('one trusted device used ten times at once lets one in', async () => {
  const person = await addPersonWhoErred();
  const browser = await t.challenged(person);
  await browser.prove({ kind: 'totp', code: person.appCode() }, { trustDevice: true });
  const answers = await together(10, () => browser.copy().signIn(person));
  expect(answers.filter(({ body }) => body.secondFactor === true)).toHaveLength(9);
});

test('one form sent ten times at once is spent once and answered ten times alike', async () => {
  const person = await addPersonWhoErred();
  const browser = await t.challenged(person);
  const answers = await together(10, () => browser.copy().sendForm({ 'backup-code': person.codes[0]! }));
  expect(new Set(answers.map(({ status, headers }) => `${status} ${headers.get('location')}`))).toEqual(
    new Set(['303 /account']),
  );
  expect([await t.usedCodesOf(person), await t.sessionsOf(person)]).toEqual([1, 1]);
});

test('two sets of backup codes made at once leave one', async () => {
  const person = await addPersonWhoErred();
  const sets = await together(4, () => makeBackupCodes(t.server.auth, person.id));
  expect(await t.sql('select id from "mfaBackupCode" where "userId" = $1', [person.id])).toHaveLength(10);
  const answers = [];
  for (const set of sets) answers.push(await (await t.challenged(person)).attempt('backup-code', set[0]!));
  expect(codes(answers)).toEqual([200, 'wrong-code', 'wrong-code', 'wrong-code']);
});

test('one app key added four times at once is added once', async () => {
  const person = await addPersonWhoErred();
  const added = await Promise.allSettled(
    Array.from({ length: 4 }, () => addTotp(t.server.auth, person.id, 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')),
  );
  expect(added.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect(await t.sql('select id from "mfaFactor" where "userId" = $1', [person.id])).toHaveLength(2);
});
