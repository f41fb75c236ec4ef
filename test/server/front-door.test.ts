import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { attemptId, MINUTE, startHarness, type Browser, type Harness } from './support/harness';
import { otherApp } from './support/other-app';

const ATTEMPTS = '/api/auth/mfa/challenge/attempts';

let t: Harness;
beforeAll(async () => {
  t = await startHarness({ limits: { load: 10, attempt: 5, other: 5 }, signInsPerMinute: 20 });
});
afterAll(() => t.close());

// Every test finds fresh rate limits.
beforeEach(() => {
  t.clock.now += MINUTE;
});

describe('a request that a foreign page could make', () => {
  const bad = { code: 'bad-request' };

  async function send(headers: Record<string, string | null>) {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    const body = { attempt: attemptId(), proof: { kind: 'backup-code', code: person.codes[0] } };
    const answer = await browser.send('POST', ATTEMPTS, body, headers);
    return { ...answer, spent: await t.usedCodesOf(person) };
  }

  test.each<[string, number, Record<string, string | null>]>([
    ['without X-MFA', 400, { 'x-mfa': null }],
    ['with another X-MFA', 400, { 'x-mfa': 'true' }],
    ['of a foreign origin', 403, { origin: 'https://evil.example' }],
    ['of an origin that begins like ours', 403, { origin: 'http://localhost.evil.example' }],
    ['of a hidden origin', 403, { origin: 'null' }],
    ['without an origin', 403, { origin: null }],
    ['without an origin from another site', 403, { origin: null, 'sec-fetch-site': 'cross-site' }],
    ['without an origin from a sibling domain', 403, { origin: null, 'sec-fetch-site': 'same-site' }],
    ['as a form', 415, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['as text', 415, { 'content-type': 'text/plain' }],
    ['as text that names JSON', 415, { 'content-type': 'text/plain; application/json' }],
  ])('%s is refused and spends nothing', async (_, status, headers) => {
    expect(await send(headers)).toMatchObject({ status, body: { ...bad, status }, spent: 0 });
  });

  test.each<[string, Record<string, string | null>]>([
    ['of a foreign origin', { origin: 'https://evil.example' }],
    ['of a hidden origin', { origin: 'null' }],
    ['without an origin', { origin: null }],
    ['without an origin from a sibling domain', { origin: null, 'sec-fetch-site': 'same-site' }],
  ])("%s is refused where Better Auth's own check is off, too", async (_, headers) => {
    const app = await otherApp(t, { advanced: { disableCSRFCheck: true, disableOriginCheck: true } });
    const answer = await app.browser().send('POST', '/api/auth/mfa/challenge/cancel', {}, headers);
    expect(answer.body).toMatchObject({ ...bad, status: 403 });
    expect((await app.browser().cancel()).status).toBe(204);
  });

  test('differs from a good one in that alone', async () => {
    expect(await send({ 'sec-fetch-site': 'same-origin' })).toMatchObject({ status: 200, spent: 1 });
  });

  test('is refused for reading too, without X-MFA', async () => {
    const answer = await t.browser().send('GET', '/api/auth/mfa/challenge', undefined, { 'x-mfa': null });
    expect(answer.body).toMatchObject({ ...bad, status: 400 });
  });

  test('is fine without an origin where the browser says that it is the same', async () => {
    const app = await otherApp(t);
    const headers = { origin: null, 'sec-fetch-site': 'same-origin' };
    const answer = await app.browser().send('POST', '/api/auth/mfa/challenge/cancel', {}, headers);
    expect(answer.status).toBe(204);
  });
});

describe('what is not in the contract', () => {
  test.each([
    ['GET', '/nowhere'],
    ['GET', '/challenge/'],
    ['GET', '/challenge/attempts'],
    ['GET', '/challenge/cancel'],
    ['POST', '/challenge'],
    ['POST', '/policy'],
    ['PUT', '/policy'],
    ['DELETE', '/challenge'],
  ])('is answered with a problem detail: %s %s', async (method, path) => {
    const answer = await t.browser().send(method, `/api/auth/mfa${path}`, method === 'GET' ? undefined : {});
    expect(answer.body).toMatchObject({ status: 404, code: 'bad-request' });
  });

  test("is answered so when Better Auth's own check refuses it", async () => {
    const answer = await t
      .browser()
      .send('POST', '/api/auth/mfa/challenge/cancel', { callbackURL: 'https://evil.example' });
    expect(answer.body).toMatchObject({ status: 403, code: 'bad-request' });
  });
});

describe('the rate limit', () => {
  async function statuses(count: number, send: (index: number) => Promise<{ status: number }>): Promise<number[]> {
    const found = [];
    for (let i = 0; i < count; i += 1) found.push((await send(i)).status);
    return found;
  }

  test('refuses further attempts with a problem detail that says when to come back', async () => {
    const browser = await t.challenged(await t.addPerson());
    const found = await statuses(5, () => browser.attempt('totp', '000000'));
    const answer = await browser.attempt('totp', '000000');
    expect(found).not.toContain(429);
    expect(answer.body).toMatchObject({
      status: 429,
      code: 'too-many-attempts',
      blocks: 'all',
      retryAt: t.clock.now + MINUTE,
    });
    expect(answer.headers.get('retry-after')).toBe('60');
  });

  test('ends with the minute', async () => {
    const browser = t.browser();
    await statuses(11, () => browser.load());
    expect((await browser.load()).status).toBe(429);
    t.clock.now += MINUTE;
    expect((await browser.load()).status).toBe(200);
  });

  test('of attempts leaves the challenge to be loaded', async () => {
    const browser = await t.challenged(await t.addPerson());
    await statuses(6, () => browser.attempt('totp', '000000'));
    expect((await browser.load()).status).toBe(200);
  });

  test('counts attempts to be settled under whatever id', async () => {
    const browser = t.browser();
    expect(await statuses(6, () => browser.settle(attemptId()))).toEqual([200, 200, 200, 200, 200, 429]);
  });

  test.each([
    ['X-Forwarded-For', (i: number) => ({ 'x-forwarded-for': `203.0.113.${i}` })],
    ["the app's own header", (i: number) => ({ 'x-mfa-client-address': `203.0.113.${i}` })],
    ['Forwarded and X-Real-IP', (i: number) => ({ forwarded: `for=203.0.113.${i}`, 'x-real-ip': `203.0.113.${i}` })],
  ])('of sign-ins is not escaped by %s', async (_, headers) => {
    const { email } = await t.addPerson();
    const wrong = { email, password: 'a wrong password' };
    const found = await statuses(40, (i) => t.browser().send('POST', '/api/auth/sign-in/email', wrong, headers(i)));
    expect(found).toEqual([...Array(20).fill(401), ...Array(20).fill(429)]);
  });

  test('of attempts is not escaped by a forged address either', async () => {
    const browser = await t.challenged(await t.addPerson());
    const body = { attempt: attemptId(), proof: { kind: 'totp', code: '000000' } };
    const found = await statuses(8, (i) =>
      browser.send('POST', ATTEMPTS, body, {
        'x-forwarded-for': `203.0.113.${i}`,
        'x-mfa-client-address': `203.0.113.${i}`,
      }),
    );
    expect(found.slice(5)).toEqual([429, 429, 429]);
  });

  test('of attempts counts the path with a slash at its end, where Better Auth takes that for the same', async () => {
    const app = await otherApp(t, { advanced: { skipTrailingSlashes: true } }, { limits: { attempt: 2 } });
    const browser = app.browser();
    const body = { attempt: attemptId(), proof: { kind: 'totp', code: '000000' } };
    const found = await statuses(4, (i) => browser.send('POST', `${ATTEMPTS}${'/'.repeat(i)}`, body));
    expect(found).toEqual([410, 410, 429, 429]);
  });

  test('is by client address', async () => {
    const ask = (localAddress: string) =>
      new Promise<{ status: number }>((resolve, reject) => {
        const options = { localAddress, headers: { 'x-mfa': '1', connection: 'close' } };
        httpRequest(`http://127.0.0.1:${t.server.port}/api/auth/mfa/policy`, options, (response) => {
          response.resume().on('end', () => resolve({ status: response.statusCode! }));
        })
          .on('error', reject)
          .end();
      });
    expect(await statuses(6, () => ask('127.0.0.1'))).toEqual([200, 200, 200, 200, 200, 429]);
    expect((await ask('127.0.0.2')).status).toBe(200);
  });

  test("is the contract's own: Better Auth's is for its other routes", async () => {
    const app = await otherApp(t, { rateLimit: { window: 60, max: 3 } });
    const browser = app.browser();
    const load = await statuses(5, () => browser.send('GET', '/api/auth/mfa/policy'));
    const control = await statuses(5, () => browser.send('GET', '/api/auth/ok'));
    expect([load, control]).toEqual([Array(5).fill(200), [200, 200, 200, 429, 429]]);
  });

  test("counts in the host's own shared storage where it has one", async () => {
    const counts = new Map<string, number>();
    const increment = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1).get(key)!;
    const secondaryStorage = { get: () => null, getAndDelete: () => null, set: () => {}, delete: () => {}, increment };
    const session = { storeSessionInDatabase: true };
    const app = await otherApp(t, { secondaryStorage, session }, { limits: { other: 2 } });
    const browser: Browser = app.browser();
    const found = await statuses(3, () => browser.send('GET', '/api/auth/mfa/policy'));
    expect(found).toEqual([200, 200, 429]);
    expect([...counts.values()]).toEqual([3]);
  });
});
