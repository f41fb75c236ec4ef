import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { codeList, countIssues, endPrint, expectAllSet, finish, finishButton, holdPrint, makeButton } from './codes';
import { makeCodes, opens, savedBox, shownCodes, signIn } from './codes';
import { dense, onPaper } from './paper';
import { alert } from './said';
import { expect, nextCode, test, type Person } from './support';

const told = (page: Page, words: string) => expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();
const step = test.step;

async function confirmByApp(page: Page, person: Person): Promise<void> {
  await expect(page.getByRole('heading', { name: "Confirm it's you" })).toBeVisible();
  await page.getByLabel('App code').fill(person.appCode());
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('new codes take the place of the old ones when the person has saved them, and not before', async ({
  page,
  person,
  clock,
  browser,
  server,
  violations,
}) => {
  test.slow();
  const issues = countIssues(page);
  const isOpened = (code: string) => opens(browser, server.origin, person, code);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await holdPrint(page);
  await signIn(page, person);

  await step('confirms that it is them', async () => {
    clock.advance(31);
    await makeButton(page).click();
    await confirmByApp(page, person);
    await told(page, 'Thank you. Now choose “Make new codes” again.');
    await expect(codeList(page)).toHaveCount(0);
  });
  const codes = await makeCodes(page);
  expect(new Set(codes).size).toBe(10);
  expect(issues()).toBeLessThanOrEqual(2);

  await step('until they finish, an old code opens and a new one does not', async () => {
    expect(await isOpened(nextCode(person))).toBe(true);
    expect(await isOpened(codes[0]!)).toBe(false);
  });

  await step('copies, downloads and prints', async () => {
    await page.getByRole('button', { name: 'Copy' }).click();
    await told(page, 'Copied.');
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download' }).click();
    await downloading;
    await told(page, 'Downloaded.');
    await page.getByRole('button', { name: 'Print' }).click();
    await told(page, 'Check that every code is on the paper.');
    await endPrint(page);
  });

  await finishButton(page).click();
  await expect(alert(page)).toContainText('Tick the box first');
  await finish(page);
  await expectAllSet(page);
  await expect(page.getByText('10 backup codes are on; old codes no longer work')).toBeVisible();

  await step('after that, an old code is refused and a new one opens', async () => {
    expect(await isOpened(nextCode(person))).toBe(false);
    expect(await isOpened(codes[0]!)).toBe(true);
  });
  expect(await violations()).toEqual([]);
});

test('the clipboard, the file and the paper say the same, with every code in order', async ({ page, person }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await holdPrint(page);
  await signIn(page, person);
  const codes = await makeCodes(page);

  await page.getByRole('button', { name: 'Copy' }).click();
  await told(page, 'Copied.');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download' }).click();
  const download = await downloading;
  const file = await readFile(await download.path(), 'utf8');
  await page.getByRole('button', { name: 'Print' }).click();
  await told(page, 'Check that every code is on the paper.');
  const paper = await onPaper(page);

  const [day, date] = await page.evaluate(() => {
    const now = new Date();
    const two = (value: number) => String(value).padStart(2, '0');
    return [
      `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
      new Intl.DateTimeFormat('en', { dateStyle: 'long' }).format(now),
    ] as const;
  });
  const account = `${person.email[0]!}•••@example.com`;
  const lines = file.trimEnd().split('\n');
  expect(download.suggestedFilename()).toBe(`fjord-bank-backup-codes-${day}.txt`);
  expect(lines.slice(0, 4)).toEqual(['Fjord Bank backup codes', 'localhost', account, `made ${date} (${day})`]);
  expect(lines[4]).toMatch(/^set \S+$/);
  expect(lines.slice(6, 16)).toEqual(codes);
  expect(lines.slice(17)).toEqual([
    'Each works once. Cross it out.',
    'New set: localhost/account',
    'We never ask for these by phone, email or chat.',
  ]);
  expect(copied).toBe(file);
  expect(paper.pages).toBe(1);
  expect(dense(paper.text)).toBe(dense(file));
});

test('nothing makes codes but a click', async ({ page, person }) => {
  const issues = countIssues(page);
  await signIn(page, person);
  await expect(makeButton(page)).toBeVisible();
  await page.reload();
  await expect(makeButton(page)).toBeVisible();
  await page.goto('/help');
  await page.goBack();
  await expect(makeButton(page)).toBeVisible();
  await page.goForward();
  await page.goBack();
  await expect(makeButton(page)).toBeVisible();
  expect(issues()).toBe(0);

  await makeCodes(page);
  expect(issues()).toBe(1);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await expect(makeButton(page)).toBeVisible();
  await expect(codeList(page)).toHaveCount(0);
  expect(issues()).toBe(1);
});

test(
  'codes that another tab has replaced can no longer be turned on, and the tab says so',
  { tag: '@long' },
  async ({ page, person, context }) => {
    await signIn(page, person);
    await makeCodes(page);
    const second = await context.newPage();
    await second.goto('/account');
    const newer = await makeCodes(second);

    await expect(page.getByRole('heading', { name: "These codes can't be turned on any more" })).toBeVisible();
    await expect(codeList(page)).toHaveCount(0);
    expect(await shownCodes(second)).toEqual(newer);
    await finish(second);
    await expectAllSet(second);
  },
);

test(
  'another tab counts what was turned on in this one',
  { tag: '@long' },
  async ({ page, person, context, browser, server }) => {
    expect(await opens(browser, server.origin, person, nextCode(person))).toBe(true);
    const second = await context.newPage();
    await signIn(page, person);
    await second.goto('/account');
    await expect(second.getByText('9 of 10 left')).toBeVisible();
    await makeCodes(page);
    await finish(page);
    await expectAllSet(page);
    await expect(second.getByText('10 of 10 left')).toBeVisible();
  },
);

test('a proof that is asked for at the end is given over the codes, and Finish is chosen again', async ({
  page,
  person,
  clock,
}) => {
  await signIn(page, person);
  const codes = await makeCodes(page);
  clock.advance(31);
  await finish(page);
  await expect(page.getByRole('heading', { name: "Confirm it's you" })).toBeVisible();
  expect(await shownCodes(page)).toEqual(codes);
  await confirmByApp(page, person);
  await told(page, 'Thank you. Now choose “Finish” again.');
  expect(await shownCodes(page)).toEqual(codes);
  await expect(savedBox(page)).toBeChecked();
  await finishButton(page).click();
  await expectAllSet(page);
});
