import { afterEach, describe, expect, it } from 'vitest';
import type { BetterAuthOptions } from '../../src/backends/better-auth.js';
import { parseBackupCode } from '../../src/core/backup-code.js';
import type { Challenge } from '../../src/core/challenge.js';
import type { MfaProblem } from '../../src/core/errors.js';
import type { Proof } from '../../src/ports/backend.js';
import { backendFactory } from '../../src/ports/registry.js';
import { call, html, no, nobody, nowhere, problemOf, scriptedBetterAuth, somebody } from '../support/better-auth.js';
import { json, type Reply } from '../support/scripted-server.js';

let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

async function server(replies: readonly Reply[], options: Partial<BetterAuthOptions> = {}) {
  const made = await scriptedBetterAuth(replies, options);
  close = made.close;
  return { ...made, port: made.backend.challenge! };
}

const app: Proof = { kind: 'totp', code: '123456' };
const paper: Proof = { kind: 'backup-code', code: 'aB3dE-6gH1j' };
const mail: Proof = { kind: 'delivered-code', id: 'otp', code: '654321' };
const attempt = { attempt: 'attempt-0123456789' };
const accepted = json({ token: 'not to be trusted', user: { twoFactorEnabled: false } });
const SESSION = 'GET /get-session?disableCookieCache=true';
const misconfigured: MfaProblem = { code: 'misconfigured', developer: expect.any(String) as string };

describe('the adapter for Better Auth', () => {
  it('is known by its name once its module is imported', () => {
    expect(backendFactory('better-auth')?.({}).id).toBe('better-auth');
  });

  it.each<[BetterAuthOptions['plugins'], string[]]>([
    [
      ['two-factor', 'passkey'],
      ['backupCodes', 'challenge', 'factors', 'passkeys', 'sessions', 'stepUp', 'totp'],
    ],
    [['two-factor'], ['backupCodes', 'challenge', 'factors', 'sessions', 'stepUp', 'totp']],
    [['passkey'], ['factors', 'passkeys', 'sessions']],
    [[], ['sessions']],
  ])('offers what the plugins %j serve, and nothing else', async (plugins, facets) => {
    const { backend } = await server([nobody], { plugins });
    const names = Object.keys(backend).filter((name) => name !== 'id' && name !== 'policy');
    expect(names.sort()).toEqual(facets);
  });

  it('has the policy of its option, strict where that says nothing', async () => {
    const { backend } = await server([nobody], { policy: { lowAt: 5 } });
    expect(await backend.policy(call)).toMatchObject({ lowAt: 5, proof: 'tick', reveal: false });
  });
});

describe('loading', () => {
  const challengeOf = async (options?: Partial<BetterAuthOptions>): Promise<Challenge> => {
    const entry = await (await server([nobody], options)).port.load(null, call);
    if (entry.status !== 'challenge') throw new Error(`The entry is ${entry.status}.`);
    return entry.challenge;
  };

  it('assumes a challenge where nobody is in: the server tells nobody who is at one', async () => {
    expect(await challengeOf()).toMatchObject({ certainty: 'assumed', handle: null, account: 'unknown' });
  });

  it('asks past what the app keeps of a session in a cookie', async () => {
    const { port, asked } = await server([nobody]);
    await port.load(null, call);
    expect(asked()).toEqual([SESSION]);
  });

  it('says who is in already', async () => {
    const { port } = await server([somebody()]);
    expect(await port.load(null, call)).toEqual({ status: 'signed-in', todo: [] });
  });

  it('reads a session of a person from before the plugin', async () => {
    const { port } = await server([somebody(null)]);
    expect(await port.load(null, call)).toEqual({ status: 'signed-in', todo: [] });
  });

  it('offers an app and a backup code; a code that is sent only where it is said how', async () => {
    const kinds = ({ offers }: Challenge) => offers.map(({ kind }) => kind);
    expect(kinds(await challengeOf())).toEqual(['totp', 'backup-code']);
    expect(kinds(await challengeOf({ otp: 'sms' }))).toEqual(['totp', 'delivered-code', 'backup-code']);
  });

  it('keeps both cases and the dash of a backup code', async () => {
    const offer = (await challengeOf()).offers.find(({ kind }) => kind === 'backup-code');
    expect(offer?.kind === 'backup-code' && parseBackupCode(' aB3dE 6gH1j ', offer.format)).toEqual({
      is: 'code',
      code: 'aB3dE-6gH1j',
    });
  });

  it('reads codes as the app that makes its own declares them', async () => {
    const format = { kind: 'opaque' } as const;
    expect((await challengeOf({ codeFormat: format })).offers.at(-1)).toMatchObject({ format });
  });

  it('offers trust in the device for thirty days, for others, or not', async () => {
    expect((await challengeOf()).trust).toEqual({ days: 30 });
    expect((await challengeOf({ trustDeviceDays: 7 })).trust).toEqual({ days: 7 });
    expect((await challengeOf({ trustDeviceDays: null })).trust).toBe(null);
  });

  it.each<[string, Reply, MfaProblem]>([
    ['is not there', nowhere, misconfigured],
    ['is a captive portal', html, { code: 'bad-response' }],
    ['answers something else', json({ user: {} }), { code: 'bad-response' }],
    ['is at fault', json({ message: 'no' }, 500), { code: 'server' }],
  ])('fails where the server %s', async (_, reply, expected) => {
    const { port } = await server([reply]);
    expect(await problemOf(port.load(null, call))).toEqual(expected);
  });
});

describe('verifying', () => {
  it('sends a proof once, and asks who is in instead of trusting the answer', async () => {
    const { port, asked } = await server([accepted, somebody()]);
    expect(await port.verify(paper, attempt, call)).toEqual({
      by: 'backup-code',
      codesLeft: 'unknown',
      todo: [],
      mayPostpone: true,
      notified: 'unknown',
    });
    expect(asked()).toEqual(['POST /two-factor/verify-backup-code {"code":"aB3dE-6gH1j"}', SESSION]);
  });

  it.each<[Proof, string]>([
    [app, 'POST /two-factor/verify-totp {"code":"123456","trustDevice":true}'],
    [mail, 'POST /two-factor/verify-otp {"code":"654321","trustDevice":true}'],
    [paper, 'POST /two-factor/verify-backup-code {"code":"aB3dE-6gH1j"}'],
  ])('trusts a device where $kind may', async (proof, request) => {
    const { port, asked } = await server([accepted, somebody()]);
    await port.verify(proof, { ...attempt, trustDevice: true }, call);
    expect(asked()[0]).toBe(request);
  });

  it.each<[string, Reply[], Proof, MfaProblem]>([
    ['a wrong app code', [no('INVALID_CODE', 401)], app, { code: 'wrong-code' }],
    ['a wrong backup code', [no('INVALID_BACKUP_CODE', 401)], paper, { code: 'wrong-code' }],
    ['a sent code that is too old', [no('OTP_HAS_EXPIRED', 400)], mail, { code: 'delivered-code-expired' }],
    [
      'too many tries at a sent code, after which the challenge lives',
      [no('TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE', 400)],
      mail,
      { code: 'delivered-code-expired' },
    ],
    [
      'too many tries at an app code, after which it does not',
      [no('TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE', 400), nobody],
      app,
      { code: 'challenge-over', restart: 'sign-in' },
    ],
    [
      'a locked account',
      [no('ACCOUNT_TEMPORARILY_LOCKED', 429)],
      app,
      { code: 'too-many-attempts', blocks: 'all', retryAt: 'unknown' },
    ],
    [
      'too many requests of one kind',
      [json({ message: 'no' }, 429, { 'x-retry-after': '8', date: 'Tue, 14 Nov 2023 22:13:20 GMT' })],
      app,
      { code: 'too-many-attempts', blocks: ['totp'], retryAt: 1_700_000_008_000, waitFor: 8000 },
    ],
    ['another redemption in between', [json({ message: 'no' }, 409), nobody], paper, { code: 'outcome-unknown' }],
    [
      'a way that the person has not',
      [no('TOTP_NOT_ENABLED', 400)],
      app,
      { code: 'not-allowed', reason: 'not-offered' },
    ],
    [
      'codes that the person has not',
      [no('BACKUP_CODES_NOT_ENABLED', 400)],
      paper,
      { code: 'not-allowed', reason: 'not-offered' },
    ],
    [
      'the end of a challenge, once nobody is in',
      [no('INVALID_TWO_FACTOR_COOKIE', 401), nobody],
      app,
      { code: 'challenge-over', restart: 'sign-in' },
    ],
    [
      'the same end for a backup code, which may be the one that got the person in',
      [no('INVALID_TWO_FACTOR_COOKIE', 401), nobody],
      paper,
      { code: 'outcome-unknown' },
    ],
    [
      'too many tries at a backup code, which was not looked at',
      [no('TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE', 400), nobody],
      paper,
      { code: 'challenge-over', restart: 'sign-in' },
    ],
    ['an end that nobody can confirm', [no('INVALID_TWO_FACTOR_COOKIE', 401), html], app, { code: 'outcome-unknown' }],
    ['a session that can not be seen', [accepted, html], app, { code: 'outcome-unknown' }],
    ['a session that is not there', [accepted, nobody], app, { code: 'bad-response' }],
    ['an origin that is not trusted', [no('INVALID_ORIGIN', 403)], app, misconfigured],
    ['a plugin that is not there', [nowhere], app, misconfigured],
    ['a fault', [json({}, 500)], app, { code: 'server' }],
    ['a refusal of a later version', [no('MOON_PHASE', 400)], app, { code: 'bad-response' }],
    ['a name of what every object has', [no('constructor', 400)], app, { code: 'bad-response' }],
  ])('says %s in our words', async (_, replies, proof, expected) => {
    const { port } = await server(replies);
    expect(await problemOf(port.verify(proof, attempt, call))).toEqual(expected);
  });

  it('takes the end of a challenge for a success where the person is in: a request beside it got them in', async () => {
    const { port } = await server([no('INVALID_TWO_FACTOR_COOKIE', 401), somebody()]);
    expect((await port.verify(app, attempt, call)).by).toBe('totp');
  });

  it('sends one proof after the other', async () => {
    const { port, asked } = await server([no('INVALID_CODE', 401), no('INVALID_CODE', 401), accepted, somebody()]);
    const tries = [app, app, paper].map((proof) => port.verify(proof, attempt, call).catch(() => null));
    expect((await Promise.all(tries)).map((verified) => verified?.by ?? 'refused')).toEqual([
      'refused',
      'refused',
      'backup-code',
    ]);
    expect(asked()).toHaveLength(4);
  });

  it('spends no second proof where the first one got the person in', async () => {
    const { port, asked } = await server([accepted, somebody()]);
    const [first, second] = await Promise.all([port.verify(app, attempt, call), port.verify(paper, attempt, call)]);
    expect([first.by, second.by]).toEqual(['totp', 'totp']);
    expect(asked()).toHaveLength(2);
  });

  it('sends nothing for a caller that has gone while it waited', async () => {
    const { port, asked } = await server([no('INVALID_CODE', 401)]);
    const gone = new AbortController();
    const first = port.verify(app, attempt, call).catch(() => null);
    const second = expect(port.verify(paper, attempt, { signal: gone.signal })).rejects.toThrow('the screen is gone');
    gone.abort(new Error('the screen is gone'));
    await first;
    await second;
    expect(asked()).toHaveLength(1);
  });

  it('takes no passkey: that is a whole sign-in there', async () => {
    const { port, asked } = await server([somebody()]);
    const notOffered = { code: 'not-allowed', reason: 'not-offered' };
    const passkey = { kind: 'passkey', ceremony: 'c', credential: {} as AuthenticationResponseJSON } as const;
    expect(await problemOf(port.verify(passkey, attempt, call))).toEqual(notOffered);
    expect(await problemOf(port.preparePasskey(call))).toEqual(notOffered);
    expect(asked()).toEqual([]);
  });
});

describe('around it', () => {
  it('sends a code with a body, since none would be refused', async () => {
    const { port, asked } = await server([json({ status: true }, 200, { date: 'Tue, 14 Nov 2023 22:13:20 GMT' })]);
    expect(await port.send('otp', call)).toEqual({ sentAt: 1_700_000_000_000, resendAt: 'unknown' });
    expect(asked()).toEqual(['POST /two-factor/send-otp {}']);
  });

  it.each<[string, Reply, 'here' | 'sign-in']>([
    ['the password comes first', nobody, 'sign-in'],
    ['the person is in already', somebody(), 'here'],
  ])('sends no code where %s', async (_, session, restart) => {
    const { port } = await server([no('INVALID_TWO_FACTOR_COOKIE', 401), session]);
    expect(await problemOf(port.send('otp', call))).toEqual({ code: 'challenge-over', restart });
  });

  it('settles by who is in, and by which proof that was', async () => {
    const { port } = await server([json({}, 500), somebody()]);
    await problemOf(port.verify(paper, attempt, call));
    expect(await port.settle(attempt.attempt, call)).toMatchObject({
      state: 'signed-in',
      verified: { by: 'backup-code' },
    });
  });

  it('can not tell a lost code from a used one: nobody is in, and it is over', async () => {
    const { port } = await server([nobody]);
    expect(await port.settle(attempt.attempt, call)).toEqual({ state: 'over', spent: 'unknown' });
  });

  it('asks nothing to end a challenge', async () => {
    const { port, asked } = await server([nobody]);
    await port.cancel(call);
    expect(asked()).toEqual([]);
  });
});
