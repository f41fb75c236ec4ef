import { afterAll, beforeAll, expect, test } from 'vitest';
import { attemptId, startHarness, type Answer, type Harness } from './support/harness';

let t: Harness;
beforeAll(async () => {
  t = await startHarness();
});
afterAll(() => t.close());

const together = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));
const codes = (answers: Answer[]) => answers.map(({ status, body }) => (status === 200 ? 200 : body.code)).sort();

test('one attempt sent twenty times at once is spent once and answered twenty times alike', async () => {
  const person = await t.addPerson();
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
  const person = await t.addPerson();
  const browser = await t.challenged(person);
  const attempt = attemptId();
  await together(20, () => browser.copy().attempt('backup-code', 'AAAA-AAAA-AAAA', attempt));
  expect(await t.sql('select failed from "mfaGuard" where "userId" = $1', [person.id])).toEqual([{ failed: 1 }]);
});

test('one backup code on two challenges at once lets one in', async () => {
  const person = await t.addPerson();
  const browsers = [await t.challenged(person), await t.challenged(person)];
  const answers = await together(2, (i) => browsers[i]!.attempt('backup-code', person.codes[0]!));
  expect(codes(answers)).toEqual([200, 'used-code']);
  expect([await t.usedCodesOf(person), await t.sessionsOf(person)]).toEqual([1, 1]);
});

test('one app code on two challenges at once lets one in', async () => {
  const person = await t.addPerson();
  const browsers = [await t.challenged(person), await t.challenged(person)];
  const answers = await together(2, (i) => browsers[i]!.attempt('totp', person.appCode()));
  expect(codes(answers)).toEqual([200, 'used-code']);
  expect(await t.sessionsOf(person)).toBe(1);
});

test('ten backup codes on one challenge at once burn one', async () => {
  const person = await t.addPerson();
  const browser = await t.challenged(person);
  const answers = await together(10, (i) => browser.copy().attempt('backup-code', person.codes[i]!));
  expect(codes(answers)).toEqual([200, ...Array(9).fill('challenge-over')]);
  expect([await t.usedCodesOf(person), await t.sessionsOf(person)]).toEqual([1, 1]);
});

test('an attempt and its settling at once agree', async () => {
  for (let round = 0; round < 8; round += 1) {
    const person = await t.addPerson();
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
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    const [sent] = await Promise.all([
      browser.copy().attempt('backup-code', person.codes[0]!),
      browser.copy().cancel(),
    ]);
    const [challenge] = await t.sql('select state from "mfaChallenge" where "userId" = $1', [person.id]);
    const outcome = [sent.status, challenge!.state, await t.usedCodesOf(person), await t.sessionsOf(person)];
    expect(outcome).toEqual(sent.status === 200 ? [200, 'passed', 1, 1] : [410, 'cancelled', 0, 0]);
  }
});

test('settling twenty times at once gives the session once', async () => {
  const person = await t.addPerson();
  const browser = await t.challenged(person);
  const attempt = attemptId();
  await browser.copy().attempt('backup-code', person.codes[0]!, attempt);
  const answers = await together(20, () => browser.copy().settle(attempt));
  expect(answers.filter(({ body }) => body.state === 'signed-in')).toHaveLength(1);
  expect(answers.filter(({ setCookies }) => setCookies.some((line) => line.includes('session_token=')))).toHaveLength(
    1,
  );
});
