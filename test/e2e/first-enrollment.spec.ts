import type { Page } from '@playwright/test';
import { addPerson } from '../../demo/server/seed';
import { startDemoServer, type DemoServer } from '../../demo/server/start';
import { emptyDatabase } from '../support/empty-database';
import { finish, shownCodes } from './codes';
import {
  addAuthenticator,
  connectApp,
  expect,
  passFirstFactor,
  SERVER_START,
  test as base,
  type Clock,
} from './support';

/** A server on which everyone has to have two second factors before they are in. */
const test = base.extend<object, { clock: Clock; server: DemoServer }>({
  server: [
    async ({ clock }, use) => {
      const limits = { attempt: 1000, load: 1000, other: 1000 };
      const policy = { minFactors: 2 };
      const template = await emptyDatabase();
      const server = await startDemoServer({ template, now: clock.now, requireSecondFactor: true, policy, limits });
      await use(server);
      await server.close();
    },
    { scope: 'worker', timeout: SERVER_START },
  ],
});

const heading = (page: Page, name: string) => page.getByRole('heading', { name });
const newcomer = ({ auth }: DemoServer) =>
  addPerson(auth, {
    name: 'Nia',
    email: `nia-${crypto.randomUUID()}@example.com`,
    password: 'nia-has-just-signed-up',
    secondFactor: false,
  });

async function addDevice(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'This device' }).click();
  await page.getByRole('button', { name: 'Add this device' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('whoever signs in for the first time sets up both ways and codes before they are in', async ({
  page,
  server,
  clock,
  violations,
}) => {
  const nia = await newcomer(server);
  await page.goto('/login');
  await addAuthenticator(page);
  await passFirstFactor(page, nia);
  await expect(heading(page, 'Set up a second factor')).toBeVisible();
  await expect(page.getByText('0 of 2 done')).toBeVisible();
  await addDevice(page);
  await expect(page.getByText('1 of 2 done')).toBeVisible();
  await page.goto('/account');
  await expect(page.getByText(nia.email)).toHaveCount(0);

  await page.goto('/login');
  await passFirstFactor(page, nia);
  await page.getByRole('button', { name: 'Use passkey' }).click();
  await expect(page.getByText('Set up a second factor.')).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await connectApp(page, clock);
  await shownCodes(page);
  await finish(page);
  await expect(heading(page, 'All set')).toBeVisible();
  await page.getByRole('button', { name: 'Go to' }).click();
  await expect(page.getByText(`You are signed in as ${nia.email}.`)).toBeVisible();
  expect(await violations()).toEqual([]);
});

test(
  'both ways in one go end in the session, and the codes in the last screen',
  { tag: '@long' },
  async ({ page, server, clock }) => {
    const nia = await newcomer(server);
    await page.goto('/login');
    await addAuthenticator(page);
    await passFirstFactor(page, nia);
    await addDevice(page);
    await connectApp(page, clock);
    await shownCodes(page);
    await finish(page);
    await expect(page.getByText('10 backup codes are on')).toBeVisible();
    await page.getByRole('button', { name: 'Go to' }).click();
    await expect(page.getByText(`You are signed in as ${nia.email}.`)).toBeVisible();
  },
);
