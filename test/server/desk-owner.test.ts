import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDestination } from '../../src/server/better-auth';
import { cleared } from '../../src/server/better-auth/gate';
import { REASON, startDesk, type Desk } from './support/desk';
import { MINUTE, type Browser, type Person } from './support/harness';
import { otherApp } from './support/other-app';
import { codes, together } from './support/together';

const HOUR = 60 * MINUTE;
const SUSPENDED = { status: 'blocked', why: 'suspended' };

let d: Desk;
beforeAll(async () => {
  d = await startDesk({ deliver: { email: () => Promise.resolve(), accountEmail: false } });
});
afterAll(() => d.t.close());

const cancel = (browser: Browser, number: string) =>
  browser.send('POST', `/api/auth/mfa/assistance/cases/${number}/cancel`, {});
const current = async (browser: Browser) =>
  (await browser.send('GET', '/api/auth/mfa/assistance/case')).body.case as { number: string } | null;
const eventsOf = async (person: Person) => (await d.auditOf(person)).map(({ event }) => event);
const openFor = async ({ email }: Person) => {
  const { browser } = await d.onDuty();
  const { body } = await browser.send('POST', '/api/auth/desk/cases/open', { account: email, reason: REASON });
  return body.number as string;
};

describe('a request for help', () => {
  test('is one, however often and from wherever it is made', async () => {
    const person = await d.t.addPerson();
    const browsers = [await d.t.challenged(person), await d.t.challenged(person)];
    const answers = await together(2, (index) => d.askForHelp(browsers[index]!));
    expect(new Set(answers.map(({ body }) => body.number as string)).size).toBe(1);
    expect(await eventsOf(person)).toEqual(['mfa.help_requested']);
    const { challenge } = (await browsers[0]!.load()).body;
    expect([challenge.assistance, challenge.notices]).toEqual([
      answers[0]!.body,
      [{ kind: 'case-open', at: answers[0]!.body.openedAt }],
    ]);
  });

  test('is told to the owner at every address, with a link that stops it', async () => {
    const person = await d.t.addPerson();
    const other = `other-${person.email}`;
    await addDestination(d.t.server.auth, person.id, { channel: 'email', to: other });
    await d.askForHelp(await d.t.challenged(person));
    const [own] = d.noticesTo(person);
    expect([own!.what, d.noticesTo({ email: other })[0]!.text]).toEqual(['help-asked', own!.text]);
    expect(own!.text).toMatch(/\/freeze#[\w-]{43}\n/);
    expect(own!.text.match(/https?:\S+/g)).toHaveLength(2);
  });

  test('is taken back by the person, and may be made again after four hours', async () => {
    const { person, browser, number } = await d.inNeed();
    expect((await cancel(browser, number)).status).toBe(204);
    expect([await current(browser), (await cancel(browser, number)).status]).toEqual([null, 204]);
    const soon = await d.askForHelp(browser);
    expect(soon.body).toMatchObject({ code: 'too-many-attempts', retryAt: d.t.clock.now + 4 * HOUR });
    d.t.clock.now += 4 * HOUR;
    const again = await d.askForHelp(await d.t.challenged(person));
    expect([again.status, again.body.number === number]).toEqual([200, false]);
    expect(await eventsOf(person)).toEqual(['mfa.help_requested', 'mfa.help_cancelled', 'mfa.help_requested']);
  });

  test('is not touched by who only knows its number', async () => {
    const [one, other] = [await d.inNeed(), await d.inNeed()];
    await cancel(other.browser, one.number);
    expect((await current(one.browser))?.number).toBe(one.number);
  });

  test('is refused where the policy lets nothing be recovered, to the agent too', async () => {
    const app = await otherApp(
      d.t,
      {},
      {
        policy: { selfRecovery: false },
        notify: () => Promise.resolve(),
        assistance: { role: () => 'help desk', freezeUrl: 'x', changePasswordUrl: 'x' },
      },
    );
    const { person, number } = await d.inNeed();
    const asker = app.browser();
    await asker.signIn(await d.t.addPerson());
    expect((await d.askForHelp(asker)).body).toMatchObject({ code: 'not-allowed', reason: 'policy' });
    const { person: agent } = await d.agent();
    const browser = app.browser();
    await browser.signIn(agent);
    await browser.attempt('totp', d.t.nextAppCode(agent));
    expect((await d.act(browser, 'reset', number, person)).status).toBe(403);
    expect((await d.auditOf(person)).at(-1)!.detail.why).toBe('recovery-forbidden');
  });
});

test('no app starts with a help desk that tells the owner nothing', async () => {
  const start = otherApp(d.t, {}, { assistance: { role: () => null, freezeUrl: 'x', changePasswordUrl: 'x' } });
  await expect(start).rejects.toThrow('set `notify`');
});

describe('the link of a notice', () => {
  test('stops a reset: nobody is in, the pass is void, and the account is closed', async () => {
    const { person, pass, number } = await d.wasReset();
    const thief = await d.firstFactor(person);
    await d.givePass(thief, pass);
    const { id, key } = (await thief.startTotp()).body;
    expect((await d.freeze(d.freezeTokenOf(person))).status).toBe(204);
    expect((await thief.verifyTotp(id as string, d.codeOf(key as string))).body.code).toBe('signed-out');
    expect((await thief.load()).body).toEqual({ status: 'sign-in-first' });
    const next = await d.firstFactor(person);
    expect((await next.load()).body).toEqual(SUSPENDED);
    const suspended = { code: 'not-allowed', reason: 'suspended' };
    expect((await d.givePass(next, pass)).body).toMatchObject(suspended);
    expect((await next.startTotp()).body).toMatchObject(suspended);
    expect((await d.askForHelp(next)).body).toMatchObject(suspended);
    expect((await d.auditOf(person)).slice(-2)).toEqual([
      expect.objectContaining({ event: 'mfa.reset_stopped_by_owner', role: 'user', detail: { case: number } }),
      expect.objectContaining({ event: 'user.suspended', role: 'user' }),
    ]);
    expect(d.noticesTo(person).at(-1)!.what).toBe('suspended');
  });

  test('ends every session and closes the case, where help was only asked for', async () => {
    const person = await d.t.addPerson();
    const inside = await d.t.signedIn(person);
    const thief = await d.t.challenged(person);
    await d.askForHelp(thief);
    await d.freeze(d.freezeTokenOf(person));
    expect(await inside.whoAmI()).toBe(null);
    expect((await thief.attempt('totp', d.t.nextAppCode(person))).body.code).toBe('challenge-over');
    const next = await d.t.challenged(person);
    expect((await next.attempt('totp', d.t.nextAppCode(person))).body).toMatchObject({ reason: 'suspended' });
  });

  test('works once, and succeeds when it is sent again', async () => {
    const { person } = await d.wasReset();
    const token = d.freezeTokenOf(person);
    const answers = await together(2, () => d.freeze(token));
    expect(codes(answers)).toEqual([204, 204]);
    expect((await eventsOf(person)).filter((event) => event === 'user.suspended')).toHaveLength(1);
  });

  test('stops nothing once an agent has opened the account again', async () => {
    const person = await d.t.addPerson();
    const asked = await d.askForHelp(await d.t.challenged(person));
    const first = d.freezeTokenOf(person);
    const { browser } = await d.onDuty();
    await d.act(browser, 'reset', asked.body.number as string, person);
    await d.freeze(d.freezeTokenOf(person));
    await d.act(browser, 'reset', await openFor(person), person);
    expect((await d.freeze(first)).body.code).toBe('superseded');
    expect((await (await d.firstFactor(person)).load()).body.status).toBe('enroll');
    await d.freeze(d.freezeTokenOf(person));
    expect((await (await d.firstFactor(person)).load()).body).toEqual(SUSPENDED);
  });

  test('stops nothing after a week, nor by another token', async () => {
    const { person } = await d.inNeed();
    const token = d.freezeTokenOf(person);
    d.t.clock.now += 7 * 24 * HOUR;
    expect((await d.freeze(token)).body.code).toBe('superseded');
    expect((await d.freeze('x'.repeat(43))).body.code).toBe('superseded');
    expect((await (await d.t.challenged(person)).load()).body.status).toBe('challenge');
  });

  test('gives nothing: no session, no challenge, no address', async () => {
    const { person } = await d.inNeed();
    const answer = await d.freeze(d.freezeTokenOf(person));
    expect([answer.status, answer.body, answer.setCookies]).toEqual([204, '', []]);
  });

  test('does nothing by being opened', async () => {
    const { person } = await d.inNeed();
    const browser = d.t.browser();
    const { status } = await browser.send('GET', `/api/auth/mfa/assistance/freeze`);
    expect(status).toBe(404);
    expect((await (await d.t.challenged(person)).load()).body.status).toBe('challenge');
  });
});

describe('a wrong person who was reset', () => {
  test('is out, the owner is told elsewhere, an incident is written down, and a real reset lifts it', async () => {
    const person = await d.t.addPerson();
    const other = `other-${person.email}`;
    await addDestination(d.t.server.auth, person.id, { channel: 'email', to: other });
    const { browser: agent } = await d.onDuty();
    const wrong = await openFor(person);
    const { pass } = (await d.act(agent, 'reset', wrong, person)).body;
    const thief = await d.firstFactor(person);
    await d.givePass(thief, pass as string);
    await d.connectApp(thief);
    expect(await thief.whoAmI()).toBe(person.email);

    await d.act(agent, 'suspend', wrong, person, { proof: undefined });
    expect([await thief.whoAmI(), (await (await d.firstFactor(person)).load()).body]).toEqual([null, SUSPENDED]);
    // The reset took the destination away, and its owner is told there all the same.
    expect(d.noticesTo({ email: other }).at(-1)!.what).toBe('suspended');
    expect((await d.auditOf(person)).slice(-2)).toEqual([
      expect.objectContaining({ event: 'mfa.wrong_person_reset', detail: { case: wrong, reset: wrong } }),
      expect.objectContaining({ event: 'user.suspended', role: 'help desk', detail: { case: wrong, reason: REASON } }),
    ]);

    const right = await openFor(person);
    const again = (await d.act(agent, 'reset', right, person)).body;
    const owner = await d.firstFactor(person);
    await d.givePass(owner, again.pass as string);
    expect((await d.connectApp(owner)).status).toBe(200);
    expect(await owner.whoAmI()).toBe(person.email);
    const events = await eventsOf(person);
    expect(events).toContain('user.released');
    expect(events.at(-1)).toBe('mfa.factor_enrolled');
  });

  test('a suspension without a reset is no incident', async () => {
    const { person, number } = await d.inNeed();
    await d.act((await d.onDuty()).browser, 'suspend', number, person);
    expect(await eventsOf(person)).toEqual(['mfa.help_requested', 'user.suspended']);
  });
});

test('a session that was being made while the account was closed is taken away again', async () => {
  const person = await d.t.addPerson({ factor: false });
  await d.act((await d.onDuty()).browser, 'suspend', await openFor(person), person);
  const { internalAdapter } = await d.t.server.auth.$context;
  // As a sign-in that was let through in the moment before.
  const late = await cleared(person.id, () => internalAdapter.createSession(person.id));
  expect([late.userId, await internalAdapter.findSession(late.token)]).toEqual([person.id, null]);
});

test('a link of Better Auth that was mailed before sets no password after a reset', async () => {
  const person = await d.t.addPerson();
  const { internalAdapter } = await d.t.server.auth.$context;
  const link = { value: person.id, identifier: 'reset-password:mailed', expiresAt: new Date(Date.now() + HOUR) };
  await internalAdapter.createVerificationValue(link);
  const use = () =>
    d.t.browser().send('POST', '/api/auth/reset-password', { newPassword: 'a password of a thief', token: 'mailed' });
  await d.act((await d.onDuty()).browser, 'reset', await openFor(person), person);
  expect((await use()).status).toBe(400);
  await internalAdapter.createVerificationValue(link);
  expect((await use()).status).toBe(200);
});

test('a suspended person without any second factor gets no session either', async () => {
  const person = await d.t.addPerson({ factor: false });
  await d.act((await d.onDuty()).browser, 'suspend', await openFor(person), person);
  const browser = await d.firstFactor(person);
  expect([browser.holdsSession, (await browser.load()).body]).toEqual([false, SUSPENDED]);
});
