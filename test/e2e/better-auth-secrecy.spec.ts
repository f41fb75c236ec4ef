import { mergeTests } from '@playwright/test';
import { finish, makeButton, shownCodes } from './codes';
import { test as watched, watchSecrets } from './secrecy';
import { codeFor, confirmByPassword, expectIn, givePassword, signIn, test as atStock } from './stock';
import { expect } from './support';

/** Codes and a key on an unmodified Better Auth: in the page while they are needed, and nowhere afterwards. */
const test = mergeTests(watched, atStock);

// A trace keeps the texts of the page in its heap.
test.use({ trace: 'off' });

test('no code is left anywhere once new ones are saved', { tag: '@long' }, async ({ page, owner }) => {
  test.slow();
  const secrets = await watchSecrets(page);
  await signIn(page, owner);
  await makeButton(page).click();
  await page.getByLabel('I understand.').check();
  await makeButton(page).click();
  await confirmByPassword(page, owner);
  const codes = await shownCodes(page);
  expect(await secrets.places(codes)).toEqual(['heap']);
  await finish(page);
  await expect(page.getByRole('heading', { name: 'All set' })).toBeVisible();
  expect(await secrets.places(codes)).toEqual([]);
});

test(
  'no key and no code is left anywhere once a first app is connected',
  { tag: '@long' },
  async ({ page, newcomer }) => {
    test.slow();
    const secrets = await watchSecrets(page);
    await givePassword(page, newcomer);
    await expectIn(page, newcomer);
    const app = page.locator('mfa-totp-enrollment');
    const next = app.getByRole('button', { name: 'Continue' });
    const answer = page.waitForResponse('**/two-factor/enable');
    await app.locator('[data-action=start]').click();
    await confirmByPassword(page, newcomer);
    const { totpURI, backupCodes } = (await (await answer).json()) as { totpURI: string; backupCodes: string[] };
    const key = new URL(totpURI).searchParams.get('secret') ?? '';
    await expect(next).toBeVisible();
    expect(await secrets.places([key])).toEqual(['heap']);
    await next.click();
    await app.getByLabel('I have saved these codes.').check();
    expect(await secrets.places([key])).toEqual([]);
    expect(await secrets.places(backupCodes)).toEqual(['heap']);
    await next.click();
    await app.getByLabel('App code').fill(codeFor(totpURI));
    await next.click();
    await expect(app.getByRole('heading', { name: 'Your app is connected' })).toBeVisible();
    expect(await secrets.places([key, totpURI, ...backupCodes])).toEqual([]);
  },
);
