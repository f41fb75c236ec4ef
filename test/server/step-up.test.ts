import { magicLink } from 'better-auth/plugins';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { addDestination, type CodeMessage, type Policy } from '../../src/server/better-auth';
import { attemptId, MINUTE, PASSWORD, startHarness, type Browser, type Harness, type Person } from './support/harness';
import { otherApp } from './support/other-app';
import { signed } from './support/signed';

const WINDOW = 30 * MINUTE;
const OWN = 'account-email';
const WRONG_BACKUP_CODE = 'AAAA-AAAA-AAAA';

const sent: CodeMessage[] = [];
let fails = false;
let t: Harness;
beforeAll(async () => {
  const keep = async (message: CodeMessage) => {
    if (fails) throw new Error('The mail server is down.');
    sent.push(message);
  };
  t = await startHarness({ trustDeviceDays: 30, deliver: { email: keep, sms: keep } });
});
afterEach(() => {
  sent.length = 0;
  fails = false;
  vi.restoreAllMocks();
});
afterAll(() => t.close());

const until = async (browser: Browser): Promise<number | null> => (await browser.loadStepUp()).body.privilegedUntil;
const needOf = async (browser: Browser) => (await browser.loadStepUp()).body.need;
const refusal = { status: 401, code: 'step-up-required' };

/** A person in a session whose proof is as old as it can be. */
async function unprivileged(person?: Person) {
  const one = person ?? (await t.addPerson());
  const browser = await t.signedIn(one);
  t.clock.now += WINDOW;
  return { person: one, browser };
}

/** A browser in a session of the same person that a trusted device let in. */
async function byTrustedDevice(person: Person) {
  const browser = await t.challenged(person);
  await browser.prove({ kind: 'totp', code: t.nextAppCode(person) }, { trustDevice: true });
  await browser.send('POST', '/api/auth/sign-out', {});
  await browser.signIn(person);
  expect(await browser.whoAmI()).toBe(person.email);
  return browser;
}

describe('a session is privileged', () => {
  test.each(['totp', 'backup-code'] as const)('for thirty minutes after a sign-in by %s', async (kind) => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    await browser.attempt(kind, kind === 'totp' ? t.nextAppCode(person) : person.codes[0]!);
    expect(await until(browser)).toBe(t.clock.now + WINDOW);
    t.clock.now += WINDOW - 1;
    expect((await browser.issue()).status).toBe(200);
    t.clock.now += 1;
    expect(await until(browser)).toBe(null);
    expect((await browser.issue()).body).toMatchObject(refusal);
  });

  test('so that who came by a backup code makes new ones without spending a second', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    await browser.attempt('backup-code', person.codes[0]!);
    const { body } = await browser.issue();
    expect((await browser.confirm(body.id)).body).toMatchObject({ left: 10 });
    expect(await t.usedCodesOf(person)).toBe(0);
  });

  test('not if a trusted device let it in', async () => {
    const person = await t.addPerson();
    const browser = await byTrustedDevice(person);
    expect(await until(browser)).toBe(null);
    expect((await browser.issue()).body).toMatchObject({ ...refusal, need: { how: 'in-place' } });
  });

  test('not if the password alone made it', async () => {
    const person = await t.addPerson({ factor: false });
    const browser = t.browser();
    await browser.signIn(person);
    expect((await browser.loadStepUp()).body).toMatchObject({ privilegedUntil: null });
  });

  test('alone: a proof in one does nothing for another', async () => {
    const { person, browser } = await unprivileged();
    const other = await t.signedIn(person);
    t.clock.now += WINDOW;
    expect((await other.stepUp({ kind: 'totp', code: t.nextAppCode(person) })).status).toBe(204);
    expect([await until(other), await until(browser)]).toEqual([t.clock.now + WINDOW, null]);
  });

  test('no longer than it lives', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    await browser.prove({ kind: 'totp', code: t.nextAppCode(person) }, { trustDevice: true });
    expect(await until(browser)).not.toBe(null);
    const cookies = new Map(browser.cookies);
    await browser.send('POST', '/api/auth/sign-out', {});
    await browser.signIn(person);
    expect(await until(browser)).toBe(null);
    browser.cookies = cookies;
    expect((await browser.loadStepUp()).body).toMatchObject({ status: 401, code: 'signed-out' });
  });

  test('not after a change of the password', async () => {
    const person = await t.addPerson();
    const browser = await t.signedIn(person);
    await t.sql('update account set password = $1 where "userId" = $2', ['plain another', person.id]);
    expect(await until(browser)).toBe(null);
    expect((await browser.issue()).body).toMatchObject(refusal);
    await browser.sendStepUpCode(OWN);
    await browser.stepUp({ kind: 'totp', code: 'no code' });
    expect(await until(browser)).toBe(null);
    await browser.stepUp({ kind: 'totp', code: t.nextAppCode(person) });
    expect(await until(browser)).toBe(t.clock.now + WINDOW);
  });

  test('and stays so when somebody signs in elsewhere days later', async () => {
    const person = await t.addPerson();
    const browser = await t.signedIn(person);
    t.clock.now += 3 * 24 * 60 * MINUTE;
    await browser.stepUp({ kind: 'totp', code: t.nextAppCode(person) });
    await t.challenged(person);
    expect(await until(browser)).toBe(t.clock.now + WINDOW);
  });
});

describe('what is needed', () => {
  test('are the ways of the person, strongest first, without the password', async () => {
    const person = await t.addPerson();
    await t.addKey(person);
    await addDestination(t.server.auth, person.id, { channel: 'sms', to: '+47 555 00 142' });
    const browser = await t.signedIn(person);
    expect(await needOf(browser)).toEqual({
      how: 'in-place',
      ways: [
        { kind: 'passkey' },
        { kind: 'totp' },
        { kind: 'delivered-code', id: OWN, channel: 'email', to: 'p•••@example.com' },
        { kind: 'delivered-code', id: expect.any(String), channel: 'sms', to: '••• 42' },
        { kind: 'backup-code', format: expect.anything(), madeOn: expect.any(Number) },
      ],
    });
  });

  test('are no codes that are used up', async () => {
    const person = await t.addPerson();
    await t.sql('update "mfaBackupCode" set "usedAt" = now() where "userId" = $1', [person.id]);
    const { ways }: { ways: { kind: string }[] } = await needOf(await t.signedIn(person));
    expect(ways.map(({ kind }) => kind)).toEqual(['totp', 'delivered-code']);
  });

  test('is the password of who has nothing else', async () => {
    const app = await otherApp(t);
    const person = await t.addPerson({ factor: false });
    const browser = app.browser();
    await browser.signIn(person);
    expect(await needOf(browser)).toEqual({ how: 'in-place', ways: [{ kind: 'password' }] });
    expect((await browser.stepUp({ kind: 'password', password: 'a wrong one' })).body).toMatchObject({ status: 422 });
    expect((await browser.issue()).body).toMatchObject(refusal);
    expect((await browser.stepUp({ kind: 'password', password: PASSWORD })).status).toBe(204);
    expect((await browser.issue()).status).toBe(200);
  });

  test('is never the password of who has a second factor, also where the policy hides it', async () => {
    const person = await t.addPerson();
    const hide: Policy['hide'] = ['totp', 'backup-code'];
    const app = await otherApp(t, {}, { policy: { hide } });
    const browser = app.browser();
    browser.cookies = (await t.signedIn(person)).cookies;
    t.clock.now += WINDOW;
    expect((await browser.loadStepUp()).body).toEqual({ privilegedUntil: null, need: { how: 'sign-in-again' } });
    const answer = await browser.stepUp({ kind: 'password', password: PASSWORD });
    expect(answer.body).toMatchObject({ status: 403, code: 'not-allowed', reason: 'not-offered' });
  });

  test('leaves out what the policy hides, and has it refused', async () => {
    const person = await t.addPerson();
    const app = await otherApp(t, {}, { policy: { hide: ['backup-code'] } });
    const browser = app.browser();
    browser.cookies = (await t.signedIn(person)).cookies;
    expect(await needOf(browser)).toEqual({ how: 'in-place', ways: [{ kind: 'totp' }] });
    const answer = await browser.stepUp({ kind: 'backup-code', code: person.codes[0] });
    expect(answer.body).toMatchObject({ status: 403, reason: 'not-offered' });
    expect(await t.usedCodesOf(person)).toBe(0);
  });

  test('is another sign-in of who has nothing to prove it with, which then counts for thirty minutes', async () => {
    let link = '';
    const plugins = [magicLink({ sendMagicLink: async ({ url }) => void (link = url) })];
    const app = await otherApp(t, { plugins }, { allow: ['/sign-in/magic-link', '/magic-link/verify'] });
    const person = await t.addPerson({ factor: false });
    await t.sql('delete from account where "userId" = $1', [person.id]);
    const browser = app.browser();
    await browser.send('POST', '/api/auth/sign-in/magic-link', { email: person.email });
    await browser.send('GET', link.slice(app.origin.length));
    const signedIn = (await browser.loadStepUp()).body;
    expect(signedIn).toEqual({ need: { how: 'sign-in-again' }, privilegedUntil: expect.any(Number) });
    expect(Math.abs(signedIn.privilegedUntil - WINDOW - Date.now())).toBeLessThan(MINUTE);
    expect((await browser.issue()).status).toBe(200);
    await t.sql(`update session set "createdAt" = "createdAt" - interval '30 minutes' where "userId" = $1`, [
      person.id,
    ]);
    expect((await browser.loadStepUp()).body).toMatchObject({ privilegedUntil: null });
    expect((await browser.issue()).body).toMatchObject({ ...refusal, need: { how: 'sign-in-again' } });
  });
});

/** How each kind of proof is come by. */
const PROOFS: Record<string, (person: Person, browser: Browser) => Promise<object>> = {
  totp: async (person) => ({ kind: 'totp', code: t.nextAppCode(person) }),
  'backup-code': async (person) => ({ kind: 'backup-code', code: person.codes[0] }),
  'delivered-code': async (_, browser) => {
    await browser.sendStepUpCode(OWN);
    return { kind: 'delivered-code', id: OWN, code: sent.at(-1)!.code };
  },
  passkey: async (person, browser) => {
    const key = await t.addKey(person);
    const { body } = await browser.prepareStepUpPasskey();
    return { kind: 'passkey', ceremony: body.id, credential: key.answer(body.options) };
  },
};
const USED: Record<string, string> = {
  totp: 'used-code',
  'backup-code': 'used-code',
  'delivered-code': 'delivered-code-expired',
  passkey: 'passkey-refused',
};

describe.each(Object.keys(PROOFS))('a proof by %s', (kind) => {
  const proofOf = PROOFS[kind]!;

  test('makes the session privileged, for thirty minutes', async () => {
    const { person, browser } = await unprivileged();
    const answer = await browser.stepUp(await proofOf(person, browser));
    expect([answer.status, await until(browser)]).toEqual([204, t.clock.now + WINDOW]);
    expect((await browser.issue()).status).toBe(200);
  });

  test('is good once, in whichever session', async () => {
    const { person, browser } = await unprivileged();
    const proof = await proofOf(person, browser);
    await browser.stepUp(proof);
    t.clock.now += WINDOW;
    const other = await t.challenged(person);
    await other.attempt('totp', person.appCode());
    for (const again of [browser, other]) {
      // What was sent or begun in one session is nothing in another.
      expect((await again.stepUp(proof)).body).toMatchObject({
        status: 422,
        code: kind === 'totp' ? 'wrong-code' : USED[kind],
      });
    }
    expect(await until(browser)).toBe(null);
  });

  test('is good once at one time', async () => {
    const { person, browser } = await unprivileged();
    const proof = await proofOf(person, browser);
    await browser.stepUp(proof);
    expect((await browser.stepUp(proof)).body).toMatchObject({ status: 422, code: USED[kind] });
  });

  test('sent again as the same attempt is answered alike and spends nothing more', async () => {
    const { person, browser } = await unprivileged();
    const [proof, attempt] = [await proofOf(person, browser), attemptId()];
    const first = await browser.stepUp(proof, attempt);
    const granted = await until(browser);
    t.clock.now += MINUTE;
    const second = await browser.stepUp(proof, attempt);
    expect([first.status, second.status, await until(browser)]).toEqual([204, 204, granted]);
    expect((await t.activityOf(person)).filter((what) => what === 'mfa.step_up_passed')).toHaveLength(1);
  });

  test('is written down', async () => {
    const { person, browser } = await unprivileged();
    await browser.stepUp(await proofOf(person, browser));
    const used = kind === 'backup-code' ? ['mfa.backup_code_used'] : [];
    expect(await t.activityOf(person)).toEqual(['mfa.signed_in', ...used, 'mfa.step_up_passed']);
  });
});

describe('a wrong proof', () => {
  test('is refused, written down and answered alike when it is sent again', async () => {
    const { person, browser } = await unprivileged();
    const attempt = attemptId();
    const first = await browser.stepUp({ kind: 'totp', code: 'no code' }, attempt);
    expect(first.body).toMatchObject({ status: 422, code: 'wrong-code' });
    // The attempt is over, whatever it brings now.
    const second = await browser.stepUp({ kind: 'totp', code: t.nextAppCode(person) }, attempt);
    expect([second.body, await until(browser)]).toEqual([first.body, null]);
    expect(await t.activityOf(person)).toEqual(['mfa.signed_in', 'mfa.step_up_refused']);
  });

  test('under the id of an attempt in another session is judged for itself', async () => {
    const { person, browser } = await unprivileged();
    const other = await t.signedIn(person);
    t.clock.now += WINDOW;
    const attempt = attemptId();
    await browser.stepUp({ kind: 'totp', code: t.nextAppCode(person) }, attempt);
    expect((await other.stepUp({ kind: 'totp', code: 'no code' }, attempt)).status).toBe(422);
    expect(await until(other)).toBe(null);
  });

  test('locks its kind for fifteen minutes after ten, at the sign-in too, and no other', async () => {
    const { person, browser } = await unprivileged();
    const left = [];
    for (let i = 0; i < 10; i += 1) {
      left.push((await browser.stepUp({ kind: 'backup-code', code: WRONG_BACKUP_CODE })).body.triesLeft);
    }
    expect(left).toEqual([...Array(6).fill(undefined), 3, 2, 1, 0]);
    const retryAt = t.clock.now + 15 * MINUTE;
    const right = { kind: 'backup-code', code: person.codes[0] };
    const locked = { status: 429, code: 'too-many-attempts', blocks: ['backup-code'], retryAt };
    expect((await browser.stepUp(right)).body).toMatchObject(locked);
    expect((await (await t.challenged(person)).attempt('backup-code', person.codes[0]!)).body).toMatchObject(locked);
    expect((await browser.stepUp({ kind: 'totp', code: t.nextAppCode(person) })).status).toBe(204);
    t.clock.now = retryAt;
    expect((await browser.stepUp(right)).status).toBe(204);
  });

  test('at the sign-in counts with those in a session', async () => {
    const { person, browser } = await unprivileged();
    const challenged = await t.challenged(person);
    for (let i = 0; i < 5; i += 1) await challenged.attempt('backup-code', WRONG_BACKUP_CODE);
    for (let i = 0; i < 5; i += 1) await browser.stepUp({ kind: 'backup-code', code: WRONG_BACKUP_CODE });
    expect((await browser.stepUp({ kind: 'backup-code', code: person.codes[0] })).body).toMatchObject({ status: 429 });
  });

  test('by password locks the password', async () => {
    const browser = (await otherApp(t)).browser();
    const person = await t.addPerson({ factor: false });
    await browser.signIn(person);
    for (let i = 0; i < 10; i += 1) await browser.stepUp({ kind: 'password', password: 'a wrong one' });
    const answer = await browser.stepUp({ kind: 'password', password: PASSWORD });
    expect(answer.body).toMatchObject({ status: 429, code: 'too-many-attempts', blocks: 'all' });
    expect(await until(browser)).toBe(null);
  });
});

describe('what is not asked for is refused, and neither spent nor counted', () => {
  test.each([
    { kind: 'password', password: PASSWORD },
    { kind: 'enrollment-pass', code: 'CK7Q-M9XA-4TPB' },
  ])('$kind', async (proof) => {
    const { person, browser } = await unprivileged();
    for (let i = 0; i < 12; i += 1) {
      const { body } = await browser.stepUp(proof);
      expect(body).toMatchObject({ status: 403, code: 'not-allowed', reason: 'not-offered' });
    }
    expect(await until(browser)).toBe(null);
    expect(await t.activityOf(person)).toEqual(['mfa.signed_in']);
  });

  test('a code of somebody else', async () => {
    const [{ browser }, somebody] = [await unprivileged(), await t.addPerson()];
    const answer = await browser.stepUp({ kind: 'backup-code', code: somebody.codes[0] });
    expect(answer.body).toMatchObject({ code: 'wrong-code' });
    expect(await t.usedCodesOf(somebody)).toBe(0);
  });

  test("somebody else's passkey", async () => {
    const { browser, person } = await unprivileged();
    await t.addKey(person);
    const stranger = await t.addKey(await t.addPerson());
    const { body } = await browser.prepareStepUpPasskey();
    const proof = { kind: 'passkey', ceremony: body.id, credential: stranger.answer(body.options) };
    expect((await browser.stepUp(proof)).body).toMatchObject({ code: 'passkey-refused' });
  });
});

describe.each<[string, unknown]>([
  ['no object', []],
  ['no proof', { attempt: attemptId() }],
  ['no attempt', { proof: { kind: 'totp', code: '123456' } }],
  ['an attempt that is too short', { attempt: 'short', proof: { kind: 'totp', code: '123456' } }],
  ['an unknown kind', { attempt: attemptId(), proof: { kind: 'toString', code: '123456' } }],
  ['a password without one', { attempt: attemptId(), proof: { kind: 'password', code: '123456' } }],
  ['an endless password', { attempt: attemptId(), proof: { kind: 'password', password: 'x'.repeat(1025) } }],
])('a malformed proof, %s,', (_, body) => {
  test('is refused', async () => {
    const { browser } = await unprivileged();
    const answer = await browser.send('POST', '/api/auth/mfa/step-up/proofs', body);
    expect(answer.body).toMatchObject({ status: 400, code: 'bad-request' });
  });
});

test('a proof is not spent where the outcome cannot be stored', async () => {
  const { person, browser } = await unprivileged();
  vi.spyOn(t.context.logger, 'error').mockImplementation(() => {});
  await t.sql('alter table "mfaAttempt" add constraint none check (false) not valid');
  const answer = await browser.stepUp({ kind: 'backup-code', code: person.codes[0] });
  await t.sql('alter table "mfaAttempt" drop constraint none');
  expect([answer.status, await t.usedCodesOf(person), await until(browser)]).toEqual([500, 0, null]);
  expect((await browser.stepUp({ kind: 'backup-code', code: person.codes[0] })).status).toBe(204);
});

describe('a code that is sent in a session', () => {
  test('says that it is to confirm who is there', async () => {
    const { person, browser } = await unprivileged();
    const { status, body } = await browser.sendStepUpCode(OWN);
    expect([status, body]).toEqual([200, { sentAt: t.clock.now, resendAt: t.clock.now + 30_000 }]);
    expect(sent).toMatchObject([{ channel: 'email', purpose: 'step-up', to: person.email }]);
    expect((await needOf(browser)).ways[1]).toMatchObject({ kind: 'delivered-code', sent: body });
  });

  test('asked for again at once is the same, and later another that voids it', async () => {
    const { browser } = await unprivileged();
    const first = await browser.sendStepUpCode(OWN);
    expect((await browser.sendStepUpCode(OWN)).body).toEqual(first.body);
    expect(sent).toHaveLength(1);
    t.clock.now += 30_000;
    await browser.sendStepUpCode(OWN);
    const [older, newer] = sent.map(({ code }) => ({ kind: 'delivered-code', id: OWN, code }));
    expect((await browser.stepUp(older!)).body).toMatchObject({ code: 'wrong-code' });
    expect((await browser.stepUp(newer!)).status).toBe(204);
  });

  test('works for ten minutes', async () => {
    const { browser } = await unprivileged();
    await browser.sendStepUpCode(OWN);
    t.clock.now += 10 * MINUTE;
    const proof = { kind: 'delivered-code', id: OWN, code: sent[0]!.code };
    expect((await browser.stepUp(proof)).body).toMatchObject({ code: 'delivered-code-expired' });
  });

  test('does not sign in, nor does one of a sign-in count in a session', async () => {
    const { person, browser } = await unprivileged();
    const challenged = await t.challenged(person);
    await browser.sendStepUpCode(OWN);
    await challenged.sendCode(OWN);
    const [inSession, atSignIn] = sent.map(({ code }) => ({ kind: 'delivered-code', id: OWN, code }));
    const crossed = [await challenged.prove(inSession!), await browser.stepUp(atSignIn!)];
    for (const { body } of crossed) expect(body).toMatchObject({ status: 422, code: 'wrong-code' });
    expect([await until(browser), challenged.holdsSession]).toEqual([null, false]);
  });

  test('counts among the five an hour, also where the session ended meanwhile', async () => {
    const person = await t.addPerson();
    const first = await t.signedIn(person);
    for (let i = 0; i < 3; i += 1, t.clock.now += MINUTE) await first.sendStepUpCode(OWN);
    await first.send('POST', '/api/auth/sign-out', {});
    const second = await t.signedIn(person);
    for (let i = 0; i < 2; i += 1, t.clock.now += MINUTE) await second.sendStepUpCode(OWN);
    expect(sent).toHaveLength(5);
    const refused = { status: 429, code: 'too-many-attempts', blocks: ['delivered-code'] };
    expect((await second.sendStepUpCode(OWN)).body).toMatchObject(refused);
    expect((await (await t.challenged(person)).sendCode(OWN)).body).toMatchObject(refused);
    expect(sent).toHaveLength(5);
  });

  test('that cannot be handed over is a fault of the server', async () => {
    const { browser } = await unprivileged();
    vi.spyOn(t.context.logger, 'error').mockImplementation(() => {});
    fails = true;
    expect((await browser.sendStepUpCode(OWN)).body).toMatchObject({ status: 502, code: 'server' });
    fails = false;
    expect((await browser.sendStepUpCode(OWN)).status).toBe(200);
  });

  test('goes nowhere but to the person, and not where the policy rules it out', async () => {
    const somebody = await t.addPerson({ factor: false });
    await addDestination(t.server.auth, somebody.id, { channel: 'sms', to: '+47 555 00 143' });
    const [{ id }] = (await t.sql<{ id: string }>('select id from "mfaFactor" where "userId" = $1', [somebody.id])) as [
      { id: string },
    ];
    const { browser } = await unprivileged();
    expect((await browser.sendStepUpCode(id)).body).toMatchObject({ status: 403, reason: 'not-offered' });
    const email = async () => expect.unreachable();
    const app = await otherApp(t, {}, { deliver: { email }, policy: { hide: ['delivered-code'] } });
    const hidden = app.browser();
    hidden.cookies = browser.cookies;
    expect((await hidden.sendStepUpCode(OWN)).body).toMatchObject({ status: 403, reason: 'policy' });
    expect(sent).toEqual([]);
  });
});

describe('a ceremony in a session', () => {
  test('does not sign in, nor does one of a sign-in count in a session', async () => {
    const { person, browser } = await unprivileged();
    const key = await t.addKey(person);
    const challenged = await t.challenged(person);
    const [inSession, atSignIn] = [await browser.prepareStepUpPasskey(), await challenged.preparePasskey()].map(
      ({ body }) => ({ kind: 'passkey', ceremony: body.id, credential: key.answer(body.options) }),
    );
    const crossed = [await challenged.prove(inSession!), await browser.stepUp(atSignIn!)];
    for (const { body } of crossed) expect(body).toMatchObject({ code: 'passkey-refused' });
  });

  test('is not begun for who has no passkey, nor where the policy rules it out', async () => {
    const { person, browser } = await unprivileged();
    expect((await browser.prepareStepUpPasskey()).body).toMatchObject({ status: 403, reason: 'not-offered' });
    await t.addKey(person);
    const hidden = (await otherApp(t, {}, { policy: { hide: ['passkey'] } })).browser();
    hidden.cookies = browser.cookies;
    expect((await hidden.prepareStepUpPasskey()).body).toMatchObject({ status: 403, reason: 'policy' });
  });
});

test('no cookie of a challenge leads to the step-up of a session', async () => {
  const person = await t.addPerson();
  await t.signedIn(person);
  const rows = await t.sql<{ id: string }>('select id from session where "userId" = $1', [person.id]);
  const names = rows.flatMap(({ id }) => [id, `step-up ${id}`]);
  const known = await t.sql(`select id from "mfaChallenge" where "tokenHash" = $1`, [names[1]]);
  expect(known).toHaveLength(1);
  const { secret } = await t.server.auth.$context;
  for (const name of names) {
    const browser = t.browser();
    browser.cookies.set('better-auth.mfa_challenge', signed(name, secret));
    expect((await browser.load()).body).toEqual({ status: 'sign-in-first' });
    expect((await browser.attempt('backup-code', person.codes[0]!)).body).toMatchObject({ code: 'challenge-over' });
  }
});

describe('from one address', () => {
  let own: Harness;
  beforeAll(async () => {
    own = await startHarness({ limits: { attempt: 3 } });
  });
  afterAll(() => own.close());

  test('proofs are limited with those of the challenge', async () => {
    const person = await own.addPerson();
    const browser = await own.challenged(person);
    await browser.attempt('totp', own.nextAppCode(person));
    for (let i = 0; i < 2; i += 1) expect((await browser.stepUp({ kind: 'totp', code: 'no code' })).status).toBe(422);
    const answer = await browser.stepUp({ kind: 'totp', code: own.nextAppCode(person) });
    expect(answer.body).toMatchObject({ status: 429, code: 'too-many-attempts', blocks: 'all' });
    own.clock.now += MINUTE;
    expect((await browser.stepUp({ kind: 'totp', code: own.nextAppCode(person) })).status).toBe(204);
  });
});
