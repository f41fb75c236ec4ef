import type { Page } from '@playwright/test';
import type { DemoServer } from '../../demo/server/start';
import type { Arrival } from '../support/fault-proxy';
import { test } from './network';
import { alert, status } from './said';
import { expect, loseSecondFactor, nextCode, type Person } from './support';

/** The request that spends a code; with those that ask what became of it. */
const SPENDING = /\/challenge\/attempts$/;
const SPENDING_OR_ASKING = /\/challenge\/attempts/;

const proofsIn = (arrivals: readonly Arrival[]): Arrival[] => arrivals.filter(({ path }) => SPENDING.test(path));
const idOf = ({ body }: Arrival): string => (JSON.parse(body) as { attempt: string }).attempt;

async function spendCode(page: Page, person: Person): Promise<void> {
  await page.getByLabel('Backup code').fill(nextCode(person));
  await page.keyboard.press('Enter');
}

async function expectNineLeft(page: Page): Promise<void> {
  await expect(status(page)).toHaveText('That backup code is now used up. You have 9 left.');
}

/** How many codes the server has burnt, and whether this browser is in. */
async function truth(page: Page, person: Person, server: DemoServer) {
  const connection = await server.database.connect();
  const { rows } = await connection.query(
    'select c.id from "mfaBackupCode" c join "user" u on u.id = c."userId" where u.email = $1 and c."usedAt" is not null',
    [person.email],
  );
  connection.release();
  return { burnt: rows.length, signedIn: (await page.request.get('/api/me')).ok() };
}

test('an answer that is lost after the server committed lets the person in all the same', async ({
  page,
  person,
  network,
  server,
}) => {
  await loseSecondFactor(page, person);
  network.lose({ path: SPENDING, cut: 'after' });
  await spendCode(page, person);
  await expectNineLeft(page);
  expect(await truth(page, person, server)).toEqual({ burnt: 1, signedIn: true });
  expect(new Set(proofsIn(network.arrivals).map(idOf)).size).toBe(1);
});

test('a code that the browser sends twice by itself is burnt once, and the person is in', async ({
  page,
  person,
  network,
  server,
}) => {
  await loseSecondFactor(page, person);
  network.lose({ path: SPENDING, cut: 'after', times: 1 });
  await spendCode(page, person);
  await expectNineLeft(page);
  const [first, second] = proofsIn(network.arrivals);
  expect([first?.warm, second?.body]).toEqual([true, first?.body]);
  expect(await truth(page, person, server)).toEqual({ burnt: 1, signedIn: true });
});

for (const cut of ['after', 'within'] as const) {
  test(`an answer that is cut ${cut === 'after' ? 'off' : 'short'} on a connection of its own lets the person in by one request`, async ({
    page,
    person,
    network,
    server,
  }) => {
    network.closeAfterAnswers();
    await loseSecondFactor(page, person);
    network.lose({ path: SPENDING, cut });
    await spendCode(page, person);
    await expectNineLeft(page);
    expect(proofsIn(network.arrivals).map(({ warm }) => warm)).toEqual([false]);
    expect(await truth(page, person, server)).toEqual({ burnt: 1, signedIn: true });
  });
}

test('an answer that breaks off in the middle lets the person in all the same', async ({
  page,
  person,
  network,
  server,
}) => {
  await loseSecondFactor(page, person);
  network.lose({ path: SPENDING, cut: 'within' });
  await spendCode(page, person);
  await expectNineLeft(page);
  expect(await truth(page, person, server)).toEqual({ burnt: 1, signedIn: true });
});

test('a code that never arrived is said to work still, and does', async ({ page, person, network, server }) => {
  await loseSecondFactor(page, person);
  network.lose({ path: SPENDING, cut: 'before' });
  await spendCode(page, person);
  await expect(alert(page)).toContainText("You're not in yet, and your code still works.");
  expect(await truth(page, person, server)).toEqual({ burnt: 0, signedIn: false });
  network.heal();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: "You're in" })).toBeVisible();
  expect(await truth(page, person, server)).toEqual({ burnt: 1, signedIn: true });
});

test('a person whose every answer is lost is told nothing that is not known, and gets in once answers come', async ({
  page,
  person,
  network,
  server,
}) => {
  await loseSecondFactor(page, person);
  network.lose({ path: SPENDING_OR_ASKING, cut: 'after' });
  await spendCode(page, person);
  await expect(alert(page)).toContainText("We still can't tell whether you're in.");
  network.heal();
  await page.getByRole('button', { name: 'Check again' }).click();
  await expectNineLeft(page);
  expect(await truth(page, person, server)).toEqual({ burnt: 1, signedIn: true });
});

test('a person who reloads the page while every answer is lost is in', async ({ page, person, network, server }) => {
  await loseSecondFactor(page, person);
  network.lose({ path: SPENDING_OR_ASKING, cut: 'after' });
  await spendCode(page, person);
  await expect(alert(page)).toContainText("We still can't tell whether you're in.");
  network.heal();
  await page.reload();
  await expect(page.getByText(`You are signed in as ${person.email}.`)).toBeVisible();
  expect(await truth(page, person, server)).toEqual({ burnt: 1, signedIn: true });
});
