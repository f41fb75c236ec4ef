import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDemoServer } from '../../demo/server/start';
import { Browser, startHarness, type Harness } from './support/harness';

const project = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
let pages: string;
let t: Harness;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mfa-elements-'));
  pages = join(folder, 'pages');
  await mkdir(join(pages, 'assets'), { recursive: true });
  await writeFile(join(pages, 'index.html'), '<title>Start</title>');
  await mkdir(join(pages, 'demo'));
  await writeFile(join(pages, 'demo/login.html'), '<title>Login</title>');
  await writeFile(join(pages, 'demo/account.html'), '<title>Account</title>');
  await writeFile(join(pages, 'assets/app-1234.js'), 'export {};');
  await writeFile(join(folder, 'private.html'), '<title>Private</title>');
  t = await startHarness({ pages });
});
afterAll(async () => {
  await t.close();
  await rm(folder, { recursive: true });
});

const get = (path: string) => t.browser().send('GET', path);

describe('the pages', () => {
  test.each([
    ['/', 'Start'],
    ['/login', 'Login'],
    ['/login?next=/account', 'Login'],
  ])('%s shows %s and is asked for anew each time', async (path, title) => {
    const answer = await get(path);
    expect([answer.status, answer.body]).toEqual([200, `<title>${title}</title>`]);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
  });

  test('have scripts that are kept for good', async () => {
    const answer = await get('/assets/app-1234.js');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test.each([
    '/nowhere',
    '/assets/nothing.js',
    '/..%2fprivate.html',
    '/%2e%2e/private.html',
    '/assets/..%2f..%2fprivate',
    '/%ff',
    '/a%00',
    '/demo/account.html',
    '/login.html',
  ])('%s is not found', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test('/account leads to the login without a session', async () => {
    const answer = await get('/account');
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/login']);
    expect(answer.body).not.toContain('Account');
  });

  test.each(['/%61ccount', '/account%2ehtml', '/./account', '//account', '/ACCOUNT', '/assets/../account'])(
    '%s shows nothing either',
    async (path) => {
      expect((await get(path)).body).not.toContain('Account');
    },
  );

  test('/account leads to the login while the second factor is missing', async () => {
    const browser = await t.challenged(await t.addPerson());
    expect((await browser.send('GET', '/account')).status).toBe(302);
  });

  test('/account shows itself to who is signed in', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    await browser.attempt('totp', person.appCode());
    expect((await browser.send('GET', '/account')).body).toBe('<title>Account</title>');
  });
});

test.each([
  '/',
  '/login',
  '/nowhere',
  '/account',
  '/assets/app-1234.js',
  '/api/me',
  '/api/nowhere',
  '/api/auth/ok',
  '/api/auth/mfa/policy',
])('%s is answered under the strict policy', async (path) => {
  const { headers } = await get(path);
  expect(headers.get('content-security-policy')).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; " +
      "frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html",
  );
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
});

describe('GET /api/me', () => {
  test('is refused without a session', async () => {
    const answer = await get('/api/me');
    expect([answer.status, answer.body]).toEqual([401, { email: null }]);
  });

  test('tells who is signed in', async () => {
    const person = await t.addPerson({ factor: false });
    const browser = t.browser();
    await browser.signIn(person);
    expect((await browser.send('GET', '/api/me')).body).toEqual({ email: person.email });
  });
});

test('a body beyond 64 KiB is refused', async () => {
  const answer = await t
    .browser()
    .send('POST', '/api/auth/sign-in/email', { email: 'a'.repeat(70_000), password: 'a' });
  expect(answer.status).toBe(413);
});

test('a port in use is told', async () => {
  await expect(startDemoServer({ port: t.server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

describe('a data folder', () => {
  const signIn = async (server: Awaited<ReturnType<typeof startDemoServer>>, who: number) => {
    const { email, password } = server.accounts[who]!;
    const browser = new Browser(server);
    const answer = await browser.send('POST', '/api/auth/sign-in/email', { email, password });
    return { browser, answer };
  };

  test('keeps the accounts, the secret and what was spent from one start to the next', async () => {
    const dataDir = join(folder, 'data');
    const first = await startDemoServer({ dataDir });
    const { browser } = await signIn(first, 0);
    const [code] = first.accounts[0]!.backupCodes;
    await browser.attempt('backup-code', code!);
    const session = new Map(browser.cookies);
    await first.close();

    const second = await startDemoServer({ dataDir });
    expect(second.accounts).toEqual(first.accounts);
    const back = new Browser(second);
    back.cookies = session;
    expect(await back.whoAmI()).toBe('ada@example.com');
    const again = (await signIn(second, 0)).browser;
    expect((await again.attempt('backup-code', code!)).body).toMatchObject({ code: 'used-code' });
    const appCode = new TOTP({ secret: second.accounts[0]!.totpSecret! }).generate();
    expect((await again.attempt('totp', appCode)).status).toBe(200);
    expect((await signIn(second, 2)).answer.body).toMatchObject({ user: { email: 'cleo@example.com' } });
    await second.close();
  });

  test.each(['accounts.txt', 'secret'])("'s %s is for its owner alone", async (file) => {
    const { mode } = await stat(join(folder, 'data', file));
    expect(mode & 0o777).toBe(0o600);
  });

  test('tells the codes to a person who reads it', async () => {
    const text = await readFile(join(folder, 'data', 'accounts.txt'), 'utf8');
    expect(text).toMatch(/^ada@example\.com\n {2}password: .+\n {2}app key: [A-Z2-7]{32}\n {2}app address: otpauth:/);
  });
});

test('`npm start` says where it runs and ends when it is told to', async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'demo/server/main.ts'], {
    cwd: project,
    env: { ...process.env, PORT: '0', DATA_DIR: join(folder, 'data'), DATABASE_URL: '' },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  while (!output.includes('Backup codes')) await once(child.stdout, 'data');
  const url = /http:\/\/localhost:\d+/.exec(output)![0];
  // A connection that is kept alive must not keep the process.
  await fetch(url);
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number | null];
  expect(code).toBe(0);
  expect(output).toContain('ada-lost-her-phone');
  await expect(fetch(url)).rejects.toThrow();
});
