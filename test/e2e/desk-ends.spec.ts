import type { Browser, Page } from '@playwright/test';
import type { DemoServer } from '../../demo/server/start';
import { askForHelp, auditOf, Desk, deskTest as test, enroll, givePass, outOfWays, stopLink } from './desk';
import { alert } from './said';
import { addAuthenticator, expect, passFirstFactor } from './support';

const LONG = { tag: '@long' };
const RESET = 'Reset the second factor';
const heading = (page: Page, name: string) => page.getByRole('heading', { name });

const problem = (page: Page) => page.locator('mfa-reset').getByRole('alert');

const tellsOf = ({ outbox }: DemoServer, subject: string): string[] =>
  outbox.all.filter((one) => 'subject' in one && one.subject.includes(subject)).map(({ to }) => to);

/** Follows the link of a notice, in a browser of its own, and locks the account. Gives the page. */
async function lock(browser: Browser, server: DemoServer, link: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: server.origin })).newPage();
  await page.goto(link);
  await page.getByRole('button', { name: 'Lock my account' }).click();
  return page;
}

for (const count of [2, 3]) {
  test(
    `of ${String(count)} codes that the desk made each works once`,
    LONG,
    async ({ page, browser, server, clock }) => {
      const gro = await outOfWays(server);
      const desk = await Desk.open(browser, server, clock);
      await desk.openFor(gro);
      const codes = (await desk.act('Make temporary codes', { count })).split('\n');
      await desk.close();
      expect(codes).toHaveLength(count);
      const give = async (code: string): Promise<void> => {
        await page.context().clearCookies();
        await passFirstFactor(page, gro);
        await page.getByRole('link', { name: 'I lost my second factor' }).click();
        await page.getByLabel('Backup code').fill(code);
        await page.getByRole('button', { name: 'Use this code' }).click();
      };
      const setsUp = page.getByRole('heading', { name: 'Set up a new second factor' });
      const [first = '', ...others] = codes;
      await give(first);
      await expect(setsUp).toBeVisible();
      await give(first);
      await expect(alert(page.locator('mfa-backup-code-form'))).toContainText('You have used that code before.');
      for (const code of others) {
        await give(code);
        await expect(setsUp).toBeVisible();
      }
      const line = (await auditOf(server, gro)).find(({ event }) => event === 'mfa.temporary_codes_made');
      expect(line?.detail).toMatchObject({ count });
    },
  );
}

test(
  'a wrong person’s reset is an incident, its owner is told everywhere, and a real one opens the account',
  LONG,
  async ({ page, browser, server, clock }) => {
    const other = `other-${crypto.randomUUID()}@example.com`;
    const gro = await outOfWays(server, [other]);
    await page.goto('/login');
    await addAuthenticator(page);
    const desk = await Desk.open(browser, server, clock);
    await desk.openFor(gro);
    const wrong = await desk.act(RESET);
    await desk.act('Suspend: a wrong person was reset');
    const told = tellsOf(server, 'closed for now').filter((to) => [gro.email, other].includes(to));
    expect(told.sort()).toEqual([gro.email, other].sort());
    expect((await auditOf(server, gro)).map(({ event }) => event)).toEqual(
      expect.arrayContaining(['mfa.wrong_person_reset', 'user.suspended']),
    );
    await passFirstFactor(page, gro);
    await expect(heading(page, 'Please call us')).toBeVisible();
    await desk.openFor(gro);
    const pass = await desk.act(RESET);
    await desk.close();
    await passFirstFactor(page, gro);
    await givePass(page, wrong);
    await expect(problem(page)).toContainText("That code didn't work.");
    await givePass(page, pass);
    await enroll(page);
    await expect(page.getByText(`You are signed in as ${gro.email}.`)).toBeVisible();
  },
);

test(
  'a temporary password leads through a new one and a new second factor to own codes',
  LONG,
  async ({ page, browser, server, clock }) => {
    const gro = await outOfWays(server);
    await page.goto('/login');
    await addAuthenticator(page);
    const desk = await Desk.open(browser, server, clock);
    await desk.openFor(gro);
    const pass = await desk.act(RESET);
    const password = await desk.act('Set a temporary password');
    await desk.close();
    await passFirstFactor(page, { ...gro, password });
    await page.getByRole('link', { name: 'Choose a new password' }).click();
    await page.getByLabel('New password').fill('gro-has-a-new-one');
    await page.getByRole('button', { name: 'Continue' }).click();
    await givePass(page, pass);
    await enroll(page);
    await expect(page.getByText(`You are signed in as ${gro.email}.`)).toBeVisible();
    const events = (await auditOf(server, gro)).map(({ event }) => event);
    expect(events).toEqual(expect.arrayContaining(['user.password_changed', 'mfa.factor_enrolled']));
  },
);

test('who never asked stops a mere request, once', LONG, async ({ page, browser, server }) => {
  const gro = await outOfWays(server);
  await askForHelp(page, gro);
  const link = stopLink(server, gro);
  const owner = await lock(browser, server, link);
  await expect(heading(owner, "Didn't ask for this?")).toBeFocused();
  await expect(owner.getByText('Your account is locked.')).toBeVisible();
  expect(new URL(owner.url()).hash).toBe('');
  await owner.context().close();
  await passFirstFactor(page, gro);
  await expect(heading(page, 'Please call us')).toBeVisible();
  expect((await auditOf(server, gro)).map(({ event }) => event)).toContain('mfa.reset_stopped_by_owner');
});

test(
  'a link that was used, or is none, or is a week old, stops nothing',
  LONG,
  async ({ page, browser, server, clock }) => {
    const gro = await outOfWays(server);
    await askForHelp(page, gro);
    const link = stopLink(server, gro);
    const dead = await lock(browser, server, `${link.slice(0, -8)}AAAAAAAA`);
    await expect(alert(dead)).toHaveText('This link stops nothing any longer. Please call us.');
    await dead.context().close();
    await (await lock(browser, server, link)).context().close();
    const desk = await Desk.open(browser, server, clock);
    await desk.openFor(gro);
    await desk.act(RESET);
    await desk.close();
    const late = stopLink(server, gro);
    expect(late).not.toBe(link);
    const used = await lock(browser, server, link);
    await expect(used.locator('#said, #problem').filter({ hasText: /./ })).toBeVisible();
    await used.context().close();
    await passFirstFactor(page, gro);
    await expect(page.getByLabel('Code from the help team')).toBeVisible();
    clock.advance(7 * 24 * 60 + 1);
    const old = await lock(browser, server, late);
    await expect(alert(old)).toHaveText('This link stops nothing any longer. Please call us.');
    await old.context().close();
  },
);

test(
  'the code of the help team works once and not for long, and wrong ones lock it',
  LONG,
  async ({ page, browser, server, clock }) => {
    const gro = await outOfWays(server);
    await page.goto('/login');
    const desk = await Desk.open(browser, server, clock);
    await desk.openFor(gro);
    const first = await desk.act(RESET);
    await passFirstFactor(page, gro);
    await givePass(page, 'WRQN-GCQD-EXYZ');
    await expect(problem(page)).toContainText("That code didn't work.");
    clock.advance(11);
    await givePass(page, first);
    await expect(problem(page)).toContainText('That code is too old.');

    const second = await desk.act('Make a new pass');
    await givePass(page, second);
    await expect(page.getByRole('button', { name: 'An app on a phone' })).toBeVisible();
    await page.context().clearCookies();
    await passFirstFactor(page, gro);
    await givePass(page, second);
    await expect(problem(page)).toContainText('That code was used before. Ask our help team for a new one.');

    const third = await desk.act('Make a new pass');
    await desk.close();
    for (let wrong = 0; wrong < 5; wrong += 1) {
      const judged = page.waitForResponse('**/challenge/attempts');
      await givePass(page, `WRQN-GCQD-EXY${String(wrong + 2)}`);
      await judged;
    }
    await givePass(page, third);
    await expect(problem(page)).toContainText('Too many tries.');
  },
);
