import type { Locator, Page } from '@playwright/test';
import jsQR from 'jsqr';
import { TOTP } from 'otpauth';
import { PNG } from 'pngjs';
import { signIn } from './codes';
import { expect, passFirstFactor, test, type Clock, type Person } from './support';

/** An authenticator app on the account page: what a phone's camera sees, and what leaves the page. */

interface Setup {
  readonly uri: string;
  readonly key: string;
}

/** The account page, and what the server answered to each set-up. */
async function onAccountPage(page: Page, person: Person) {
  const setups: Setup[] = [];
  const addresses: string[] = [];
  page.on('request', (request) => addresses.push(request.url()));
  await page.route('**/totp/setups', async (route) => {
    const response = await route.fetch();
    setups.push((await response.json()) as Setup);
    await route.fulfill({ response });
  });
  await signIn(page, person);
  return { addresses, newest: () => setups.at(-1) ?? { uri: '', key: '' } };
}

const element = (page: Page): Locator => page.locator('mfa-totp-enrollment');
const picture = (page: Page): Locator =>
  page.getByRole('img', { name: 'Picture to scan with your authenticator app.' });
const begin = (page: Page): Promise<void> => element(page).locator('[data-action=start]').click();
const codeOf = (clock: Clock, { key }: Setup): string => new TOTP({ secret: key }).generate({ timestamp: clock.now() });

/** What a camera reads on the screen. */
async function scan(shown: Locator): Promise<string | undefined> {
  const { data, width, height } = PNG.sync.read(await shown.screenshot());
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}

for (const [name, media, width] of [
  ['light', { colorScheme: 'light' }, 1280],
  ['dark', { colorScheme: 'dark' }, 1280],
  ['forced colours', { forcedColors: 'active' }, 1280],
  ['dark forced colours', { colorScheme: 'dark', forcedColors: 'active' }, 1280],
  ['the width that 200 % leaves', { colorScheme: 'dark' }, 320],
] as const) {
  const tag = name === 'light' || name === 'dark forced colours' ? [] : ['@long'];
  test(`a phone reads the server's address from the screen, in ${name}`, { tag }, async ({ page, person }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia(media);
    const { newest } = await onAccountPage(page, person);
    await begin(page);
    expect(await scan(picture(page))).toBe(newest().uri);
    expect((await picture(page).boundingBox())?.width).toBeGreaterThanOrEqual(200);
  });
}

test('an app is connected by its code, and nothing of its key leaves the page', async ({
  page,
  person,
  clock,
  server,
  violations,
}) => {
  const { newest, addresses } = await onAccountPage(page, person);
  await begin(page);
  await expect(picture(page)).toBeVisible();
  const { key } = newest();
  const isShown = (): Promise<boolean> =>
    page.evaluate((one) => document.body.textContent.replaceAll(/\s/g, '').includes(one), key);
  expect(await isShown()).toBe(true);
  await page.getByText("Can't scan it?").click();
  await expect(element(page).getByRole('group', { name: 'Key' })).toHaveText(key.match(/.{1,4}/g)?.join(' ') ?? '');
  await expect(page.locator('a[href^=otpauth]')).toHaveCount(0);
  await element(page).getByLabel('App code').fill(codeOf(clock, newest()));
  await element(page).getByRole('button', { name: 'Continue' }).click();
  await expect(element(page).getByRole('heading', { name: 'Your app is connected' })).toBeVisible();
  await expect(picture(page)).toHaveCount(0);
  expect([await isShown(), addresses.some((one) => one.includes(key))]).toEqual([false, false]);
  expect(addresses.filter((one) => one.endsWith('/verify'))).toHaveLength(1);
  expect(addresses.map((one) => new URL(one).origin).filter((one) => one !== server.origin)).toEqual([]);
  expect(await violations()).toEqual([]);
});

test('a clock that is wrong keeps nobody from sending a code', { tag: '@long' }, async ({ page, person, clock }) => {
  await page.clock.setFixedTime(Date.now() + 10 * 60_000);
  const { newest } = await onAccountPage(page, person);
  await begin(page);
  await expect(picture(page)).toBeVisible();
  await element(page).getByLabel('App code').fill(codeOf(clock, newest()));
  await element(page).getByRole('button', { name: 'Continue' }).click();
  await expect(element(page).getByRole('heading', { name: 'Your app is connected' })).toBeVisible();
});

test('the app that was replaced opens nothing any more', { tag: '@long' }, async ({ page, person, clock, context }) => {
  const { newest } = await onAccountPage(page, person);
  await begin(page);
  await expect(picture(page)).toBeVisible();
  await element(page).getByLabel('App code').fill(codeOf(clock, newest()));
  await element(page).getByRole('button', { name: 'Continue' }).click();
  await expect(element(page).getByRole('heading', { name: 'Your app is connected' })).toBeVisible();
  await context.clearCookies();
  await passFirstFactor(page, person);
  clock.advance(1);
  await page.getByLabel('App code').fill(person.appCode());
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('alert').filter({ hasText: "That code didn't work." })).toBeVisible();
  await page.getByLabel('App code').fill(codeOf(clock, newest()));
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText(`You are signed in as ${person.email}.`)).toBeVisible();
});
