import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { twoFactor } from 'better-auth/plugins';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROUTES } from '../../src/server/better-auth';
import { startHarness, type Browser, type Harness } from './support/harness';
import { otherApp } from './support/other-app';

const PASSKEY_ROUTES = [
  ['GET', '/passkey/generate-register-options'],
  ['POST', '/passkey/verify-registration'],
  ['GET', '/passkey/generate-authenticate-options'],
  ['POST', '/passkey/verify-authentication'],
  ['GET', '/passkey/list-user-passkeys'],
  ['POST', '/passkey/update-passkey'],
  ['POST', '/passkey/delete-passkey'],
] as const;

const pluginOf = (id: string, routes: readonly (readonly ['GET' | 'POST', string])[]): BetterAuthPlugin => ({
  id,
  endpoints: Object.fromEntries(
    routes.map(([method, path]) => [
      `${id} ${path}`,
      createAuthEndpoint(path, { method }, async () => ({ reached: path })),
    ]),
  ),
});

const passkey = pluginOf('passkey', PASSKEY_ROUTES);
const unknown = pluginOf('unknown', [
  ['GET', '/unknown/read'],
  ['POST', '/unknown/write'],
  ['GET', '/unknown/:id/read'],
]);

interface Route {
  path: string;
  methods: string[];
}

let t: Harness;
let app: Awaited<ReturnType<typeof otherApp>>;
let browser: Browser;
let routes: Route[];

beforeAll(async () => {
  t = await startHarness();
  app = await otherApp(t, { plugins: [twoFactor(), passkey, unknown] });
  routes = Object.values(app.auth.api as unknown as Record<string, { path?: string; options: { method: unknown } }>)
    .filter((endpoint) => endpoint.path !== undefined)
    .map(({ path, options }) => ({ path: path!, methods: [options.method].flat() as string[] }));
  browser = app.browser();
  await browser.signIn(await t.addPerson({ factor: false }));
});
afterAll(() => t.close());

const ask = (path: string, method: string, to = browser) =>
  to.copy().send(method, `/api/auth${path.replace(/:\w+/g, 'x'.repeat(16))}`, method === 'GET' ? undefined : {});

const refused = { status: 403, code: 'not-allowed', reason: 'not-offered' };

describe('the route table', () => {
  test('knows every route of Better Auth, of its two-factor plugin and of this one', () => {
    const missing = routes.map(({ path }) => path).filter((path) => !(path in ROUTES) && !path.startsWith('/unknown/'));
    expect(missing).toEqual([]);
    expect(routes.length).toBeGreaterThan(40);
  });

  test('gives a reason for each verdict', () => {
    expect(Object.values(ROUTES).every(({ why }) => why.length > 4)).toBe(true);
  });

  test.each(Object.keys(ROUTES).filter((path) => path.startsWith('/two-factor/') || path.startsWith('/passkey/')))(
    'refuses %s',
    (path) => {
      expect(ROUTES[path]!.verdict).toBe('refused');
    },
  );
});

describe('over HTTP, signed in', () => {
  test('every refused route is refused by every method it has', async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const { path, methods } of routes) {
      if (ROUTES[path]?.verdict === 'open') continue;
      for (const method of methods) {
        const { body } = await ask(path, method);
        asked += 1;
        if (body?.reason !== 'not-offered' || body?.status !== 403) wrong.push(`${method} ${path}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(25);
  });

  test('no open route is refused', async () => {
    const wrong: string[] = [];
    for (const { path, methods } of routes) {
      if (ROUTES[path]?.verdict !== 'open') continue;
      for (const method of methods) {
        const { status, body } = await ask(path, method);
        if (status === 403 && body?.code === 'not-allowed') wrong.push(`${method} ${path}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  test.each(PASSKEY_ROUTES)('%s %s does not reach the passkey plugin', async (method, path) => {
    expect((await ask(path, method)).body).toMatchObject(refused);
  });

  test.each([
    ['GET', '/unknown/read'],
    ['POST', '/unknown/write'],
    ['GET', '/unknown/42/read'],
  ])('%s %s of a plugin that nobody listed is refused', async (method, path) => {
    expect((await ask(path, method)).body).toMatchObject(refused);
  });

  test('a refusal is a problem detail', async () => {
    const answer = await ask('/change-password', 'POST');
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.body).toEqual({
      type: 'urn:mfa-elements:problem:not-allowed',
      title: expect.any(String),
      ...refused,
    });
  });

  test.each([
    '/unknown/write/',
    '//unknown/write',
    '/unknown//write',
    '/UNKNOWN/write',
    '/%75nknown/write',
    '/unknown%2Fwrite',
    '/ok/../unknown/write',
    '/unknown/./write',
    '/unknown/write?x=/ok',
    '/unknown/write#/ok',
    '/unknown/write;/ok',
    '/unknown\\write',
  ])('the spelling %s gets nobody in', async (path) => {
    const answer = await browser.copy().send('POST', `/api/auth${path}`, {});
    expect([403, 404]).toContain(answer.status);
    expect(JSON.stringify(answer.body)).not.toContain('reached');
  });

  test.each(['x-http-method-override', 'x-method-override'])('the header %s gets nobody in', async (header) => {
    const answer = await browser.copy().send('GET', '/api/auth/unknown/read', undefined, { [header]: 'HEAD' });
    expect(answer.body).toMatchObject(refused);
  });
});

describe('the option `allow`', () => {
  test('opens the route that it names and no other', async () => {
    const opened = await otherApp(t, { plugins: [unknown] }, { allow: ['/unknown/:id/read'] });
    expect((await ask('/unknown/42/read', 'GET', opened.browser())).body).toEqual({ reached: '/unknown/:id/read' });
    expect((await ask('/unknown/read', 'GET', opened.browser())).body).toMatchObject(refused);
  });

  test('opens a route of the table', async () => {
    const opened = await otherApp(t, {}, { allow: ['/change-password'] });
    expect((await ask('/change-password', 'POST', opened.browser())).body).not.toMatchObject(refused);
  });
});

test('the host itself may call what is refused over HTTP', async () => {
  const api = app.auth.api as unknown as Record<string, () => Promise<unknown>>;
  expect(await api['unknown /unknown/read']!()).toEqual({ reached: '/unknown/read' });
});
