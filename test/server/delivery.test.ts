import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { addDestination, type CodeMessage, type SendCode } from '../../src/server/better-auth';
import { attemptId, MINUTE, startHarness, type Browser, type Harness, type Person } from './support/harness';
import { otherApp } from './support/other-app';

const SECOND = 1000;
/** What the offer of the account's own address is called by. */
const OWN = 'account-email';

const sent: CodeMessage[] = [];
const keep: SendCode = async (message) => void sent.push(message);
let email: SendCode = keep;

let t: Harness;
beforeAll(async () => {
  t = await startHarness({ deliver: { email: (message) => email(message), sms: keep, timeout: 1000 } });
});
afterEach(() => {
  email = keep;
  sent.length = 0;
});
afterAll(() => t.close());

interface Offer {
  kind: string;
  id: string;
}

const offersOf = async (browser: Browser): Promise<Offer[]> => {
  const offers: Offer[] = (await browser.load()).body.challenge.offers;
  return offers.filter(({ kind }) => kind === 'delivered-code');
};
const use = (browser: Browser, code: string, id = OWN, attempt = attemptId()) =>
  browser.prove({ kind: 'delivered-code', id, code }, { attempt });
/** A code that is not this one. */
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const stored = (person: Person) => t.sql('select id from "mfaDelivery" where "userId" = $1', [person.id]);

async function atChallenge() {
  const person = await t.addPerson();
  return { person, browser: await t.challenged(person) };
}

/** A person who was sent a code, and the code. */
async function withCode() {
  const { person, browser } = await atChallenge();
  const { status } = await browser.sendCode(OWN);
  expect(status).toBe(200);
  return { person, browser, code: sent.at(-1)!.code };
}

describe('the offer of a code', () => {
  test('to the verified address of the account is there, masked', async () => {
    const { person, browser } = await atChallenge();
    const offers = await offersOf(browser);
    expect(offers).toEqual([{ kind: 'delivered-code', id: OWN, channel: 'email', to: 'p•••@example.com' }]);
    expect(JSON.stringify(offers)).not.toContain(person.email.slice(0, 4));
  });

  test('to an address that nobody verified is not there', async () => {
    const { person, browser } = await atChallenge();
    await t.sql('update "user" set "emailVerified" = false where id = $1', [person.id]);
    expect(await offersOf(browser)).toEqual([]);
    expect((await browser.sendCode(OWN)).body).toMatchObject({ status: 403, reason: 'not-offered' });
    expect(sent).toEqual([]);
  });

  test('to the account is none where the app says so, and asks nobody', async () => {
    const app = await otherApp(t, {}, { deliver: { email: keep, accountEmail: false } });
    const browser = app.browser();
    await browser.signIn(await t.addPerson());
    expect(await offersOf(browser)).toEqual([]);
    expect((await browser.sendCode(OWN)).body).toMatchObject({ reason: 'not-offered' });
  });

  test('alone makes nobody be asked for a second factor', async () => {
    const person = await t.addPerson({ factor: false });
    const browser = t.browser();
    await browser.signIn(person);
    expect(await browser.whoAmI()).toBe(person.email);
  });

  test('says when the code left that is in force, in this challenge only', async () => {
    const { person, browser } = await withCode();
    const delivery = { sentAt: t.clock.now, resendAt: t.clock.now + 30 * SECOND };
    expect(await offersOf(browser)).toMatchObject([{ sent: delivery }]);
    expect((await offersOf(await t.challenged(person)))[0]).not.toHaveProperty('sent');
    t.clock.now += 10 * MINUTE;
    expect((await offersOf(browser))[0]).not.toHaveProperty('sent');
  });
});

describe('a destination to add', () => {
  test('is a second factor by itself, e-mail before text', async () => {
    const person = await t.addPerson({ factor: false });
    await addDestination(t.server.auth, person.id, { channel: 'sms', to: '+47 555 00 142' });
    await addDestination(t.server.auth, person.id, { channel: 'email', to: 'Other@Example.com ' });
    const browser = await t.challenged(person);
    expect(await offersOf(browser)).toEqual([
      { kind: 'delivered-code', id: OWN, channel: 'email', to: 'p•••@example.com' },
      { kind: 'delivered-code', id: expect.any(String), channel: 'email', to: 'o•••@example.com' },
      { kind: 'delivered-code', id: expect.any(String), channel: 'sms', to: '••• 42' },
    ]);
  });

  test('takes its code, sent by its own channel', async () => {
    const person = await t.addPerson({ factor: false });
    await addDestination(t.server.auth, person.id, { channel: 'sms', to: '+47 555 00 142' });
    const browser = await t.challenged(person);
    const { id } = (await offersOf(browser))[1]!;
    await browser.sendCode(id);
    expect(sent).toMatchObject([{ channel: 'sms', to: '+4755500142' }]);
    expect((await use(browser, sent[0]!.code, id)).body).toMatchObject({ by: 'delivered-code' });
  });

  test('that is the account’s own address is offered once', async () => {
    const person = await t.addPerson({ factor: false });
    await addDestination(t.server.auth, person.id, { channel: 'email', to: person.email });
    expect(await offersOf(await t.challenged(person))).toHaveLength(1);
  });

  test('without a sender for it is not offered, and the person is asked all the same', async () => {
    const person = await t.addPerson({ factor: false });
    await addDestination(t.server.auth, person.id, { channel: 'sms', to: '+4755500142' });
    const browser = (await otherApp(t, {}, { deliver: { email: keep, accountEmail: false } })).browser();
    await browser.signIn(person);
    expect((await browser.load()).body).toEqual({ status: 'blocked', why: 'no-usable-factor' });
    expect(browser.holdsSession).toBe(false);
  });

  test.each([
    ['an e-mail address without a host', 'email', 'ada@', /e-mail address/],
    ['two addresses', 'email', 'a@example.com b@example.com', /e-mail address/],
    ['a header in an address', 'email', 'a@example.com\nBcc: b@example.com', /e-mail address/],
    ['a number without a country', 'sms', '55500142', /\+47/],
    ['a number that is too short', 'sms', '+47555', /\+47/],
    ['letters', 'sms', '+47CALLME', /\+47/],
  ] as const)('is refused: %s', async (_, channel, to, told) => {
    const { id } = await t.addPerson({ factor: false });
    await expect(addDestination(t.server.auth, id, { channel, to })).rejects.toThrow(told);
    expect(await t.sql('select id from "mfaFactor" where "userId" = $1', [id])).toEqual([]);
  });

  test('is refused where nobody could send there, to nobody, and twice', async () => {
    const { id } = await t.addPerson();
    const to = '+4755500142';
    const { auth } = await otherApp(t);
    await expect(addDestination(auth, id, { channel: 'sms', to })).rejects.toThrow('deliver.sms');
    await expect(addDestination(t.server.auth, 'nobody', { channel: 'sms', to })).rejects.toThrow('no such user');
    await addDestination(t.server.auth, id, { channel: 'sms', to });
    await expect(addDestination(t.server.auth, id, { channel: 'sms', to: '+47 55500142' })).rejects.toThrow('already');
  });
});

describe('POST /mfa/challenge/deliveries', () => {
  test('sends six digits and says from when another may be asked for', async () => {
    const { person, browser } = await atChallenge();
    const answer = await browser.sendCode(OWN);
    expect(answer.body).toEqual({ sentAt: t.clock.now, resendAt: t.clock.now + 30 * SECOND });
    expect(sent).toEqual([
      {
        channel: 'email',
        purpose: 'sign-in',
        to: person.email,
        code: expect.stringMatching(/^\d{6}$/),
        service: 'Fjord Bank',
        minutes: 10,
        subject: 'Your code for Fjord Bank',
        text: expect.any(String),
      },
    ]);
    expect(JSON.stringify(answer.body)).not.toContain(sent[0]!.code);
  });

  test('sends one message for what the browser sends twice, and answers both alike', async () => {
    const { browser } = await atChallenge();
    const first = await browser.sendCode(OWN);
    t.clock.now += 30 * SECOND - 1;
    expect((await browser.sendCode(OWN)).body).toEqual(first.body);
    expect(sent).toHaveLength(1);
  });

  test.each([
    ['sent', 200],
    ['not sent', 502],
  ])(
    'has a second request wait for the first that is under way, and then says as well that it was %s',
    async (_, status) => {
      const { browser } = await atChallenge();
      const looked = vi.spyOn(t.context.internalAdapter, 'findCredentialAccount');
      vi.spyOn(t.context.logger, 'error').mockImplementation(() => {});
      const sending = new Promise<() => void>((started) => {
        email = (message) =>
          new Promise((resolve, reject) =>
            started(() => (status === 200 ? resolve(keep(message)) : reject(new Error('not sent')))),
          );
      });
      const first = browser.copy().sendCode(OWN);
      const finish = await sending;
      const lookups = looked.mock.settledResults.length;
      const second = browser.copy().sendCode(OWN);
      // The last that it asks the database before it looks for the first one.
      await expect.poll(() => looked.mock.settledResults.length).toBeGreaterThan(lookups);
      await new Promise(setImmediate);
      finish();
      expect([(await first).status, (await second).status]).toEqual([status, status]);
      expect(sent).toHaveLength(status === 200 ? 1 : 0);
      looked.mockRestore();
    },
  );

  test('sends another code half a minute later, and the one before is void', async () => {
    const { browser, code } = await withCode();
    t.clock.now += 30 * SECOND;
    await browser.sendCode(OWN);
    expect(sent).toHaveLength(2);
    const next = sent[1]!.code;
    if (next !== code) expect((await use(browser, code)).body).toMatchObject({ code: 'wrong-code' });
    expect((await use(browser, next)).status).toBe(200);
  });

  test('sends five an hour to one account, on however many challenges, and says when there is a sixth', async () => {
    const person = await t.addPerson();
    const first = t.clock.now;
    for (let i = 0; i < 5; i += 1) {
      expect((await (await t.challenged(person)).sendCode(OWN)).status).toBe(200);
      t.clock.now += MINUTE;
    }
    const browser = await t.challenged(person);
    const answer = await browser.sendCode(OWN);
    expect(answer.body).toMatchObject({
      status: 429,
      code: 'too-many-attempts',
      blocks: ['delivered-code'],
      retryAt: first + 60 * MINUTE,
    });
    expect(sent).toHaveLength(5);
    t.clock.now = first + 60 * MINUTE;
    expect((await (await t.challenged(person)).sendCode(OWN)).status).toBe(200);
    expect((await (await t.challenged(await t.addPerson())).sendCode(OWN)).status).toBe(200);
  });

  test.each([
    ['that nobody made', 'nothing'],
    ['of an authenticator app', 'totp'],
  ])('sends nothing for an offer %s', async (_, offer) => {
    const { browser } = await atChallenge();
    expect((await browser.sendCode(offer)).body).toMatchObject({ status: 403, reason: 'not-offered' });
    expect(sent).toEqual([]);
  });

  test("sends nothing to somebody else's destination", async () => {
    const other = await t.addPerson();
    await addDestination(t.server.auth, other.id, { channel: 'sms', to: '+4755500142' });
    const { id } = (await offersOf(await t.challenged(other)))[1]!;
    const { browser } = await atChallenge();
    expect((await browser.sendCode(id)).body).toMatchObject({ reason: 'not-offered' });
    expect(sent).toEqual([]);
  });

  test.each([{}, { offer: '' }, { offer: 7 }, { offer: 'a'.repeat(129) }])('refuses %j', async (body) => {
    const { browser } = await atChallenge();
    const answer = await browser.send('POST', '/api/auth/mfa/challenge/deliveries', body);
    expect(answer.body).toMatchObject({ status: 400, code: 'bad-request' });
  });

  test.each([
    ['ended', 'here', async () => void (t.clock.now += 30 * MINUTE)],
    ['grew too old', 'sign-in', async () => void (t.clock.now += 60 * MINUTE)],
    ['was cancelled', 'sign-in', async (browser: Browser) => void (await browser.copy().cancel())],
    ['was passed', 'here', async (b: Browser, p: Person) => void (await b.copy().attempt('totp', p.appCode()))],
  ] as const)('sends nothing once the challenge %s', async (_, restart, end) => {
    const { person, browser } = await atChallenge();
    await end(browser, person);
    expect((await browser.sendCode(OWN)).body).toMatchObject({ code: 'challenge-over', restart });
    expect(sent).toEqual([]);
  });

  test('sends nothing without a challenge', async () => {
    const { body } = await t.browser().sendCode(OWN);
    expect(body).toMatchObject({ code: 'challenge-over', restart: 'sign-in' });
  });

  test('sends nothing under a policy that hides sent codes, and takes none', async () => {
    const app = await otherApp(t, {}, { deliver: { email: keep }, policy: { hide: ['delivered-code'] } });
    const browser = app.browser();
    await browser.signIn(await t.addPerson());
    expect(await offersOf(browser)).toEqual([]);
    expect((await browser.sendCode(OWN)).body).toMatchObject({ status: 403, reason: 'policy' });
    expect((await use(browser, '000000')).body).toMatchObject({ status: 403, reason: 'policy' });
    expect(sent).toEqual([]);
  });
});

describe('a message that could not be handed over', () => {
  const failures: [string, SendCode][] = [
    ['because the sender fails', () => Promise.reject(new Error('550 no such mailbox: person@example.com'))],
    [
      'because the sender throws at once',
      () => {
        throw new Error('550 no such mailbox: person@example.com');
      },
    ],
    ['because the sender never answers', () => new Promise(() => {})],
  ];

  test.each(failures)('%s is a fault of the server, and nothing of it is logged', async (_, failing) => {
    const { browser } = await atChallenge();
    let code = '';
    email = (message) => ((code = message.code), failing(message));
    const log = vi.spyOn(t.context.logger, 'error').mockImplementation(() => {});
    const { body } = await browser.sendCode(OWN);
    const logged = log.mock.calls.flat().join('\n');
    log.mockRestore();
    expect(body).toMatchObject({ status: 502, code: 'server', reference: expect.stringMatching(/^\w{12}$/) });
    expect(logged).toContain(body.reference);
    expect(logged).not.toMatch(/no such mailbox|example\.com/);
    expect(code).toMatch(/^\d{6}$/);
    expect(logged + JSON.stringify(body)).not.toContain(code);
  });

  test('counts nothing: the next is sent at once, and all five of the hour are left', async () => {
    const { person, browser } = await atChallenge();
    vi.spyOn(t.context.logger, 'error').mockImplementation(() => {});
    email = failures[0]![1];
    for (let i = 0; i < 6; i += 1) expect((await browser.sendCode(OWN)).status).toBe(502);
    expect(await stored(person)).toEqual([]);
    email = keep;
    expect((await browser.sendCode(OWN)).status).toBe(200);
  });

  test('leaves the code before it in force', async () => {
    const { browser, code } = await withCode();
    t.clock.now += 30 * SECOND;
    vi.spyOn(t.context.logger, 'error').mockImplementation(() => {});
    email = failures[0]![1];
    await browser.sendCode(OWN);
    expect((await use(browser, code)).status).toBe(200);
  });
});

describe('a code that was sent', () => {
  test('signs the person in', async () => {
    const { person, browser, code } = await withCode();
    const answer = await use(browser, `${code.slice(0, 3)} ${code.slice(3)}`);
    expect(answer.body).toEqual({
      by: 'delivered-code',
      codesLeft: 'unknown',
      todo: [],
      mayPostpone: true,
      notified: 'unknown',
    });
    expect(await browser.whoAmI()).toBe(person.email);
  });

  test('sent again under its attempt gets the same answer and the same session', async () => {
    const { person, browser, code } = await withCode();
    const [resending, attempt] = [browser.copy(), attemptId()];
    const first = await use(browser, code, OWN, attempt);
    expect((await use(resending, code, OWN, attempt)).body).toEqual(first.body);
    expect(resending.cookies).toEqual(browser.cookies);
    expect(await t.sessionsOf(person)).toBe(1);
  });

  test('is used up with it', async () => {
    const { person, browser, code } = await withCode();
    const kept = browser.copy();
    await use(browser, code);
    // As no server does it: the challenge is open once more.
    await t.sql(`update "mfaChallenge" set state = 'pending' where "userId" = $1`, [person.id]);
    expect((await use(kept, code)).body).toMatchObject({ code: 'delivered-code-expired' });
  });

  test.each([
    ['just before', 10 * MINUTE - 1, 200],
    ['at', 10 * MINUTE, 422],
  ])('%s the end of its ten minutes is answered as it should be', async (_, after, status) => {
    const { browser, code } = await withCode();
    t.clock.now += after;
    const answer = await use(browser, code);
    expect(answer.status).toBe(status);
    if (status === 422) expect(answer.body).toMatchObject({ code: 'delivered-code-expired' });
  });

  test('is of no use in another challenge of the same person', async () => {
    const { person, code } = await withCode();
    const elsewhere = await t.challenged(person);
    expect((await use(elsewhere, code)).body).toMatchObject({ code: 'delivered-code-expired' });
    t.clock.now += 30 * SECOND;
    await elsewhere.sendCode(OWN);
    if (sent[1]!.code !== code) expect((await use(elsewhere, code)).body).toMatchObject({ code: 'wrong-code' });
    expect(elsewhere.holdsSession).toBe(false);
  });

  test('is of no use in another challenge of the same person to who moves its row there', async () => {
    const { person, code } = await withCode();
    const elsewhere = await t.challenged(person);
    const [newest] = await t.sql<{ id: string }>(
      'select id from "mfaChallenge" where "userId" = $1 and id not in (select "challengeId" from "mfaDelivery")',
      [person.id],
    );
    await t.sql('update "mfaDelivery" set "challengeId" = $1 where "userId" = $2', [newest!.id, person.id]);
    expect((await use(elsewhere, code)).body).toMatchObject({ code: 'wrong-code' });
  });

  test('is of no use for another offer', async () => {
    const person = await t.addPerson();
    await addDestination(t.server.auth, person.id, { channel: 'sms', to: '+4755500142' });
    const browser = await t.challenged(person);
    const { id } = (await offersOf(browser))[1]!;
    await browser.sendCode(OWN);
    expect((await use(browser, sent[0]!.code, id)).body).toMatchObject({ code: 'delivered-code-expired' });
    await browser.sendCode(id);
    if (sent[1]!.code !== sent[0]!.code) {
      expect((await use(browser, sent[0]!.code, id)).body).toMatchObject({ code: 'wrong-code' });
    }
  });

  test('is of no use once the account has another address', async () => {
    const { person, browser, code } = await withCode();
    await t.sql('update "user" set email = $1 where id = $2', [`other-${person.email}`, person.id]);
    expect((await use(browser, code)).body).toMatchObject({ code: 'wrong-code' });
  });

  test('that was never sent is called too old, and is not counted', async () => {
    const { person, browser } = await atChallenge();
    for (let i = 0; i < 12; i += 1) {
      expect((await use(browser, '123456')).body).toMatchObject({ status: 422, code: 'delivered-code-expired' });
    }
    expect(
      await t.sql('select failed, locks from "mfaGuard" where "userId" = $1 and kind = $2', [
        person.id,
        'delivered-code',
      ]),
    ).toEqual([{ failed: 0, locks: 0 }]);
  });

  test('that is too old is spent: settling says so', async () => {
    const { browser, code } = await withCode();
    t.clock.now += 10 * MINUTE;
    const attempt = attemptId();
    await use(browser.copy(), code, OWN, attempt);
    expect((await browser.settle(attempt)).body).toEqual({ state: 'pending', spent: true });
  });

  test('has each digit, also in front', async () => {
    const firsts = new Set<string>();
    for (let i = 0; i < 12; i += 1) firsts.add((await withCode()).code[0]!);
    expect(firsts.size).toBeGreaterThan(2);
  });

  test('that is wrong is refused and locks its own kind alone, however many are sent', async () => {
    const { person, browser, code } = await withCode();
    const answers = [];
    for (let i = 0; i < 10; i += 1) answers.push(await use(browser, wrong(code)));
    expect(answers.map(({ body }) => body.triesLeft ?? 'untold')).toEqual([...Array(6).fill('untold'), 3, 2, 1, 0]);
    const locked = {
      status: 429,
      code: 'too-many-attempts',
      blocks: ['delivered-code'],
      retryAt: t.clock.now + 15 * MINUTE,
    };
    expect((await use(browser, code)).body).toMatchObject(locked);
    t.clock.now += 30 * SECOND;
    expect((await browser.sendCode(OWN)).body).toMatchObject({ ...locked, retryAt: locked.retryAt });
    expect((await browser.attempt('totp', person.appCode())).status).toBe(200);
  });
});
