import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { tellOfFailedSignIns, type MfaElementsOptions, type NoticeMessage } from '../../src/server/better-auth';
import { MINUTE, startHarness, type Browser, type Harness, type Person } from './support/harness';
import { otherApp } from './support/other-app';

const HOUR = 60 * MINUTE;

let sent: NoticeMessage[] = [];
const keep = async (message: NoticeMessage) => void sent.push(message);
let notify: NonNullable<MfaElementsOptions['notify']> = keep;

let t: Harness;
beforeAll(async () => {
  t = await startHarness({ notify: (message) => notify(message) });
});
afterEach(async () => {
  vi.restoreAllMocks();
  notify = keep;
  // What one test left behind is not another one's.
  t.clock.now += HOUR;
  await due();
  sent = [];
});
afterAll(() => t.close());

/** Tells of everything that is due by now. */
const due = () => tellOfFailedSignIns(t.server.auth);

const told = ({ email }: Person) => sent.filter(({ to, what }) => to === email && what === 'second-factor-failed');

const fail = async (browser: Browser, kind: 'totp' | 'backup-code' = 'totp') => {
  const { body } = await browser.attempt(kind, kind === 'totp' ? '000000' : 'AAAA-AAAA-AAAA');
  expect(body.code).toMatch(/^(wrong|used)-code$/);
};

/** A person whose password was given here, and then something wrong. */
async function failed() {
  const person = await t.addPerson();
  const browser = await t.challenged(person);
  await fail(browser);
  return { person, browser };
}

/** The next message that goes out. */
const nextMessage = () =>
  new Promise<NoticeMessage>((resolve) => {
    notify = async (message) => (await keep(message), resolve(message));
  });

describe('who gave the password and then a wrong code', () => {
  test('is not told of while the challenge may still be met', async () => {
    const { person } = await failed();
    t.clock.now += 30 * MINUTE - 1;
    await due();
    expect(told(person)).toEqual([]);
    t.clock.now += 1;
    await due();
    expect(told(person)).toHaveLength(1);
  });

  test('is told of once, with the time of the first wrong code', async () => {
    const { person, browser } = await failed();
    const at = t.clock.now;
    t.clock.now += 5 * MINUTE;
    await fail(browser, 'backup-code');
    t.clock.now += 25 * MINUTE;
    await Promise.all([due(), due()]);
    await due();
    expect(told(person)).toMatchObject([{ at, subject: 'Somebody gave your password at Fjord Bank' }]);
  });

  test('is not told of who got in after all', async () => {
    const { person, browser } = await failed();
    expect((await browser.attempt('totp', t.nextAppCode(person))).status).toBe(200);
    t.clock.now += HOUR;
    const other = await failed();
    t.clock.now += HOUR;
    await due();
    expect([told(person).length, told(other.person).length]).toEqual([0, 1]);
  });

  test('is not told of who signed in anew in the same browser and got in', async () => {
    const { person, browser } = await failed();
    await browser.signIn(person);
    expect((await browser.attempt('totp', t.nextAppCode(person))).status).toBe(200);
    t.clock.now += HOUR;
    await due();
    expect(told(person)).toEqual([]);
  });

  test('is told of although somebody got in elsewhere', async () => {
    const { person } = await failed();
    await t.signedIn(person);
    t.clock.now += HOUR;
    await due();
    expect(told(person)).toHaveLength(1);
  });

  test('puts it off by no new sign-in', async () => {
    const { person, browser } = await failed();
    const at = t.clock.now;
    t.clock.now += 29 * MINUTE;
    await browser.signIn(person);
    await fail(browser);
    t.clock.now += MINUTE;
    await due();
    expect(told(person)).toMatchObject([{ at }]);
  });

  test('is told of who cancelled too', async () => {
    const { person, browser } = await failed();
    await browser.cancel();
    t.clock.now += HOUR;
    await due();
    expect(told(person)).toHaveLength(1);
  });

  test('is told of at the next sign-in, before the old challenge is cleared away', async () => {
    const { person } = await failed();
    t.clock.now += 48 * HOUR;
    const message = nextMessage();
    await t.challenged(person);
    expect(await message).toMatchObject({ to: person.email, what: 'second-factor-failed' });
    expect(await t.sql('select id from "mfaChallenge" where "userId" = $1', [person.id])).toHaveLength(1);
  });

  test('is told of by a timer of the process', async () => {
    const timers = vi.spyOn(globalThis, 'setTimeout');
    const { person } = await failed();
    const call = timers.mock.calls.find(([, ms]) => ms === 30 * MINUTE + 1_000);
    timers.mockRestore();
    t.clock.now += 30 * MINUTE;
    const message = nextMessage();
    call![0]();
    expect((await message).to).toBe(person.email);
  });
});

describe('the last try', () => {
  test('is told of at once', async () => {
    const { person, browser } = await failed();
    for (let i = 0; i < 8; i += 1) await fail(browser);
    await due();
    expect(told(person)).toEqual([]);
    const message = nextMessage();
    await fail(browser);
    expect((await message).to).toBe(person.email);
    t.clock.now += HOUR;
    await due();
    expect(told(person)).toHaveLength(1);
  });

  test('is answered before the message has left', async () => {
    const { browser } = await failed();
    for (let i = 0; i < 8; i += 1) await fail(browser);
    let release = () => {};
    const handed = new Promise<void>((resolve) => (release = resolve));
    const begun = new Promise<void>((resolve) => {
      notify = () => (resolve(), handed);
    });
    await fail(browser);
    await begun;
    release();
  });
});

describe('who could fill a mailbox', () => {
  test('has one message a day sent', async () => {
    const { person } = await failed();
    t.clock.now += HOUR;
    await due();
    for (let hour = 1; hour < 24; hour += 6) {
      await fail(await t.challenged(person));
      t.clock.now += HOUR;
      await due();
    }
    expect(told(person)).toHaveLength(1);
    t.clock.now += 24 * HOUR;
    await fail(await t.challenged(person));
    t.clock.now += HOUR;
    await due();
    expect(told(person)).toHaveLength(2);
  });

  test.each<[string, (browser: Browser) => Promise<unknown>]>([
    ['gave no code at all', (browser) => browser.load()],
    ['was refused for other reasons', (browser) => browser.prove({ kind: 'delivered-code', id: 'x', code: '123456' })],
  ])('sends none by who %s', async (_, act) => {
    const person = await t.addPerson();
    await act(await t.challenged(person));
    const other = await failed();
    t.clock.now += HOUR;
    await due();
    expect([told(person).length, told(other.person).length]).toEqual([0, 1]);
  });
});

describe('a message that fails', () => {
  test('is logged without what it holds, and the next person is told', async () => {
    const [first, second] = [await failed(), await failed()];
    const lines: string[] = [];
    vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void lines.push(words.join(' ')));
    notify = (message) =>
      message.to === first.person.email ? Promise.reject(new Error(`${message.to} is full`)) : keep(message);
    t.clock.now += HOUR;
    await due();
    expect(told(second.person)).toHaveLength(1);
    expect(lines.join('\n')).toContain('a notice was not handed over');
    expect(lines.join('\n')).not.toMatch(/is full|@example/);
  });
});

describe('where it came from', () => {
  const CHROME =
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36';
  const answers: (string | null | undefined)[] = [];
  const where = () => {
    if (answers.length === 0) throw new Error('203.0.113.7 is nowhere');
    return answers.shift();
  };

  let app: Awaited<ReturnType<typeof otherApp>>;
  beforeAll(async () => {
    app = await otherApp(t, {}, { notify: keep, where });
  });

  test.each<[string, (string | null | undefined)[], string | null]>([
    ['the browser', [null], 'Chrome (Windows)'],
    ['a place that the host knows', ['near Oslo'], 'Chrome (Windows), near Oslo'],
    ['a place of several lines, as one', ['Oslo\r\nNorway'], 'Chrome (Windows), Oslo Norway'],
    ['no place where the host fails', [], 'Chrome (Windows)'],
  ])('is told as %s', async (_, place, expected) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const person = await t.addPerson();
    const browser = app.browser();
    await browser.signIn(person);
    answers.push(...place);
    const headers = { 'user-agent': CHROME };
    const proof = { kind: 'totp', code: '000000' };
    await browser.send('POST', '/api/auth/mfa/challenge/attempts', { attempt: 'a'.repeat(16), proof }, headers);
    t.clock.now += HOUR;
    await tellOfFailedSignIns(app.auth);
    expect(told(person)).toMatchObject([
      { where: expected, text: expect.stringContaining(`It came from ${expected}.`) },
    ]);
    expect(JSON.stringify(sent)).not.toContain('203.0.113.7');
  });
});
