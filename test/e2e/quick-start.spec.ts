import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test as base, type Page } from '@playwright/test';
import { build } from 'vite';
import { installPacked, type Packed } from '../support/packed';
import { serveStatic } from '../support/static-server';
import { alert } from './said';

/** The ways of the quick start, walked by somebody who has the packed package and that page, and nothing else. */

const GUIDE = 'docs/quick-start.md';

interface Block {
  readonly file: string | undefined;
  readonly language: string;
  readonly code: string;
}

/** The code blocks of a section, in order, with the file that the line before names. */
async function blocksOf(section: string): Promise<readonly Block[]> {
  const text = (await readFile(GUIDE, 'utf8')).split(/^## /m).find((part) => part.startsWith(section)) ?? '';
  const blocks = text.matchAll(/(?:`([\w./-]+)`:\n\n)?```(\w+)\n(.*?)```/gs);
  return [...blocks].map(([, file, language = '', code = '']) => ({ file, language, code }));
}

/** The commands of a section. */
const commandsOf = async (section: string): Promise<readonly string[]> =>
  (await blocksOf(section)).flatMap(({ language, code }) => (language === 'sh' ? code.trim().split('\n') : []));

/** Runs one as it stands there, and gives what it prints. */
async function inFolder({ folder }: Packed, command = 'false'): Promise<string> {
  return (await promisify(execFile)('bash', ['-c', command], { cwd: folder })).stdout.trim();
}

const test = base.extend<object, { packed: Packed; ownServer: { origin: string; codes: string[] } }>({
  packed: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from here.
    async ({}, use) => {
      const packed = await installPacked();
      await use(packed);
      await packed.remove();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  /** The server that comes with the package, copied and started as the guide says. */
  ownServer: [
    async ({ packed }, use) => {
      const commands = await commandsOf('On a server of your own');
      await inFolder(
        packed,
        commands.find((command) => command.startsWith('cp ')),
      );
      const start = commands.find((command) => command.startsWith('node ')) ?? '';
      const child = spawn('bash', ['-c', `exec ${start}`], { cwd: packed.folder, env: { ...process.env, PORT: '0' } });
      await use(await told(child));
      child.kill();
      await once(child, 'exit');
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

/** What the server prints when it is ready. */
async function told({ stdout }: ChildProcess): Promise<{ origin: string; codes: string[] }> {
  let text = '';
  for await (const chunk of stdout!) {
    text += String(chunk);
    const [origin, codes] = [/http:\S+/.exec(text)?.[0], /Backup codes: (.+)\n/.exec(text)?.[1]];
    if (origin && codes) return { origin, codes: codes.split(' ') };
  }
  throw new Error(`The server ended: ${text}`);
}

async function useBackupCode(page: Page, code: string): Promise<void> {
  await page.getByRole('link', { name: 'I lost my second factor' }).click();
  await page.getByLabel('Backup code').fill(code);
  await page.keyboard.press('Enter');
}

test(
  'a Vite app has a login page that lets a person in who lost their phone',
  { tag: '@long' },
  async ({ page, packed }) => {
    const app = join(packed.folder, 'app');
    for (const { file, code } of await blocksOf('In your Vite app')) {
      if (!file) continue;
      await mkdir(dirname(join(app, file)), { recursive: true });
      await writeFile(join(app, file), code);
    }
    await build({ root: app, configFile: false, logLevel: 'error' });
    const site = await serveStatic(join(app, 'dist'), '/');
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    await page.goto(site.url);
    await page.getByLabel('Email').fill('ann@example.com');
    await page.getByLabel('Password').fill('whatever she likes');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByLabel('App code')).toBeVisible();
    await useBackupCode(page, /Backup code: (\S+)/.exec(lines.join('\n'))?.[1] ?? '');
    await expect(page.getByRole('heading', { name: "You're in" })).toBeVisible();
    await site.close();
  },
);

async function passFirstFactor(page: Page, origin: string): Promise<void> {
  await page.goto(origin);
  await page.getByLabel('Email').fill('ann@example.com');
  await page.getByLabel('Password').fill('ann-lost-her-phone');
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('a server of one’s own lets a person in by a backup code, once', async ({ page, ownServer }) => {
  const code = ownServer.codes.pop()!;
  await passFirstFactor(page, ownServer.origin);
  await useBackupCode(page, code);
  await expect(page.getByText('That backup code is now used up. You have 9 left.')).toBeVisible();
  await page.goto(`${ownServer.origin}/account`);
  await expect(page.getByText('You are signed in as ann@example.com.')).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await passFirstFactor(page, ownServer.origin);
  await useBackupCode(page, code);
  await expect(alert(page)).toContainText('You have used that code before.');
});

test('a server of one’s own lets a person in without script', { tag: '@long' }, async ({ browser, ownServer }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await passFirstFactor(page, ownServer.origin);
  await page.getByText('I lost my second factor').click();
  await page.getByLabel('Backup code').fill(ownServer.codes.pop()!);
  await page.getByRole('button', { name: 'Use this code' }).click();
  await expect(page.getByText('You are signed in as ann@example.com.')).toBeVisible();
  await context.close();
});

/** The guide's plain page, with the hash that its command prints. */
async function plainPage(packed: Packed, spoil = (hash: string) => hash): Promise<string> {
  const page = (await blocksOf('In a plain HTML page')).find(({ language }) => language === 'html')?.code ?? '';
  const commands = await commandsOf('In a plain HTML page');
  const hash = await inFolder(
    packed,
    commands.find((command) => command.startsWith('node ')),
  );
  expect(page).toContain('integrity="sha384-…"');
  return page.replace('sha384-…', spoil(hash));
}

/** Opens it beside the server's own pages. */
async function openPlain(page: Page, origin: string, body: string): Promise<void> {
  await page.route('**/plain.html', (route) => route.fulfill({ body, contentType: 'text/html' }));
  await page.goto(`${origin}/plain.html`);
}

test('a plain page with the one-file build lets a person in', { tag: '@long' }, async ({ page, packed, ownServer }) => {
  const body = await plainPage(packed);
  await passFirstFactor(page, ownServer.origin);
  await openPlain(page, ownServer.origin, body);
  await useBackupCode(page, ownServer.codes.pop()!);
  await expect(page.getByText('That backup code is now used up.')).toBeVisible();
});

test(
  'a plain page takes no other file than the one of the hash',
  { tag: '@long' },
  async ({ page, packed, ownServer }) => {
    const body = await plainPage(packed, (hash) => hash.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')));
    const refused = page.waitForEvent('console', (message) => message.text().includes('integrity'));
    await passFirstFactor(page, ownServer.origin);
    await openPlain(page, ownServer.origin, body);
    await refused;
    expect(await page.evaluate(() => customElements.get('mfa-sign-in') === undefined)).toBe(true);
  },
);
