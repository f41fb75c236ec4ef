import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../demo/server/start';
import { StockBrowser } from './support/stock';

/** The demo with its second app, an unmodified Better Auth. */
let folder: string;
let server: DemoServer;

const start = () => startDemoServer({ dataDir: join(folder, 'data'), pages: folder, stock: {} });
const accountPage = '/account?backend=better-auth';
const newcomer = () => server.accounts.find(({ email }) => email === 'tor@example.com')!;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mfa-elements-'));
  await mkdir(join(folder, 'demo'));
  await writeFile(join(folder, 'demo/account.html'), '<title>Account</title>');
  server = await start();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test('has people of its own, noted beside the others', async () => {
  const theirs = server.accounts.filter(({ note }) => note?.includes('better-auth'));
  expect(theirs.map(({ email, backupCodes }) => [email, backupCodes.length])).toEqual([
    ['siri@example.com', 10],
    ['tor@example.com', 0],
  ]);
  expect(await readFile(join(folder, 'data/accounts.txt'), 'utf8')).toMatch(/^siri@example\.com$/m);
});

test('shows the account page to who is signed in there, and to nobody who is not', async () => {
  const browser = new StockBrowser(server);
  const before = await browser.send('GET', accountPage);
  expect([before.status, before.headers.get('location')]).toEqual([302, '/login?backend=better-auth']);
  await browser.passFirstFactor(newcomer());
  expect((await browser.send('GET', accountPage)).body).toBe('<title>Account</title>');
});

test('lets nobody into the other app by a session of this one', async () => {
  const browser = new StockBrowser(server);
  await browser.passFirstFactor(newcomer());
  expect([(await browser.send('GET', '/account')).status, (await browser.send('GET', '/api/me')).status]).toEqual([
    302, 401,
  ]);
});

test('limits requests, as Better Auth does in production', async () => {
  const browser = new StockBrowser(server);
  const statuses = [];
  for (let tries = 0; tries < 4; tries += 1) {
    statuses.push((await browser.post('/two-factor/verify-totp', { code: '000000' })).status);
  }
  expect(statuses).toEqual([401, 401, 401, 429]);
});

test('keeps its people from one start to the next', async () => {
  const { accounts } = server;
  await server.close();
  server = await start();
  expect(server.accounts).toEqual(accounts);
});
