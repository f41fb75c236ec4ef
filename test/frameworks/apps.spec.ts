import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify, stripVTControlCharacters } from 'node:util';
import { expect, test as base, type Page } from '@playwright/test';
import { serveApp } from './app-server';

/** Where `run.mjs` has installed and built the apps. */
const FOLDER = process.env.FRAMEWORKS ?? '';
if (!FOLDER) throw new Error('`node test/frameworks/run.mjs` makes the apps.');

interface App {
  readonly name: string;
  readonly folder: string;
  readonly scripts: Readonly<Record<string, string>>;
}

const apps = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }): App => {
    const folder = join(FOLDER, name);
    const { scripts = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Partial<App>;
    return { name, folder, scripts };
  });

const run = promisify(execFile);

/** What the app's own compiler says. */
const compile = ({ folder }: App, script: string): Promise<string> =>
  run('npm', ['run', '--silent', script], { cwd: folder, encoding: 'utf8' }).then(
    ({ stdout }) => stdout,
    ({ stdout, stderr }: { stdout: string; stderr: string }) => `${stdout}${stderr}`,
  );

/** The lines of the wrong file that hold an element, and those that the compiler complains of. */
async function wrongLines(app: App): Promise<{ meant: number[]; found: number[] }> {
  const file = readdirSync(join(app.folder, 'src')).find((one) => /^wrong\./i.test(one)) ?? '';
  const lines = readFileSync(join(app.folder, 'src', file), 'utf8').split('\n');
  const said = stripVTControlCharacters(await compile(app, 'check:wrong'));
  return {
    meant: lines.flatMap((line, index) => (/^\s*<mfa-|^\s*<Mfa/.test(line) ? [index + 1] : [])),
    found: lines.flatMap((_, index) =>
      new RegExp(`${file}[:(]${String(index + 1)}[,:]`).test(said) ? [index + 1] : [],
    ),
  };
}

for (const app of apps.filter(({ scripts }) => scripts.check)) {
  base(`${app.name}: the app's own compiler knows the elements, and refuses what they do not take`, async () => {
    // Two compilers of a whole app, on a machine that does more than this.
    base.setTimeout(240_000);
    await run('npm', ['run', '--silent', 'check'], { cwd: app.folder });
    const { meant, found } = await wrongLines(app);
    expect(meant.length).toBeGreaterThan(3);
    expect(found).toEqual(meant);
  });
}

const test = base.extend<{ name: string; app: Awaited<ReturnType<typeof serveApp>>; errors: string[] }>({
  name: ['', { option: true }],
  app: async ({ name }, use) => {
    const dist = join(FOLDER, name, 'dist');
    const app = await serveApp(existsSync(dist) ? dist : join(FOLDER, name));
    await use(app);
    await app.close();
  },
  errors: async ({ page }, use) => {
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && errors.push(message.text()));
    await use(errors);
  },
});

const heading = (page: Page, name: string) => page.getByRole('heading', { name });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const turns = async (page: Page): Promise<number> => Number(await page.locator('#turn').textContent());

/** Types key by key. The app renders again with each: the field must keep the text and the focus. */
async function type(page: Page, label: string, code: string): Promise<void> {
  const field = page.getByLabel(label);
  await expect(field).toBeVisible();
  const before = await turns(page);
  await field.focus();
  for (const key of code) await page.keyboard.type(key);
  await expect(page.locator('#turn')).toHaveText(String(before + code.length));
  await expect(field).toHaveValue(code);
  await expect(field).toBeFocused();
}

for (const { name } of apps.filter((app) => app.scripts.build ?? app.name === 'plain')) {
  test.describe(name, () => {
    test.use({ name });

    test(`${name}: a person signs in while the app renders around the element`, async ({ page, app, errors }) => {
      await page.goto(app.origin);
      await type(page, 'App code', app.server.appCode());
      const given = await page.evaluate(() => {
        const element = document.querySelector<HTMLElement & { contact?: unknown; helpUrl?: unknown }>('mfa-sign-in');
        return [element?.contact, element?.helpUrl];
      });
      expect(given).toEqual([{ phone: '+47 6' }, '/help?turn=6']);
      await button(page, 'Continue').click();
      await expect(page.getByText('Welcome.')).toBeVisible();
      await expect(page.locator('#heard li')).toHaveText(['mfa-verified totp', 'mfa-done']);
      expect([app.server.signedIn, errors]).toEqual([true, []]);
    });

    test(`${name}: a person who lost the phone is in by a code, and repairs`, async ({ page, app, errors }) => {
      await page.goto(app.origin);
      await page.getByRole('link', { name: 'I lost my second factor' }).click();
      await type(page, 'Backup code', app.server.backupCode());
      await button(page, 'Use this code').click();
      await button(page, 'Yes, set up a new one').click();
      const setup = page.waitForResponse('**/totp/setups');
      await button(page, 'An app on a phone').click();
      const { key } = (await (await setup).json()) as { key: string };
      await type(page, 'App code', app.server.appCode(key));
      await button(page, 'Continue').click();
      await expect(page.getByRole('list', { name: 'Your backup codes' }).getByRole('listitem')).toHaveCount(10);
      await page.getByLabel('I have saved these codes.').check();
      await button(page, 'Finish').click();
      await expect(heading(page, 'All set')).toBeVisible();
      await button(page, /^Go to/).click();
      await expect(page.getByText('Welcome.')).toBeVisible();
      await expect(page.locator('#heard li')).toHaveText(['mfa-verified backup-code', 'mfa-repair-done', 'mfa-done']);
      expect(errors).toEqual([]);
    });
  });
}
