import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FormFault } from '../../src/server/better-auth';
import { MINUTE, startHarness, type Answer, type Browser, type Harness } from './support/harness';
import { otherApp } from './support/other-app';

const FORM = '/api/auth/mfa/challenge/form';

let t: Harness;
beforeAll(async () => {
  t = await startHarness();
});
afterAll(() => t.close());

const leadsTo = ({ status, headers }: Answer) => [status, headers.get('location')];
const back = (fault: FormFault) => [303, `/challenge?mfa=${fault}`];
const IN = [303, '/account'];
/** A backup code that nobody has. */
const WRONG = 'AAAA-AAAA-AAAA';

async function atChallenge() {
  const person = await t.addPerson();
  return { person, browser: await t.challenged(person) };
}

describe('a plain form', () => {
  test('with an app code lets the person in', async () => {
    const { person, browser } = await atChallenge();
    const answer = await browser.sendForm({ totp: ` ${person.appCode()} `, 'backup-code': '' });
    expect(leadsTo(answer)).toEqual(IN);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect([answer.body, browser.holdsChallenge]).toEqual(['', false]);
    expect(await browser.whoAmI()).toBe(person.email);
  });

  test('with a backup code lets the person in, and uses it up', async () => {
    const { person, browser } = await atChallenge();
    expect(leadsTo(await browser.sendForm({ totp: '', 'backup-code': person.codes[0]! }))).toEqual(IN);
    expect([await t.usedCodesOf(person), await browser.whoAmI()]).toEqual([1, person.email]);
  });

  test.each<[string, Record<string, string>, FormFault]>([
    ['nothing typed', { totp: '', 'backup-code': ' ' }, 'no-code'],
    ['nothing in it', {}, 'no-code'],
    ['another field', { code: '123456' }, 'no-code'],
    ['both codes', { totp: '000000', 'backup-code': WRONG }, 'two-codes'],
    ['a wrong app code', { totp: 'not a code' }, 'wrong-code'],
    ['a wrong backup code', { 'backup-code': WRONG }, 'wrong-code'],
    ['a code that is too long', { 'backup-code': 'A'.repeat(65) }, 'wrong-code'],
  ])('with %s leads back and says why', async (_, fields, fault) => {
    const { person, browser } = await atChallenge();
    expect(leadsTo(await browser.sendForm(fields))).toEqual(back(fault));
    expect([browser.holdsSession, await t.sessionsOf(person), await t.usedCodesOf(person)]).toEqual([false, 0, 0]);
  });

  test('with a code that is too long counts nothing', async () => {
    const { person, browser } = await atChallenge();
    await browser.sendForm({ 'backup-code': 'A'.repeat(65) });
    const failures = 'select coalesce(sum(failed), 0)::int as n from "mfaGuard" where "userId" = $1';
    expect(await t.sql(failures, [person.id])).toEqual([{ n: 0 }]);
  });

  test('with both codes right spends neither', async () => {
    const { person, browser } = await atChallenge();
    const fields = { totp: person.appCode(), 'backup-code': person.codes[0]! };
    expect(leadsTo(await browser.sendForm(fields))).toEqual(back('two-codes'));
    expect(leadsTo(await browser.sendForm({ totp: fields.totp }))).toEqual(IN);
  });

  test('with a used code says so', async () => {
    const { person, browser } = await atChallenge();
    await browser.sendForm({ 'backup-code': person.codes[0]! });
    const later = await t.challenged(person);
    expect(leadsTo(await later.sendForm({ 'backup-code': person.codes[0]! }))).toEqual(back('used-code'));
  });

  test('without a challenge leads back and says that it is over', async () => {
    expect(leadsTo(await t.browser().sendForm({ totp: '000000' }))).toEqual(back('challenge-over'));
  });

  test('an hour after the first factor says that it is over', async () => {
    const { person, browser } = await atChallenge();
    t.clock.now += 60 * MINUTE;
    expect(leadsTo(await browser.sendForm({ totp: person.appCode() }))).toEqual(back('challenge-over'));
  });

  test('opens a challenge that has ended again, as loading would', async () => {
    const { person, browser } = await atChallenge();
    t.clock.now += 45 * MINUTE;
    expect(leadsTo(await browser.sendForm({ totp: person.appCode() }))).toEqual(IN);
  });

  test('counts its failures with the others, and its lock is theirs', async () => {
    const { person, browser } = await atChallenge();
    for (let i = 0; i < 5; i += 1) await browser.sendForm({ totp: `wrong ${i}` });
    for (let i = 0; i < 5; i += 1) await browser.attempt('totp', 'wrong');
    expect(leadsTo(await browser.sendForm({ totp: person.appCode() }))).toEqual(back('too-many-attempts'));
    expect(leadsTo(await browser.sendForm({ 'backup-code': person.codes[0]! }))).toEqual(IN);
  });

  test('that met a lock is judged anew once the lock is over', async () => {
    const { person, browser } = await atChallenge();
    for (let i = 0; i < 10; i += 1) await browser.sendForm({ 'backup-code': `wrong ${i}` });
    const [code] = person.codes;
    expect(leadsTo(await browser.sendForm({ 'backup-code': code! }))).toEqual(back('too-many-attempts'));
    t.clock.now += 15 * MINUTE;
    expect(leadsTo(await browser.sendForm({ 'backup-code': code! }))).toEqual(IN);
  });

  test('trusts no device', async () => {
    const app = await otherApp(t, {}, { trustDeviceDays: 30 });
    const person = await t.addPerson();
    const browser = app.browser();
    await browser.signIn(person);
    await browser.sendForm({ totp: person.appCode(), trustDevice: 'true' });
    expect(browser.holdsSession).toBe(true);
    expect(await t.sql('select id from "mfaTrustedDevice" where "userId" = $1', [person.id])).toEqual([]);
  });

  test('is refused by the policy as the others are', async () => {
    const app = await otherApp(t, {}, { policy: { hide: ['totp'] } });
    const person = await t.addPerson();
    const browser = app.browser();
    await browser.signIn(person);
    expect(leadsTo(await browser.sendForm({ totp: person.appCode() }))).toEqual([
      303,
      '/second-factor?mfa=not-allowed',
    ]);
  });

  test('that fails for something unexpected leads back, spends nothing and is logged without its code', async () => {
    const { person, browser } = await atChallenge();
    const [code = ''] = person.codes;
    const log = vi.spyOn(t.context.logger, 'error').mockImplementation(() => {});
    vi.spyOn(t.context.internalAdapter, 'createSession').mockRejectedValueOnce(new Error(`insert failed: ${code}`));
    const answer = await browser.sendForm({ 'backup-code': code });
    const logged = log.mock.calls.flat().join('\n');
    log.mockRestore();
    expect(leadsTo(answer)).toEqual(back('server'));
    expect(logged).toMatch(/reference \w{12}/);
    expect(logged).not.toContain(code);
    expect(await t.usedCodesOf(person)).toBe(0);
    expect(leadsTo(await browser.sendForm({ 'backup-code': code }))).toEqual(IN);
  });

  test('never has its code in an address, a header or a body of the answer', async () => {
    const { person, browser } = await atChallenge();
    for (const typed of [WRONG, person.codes[0]!]) {
      const { body, headers } = await browser.sendForm({ 'backup-code': typed });
      expect(JSON.stringify([body, [...headers]])).not.toContain(typed);
    }
  });
});

describe('a form that the browser sends a second time by itself', () => {
  test('is answered as the first was, and one code is spent', async () => {
    const { person, browser } = await atChallenge();
    const resending = browser.copy();
    const fields = { 'backup-code': person.codes[0]! };
    const first = await browser.sendForm(fields);
    expect(leadsTo(await resending.sendForm(fields))).toEqual(leadsTo(first));
    expect(resending.cookies).toEqual(browser.cookies);
    expect([await t.usedCodesOf(person), await t.sessionsOf(person)]).toEqual([1, 1]);
  });

  const failuresOf = (id: string) =>
    t.sql(`select failed from "mfaGuard" where "userId" = $1 and kind = 'backup-code'`, [id]);
  const nextMinute = () => (t.clock.now += MINUTE - (t.clock.now % MINUTE));

  test.each<[string, Record<string, string>]>([
    ['without an id of the page', {}],
    ['with an id of the page', { attempt: 'an-id-of-this-page' }],
  ])('is counted once when it is wrong, %s', async (_, more) => {
    const { person, browser } = await atChallenge();
    nextMinute();
    for (let i = 0; i < 3; i += 1) await browser.sendForm({ 'backup-code': WRONG, ...more });
    expect(await failuresOf(person.id)).toEqual([{ failed: 1 }]);
  });

  test('is one that a person meant when a minute has passed', async () => {
    const { person, browser } = await atChallenge();
    await browser.sendForm({ 'backup-code': WRONG });
    nextMinute();
    await browser.sendForm({ 'backup-code': WRONG });
    expect(await failuresOf(person.id)).toEqual([{ failed: 2 }]);
  });

  test('with another code is another attempt, also under the same id of the page', async () => {
    const { person, browser } = await atChallenge();
    const attempt = 'an-id-of-this-page';
    await browser.sendForm({ 'backup-code': WRONG, attempt });
    expect(leadsTo(await browser.sendForm({ 'backup-code': person.codes[0]!, attempt }))).toEqual(IN);
  });

  test('under a new id of the page is judged again', async () => {
    const { person, browser } = await atChallenge();
    nextMinute();
    await browser.sendForm({ 'backup-code': WRONG, attempt: 'an-id-of-this-page' });
    await browser.sendForm({ 'backup-code': WRONG, attempt: 'an-id-of-that-page' });
    expect(await failuresOf(person.id)).toEqual([{ failed: 2 }]);
  });

  test('with an id that is none is held to its minute', async () => {
    const { person, browser } = await atChallenge();
    nextMinute();
    await browser.sendForm({ 'backup-code': WRONG, attempt: 'short' });
    await browser.sendForm({ 'backup-code': WRONG, attempt: 'other' });
    expect(await failuresOf(person.id)).toEqual([{ failed: 1 }]);
  });
});

describe('a person who is in already', () => {
  test('and sends another code from a page that was left goes on, and spends nothing', async () => {
    const { person, browser } = await atChallenge();
    await browser.sendForm({ totp: person.appCode() });
    expect(leadsTo(await browser.sendForm({ 'backup-code': person.codes[0]! }))).toEqual(IN);
    expect(await t.usedCodesOf(person)).toBe(0);
  });

  test('but whose answer was lost finds themselves in by another code, for two minutes', async () => {
    const { person, browser } = await atChallenge();
    const late = browser.copy();
    await browser.copy().sendForm({ totp: person.appCode() });
    expect(leadsTo(await browser.sendForm({ 'backup-code': person.codes[0]! }))).toEqual(IN);
    expect([await browser.whoAmI(), await t.usedCodesOf(person)]).toEqual([person.email, 0]);
    t.clock.now += 2 * MINUTE + 1;
    expect(leadsTo(await late.sendForm({ 'backup-code': person.codes[0]! }))).toEqual(back('challenge-over'));
  });
});

describe('where a form comes from', () => {
  const OWN = () => t.server.origin;
  const own = (origin: string | null, site: string | null) => ({ origin, 'sec-fetch-site': site });

  async function send(headers: Record<string, string | null>) {
    const { person, browser } = await atChallenge();
    const answer = await browser.sendForm({ 'backup-code': person.codes[0]! }, headers);
    return { answer, spent: await t.usedCodesOf(person) };
  }

  test.each<[string, () => Record<string, string | null>]>([
    ['says that it is this origin', () => own(OWN(), null)],
    ['says that it is this origin and the same site', () => own(OWN(), 'same-origin')],
    ['hides its origin, as under no-referrer, and is the same one', () => own('null', 'same-origin')],
    ['tells no origin and is the same one', () => own(null, 'same-origin')],
  ])('is fine when it %s', async (_, headers) => {
    const { answer, spent } = await send(headers());
    expect([...leadsTo(answer), spent]).toEqual([...IN, 1]);
  });

  test.each<[string, () => Record<string, string | null>]>([
    ['tells neither', () => own(null, null)],
    ['hides its origin and tells no site', () => own('null', null)],
    ['is another origin', () => own('https://evil.example', null)],
    ['is another origin that begins like this one', () => own(`${OWN()}.evil.example`, null)],
    ['is this host on another port', () => own('http://localhost:1', null)],
    ['is another origin and says that it is the same', () => own('https://evil.example', 'same-origin')],
    ['is another site that says our origin', () => own(OWN(), 'cross-site')],
    ['is a sibling domain', () => own(null, 'same-site')],
    ['is a sibling domain that hides its origin', () => own('null', 'same-site')],
    ['is a sandboxed frame', () => own('null', 'cross-site')],
    ['is the address bar', () => own(null, 'none')],
  ])('is refused and spends nothing when it %s', async (_, headers) => {
    const { answer, spent } = await send(headers());
    expect(answer.body).toMatchObject({ status: 403, code: 'bad-request' });
    expect(spent).toBe(0);
  });

  test('is no origin that the app trusts besides its own', async () => {
    const app = await otherApp(t, { trustedOrigins: ['https://partner.example'] });
    const person = await t.addPerson();
    const browser = app.browser();
    await browser.signIn(person);
    const answer = await browser.sendForm({ totp: person.appCode() }, { origin: 'https://partner.example' });
    expect(answer.body).toMatchObject({ status: 403, code: 'bad-request' });
  });

  test('is looked at where Better Auth’s own check is off, too', async () => {
    const app = await otherApp(t, { advanced: { disableCSRFCheck: true, disableOriginCheck: true } });
    const answer = await app.browser().sendForm({ totp: '000000' }, own(null, null));
    expect(answer.body).toMatchObject({ status: 403, code: 'bad-request' });
  });

  test('is known behind a proxy that calls the app by another name', async () => {
    const app = await otherApp(t, { baseURL: 'https://bank.example' });
    const person = await t.addPerson();
    const browser = app.browser();
    const origin = { origin: 'https://bank.example' };
    await browser.send('POST', '/api/auth/sign-in/email', { email: person.email, password: app.password }, origin);
    browser.cookies = new Map([...browser.cookies].filter(([name]) => name === '__Secure-better-auth.mfa_challenge'));
    expect(browser.cookies.size).toBe(1);
    const answer = await browser.sendForm({ totp: person.appCode() }, own('null', 'same-origin'));
    expect(leadsTo(answer)).toEqual([303, '/']);
  });

  test.each(['application/json', 'text/plain', 'multipart/form-data; boundary=x', ''])(
    'does not matter to a body that is no form, which is nothing to log either: %j',
    async (type) => {
      const { browser } = await atChallenge();
      const log = vi.spyOn(console, 'error');
      const answer = await browser.sendForm({ totp: '000000' }, { 'content-type': type });
      expect(answer.body).toMatchObject({ status: 415, code: 'bad-request' });
      expect(log).not.toHaveBeenCalled();
      log.mockRestore();
    },
  );

  test('is no reason to take a form elsewhere', async () => {
    const { browser } = await atChallenge();
    const answer = await browser.send('POST', '/api/auth/mfa/challenge/cancel', 'totp=000000', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(answer.body).toMatchObject({ status: 415, code: 'bad-request' });
  });

  test('is not asked of a GET, which is answered nothing', async () => {
    expect((await t.browser().send('GET', FORM)).body).toMatchObject({ status: 404, code: 'bad-request' });
  });
});

describe('the addresses that a form leads to', () => {
  async function from(urls: { challengeUrl?: string; continueUrl?: string }) {
    const app = await otherApp(t, {}, urls);
    const person = await t.addPerson();
    const browser = app.browser();
    await browser.signIn(person);
    const refused = await browser.sendForm({ totp: 'not a code' });
    const passed = await browser.sendForm({ totp: person.appCode() });
    return [refused, passed].map((answer) => answer.headers.get('location'));
  }

  test.each([
    [{ challengeUrl: '/challenge', continueUrl: '/inside' }, '/challenge?mfa=wrong-code', '/inside'],
    [{ challengeUrl: '/login?step=2' }, '/login?step=2&mfa=wrong-code', '/'],
    [{ challengeUrl: '/login#second' }, '/login?mfa=wrong-code#second', '/'],
    [{ challengeUrl: 'https://bank.example/in' }, 'https://bank.example/in?mfa=wrong-code', '/'],
  ])('are those that the host set: %j', async (urls, refused, passed) => {
    expect(await from(urls)).toEqual([refused, passed]);
  });

  test('are not for the form to say', async () => {
    const { browser } = await atChallenge();
    const answer = await browser.sendForm({ totp: '', continueUrl: 'https://evil.example', redirectTo: '/evil' });
    expect(leadsTo(answer)).toEqual(back('no-code'));
  });
});

describe('the rate limit', () => {
  let limited: Harness;
  beforeAll(async () => {
    limited = await startHarness({ limits: { attempt: 3 } });
  });
  beforeEach(() => void (limited.clock.now += MINUTE));
  afterAll(() => limited.close());

  const tries = async (count: number, send: () => Promise<Answer>) => {
    const answers: Answer[] = [];
    for (let i = 0; i < count; i += 1) answers.push(await send());
    return answers;
  };

  test('of forms leads back and says so', async () => {
    const browser: Browser = await limited.challenged(await limited.addPerson());
    const answers = await tries(4, () => browser.sendForm({ totp: 'not a code' }));
    expect(answers.map((answer) => leadsTo(answer)[1])).toEqual([
      ...Array(3).fill('/challenge?mfa=wrong-code'),
      '/challenge?mfa=too-many-attempts',
    ]);
  });

  test('is that of the attempts by script', async () => {
    const browser = await limited.challenged(await limited.addPerson());
    await tries(3, () => browser.attempt('totp', '000000'));
    expect(leadsTo(await browser.sendForm({ totp: '000000' }))).toEqual(back('too-many-attempts'));
  });

  test('counts forms from elsewhere, and leads them nowhere', async () => {
    const browser = await limited.challenged(await limited.addPerson());
    const answers = await tries(4, () => browser.sendForm({ totp: '000000' }, { origin: 'https://evil.example' }));
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 429]);
  });
});
