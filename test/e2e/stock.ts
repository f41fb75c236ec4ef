import type { Page } from '@playwright/test';
import { URI } from 'otpauth';
import { addStockPerson, type StockPerson } from '../../demo/server/stock-people';
import { startDemoServer } from '../../demo/server/start';
import { emptyDatabase } from '../support/empty-database';
import { faultProxy, type FaultProxy } from '../support/fault-proxy';
import { expect, SERVER_START, test as base } from './support';

/** The demo's second app, an unmodified Better Auth, behind the same pages. */

export interface Owner extends StockPerson {
  readonly appCode: () => string;
}

const PASSWORD = 'ann-takes-it-plain';
export const QUERY = '?backend=better-auth';

export const test = base.extend<{ owner: Owner; newcomer: StockPerson }, { network: FaultProxy }>({
  network: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from here.
    async ({}, use) => {
      const network = await faultProxy();
      await use(network);
      await network.close();
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ network }, use) => {
      const stock = { limited: false };
      const template = await emptyDatabase();
      const server = await startDemoServer({ template, stock, signInsPerMinute: 1000, origin: network.origin });
      network.leadTo(server.port);
      await use(server);
      await server.close();
    },
    { scope: 'worker', timeout: SERVER_START },
  ],
  /** Somebody with an authenticator app and its backup codes. */
  owner: async ({ server }, use, { testId }) => {
    const email = `${testId}@example.com`;
    const account = await addStockPerson(server.stock!, { name: 'Ann', email, password: PASSWORD, secondFactor: true });
    await use({ ...account, appCode: () => codeFor(account.totpUri ?? '') });
  },
  /** Somebody without a second factor. */
  newcomer: async ({ server }, use, { testId }) => {
    const email = `new-${testId}@example.com`;
    await use(await addStockPerson(server.stock!, { name: 'Bo', email, password: PASSWORD, secondFactor: false }));
  },
});

export function codeFor(uri: string): string {
  const totp = URI.parse(uri);
  if (!('period' in totp)) throw new Error('That is no address of an authenticator app.');
  return totp.generate();
}

/** E-mail and password; at the challenge or, without a second factor, in. */
export async function givePassword(page: Page, { email, password }: StockPerson): Promise<void> {
  await page.goto(`/login${QUERY}`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const screen = page.locator('mfa-sign-in > [data-part=box] [data-part=title]');
  await expect(screen.or(page.getByText('You are signed in as'))).toBeVisible();
}

export async function giveAppCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('App code').fill(code);
  await page.getByRole('button', { name: 'Continue' }).click();
}

export const expectIn = (page: Page, { email }: StockPerson) =>
  expect(page.getByText(`You are signed in as ${email}.`)).toBeVisible();

export async function signIn(page: Page, owner: Owner): Promise<void> {
  await givePassword(page, owner);
  await page.getByRole('button', { name: 'Authenticator app' }).click();
  await giveAppCode(page, owner.appCode());
  await expectIn(page, owner);
}

/** The way to the field for a backup code, and one typed there. */
export async function giveBackupCode(page: Page, owner: StockPerson, code = owner.backupCodes[0] ?? ''): Promise<void> {
  await givePassword(page, owner);
  await page.getByRole('link', { name: 'I lost my second factor' }).click();
  await expect(page.getByText('Choose the first one you have set up.')).toBeVisible();
  await page.getByRole('button', { name: 'A backup code' }).click();
  await typeBackupCode(page, code);
}

export async function typeBackupCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Backup code').fill(code);
  await page.getByRole('button', { name: 'Use this code' }).click();
}

/** "Confirm it's you" by the password that goes with the call. */
export async function confirmByPassword(page: Page, { password }: StockPerson): Promise<void> {
  await expect(page.getByRole('heading', { name: "Confirm it's you" })).toBeVisible();
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** The address of the app that the server made last, as a camera would read it. */
export async function watchApps(page: Page): Promise<() => string> {
  let uri = '';
  await page.route('**/two-factor/enable', async (route) => {
    const response = await route.fetch();
    const told = (await response.json()) as { totpURI?: string };
    uri = told.totpURI ?? uri;
    await route.fulfill({ response });
  });
  return () => uri;
}
