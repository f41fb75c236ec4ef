import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TOTP } from 'otpauth';
import { createBetterAuthBackend } from '../../src/backends/better-auth';
import { createRestBackend } from '../../src/backends/rest';
import { ROUTES } from '../../src/server/better-auth';
import { resolveSettings } from '../../src/server/better-auth/options';
import type { Call, MfaBackend } from '../../src/ports/backend';
import { GUIDE, guideApp, openPlace, part } from './support/guide';
import { sent } from './support/guide-mailer';
import { Browser, PASSWORD, siteOf } from './support/harness';
import { findPostgres } from './support/postgres';

const ORIGIN = 'https://bank.example';
const call: Call = { signal: new AbortController().signal };
const withPassword: Call = { ...call, stepUp: { password: PASSWORD } };
const codeOf = (secret: string) => new TOTP({ secret }).generate();
const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

type App = Awaited<ReturnType<typeof guideApp>>;

/** A browser with an address of its own, as the app's proxy names it. */
function browserAt({ auth }: App): Browser {
  const address = `2001:db8:${randomBytes(2).toString('hex')}::1`;
  const site = siteOf(ORIGIN, auth);
  const fetch: typeof site.fetch = (url, init) => {
    const headers = new Headers(init.headers);
    headers.set('x-real-ip', address);
    return site.fetch!(url, { ...init, headers });
  };
  return new Browser({ ...site, fetch });
}

async function signUp(app: App, name: string) {
  const browser = browserAt(app);
  const email = `${name}-${randomBytes(4).toString('hex')}@example.com`;
  const { status } = await browser.send('POST', '/api/auth/sign-up/email', { name, email, password: PASSWORD });
  expect(status).toBe(200);
  return { browser, email };
}

const signIn = (browser: Browser, email: string) =>
  browser.send('POST', '/api/auth/sign-in/email', { email, password: PASSWORD });

const isIn = async (browser: Browser) => (await browser.send('GET', '/api/auth/get-session')).body !== null;

/** A first app, connected by the port. Gives its key. */
async function connect({ id: server, stepUp, totp }: MfaBackend): Promise<string> {
  if (server === 'rest') await stepUp!.prove({ kind: 'password', password: PASSWORD }, call);
  const { id, key } = await totp!.start({ replace: false, lost: false }, withPassword);
  await totp!.verify(id, codeOf(key), call);
  return key;
}

describe.each(['PGlite', 'PostgreSQL'])('the code of the guide, on %s', (engine) => {
  let server: Awaited<ReturnType<typeof findPostgres>> | undefined;
  let place: Awaited<ReturnType<typeof openPlace>>;
  let plain: App;
  let ours: App;
  let before: { email: string; key: string };

  const rest = ({ fetch }: Browser) => createRestBackend({ baseUrl: `${ORIGIN}/api/auth/mfa`, fetch });
  const stock = ({ fetch }: Browser) =>
    createBetterAuthBackend({ baseUrl: `${ORIGIN}/api/auth`, plugins: ['two-factor', 'passkey'], otp: 'email', fetch });

  beforeAll(async () => {
    server = engine === 'PostgreSQL' ? await findPostgres() : undefined;
    place = await openPlace(server?.url);
    plain = await guideApp('As it comes', place.pool);
    const { browser, email } = await signUp(plain, 'before');
    before = { email, key: await connect(stock(browser)) };
    ours = await guideApp('With our plugin', place.pool);
  });
  afterAll(async () => {
    await place.close();
    server?.stop();
  });

  test('as it comes lets a person connect an app, and asks for it then', async () => {
    const { browser, email } = await signUp(plain, 'plain');
    const key = await connect(stock(browser));
    const other = browserAt(plain);
    expect((await signIn(other, email)).body).toMatchObject({ twoFactorRedirect: true });
    await stock(other).challenge!.verify({ kind: 'totp', code: codeOf(key) }, { attempt: 'a'.repeat(16) }, call);
    expect(await isIn(other)).toBe(true);
  });

  test('as it comes sends a code by the app’s own mailer', async () => {
    const { browser, email } = await signUp(plain, 'mailed');
    await connect(stock(browser));
    const other = browserAt(plain);
    await signIn(other, email);
    await stock(other).challenge!.send('otp', call);
    expect(sent.filter(({ to }) => to === email).map(({ text }) => text)).toEqual([expect.stringMatching(/^\d{6} is/)]);
  });

  test('with the plugin makes its tables beside those of an app that has people, and makes nothing twice', async () => {
    await ours.migrate();
    expect((await signIn(browserAt(ours), before.email)).body).toMatchObject({ user: { email: before.email } });
  });

  test('with the plugin takes over the apps of the plugin before it', async () => {
    await ours.move();
    const browser = browserAt(ours);
    expect((await signIn(browser, before.email)).body).toEqual({ secondFactor: true });
    const proof = { kind: 'totp', code: codeOf(before.key) } as const;
    await rest(browser).challenge!.verify(proof, { attempt: 'c'.repeat(16) }, call);
    expect(await isIn(browser)).toBe(true);
  });

  test('with the plugin asks for a factor once there is one, by the contract', async () => {
    const { browser, email } = await signUp(ours, 'person');
    const backend = rest(browser);
    const key = await connect(backend);
    const { id, codes } = await backend.backupCodes!.issue(call);
    await backend.backupCodes!.confirm!(id, call);
    const other = browserAt(ours);
    expect((await signIn(other, email)).body).toEqual({ secondFactor: true });
    expect(await isIn(other)).toBe(false);
    const proof = { kind: 'backup-code', code: codes[0]! } as const;
    await rest(other).challenge!.verify(proof, { attempt: 'b'.repeat(16) }, call);
    expect([await isIn(other), key.length > 0]).toEqual([true, true]);
  });

  test('with the plugin tells of it by the app’s own mailer, and shows no secret', async () => {
    const { browser, email } = await signUp(ours, 'told');
    const key = await connect(rest(browser));
    const messages = sent.filter(({ to }) => to === email);
    expect(messages).toHaveLength(1);
    expect(messages[0]!.text).toContain(`${ORIGIN}/help`);
    expect(messages[0]!.text).not.toContain(key);
  });

  test('with the plugin refuses the routes that would get around it', async () => {
    const { browser } = await signUp(ours, 'around');
    const body = { currentPassword: PASSWORD, newPassword: 'another password of the tests' };
    expect((await browser.send('POST', '/api/auth/change-password', body)).status).toBe(403);
  });

  test('with the plugin limits the proofs of a client', async () => {
    const { browser, email } = await signUp(ours, 'limited');
    await connect(rest(browser));
    const other = browserAt(ours);
    await signIn(other, email);
    const statuses = new Set<number>();
    for (let tries = 0; tries < 21; tries += 1) statuses.add((await other.attempt('backup-code', 'none')).status);
    expect(statuses).toContain(429);
  });
});

describe('the guide', () => {
  const refused = Object.entries(ROUTES).filter(([, { verdict }]) => verdict === 'refused');

  test('names every route that is refused', () => {
    const named = (path: string) => [path, path.replace(/^(\/(?:two-factor|passkey)\/).*/, '$1*')];
    expect(refused.filter(([path]) => !named(path).some((one) => GUIDE.includes(`\`${one}\``)))).toEqual([]);
    expect(GUIDE).not.toContain('`/sign-out`');
  });

  test('installs the versions that the tests run on', () => {
    const { devDependencies, overrides } = JSON.parse(read('package.json')) as {
      devDependencies: Record<string, string>;
      overrides: Record<string, Record<string, string>>;
    };
    const install = part('As it comes');
    for (const name of ['better-auth', '@better-auth/passkey'])
      expect(install).toContain(`${name}@${devDependencies[name]}`);
    for (const [name, version] of Object.entries(overrides['@better-auth/passkey']!))
      expect(install).toContain(`overrides[@better-auth/passkey][${name}]=${version}`);
  });

  test('has a table of all options of the plugin', () => {
    const options = Object.keys(resolveSettings({})).filter((name) => name !== 'now');
    expect(options.filter((name) => !part('With our plugin').includes(`\n| \`${name}\``))).toEqual([]);
  });
});
