import type { Page } from '@playwright/test';
import { addDevice, askForHelp, auditOf, Desk, enroll, goOn, outOfWays, REASON, stopLink } from './desk';
import { startDemoServer, type DemoServer } from '../../demo/server/start';
import { emptyDatabase } from '../support/empty-database';
import { addAuthenticator, expect, passFirstFactor, SERVER_START, test, type Clock } from './support';

const LONG = { tag: '@long' };
const heading = (page: Page, name: string) => page.getByRole('heading', { name });

test('a person without any way left asks for help, is reset, and is safe again', async ({
  page,
  browser,
  server,
  clock,
  violations,
}) => {
  const gro = await outOfWays(server);
  await page.goto('/login');
  await addAuthenticator(page);
  await passFirstFactor(page, gro);
  await page.getByLabel('App code').fill('000000');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText("That code didn't work.")).toBeVisible();
  const number = await askForHelp(page, gro);

  const desk = await Desk.open(browser, server, clock);
  const facts = await desk.look(number);
  expect(facts).toContain('0 codes left');
  expect(facts).toMatch(/Failed sign-ins\s*\d+ \w+ \d{4}/);
  expect(facts).toMatch(/Changes\s*None in thirty days/);
  const pass = await desk.act('Reset the second factor');
  await desk.close();

  await passFirstFactor(page, gro);
  await expect(heading(page, 'Set up a new second factor')).toBeVisible();
  await expect(page.getByText('Our help team removed your old one on')).toBeVisible();
  await page.goto('/account');
  await expect(page.getByText(gro.email)).toHaveCount(0);
  await page.goto('/challenge');
  await page.getByLabel('Code from the help team').fill(` ${pass} `);
  await page.getByRole('button', { name: 'Continue' }).click();
  await enroll(page);
  await expect(page.getByText(`You are signed in as ${gro.email}.`)).toBeVisible();
  expect(await violations()).toEqual([]);

  const audit = await auditOf(server, gro);
  expect(audit.find(({ event }) => event === 'mfa.factor_admin_reset')).toMatchObject({
    actorId: expect.any(String),
    detail: { proof: 'call-on-file', reason: REASON },
  });
  expect(audit.map(({ event }) => event)).toContain('mfa.factor_enrolled');

  await page.context().clearCookies();
  await passFirstFactor(page, gro);
  await expect(page.getByText('This is written down.')).toBeVisible();
});

test('a person who finds the phone takes the request back', LONG, async ({ page, server }) => {
  const number = await askForHelp(page, await outOfWays(server));
  await page.reload();
  await page.getByRole('link', { name: 'See your request' }).click();
  await expect(page.getByText(`Case ${number}, asked`)).toBeVisible();
  await page.getByRole('button', { name: 'I found it, cancel the request' }).click();
  await expect(heading(page, 'The request is cancelled')).toBeFocused();
  await page.getByRole('button', { name: 'Go back' }).click();
  await expect(page.getByLabel('App code')).toBeVisible();
});

for (const [name, event] of [
  ['Refuse', 'mfa.help_refused'],
  ['Escalate', 'mfa.help_escalated'],
] as const) {
  test(
    `where the desk chooses “${name}”, it is written down and nothing is said`,
    LONG,
    async ({ page, browser, server, clock }) => {
      const gro = await outOfWays(server);
      const number = await askForHelp(page, gro);
      const before = await page.locator('mfa-support').textContent();
      const desk = await Desk.open(browser, server, clock);
      await desk.look(number);
      await desk.act(name);
      await desk.close();
      expect((await auditOf(server, gro)).map((line) => line.event)).toContain(event);
      await page.reload();
      await page.getByRole('link', { name: 'See your request' }).click();
      await expect(heading(page, 'We have your request')).toBeVisible();
      expect(await page.locator('mfa-support').textContent()).toBe(before);
    },
  );
}

test('nobody is reset without a reason', LONG, async ({ page, browser, server, clock }) => {
  const gro = await outOfWays(server);
  const number = await askForHelp(page, gro);
  const desk = await Desk.open(browser, server, clock);
  await desk.look(number);
  expect(await desk.act('Reset the second factor', { reason: '' })).toBe('');
  expect(await desk.problem).not.toBe('');
  await desk.close();
  const events = (await auditOf(server, gro)).map(({ event }) => event);
  expect([events.includes('mfa.factor_admin_reset'), events.includes('mfa.admin_action_denied')]).toEqual([
    false,
    true,
  ]);
});

test(
  'a code that the desk made opens the way to own ones, and nothing else',
  LONG,
  async ({ page, browser, server, clock }) => {
    const gro = await outOfWays(server);
    await page.goto('/login');
    await addAuthenticator(page);
    const number = await askForHelp(page, gro);
    const desk = await Desk.open(browser, server, clock);
    await desk.look(number);
    const [code = ''] = (await desk.act('Make temporary codes')).split('\n');
    await desk.close();
    await passFirstFactor(page, gro);
    await page.getByRole('link', { name: 'I lost my second factor' }).click();
    await page.getByLabel('Backup code').fill(code);
    await page.getByRole('button', { name: 'Use this code' }).click();
    await expect(page.getByRole('heading', { name: 'Set up a new second factor' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Set up a new second factor' })).toBeVisible();
    await expect(page.getByText('Not now')).toHaveCount(0);
    await addDevice(page);
    await expect(heading(page, 'What did you lose?')).toBeVisible();
    await page.getByLabel('Your old app').check();
    await page.getByRole('button', { name: 'Turn off' }).click();
    await goOn(page);
    await expect(page.getByText(`You are signed in as ${gro.email}.`)).toBeVisible();
  },
);

test('a temporary password is changed before anything else', LONG, async ({ page, browser, server, clock }) => {
  const gro = await outOfWays(server);
  const number = await askForHelp(page, gro);
  const desk = await Desk.open(browser, server, clock);
  await desk.look(number);
  const password = await desk.act('Set a temporary password');
  await desk.close();
  await passFirstFactor(page, { ...gro, password });
  await page.getByRole('link', { name: 'Choose a new password' }).click();
  await page.getByLabel('New password').fill('gro-has-a-new-one');
  await page.getByRole('button').last().click();
  await page.waitForURL('**/challenge');
  expect((await auditOf(server, gro)).map(({ event }) => event)).toContain('user.password_set_by_admin');
});

test('who never asked stops it by the link of the notice', LONG, async ({ page, browser, server, clock }) => {
  const gro = await outOfWays(server);
  const number = await askForHelp(page, gro);
  const desk = await Desk.open(browser, server, clock);
  await desk.look(number);
  await desk.act('Reset the second factor');
  await desk.close();
  const owner = await (await browser.newContext({ baseURL: server.origin })).newPage();
  await owner.goto(stopLink(server, gro));
  await owner.getByRole('button', { name: 'Lock my account' }).click();
  await expect(owner.getByText('Your account is locked.')).toBeVisible();
  await owner.context().close();
  await passFirstFactor(page, gro);
  await expect(heading(page, 'Please call us')).toBeVisible();
});

test('a reset that is too old leads to the help team again', LONG, async ({ page, browser, server, clock }) => {
  const gro = await outOfWays(server);
  const number = await askForHelp(page, gro);
  const desk = await Desk.open(browser, server, clock);
  await desk.look(number);
  await desk.act('Reset the second factor');
  await desk.close();
  clock.advance(24 * 60 + 1);
  await passFirstFactor(page, gro);
  await expect(heading(page, 'Please call us')).toBeVisible();
});

test(
  'where a wrong person was reset, the account is closed until it is reset for its owner',
  LONG,
  async ({ page, browser, server, clock }) => {
    const gro = await outOfWays(server);
    await page.goto('/login');
    await addAuthenticator(page);
    const number = await askForHelp(page, gro);
    const desk = await Desk.open(browser, server, clock);
    await desk.look(number);
    await desk.act('Reset the second factor');
    await desk.act('Suspend: a wrong person was reset');
    await passFirstFactor(page, gro);
    await expect(heading(page, 'Please call us')).toBeVisible();
    await desk.openFor(gro);
    const pass = await desk.act('Reset the second factor');
    await desk.close();
    await passFirstFactor(page, gro);
    await page.getByLabel('Code from the help team').fill(pass);
    await page.getByRole('button', { name: 'Continue' }).click();
    await enroll(page);
    await expect(page.getByText(`You are signed in as ${gro.email}.`)).toBeVisible();
  },
);

/** A server on which nobody gets in without the second factor. */
const strict = test.extend<object, { clock: Clock; server: DemoServer }>({
  server: [
    async ({ clock }, use) => {
      const limits = { attempt: 1000, load: 1000, other: 1000 };
      const template = await emptyDatabase();
      const server = await startDemoServer({ template, now: clock.now, policy: { selfRecovery: false }, limits });
      await use(server);
      await server.close();
    },
    { scope: 'worker', timeout: SERVER_START },
  ],
});

strict('where the policy forbids it, nobody is asked and nothing is promised', LONG, async ({ page, person }) => {
  await passFirstFactor(page, person);
  await page.getByRole('link', { name: 'I lost my second factor' }).click();
  await expect(heading(page, "This account can't be opened without your second factor")).toBeFocused();
  await expect(page.getByRole('button', { name: 'Ask for help' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Go back' }).click();
  await expect(page.getByLabel('App code')).toBeVisible();
});

strict('a new account is made only by who says that the old one’s data is lost', LONG, async ({ page, person }) => {
  await passFirstFactor(page, person);
  await page.locator('mfa-sign-in').evaluate((element) => element.setAttribute('new-account-url', '/help'));
  await page.getByRole('link', { name: 'I lost my second factor' }).click();
  await page.getByRole('link', { name: 'Make a new account' }).click();
  await expect(heading(page, 'Make a new account?')).toBeFocused();
  await page.getByRole('button', { name: 'Make a new account' }).click();
  await expect(page.getByText('Tick the box first, so we know that you read it.')).toBeVisible();
  await page.getByLabel('I understand that my data will be lost.').check();
  await page.getByRole('button', { name: 'Make a new account' }).click();
  await expect(page).toHaveURL('/help');
});
