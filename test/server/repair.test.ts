import { createEmailVerificationToken } from 'better-auth/api';
import { TOTP } from 'otpauth';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { addDestination, type NoticeMessage } from '../../src/server/better-auth';
import { judgeBackupCode } from '../../src/server/better-auth/backup-code';
import { contextOf } from '../../src/server/better-auth/database';
import { SoftwareAuthenticator } from '../support/software-authenticator';
import { MINUTE, startHarness, type Browser, type Harness, type Person } from './support/harness';
import { otherApp } from './support/other-app';

const HOUR = 60 * MINUTE;
const OTHER = 'other@example.com';
const MASKED = ['p•••@example.com', 'o•••@example.com'];

const sent: NoticeMessage[] = [];
const keep = async (message: NoticeMessage) => void sent.push(message);
let notify: (message: NoticeMessage) => Promise<void> = keep;

let t: Harness;
beforeAll(async () => {
  t = await startHarness({ deliver: { email: async () => {} }, notify: (message) => notify(message) });
});
afterEach(() => {
  notify = keep;
  sent.length = 0;
  vi.restoreAllMocks();
});
afterAll(() => t.close());

const codeOf = (secret: string) => new TOTP({ secret }).generate({ timestamp: (t.clock.now += 30_000) });
const heard = () => sent.map(({ to, what }) => [to, what]);

async function byCode(person: Person) {
  const browser = await t.challenged(person);
  const { body } = await browser.attempt('backup-code', person.codes.pop()!);
  return { browser, verified: body };
}

/** Leaves a person this many unused codes. */
async function leave({ id, codes }: Person, left: number) {
  const context = await contextOf(t.server.auth);
  for (const code of codes.splice(left)) await judgeBackupCode(context, context.adapter, id, code, t.clock.now);
}

const todoAt = async (browser: Browser) => (await browser.load()).body.todo as string[];

async function renew(browser: Browser, lost: boolean): Promise<{ key: string; todo: string[] }> {
  const { id, key } = (await browser.startTotp({ lost })).body;
  const { todo } = (await browser.verifyTotp(id, codeOf(key))).body;
  return { key, todo };
}

describe('what is left to do', () => {
  test('is nothing for who signs in and has all', async () => {
    const person = await t.addPerson();
    const { browser, verified } = await byCode(person);
    expect([verified.todo, await todoAt(browser)]).toEqual([[], []]);
    expect(await todoAt(await t.signedIn(person))).toEqual([]);
  });

  test('are new codes, from three left, until they are confirmed, at each sign-in', async () => {
    const person = await t.addPerson();
    await leave(person, 4);
    const { browser, verified } = await byCode(person);
    expect([verified.codesLeft, verified.todo, await todoAt(browser)]).toEqual([3, ['new-codes'], ['new-codes']]);
    const later = await t.challenged(person);
    expect((await later.attempt('totp', t.nextAppCode(person))).body.todo).toEqual(['new-codes']);
    const { id } = (await later.issue()).body;
    expect(await todoAt(later)).toEqual(['new-codes']);
    await later.confirm(id);
    expect(await todoAt(later)).toEqual([]);
  });

  test('of who says that the app is gone is all, and comes back until it is done', async () => {
    const person = await t.addPerson();
    await leave(person, 2);
    const { browser } = await byCode(person);
    const { id } = (await browser.startTotp({ lost: true })).body;
    await browser.abandonTotp(id);
    const again = await byCode(person);
    // The only factor can't be retired before there is another.
    expect(again.verified.todo).toEqual(['add-factor', 'new-codes', 'end-other-sessions']);
    const { key, todo } = await renew(again.browser, true);
    expect(todo).toEqual(['new-codes', 'end-other-sessions']);
    const codes = (await again.browser.issue()).body;
    await again.browser.confirm(codes.id);
    expect(await todoAt(again.browser)).toEqual(['end-other-sessions']);
    await again.browser.endOthers();
    expect(await todoAt(again.browser)).toEqual([]);
    const last = await t.challenged(person);
    expect((await last.attempt('totp', codeOf(key))).body.todo).toEqual([]);
  });

  test('is to retire the lost app after a passkey took its place, until it is removed', async () => {
    const person = await t.addPerson();
    const { browser } = await byCode(person);
    const [app] = (await browser.factors()).body.factors;
    await browser.startTotp({ lost: true });
    t.clock.now += 1;
    const { id, options } = (await browser.prepareRegistration()).body;
    const credential = new SoftwareAuthenticator(t.server.origin).register(options);
    expect((await browser.register(id, credential)).body.todo).toEqual(['retire-lost', 'end-other-sessions']);
    await browser.removeFactor(app.id);
    expect(await todoAt(browser)).toEqual(['end-other-sessions']);
  });

  test('asks for no sign-out where the old app is only replaced', async () => {
    const browser = await t.signedIn(await t.addPerson());
    expect((await renew(browser, false)).todo).toEqual([]);
  });

  test('is no factor for who signs in by the one that seemed lost', async () => {
    const person = await t.addPerson();
    const { browser } = await byCode(person);
    await browser.startTotp({ lost: true });
    expect(await todoAt(browser)).toEqual(['add-factor', 'end-other-sessions']);
    expect(await todoAt(await t.signedIn(person))).toEqual(['end-other-sessions']);
  });

  test('is another factor where the policy wants two, until they are there', async () => {
    const person = await t.addPerson();
    const strict = (await otherApp(t, {}, { policy: { minFactors: 2 } })).browser();
    strict.cookies = (await t.signedIn(person)).cookies;
    expect((await renew(strict, false)).todo).toEqual(['add-factor']);
    const { id, options } = (await strict.prepareRegistration()).body;
    const key = new SoftwareAuthenticator('http://localhost:9');
    expect((await strict.register(id, key.register(options))).body.todo).toEqual([]);
  });

  test('are no codes where the policy rules them out', async () => {
    const person = await t.addPerson();
    await leave(person, 1);
    const { browser } = await byCode(person);
    const strict = (await otherApp(t, {}, { policy: { backupCodes: false } })).browser();
    strict.cookies = browser.cookies;
    expect([await todoAt(browser), await todoAt(strict)]).toEqual([['new-codes'], []]);
  });

  test('is done in the thirty minutes after a sign-in by one code', async () => {
    const person = await t.addPerson();
    const { browser } = await byCode(person);
    t.clock.now += 29 * MINUTE;
    expect((await browser.startTotp({ lost: true })).status).toBe(200);
    expect((await browser.prepareRegistration()).status).toBe(200);
    t.clock.now += 2 * MINUTE;
    expect((await browser.startTotp({ lost: true })).body.code).toBe('step-up-required');
    expect(await t.usedCodesOf(person)).toBe(1);
  });
});

/** A person with two addresses, at the account page. */
async function withAddresses() {
  const person = await t.addPerson();
  await addDestination(t.server.auth, person.id, { channel: 'email', to: OTHER });
  const browser = await t.signedIn(person);
  return {
    person,
    browser,
    told: (what: string) => [
      [person.email, what],
      [OTHER, what],
    ],
  };
}

describe('a notice', () => {
  test('of a replaced app goes to every address, once, and holds no key', async () => {
    const { browser, told } = await withAddresses();
    const { id, key } = (await browser.startTotp()).body;
    expect(sent).toEqual([]);
    const code = codeOf(key);
    expect((await browser.verifyTotp(id, code)).body.notified).toEqual(MASKED);
    expect((await browser.verifyTotp(id, code)).body.notified).toEqual(MASKED);
    expect(heard()).toEqual(told('app-replaced'));
    expect(JSON.stringify(sent)).not.toContain(key);
  });

  test('of a new passkey, and of its removal, goes to every address', async () => {
    const { browser, told } = await withAddresses();
    const { id, options } = (await browser.prepareRegistration()).body;
    const { body } = await browser.register(id, new SoftwareAuthenticator(t.server.origin).register(options));
    expect([body.notified, heard()]).toEqual([MASKED, told('factor-added')]);
    sent.length = 0;
    expect((await browser.removeFactor(body.factor.id)).body.notified).toEqual(MASKED);
    expect(heard()).toEqual(told('factor-removed'));
  });

  test('of a sign-in by a backup code goes to every address, and the answer names them, also when it is asked again', async () => {
    const { person, told } = await withAddresses();
    const browser = await t.challenged(person);
    const resending = browser.copy();
    const [attempt, code] = ['an-attempt-of-the-tests', person.codes[0]!];
    expect((await browser.attempt('backup-code', code, attempt)).body.notified).toEqual(MASKED);
    expect((await resending.attempt('backup-code', code, attempt)).body.notified).toEqual(MASKED);
    expect(heard()).toEqual(told('backup-code-used'));
    expect(JSON.stringify(sent)).not.toContain(code);
  });

  test('is not sent for a refused code, nor for a sign-in by the app', async () => {
    const { person } = await withAddresses();
    await (await t.challenged(person)).attempt('backup-code', 'AAAA-AAAA-AAAA');
    await t.signedIn(person);
    expect(sent).toEqual([]);
    await byCode(person);
    expect(sent).toHaveLength(2);
  });

  test('that an address refuses leaves that address out, and changes nothing else', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const { person, browser } = await withAddresses();
    notify = async (message) => {
      if (message.to === OTHER) throw new Error('No such mailbox.');
      await keep(message);
    };
    const { id, key } = (await browser.startTotp()).body;
    expect((await browser.verifyTotp(id, codeOf(key))).body.notified).toEqual([MASKED[0]]);
    expect((await byCode(person)).verified.notified).toEqual([MASKED[0]]);
    expect((await (await t.challenged(person)).attempt('totp', codeOf(key))).status).toBe(200);
  });

  test('that takes for ever is not waited for', async () => {
    const { person, browser } = await withAddresses();
    const never = (message: NoticeMessage) => (message.to === OTHER ? new Promise<void>(() => {}) : keep(message));
    const app = await otherApp(t, {}, { deliver: { timeout: 50 }, notify: never });
    const impatient = app.browser();
    impatient.cookies = browser.cookies;
    const { id, key } = (await impatient.startTotp()).body;
    expect((await impatient.verifyTotp(id, codeOf(key))).body.notified).toEqual([MASKED[0]]);
    const other = app.browser();
    await other.signIn(person);
    expect((await other.attempt('backup-code', person.codes[0]!)).body.notified).toEqual([MASKED[0]]);
  });
});

test('what was refused at the challenge is written down', async () => {
  const person = await t.addPerson();
  const browser = await t.challenged(person);
  await browser.attempt('backup-code', 'AAAA-AAAA-AAAA');
  await browser.attempt('totp', t.nextAppCode(person));
  expect(await t.activityOf(person)).toEqual(['mfa.challenge_refused', 'mfa.signed_in']);
});

describe('for 72 hours after a sign-in by a backup code', () => {
  const ROUTE = '/api/auth/change-email';
  const held = { status: 403, code: 'not-allowed', reason: 'policy' };

  /** An app that lets its people change their address, and has a member of its own for a phone number. */
  const app = () =>
    otherApp(
      t,
      {
        emailVerification: { sendVerificationEmail: async () => {} },
        user: { changeEmail: { enabled: true }, additionalFields: { phone: { type: 'string', required: false } } },
      },
      { allow: ['/change-email'] },
    );
  type App = Awaited<ReturnType<typeof app>>;

  async function signedInAt({ browser }: App, person: Person, kind: 'totp' | 'backup-code') {
    const one = browser();
    await one.signIn(person);
    const code = kind === 'totp' ? t.nextAppCode(person) : person.codes.pop()!;
    expect((await one.attempt(kind, code)).status).toBe(200);
    return one;
  }

  const change = (browser: Browser) => browser.send('POST', ROUTE, { newEmail: 'thief@example.com' });
  const update = (browser: Browser, body: object) => browser.send('POST', '/api/auth/update-user', body);

  test('the address can not be changed, in any session, and it is written down', async () => {
    const [own, person] = [await app(), await t.addPerson()];
    const before = await signedInAt(own, person, 'totp');
    expect((await change(before)).status).toBe(200);
    const after = await signedInAt(own, person, 'backup-code');
    for (const browser of [before, after]) expect((await change(browser)).body).toMatchObject(held);
    expect((await change(after)).headers.get('content-type')).toBe('application/problem+json');
    expect(await t.activityOf(person)).toContain('mfa.contact_change_refused');
    t.clock.now += 72 * HOUR;
    expect((await change(await signedInAt(own, person, 'totp'))).status).toBe(200);
  });

  test('a phone number can not be changed, but the name can', async () => {
    const [own, person] = [await app(), await t.addPerson()];
    const browser = await signedInAt(own, person, 'backup-code');
    expect((await update(browser, { phone: '+4755500199' })).body).toMatchObject(held);
    expect((await update(browser, { name: 'Ada', phone: '+4755500199' })).body).toMatchObject(held);
    expect((await update(browser, { name: 'Ada' })).status).toBe(200);
    const other = await signedInAt(own, await t.addPerson(), 'totp');
    expect((await update(other, { phone: '+4755500199' })).status).toBe(200);
  });

  test('a change that was begun before is not finished by its link', async () => {
    const [own, person] = [await app(), await t.addPerson()];
    const token = await createEmailVerificationToken(t.context.secret, person.email, `new-${person.email}`);
    const plain = await createEmailVerificationToken(t.context.secret, person.email);
    const browser = await signedInAt(own, person, 'backup-code');
    const follow = (one: string) => browser.copy().send('GET', `/api/auth/verify-email?token=${one}`);
    expect((await follow(token)).body).toMatchObject(held);
    expect((await follow(plain)).status).toBe(200);
    expect(await t.sql('select id from "user" where email = $1', [person.email])).toHaveLength(1);
  });

  test('nothing is held after a step-up by a backup code', async () => {
    const [own, person] = [await app(), await t.addPerson()];
    const browser = await signedInAt(own, person, 'totp');
    expect((await browser.stepUp({ kind: 'backup-code', code: person.codes[0] })).status).toBe(204);
    expect((await change(browser)).status).toBe(200);
  });

  test('the host itself may change it', async () => {
    const [own, person] = [await app(), await t.addPerson()];
    const browser = await signedInAt(own, person, 'backup-code');
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = new Headers({ cookie });
    const body = { phone: '+4755500142' };
    expect(await own.auth.api.updateUser({ headers, body })).toEqual({ status: true });
  });
});
