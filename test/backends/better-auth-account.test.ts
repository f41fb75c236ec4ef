import { afterEach, describe, expect, it } from 'vitest';
import type { BetterAuthOptions } from '../../src/backends/better-auth.js';
import type { MfaProblem } from '../../src/core/errors.js';
import {
  call,
  html,
  no,
  nobody,
  nowhere,
  problemOf,
  scriptedBetterAuth,
  somebody,
  withPassword,
} from '../support/better-auth.js';
import { json, type Reply } from '../support/scripted-server.js';

let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

async function server(replies: readonly Reply[], options: Partial<BetterAuthOptions> = {}) {
  const made = await scriptedBetterAuth(replies, options);
  close = made.close;
  const { backupCodes, factors, passkeys, sessions, stepUp, totp } = made.backend;
  return {
    ...made,
    backupCodes: backupCodes!,
    factors: factors!,
    passkeys: passkeys!,
    sessions: sessions!,
    stepUp: stepUp!,
    totp: totp!,
  };
}

const SESSION = 'GET /get-session?disableCookieCache=true';
const PASSWORD = '{"password":"a password of the tests"}';
const CODES = ['aB3dE-6gH1j', 'kL4mN-7pQ2r'];
const URI = 'otpauth://totp/Fjord%20Bank:a%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=Fjord+Bank&digits=6&period=30';
const done = json({ status: true });
const app = json({ method: 'totp', totpURI: URI, backupCodes: CODES });
const verified = json({ token: 'the old one', user: { twoFactorEnabled: false } });
const ROW = {
  id: 'p1',
  name: null,
  createdAt: '2023-11-14T22:13:20.000Z',
  backedUp: true,
  publicKey: 'not looked at',
};
const password = { code: 'step-up-required', need: { how: 'with-call', ways: ['password'] } } as const;
const again = { code: 'step-up-required', need: { how: 'sign-in-again' } } as const;
const REPLACE = { replace: true, lost: false };

describe('a fresh proof', () => {
  it('is the password, with the call', async () => {
    const { stepUp } = await server([somebody()]);
    expect([await stepUp.need(call), await stepUp.privilegedUntil(call)]).toEqual([password.need, 'unknown']);
  });

  it('is asked for before anything is sent', async () => {
    const { backupCodes, asked } = await server([somebody()]);
    expect(await problemOf(backupCodes.issue(call))).toEqual(password);
    expect(asked()).toEqual([SESSION]);
  });

  it('is asked of nobody who is signed out', async () => {
    const { totp } = await server([nobody]);
    expect(await problemOf(totp.start(REPLACE, call))).toEqual({ code: 'signed-out' });
  });

  it('is wrong where the password is', async () => {
    const { backupCodes } = await server([no('INVALID_PASSWORD', 400)]);
    expect(await problemOf(backupCodes.issue(withPassword))).toEqual({ code: 'wrong-code' });
  });
});

describe('backup codes', () => {
  it.each([
    [false, 'none'],
    [true, 'unknown'],
  ])('with a second factor that is on: %s, are %s', async (on, state) => {
    const { backupCodes } = await server([somebody(on)]);
    expect((await backupCodes.status(call)).state).toBe(state);
  });

  it('are on as soon as they are made', async () => {
    const { backupCodes, asked } = await server([json({ status: true, backupCodes: CODES })]);
    expect(await backupCodes.issue(withPassword)).toMatchObject({ codes: CODES, state: 'active' });
    expect(asked()).toEqual([`POST /two-factor/generate-backup-codes ${PASSWORD}`]);
  });

  it.each<[string, Reply, MfaProblem]>([
    ['are none', json({ status: true, backupCodes: [] }), { code: 'bad-response' }],
    ['hold an empty one', json({ status: true, backupCodes: [''] }), { code: 'bad-response' }],
    ['belong to no second factor', no('TWO_FACTOR_NOT_ENABLED', 400), { code: 'not-allowed', reason: 'not-offered' }],
    ['never came', html, { code: 'bad-response' }],
  ])('that %s are not shown', async (_, reply, expected) => {
    const { backupCodes } = await server([reply]);
    expect(await problemOf(backupCodes.issue(withPassword))).toEqual(expected);
  });
});

describe('an authenticator app', () => {
  it('comes with its codes, which are not on before it is', async () => {
    const { totp, asked } = await server([app]);
    expect(await totp.start({ replace: false, lost: false }, withPassword)).toMatchObject({
      uri: URI,
      key: 'JBSWY3DPEHPK3PXP',
      codes: { codes: CODES, state: 'staged' },
    });
    expect(asked()).toEqual([`POST /two-factor/enable ${PASSWORD}`]);
  });

  it('is turned off first where another takes its place', async () => {
    const { totp, asked } = await server([somebody(), done, app]);
    await totp.start(REPLACE, withPassword);
    expect(asked()).toEqual([SESSION, `POST /two-factor/disable ${PASSWORD}`, `POST /two-factor/enable ${PASSWORD}`]);
  });

  it('is not turned off where it is off already, as after a start whose answer was lost', async () => {
    const { totp, asked } = await server([somebody(false), app]);
    await totp.start(REPLACE, withPassword);
    expect(asked()).toEqual([SESSION, `POST /two-factor/enable ${PASSWORD}`]);
  });

  it('is never turned off where a first one was asked for', async () => {
    const { totp } = await server([no('TOTP_ALREADY_ENABLED', 400)]);
    expect(await problemOf(totp.start({ replace: false, lost: false }, withPassword))).toEqual({ code: 'superseded' });
  });

  it('may be off whatever the reason that no new one came', async () => {
    const { totp } = await server([somebody(), done, json({ message: 'no' }, 429, { 'x-retry-after': '9' })]);
    expect(await problemOf(totp.start(REPLACE, withPassword))).toEqual({ code: 'outcome-unknown' });
  });

  it.each([
    ['without a key', URI.replace(/secret=\w+&/, '')],
    ['of another scheme', URI.replace('otpauth', 'javascript')],
  ])('%s is not shown', async (_, totpURI) => {
    const { totp } = await server([json({ totpURI, backupCodes: CODES })]);
    expect(await problemOf(totp.start({ replace: false, lost: false }, withPassword))).toEqual({
      code: 'bad-response',
    });
  });

  it('is on when the session says so, and not by what the answer says of the person', async () => {
    const { totp, asked } = await server([verified, somebody()]);
    expect(await totp.verify('pending', '123456', call)).toEqual({ todo: [], notified: 'unknown' });
    expect(asked()).toEqual(['POST /two-factor/verify-totp {"code":"123456"}', SESSION]);
  });

  it.each<[string, Reply[], MfaProblem]>([
    ['a code is wrong', [no('INVALID_CODE', 401)], { code: 'wrong-code' }],
    ['the set-up is gone', [no('TOTP_NOT_ENABLED', 400)], { code: 'superseded' }],
    ['the session is gone', [no('INVALID_TWO_FACTOR_COOKIE', 401)], { code: 'signed-out' }],
    ['it is off all the same', [verified, somebody(false)], { code: 'bad-response' }],
    ['nobody can say whether it is on', [verified, html], { code: 'outcome-unknown' }],
  ])('is not called on where %s', async (_, replies, expected) => {
    const { totp } = await server(replies);
    expect(await problemOf(totp.verify('pending', '123456', call))).toEqual(expected);
  });

  it('that took another’s place is told from it', async () => {
    const { totp, factors } = await server([somebody(), json([]), somebody(), done, app, somebody(), json([])]);
    const [before] = await factors.list(call);
    await totp.start(REPLACE, withPassword);
    const [after] = await factors.list(call);
    expect([before?.kind, after?.kind, before?.id === after?.id]).toEqual(['totp', 'totp', false]);
  });
});

describe('the list of factors', () => {
  it('says what is known of each, and that a passkey is a whole sign-in', async () => {
    const { factors } = await server([somebody(), json([ROW, { ...ROW, id: 'p2', name: 'Key', createdAt: null }])]);
    expect(await factors.list(call)).toMatchObject([
      { kind: 'totp', opens: 'second-step', canRename: false, removal: 'all-second-factors' },
      { id: 'p1', kind: 'passkey', opens: 'whole-sign-in', name: 'unknown', added: 1_700_000_000_000, synced: true },
      { id: 'p2', name: 'Key', added: 'unknown', canRename: true, removal: 'alone' },
    ]);
  });

  it('is not read where one of it can not be', async () => {
    const { factors } = await server([somebody(), json([ROW, { name: 'no id' }])]);
    expect(await problemOf(factors.list(call))).toEqual({ code: 'bad-response' });
  });

  it('asks only plugins that the server has', async () => {
    const { factors, asked } = await server([somebody()], { plugins: ['two-factor'] });
    expect(await factors.list(call)).toHaveLength(1);
    expect(asked()).toEqual([SESSION]);
  });

  it('tells the developer of a plugin that was named and is not there', async () => {
    const { factors } = await server([somebody(), nowhere]);
    expect((await problemOf(factors.list(call))).code).toBe('misconfigured');
  });

  it('turns the app off by the password, and forgets what is gone already', async () => {
    const { factors, asked } = await server([somebody(), json([]), done, no('PASSKEY_NOT_FOUND', 404)]);
    const [totp] = await factors.list(call);
    await factors.remove(totp!.id, withPassword);
    await factors.remove('p1', call);
    expect(asked().slice(2)).toEqual([
      `POST /two-factor/disable ${PASSWORD}`,
      'POST /passkey/delete-passkey {"id":"p1"}',
    ]);
  });

  it('calls nobody else’s passkey removed', async () => {
    const stranger: Reply = (_, response) => response.writeHead(401).end();
    const { factors } = await server([stranger]);
    expect(await problemOf(factors.remove('p9', call))).toEqual({ code: 'bad-response' });
  });

  it.each(['', '   ', 'x'.repeat(65)])('takes no name like "%s", which the server would take', async (name) => {
    const { factors, asked } = await server([done]);
    expect(await problemOf(factors.rename!('p1', name, call))).toEqual({ code: 'invalid-name' });
    expect(asked()).toEqual([]);
  });
});

describe('a passkey', () => {
  const credential = { id: 'c' } as RegistrationResponseJSON;

  it('hands the options on untouched, and says of the new one what the server says', async () => {
    const options = { challenge: 'abc', user: { id: 'u' }, extra: 1 };
    const { passkeys, asked } = await server([json(options), json({ ...ROW, name: 'Key' })]);
    const ceremony = await passkeys.prepare('passkey', call);
    expect(ceremony.options).toEqual(options);
    const { factor } = await passkeys.register(ceremony.id, credential, 'Key', call);
    expect(factor).toMatchObject({ id: 'p1', name: 'Key', opens: 'whole-sign-in' });
    expect(asked()).toEqual([
      'GET /passkey/generate-register-options',
      'POST /passkey/verify-registration {"response":{"id":"c"},"name":"Key"}',
    ]);
  });

  it.each(['SESSION_NOT_FRESH', 'SESSION_IS_NOT_FRESH'])('wants a whole sign-in where %s', async (code) => {
    const { passkeys } = await server([no(code, 403)]);
    expect(await problemOf(passkeys.prepare('passkey', call))).toEqual(again);
  });

  it.each<[string, number, MfaProblem]>([
    ['FAILED_TO_VERIFY_REGISTRATION', 500, { code: 'passkey-refused' }],
    ['CHALLENGE_NOT_FOUND', 400, { code: 'superseded' }],
    ['YOU_ARE_NOT_ALLOWED_TO_REGISTER_THIS_PASSKEY', 401, { code: 'other-account' }],
    ['UNAUTHORIZED', 401, { code: 'signed-out' }],
  ])('is not added where %s', async (code, status, expected) => {
    const { passkeys } = await server([no(code, status)]);
    expect(await problemOf(passkeys.register('passkey', credential, null, call))).toEqual(expected);
  });
});

describe('other sessions', () => {
  it('end, and trusted devices stay', async () => {
    const { sessions, asked } = await server([done]);
    expect(await sessions.endOthers(call)).toEqual({ ended: 'unknown', trustedDevices: 'kept' });
    expect(asked()).toEqual(['POST /revoke-other-sessions {}']);
  });
});
