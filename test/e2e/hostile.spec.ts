import type { Page } from '@playwright/test';
import { expect, nextCode, passFirstFactor, test } from './support';

/** What stands in an address, and who stands around the page. */

/** Places where other apps take a code or a target from. */
const tricks = (code: string): string =>
  `?code=${code}&otp=${code}&totp=${code}&backup-code=${code}&token=${code}&redirect=https://evil.example/&redirect_to=//evil.example` +
  `&return_to=%5C%5Cevil.example&returnUrl=javascript:alert(1)&next=/%09/evil.example&continue-url=https:evil.example` +
  `&base-url=https://evil.example/&backend=evil&__proto__[polluted]=yes#code=${code}&redirect=https://evil.example/`;

/** Every request that leaves the page after its own address, and what it holds. */
function requestsOf(page: Page): string[] {
  const seen: string[] = [];
  page.on('request', (request) => {
    if (!request.isNavigationRequest()) seen.push(`${request.url()} ${request.postData() ?? ''}`);
  });
  return seen;
}

test('nothing in an address is a code, a target or a server', async ({ page, person, server, violations }) => {
  const code = nextCode(person);
  await passFirstFactor(page, person);
  const requests = requestsOf(page);
  await page.goto(`/challenge${tricks(code)}`);
  const field = page.getByLabel('App code');
  await expect(field).toHaveValue('');
  await page.getByRole('link', { name: 'I lost my second factor' }).click();
  await expect(page.getByLabel('Backup code')).toHaveValue('');
  expect(requests.length).toBeGreaterThan(0);
  expect(requests.filter((one) => one.includes(code) || !one.startsWith(`${server.origin}/`))).toEqual([]);

  await page.getByLabel('Backup code').fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: "You're in" })).toBeVisible();
  await page.getByRole('button', { name: "No, I just don't have it here" }).click();
  await expect(page.getByText(`You are signed in as ${person.email}.`)).toBeVisible();
  expect(new URL(page.url()).origin).toBe(server.origin);
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
  // The one that was typed was seen on its way.
  expect(requests.filter((one) => one.includes(code))).toHaveLength(1);
  expect(await violations()).toEqual([]);
});

test.describe('around the page', () => {
  /** A page that frames the challenge. @param rules whether the challenge says who may frame it */
  async function framed(page: Page, around: string, inside: string, rules: boolean) {
    await page.route(`${around}/around`, (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><title>A game</title><iframe src="${inside}/challenge"></iframe>`,
      }),
    );
    if (!rules) {
      await page.route(`${inside}/challenge`, async (route) => {
        const response = await route.fetch();
        const { 'content-security-policy': policy = '', ...headers } = response.headers();
        expect(policy).toContain("frame-ancestors 'none'");
        await route.fulfill({ response, headers });
      });
    }
    await page.goto(`${around}/around`);
    return page.frameLocator('iframe');
  }
  const elsewhere = (origin: string): string => origin.replace('localhost', '127.0.0.1');

  test('another origin gets a notice and no field, and nothing is asked of the server', async ({
    page,
    person,
    server,
  }) => {
    await passFirstFactor(page, person);
    const requests = requestsOf(page);
    const frame = await framed(page, elsewhere(server.origin), server.origin, false);
    await expect(frame.locator('[data-part=notice]')).toBeVisible();
    await expect(frame.locator('mfa-sign-in input, mfa-sign-in button')).toHaveCount(0);
    expect(requests.filter((one) => one.includes('/mfa/'))).toEqual([]);
  });

  test(
    'another origin sees no page at all where the policy is sent',
    { tag: '@long' },
    async ({ page, person, server }) => {
      await passFirstFactor(page, person);
      const frame = await framed(page, elsewhere(server.origin), server.origin, true);
      await expect.poll(() => page.frames().length).toBe(2);
      await expect(frame.locator('mfa-sign-in')).toHaveCount(0);
    },
  );

  test('a page of this origin may stand, and the field works there', async ({ page, person, server }) => {
    await passFirstFactor(page, person);
    const frame = await framed(page, server.origin, server.origin, false);
    await frame.getByLabel('App code').fill(person.appCode());
    const answer = page.waitForResponse('**/challenge/attempts');
    await frame.getByRole('button', { name: 'Continue' }).click();
    expect((await answer).status()).toBe(200);
  });
});
