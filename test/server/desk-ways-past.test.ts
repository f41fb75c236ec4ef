import { afterAll, beforeAll, expect, test } from 'vitest';
import { REASON, startDesk, type Desk } from './support/desk';
import { MINUTE, PASSWORD } from './support/harness';

/** What somebody with the password alone, or an agent alone, might try around a case. */

let d: Desk;
beforeAll(async () => {
  d = await startDesk();
});
afterAll(() => d.t.close());

type Browser = Awaited<ReturnType<Desk['agent']>>['browser'];
const cancel = (browser: Browser, number: string) =>
  browser.send('POST', `/api/auth/mfa/assistance/cases/${number}/cancel`, {});
const open = (browser: Browser, { email }: { email: string }) =>
  browser.send('POST', '/api/auth/desk/cases/open', { account: email, reason: REASON });

test('a reset stands though the request is taken back: another pass can be made', async () => {
  const { person, number, agent } = await d.wasReset();
  const thief = await d.firstFactor(person);
  expect((await cancel(thief, number)).status).toBe(204);
  const { status, body } = await d.act(agent.browser, 'pass', number, person);
  expect([status, typeof body.pass]).toEqual([200, 'string']);
});

test('a refusal stands though the request is taken back, and is seen by the next agent', async () => {
  const { person, browser, number } = await d.inNeed();
  const agent = await d.onDuty();
  await d.act(agent.browser, 'refuse', number, person);
  await cancel(browser, number);
  expect((await d.look(agent.browser, number)).body.state).toBe('refused');
  const { body } = await browser.send('GET', '/api/auth/mfa/assistance/case');
  expect(body).toEqual({ case: null });
});

test('who handed a case on neither closes it nor decides on the next one', async () => {
  const { person, number } = await d.inNeed();
  const [one, other] = [await d.onDuty(0), await d.onDuty(1)];
  await d.act(one.browser, 'escalate', number, person);
  expect((await d.act(one.browser, 'refuse', number, person)).status).toBe(403);
  await d.act(one.browser, 'suspend', number, person);
  const next = (await open(one.browser, person)).body.number as string;
  expect((await d.act(one.browser, 'reset', next, person)).status).toBe(403);
  expect((await d.act(other.browser, 'reset', next, person)).status).toBe(200);
});

test('who is no agent writes into nobody else’s log, and nothing of their own words', async () => {
  const { person } = await d.inNeed();
  const stranger = await d.t.signedIn(await d.t.addPerson());
  const before = await d.auditOf(person);
  await d.act(stranger, 'reset', 'written-by-a-stranger', person);
  expect(await d.auditOf(person)).toEqual(before);
  const [line] = await d.t.sql<{ detail: string; subjectId: string | null }>(
    `select detail, "subjectId" from "mfaAudit" where event = 'mfa.admin_action_denied' order by at desc limit 1`,
  );
  expect([line?.subjectId, JSON.parse(line?.detail ?? '{}')]).toEqual([
    null,
    { act: 'reset', case: null, why: 'not-an-agent' },
  ]);
});

test('nobody tries passwords where there is none to change', async () => {
  const browser = await d.firstFactor(await d.t.addPerson());
  const told = [];
  for (const password of [PASSWORD, 'another-password-altogether']) {
    const { status, body } = await browser.send('POST', '/api/auth/desk/new-password', { password });
    told.push([status, body.code]);
  }
  expect(told).toEqual([
    [403, 'not-allowed'],
    [403, 'not-allowed'],
  ]);
});

test('a pass that took its time is taken by who loaded the page again', async () => {
  const { person, number } = await d.wasReset();
  const browser = await d.firstFactor(person);
  d.t.clock.now += 31 * MINUTE;
  const { pass } = (await d.act((await d.onDuty()).browser, 'pass', number, person)).body;
  expect((await d.givePass(browser, pass as string)).body).toMatchObject({ code: 'challenge-over', restart: 'here' });
  expect((await browser.load()).body).toMatchObject({ status: 'enroll', passNeeded: true });
  await d.givePass(browser, pass as string);
  expect((await browser.load()).body).toMatchObject({ status: 'enroll', passNeeded: false });
});

test('an account that its owner freezes after a reset is an incident', async () => {
  const { person } = await d.wasReset();
  await d.freeze(d.freezeTokenOf(person));
  expect((await d.auditOf(person)).map(({ event }) => event)).toContain('mfa.wrong_person_reset');
});
