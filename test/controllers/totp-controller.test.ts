import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BETTER_AUTH } from '../../src/backends/capabilities.js';
import { TotpController } from '../../src/controllers/totp-controller.js';
import type { TotpOptions } from '../../src/controllers/totp-steps.js';
import { MfaError, type MfaProblem } from '../../src/core/errors.js';
import type { TotpState } from '../../src/core/totp-state.js';
import type { TotpPort } from '../../src/ports/backend.js';
import { asServer, type Fault, type SimulatedServerOptions } from '../../src/testing/index.js';
import { EVERY_FAULT } from '../support/menu.js';
import { asked, patiently, signedIn } from '../support/signed-in.js';

const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Setting extends TotpOptions {
  readonly options?: SimulatedServerOptions;
  readonly privileged?: boolean;
  readonly port?: (port: TotpPort) => Partial<TotpPort>;
}

async function ready({ options, privileged = true, port, ...more }: Setting = {}) {
  const { server, backend, sent } = signedIn(options, { privileged });
  const { totp } = backend;
  if (!totp) throw new Error('There is no totp.');
  const controller = new TotpController(
    { ...backend, totp: { ...totp, ...port?.(totp) } },
    { now: server.clock.now, ...more },
  );
  await controller.load();
  return { server, backend, controller, sent };
}

async function shown(setting?: Setting) {
  const all = await ready(setting);
  await all.controller.start();
  return all;
}

/** The state, which is of this status. */
function stateOf<S extends TotpState['status']>({ state }: TotpController, status: S) {
  expect(state.status).toBe(status);
  return state as Extract<TotpState, { status: S }>;
}
const keyOf = (controller: TotpController): string => stateOf(controller, 'connecting').setup.secret?.key ?? '';
const rejecting = (problem: MfaProblem) => () => ({ verify: () => Promise.reject(new MfaError(problem)) });

describe('connecting an app', () => {
  it('is not begun by loading, however often', async () => {
    const { controller, sent } = await ready();
    await controller.load();
    await controller.load();
    expect([stateOf(controller, 'ready').ground, sent]).toEqual([
      { replacing: 'atomic', replaces: true, listed: true },
      [],
    ]);
  });

  it.each<[string, Setting, boolean]>([
    ['one is there', {}, true],
    ['none is there', { options: { account: { totp: false } } }, false],
    ['the page says so', { options: { account: { totp: false } }, replace: true }, true],
    ['the page says that nothing is', { replace: false }, false],
  ])('replaces an app where %s', async (_, setting, replaces) => {
    expect(stateOf((await ready(setting)).controller, 'ready').ground.replaces).toBe(replaces);
  });

  it('asks nobody where the page says that nothing is replaced', async () => {
    const { server } = await ready({ replace: false });
    expect(asked(server, 'listFactors')).toBe(0);
  });

  it('is loaded where the server has no list to offer', async () => {
    const { server, controller } = await ready();
    server.faults.next('listFactors', { kind: 'refused', problem: { code: 'not-allowed', reason: 'not-offered' } });
    await controller.load();
    expect(stateOf(controller, 'ready').ground).toMatchObject({ replaces: false, listed: false });
  });

  it('puts the new app in force with its first code', async () => {
    const { server, controller, sent } = await shown();
    const key = keyOf(controller);
    await controller.verify(server.appCode(key));
    expect(stateOf(controller, 'done')).toMatchObject({ codes: null });
    expect(server.account.appKey).toBe(key);
    expect(sent).toEqual(['/totp/setups', expect.stringMatching(/^\/totp\/setups\/.+\/verify$/)]);
  });

  it('tells the server what is gone for good', async () => {
    const start = vi.fn<TotpPort['start']>(() => Promise.reject(new MfaError({ code: 'offline' })));
    await shown({ lost: true, port: () => ({ start }) });
    expect(start.mock.calls.map(([options]) => options)).toEqual([{ replace: true, lost: true }]);
  });

  it('makes one set-up of many clicks', async () => {
    const { controller, sent } = await ready();
    await Promise.all([controller.start(), controller.start(), controller.start()]);
    expect(sent).toEqual(['/totp/setups']);
  });

  it('sends one code of many clicks', async () => {
    const { server, controller, sent } = await shown();
    const code = server.appCode(keyOf(controller));
    await Promise.all([controller.verify(code), controller.verify(code)]);
    expect(sent).toHaveLength(2);
  });

  it('wants a fresh proof first, and a click after it', async () => {
    const { server, controller, sent } = await shown({ privileged: false });
    expect([stateOf(controller, 'proving').until, sent]).toEqual([null, []]);
    server.signIn({ privileged: true });
    controller.proved();
    expect([stateOf(controller, 'ready').news, sent]).toEqual(['proved', []]);
    await controller.start();
    stateOf(controller, 'connecting');
  });

  it('goes with the password where the server wants it with the call', async () => {
    const account = { stepUp: { how: 'in-place', password: true } } as const;
    const { server, backend } = signedIn({ account }, { privileged: false });
    const controller = new TotpController(asServer(backend, BETTER_AUTH), { now: server.clock.now });
    await controller.load();
    await controller.start();
    expect(stateOf(controller, 'proving').need.how).toBe('with-call');
    expect(await controller.withPassword('wrong')).toMatchObject({ code: 'wrong-code' });
    stateOf(controller, 'proving');
    expect(await controller.withPassword(server.account.password)).toBeNull();
    stateOf(controller, 'connecting');
  });

  it('shows nothing where the address is not fit to be shown, and drops the set-up', async () => {
    const { server, controller } = await shown({
      port: ({ start }) => ({ start: async (...args) => ({ ...(await start(...args)), uri: 'javascript:alert(1)' }) }),
    });
    expect(stateOf(controller, 'failed').problem).toEqual({
      code: 'misconfigured',
      developer: `The server's otpauth address of the set-up "setup-1" can't be shown: not-totp.`,
    });
    expect(asked(server, 'abandonTotp')).toBe(1);
  });

  it.each<[MfaProblem, TotpState['status']]>([
    [{ code: 'superseded' }, 'over'],
    [{ code: 'signed-out' }, 'sign-in'],
    [{ code: 'other-account' }, 'sign-in'],
    [{ code: 'outcome-unknown' }, 'unsure'],
    [{ code: 'wrong-code' }, 'connecting'],
    [{ code: 'used-code' }, 'connecting'],
    [{ code: 'too-many-attempts', blocks: 'all', retryAt: 'unknown' }, 'connecting'],
    [{ code: 'offline' }, 'connecting'],
    [{ code: 'step-up-required', need: { how: 'sign-in-again' } }, 'proving-over'],
    [{ code: 'step-up-required', need: { how: 'with-call', ways: ['password'] } }, 'connecting'],
  ])('after %o is %s', async (problem, status) => {
    const { controller } = await shown({ port: rejecting(problem) });
    await controller.verify('123456');
    stateOf(controller, status);
  });

  it('cannot be finished once it is too old', async () => {
    const { server, controller } = await shown();
    const key = keyOf(controller);
    server.clock.advance(31 * MINUTE);
    await controller.verify(server.appCode(key));
    stateOf(controller, 'over');
    expect(JSON.stringify(controller.state)).not.toContain(key);
  });

  it.each([true, false])('finds out by reading what became of a lost answer (committed: %s)', async (committed) => {
    const { server, controller, sent } = await shown();
    server.faults.next('verifyTotp', { kind: 'lost', committed });
    await patiently(controller.verify(server.appCode(keyOf(controller))));
    const before = sent.length;
    await controller.checkAgain();
    expect([controller.state.status, sent.length]).toEqual([committed ? 'done' : 'connecting', before]);
  });

  it('wipes the key after ten minutes in the background', async () => {
    const { server, controller } = await shown();
    const key = keyOf(controller);
    controller.away(true);
    await vi.advanceTimersByTimeAsync(10 * MINUTE - 1);
    expect(keyOf(controller)).toBe(key);
    await vi.advanceTimersByTimeAsync(1);
    expect(JSON.stringify(stateOf(controller, 'typing'))).not.toContain(key);
    await controller.verify(server.appCode(key));
    stateOf(controller, 'done');
  });

  it('drops a set-up that comes when nobody waits for it any more', async () => {
    const { server, controller } = await ready({
      port: ({ start }) => ({
        async start(...args) {
          const setup = await start(...args);
          controller.stop();
          return setup;
        },
      }),
    });
    await controller.start();
    expect([controller.state.status, asked(server, 'abandonTotp')]).toEqual(['loading', 1]);
  });

  it.each(EVERY_FAULT)('says nothing untrue after any fault: %o', async (fault: Fault) => {
    const { server, controller } = await shown();
    const key = keyOf(controller);
    server.faults.next('verifyTotp', fault);
    await patiently(controller.verify(server.appCode(key)));
    const isSaidOn = controller.state.status === 'done';
    expect(isSaidOn && server.account.appKey !== key).toBe(false);
    expect(['done', 'unsure', 'connecting', 'over', 'sign-in', 'proving-over']).toContain(controller.state.status);
  });
});
