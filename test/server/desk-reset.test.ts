import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBackupCodes } from '../../src/server/better-auth';
import { startDesk, REASON, type Desk } from './support/desk';
import { attemptId, MINUTE, type Answer, type Browser } from './support/harness';
import { codes, together } from './support/together';
import { OF_SESSION, OPERATIONS } from './support/openapi';

const HOUR = 60 * MINUTE;

let d: Desk;
beforeAll(async () => {
  d = await startDesk({ trustDeviceDays: 30 });
});
afterAll(() => d.t.close());

const count = async (table: string, id: string, more = '') =>
  (await d.t.sql(`select id from "${table}" where "userId" = $1 ${more}`, [id])).length;

describe('a reset', () => {
  test('is read out as a pass, once, and is written down with actor, proof and reason', async () => {
    const { person, number } = await d.inNeed();
    const by = await d.onDuty();
    const { status, body } = await d.act(by.browser, 'reset', number, person);
    expect([status, body]).toEqual([
      200,
      {
        pass: expect.stringMatching(/^[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}$/),
        passUntil: d.t.clock.now + 10 * MINUTE,
        deadline: d.t.clock.now + 24 * HOUR,
      },
    ]);
    expect((await d.auditOf(person)).at(-1)).toEqual({
      ...{ event: 'mfa.factor_admin_reset', actorId: by.person.id, subjectId: person.id, role: 'help desk' },
      detail: { case: number, proof: 'call-on-file', reason: REASON },
    });
    const [kept] = await d.t.sql('select * from "mfaStanding" where "userId" = $1', [person.id]);
    expect(JSON.stringify(kept)).not.toContain(body.pass);
    expect(JSON.stringify((await d.look(by.browser, number)).body)).not.toContain(body.pass);
  });

  test('ends sessions, trusted devices, challenges, staged codes, set-ups, factors, codes and passkeys', async () => {
    const person = await d.t.addPerson();
    await d.t.addKey(person);
    const trusted = await d.t.challenged(person);
    await trusted.prove({ kind: 'totp', code: d.t.nextAppCode(person) }, { trustDevice: true });
    const inside = await d.t.signedIn(person);
    await inside.issue();
    await inside.startTotp();
    await inside.prepareRegistration();
    const challenged = await d.t.challenged(person);
    const { number } = (await d.askForHelp(challenged)).body;
    const tables = ['session', 'mfaTrustedDevice', 'mfaFactor', 'mfaPasskey', 'mfaBackupCode'];
    const open = [
      ['mfaCodeSet', `and state = 'staged'`],
      ['mfaSetup', `and state = 'open'`],
      ['mfaRegistration', `and state = 'open'`],
      ['mfaChallenge', `and state = 'pending'`],
    ] as const;
    const standing = async () => [
      ...(await Promise.all(tables.map((table) => count(table, person.id)))),
      ...(await Promise.all(open.map(([table, more]) => count(table, person.id, more)))),
    ];
    expect((await standing()).every((rows) => rows > 0)).toBe(true);

    await d.act((await d.onDuty()).browser, 'reset', number, person);

    expect(await standing()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(await inside.whoAmI()).toBe(null);
    expect((await challenged.attempt('backup-code', person.codes[0]!)).body.code).toBe('challenge-over');
    const again = trusted.copy();
    await again.signIn(person);
    expect(again.holdsSession).toBe(false);
  });

  test('is told to the owner, with a link that stops it and no code', async () => {
    const { person, pass } = await d.wasReset();
    const last = d.noticesTo(person).at(-1)!;
    expect([last.what, last.text.includes(`${d.t.server.origin}/freeze#`)]).toEqual(['factors-reset', true]);
    expect(last.text).not.toContain(pass);
  });

  test('is done once, where two agents do it at once', async () => {
    const { person, number } = await d.inNeed();
    const agents = [await d.onDuty(), await d.onDuty(1)];
    const answers = await together(2, (index) => d.act(agents[index]!.browser, 'reset', number, person));
    expect(codes(answers)).toEqual([200, 'superseded']);
    const events = (await d.auditOf(person)).map(({ event }) => event);
    expect(events).toEqual(['mfa.help_requested', 'mfa.factor_admin_reset', 'mfa.admin_action_denied']);
  });
});

describe('whoever was reset', () => {
  test('has no session after the password, and is asked for the pass', async () => {
    const { person, deadline } = await d.wasReset();
    const browser = await d.firstFactor(person);
    expect((await browser.load()).body).toEqual({
      ...{ status: 'enroll', because: 'reset', passNeeded: true },
      reset: { byRole: 'help desk', at: deadline - 24 * HOUR, deadline },
    });
    expect([browser.holdsSession, (await browser.send('GET', '/api/auth/get-session')).body]).toEqual([false, null]);
    expect(await browser.whoAmI()).toBe(null);
  });

  test('opens nothing of an enrollment before the pass', async () => {
    const { person } = await d.wasReset();
    const browser = await d.firstFactor(person);
    const refused = { code: 'not-allowed', reason: 'policy' };
    expect((await browser.startTotp()).body).toMatchObject(refused);
    expect((await browser.prepareRegistration()).body).toMatchObject(refused);
    expect((await browser.factors()).body).toMatchObject(refused);
  });

  test('holds a cookie that opens no route of a session, with the pass too', async () => {
    const { person, pass } = await d.wasReset();
    const browser = await d.firstFactor(person);
    await d.givePass(browser, pass);
    expect((await browser.load()).body.passNeeded).toBe(false);
    // What sets up a factor is what it is for.
    const own = /^(listFactors|renameFactor|startTotp|verifyTotp|abandonTotp|prepareRegistration|registerPasskey)$/;
    const wrong: string[] = [];
    const others = OPERATIONS.filter(([, , id]) => OF_SESSION.includes(id) && !own.test(id));
    for (const [method, path, id] of others) {
      const address = `/api/auth/mfa${path.replace(/\{\w+\}/, 'x')}`;
      const body = {
        ...{ attempt: attemptId(), proof: { kind: 'totp', code: '123456' }, offer: 'account-email' },
        ...{ credential: {}, name: null, code: '123456', replace: false, lost: false, kind: 'passkey' },
      };
      const answer = await browser.send(method, address, method === 'GET' ? undefined : body);
      if (answer.body.code !== 'signed-out') wrong.push(id);
    }
    expect([wrong, others.length > 8]).toEqual([[], true]);
    for (const path of ['/list-sessions', '/revoke-sessions', '/update-user', '/list-accounts']) {
      const method = path.startsWith('/list') ? 'GET' : 'POST';
      const answer = await browser.send(method, `/api/auth${path}`, method === 'GET' ? undefined : { name: 'x' });
      expect([path, answer.status]).toEqual([path, 401]);
    }
  });

  test('is in with a new factor after the pass, which closes the case in the log', async () => {
    const { person, pass, number } = await d.wasReset();
    const browser = await d.firstFactor(person);
    expect((await d.givePass(browser, pass)).body).toMatchObject({ code: 'challenge-over', restart: 'here' });
    const { status, body } = await d.connectApp(browser);
    expect([status, body.todo, await browser.whoAmI()]).toEqual([200, ['new-codes'], person.email]);
    expect((await d.auditOf(person)).slice(-3).map(({ event, detail }) => [event, detail.case])).toEqual([
      ['mfa.factor_admin_reset', number],
      ['mfa.enrollment_pass_used', number],
      ['mfa.factor_enrolled', number],
    ]);
    const set = (await browser.issue()).body.id as string;
    await browser.confirm(set);
    expect((await d.auditOf(person)).at(-1)!.event).toBe('mfa.backup_codes_confirmed');
  });

  test('gets the follow-up once, and is told at the next sign-in who had a hand in it', async () => {
    const { person, pass, deadline } = await d.wasReset();
    const browser = await d.firstFactor(person);
    await d.givePass(browser, pass);
    await d.connectApp(browser);
    await d.connectApp(browser, true);
    const told = d.noticesTo(person).map(({ what }) => what);
    expect(told.filter((what) => what === 'reset-followed-up')).toHaveLength(1);
    expect(told.at(-1)).not.toBe('reset-followed-up');
    const next = await d.t.challenged(person);
    const { challenge } = (await next.load()).body;
    expect(challenge.notices).toEqual([{ kind: 'reset', at: deadline - 24 * HOUR }]);
    expect(challenge.assistance).toBe(undefined);
    const { events } = (await browser.send('GET', '/api/auth/mfa/activity')).body;
    expect(events).toContainEqual({
      ...{ what: 'mfa.factor_admin_reset', at: deadline - 24 * HOUR, where: 'unknown', byRole: 'help-desk' },
    });
  });

  test('keeps their e-mail address for a while', async () => {
    const { person, pass } = await d.wasReset();
    const browser = await d.firstFactor(person);
    await d.givePass(browser, pass);
    await d.connectApp(browser);
    const answer = await browser.send('POST', '/api/auth/update-user', { email: 'thief@example.com' });
    expect(answer.body).toMatchObject({ code: 'not-allowed', reason: 'policy' });
  });

  test('is told to call once the day is over, whatever was given before', async () => {
    const { person, pass } = await d.wasReset();
    d.t.clock.now += 23.9 * HOUR;
    const early = await d.firstFactor(person);
    expect((await early.load()).body.status).toBe('enroll');
    d.t.clock.now += 0.2 * HOUR;
    expect((await early.load()).body).toEqual({ status: 'blocked', why: 'deadline-passed' });
    expect((await early.startTotp()).body.code).toBe('signed-out');
    expect((await d.givePass(early, pass)).body).toMatchObject({ code: 'not-allowed' });
    expect((await (await d.firstFactor(person)).load()).body).toEqual({ status: 'blocked', why: 'deadline-passed' });
  });

  test('is not let in by a set-up that was begun in time and finished late', async () => {
    const { person, number } = await d.wasReset();
    d.t.clock.now += 23.9 * HOUR;
    const { pass } = (await d.act((await d.onDuty()).browser, 'pass', number, person)).body;
    const browser = await d.firstFactor(person);
    await d.givePass(browser, pass as string);
    const { id, key } = (await browser.startTotp()).body;
    d.t.clock.now += 0.2 * HOUR;
    expect((await browser.verifyTotp(id as string, d.codeOf(key as string))).body.code).toBe('signed-out');
    expect([browser.holdsSession, await count('mfaFactor', person.id)]).toEqual([false, 0]);
  });
});

describe('the pass', () => {
  test('opens one challenge, where it is given in two at once', async () => {
    const { person, pass } = await d.wasReset();
    const browsers = [await d.firstFactor(person), await d.firstFactor(person)];
    const answers = await together(2, (index) => d.givePass(browsers[index]!, pass));
    expect(codes(answers)).toEqual(['challenge-over', 'used-code']);
    const open = await Promise.all(browsers.map(async (one) => (await one.load()).body.passNeeded as boolean));
    expect(open.sort()).toEqual([false, true]);
  });

  test('is answered the same where the browser sends it again by itself', async () => {
    const { person, pass } = await d.wasReset();
    const browser = await d.firstFactor(person);
    const attempt = attemptId();
    await d.givePass(browser.copy(), pass, attempt);
    expect((await d.givePass(browser, pass, attempt)).body).toMatchObject({ code: 'challenge-over', restart: 'here' });
    expect((await browser.settle(attempt)).body).toEqual({ state: 'pending', spent: true });
  });

  test('is taken however it is typed', async () => {
    const { person, pass } = await d.wasReset();
    const browser = await d.firstFactor(person);
    await d.givePass(browser, ` ${pass.toLowerCase().replaceAll('-', ' ')} `);
    expect((await browser.load()).body.passNeeded).toBe(false);
  });

  test('is too old after ten minutes, and another one may be read out', async () => {
    const { person, pass, number, agent } = await d.wasReset();
    d.t.clock.now += 10 * MINUTE;
    const browser = await d.firstFactor(person);
    expect((await d.givePass(browser, pass)).body.code).toBe('delivered-code-expired');
    const next = (await d.act(agent.browser, 'pass', number, person)).body.pass as string;
    expect((await d.givePass(browser, pass)).body.code).toBe('wrong-code');
    await d.givePass(browser, next);
    expect((await browser.load()).body.passNeeded).toBe(false);
  });

  const guess = async (browser: Browser, times: number): Promise<Answer | undefined> => {
    let last: Answer | undefined;
    for (let tries = 0; tries < times; tries += 1) last = await d.givePass(browser, 'AAAA-AAAA-AAAA');
    return last;
  };

  test('is locked after five wrong ones, until another is made', async () => {
    const { person, pass, number, agent } = await d.wasReset();
    const browser = await d.firstFactor(person);
    expect((await guess(browser, 5))?.body).toMatchObject({ code: 'wrong-code', triesLeft: 0 });
    expect((await d.givePass(browser, pass)).body).toMatchObject({ code: 'too-many-attempts', blocks: 'all' });
    const next = (await d.act(agent.browser, 'pass', number, person)).body.pass as string;
    await d.givePass(browser, next);
    expect((await browser.load()).body.passNeeded).toBe(false);
  });

  test('is not locked for its owner by who guesses elsewhere', async () => {
    const { person, pass } = await d.wasReset();
    const owner = await d.firstFactor(person);
    await guess(await d.firstFactor(person), 5);
    await d.givePass(owner, pass);
    expect((await owner.load()).body.passNeeded).toBe(false);
  });

  test('is locked for everybody after a hundred', async () => {
    const { person, pass } = await d.wasReset();
    for (let browsers = 0; browsers < 20; browsers += 1) await guess(await d.firstFactor(person), 5);
    const answer = await d.givePass(await d.firstFactor(person), pass);
    expect(answer.body).toMatchObject({ code: 'too-many-attempts', blocks: 'all' });
  });

  test("opens nobody else's account", async () => {
    const [one, other] = [await d.wasReset(), await d.wasReset()];
    const browser = await d.firstFactor(other.person);
    expect((await d.givePass(browser, one.pass)).body.code).toBe('wrong-code');
  });

  test('is asked for nowhere else', async () => {
    const { pass } = await d.wasReset();
    const browser = await d.t.challenged(await d.t.addPerson());
    expect((await d.givePass(browser, pass)).body).toMatchObject({ code: 'not-allowed', reason: 'policy' });
  });

  test('counts for its own reset, and not for the next one', async () => {
    const { person, pass, agent } = await d.wasReset();
    const browser = await d.firstFactor(person);
    await d.givePass(browser, pass);
    const other = await agent.browser.send('POST', '/api/auth/desk/cases/open', {
      ...{ account: person.email, reason: REASON },
    });
    await d.act(agent.browser, 'reset', other.body.number as string, person);
    expect((await browser.startTotp()).body.code).toBe('signed-out');
    expect((await (await d.firstFactor(person)).load()).body.passNeeded).toBe(true);
  });
});

test('a removal names no passkeys for a week: whose they are is not sure yet', async () => {
  const { person, pass } = await d.wasReset();
  const browser = await d.firstFactor(person);
  await d.givePass(browser, pass);
  await d.connectApp(browser);
  await d.t.addKey(person);
  const { factors } = (await browser.send('GET', '/api/auth/mfa/factors')).body as {
    factors: { id: string; kind: string }[];
  };
  const app = factors.find(({ kind }) => kind === 'totp');
  const { status, body } = await browser.removeFactor(app!.id);
  expect([status, Object.keys(body as object)]).toEqual([200, ['notified']]);
});

test('backup codes that the host makes meanwhile let nobody in', async () => {
  const { person } = await d.wasReset();
  const [code] = await makeBackupCodes(d.t.server.auth, person.id);
  const browser = await d.firstFactor(person);
  expect((await browser.attempt('backup-code', code!)).body).toMatchObject({ code: 'not-allowed', reason: 'policy' });
  expect(browser.holdsSession).toBe(false);
});
