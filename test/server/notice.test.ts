import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { addDestination, type NoticeMessage } from '../../src/server/better-auth';
import { NOTICES, noticeMessage } from '../../src/server/better-auth/notice';
import { MINUTE, startHarness, type Browser, type Harness, type Person } from './support/harness';
import { otherApp } from './support/other-app';

const OTHER = 'other@example.com';

const sent: NoticeMessage[] = [];
const keep = async (message: NoticeMessage) => void sent.push(message);
let notify: (message: NoticeMessage) => Promise<void> = keep;
const codes = () => Promise.resolve();

let t: Harness;
beforeAll(async () => {
  t = await startHarness({ deliver: { email: codes, sms: codes }, notify: (message) => notify(message) });
});
afterEach(() => {
  notify = keep;
  sent.length = 0;
  vi.restoreAllMocks();
});
afterAll(() => t.close());

const logged = () => {
  const lines: string[] = [];
  vi.spyOn(console, 'error').mockImplementation((...words: unknown[]) => void lines.push(words.join(' ')));
  return lines;
};

/** A person with two addresses and a phone, with a set that waits. */
async function withSet() {
  const person = await t.addPerson();
  await addDestination(t.server.auth, person.id, { channel: 'email', to: OTHER });
  await addDestination(t.server.auth, person.id, { channel: 'email', to: person.email });
  await addDestination(t.server.auth, person.id, { channel: 'sms', to: '+47 555 00 142' });
  const browser = await t.signedIn(person);
  const { body } = await browser.issue();
  return { person, browser, id: body.id as string, codes: body.codes as string[] };
}

const MASKED = ['p•••@example.com', 'o•••@example.com'];
const mayFailFor = (address: string) => async (message: NoticeMessage) => {
  if (message.to === address) throw new Error(`${address} does not exist, and its password is secret`);
  await keep(message);
};

describe('when a set is confirmed', () => {
  test('the person is told once at each address, and the answer names them', async () => {
    const { person, browser, id, codes } = await withSet();
    expect(sent).toEqual([]);
    const { body } = await browser.confirm(id);
    expect(body).toEqual({ left: 10, notified: MASKED });
    expect(sent.map(({ to, what, at, channel }) => [to, what, at, channel])).toEqual([
      [person.email, 'backup-codes-confirmed', t.clock.now, 'email'],
      [OTHER, 'backup-codes-confirmed', t.clock.now, 'email'],
    ]);
    for (const code of codes) expect(JSON.stringify(sent)).not.toContain(code);
  });

  test('an address that no message was handed over for is not named, then and later', async () => {
    const lines = logged();
    const { person, browser, id } = await withSet();
    notify = mayFailFor(person.email);
    const first = (await browser.confirm(id)).body;
    expect(first).toEqual({ left: 10, notified: [MASKED[1]] });
    notify = keep;
    expect((await browser.confirm(id)).body).toEqual(first);
    expect(sent).toHaveLength(1);
    expect(lines.join('\n')).toContain('a notice was not handed over');
    expect(lines.join('\n')).not.toMatch(/does not exist|secret|@example/);
  });

  test('an address whose message takes for ever is not named', async () => {
    const { browser, id } = await withSet();
    const never = (message: NoticeMessage) => (message.to === OTHER ? new Promise<void>(() => {}) : keep(message));
    const impatient = (await otherApp(t, {}, { deliver: { timeout: 50 }, notify: never })).browser();
    impatient.cookies = browser.cookies;
    expect((await impatient.confirm(id)).body).toEqual({ left: 10, notified: [MASKED[0]] });
  });

  test('nobody is named where nobody could be told, and the codes are on all the same', async () => {
    logged();
    const { browser, id } = await withSet();
    notify = () => {
      throw new Error('A sender that throws at once.');
    };
    expect((await browser.confirm(id)).body).toEqual({ left: 10, notified: [] });
    expect((await browser.codes()).body).toMatchObject({ state: 'on', left: 10 });
  });

  test('nobody is named in an app that tells nobody', async () => {
    const { browser, id } = await withSet();
    const silent = (await otherApp(t)).browser();
    silent.cookies = browser.cookies;
    expect((await silent.confirm(id)).body).toEqual({ left: 10, notified: [] });
    expect(sent).toEqual([]);
  });

  test('again, nobody is told again', async () => {
    const { browser, id } = await withSet();
    const first = (await browser.confirm(id)).body;
    expect((await browser.confirm(id)).body).toEqual(first);
    expect(sent).toHaveLength(2);
  });

  test('nobody is told while the transaction is open', async () => {
    const { browser, id } = await withSet();
    const states: unknown[] = [];
    notify = async () => {
      states.push((await t.sql('select state from "mfaCodeSet" where "setId" = $1', [id]))[0]!.state);
    };
    await browser.confirm(id);
    expect(states).toEqual(['on', 'on']);
  });

  test('the answer that waits for the messages is nobody else’s', async () => {
    const { browser, id } = await withSet();
    const stranger = await t.signedIn(await t.addPerson());
    const elsewhere = browser.copy();
    let release = () => {};
    const handed = new Promise<void>((resolve) => (release = resolve));
    const begun = new Promise<void>((resolve) => {
      notify = () => (resolve(), handed);
    });
    const confirming = browser.confirm(id);
    await begun;
    const theirs = await stranger.confirm(id);
    const again = elsewhere.confirm(id);
    release();
    expect(theirs.body).toMatchObject({ status: 409, code: 'other-account' });
    expect((await confirming).body).toEqual({ left: 10, notified: MASKED });
    expect((await again).body).toEqual((await confirming).body);
  });

  test('and the process that told it died, it is not known who was told', async () => {
    const { browser, id } = await withSet();
    await browser.confirm(id);
    await t.sql('update "mfaCodeSet" set notified = null where "setId" = $1', [id]);
    expect((await browser.confirm(id)).body).toEqual({ left: 10, notified: 'unknown' });
    expect(sent).toHaveLength(2);
  });
});

describe('when the codes are removed', () => {
  test('the person is told at each address, once', async () => {
    const { person, browser } = await withSet();
    await browser.removeCodes();
    await browser.removeCodes();
    expect(sent.map(({ to, what }) => [to, what])).toEqual([
      [person.email, 'backup-codes-removed'],
      [OTHER, 'backup-codes-removed'],
    ]);
  });

  test('they are, whatever becomes of the messages', async () => {
    logged();
    const { browser } = await withSet();
    notify = () => Promise.reject(new Error('The mail server is down.'));
    expect((await browser.removeCodes()).status).toBe(204);
    expect((await browser.codes()).body).toMatchObject({ state: 'none' });
  });
});

test.each<[string, (browser: Browser, id: string, person: Person) => Promise<unknown>]>([
  ['made', (browser) => browser.issue()],
  ['dropped', (browser, id) => browser.discard(id)],
  ['not confirmed for want of a proof', (browser, id) => ((t.clock.now += 30 * MINUTE), browser.confirm(id))],
  ['not confirmed since it is over', async (browser, id) => (await browser.issue(), browser.confirm(id))],
])('when a set is %s nobody is told anything', async (_, act) => {
  const { person, browser, id } = await withSet();
  await act(browser, id, person);
  expect(sent).toEqual([]);
  await browser.stepUp({ kind: 'totp', code: t.nextAppCode(person) });
  await browser.removeCodes();
  expect(sent).toHaveLength(2);
});

describe('the words of a notice', () => {
  const parts = { to: 'ada@example.com', service: 'Fjord Bank', at: Date.UTC(2026, 10, 22, 16, 5) };

  test('that codes were replaced say what, when, and what to do if it was somebody else', () => {
    const { subject, text } = noticeMessage('backup-codes-confirmed', {
      ...parts,
      helpUrl: 'https://bank.example/help',
    });
    expect(subject).toBe('New backup codes for Fjord Bank');
    expect(text.split('\n\n')).toEqual([
      'At Fjord Bank, new backup codes were turned on for your account. Codes from before no longer work: destroy old ' +
        'copies.',
      'This was on 22 November 2026 at 16:05 UTC, by somebody who was signed in as you.',
      'If that was you, there is nothing more to do.',
      'If it was not you, somebody else is in your account: sign in, change your password, and make new backup codes at ' +
        'once. Our help team: https://bank.example/help',
    ]);
  });

  test('that codes were removed say so', () => {
    const { subject, text } = noticeMessage('backup-codes-removed', { ...parts, helpUrl: undefined });
    expect(subject).toBe('Backup codes removed at Fjord Bank');
    expect(text).toContain('the backup codes of your account were removed. None of them works any longer.');
  });

  test('that a password was given say that nobody got in, and where it came from', () => {
    const { subject, text } = noticeMessage('second-factor-failed', {
      ...parts,
      where: 'Chrome (Windows), near Oslo',
      helpUrl: 'https://bank.example/help',
    });
    expect(subject).toBe('Somebody gave your password at Fjord Bank');
    expect(text.split('\n\n')).toEqual([
      'At Fjord Bank, somebody gave your password, and then no right second factor. They did not get in.',
      'This was on 22 November 2026 at 16:05 UTC, by somebody who is not signed in. It came from Chrome (Windows), near ' +
        'Oslo.',
      'If that was you, there is nothing more to do.',
      'If it was not you, somebody else knows your password: change it at once. Our help team: https://bank.example/help',
    ]);
  });

  const HELP = 'https://bank.example/help';
  const SLOTS: readonly (readonly [string, RegExp])[] = [
    ['what', /^At Fjord Bank, [a-z].*\./],
    ['when', /22 November 2026 at 16:05 UTC/],
    ['where', /It came from Firefox \(Linux\)\./],
    ['nothing to do', /If that was you, there is nothing more to do\./],
    ['what to do', /If it was not you, .*: .* at once\./],
    ['contact', /Our help team: https:\/\/bank\.example\/help$/],
  ];
  const missing = (text: string) => SLOTS.filter(([, slot]) => !slot.test(text)).map(([name]) => name);
  const addresses = (text: string) => text.match(/\w+:\/\/\S+|www\.\S+/g);

  test.each(NOTICES.map((what) => [what] as const))('have every part and no address but the help page: %s', (what) => {
    const said = (helpUrl: string | undefined) => noticeMessage(what, { ...parts, where: 'Firefox (Linux)', helpUrl });
    expect(missing(said(HELP).text)).toEqual([]);
    expect([addresses(said(undefined).text), addresses(said(HELP).text)]).toEqual([null, [HELP]]);
    expect(`${said(HELP).subject}${said(HELP).text}`).not.toMatch(/[{}]|undefined|null/);
    expect(said(HELP).subject).toMatch(/^[A-Z].* Fjord Bank$/);
  });

  test('would be seen to lack a part, or to hold another address', () => {
    expect(missing('At Fjord Bank, something happened.')).toEqual([
      'when',
      'where',
      'nothing to do',
      'what to do',
      'contact',
    ]);
    expect(addresses('Click http://evil.example/x or www.evil.example')).toHaveLength(2);
  });
});
