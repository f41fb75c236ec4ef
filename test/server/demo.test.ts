import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appSecret } from '../../demo/server/secret';
import { startDemoServer } from '../../demo/server/start';
import { FORM_FAULTS } from '../../src/server/better-auth';
import { Browser, PASSWORD, startHarness, type Harness } from './support/harness';

const project = fileURLToPath(new URL('../..', import.meta.url));

let folder: string;
let pages: string;
let t: Harness;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mfa-elements-'));
  pages = join(folder, 'pages');
  await mkdir(join(pages, 'assets'), { recursive: true });
  await mkdir(join(pages, 'demo'));
  await writeFile(join(pages, 'demo/start.html'), '<title>Start</title>');
  await writeFile(join(pages, 'demo/login.html'), '<title>Login</title>');
  await writeFile(join(pages, 'demo/account.html'), '<title>Account</title>');
  await copyFile(join(project, 'demo/challenge.html'), join(pages, 'demo/challenge.html'));
  await writeFile(join(pages, 'assets/app-1234.js'), 'export {};');
  await writeFile(join(folder, 'private.html'), '<title>Private</title>');
  t = await startHarness({ pages, people: true });
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

  test.each(['/login', '/challenge', '/account', '/settings'])(
    '%s of a server that is not there says so',
    async (path) => {
      const answer = await get(`${path}?backend=kratos`);
      expect([answer.status, answer.body]).toEqual([404, 'This demo was started without kratos.']);
    },
  );

  test('tell a password manager where passkeys are added and looked after', async () => {
    const answer = await get('/.well-known/passkey-endpoints');
    const manage = `${t.server.origin}/settings`;
    expect([answer.status, answer.body]).toEqual([200, { enroll: `${manage}?view=passkey`, manage }]);
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

describe('the challenge without script', () => {
  const alertOf = (body: string) =>
    [...body.matchAll(/<p role="alert" class="fault">(.*?)<\/p>/g)].map(([, words]) => words);

  test('has a form for each kind of code, that the server takes', async () => {
    const person = await t.addPerson();
    const { body } = await get('/challenge');
    const forms = [...(body as string).matchAll(/<form[^>]*method="post"[^>]*action="([^"]+)"[\s\S]*?<\/form>/g)];
    const fields = forms.map(([form, action]) => [action, /<input[^>]*name="([^"]+)"/.exec(form)![1]]);
    const action = '/api/auth/mfa/challenge/form';
    expect(fields).toEqual([
      [action, 'totp'],
      [action, 'backup-code'],
    ]);
    const browser = await t.challenged(person);
    const answer = await browser.sendForm({ [fields[1]![1]!]: person.codes[0]! });
    expect(answer.headers.get('location')).toBe('/account');
  });

  test.each(FORM_FAULTS)('says in words what went wrong: %s', async (fault) => {
    const { body, headers } = await get(`/challenge?mfa=${fault}`);
    expect(alertOf(body)).toEqual([expect.stringMatching(/^Error: \w.{15,}/)]);
    expect([headers.get('content-type'), headers.get('cache-control')]).toEqual([
      'text/html; charset=UTF-8',
      'no-cache',
    ]);
  });

  test('leads to the sign-in where the first factor is needed again', async () => {
    expect((await get('/challenge?mfa=challenge-over')).body).toContain('<a href="/login">');
  });

  test.each(['', '?mfa=', '?mfa=nothing-known', '?mfa=constructor', '?mfa=%3Cb%3E', '?fault=server'])(
    'says nothing for %j',
    async (query) => {
      expect(alertOf((await get(`/challenge${query}`)).body)).toEqual(['']);
    },
  );
});

describe('the accounts', () => {
  test('show every way, and are told with it', () => {
    const ways = t.server.accounts.map(({ email, totpSecret, codesTo, backupCodes, note }) => [
      email.split('@')[0],
      totpSecret !== null,
      codesTo,
      backupCodes.length,
      note,
    ]);
    expect(ways).toEqual([
      ['ada', true, [], 10, null],
      ['ben', true, [], 10, null],
      ['cleo', false, [], 0, null],
      ['dora', true, ['email dora@example.com'], 10, null],
      ['emil', false, ['email emil@example.com', 'sms +4755500142'], 10, null],
      ['finn', true, [], 3, '3 backup codes left'],
      ['gro', true, [], 0, 'all backup codes used'],
      ['hugo', true, [], 0, 'no backup codes made'],
      ['ines', true, [], 0, 'help desk'],
      ['jon', true, [], 0, 'help desk'],
    ]);
  });

  test.each([
    ['finn', { state: 'on', left: 3, of: 10 }],
    ['gro', { state: 'used-up', left: 0, of: 10 }],
    ['hugo', { state: 'none', left: 0, of: 0 }],
  ])('have backup codes as they are told: %s', async (name, status) => {
    const { email, totpSecret } = t.server.accounts.find((one) => one.email.startsWith(name))!;
    await t.sql('update account set password = $1 where "userId" = (select id from "user" where email = $2)', [
      `plain ${PASSWORD}`,
      email,
    ]);
    const browser = await t.challenged({ email });
    await browser.attempt('totp', new TOTP({ secret: totpSecret! }).generate({ timestamp: t.clock.now }));
    expect((await browser.send('GET', '/api/auth/mfa/backup-codes')).body).toMatchObject(status);
  });

  test('that have no app are asked for a code that is sent', async () => {
    const { id } = (await t.sql<{ id: string }>(`select id from "user" where email = 'emil@example.com'`))[0]!;
    await t.sql('update account set password = $1 where "userId" = $2', [`plain ${PASSWORD}`, id]);
    const browser = await t.challenged({ email: 'emil@example.com' });
    const offers: { channel?: string; kind: string }[] = (await browser.load()).body.challenge.offers;
    expect(offers.map(({ channel, kind }) => channel ?? kind)).toEqual(['email', 'sms', 'backup-code']);
  });
});

test.each([
  '/',
  '/login',
  '/challenge?mfa=server',
  '/outbox',
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

test('processes that start at once on a new folder have one secret', async () => {
  const dataDir = await mkdtemp(join(folder, 'secret-'));
  const secrets = await Promise.all(Array.from({ length: 20 }, () => appSecret(dataDir)));
  expect(new Set(secrets).size).toBe(1);
  expect(secrets[0]).toHaveLength(64);
  expect(await readdir(dataDir)).toEqual(['secret']);
});

test('a port in use is told', async () => {
  await expect(startDemoServer({ port: t.server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

// Each starts the whole app, on disk, more than once.
describe('a data folder', { timeout: 120_000 }, () => {
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

  test('of before gets the accounts that are new since', async () => {
    const dataDir = join(folder, 'older');
    const first = await startDemoServer({ dataDir });
    const client = await first.database.connect();
    await client.query(`delete from "user" where email = 'gro@example.com'`);
    client.release();
    const file = join(dataDir, 'accounts.txt');
    const blocks = (await readFile(file, 'utf8')).split('\n\n');
    await writeFile(file, blocks.filter((block) => !block.startsWith('gro@')).join('\n\n'));
    await first.close();

    const second = await startDemoServer({ dataDir });
    const emails = second.accounts.map(({ email }) => email);
    expect(emails).toEqual([
      ...first.accounts.map(({ email }) => email).filter((one) => !one.startsWith('gro')),
      'gro@example.com',
    ]);
    expect(second.accounts[0]).toEqual(first.accounts[0]);
    await second.close();
    expect((await readFile(file, 'utf8')).match(/^gro@/gm)).toHaveLength(1);
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
