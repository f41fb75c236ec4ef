import type { Page } from '@playwright/test';
import { startDemoServer, type DemoServer } from '../../demo/server/start';
import { emptyDatabase } from '../support/empty-database';
import { startOpenIdProvider, type OpenIdProvider } from '../support/openid-provider';
import { finish } from './codes';
import { addAuthenticator, expect, passFirstFactor, SERVER_START, test as base, type Clock } from './support';

const WEEK = 7 * 24 * 60;

interface WorkerFixtures {
  clock: Clock;
  provider: OpenIdProvider;
  server: DemoServer;
}

/** A server at which people may link an account of a provider. */
const test = base.extend<object, WorkerFixtures>({
  provider: [
    async ({ clock }, use) => {
      const provider = await startOpenIdProvider(clock.now);
      provider.state.page = true;
      await use(provider);
      await provider.close();
    },
    { scope: 'worker' },
  ],
  server: [
    async ({ clock, provider }, use) => {
      const server = await startDemoServer({
        template: await emptyDatabase(),
        now: clock.now,
        linked: { providers: [provider.options], returnUrl: '/account' },
        limits: { attempt: 1000, load: 1000, other: 1000 },
      });
      await use(server);
      await server.close();
    },
    { scope: 'worker', timeout: SERVER_START },
  ],
});

const heading = (page: Page, name: string) => page.getByRole('heading', { name });

/** What an app's own account page does by a click. */
const beginLink = (page: Page) =>
  page.evaluate(async () => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch('/api/auth/linked/example/link', { method: 'POST', headers, body: '{}' });
    return ((await response.json()) as { url: string }).url;
  });

async function signInThere(page: Page): Promise<void> {
  await expect(heading(page, 'Example ID')).toBeVisible();
  await page.getByRole('link', { name: 'Sign in' }).click();
}

test(
  'a person who lost the phone gets back by a linked account, and is in once a new factor works',
  { tag: '@long' },
  async ({ page, person, clock, context, violations }) => {
    await page.goto('/login');
    await addAuthenticator(page);
    await passFirstFactor(page, person);
    await page.getByLabel('App code').fill(person.appCode());
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByText(`You are signed in as ${person.email}.`)).toBeVisible();
    await page.goto(await beginLink(page));
    await signInThere(page);
    await expect(page).toHaveURL('/account');

    clock.advance(WEEK);
    await context.clearCookies();
    await passFirstFactor(page, person);
    await page.getByRole('link', { name: 'I lost my second factor' }).click();
    await page.getByRole('link', { name: 'Example ID' }).click();
    await signInThere(page);
    await expect(heading(page, 'Set up a new second factor')).toBeVisible();
    const session = await page.request.get('/api/auth/get-session');
    expect(await session.json()).toBeNull();

    await page.getByRole('button', { name: 'This device' }).click();
    await page.getByRole('button', { name: 'Add this device' }).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await finish(page);
    await expect(heading(page, 'What did you lose?')).toBeVisible();
    await page.getByLabel('Your old app').check();
    await page.getByRole('button', { name: 'Turn off' }).click();
    await expect(heading(page, 'All set')).toBeVisible();
    await page.getByRole('button', { name: 'Go to' }).click();
    await expect(page.getByText(`You are signed in as ${person.email}.`)).toBeVisible();
    expect(await violations()).toEqual([]);
  },
);
