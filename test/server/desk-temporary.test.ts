import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REASON, startDesk, type Desk } from './support/desk';
import { MINUTE, PASSWORD, type Answer, type Browser } from './support/harness';

const HOUR = 60 * MINUTE;

let d: Desk;
beforeAll(async () => {
  d = await startDesk();
});
afterAll(() => d.t.close());

describe('temporary codes', () => {
  async function withCodes(count = 2) {
    const asked = await d.inNeed();
    const { browser: agent } = await d.onDuty();
    const { body } = await d.act(agent, 'temporary-codes', asked.number, asked.person, { count });
    return { ...asked, agent, codes: body.codes as string[], until: body.until as number };
  }

  test('are one to three, shown in one answer, and take the place of the own ones', async () => {
    const { person, browser, number, codes, until } = await withCodes(3);
    expect([codes.length, new Set(codes).size, until]).toEqual([3, 3, d.t.clock.now + 24 * HOUR]);
    expect((await browser.attempt('backup-code', person.codes[0]!)).body.code).toBe('wrong-code');
    expect((await d.auditOf(person)).at(-1)).toMatchObject({
      event: 'mfa.temporary_codes_made',
      detail: { case: number, proof: 'call-on-file', count: 3 },
    });
    const [notice] = d.noticesTo(person).slice(-1);
    expect([notice!.what, codes.some((code) => notice!.text.includes(code))]).toEqual(['temporary-codes-made', false]);
  });

  test.each([0, 4, 1.5, '2', null])('are never %s', async (count) => {
    const { person, number } = await d.inNeed();
    const answer = await d.act((await d.onDuty()).browser, 'temporary-codes', number, person, { count });
    expect(answer.body).toMatchObject({ status: 422, code: 'bad-request' });
  });

  test('are said to be so at the challenge, and open the set-up of a factor and no session', async () => {
    const { person, browser, codes } = await withCodes();
    expect((await browser.load()).body.challenge.notices).toContainEqual({
      kind: 'temporary-codes',
      at: d.t.clock.now,
    });
    expect((await browser.attempt('backup-code', codes[0]!)).body).toMatchObject({ status: 410, restart: 'here' });
    expect((await browser.load()).body).toEqual({ status: 'enroll', because: 'lost', passNeeded: false });
    expect([browser.holdsSession, (await browser.issue()).body.code]).toEqual([false, 'signed-out']);
    expect(d.noticesTo(person).at(-1)!.what).toBe('backup-code-used');
  });

  test('end in a factor and codes of the own, and are void then', async () => {
    const { person, browser, codes } = await withCodes();
    await browser.attempt('backup-code', codes[0]!);
    expect((await d.connectApp(browser, true)).body.todo).toEqual(['new-codes']);
    expect(await browser.whoAmI()).toBe(person.email);
    expect((await browser.codes()).body).toMatchObject({ state: 'on', left: 1, of: 2, temporary: true });
    const set = (await browser.issue()).body.id as string;
    await browser.confirm(set);
    expect((await browser.codes()).body).toMatchObject({ left: 10, of: 10, temporary: false });
    const next = await d.t.challenged(person);
    expect((await next.attempt('backup-code', codes[1]!)).body.code).toBe('wrong-code');
  });

  test('open nothing twice, and another does in a sign-in of its own', async () => {
    const { person, browser, codes } = await withCodes();
    await browser.attempt('backup-code', codes[0]!);
    const next = await d.t.challenged(person);
    expect((await next.attempt('backup-code', codes[0]!)).body.code).toBe('used-code');
    await next.attempt('backup-code', codes[1]!);
    expect((await next.load()).body.status).toBe('enroll');
  });

  test('are found used up by who lost the answer', async () => {
    const { browser, codes } = await withCodes();
    const attempt = randomUUID();
    await browser.prove({ kind: 'backup-code', code: codes[0]! }, { attempt });
    expect((await browser.settle(attempt)).body).toEqual({ state: 'pending', spent: true });
  });

  test('confirm nobody inside a session', async () => {
    const { person, codes } = await withCodes();
    const browser = await d.t.signedIn(person);
    d.t.clock.now += 31 * MINUTE;
    const { need } = (await browser.loadStepUp()).body;
    expect((need.ways as { kind: string }[]).map(({ kind }) => kind)).toEqual(['totp']);
    const answer = await browser.stepUp({ kind: 'backup-code', code: codes[1]! });
    expect(answer.body).toMatchObject({ code: 'not-allowed' });
  });

  test('are worth nothing after a day, and are offered no longer', async () => {
    const { person, codes } = await withCodes();
    d.t.clock.now += 24 * HOUR;
    const browser = await d.t.challenged(person);
    const { challenge } = (await browser.load()).body;
    expect((challenge.offers as { kind: string }[]).map(({ kind }) => kind)).toEqual(['totp']);
    expect((await browser.attempt('backup-code', codes[0]!)).body.code).toBe('wrong-code');
  });

  test('are not made for who is asked for nothing, or has to enroll', async () => {
    const plain = await d.t.addPerson({ factor: false });
    const { browser } = await d.onDuty();
    const open = async (account: string): Promise<string> =>
      (await browser.send('POST', '/api/auth/desk/cases/open', { account, reason: 'They called us on the phone.' }))
        .body.number as string;
    const { person } = await d.wasReset();
    for (const one of [plain, person]) {
      const answer = await d.act(browser, 'temporary-codes', await open(one.email), one);
      expect(answer.body).toMatchObject({ code: 'not-allowed' });
      expect((await d.auditOf(one)).at(-1)!.detail.why).toBe('not-possible');
    }
  });
});

describe('a temporary password', () => {
  const change = (browser: Browser, password: unknown): Promise<Answer> =>
    browser.send('POST', '/api/auth/desk/new-password', { password });
  const CHANGE = { status: 'change-password', url: '/new-password' };
  const OWN = 'a password of my own';

  async function withPassword() {
    const asked = await d.inNeed();
    const inside = await d.t.signedIn(asked.person);
    const { body } = await d.act((await d.onDuty()).browser, 'temporary-password', asked.number, asked.person);
    return { ...asked, inside, password: body.password as string, until: body.until as number };
  }

  test('takes the place of the own one, and ends what that one opened', async () => {
    const { person, browser, inside, number, until } = await withPassword();
    expect(until).toBe(d.t.clock.now + 24 * HOUR);
    expect([await inside.whoAmI(), (await browser.load()).body]).toEqual([null, { status: 'sign-in-first' }]);
    expect((await d.t.browser().signIn(person)).status).toBe(401);
    expect((await d.auditOf(person)).at(-1)).toMatchObject({
      ...{ event: 'user.password_set_by_admin', role: 'help desk', detail: { case: number, proof: 'call-on-file' } },
    });
    expect(d.noticesTo(person).at(-1)!.what).toBe('temporary-password-set');
  });

  test('has to be changed before anything else, and then the challenge comes', async () => {
    const { person, password } = await withPassword();
    const browser = await d.firstFactor(person, password);
    expect((await browser.load()).body).toEqual(CHANGE);
    const early = await browser.attempt('totp', d.t.nextAppCode(person));
    expect(early.body).toMatchObject({ code: 'not-allowed', reason: 'policy' });
    expect((await change(browser, OWN)).status).toBe(204);
    expect([browser.holdsSession, (await browser.load()).body.status]).toEqual([false, 'challenge']);
    expect((await browser.attempt('totp', d.t.nextAppCode(person))).status).toBe(200);
    expect((await d.auditOf(person)).at(-1)!.event).toBe('user.password_changed');
    expect((await (await d.firstFactor(person, OWN)).load()).body.status).toBe('challenge');
    expect((await d.t.browser().signIn(person, { password })).status).toBe(401);
  });

  test('leaves every other challenge that it opened behind when it is changed', async () => {
    const { person, password } = await withPassword();
    const [browser, other] = [await d.firstFactor(person, password), await d.firstFactor(person, password)];
    await change(browser, OWN);
    expect((await other.load()).body).toEqual({ status: 'sign-in-first' });
  });

  test.each<[string, (password: string) => unknown]>([
    ['the temporary one', (password) => password],
    ['a short one', () => 'short'],
    ['a very long one', () => 'x'.repeat(200)],
    ['nothing', () => undefined],
  ])('is not changed to %s', async (_, next) => {
    const { person, password } = await withPassword();
    const browser = await d.firstFactor(person, password);
    expect((await change(browser, next(password))).body).toMatchObject({ status: 422, code: 'bad-request' });
    expect((await browser.load()).body).toEqual(CHANGE);
  });

  test('opens nothing after a day', async () => {
    const { person, password } = await withPassword();
    d.t.clock.now += 24 * HOUR;
    const browser = await d.firstFactor(person, password);
    expect((await browser.load()).body).toEqual({ status: 'blocked', why: 'deadline-passed' });
    expect((await change(browser, OWN)).body).toMatchObject({ code: 'not-allowed' });
  });

  test('after a reset comes before the pass', async () => {
    const { person, number } = await d.wasReset();
    const { browser: agent } = await d.onDuty();
    const { password } = (await d.act(agent, 'temporary-password', number, person)).body;
    const browser = await d.firstFactor(person, password as string);
    expect((await browser.load()).body).toEqual(CHANGE);
    await change(browser, OWN);
    expect((await browser.load()).body).toMatchObject({ status: 'enroll', passNeeded: true });
    const { pass } = (await d.act(agent, 'pass', number, person)).body;
    await d.givePass(browser, pass as string);
    expect((await d.connectApp(browser)).status).toBe(200);
  });

  test('is set for no reset but the one that is under way', async () => {
    const { person, number } = await d.wasReset();
    d.t.clock.now += 24 * HOUR;
    const { browser: agent } = await d.onDuty();
    const answer = await d.act(agent, 'temporary-password', number, person);
    expect(answer.body.code).toBe('superseded');
  });

  test('that nobody changed in time counts again with a reset', async () => {
    const { person, password } = await withPassword();
    d.t.clock.now += 25 * HOUR;
    const { browser: agent } = await d.onDuty();
    const { number } = (
      await agent.send('POST', '/api/auth/desk/cases/open', { account: person.email, reason: REASON })
    ).body;
    const { pass } = (await d.act(agent, 'reset', number as string, person)).body;
    const browser = await d.firstFactor(person, password);
    expect((await browser.load()).body).toEqual(CHANGE);
    await change(browser, OWN);
    await d.givePass(browser, pass as string);
    expect((await d.connectApp(browser)).status).toBe(200);
  });

  test('is changed by nobody who has none', async () => {
    const person = await d.t.addPerson();
    const browser = await d.t.challenged(person);
    expect((await change(browser, OWN)).body).toMatchObject({ code: 'not-allowed', reason: 'policy' });
    expect((await change(d.t.browser(), OWN)).body.code).toBe('challenge-over');
    expect((await d.firstFactor(person, PASSWORD)).holdsChallenge).toBe(true);
  });
});
