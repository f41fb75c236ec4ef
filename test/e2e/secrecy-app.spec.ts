import type { BrowserContext, Locator, Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { signIn } from './codes';
import { comeBackFromCache, markKeys, test, watchSecrets } from './secrecy';
import { alert } from './said';
import { expect, type Clock, type Person } from './support';

/** An authenticator app's key and picture: on screen while they are needed, and nowhere afterwards. */

// A trace keeps the texts of the page in its heap.
test.use({ trace: 'off' });

const MINUTE = 60_000;

const element = (page: Page): Locator => page.locator('mfa-totp-enrollment');
const startButton = (page: Page): Locator => element(page).locator('[data-action=start]');
const picture = (page: Page): Locator => element(page).locator('[data-part=qr-image]');
const appCode = (page: Page): Locator => element(page).getByLabel('App code');

async function send(page: Page, code: string): Promise<void> {
  await appCode(page).fill(code);
  await element(page).getByRole('button', { name: 'Continue' }).click();
}

async function connect(page: Page, key: string, clock: Clock): Promise<void> {
  await send(page, new TOTP({ secret: key }).generate({ timestamp: clock.now() }));
  await expect(element(page).getByRole('heading', { name: 'Your app is connected' })).toBeVisible();
}

/** Begins, copies the key as people do, and tells all that is as good as the key: it, its groups, the address, the picture. */
async function showKey(page: Page): Promise<string[]> {
  const answer = page.waitForResponse('**/totp/setups');
  await startButton(page).click();
  const { key, uri } = (await (await answer).json()) as { key: string; uri: string };
  await element(page).getByText("Can't scan it?").click();
  const groups = await element(page).locator('[data-part=key]').innerText();
  expect(groups.replaceAll(' ', '')).toBe(key);
  await element(page).getByRole('button', { name: 'Copy key' }).click();
  await expect(element(page).getByText('Copied.')).toBeVisible();
  const modules = (await picture(page).locator('path').getAttribute('d')) ?? '';
  expect(modules.length).toBeGreaterThan(1000);
  return [key, uri, groups, modules];
}

/** On the account page, watched from before its first script. */
async function onAccountPage(page: Page, person: Person, context: BrowserContext) {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const secrets = await watchSecrets(page);
  const ownKey = await markKeys(page);
  await signIn(page, person);
  return { secrets, ownKey };
}

interface Exit {
  readonly leave: (page: Page, ways: { context: BrowserContext; clock: Clock; ownKey: string }) => Promise<void>;
  readonly long: boolean;
}

const EXITS: Record<string, Exit> = {
  'the code was accepted': {
    long: false,
    leave: (page, { ownKey, clock }) => connect(page, ownKey, clock),
  },
  'the page was left, kept by the browser, and come back to': {
    long: true,
    leave: (page) => comeBackFromCache(page, startButton(page)),
  },
  'the person chose Cancel': {
    long: true,
    async leave(page) {
      await element(page).getByRole('link', { name: 'Cancel' }).click();
      await expect(startButton(page)).toBeVisible();
    },
  },
  'the host took the element out and still holds it': {
    long: true,
    async leave(page) {
      await page.evaluate(() => {
        const app = document.querySelector('mfa-totp-enrollment');
        globalThis.held = app;
        app?.remove();
      });
      await expect(element(page)).toHaveCount(0);
    },
  },
  'the session was over': {
    long: true,
    async leave(page, { context }) {
      await context.clearCookies();
      await send(page, '123456');
      await expect(element(page).getByRole('heading', { name: 'Please sign in again' })).toBeVisible();
    },
  },
};

for (const [name, { leave, long }] of Object.entries(EXITS)) {
  test(
    `no key is left anywhere once ${name}`,
    { tag: long ? ['@long'] : [] },
    async ({ page, person, context, clock }) => {
      test.slow();
      const { secrets, ownKey } = await onAccountPage(page, person, context);
      const all = await showKey(page);
      expect(await secrets.places(all)).toEqual(['heap', 'text']);
      for (const one of all.slice(0, 2)) expect(await secrets.places([one])).toContain('heap');
      // A refused code keeps the key on screen: the form was sent once already when it goes.
      await send(page, '000000');
      await expect(alert(element(page))).toBeVisible();

      await leave(page, { context, clock, ownKey: ownKey() });
      expect(await secrets.places(all)).toEqual([]);
    },
  );
}

/** Headless browsers hide no page: this one says that it is in the background, or that it is not. */
const hide = (page: Page, hidden: boolean): Promise<unknown> =>
  page.evaluate((isHidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => isHidden });
    return document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

test(
  'no key is left anywhere after ten minutes in the background, and the code is taken still',
  { tag: '@long' },
  async ({ page, person, context, clock }) => {
    test.slow();
    await page.clock.install();
    const { secrets, ownKey } = await onAccountPage(page, person, context);
    const all = await showKey(page);
    await hide(page, true);
    await page.clock.fastForward(9 * MINUTE);
    await expect(picture(page)).toBeVisible();
    expect(await secrets.places(all)).toEqual(['heap', 'text']);

    await page.clock.fastForward(MINUTE);
    await expect(picture(page)).toHaveCount(0);
    expect(await secrets.places(all)).toEqual([]);
    await hide(page, false);
    await connect(page, ownKey(), clock);
  },
);
