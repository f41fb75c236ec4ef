import { alert } from './said';
import { expect, loseSecondFactor, nextCode, test } from './support';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'self'; " +
  "frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

const PAGES = ['/', '/login', '/challenge', '/help', '/desk', '/freeze', '/new-password', '/nowhere'];

for (const path of PAGES) {
  test(`${path} carries the strict policy`, async ({ request }) => {
    expect((await request.get(path)).headers()['content-security-policy']).toBe(POLICY);
  });
}

test('the whole way back in breaks no rule of the policy', async ({ page, person, violations }) => {
  await page.goto('/');
  await page.goto('/help');
  await loseSecondFactor(page, person);
  await page.getByLabel('Backup code').fill('x');
  await page.keyboard.press('Enter');
  await expect(alert(page)).toContainText("doesn't look complete");
  await page.getByLabel('Backup code').fill(nextCode(person));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: "No, I just don't have it here" }).click();
  await expect(page.getByText(`You are signed in as ${person.email}.`)).toBeVisible();
  expect(await violations()).toEqual([]);
});

for (const path of ['/', '/login', '/challenge', '/help']) {
  test(`a broken rule would be seen on ${path}`, async ({ page, violations }) => {
    await page.goto(path);
    await page.evaluate(() =>
      document.head.append(Object.assign(document.createElement('style'), { textContent: 'x{}' })),
    );
    await expect.poll(violations).toHaveLength(1);
  });
}

test('no address, storage or log holds the code', async ({ page, person }) => {
  const code = nextCode(person);
  const bare = code.replaceAll('-', '');
  const addresses: string[] = [];
  const said: string[] = [];
  let sent = '';
  page.on('request', (request) => {
    addresses.push(request.url(), JSON.stringify(request.headers()));
    sent += request.postData() ?? '';
  });
  page.on('console', (message) => said.push(message.text()));
  await loseSecondFactor(page, person);
  await page.getByLabel('Backup code').fill(code);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: "You're in" })).toBeVisible();
  const kept = await page.evaluate(() =>
    JSON.stringify([
      { ...localStorage },
      { ...sessionStorage },
      history.state,
      document.cookie,
      document.title,
      performance.getEntries(),
      document.documentElement.outerHTML,
      [...document.querySelectorAll('input')].map(({ value }) => value),
    ]),
  );
  for (const text of [...addresses, ...said, kept]) expect(text.toUpperCase().replaceAll('-', '')).not.toContain(bare);
  expect(sent, 'the scan would see the code').toContain(code);
});

for (const width of [320, 390, 1280]) {
  test(`nothing is cut off at ${width} px`, async ({ page, person }) => {
    await page.setViewportSize({ width, height: 800 });
    await loseSecondFactor(page, person);
    await page.getByText('Where are my codes?').click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
