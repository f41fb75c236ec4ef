import type { Page } from '@playwright/test';
import { signIn } from './codes';
import { auditOf, Desk, deskTest as test, enroll, givePass, outOfWays, REASON } from './desk';
import { addAuthenticator, expect, passFirstFactor } from './support';

const LONG = { tag: '@long' };
const RESET = 'Reset the second factor';

/** How often the page has sent an act. */
function countActs(page: Page, act: string): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith(`/${act}`)) count += 1;
  });
  return () => count;
}

for (const [what, given, said, why] of [
  ['a proof of who asks', { proof: '' }, 'Choose how you know who it is.', 'no-proof'],
  ['a reason', { reason: '' }, 'Write a reason of ten characters or more.', 'no-reason'],
] as const) {
  test(`without ${what} nobody is reset: the page says so, and the log`, LONG, async ({ browser, server, clock }) => {
    const gro = await outOfWays(server);
    const desk = await Desk.open(browser, server, clock);
    await desk.openFor(gro);
    expect(await desk.act(RESET, given)).toBe('');
    expect(await desk.problem).toBe(said);
    expect(await desk.openFor(gro)).toContain(`why: ${why}`);
    await desk.close();
    const events = (await auditOf(server, gro)).map(({ event }) => event);
    expect(events).not.toContain('mfa.factor_admin_reset');
  });
}

for (const [proof, kept] of [
  ['Seen on a live video call', 'video'],
  ["A manager's or HR ticket", 'ticket'],
  ['An existing strong sign-in', 'existing-sign-in'],
] as const) {
  test(`a reset by “${proof}” is written down with it`, LONG, async ({ browser, server, clock }) => {
    const gro = await outOfWays(server);
    const desk = await Desk.open(browser, server, clock);
    await desk.openFor(gro);
    expect(await desk.act(RESET, { proof })).not.toBe('');
    await desk.close();
    const line = (await auditOf(server, gro)).find(({ event }) => event === 'mfa.factor_admin_reset');
    expect(line?.detail).toMatchObject({ proof: kept, reason: REASON });
  });
}

test(
  'an act whose answer is lost is not sent again: the agent reads what became of it',
  LONG,
  async ({ browser, server, clock }) => {
    const gro = await outOfWays(server);
    const desk = await Desk.open(browser, server, clock);
    await desk.openFor(gro);
    const acts = countActs(desk.page, 'reset');
    await desk.page.route('**/desk/cases/*/reset', async (route) => {
      await route.fetch();
      await route.abort();
    });
    expect(await desk.act(RESET)).toBe('');
    expect(await desk.problem).toContain('it may have happened. The case was read again');
    await expect(desk.page.locator('#facts')).toContainText('Reset: waits for a new second factor');
    expect(acts()).toBe(1);
    await expect(desk.page.getByLabel('Reason')).toHaveValue(REASON);
    expect(await desk.act('Make a new pass')).not.toBe('');
    await desk.close();
  },
);

test('a second click while an act is under way is none', LONG, async ({ browser, server, clock }) => {
  const gro = await outOfWays(server);
  const desk = await Desk.open(browser, server, clock);
  await desk.openFor(gro);
  const acts = countActs(desk.page, 'reset');
  let go: () => void = () => undefined;
  const clicked = new Promise<void>((resolve) => (go = resolve));
  await desk.page.route('**/desk/cases/*/reset', async (route) => {
    await clicked;
    await route.continue();
  });
  await desk.page.getByLabel('Seen on a live video call').check();
  await desk.page.getByLabel('Reason').fill(REASON);
  await desk.page.getByRole('button', { name: RESET }).click();
  await desk.page.getByRole('button', { name: RESET }).click();
  go();
  await expect(desk.page.getByText('Read the pass out to the person now.')).toBeVisible();
  expect(acts()).toBe(1);
  await desk.close();
});

test('an agent who proves anew goes on where they were', LONG, async ({ browser, server, clock }) => {
  const gro = await outOfWays(server);
  const desk = await Desk.open(browser, server, clock);
  await desk.openFor(gro);
  clock.advance(31);
  expect(await desk.act(RESET)).toBe('');
  expect(await desk.problem).toBe("Confirm that it's you first.");
  await desk.prove(server, clock);
  await expect(desk.page.getByRole('button', { name: RESET })).toBeFocused();
  await expect(desk.page.getByLabel('Reason')).toHaveValue(REASON);
  await desk.page.keyboard.press('Enter');
  await expect(desk.page.getByText('Read the pass out to the person now.')).toBeVisible();
  await desk.close();
});

test('what a person changed lately stands before the agent', LONG, async ({ page, person, browser, server, clock }) => {
  await page.goto('/login');
  await addAuthenticator(page);
  await signIn(page, person);
  await page.getByRole('button', { name: 'Set up this device' }).click();
  await page.getByRole('button', { name: 'Add this device' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  const desk = await Desk.open(browser, server, clock);
  const facts = await desk.openFor(person);
  expect(facts).toMatch(/Changes\s*mfa\.factor_enrolled, \d+ \w+ \d{4}/);
  await desk.close();
});

test(
  'the new second factor closes the case, and the log says by whom',
  LONG,
  async ({ page, browser, server, clock }) => {
    const gro = await outOfWays(server);
    await page.goto('/login');
    await addAuthenticator(page);
    const desk = await Desk.open(browser, server, clock);
    const facts = await desk.openFor(gro);
    const number = /Case(\S+), waiting/.exec(facts)?.[1];
    const pass = await desk.act(RESET);
    await passFirstFactor(page, gro);
    await givePass(page, pass);
    await enroll(page);
    await expect(page.getByText(`You are signed in as ${gro.email}.`)).toBeVisible();
    const after = await desk.openFor(gro);
    expect(after).toContain(`${number}, done`);
    expect(after).toContain(`mfa.factor_enrolled · ${gro.email} (user) · factor: passkey · case: ${number}`);
    await desk.close();
    const lines = await auditOf(server, gro);
    const enrolled = lines.find(({ event, detail }) => event === 'mfa.factor_enrolled' && detail.case === number);
    const reset = lines.find(({ event }) => event === 'mfa.factor_admin_reset');
    expect(enrolled?.actorId).toEqual(expect.any(String));
    expect([reset?.detail.case, reset?.actorId === enrolled?.actorId]).toEqual([number, false]);
  },
);
