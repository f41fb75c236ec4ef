import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDestination } from '../../src/server/better-auth';
import { DESK_PATHS } from '../../src/server/better-auth/desk/paths';
import type { Act } from '../../src/server/better-auth/desk/rules';
import { CAP, REASON, startDesk, type Desk } from './support/desk';
import { MINUTE, type Answer, type Browser, type Person } from './support/harness';

const ACTS: Act[] = [
  ...(['reset', 'pass', 'temporary-codes', 'temporary-password'] as const),
  ...(['suspend', 'refuse', 'escalate', 'approve'] as const),
];
const READS = ['/desk/audit', '/desk/cases', '/desk/cases/1'];

let d: Desk;
beforeAll(async () => {
  d = await startDesk({ deliver: { sms: () => Promise.resolve() } });
});
afterAll(() => d.t.close());

const read = (browser: Browser, path: string): Promise<Answer> => browser.send('GET', `/api/auth${path}`);
const open = (browser: Browser, account: string, reason: string = REASON): Promise<Answer> =>
  browser.send('POST', '/api/auth/desk/cases/open', { account, reason });
const lastOf = async (person: Person) => (await d.auditOf(person)).at(-1);
const factorsOf = async ({ id }: Person) =>
  (await d.t.sql('select id from "mfaFactor" where "userId" = $1', [id])).length;

describe('the desk', () => {
  test('shows an agent the open cases and the proofs that count', async () => {
    const { person, number } = await d.inNeed();
    const { browser } = await d.onDuty();
    const { body } = await read(browser, '/desk/cases');
    expect(body.cases[0]).toEqual({ number, state: 'waiting', openedAt: expect.any(Number), account: person.email });
    expect(body.proofs).toEqual(['video', 'call-on-file', 'ticket', 'existing-sign-in']);
  });

  test('shows an agent what they have to see before they decide', async () => {
    const { person, browser: asker, number } = await d.inNeed();
    await addDestination(d.t.server.auth, person.id, { channel: 'sms', to: '+4755500142' });
    await d.t.sql('update "mfaBackupCode" set "usedAt" = now() where "userId" = $1', [person.id]);
    await asker.attempt('totp', '000000');
    const { browser } = await d.onDuty();
    const { body } = await d.look(browser, number);
    expect(body).toMatchObject({
      ...{ number, account: person.email, subject: person.id, codesLeft: 0, isYou: false, isColleague: false },
      factors: [{ kind: 'totp' }, { kind: 'delivered-code' }],
      phonesOnFile: [{ to: '+4755500142', since: expect.any(Number) }],
      failedSignIns: [{ what: 'mfa.challenge_refused', at: expect.any(Number) }],
      ...{ changes: [], otherCases: [], stands: null, approvals: [] },
      log: [{ event: 'mfa.help_requested', actor: person.email, role: 'user' }],
    });
    await d.act(browser, 'reset', number, person);
    const after = (await d.look(browser, number)).body;
    expect((after.changes as { what: string }[]).map(({ what }) => what)).toEqual(['mfa.factor_admin_reset']);
    // The factor that it was is gone; an agent may have to call again.
    expect(after.phonesOnFile).toEqual(body.phonesOnFile);
  });

  test('opens a case for who called and can not ask, once, and tells the owner', async () => {
    const person = await d.t.addPerson();
    const { browser, person: agent } = await d.onDuty();
    const { number } = (await open(browser, ` ${person.email.toUpperCase()}`)).body;
    expect((await open(browser, person.email)).body).toEqual({ number });
    expect(await d.auditOf(person)).toEqual([
      expect.objectContaining({
        event: 'mfa.help_requested',
        actorId: agent.id,
        detail: { case: number, reason: REASON },
      }),
    ]);
    expect(d.noticesTo(person).map(({ what }) => what)).toEqual(['help-opened']);
  });

  test.each<[string, (browser: Browser, own: Person) => Promise<Answer>, number]>([
    ['for no reason', async (browser) => open(browser, (await d.t.addPerson()).email, 'x'), 422],
    ['for nobody', (browser) => open(browser, 'nobody@example.com'), 404],
    ['for the agent', (browser, own) => open(browser, own.email), 403],
  ])('opens no case %s', async (_, ask, status) => {
    const { browser, person } = await d.onDuty();
    expect((await ask(browser, person)).status).toBe(status);
  });
});

describe('nobody is let near an account', () => {
  const everything: [string, (browser: Browser, number: string, person: Person) => Promise<Answer>][] = [
    ...READS.map((path) => [path, (browser: Browser) => read(browser, path)] as (typeof everything)[number]),
    ...ACTS.map(
      (act) => [act, (browser, number, person) => d.act(browser, act, number, person)] as (typeof everything)[number],
    ),
    ['open', (browser, _, person) => open(browser, person.email)],
  ];

  test('by any route of the desk that is not asked here', () => {
    const asked = [
      ...READS.map((path) => path.replace('/1', '/:number')),
      '/desk/cases/open',
      ...ACTS.map((act) => `/desk/cases/:number/${act}`),
    ];
    // The person's own, which no agent asks.
    expect([...asked, '/desk/new-password'].sort()).toEqual([...DESK_PATHS].sort());
  });

  test('who is signed out, who only gave a password, who is no agent, and whose proof is old', async () => {
    const { person, browser: asker, number } = await d.inNeed();
    const stranger = await d.t.signedIn(await d.t.addPerson());
    const { browser: stale } = await d.agent();
    d.t.clock.now += 31 * MINUTE;
    const wrong: unknown[] = [];
    for (const [name, ask] of everything) {
      const found = await Promise.all(
        [d.t.browser(), asker, stranger, stale].map(async (browser) => (await ask(browser, number, person)).body.code),
      );
      const wanted = ['signed-out', 'signed-out', 'not-allowed', 'step-up-required'];
      if (String(found) !== String(wanted)) wrong.push([name, found]);
    }
    expect(wrong).toEqual([]);
    expect([await factorsOf(person), (await d.t.challenged(person)).holdsSession]).toEqual([1, false]);
  });

  test('and what was refused stands in the log', async () => {
    const { person, number } = await d.inNeed();
    const stranger = await d.t.addPerson();
    const { person: agent, browser: stale } = await d.agent();
    const inside = await d.t.signedIn(stranger);
    await d.act(inside, 'reset', number, person);
    // It is about nobody: a stranger must not fill the log of whoever they name.
    const [line] = await d.t.sql<{ event: string; subjectId: string | null; role: string; detail: string }>(
      'select event, "subjectId", role, detail from "mfaAudit" where "actorId" = $1 and event = $2',
      [stranger.id, 'mfa.admin_action_denied'],
    );
    const denied = { act: 'reset', case: number, why: 'not-an-agent' };
    expect({ ...line, detail: JSON.parse(line?.detail ?? '{}') as object }).toEqual({
      ...{ event: 'mfa.admin_action_denied', subjectId: null, role: 'user' },
      detail: denied,
    });
    d.t.clock.now += 31 * MINUTE;
    await d.act(stale, 'reset', number, person);
    expect(await lastOf(person)).toMatchObject({
      actorId: agent.id,
      role: 'help desk',
      detail: { why: 'no-fresh-proof' },
    });
  });

  test('not an agent without a second factor, who would confirm by the password', async () => {
    const { person, number } = await d.inNeed();
    const agent = await d.t.addPerson({ factor: false });
    d.agents.add(agent.id);
    const browser = d.t.browser();
    await browser.signIn(agent);
    await browser.stepUp({ kind: 'password', password: 'a password of the tests' });
    expect((await d.act(browser, 'reset', number, person)).body).toMatchObject({ code: 'not-allowed' });
  });

  test('not an agent any longer once the role is gone', async () => {
    const { person, number } = await d.inNeed();
    const { person: agent, browser } = await d.agent();
    d.agents.delete(agent.id);
    expect((await d.act(browser, 'reset', number, person)).body.code).toBe('not-allowed');
    expect(await factorsOf(person)).toBe(1);
  });
});

describe('the server refuses, changes nothing, and writes down', () => {
  test.each<[string, object, string]>([
    ['a reset without a proof', { proof: undefined }, 'no-proof'],
    ['a reset without a reason', { reason: ' ' }, 'no-reason'],
  ])('%s', async (_, more, why) => {
    const { person, number } = await d.inNeed();
    const { browser } = await d.onDuty();
    const { status, body } = await d.act(browser, 'reset', number, person, more);
    expect([status, body.code]).toEqual([422, 'bad-request']);
    expect([await factorsOf(person), (await lastOf(person))?.detail.why]).toEqual([1, why]);
  });

  test("a reset by another person's case, and by none", async () => {
    const [one, other] = [await d.inNeed(), await d.inNeed()];
    const { browser } = await d.onDuty();
    for (const number of [other.number, '000-000000']) {
      expect((await d.act(browser, 'reset', number, one.person)).body.code).toBe('not-allowed');
      expect([await factorsOf(one.person), (await lastOf(one.person))?.detail.why]).toEqual([1, 'foreign-case']);
    }
  });

  test('a reset of a closed case', async () => {
    const { person, browser: asker, number } = await d.inNeed();
    await asker.send('POST', `/api/auth/mfa/assistance/cases/${number}/cancel`, {});
    const { browser } = await d.onDuty();
    expect((await d.act(browser, 'reset', number, person)).body.code).toBe('superseded');
    expect([await factorsOf(person), (await lastOf(person))?.detail.why]).toEqual([1, 'closed-case']);
  });

  test("an agent's act on themselves", async () => {
    const { person: agent, browser } = await d.agent();
    const asker = await d.t.challenged(agent);
    const { number } = (await d.askForHelp(asker)).body;
    expect((await d.act(browser, 'reset', number as string, agent)).body.code).toBe('not-allowed');
    expect([await factorsOf(agent), (await lastOf(agent))?.detail.why]).toEqual([1, 'own-account']);
  });

  test('an act on a colleague, until a second agent agrees', async () => {
    const [colleague, one, other] = [await d.agent(), await d.onDuty(), await d.onDuty(1)];
    const { number } = (await open(one.browser, colleague.person.email)).body;
    const reset = () => d.act(one.browser, 'reset', number as string, colleague.person);
    expect((await reset()).status).toBe(403);
    expect((await lastOf(colleague.person))?.detail.why).toBe('no-second-agent');
    await d.act(one.browser, 'approve', number as string, colleague.person, { to: 'reset' });
    expect((await reset()).status).toBe(403);
    await d.act(other.browser, 'approve', number as string, colleague.person, { to: 'suspend' });
    expect((await reset()).status).toBe(403);
    await d.act(other.browser, 'approve', number as string, colleague.person, { to: 'reset' });
    expect((await d.look(other.browser, number as string)).body.approvals).toEqual(['reset', 'suspend', 'reset']);
    expect((await reset()).status).toBe(200);
    const approvals = (await d.auditOf(colleague.person)).filter(({ event }) => event.endsWith('_approved'));
    expect(approvals.map(({ actorId, detail }) => [actorId, detail.to])).toEqual([
      ...[[one.person.id, 'reset'] as const],
      ...(['suspend', 'reset'] as const).map((to) => [other.person.id, to]),
    ]);
  });

  test('a second act on a colleague by the same agreement', async () => {
    const [colleague, one, other] = [await d.agent(), await d.onDuty(), await d.onDuty(1)];
    const number = (await open(one.browser, colleague.person.email)).body.number as string;
    const agree = () => d.act(other.browser, 'approve', number, colleague.person, { to: 'pass' });
    await d.act(other.browser, 'approve', number, colleague.person, { to: 'reset' });
    await d.act(one.browser, 'reset', number, colleague.person);
    const newPass = () => d.act(one.browser, 'pass', number, colleague.person);
    expect((await newPass()).status).toBe(403);
    await agree();
    expect([(await newPass()).status, (await newPass()).status]).toEqual([200, 403]);
  });

  test('an act on a colleague by the word of who has left the team', async () => {
    const [colleague, one, left] = [await d.agent(), await d.onDuty(), await d.agent()];
    const number = (await open(one.browser, colleague.person.email)).body.number as string;
    await d.act(left.browser, 'approve', number, colleague.person, { to: 'reset' });
    d.agents.delete(left.person.id);
    expect((await d.act(one.browser, 'reset', number, colleague.person)).status).toBe(403);
    d.agents.add(left.person.id);
    expect((await d.act(one.browser, 'reset', number, colleague.person)).status).toBe(200);
  });

  test.each([{}, { to: 'refuse' }, { to: 'everything' }, { to: ['reset'] }])('an agreement to %o', async (to) => {
    const { person, number } = await d.inNeed();
    const { browser } = await d.onDuty();
    expect((await d.act(browser, 'approve', number, person, to)).body).toMatchObject({ status: 422 });
    expect((await lastOf(person))?.detail).toMatchObject({ act: 'approve', why: 'malformed' });
  });

  test('a case for an account that there is not', async () => {
    const { browser, person: agent } = await d.agent();
    expect((await open(browser, 'nobody@example.com')).status).toBe(404);
    const lines = await d.t.sql<{ detail: string }>(
      'select detail from "mfaAudit" where "actorId" = $1 and event = $2',
      [agent.id, 'mfa.admin_action_denied'],
    );
    expect(lines.map(({ detail }) => JSON.parse(detail) as object)).toEqual([
      { act: 'open', case: null, why: 'unknown-account' },
    ]);
  });

  test("a colleague's agreement that is an hour old", async () => {
    const [colleague, one, other] = [await d.agent(), await d.onDuty(), await d.onDuty(1)];
    const { number } = (await open(one.browser, colleague.person.email)).body;
    await d.act(other.browser, 'approve', number as string, colleague.person, { to: 'reset' });
    d.t.clock.now += 61 * MINUTE;
    await one.browser.stepUp({ kind: 'totp', code: d.t.nextAppCode(one.person) });
    expect((await d.act(one.browser, 'reset', number as string, colleague.person)).status).toBe(403);
  });
});

describe('an agent who refuses or hands on', () => {
  test('says nothing to the person, and leaves a line with the reason', async () => {
    const { person, browser: asker, number } = await d.inNeed();
    const before = (await asker.load()).body.challenge.assistance;
    const { browser } = await d.onDuty();
    await d.act(browser, 'escalate', number, person, { proof: undefined });
    expect([(await lastOf(person))?.event, (await lastOf(person))?.detail]).toEqual([
      'mfa.help_escalated',
      { case: number, reason: REASON },
    ]);
    const second = await d.onDuty(1);
    await d.act(second.browser, 'refuse', number, person, { proof: undefined });
    expect((await lastOf(person))?.event).toBe('mfa.help_refused');
    expect((await asker.load()).body.challenge.assistance).toEqual(before);
    expect((await d.askForHelp(asker)).body).toEqual(before);
    expect(d.noticesTo(person).map(({ what }) => what)).toEqual(['help-asked']);
  });

  test('does not decide after handing on; another does', async () => {
    const { person, number } = await d.inNeed();
    const [one, other] = [await d.onDuty(), await d.onDuty(1)];
    await d.act(one.browser, 'escalate', number, person);
    expect((await d.act(one.browser, 'reset', number, person)).status).toBe(403);
    expect((await lastOf(person))?.detail.why).toBe('escalated-by-you');
    expect((await d.act(other.browser, 'reset', number, person)).status).toBe(200);
  });
});

test('the day has a number of accounts that one agent may open', async () => {
  const { browser, person: agent } = await d.agent();
  const at = new Date(d.t.clock.now - 60 * MINUTE);
  await d.t.sql(
    `insert into "mfaAudit" (id, at, event, "actorId", role, detail)
     select $1 || '-' || done, $2, 'mfa.factor_admin_reset', $1, 'help desk', '{}' from generate_series(2, ${CAP}) as done`,
    [agent.id, at],
  );
  const cases = [await d.inNeed(), await d.inNeed()];
  const answers = await Promise.all(cases.map(({ number, person }) => d.act(browser, 'reset', number, person)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
  d.t.clock.now += 23.5 * 60 * MINUTE;
  await browser.signIn(agent);
  await browser.attempt('totp', d.t.nextAppCode(agent));
  const later = await d.inNeed();
  expect((await d.act(browser, 'reset', later.number, later.person)).status).toBe(200);
});
