import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OfferOf } from '../../src/core/factor.js';
import { attempt, bodyOf, call, challengeOf, page, problem } from '../support/kratos/page.js';

const BEGIN = 'GET /self-service/login/browser';
const SUBMIT = 'POST /self-service/login';
const OVER = { code: 'challenge-over', restart: 'here' };
const MAIL = { to: 'ada@example.com', channel: 'email' } as const;
const PHONE = { to: '+491700000042', channel: 'sms' } as const;
const sent = (challenge: { readonly offers: readonly { readonly kind: string }[] }) =>
  challenge.offers.filter((one): one is OfferOf<'delivered-code'> => one.kind === 'delivered-code');

describe('a challenge on Kratos', () => {
  it('offers what the second-factor flow has, strongest first', async () => {
    const { kratos, backend } = page({ person: { addresses: [MAIL, PHONE] } });
    kratos.passFirstFactor();
    const { offers, certainty, account, expiresAt } = await challengeOf(backend.challenge);
    expect(offers.map(({ kind }) => kind)).toEqual([
      'passkey',
      'totp',
      'delivered-code',
      'delivered-code',
      'backup-code',
    ]);
    expect({ certainty, account, expires: typeof expiresAt }).toEqual({
      certainty: 'told',
      account: 'unknown',
      expires: 'number',
    });
  });

  it('shows no address whole, although Kratos tells it', async () => {
    const { kratos, backend } = page({ person: { addresses: [MAIL, PHONE] } });
    kratos.passFirstFactor();
    const challenge = await challengeOf(backend.challenge);
    expect(sent(challenge).map(({ channel, to }) => [channel, to])).toEqual([
      ['email', 'a•••@example.com'],
      ['sms', '•••42'],
    ]);
    expect(JSON.stringify(challenge)).not.toMatch(/ada@|170000/);
  });

  it('says of somebody without a second factor that they are in', async () => {
    const { kratos, backend } = page({ person: { app: false, codes: 0, keys: 0, addresses: [] } });
    kratos.passFirstFactor();
    expect(await backend.challenge.load(null, call)).toEqual({ status: 'signed-in', todo: [] });
  });

  it('says that no way is left where Kratos wants a second factor and offers none', async () => {
    const { kratos, backend } = page({ person: { app: false, codes: 0, keys: 0, addresses: [] } });
    kratos.passFirstFactor();
    const needed = JSON.stringify({ error: { id: 'session_aal2_required', code: 403 } });
    const answer = new Response(needed, { status: 403, headers: { 'content-type': 'application/json' } });
    kratos.fail(() => answer, 'GET /sessions/whoami');
    expect(await backend.challenge.load(null, call)).toEqual({ status: 'blocked', why: 'no-usable-factor' });
  });

  it('is over once another tab has passed it', async () => {
    const { kratos, backend, again } = page();
    kratos.passFirstFactor();
    const { handle } = await challengeOf(backend.challenge);
    await again().challenge.verify({ kind: 'totp', code: kratos.appCode() }, { attempt }, call);
    expect(await backend.challenge.load(handle, call)).toEqual({ status: 'signed-in', todo: [] });
    expect(
      await problem(backend.challenge.verify({ kind: 'totp', code: kratos.appCode() }, { attempt }, call)),
    ).toEqual(OVER);
  });

  it('takes the first factor again once its session is over', async () => {
    const { kratos, backend } = page();
    kratos.passFirstFactor();
    await challengeOf(backend.challenge);
    for (const session of kratos.world.sessions.values()) session.isActive = false;
    const proof = { kind: 'totp', code: kratos.appCode() } as const;
    expect(await problem(backend.challenge.verify(proof, { attempt }, call))).toEqual({ ...OVER, restart: 'sign-in' });
    expect(await backend.challenge.settle(attempt, call)).toEqual({ state: 'over', spent: 'unknown' });
  });

  it('begins anew after a handle that is none', async () => {
    const { kratos, backend } = page();
    kratos.passFirstFactor();
    expect((await challengeOf(backend.challenge, 'moon/../phase?id=1')).handle).not.toContain('moon');
    expect(new URL(kratos.log[1]?.url ?? '').searchParams.get('id')).toBe('moon/../phase?id=1');
  });

  it('says by which factor a page came in that it never saw', async () => {
    const { kratos, backend, again, unused } = page();
    kratos.passFirstFactor();
    await backend.challenge.verify({ kind: 'backup-code', code: unused() }, { attempt }, call);
    expect(await again().challenge.settle('another attempt', call)).toMatchObject({
      state: 'signed-in',
      verified: { by: 'backup-code', codesLeft: 'unknown' },
    });
  });
});

describe('what leaves for Kratos', () => {
  it.each([
    ['an app code', 'totp', (code: string) => ({ method: 'totp', totp_code: code })],
    ['a backup code', 'backup-code', (code: string) => ({ method: 'lookup_secret', lookup_secret: code })],
  ] as const)('is %s alone', async (_, kind, body) => {
    const { kratos, backend, posts, unused } = page();
    kratos.passFirstFactor();
    const code = kind === 'totp' ? kratos.appCode() : unused();
    await challengeOf(backend.challenge);
    await backend.challenge.verify({ kind, code }, { attempt }, call);
    expect(posts().map(bodyOf)).toEqual([{ ...body(code), csrf: 'string' }]);
  });

  it('is an assertion with the identifier that it needs', async () => {
    const { kratos, backend, authenticator, posts } = page();
    kratos.passFirstFactor();
    await challengeOf(backend.challenge);
    const { id, options } = await backend.challenge.preparePasskey(call);
    const made = await authenticator.get(options, call.signal);
    if (made.is !== 'done') throw new Error(made.is);
    await backend.challenge.verify({ kind: 'passkey', ceremony: id, credential: made.credential }, { attempt }, call);
    expect(posts().map(bodyOf)).toEqual([
      {
        method: 'webauthn',
        identifier: 'ada@example.com',
        webauthn_login: JSON.stringify(made.credential),
        csrf: 'string',
      },
    ]);
  });

  it('is an address without the identifier of a key, by which the code would go elsewhere', async () => {
    const { kratos, backend, posts } = page({ person: { addresses: [MAIL, PHONE] } });
    kratos.passFirstFactor();
    const [, phone] = sent(await challengeOf(backend.challenge));
    await backend.challenge.send(phone?.id ?? '', call);
    expect(posts().map(bodyOf)).toEqual([{ method: 'code', address: PHONE.to, csrf: 'string' }]);
    expect(kratos.world.outbox.map(({ to }) => to)).toEqual([PHONE.to]);
  });

  it('goes to no address but the configured one, whatever an answer names', async () => {
    const { kratos, backend } = page();
    kratos.passFirstFactor();
    kratos.fail(async () => {
      const flow = (await (
        await kratos.fetch(`${kratos.base}${'/self-service/login/browser?aal=aal2'}`, ACCEPT)
      ).json()) as {
        ui: { action: string };
      };
      flow.ui.action = 'https://elsewhere.example/self-service/login?flow=stolen';
      return json(flow);
    }, BEGIN);
    await challengeOf(backend.challenge);
    await backend.challenge.verify({ kind: 'totp', code: kratos.appCode() }, { attempt }, call);
    await backend.challenge.cancel(call);
    expect(kratos.log.filter(({ url }) => !url.startsWith(`${kratos.base}/`))).toEqual([]);
    expect(kratos.signedIn).toBe(false);
  });
});

const ACCEPT = { headers: { accept: 'application/json' } };
const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

describe('a code that Kratos sends', () => {
  const ONLY = { app: false, codes: 0, keys: 0, addresses: [MAIL] };

  it('is sent by loading where it is the only way, and stands as sent', async () => {
    const { kratos, backend, sentCode } = page({ person: ONLY });
    kratos.passFirstFactor();
    const [offer] = sent(await challengeOf(backend.challenge));
    expect(typeof offer?.sent?.sentAt).toBe('number');
    await backend.challenge.verify(
      { kind: 'delivered-code', id: offer?.id ?? '', code: sentCode() },
      { attempt },
      call,
    );
    expect([kratos.signedIn, kratos.world.outbox.length]).toEqual([true, 1]);
  });

  it('is sent once however often the page is loaded', async () => {
    const { kratos, backend, again } = page({ person: ONLY });
    kratos.passFirstFactor();
    const gone = new AbortController();
    const first = backend.challenge.load(null, { signal: gone.signal });
    gone.abort(new Error('the screen is gone'));
    await expect(first).rejects.toThrow('the screen is gone');
    const [{ handle }] = await Promise.all([challengeOf(backend.challenge), challengeOf(backend.challenge)]);
    await challengeOf(backend.challenge, handle);
    await challengeOf(again().challenge, handle);
    expect(kratos.world.outbox).toHaveLength(1);
  });

  it('is not sent again by itself when the answer to loading is lost', async () => {
    const { kratos, backend } = page({ person: ONLY });
    kratos.passFirstFactor();
    kratos.fail('lost-after', BEGIN);
    expect(await problem(backend.challenge.load(null, call))).toEqual({ code: 'unreachable' });
    expect(kratos.world.outbox).toHaveLength(1);
  });

  it('is sent again when the person asks', async () => {
    const { kratos, backend, posts } = page({ person: ONLY });
    kratos.passFirstFactor();
    const [offer] = sent(await challengeOf(backend.challenge));
    await backend.challenge.send(offer?.id ?? '', call);
    expect(posts().map(bodyOf)).toEqual([{ method: 'code', resend: 'code', identifier: MAIL.to, csrf: 'string' }]);
    expect(kratos.world.outbox).toHaveLength(2);
  });

  it('leaves the other ways open', async () => {
    const { kratos, backend, authenticator } = page();
    kratos.passFirstFactor();
    const [offer] = sent(await challengeOf(backend.challenge));
    await backend.challenge.send(offer?.id ?? '', call);
    expect(await problem(backend.challenge.verify({ kind: 'totp', code: '000000' }, { attempt }, call))).toEqual({
      code: 'wrong-code',
    });
    const { id, options } = await backend.challenge.preparePasskey(call);
    const made = await authenticator.get(options, call.signal);
    if (made.is !== 'done') throw new Error(made.is);
    await backend.challenge.verify({ kind: 'passkey', ceremony: id, credential: made.credential }, { attempt }, call);
    expect([kratos.signedIn, kratos.world.outbox.length]).toEqual([true, 1]);
  });

  it('is taken after a reload, which shows the other ways still', async () => {
    const { kratos, backend, again, sentCode } = page({ person: { addresses: [MAIL, PHONE] } });
    kratos.passFirstFactor();
    const before = await challengeOf(backend.challenge);
    await backend.challenge.send(sent(before)[1]?.id ?? '', call);
    const { challenge } = again();
    const after = await challengeOf(challenge, before.handle);
    expect(after.handle).toBe(before.handle);
    expect(after.offers.map(({ kind }) => kind)).toEqual(before.offers.map(({ kind }) => kind));
    expect(sent(after).map(({ to, sent: delivery }) => [to, delivery !== undefined])).toEqual([
      ['a•••@example.com', false],
      ['•••42', true],
    ]);
    const { id = '' } = sent(after)[1] ?? {};
    await challenge.verify({ kind: 'delivered-code', id, code: sentCode() }, { attempt }, call);
    expect(kratos.signedIn).toBe(true);
  });

  it('is taken after a wrong one, and after a reload that follows it', async () => {
    const { kratos, backend, again, sentCode } = page();
    kratos.passFirstFactor();
    const { handle, ...before } = await challengeOf(backend.challenge);
    const { id = '' } = sent(before)[0] ?? {};
    await backend.challenge.send(id, call);
    const wrong = { kind: 'delivered-code', id, code: '000000' } as const;
    expect(await problem(backend.challenge.verify(wrong, { attempt }, call))).toEqual({ code: 'wrong-code' });
    expect(await problem(backend.challenge.verify(wrong, { attempt }, call))).toEqual({ code: 'wrong-code' });
    const { challenge } = again();
    const [offer] = sent(await challengeOf(challenge, handle));
    expect(offer?.to).toBe('a•••@example.com');
    await challenge.verify({ kind: 'delivered-code', id: offer?.id ?? '', code: sentCode() }, { attempt }, call);
    expect(kratos.signedIn).toBe(true);
  });

  it('is taken where Kratos tells the address back in lower case', async () => {
    const { kratos, backend, again, sentCode } = page({ person: { addresses: [{ ...MAIL, to: 'Ada@Example.com' }] } });
    kratos.passFirstFactor();
    const { handle, ...before } = await challengeOf(backend.challenge);
    const { id = '' } = sent(before)[0] ?? {};
    await backend.challenge.send(id, call);
    const wrong = { kind: 'delivered-code', id, code: '000000' } as const;
    expect(await problem(backend.challenge.verify(wrong, { attempt }, call))).toEqual({ code: 'wrong-code' });
    expect(sent(await challengeOf(again().challenge, handle))).toHaveLength(1);
    await backend.challenge.verify({ ...wrong, code: sentCode() }, { attempt }, call);
    expect(kratos.signedIn).toBe(true);
  });

  it('goes to another address by a flow of its own', async () => {
    const { kratos, backend, sentCode } = page({ person: { addresses: [MAIL, PHONE] } });
    kratos.passFirstFactor();
    const [mail, phone] = sent(await challengeOf(backend.challenge));
    await backend.challenge.send(mail?.id ?? '', call);
    await backend.challenge.send(phone?.id ?? '', call);
    expect(kratos.world.outbox.map(({ to }) => to)).toEqual([MAIL.to, PHONE.to]);
    await backend.challenge.verify(
      { kind: 'delivered-code', id: phone?.id ?? '', code: sentCode() },
      { attempt },
      call,
    );
    expect(kratos.signedIn).toBe(true);
  });

  it('takes a new flow after too many wrong ones, where another code is taken', async () => {
    const { kratos, backend, sentCode } = page();
    kratos.passFirstFactor();
    const [offer] = sent(await challengeOf(backend.challenge));
    const id = offer?.id ?? '';
    await backend.challenge.send(id, call);
    for (let tries = 0; tries < 5; tries += 1)
      await problem(backend.challenge.verify({ kind: 'delivered-code', id, code: '000000' }, { attempt }, call));
    const proof = { kind: 'delivered-code', id, code: sentCode() } as const;
    expect(await problem(backend.challenge.verify(proof, { attempt }, call))).toEqual({
      code: 'delivered-code-expired',
    });
    await backend.challenge.send(id, call);
    await backend.challenge.verify({ ...proof, code: sentCode() }, { attempt }, call);
    expect(kratos.signedIn).toBe(true);
  });

  it('is sent to nobody that the challenge does not name', async () => {
    const { kratos, backend } = page();
    kratos.passFirstFactor();
    await challengeOf(backend.challenge);
    expect(await problem(backend.challenge.send('0:someone@else.example', call))).toEqual({
      code: 'not-allowed',
      reason: 'not-offered',
    });
    expect(kratos.world.outbox).toEqual([]);
  });
});

describe('a flow that has run out', () => {
  afterEach(() => void vi.useRealTimers());
  const HOURS = 2 * 3_600_000;

  it('is begun anew before a code is sent to it', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { kratos, backend, routes } = page();
    kratos.passFirstFactor();
    await challengeOf(backend.challenge);
    vi.setSystemTime(Date.now() + HOURS);
    const before = kratos.log.length;
    await backend.challenge.verify({ kind: 'totp', code: kratos.appCode() }, { attempt }, call);
    expect([routes(before), kratos.signedIn]).toEqual([[BEGIN, SUBMIT], true]);
  });

  it('takes with it the code that was sent by it', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { kratos, backend, posts, sentCode } = page();
    kratos.passFirstFactor();
    const { id = '' } = sent(await challengeOf(backend.challenge))[0] ?? {};
    await backend.challenge.send(id, call);
    vi.setSystemTime(Date.now() + HOURS);
    const proof = { kind: 'delivered-code', id, code: sentCode() } as const;
    expect(await problem(backend.challenge.verify(proof, { attempt }, call))).toEqual({
      code: 'delivered-code-expired',
    });
    expect(posts()).toHaveLength(1);
  });

  it('is over where only Kratos knows, which says so as if the person were in', async () => {
    const { kratos, backend } = page();
    kratos.passFirstFactor();
    const { handle } = await challengeOf(backend.challenge);
    kratos.world.advance(HOURS);
    expect(
      await problem(backend.challenge.verify({ kind: 'totp', code: kratos.appCode() }, { attempt }, call)),
    ).toEqual(OVER);
    expect((await challengeOf(backend.challenge, handle)).handle).not.toBe(handle);
    await backend.challenge.verify({ kind: 'totp', code: kratos.appCode() }, { attempt }, call);
    expect(kratos.signedIn).toBe(true);
  });

  it('is told by Kratos’s clock and not by the browser’s', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { kratos, backend, routes } = page();
    kratos.world.advance(-24 * HOURS);
    kratos.passFirstFactor();
    await challengeOf(backend.challenge);
    await backend.challenge.verify({ kind: 'totp', code: kratos.appCode() }, { attempt }, call);
    expect(routes()).toEqual([BEGIN, SUBMIT]);
  });
});

describe('an answer of Kratos that is none', () => {
  const unreadable = { code: 'bad-response' };

  it.each<[string, () => Response]>([
    [
      'a redirect to a page',
      () => new Response(null, { status: 303, headers: { location: 'https://elsewhere.example' } }),
    ],
    ['a page', () => new Response('<h1>Welcome</h1>', { headers: { 'content-type': 'text/html' } })],
    ['nothing', () => new Response('', { headers: { 'content-type': 'application/json' } })],
    ['null', () => json(null)],
    ['a list', () => json([])],
    ['a session that is not whole', () => json({ session: { authenticator_assurance_level: 'aal1' } })],
    ['a session without its level', () => json({ session: {} })],
    ['a flow without an id', () => json({ ui: { nodes: [] } }, 400)],
    ['a flow without fields', () => json({ id: 'f', ui: {} }, 400)],
    ['a flow that says nothing', () => json({ id: 'f', ui: { nodes: [] } }, 400)],
    ['an error that nobody knows', () => json({ error: { id: 'moon_phase', code: 400 } }, 400)],
  ])('fails closed on %s, and sends the code once', async (_, answer) => {
    const { kratos, backend, posts } = page();
    kratos.passFirstFactor();
    await challengeOf(backend.challenge);
    kratos.fail(answer, SUBMIT);
    const code = kratos.appCode();
    expect(await problem(backend.challenge.verify({ kind: 'totp', code }, { attempt }, call))).toEqual(unreadable);
    expect(posts()).toHaveLength(1);
  });

  it.each<[string, () => Response]>([
    [
      'a redirect to a page',
      () => new Response(null, { status: 303, headers: { location: 'https://elsewhere.example' } }),
    ],
    ['a page', () => new Response('<h1>Welcome</h1>', { headers: { 'content-type': 'text/html' } })],
  ])('shows no challenge for %s', async (_, answer) => {
    const { kratos, backend } = page();
    kratos.passFirstFactor();
    kratos.fail(answer, BEGIN);
    expect(await problem(backend.challenge.load(null, call))).toEqual(unreadable);
  });

  it('asks for JSON and follows no redirect', async () => {
    const seen: RequestInit[] = [];
    const { kratos, backend } = page({
      backend: {
        fetch: (input, init) => {
          seen.push(init ?? {});
          return kratos.fetch(input, init);
        },
      },
    });
    kratos.passFirstFactor();
    await challengeOf(backend.challenge);
    await backend.challenge.verify({ kind: 'totp', code: kratos.appCode() }, { attempt }, call);
    expect(seen.map(({ redirect, credentials, headers }) => [redirect, credentials, headers])).toEqual([
      ['manual', 'include', { Accept: 'application/json' }],
      ['manual', 'include', { Accept: 'application/json', 'Content-Type': 'application/json' }],
    ]);
  });
});

describe('a token that Kratos refuses', () => {
  it('is one of a session before: the challenge is begun anew, and the code was not looked at', async () => {
    const { kratos, backend, unused } = page();
    kratos.passFirstFactor();
    await challengeOf(backend.challenge);
    kratos.passFirstFactor();
    const code = unused();
    const proof = { kind: 'backup-code', code } as const;
    expect(await problem(backend.challenge.verify(proof, { attempt }, call))).toEqual(OVER);
    await challengeOf(backend.challenge);
    await backend.challenge.verify(proof, { attempt }, call);
    expect(kratos.signedIn).toBe(true);
  });

  it('is a fault of the page’s set-up the second time', async () => {
    const { kratos, backend } = page();
    kratos.passFirstFactor();
    const forged = () => json({ error: { id: 'security_csrf_violation', code: 403 } }, 403);
    kratos.fail(forged, SUBMIT);
    kratos.fail(forged, SUBMIT);
    const prove = () => backend.challenge.verify({ kind: 'totp', code: kratos.appCode() }, { attempt }, call);
    expect(await problem(prove())).toEqual(OVER);
    expect(await problem(prove())).toMatchObject({ code: 'misconfigured' });
    await prove();
    expect(kratos.signedIn).toBe(true);
  });
});
