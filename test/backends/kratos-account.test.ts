import { afterEach, describe, expect, it, vi } from 'vitest';
import { readOtpauth } from '../../src/core/otpauth.js';
import { bodyOf, call, page, problem, TOTP } from '../support/kratos/page.js';

const SUBMIT = 'POST /self-service/settings';
const REPLACE = { replace: true, lost: true };
const NEW = { replace: false, lost: false };
const json = (body: unknown, status: number) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

function signedIn(...[options, how]: [Parameters<typeof page>[0]?, { privileged: boolean }?]) {
  const made = page(options);
  made.kratos.signIn(how);
  return made;
}
const stale = { privileged: false };

/** A key that the browser's dialog made. */
async function makeKey(
  { backend, authenticator }: ReturnType<typeof page>,
  kind: 'security-key' | 'passkey' = 'security-key',
) {
  const { id, options } = await backend.passkeys.prepare(kind, call);
  const made = await authenticator.create({ ...options, excludeCredentials: [] }, call.signal);
  if (made.is !== 'done') throw new Error(made.is);
  return { id, options, credential: made.credential };
}

describe('backup codes on Kratos', () => {
  it('are made and confirmed by the same flow, each by one action', async () => {
    const { backend, posts, kratos } = signedIn();
    const { id } = await backend.backupCodes.issue(call);
    expect(await backend.backupCodes.confirm?.(id, call)).toEqual({ left: 12, notified: 'unknown' });
    expect(posts().map(bodyOf)).toEqual([
      { method: 'lookup_secret', lookup_secret_regenerate: true, csrf: 'string' },
      { method: 'lookup_secret', lookup_secret_confirm: true, csrf: 'string' },
    ]);
    expect(new Set(posts().map(({ url }) => url)).size).toBe(1);
    expect(kratos.world.identity.codes?.every(({ usedAt }) => usedAt === null)).toBe(true);
  });

  it('stay on screen while somebody else changes the account: each facet has a flow of its own', async () => {
    const made = signedIn();
    const { backend, kratos } = made;
    const { id, codes } = await backend.backupCodes.issue(call);
    const setup = await backend.totp.start(REPLACE, call);
    await backend.totp.verify(setup.id, kratos.appCode(setup.key), call);
    const key = await makeKey(made);
    await backend.passkeys.register(key.id, key.credential, 'Red key', call);
    await backend.factors.remove('app-1', call);
    await backend.backupCodes.confirm?.(id, call);
    expect(kratos.world.identity.codes?.map(({ code }) => code)).toEqual(codes);
  });

  it('are not on when what was made is void', async () => {
    const { backend, kratos } = signedIn();
    const { id } = await backend.backupCodes.issue(call);
    const flow = kratos.world.flows.get(id);
    if (flow) delete flow.context.staged;
    const before = kratos.world.identity.codes;
    expect(await problem(backend.backupCodes.confirm!(id, call))).toEqual({ code: 'superseded' });
    expect(kratos.world.identity.codes).toBe(before);
  });

  it('are confirmed once, although the browser sent it twice', async () => {
    const { backend, kratos } = signedIn();
    const { id } = await backend.backupCodes.issue(call);
    const { url, body } = kratos.log.findLast(({ route }) => route === SUBMIT)!;
    const headers = { accept: 'application/json', 'content-type': 'application/json' };
    const again = { ...body, lookup_secret_regenerate: false, lookup_secret_confirm: true };
    await kratos.fetch(url, { method: 'POST', headers, body: JSON.stringify(again) });
    expect(await backend.backupCodes.confirm?.(id, call)).toEqual({ left: 'unknown', notified: 'unknown' });
  });

  it('can’t be confirmed once their flow has run out', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { backend, posts } = signedIn();
    const { id } = await backend.backupCodes.issue(call);
    vi.setSystemTime(Date.now() + 2 * 3_600_000);
    expect(await problem(backend.backupCodes.confirm!(id, call))).toEqual({ code: 'superseded' });
    expect(posts()).toHaveLength(1);
    vi.useRealTimers();
  });

  it('are counted by nobody, and never shown to count them', async () => {
    const { backend, posts } = signedIn();
    expect(await backend.backupCodes.status(call)).toMatchObject({ state: 'on', left: 'unknown', of: 'unknown' });
    expect([backend.backupCodes.count, posts()]).toEqual(['unknown', []]);
  });

  it('are told from none', async () => {
    const { backend } = signedIn({ person: { codes: 0 } });
    expect(await backend.backupCodes.status(call)).toMatchObject({ state: 'none', left: 0 });
    await backend.backupCodes.remove?.(call);
  });

  it('can’t be shown again unless the policy says so', async () => {
    expect(signedIn().backend.backupCodes.reveal).toBeUndefined();
    const { backend, kratos } = signedIn({ backend: { policy: { reveal: true } } });
    const first = kratos.world.identity.codes?.[0];
    if (first) first.usedAt = 1_700_000_000_000;
    const shown = await backend.backupCodes.reveal?.(call);
    expect(shown?.map(({ code }) => code === null)).toEqual([true, ...Array<boolean>(11).fill(false)]);
    expect(shown?.[0]).toEqual({ code: null, usedAt: 1_700_000_000_000 });
  });
});

describe('a step-up on Kratos', () => {
  it('takes the second factor where there is one', async () => {
    const { backend } = signedIn({ person: { passkeys: 1 } }, stale);
    const need = await backend.stepUp.need(call);
    expect(need.how === 'in-place' && need.ways.map(({ kind }) => kind)).toEqual([
      'passkey',
      'totp',
      'delivered-code',
      'backup-code',
    ]);
  });

  it('takes the password or a passkey where there is none', async () => {
    const none = { app: false, codes: 0, keys: 0, addresses: [], passkeys: 1 };
    const { backend, kratos, posts } = signedIn({ person: none }, stale);
    const need = await backend.stepUp.need(call);
    expect(need.how === 'in-place' && need.ways.map(({ kind }) => kind)).toEqual(['passkey', 'password']);
    const { password, email } = kratos.world.identity;
    expect(await problem(backend.stepUp.prove({ kind: 'password', password: 'another' }, call))).toEqual({
      code: 'wrong-code',
    });
    await backend.stepUp.prove({ kind: 'password', password }, call);
    expect(bodyOf(posts().at(-1))).toEqual({ method: 'password', identifier: email, password, csrf: 'string' });
    await backend.backupCodes.issue(call);
  });

  it('takes a passkey for what it is in the first factor’s form', async () => {
    const none = { app: false, codes: 0, keys: 0, addresses: [], passkeys: 1 };
    const { backend, authenticator, posts } = signedIn({ person: none }, stale);
    const { id, options } = await backend.stepUp.preparePasskey(call);
    const made = await authenticator.get(options, call.signal);
    if (made.is !== 'done') throw new Error(made.is);
    await backend.stepUp.prove({ kind: 'passkey', ceremony: id, credential: made.credential }, call);
    expect(bodyOf(posts().at(-1))).toEqual({
      method: 'passkey',
      passkey_login: JSON.stringify(made.credential),
      csrf: 'string',
    });
  });

  it('takes a whole sign-in where none of its ways is known', async () => {
    const none = { app: false, codes: 0, keys: 0, addresses: [] };
    const { backend } = signedIn({ person: none, config: { methods: ['totp'] } }, stale);
    expect(await backend.stepUp.need(call)).toEqual({ how: 'sign-in-again' });
  });

  it('sends the one code that it asks for', async () => {
    const only = { app: false, codes: 0, keys: 0, addresses: [{ to: 'ada@example.com', channel: 'email' } as const] };
    const { backend, kratos } = signedIn({ person: only }, stale);
    const need = await backend.stepUp.need(call);
    expect(await backend.stepUp.need(call)).toEqual(need);
    expect(kratos.world.outbox).toHaveLength(1);
  });

  it('leads back to the same action of the same flow, which waits for a click', async () => {
    const { backend, kratos, posts } = signedIn({ config: { privileged: 60_000 } });
    const { id, codes } = await backend.backupCodes.issue(call);
    kratos.world.advance(61_000);
    expect(await problem(backend.backupCodes.confirm!(id, call))).toMatchObject({
      code: 'step-up-required',
      need: { how: 'in-place' },
    });
    await backend.stepUp.prove({ kind: 'totp', code: kratos.appCode() }, call);
    expect(kratos.world.identity.codes?.some(({ code }) => codes.includes(code))).toBe(false);
    await backend.backupCodes.confirm?.(id, call);
    const confirms = posts().filter(({ body }) => body.lookup_secret_confirm === true);
    expect([confirms.length, confirms[0]?.url]).toEqual([2, confirms[1]?.url]);
    expect(confirms[1]?.body).toEqual(confirms[0]?.body);
    expect(kratos.world.identity.codes?.map(({ code }) => code)).toEqual(codes);
  });

  it('is known beforehand by the age that the page says', async () => {
    const { backend, kratos } = signedIn({ backend: { privilegedSeconds: 900 } });
    const [session] = kratos.world.sessions.values();
    const at = session?.authenticatedAt ?? 0;
    expect(await backend.stepUp.privilegedUntil(call)).toBe(at + 900_000);
    if (session) session.authenticatedAt -= 901_000;
    expect(await backend.stepUp.privilegedUntil(call)).toBeNull();
  });

  it('is not known beforehand where the page does not say', async () => {
    expect(await signedIn().backend.stepUp.privilegedUntil(call)).toBe('unknown');
  });

  it('is for the person who is in: a flow of somebody else is refused', async () => {
    const { backend, kratos } = signedIn();
    const other = json({ error: { id: 'security_identity_mismatch', code: 403 } }, 403);
    kratos.fail(() => other, SUBMIT);
    expect(await problem(backend.backupCodes.issue(call))).toEqual({ code: 'other-account' });
  });
});

describe('an authenticator app on Kratos', () => {
  afterEach(() => void vi.useRealTimers());

  it('gets an address that apps can read, made of the key that Kratos sends', async () => {
    const { backend } = signedIn({ person: { app: false } });
    const { uri, key } = await backend.totp.start(NEW, call);
    expect(readOtpauth(uri, key)).toEqual({
      is: 'fine',
      settings: { digits: 6, period: 30, algorithm: 'SHA1', issuer: TOTP.issuer, account: TOTP.accountName },
    });
  });

  it('is named by the traits of the identity where the page says how', async () => {
    const accountName = ({ email }: Readonly<Record<string, unknown>>) => `+${String(email)}+`;
    const { backend } = signedIn({ backend: { totp: { issuer: 'A & B', accountName } }, person: { app: false } });
    const { uri } = await backend.totp.start(NEW, call);
    expect(uri).toMatch(/^otpauth:\/\/totp\/A%20%26%20B:%2Bada%40example\.com%2B\?secret=\w{32}&issuer=A%20%26%20B&/);
  });

  it.each([
    ['there is none', ({ nick }: Readonly<Record<string, unknown>>) => nick as string],
    ['it can’t be read', ({ nick }: Readonly<Record<string, unknown>>) => (nick as { name: string }).name],
    ['it is empty', ''],
  ])('is not set up under no name, where %s, and the old one stays', async (_, accountName) => {
    const { backend, posts } = signedIn({ backend: { totp: { issuer: 'A', accountName } } });
    expect(await problem(backend.totp.start(REPLACE, call))).toMatchObject({ code: 'misconfigured' });
    expect(posts()).toEqual([]);
  });

  it('can’t be set up by a page that names no service', () => {
    const { backend } = page({ backend: { totp: null } });
    expect('totp' in backend).toBe(false);
  });

  it('ends when it is replaced, before the new one has shown a code', async () => {
    const { backend, kratos, posts } = signedIn();
    expect(backend.totp.replacing).toBe('gap');
    const { id, key } = await backend.totp.start(REPLACE, call);
    expect(kratos.world.identity.app).toBeNull();
    expect(posts().map(bodyOf)).toEqual([{ method: 'totp', totp_unlink: true, csrf: 'string' }]);
    await backend.totp.verify(id, kratos.appCode(key), call);
    expect(kratos.world.identity.app).toBe(key);
  });

  it('is not replaced by chance', async () => {
    const { backend, posts } = signedIn();
    expect(await problem(backend.totp.start(NEW, call))).toEqual({ code: 'not-allowed', reason: 'policy' });
    expect(posts()).toEqual([]);
  });

  it('is another one than before once it was replaced, so that nobody turns off the new one for the old', async () => {
    const { backend, kratos } = signedIn({ person: { keys: 0 } });
    const [old] = await backend.factors.list(call);
    const { id, key } = await backend.totp.start(REPLACE, call);
    await backend.totp.verify(id, kratos.appCode(key), call);
    const [fresh] = await backend.factors.list(call);
    expect([old?.kind, fresh?.kind, fresh?.id === old?.id]).toEqual(['totp', 'totp', false]);
    await backend.factors.remove(old?.id ?? '', call);
    expect(kratos.world.identity.app).toBe(key);
  });

  it('is found after an answer that was lost', async () => {
    const { backend, kratos } = signedIn();
    const { id, key } = await backend.totp.start(REPLACE, call);
    kratos.fail('lost-after');
    const code = kratos.appCode(key);
    expect(await problem(backend.totp.verify(id, code, call))).toEqual({ code: 'outcome-unknown' });
    expect((await backend.factors.list(call)).map((factor) => factor.id)).toContain('app-1');
    expect(await backend.totp.verify(id, code, call)).toEqual({ todo: [], notified: 'unknown' });
  });

  it('is not called connected where another one was linked meanwhile: Kratos takes any code then', async () => {
    const { backend, kratos, again } = signedIn({ person: { app: false } });
    const { id, key } = await backend.totp.start(NEW, call);
    expect(await problem(backend.totp.verify(id, '000000', call))).toEqual({ code: 'wrong-code' });
    const other = again();
    const theirs = await other.totp.start(NEW, call);
    await other.totp.verify(theirs.id, kratos.appCode(theirs.key), call);
    expect(await problem(backend.totp.verify(id, kratos.appCode(key), call))).toEqual({ code: 'superseded' });
    expect(kratos.world.identity.app).toBe(theirs.key);
  });

  it('needs a set-up that is not over', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { backend, kratos, posts } = signedIn({ person: { app: false } });
    const first = await backend.totp.start(NEW, call);
    const second = await backend.totp.start(NEW, call);
    const verify = ({ id, key }: typeof first) => backend.totp.verify(id, kratos.appCode(key), call);
    expect(await problem(verify(first))).toEqual({ code: 'superseded' });
    vi.setSystemTime(Date.now() + 2 * 3_600_000);
    expect(await problem(verify(second))).toEqual({ code: 'superseded' });
    expect(posts()).toEqual([]);
  });

  it('is not offered where Kratos has the method off', async () => {
    const { backend } = signedIn({ config: { methods: ['password', 'lookup_secret'] } });
    expect(await problem(backend.totp.start(NEW, call))).toEqual({ code: 'not-allowed', reason: 'not-offered' });
  });
});

describe('keys and passkeys on Kratos', () => {
  it.each([
    ['security-key', 'Red key', 'second-step', 'Red key'],
    ['passkey', null, 'whole-sign-in', 'unknown'],
  ] as const)('adds a %s', async (kind, name, opens, called) => {
    const made = signedIn();
    const { id, credential } = await makeKey(made, kind);
    const { factor } = await made.backend.passkeys.register(id, credential, name, call);
    expect(factor).toMatchObject({ kind, opens, name: called, removal: 'alone', canRename: false });
    const listed = await made.backend.factors.list(call);
    expect(listed).toContainEqual(factor);
    if (factor !== 'unknown') await made.backend.factors.remove(factor.id, call);
    expect(await made.backend.factors.list(call)).toHaveLength(listed.length - 1);
  });

  it('sends what the browser made, and nothing of the other fields', async () => {
    const made = signedIn();
    const { id, credential } = await makeKey(made);
    await made.backend.passkeys.register(id, credential, ' Red key ', call);
    expect(made.posts().map(bodyOf)).toEqual([
      {
        method: 'webauthn',
        webauthn_register: JSON.stringify(credential),
        webauthn_register_displayname: 'Red key',
        csrf: 'string',
      },
    ]);
  });

  it('wants a name for a security key, and keeps what the browser made', async () => {
    const made = signedIn();
    const { id, credential } = await makeKey(made);
    expect(await problem(made.backend.passkeys.register(id, credential, ' ', call))).toEqual({ code: 'invalid-name' });
    await made.backend.passkeys.register(id, credential, 'Red key', call);
    expect(made.posts()).toHaveLength(1);
  });

  it('sends what the browser made to the same flow again once it’s them', async () => {
    const made = signedIn({}, stale);
    const { id, credential } = await makeKey(made);
    const register = () => made.backend.passkeys.register(id, credential, 'Red key', call);
    expect(await problem(register())).toMatchObject({ code: 'step-up-required' });
    await made.backend.stepUp.prove({ kind: 'totp', code: made.kratos.appCode() }, call);
    await register();
    expect(made.kratos.world.identity.keys.map(({ name }) => name)).toEqual(['Blue key', 'Red key']);
  });

  it('names the keys that are there, which older servers do not', async () => {
    const { backend, kratos } = signedIn();
    const { options } = await backend.passkeys.prepare('security-key', call);
    expect(options.excludeCredentials?.map(({ id }) => id)).toEqual(kratos.world.identity.keys.map(({ id }) => id));
  });

  it('says so of a key that is registered already', async () => {
    const made = signedIn();
    const { id, credential } = await makeKey(made);
    made.kratos.world.identity.keys.push({ id: credential.id, name: 'Another tab’s', addedAt: 0 });
    expect(await problem(made.backend.passkeys.register(id, credential, 'Red key', call))).toEqual({
      code: 'passkey-exists',
    });
  });

  it('does not guess what became of a key that Kratos could not judge', async () => {
    const made = signedIn();
    const [first, second] = [await makeKey(made), await makeKey(made)];
    const { backend } = made;
    expect(await problem(backend.passkeys.register(second.id, first.credential, 'Red key', call))).toEqual({
      code: 'server',
    });
    expect(await problem(backend.passkeys.register(first.id, first.credential, 'Red key', call))).toEqual({
      code: 'superseded',
    });
  });

  it('is offered where Kratos has the method on', async () => {
    const { backend } = signedIn({ config: { methods: ['password', 'totp'] } });
    const none = { code: 'not-allowed', reason: 'not-offered' };
    expect(await problem(backend.passkeys.prepare('passkey', call))).toEqual(none);
    expect(await problem(backend.passkeys.prepare('security-key', call))).toEqual(none);
    expect('passkeys' in page({ backend: { passkeyKinds: [] } }).backend).toBe(false);
  });

  it('keeps the last way in, where Kratos says that it is', async () => {
    const { backend, kratos } = signedIn();
    const [, key] = await backend.factors.list(call);
    const refused = { id: 4000001, type: 'error', text: 'In English.', context: {} };
    const node = { group: 'default', type: 'input', attributes: { name: 'webauthn_remove' }, messages: [refused] };
    kratos.fail(() => json({ id: 'f', ui: { nodes: [node] } }, 400), SUBMIT);
    expect(await problem(backend.factors.remove(key?.id ?? '', call))).toEqual({
      code: 'not-allowed',
      reason: 'last-factor',
    });
  });

  it('does not mind what another tab has removed meanwhile', async () => {
    const { backend, kratos } = signedIn();
    const [, key] = await backend.factors.list(call);
    kratos.fail(() => {
      kratos.world.identity.keys.length = 0;
      const gone = { id: 4000001, type: 'error', text: 'In English.', context: {} };
      return json({ id: 'f', ui: { nodes: [], messages: [gone] } }, 400);
    }, SUBMIT);
    expect(await backend.factors.remove(key?.id ?? '', call)).toEqual({ notified: 'unknown' });
  });
});

describe('a change that Kratos does not call saved', () => {
  it.each<[string, (made: ReturnType<typeof page>) => Promise<() => Promise<unknown>>]>([
    ['the removal of codes', ({ backend }) => Promise.resolve(() => backend.backupCodes.remove!(call))],
    [
      'the confirmation of codes',
      async ({ backend }) => {
        const { id } = await backend.backupCodes.issue(call);
        return () => backend.backupCodes.confirm!(id, call);
      },
    ],
    ['the end of an app', ({ backend }) => Promise.resolve(() => backend.totp.start(REPLACE, call))],
    [
      'the removal of a factor',
      async ({ backend }) => {
        const [app] = await backend.factors.list(call);
        return () => backend.factors.remove(app?.id ?? '', call);
      },
    ],
    [
      'a new app',
      async ({ backend, kratos }) => {
        kratos.world.identity.app = null;
        const { id, key } = await backend.totp.start(NEW, call);
        return () => backend.totp.verify(id, kratos.appCode(key), call);
      },
    ],
    [
      'a new key',
      async (made) => {
        const { id, credential } = await makeKey(made);
        return () => made.backend.passkeys.register(id, credential, 'Red key', call);
      },
    ],
  ])('is not believed: %s', async (_, prepare) => {
    const made = signedIn();
    const act = await prepare(made);
    made.kratos.fail(() => json({ id: 'f', state: 'success', ui: { nodes: [] } }, 200), SUBMIT);
    expect(await problem(act())).toEqual({ code: 'bad-response' });
  });
});

describe('the addresses that are asked', () => {
  it('hold no code and no key', async () => {
    const { backend, kratos } = signedIn({ person: { app: false } });
    const { id, codes } = await backend.backupCodes.issue(call);
    const { id: setup, key } = await backend.totp.start(NEW, call);
    await backend.backupCodes.confirm?.(id, call);
    const code = kratos.appCode(key);
    await backend.totp.verify(setup, code, call);
    const urls = kratos.log.map(({ url }) => url).join(' ');
    expect([...codes, key, `=${code}`].filter((secret) => urls.includes(secret))).toEqual([]);
    expect(urls).toContain(id);
  });
});

describe('a cache', () => {
  it('keeps nothing of Kratos; a proxy that lets it keep a form is told to the developer', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { backend, kratos } = signedIn();
    await backend.backupCodes.issue(call);
    expect(warn).not.toHaveBeenCalled();
    const body = { id: 'f', ui: { nodes: [] } };
    kratos.fail(() => json(body, 200), 'GET /self-service/settings/browser');
    await backend.backupCodes.status(call);
    await expect.poll(() => warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0]?.[0]).toMatch(/settings\/browser came without Cache-Control: no-store/);
    warn.mockRestore();
  });
});
