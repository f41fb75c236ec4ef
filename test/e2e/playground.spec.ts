import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type * as axeCore from 'axe-core';
import { buildSync } from 'esbuild';
import { JOURNEY } from '../../demo/playground/journeys';
import type { CanaryHit } from '../../src/testing';
import { ALWAYS, journeyOf, walk } from './playground/journeys';
import { atHand, choose, events, expect, open, press, send, stage, test, title } from './playground/page';

declare const axe: typeof axeCore;

for (const journey of JOURNEY.choices) {
  const { id, label } = journey;
  test(
    `“${label}” is walked to its end`,
    { tag: ALWAYS.includes(id) ? [] : ['@long'] },
    async ({ page, playground }) => {
      await open(page, playground, `#journey=${id}`);
      await walk(page, journey);
    },
  );
}

const alert = (page: Page) => stage(page).getByRole('alert');

const FAULTS: readonly (readonly [fault: string, says: string])[] = [
  ['Too many requests: wait a minute', 'Error: Too many tries.'],
  ['Nothing leaves', "You're not in yet. Type the newest code from your app."],
  ['App codes are locked', 'Error: Too many tries. You can use your app again at'],
  ['Half of the answer comes, and nothing was done', "You're not in yet. Type the newest code from your app."],
];
for (const [fault, says] of FAULTS) {
  const tag = fault === 'App codes are locked' ? [] : ['@long'];
  test(`a call meets “${fault}”, and the person reads it`, { tag }, async ({ page, playground }) => {
    await open(page, playground, '#journey=app');
    await choose(page, 'Fault', fault);
    await expect(page.getByText('No call has met it yet.')).toBeVisible();
    await send(page, 'App code', 'App', 'Continue');
    await expect(alert(page)).toContainText(says);
    await expect(page.getByText('Met by: attempt.')).toBeVisible();
  });
}

test('a call that is held goes on once it is let go', { tag: '@long' }, async ({ page, playground }) => {
  await open(page, playground, '#journey=app&fault=slow');
  await send(page, 'App code', 'App', 'Continue');
  await page.getByRole('button', { name: 'Let go what is held' }).click();
  await expect(stage(page)).toContainText('The server has signed this browser in.');
});

test(
  'the clock moves codes on: an old one is refused, the new one opens',
  { tag: '@long' },
  async ({ page, playground }) => {
    await open(page, playground, '#journey=app');
    const old = await atHand(page, 'App');
    await page.getByLabel('Minutes').fill('5');
    await page.getByRole('button', { name: 'Move on' }).click();
    await expect(page.locator('#hand')).not.toContainText(old);
    await stage(page).getByLabel('App code').fill(old);
    await press(page, 'Continue');
    await expect(alert(page)).toContainText("That code didn't work.");
    await send(page, 'App code', 'App', 'Continue');
    await expect(stage(page)).toContainText('The server has signed this browser in.');
  },
);

test('direction, theme, width, look and language reach the element', { tag: '@long' }, async ({ page, playground }) => {
  await open(page, playground, '#journey=codes');
  const element = stage(page).locator('mfa-backup-codes');
  const css = (name: string) =>
    element.evaluate((it, property) => getComputedStyle(it).getPropertyValue(property), name);
  for (const [label, choice] of [
    ['Direction', 'Right to left'],
    ['Theme', 'Dark'],
    ['Width', '320 px'],
    ['Language', 'German (dates and times)'],
  ] as const)
    await choose(page, label, choice);
  await expect(element).toContainText(/made \d+\. \p{L}+ \d{4}/u);
  expect([await css('direction'), await css('color-scheme')]).toEqual(['rtl', 'dark']);
  expect((await element.boundingBox())?.width).toBeLessThanOrEqual(320);
  await expect(element.locator('[data-look=mfa]')).toBeVisible();
  await choose(page, 'Look', 'None: unstyled');
  await expect(element.locator('[data-look=none]')).toBeVisible();
});

test('the address leads to what was chosen, and back', { tag: '@long' }, async ({ page, playground }) => {
  await open(page, playground);
  await choose(page, 'Journey', 'Sign in: passkey');
  await choose(page, 'Theme', 'Dark');
  await expect(page).toHaveURL(`${playground}#journey=passkey&theme=dark`);
  await page.reload();
  await expect(title(page, 'Use your passkey')).toBeVisible();
  await expect(page.getByLabel('Theme')).toHaveValue('dark');
  await page.goto(`${playground}#journey=email`);
  await expect(title(page, 'Get a code')).toBeVisible();
  await expect(page.getByLabel('Theme')).toHaveValue('system');
});

test('events are listed in order, and no secret is anywhere but in texts and fields', async ({ page, playground }) => {
  const { outputFiles } = buildSync({
    entryPoints: ['src/testing/canary.ts'],
    ...{ bundle: true, write: false, format: 'iife', globalName: 'canary' },
    footer: { js: 'globalThis.canary = { ...canary, watch: canary.watchPage() }' },
  });
  await page.addInitScript({ content: outputFiles[0]?.text ?? '' });
  await open(page, playground);
  await walk(page, journeyOf('lost-factor'));
  await expect(stage(page)).toContainText('The server has signed this browser in.');
  expect(await events(page)).toEqual([
    'mfa-challenge-shown',
    'mfa-lost-factor',
    'mfa-way-chosen',
    'mfa-verified',
    'mfa-repair-begun',
    'mfa-factor-added',
    'mfa-codes-shown',
    'mfa-codes-confirmed',
    'mfa-secrets-wiped',
    'mfa-factor-removed',
    'mfa-repair-done',
    'mfa-done',
  ]);
  const found = await page.evaluate(() => canary.searchPage({ watch: canary.watch }));
  const isAtHand = ({ where }: CanaryHit): boolean => /#hand/.test(where);
  expect(found.filter(isAtHand).length, 'the search would find one').toBeGreaterThan(0);
  expect(found.filter((hit) => !isAtHand(hit))).toEqual([]);
});

test('the HTML is copied as it stands', { tag: '@long' }, async ({ page, context, playground }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page, playground, '#journey=step-up');
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(await page.locator('#html').textContent());
  expect(copied).toContain("import 'mfa-elements/define/step-up';");
});

test('every choice shows a screen', { tag: '@long' }, async ({ page, playground, watched }) => {
  test.setTimeout(180_000);
  await open(page, playground);
  const choices = await page
    .locator('[id^=group-new] option:not(:first-child)')
    .evaluateAll((options) =>
      options.map((option) => [option.closest('select')?.id ?? '', (option as HTMLOptionElement).value] as const),
    );
  expect(choices.length).toBeGreaterThan(60);
  for (const [id, choice] of choices) {
    await page.goto(`${playground}#${id.replace('choose-', '')}=${choice}`);
    await expect(page.locator(`[id="${id}"]`)).toHaveValue(choice);
    await expect(stage(page).locator('[data-part~=title], [role=alert]').first()).toBeVisible();
  }
  // What only a developer can mend is said to the developer.
  const told = watched.errors.splice(0);
  expect(told.filter((error) => !error.startsWith('mfa-elements: '))).toEqual([]);
});

test('a passkey that this browser made opens the account', { tag: '@long' }, async ({ page, playground }) => {
  await open(page, playground, '#authenticator=browser');
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
    },
  });
  await walk(page, journeyOf('lost-factor'));
  await press(page, 'Sign in again');
  await press(page, 'Use passkey');
  await expect(stage(page)).toContainText('The server has signed this browser in.');
});

test(
  'whoever has to sign in first goes on with what they were about to do',
  { tag: '@long' },
  async ({ page, playground }) => {
    await open(page, playground, '#journey=codes&proof=old&asked=sign-in');
    await press(page, 'Make new codes');
    await stage(page).getByRole('link', { name: 'Go to sign-in' }).click();
    await expect(title(page, 'Your sign-in page')).toBeFocused();
    await press(page, 'Give the password');
    await press(page, 'Make new codes');
    await expect(stage(page).getByLabel('I have saved these codes.')).toBeVisible();
  },
);

for (const journey of ['lost-factor', 'codes']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds no fault in ${journey}, ${colorScheme}`, { tag: '@long' }, async ({ page, playground }) => {
      await page.emulateMedia({ colorScheme });
      await page.addInitScript({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
      await open(page, playground, `#journey=${journey}&fault=slow`);
      for (const summary of await page.locator('summary').all()) await summary.click();
      const { violations } = await page.evaluate(() => axe.run(document));
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    });
  }
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`nothing is cut off at 390 px, ${colorScheme}`, { tag: '@long' }, async ({ page, playground }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme });
    await open(page, playground, '#width=390');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
}
