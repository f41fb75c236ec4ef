import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBetterAuthBackend } from '../../src/backends/better-auth';
import { problemOf, type MfaProblem } from '../../src/core/errors';
import type { Call, Proof } from '../../src/ports/backend';
import { PASSWORD } from './support/harness';
import { appCode, codeOf, startStock, STOCK_URL, type StockBrowser, type StockHarness } from './support/stock';

let t: StockHarness;
beforeAll(async () => {
  t = await startStock();
});
afterAll(() => t.close());

const call: Call = { signal: new AbortController().signal };
const withPassword: Call = { ...call, stepUp: { password: PASSWORD } };
const attempt = { attempt: 'attempt-0123456789' };

/** A browser and the port through which its page talks. */
function open(harness = t) {
  const browser = harness.browser();
  const backend = createBetterAuthBackend({
    baseUrl: STOCK_URL,
    plugins: ['two-factor', 'passkey'],
    otp: 'email',
    fetch: browser.fetch,
  });
  const { challenge, factors, backupCodes, totp, passkeys } = backend;
  const verify = (proof: Proof, more = {}) => challenge!.verify(proof, { ...attempt, ...more }, call);
  return {
    ...{ browser, verify, challenge: challenge!, factors: factors!, codes: backupCodes!, totp: totp! },
    passkeys: passkeys!,
  };
}

const problem = (work: Promise<unknown>): Promise<MfaProblem | 'none'> =>
  work.then(
    () => 'none',
    (error: unknown) => problemOf(error),
  );

/** Whether a sign-in asks for a second factor. */
const isChallenged = async (browser: StockBrowser, person: { email: string; password: string }) =>
  (await browser.passFirstFactor(person)).body.twoFactorRedirect === true;

describe('a first authenticator app', () => {
  it('turns nothing on before its code is right, its backup codes neither', async () => {
    const person = await t.addPerson({ factor: false });
    const { browser, totp, codes } = open();
    await browser.passFirstFactor(person);
    await totp.start({ replace: false, lost: false }, withPassword);
    expect((await codes.status(call)).state).toBe('none');
    expect(await isChallenged(t.browser(), person)).toBe(false);
  });

  it('turns both on at once', async () => {
    const person = await t.addPerson({ factor: false });
    const page = open();
    await page.browser.passFirstFactor(person);
    const { id, key, codes } = await page.totp.start({ replace: false, lost: false }, withPassword);
    await page.totp.verify(id, codeOf(key), call);
    const other = open();
    expect(await isChallenged(other.browser, person)).toBe(true);
    await other.verify({ kind: 'backup-code', code: codes!.codes[0]! });
    expect(await other.browser.whoAmI()).toBe(person.email);
  });

  it('leaves this browser signed out where the answer was lost, and is on all the same', async () => {
    const person = await t.addPerson({ factor: false });
    const { browser, totp, factors } = open();
    await browser.passFirstFactor(person);
    const { id, key } = await totp.start({ replace: false, lost: false }, withPassword);
    browser.loseNext('after');
    expect(await problem(totp.verify(id, codeOf(key), call))).toEqual({ code: 'outcome-unknown' });
    expect(await problem(factors.list(call))).toEqual({ code: 'signed-out' });
    expect(await isChallenged(browser, person)).toBe(true);
  });
});

describe('an app in the place of another', () => {
  it('turns the second factor off until it has shown a code', async () => {
    const person = await t.addPerson();
    const { browser, totp } = open();
    await browser.signInWholly(person);
    const { id, key } = await totp.start({ replace: true, lost: true }, withPassword);
    expect(await isChallenged(t.browser(), person)).toBe(false);
    await totp.verify(id, codeOf(key), call);
    expect(await isChallenged(t.browser(), person)).toBe(true);
  });

  it('ends the old codes and brings its own', async () => {
    const person = await t.addPerson();
    const { browser, totp } = open();
    await browser.signInWholly(person);
    const { id, key, codes } = await totp.start({ replace: true, lost: true }, withPassword);
    await totp.verify(id, codeOf(key), call);
    const other = open();
    await other.browser.passFirstFactor(person);
    expect(await problem(other.verify({ kind: 'backup-code', code: person.backupCodes[0]! }))).toEqual({
      code: 'wrong-code',
    });
    await other.verify({ kind: 'backup-code', code: codes!.codes[0]! });
  });

  it('changes nothing by a wrong password', async () => {
    const person = await t.addPerson();
    const { browser, totp } = open();
    await browser.signInWholly(person);
    const wrong = { ...call, stepUp: { password: 'not the password' } };
    expect(await problem(totp.start({ replace: true, lost: true }, wrong))).toEqual({ code: 'wrong-code' });
    expect(await isChallenged(t.browser(), person)).toBe(true);
  });
});

describe('turning the app off', () => {
  it('takes the codes with it', async () => {
    const person = await t.addPerson();
    const { browser, factors, codes } = open();
    await browser.signInWholly(person);
    const [app] = await factors.list(call);
    await factors.remove(app!.id, withPassword);
    expect((await codes.status(call)).state).toBe('none');
    expect(await isChallenged(t.browser(), person)).toBe(false);
  });
});

describe('too many tries', () => {
  it('end the challenge, and the password comes first again', async () => {
    const person = await t.addPerson();
    const { browser, verify } = open();
    await browser.passFirstFactor(person);
    const problems = [];
    for (let tries = 0; tries < 6; tries += 1) problems.push(await problem(verify({ kind: 'totp', code: '000000' })));
    expect(problems).toEqual([
      ...Array(5).fill({ code: 'wrong-code' }),
      { code: 'challenge-over', restart: 'sign-in' },
    ]);
  });

  it('lock the account, the right code and a backup code too', async () => {
    const person = await t.addPerson();
    for (let tries = 0; tries < 10; tries += 1) {
      const { browser, verify } = open();
      await browser.passFirstFactor(person);
      await problem(verify({ kind: 'totp', code: '000000' }));
    }
    const { browser, verify } = open();
    await browser.passFirstFactor(person);
    const locked = { code: 'too-many-attempts', blocks: 'all', retryAt: 'unknown' };
    expect(await problem(verify({ kind: 'totp', code: appCode(person) }))).toEqual(locked);
    expect(await problem(verify({ kind: 'backup-code', code: person.backupCodes[0]! }))).toEqual(locked);
  });

  it('at a code that was sent end that code, and another one works', async () => {
    const person = await t.addPerson();
    const { browser, challenge, verify } = open();
    const use = (code: string) => verify({ kind: 'delivered-code', id: 'otp', code });
    await browser.passFirstFactor(person);
    await challenge.send('otp', call);
    const problems = [];
    for (let tries = 0; tries < 6; tries += 1) problems.push(await problem(use('none')));
    expect(problems.at(-1)).toEqual({ code: 'delivered-code-expired' });
    await challenge.send('otp', call);
    expect((await use(t.sentTo(person))).by).toBe('delivered-code');
  });
});

describe('a limit on requests', () => {
  let limited: StockHarness;
  beforeAll(async () => {
    limited = await startStock({ limited: true });
  });
  afterAll(() => limited.close());

  it('is told with how long it lasts, and blocks one way only', async () => {
    const person = await limited.addPerson();
    const { browser, verify } = open(limited);
    await browser.passFirstFactor(person);
    for (let tries = 0; tries < 3; tries += 1) await problem(verify({ kind: 'totp', code: '000000' }));
    expect(await problem(verify({ kind: 'totp', code: appCode(person) }))).toEqual({
      code: 'too-many-attempts',
      blocks: ['totp'],
      retryAt: expect.any(Number) as number,
      waitFor: expect.any(Number) as number,
    });
    expect((await verify({ kind: 'backup-code', code: person.backupCodes[0]! })).by).toBe('backup-code');
  });
});

describe('a challenge', () => {
  it('answers one of two tabs and calls the other one over, whose person is not in', async () => {
    const person = await t.addPerson();
    const { browser, verify } = open();
    await browser.passFirstFactor(person);
    const other = open();
    other.browser.cookies = new Map(browser.cookies);
    const proof: Proof = { kind: 'totp', code: appCode(person) };
    const both = await Promise.all([problem(verify(proof)), problem(other.verify(proof))]);
    expect(both.filter((one) => one === 'none')).toHaveLength(1);
    expect(both.filter((one) => one !== 'none')).toEqual([{ code: 'challenge-over', restart: 'sign-in' }]);
  });

  it('is over after an answer that was lost, and the code is used up', async () => {
    const person = await t.addPerson();
    const { browser, challenge, verify } = open();
    const proof: Proof = { kind: 'backup-code', code: person.backupCodes[0]! };
    await browser.passFirstFactor(person);
    browser.loseNext('after');
    expect(await problem(verify(proof))).toEqual({ code: 'outcome-unknown' });
    expect(await challenge.settle(attempt.attempt, call)).toEqual({ state: 'over', spent: 'unknown' });
    await browser.passFirstFactor(person);
    expect(await problem(verify(proof))).toEqual({ code: 'wrong-code' });
  });

  it('is not asked of a device that is trusted', async () => {
    const person = await t.addPerson();
    const { browser, verify } = open();
    await browser.passFirstFactor(person);
    await verify({ kind: 'totp', code: appCode(person) }, { trustDevice: true });
    await browser.post('/sign-out');
    expect(await isChallenged(browser, person)).toBe(false);
  });
});

describe('a passkey', () => {
  it('wants a session that is not old, which only a sign-in gives', async () => {
    const person = await t.addPerson();
    const { browser, passkeys } = open();
    await browser.signInWholly(person);
    await t.ageSessions(person);
    expect(await problem(passkeys.prepare('passkey', call))).toEqual({
      code: 'step-up-required',
      need: { how: 'sign-in-again' },
    });
  });

  it('opens the account by itself, and no second factor is asked for', async () => {
    const person = await t.addPerson();
    const key = await person.addKey();
    const browser = t.browser();
    const { body: options } = await browser.send('GET', '/api/stock/passkey/generate-authenticate-options');
    await browser.post('/passkey/verify-authentication', { response: key.answer(options) });
    expect(await browser.whoAmI()).toBe(person.email);
  });
});
