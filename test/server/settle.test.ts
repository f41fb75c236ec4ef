import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attemptId, MINUTE, startHarness, type Harness } from './support/harness';

let t: Harness;
beforeAll(async () => {
  t = await startHarness();
});
afterAll(() => t.close());

/** A browser that sent a backup code and never got the answer. */
async function answerLost(code?: string) {
  const person = await t.addPerson();
  const browser = await t.challenged(person);
  const attempt = attemptId();
  const sent = await browser.copy().attempt('backup-code', code ?? person.codes[0]!, attempt);
  return { person, browser, attempt, sent };
}

describe('an attempt that let the person in', () => {
  test('is told, with the session that the lost answer carried', async () => {
    const { person, browser, attempt, sent } = await answerLost();
    const answer = await browser.settle(attempt);
    expect(answer.body).toEqual({ state: 'signed-in', verified: sent.body });
    expect(await browser.whoAmI()).toBe(person.email);
    expect([await t.sessionsOf(person), await t.usedCodesOf(person)]).toEqual([1, 1]);
  });

  test('is told again to who is signed in', async () => {
    const { browser, attempt } = await answerLost();
    const first = await browser.settle(attempt);
    expect((await browser.settle(attempt)).body).toEqual(first.body);
  });

  test('is told again while the challenge cookie is still there', async () => {
    const { browser, attempt } = await answerLost();
    const challengeCookie = new Map(browser.cookies);
    const first = await browser.settle(attempt);
    browser.cookies = new Map([...browser.cookies, ...challengeCookie]);
    expect((await browser.settle(attempt)).body).toEqual(first.body);
  });

  test('gives the same session again when the answer to the settling was lost too', async () => {
    const { person, browser, attempt, sent } = await answerLost();
    await browser.copy().settle(attempt);
    await browser.copy().settle(attempt);
    expect((await browser.settle(attempt)).body).toEqual({ state: 'signed-in', verified: sent.body });
    expect(await browser.whoAmI()).toBe(person.email);
    expect([await t.sessionsOf(person), await t.usedCodesOf(person)]).toEqual([1, 1]);
  });

  test('gives no session under the id of another attempt', async () => {
    const { browser } = await answerLost();
    expect((await browser.settle(attemptId())).body).toEqual({ state: 'over', spent: false });
    expect(browser.holdsSession).toBe(false);
  });

  test('gives its session until the second minute is over', async () => {
    const { person, browser, attempt } = await answerLost();
    await browser.copy().settle(attempt);
    t.clock.now += 2 * MINUTE;
    await browser.settle(attempt);
    expect(await browser.whoAmI()).toBe(person.email);
  });

  test('gives no session five minutes later', async () => {
    const { browser, attempt } = await answerLost();
    await browser.copy().settle(attempt);
    t.clock.now += 2 * MINUTE + 1;
    expect((await browser.settle(attempt)).body).toEqual({ state: 'over', spent: true });
    expect(browser.holdsSession).toBe(false);
  });

  test('gives no session that has been revoked', async () => {
    const { person, browser, attempt } = await answerLost();
    await t.sql('delete from session where "userId" = $1', [person.id]);
    expect((await browser.settle(attempt)).body).toEqual({ state: 'over', spent: true });
    expect(browser.holdsSession).toBe(false);
  });

  test('gives no session that has expired', async () => {
    const { person, browser, attempt } = await answerLost();
    await t.sql('update session set "expiresAt" = now() where "userId" = $1', [person.id]);
    expect((await browser.settle(attempt)).body).toEqual({ state: 'over', spent: true });
  });

  test('is told although the challenge was cancelled afterwards', async () => {
    const { browser, attempt, sent } = await answerLost();
    await browser.copy().cancel();
    expect((await browser.settle(attempt)).body).toEqual({ state: 'signed-in', verified: sent.body });
  });

  test('is not called signed in where somebody else is', async () => {
    const { browser, attempt } = await answerLost();
    const other = t.browser();
    await other.signIn(await t.addPerson({ factor: false }));
    browser.cookies = new Map([...browser.cookies, ...other.cookies]);
    t.clock.now += 2 * MINUTE + 1;
    expect((await browser.settle(attempt)).body).toEqual({ state: 'over', spent: true });
  });

  test('is not told to a browser without the cookie', async () => {
    const { attempt } = await answerLost();
    expect((await t.browser().settle(attempt)).body).toEqual({ state: 'over', spent: 'unknown' });
  });

  test("is not told to somebody else's session", async () => {
    const { attempt } = await answerLost();
    const other = t.browser();
    await other.signIn(await t.addPerson({ factor: false }));
    expect((await other.settle(attempt)).body).toEqual({ state: 'over', spent: 'unknown' });
  });
});

describe('an attempt that was refused', () => {
  test('is not called good, and the challenge goes on', async () => {
    const { person, browser, attempt } = await answerLost('AAAA-AAAA-AAAA');
    expect((await browser.settle(attempt)).body).toEqual({ state: 'pending', spent: 'unknown' });
    expect((await browser.attempt('backup-code', person.codes[0]!)).status).toBe(200);
  });

  test('is over when the first factor counts no more', async () => {
    const { browser, attempt } = await answerLost('AAAA-AAAA-AAAA');
    t.clock.now += 60 * MINUTE;
    expect((await browser.settle(attempt)).body).toEqual({ state: 'over', spent: 'unknown' });
  });

  test('is said to be spent where it was used before', async () => {
    const person = await t.addPerson();
    await (await t.challenged(person)).attempt('backup-code', person.codes[0]!);
    const browser = await t.challenged(person);
    const attempt = 'attempt-used-before';
    await browser.attempt('backup-code', person.codes[0]!, attempt);
    expect((await browser.settle(attempt)).body).toEqual({ state: 'pending', spent: true });
  });
});

describe('an attempt that never arrived', () => {
  test('is not spent', async () => {
    const browser = await t.challenged(await t.addPerson());
    expect((await browser.settle(attemptId())).body).toEqual({ state: 'pending', spent: false });
  });

  test('is refused when it arrives after all', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    const attempt = attemptId();
    await browser.settle(attempt);
    const late = await browser.attempt('backup-code', person.codes[0]!, attempt);
    expect(late.body).toMatchObject({ status: 409, code: 'superseded' });
    expect([await t.usedCodesOf(person), browser.holdsSession]).toEqual([0, false]);
  });

  test('leaves the code to another attempt', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    await browser.settle(attemptId());
    expect((await browser.attempt('backup-code', person.codes[0]!)).status).toBe(200);
  });

  test('is answered the same when it is asked again', async () => {
    const browser = await t.challenged(await t.addPerson());
    const attempt = attemptId();
    await browser.settle(attempt);
    expect((await browser.settle(attempt)).body).toEqual({ state: 'pending', spent: false });
  });

  test('on a challenge that can be opened again is pending', async () => {
    const browser = await t.challenged(await t.addPerson());
    t.clock.now += 42 * MINUTE;
    expect((await browser.settle(attemptId())).body).toEqual({ state: 'pending', spent: false });
  });

  test.each([
    [
      'cancelled',
      async (h: Harness) => h.challenged(await h.addPerson()).then(async (b) => [b, await b.copy().cancel()]),
    ],
    [
      'passed',
      async (h: Harness) => {
        const person = await h.addPerson();
        const browser = await h.challenged(person);
        return [browser, await browser.copy().attempt('totp', person.appCode())];
      },
    ],
  ])('on a challenge that was %s is over and not spent', async (_, prepare) => {
    const [browser] = (await prepare(t)) as [ReturnType<Harness['browser']>, unknown];
    expect((await browser.settle(attemptId())).body).toEqual({ state: 'over', spent: false });
  });

  test('of who knows nothing of a challenge is over, and nobody knows whether it was spent', async () => {
    expect((await t.browser().settle(attemptId())).body).toEqual({ state: 'over', spent: 'unknown' });
  });
});

test('a malformed attempt id is refused', async () => {
  const browser = await t.challenged(await t.addPerson());
  expect((await browser.settle('short')).body).toMatchObject({ status: 400, code: 'bad-request' });
});

test('a settle without a body is refused', async () => {
  const browser = await t.challenged(await t.addPerson());
  const path = `/api/auth/mfa/challenge/attempts/${attemptId()}/settle`;
  expect((await browser.send('POST', path, 'null')).body).toMatchObject({ status: 400, code: 'bad-request' });
});
