import { describe, expect, it } from 'vitest';
import { MfaError } from '../../src/core/errors.js';
import { attempt, call, page, problem } from '../support/kratos/page.js';
import { answer, formOf, hasOthers, other, RECORDED, type Payload } from '../support/kratos/payloads.js';

/** What is asked, and the request that the payload answers. */
interface Act {
  readonly route: string;
  readonly run: (made: ReturnType<typeof page>) => Promise<unknown>;
}

const BEGIN = 'GET /self-service/login/browser';
const SUBMIT = 'POST /self-service/login';
const SETTINGS = 'GET /self-service/settings/browser';
const SAVE = 'POST /self-service/settings';
const WHOAMI = 'GET /sessions/whoami';

const load: Act = {
  route: BEGIN,
  run: async ({ backend }) => {
    const entry = await backend.challenge.load(null, call);
    if (entry.status !== 'challenge') return entry.status;
    return entry.challenge.offers.map((offer) =>
      offer.kind === 'delivered-code' ? `${offer.to}${offer.sent ? ' sent' : ''}` : offer.kind,
    );
  },
};
const verify = (kind: 'totp' | 'backup-code'): Act => ({
  route: SUBMIT,
  run: async ({ backend }) => (await backend.challenge.verify({ kind, code: 'abcd2345' }, { attempt }, call)).by,
});
const verifyKey: Act = {
  route: SUBMIT,
  run: async ({ backend, authenticator }) => {
    const { id, options } = await backend.challenge.preparePasskey(call);
    const made = await authenticator.get(options, call.signal);
    if (made.is !== 'done') throw new Error(made.is);
    return backend.challenge.verify({ kind: 'passkey', ceremony: id, credential: made.credential }, { attempt }, call);
  },
};
const send: Act = {
  route: SUBMIT,
  run: async ({ backend, kratos }) => {
    await backend.challenge.load(null, call);
    const [{ to } = { to: '' }] = kratos.world.identity.addresses;
    const { resendAt } = await backend.challenge.send(`0:${to.slice(0, 1)}•••@${to.split('@')[1] ?? ''}`, call);
    return resendAt;
  },
};
const settle: Act = {
  route: WHOAMI,
  run: async ({ backend }) => {
    const settled = await backend.challenge.settle('lost', call);
    return settled.state === 'signed-in' ? settled.verified.by : settled.state;
  },
};
const need: Act = {
  route: BEGIN,
  run: async ({ backend }) => {
    const asked = await backend.stepUp.need(call);
    return asked.how === 'in-place' ? asked.ways.map(({ kind }) => kind) : asked.how;
  },
};
const list: Act = {
  route: SETTINGS,
  run: async ({ backend }) =>
    (await backend.factors.list(call)).map(({ kind, name, removal, added }) =>
      [kind, name, removal, added === 'unknown' ? 'some time' : 'dated'].join(', '),
    ),
};
const status: Act = { route: SETTINGS, run: async ({ backend }) => (await backend.backupCodes.status(call)).state };
const issue: Act = { route: SAVE, run: async ({ backend }) => (await backend.backupCodes.issue(call)).codes.length };
const confirm: Act = {
  route: 'none',
  run: async ({ backend, kratos }) => {
    const { id } = await backend.backupCodes.issue(call);
    kratos.fail(() => answer(RECORDED.get('settings-codes-confirmed')!), SAVE);
    return (await backend.backupCodes.confirm?.(id, call))?.left;
  },
};
const reveal: Act = {
  route: SAVE,
  run: async ({ backend }) => {
    const shown = (await backend.backupCodes.reveal?.(call)) ?? [];
    return [shown.length, shown.filter(({ code, usedAt }) => code === null && typeof usedAt === 'number').length];
  },
};
const setUp: Act = {
  route: SETTINGS,
  run: async ({ backend }) => {
    const { key, uri } = await backend.totp.start({ replace: false, lost: false }, call);
    return uri.includes(`secret=${key}&`);
  },
};
const connect: Act = {
  route: SAVE,
  run: async ({ backend, kratos }) => {
    kratos.world.identity.app = null;
    const { id } = await backend.totp.start({ replace: false, lost: false }, call);
    return backend.totp.verify(id, '123456', call);
  },
};
const prepare = (kind: 'security-key' | 'passkey'): Act => ({
  route: SETTINGS,
  run: async ({ backend }) => {
    const { options } = await backend.passkeys.prepare(kind, call);
    return [typeof options.challenge, options.excludeCredentials?.length];
  },
});
const register: Act = {
  route: SAVE,
  run: async ({ backend, authenticator }) => {
    const { id, options } = await backend.passkeys.prepare('security-key', call);
    const made = await authenticator.create({ ...options, excludeCredentials: [] }, call.signal);
    if (made.is !== 'done') throw new Error(made.is);
    return (await backend.passkeys.register(id, made.credential, 'Red key', call)).factor;
  },
};
const remove: Act = {
  route: SAVE,
  run: async ({ backend, kratos }) => {
    const [, key] = await backend.factors.list(call);
    kratos.world.identity.keys.length = 0;
    return backend.factors.remove(key?.id ?? '', call);
  },
};
const endOthers: Act = { route: 'DELETE /sessions', run: ({ backend }) => backend.sessions.endOthers(call) };
const cancel: Act = {
  route: 'GET /self-service/logout/browser',
  run: async ({ backend, kratos }) => {
    kratos.fail(() => new Response(null, { status: 204 }), 'GET /self-service/logout');
    await backend.challenge.cancel(call);
    return kratos.log.some(({ route }) => route === 'GET /self-service/logout');
  },
};

/** What an act comes to when this payload is its answer: its outcome, or the code of its problem. */
async function play(payload: Payload | undefined, { route, run }: Act): Promise<unknown> {
  if (!payload) throw new Error('There is no such payload.');
  const made = page({ backend: { policy: { reveal: true } } });
  const isChallenge = [load, settle].some((one) => one.run === run) || route === SUBMIT;
  if (isChallenge) made.kratos.passFirstFactor();
  else made.kratos.signIn();
  made.kratos.fail(() => answer(payload), route);
  try {
    return await run(made);
  } catch (error) {
    if (!(error instanceof MfaError)) throw error;
    const { problem } = error;
    return problem.code === 'not-allowed' ? `not-allowed ${problem.reason}` : problem.code;
  }
}

describe('an answer that Kratos v26.2.0 gave', () => {
  const CASES: readonly (readonly [string, Act, unknown])[] = [
    ['login-no-session', load, 'sign-in-first'],
    ['login-second-needed', verify('totp'), 'challenge-over'],
    ['login-aal2', load, ['passkey', 'totp', 'p•••@example.com', 'backup-code']],
    ['login-aal2-app-wrong', verify('totp'), 'wrong-code'],
    ['login-aal2-app-short', verify('totp'), 'wrong-code'],
    ['login-aal2-code-wrong', verify('backup-code'), 'wrong-code'],
    ['login-aal2-code-used', verify('backup-code'), 'used-code'],
    ['login-aal2-key-wrong', verifyKey, 'passkey-refused'],
    ['login-aal2-nothing', verify('totp'), 'not-allowed not-offered'],
    ['login-aal2-no-token', verify('totp'), 'challenge-over'],
    ['login-aal2-sent', send, 'unknown'],
    ['login-aal2-sent', load, ['p•••@example.com sent']],
    ['login-aal2-sent-wrong', load, ['p•••@example.com sent']],
    ['login-aal2-sent-by-itself', load, ['p•••@example.com sent']],
    ['login-aal2-none', load, 'blocked'],
    ['login-aal2-passed', verify('backup-code'), 'backup-code'],
    ['login-aal2-passed-twice', verify('backup-code'), 'challenge-over'],
    ['login-already', load, 'signed-in'],
    ['login-unknown', verify('totp'), 'challenge-over'],
    ['login-refresh', need, ['passkey', 'password']],
    ['login-refresh-aal2', need, ['passkey', 'totp', 'delivered-code', 'backup-code']],
    ['settings-no-session', list, 'signed-out'],
    ['settings-second-needed', list, 'signed-out'],
    ['settings-nothing-yet', list, []],
    ['settings-nothing-yet', status, 'none'],
    ['settings-nothing-yet', setUp, true],
    ['settings-nothing-yet', prepare('security-key'), ['string', 0]],
    ['settings-app-linked', connect, { todo: [], notified: 'unknown' }],
    ['settings-app-linked', list, ['totp, unknown, alone, some time']],
    ['settings-app-wrong-code', connect, 'wrong-code'],
    ['settings-codes-made', issue, 12],
    ['settings-codes-confirmed', status, 'on'],
    ['settings-codes-confirmed', confirm, 12],
    ['settings-codes-confirmed-again', status, 'on'],
    ['settings-codes-revealed', reveal, [12, 1]],
    ['settings-key-unnamed', register, 'invalid-name'],
    ['settings-key-unreadable', register, 'passkey-refused'],
    ['settings-key-other-challenge', register, 'server'],
    ['settings-key-added', register, 'unknown'],
    ['settings-key-added', list, ['totp, unknown, alone, some time', 'security-key, Blue key, alone, dated']],
    ['settings-key-added', prepare('security-key'), ['string', 1]],
    ['settings-key-not-there', remove, { notified: 'unknown' }],
    [
      'settings-passkey-added',
      list,
      ['totp, unknown, alone, some time', 'security-key, Blue key, alone, dated', 'passkey, unknown, alone, dated'],
    ],
    ['settings-passkey-added', prepare('passkey'), ['string', 1]],
    ['settings-too-old', issue, 'step-up-required'],
    ['settings-unknown', list, 'superseded'],
    ['whoami', settle, 'backup-code'],
    ['whoami-second-needed', settle, 'pending'],
    ['whoami-no-session', settle, 'over'],
    ['logout', cancel, true],
    ['sessions-ended', endOthers, { ended: 'unknown', trustedDevices: 'kept' }],
  ];

  it.each(CASES)('%s is read', async (name, act, outcome) => {
    expect(await play(RECORDED.get(name), act)).toEqual(outcome);
  });

  it('leads on to the next: a code that was sent, and a wrong one', async () => {
    const { backend, kratos, posts } = page();
    kratos.passFirstFactor();
    kratos.fail(() => answer(RECORDED.get('login-aal2')!), BEGIN);
    for (const name of ['login-aal2-sent', 'login-aal2-sent-wrong', 'login-aal2-sent-wrong'])
      kratos.fail(() => answer(RECORDED.get(name)!), SUBMIT);
    await backend.challenge.load(null, call);
    const id = '0:p•••@example.com';
    await backend.challenge.send(id, call);
    const wrong = () =>
      problem(backend.challenge.verify({ kind: 'delivered-code', id, code: '000000' }, { attempt }, call));
    expect([await wrong(), await wrong()]).toEqual([{ code: 'wrong-code' }, { code: 'wrong-code' }]);
    expect(posts().map(({ body }) => body.identifier ?? body.address)).toEqual(Array(3).fill('person2@example.com'));
  });

  it('is looked at, each', () => {
    const read = new Set(CASES.map(([name]) => name));
    expect([...RECORDED.keys()].filter((name) => !read.has(name))).toEqual([]);
  });
});

describe.skipIf(!hasOthers)('a payload that another project recorded', () => {
  const whole = (status: number) => (body: unknown) => ({ status, body });
  const fields = (body: unknown) => ({ status: 200, body: formOf(body) });
  const flow = (body: unknown) => ({ status: 200, body: { id: 'f', ...(body as object) } });

  it.each<readonly [string, (body: unknown) => Payload, Act, unknown]>([
    ['e01-login-aal2-all-methods', whole(200), load, ['passkey', 'totp', 'd•••@ory.dev', 'backup-code']],
    ['e03-login-aal2-totp-invalid', whole(400), verify('totp'), 'wrong-code'],
    ['e04-login-aal2-code-sent', whole(400), send, 'unknown'],
    ['e04-login-aal2-code-sent', whole(200), load, ['•••00', 'd•••@ory.dev sent']],
    ['e05-settings-lookup-regenerated', whole(200), issue, 12],
    ['e06-settings-lookup-confirmed', whole(200), status, 'on'],
    ['e07-settings-totp-setup', whole(200), setUp, true],
    ['e09-settings-webauthn-missing-name-error', whole(400), register, 'invalid-name'],
    ['k01-login-aal2-lookup-nodes', fields, load, ['backup-code']],
    ['k03-settings-lookup-revealed-nodes', fields, reveal, [12, 4]],
    [
      'k04-settings-webauthn-two-keys-nodes',
      fields,
      list,
      ['security-key, bar, alone, some time', 'security-key, foo, alone, some time'],
    ],
    ['k08-login-aal2-code-fast-login-flow', flow, load, ['f•••@ory.sh sent']],
    ['k11-session-aal2', whole(200), settle, 'totp'],
  ])('%s is read', async (file, shape, act, outcome) => {
    expect(await play(shape(other(file)), act)).toEqual(outcome);
  });

  it.each(['k09-webauthn-login-assertion', 'k10-webauthn-register-attestation'])(
    '%s has the members that are sent',
    (file) => {
      const { id, rawId, type, response } = other(file) as Record<string, unknown>;
      expect([typeof id, rawId, type, typeof response]).toEqual(['string', id, 'public-key', 'object']);
    },
  );
});
