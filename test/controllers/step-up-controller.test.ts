import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StepUpController, type StepUpOptions } from '../../src/controllers/step-up-controller.js';
import { problemOf } from '../../src/core/errors.js';
import type { StepUpWay } from '../../src/core/factor.js';
import type { StepUpState } from '../../src/core/machines/step-up.js';
import {
  createFakePlatform,
  setOnline,
  type AccountOptions,
  type FakeCeremonyEnd,
  type SimulatedServer,
} from '../../src/testing/index.js';
import { EVERY_FAULT } from '../support/menu.js';
import { patiently, signedIn } from '../support/signed-in.js';

const EMAIL: AccountOptions['delivered'] = [{ channel: 'email', to: 'a•••@example.com' }];

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function asking(account: AccountOptions = {}, options: StepUpOptions = {}) {
  const { server, backend, sent } = signedIn({ account }, { privileged: false });
  const controller = new StepUpController(backend, options);
  await controller.load();
  const platform = createFakePlatform({ passkeys: server.account.passkeys });
  return { server, backend, controller, sent, platform };
}

/** Goes to a way of this kind. */
function choose(controller: StepUpController, kind: StepUpWay['kind']): void {
  const { state } = controller;
  const way = 'ways' in state ? state.ways.find((one) => one.kind === kind) : undefined;
  if (!way) throw new Error(`There is no ${kind}.`);
  controller.choose(way);
}

const isPrivileged = (server: SimulatedServer): boolean =>
  server.account.sessions.some(({ privilegedUntil }) => privilegedUntil !== null);
const ready = (controller: StepUpController) => expect.poll(() => controller.passkeyReady).toBe(true);
const statusOf = ({ state }: StepUpController): StepUpState['status'] => state.status;

describe('confirming that it’s them', () => {
  it('asks for the strongest way first, and links to the others', async () => {
    const { controller } = await asking({ passkeys: 1, delivered: EMAIL, stepUp: { how: 'in-place', password: true } });
    expect(controller.state).toMatchObject({ status: 'asking', way: { kind: 'passkey' }, trouble: null });
    const { state } = controller;
    expect('ways' in state && state.ways.map(({ kind }) => kind)).toEqual([
      'passkey',
      'totp',
      'delivered-code',
      'backup-code',
      'password',
    ]);
  });

  it.each<[StepUpWay['kind'], (server: SimulatedServer) => string]>([
    ['totp', (server) => server.appCode()],
    ['backup-code', (server) => server.backupCode().toLowerCase()],
    ['password', (server) => server.account.password],
  ])('takes %s', async (kind, proof) => {
    const { controller, server, sent } = await asking({ stepUp: { how: 'in-place', password: true } });
    choose(controller, kind);
    await controller.submit(proof(server));
    expect([statusOf(controller), isPrivileged(server), sent]).toEqual(['proved', true, ['/step-up/proofs']]);
  });

  it('takes a code that was sent for it', async () => {
    const { controller, server } = await asking({ delivered: EMAIL });
    choose(controller, 'delivered-code');
    await controller.send();
    expect(controller.state).toMatchObject({ status: 'asking', way: { sent: { sentAt: server.clock.now() } } });
    await controller.submit(server.sentCode());
    expect(statusOf(controller)).toBe('proved');
  });

  it('takes a passkey whose ceremony was ready before the click', async () => {
    const { controller, server, platform } = await asking({ passkeys: 1 });
    await ready(controller);
    platform.holdCeremonies(true);
    const used = controller.usePasskey(platform.webauthn);
    expect([platform.ceremonies.length, statusOf(controller)]).toEqual([1, 'prompting']);
    platform.holdCeremonies(false);
    await used;
    expect([statusOf(controller), isPrivileged(server)]).toEqual(['proved', true]);
  });

  it('tells when the passkey’s button is ready', async () => {
    const { server, backend } = signedIn({ account: { passkeys: 1 } }, { privileged: false });
    const controller = new StepUpController(backend);
    const seen: boolean[] = [];
    controller.subscribe(() => seen.push(controller.passkeyReady));
    await controller.load();
    await ready(controller);
    expect(seen).toEqual([false, true]);
    expect(isPrivileged(server)).toBe(false);
  });

  it('sends one proof for two gestures', async () => {
    const { controller, server, sent } = await asking();
    const code = server.appCode();
    await Promise.all([controller.submit(code), controller.submit(code)]);
    expect(sent).toEqual(['/step-up/proofs']);
  });

  it.each<[StepUpWay['kind'], string, string]>([
    ['totp', '', 'empty'],
    ['totp', '123', 'incomplete'],
    ['backup-code', '482913', 'app-code'],
    ['password', '', 'empty'],
  ])('costs no attempt where %s is “%s”: %s', async (kind, typed, is) => {
    const { controller, sent } = await asking({ stepUp: { how: 'in-place', password: true } });
    choose(controller, kind);
    await controller.submit(typed);
    expect(controller.state).toMatchObject({ status: 'asking', trouble: { code: 'typed', is } });
    expect(sent).toEqual([]);
  });

  it('says that a proof was wrong, and takes the right one', async () => {
    const { controller, server } = await asking();
    await controller.submit(server.wrongCode('totp'));
    expect(controller.state).toMatchObject({
      status: 'asking',
      way: { kind: 'totp' },
      trouble: { code: 'wrong-code' },
    });
    await controller.submit(server.appCode());
    expect(statusOf(controller)).toBe('proved');
  });

  it('keeps no proof', async () => {
    const { controller, server } = await asking({ stepUp: { how: 'in-place', password: true } });
    choose(controller, 'password');
    const seen: string[] = [];
    controller.subscribe((state) => seen.push(JSON.stringify(state)));
    await controller.submit('canary-of-my-own');
    await controller.submit(server.account.password);
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.join()).not.toMatch(/canary/i);
  });

  it('asks only for what this browser and the policy leave', async () => {
    const { controller } = await asking({ passkeys: 1 }, { supports: (kind) => kind !== 'passkey' });
    expect(controller.state).toMatchObject({ status: 'asking', way: { kind: 'totp' } });
    const none = await asking({ passkeys: 1 }, { supports: () => false });
    expect(none.controller.state).toEqual({ status: 'no-way' });
  });

  it.each<[AccountOptions['stepUp'], StepUpState]>([
    [
      { how: 'redirect', url: '/again' },
      { status: 'redirect', url: '/again' },
    ],
    [{ how: 'sign-in-again' }, { status: 'sign-in-again' }],
  ])('leads away where the server wants it: %j', async (stepUp, state) => {
    const { controller } = await asking({ ...(stepUp && { stepUp }) });
    expect(controller.state).toEqual(state);
  });

  it('asks nothing of who is signed out', async () => {
    const { server, backend } = signedIn();
    server.signOut();
    const controller = new StepUpController(backend);
    await controller.load();
    expect(controller.state).toEqual({ status: 'sign-in' });
  });

  it('reads nothing where the refusal told what is needed', async () => {
    const { server, backend } = signedIn({}, { privileged: false });
    const need = { how: 'in-place', ways: [{ kind: 'totp' }] } as const;
    const controller = new StepUpController(backend, { need, policy: { hide: [], backupCodes: true } });
    await controller.load();
    expect([statusOf(controller), server.log]).toEqual(['asking', []]);
  });

  it.each<[string, StepUpOptions]>([
    ['a proof with the call and no call', { need: { how: 'with-call', ways: ['password'] } }],
    ['a proof in place and no facet for it', { need: { how: 'in-place', ways: [{ kind: 'totp' }] } }],
    ['nothing and no facet to ask', {}],
  ])('says that the page is set up wrong: %s', async (_, options) => {
    const { backend } = signedIn();
    const without = { id: backend.id, policy: backend.policy };
    const controller = new StepUpController(without, options);
    await controller.load();
    expect(controller.state).toMatchObject({ status: 'failed', problem: { code: 'misconfigured' } });
  });
});

describe('a password that goes with the call', () => {
  const need = { how: 'with-call', ways: ['password'] } as const;

  it('is given to the call, once, and kept nowhere', async () => {
    const given: string[] = [];
    const withCall = (password: string) => {
      given.push(password);
      return Promise.resolve(given.length === 1 ? ({ code: 'wrong-code' } as const) : null);
    };
    const { controller, sent } = await asking({}, { need, withCall });
    await controller.submit('first');
    expect(controller.state).toMatchObject({ status: 'asking', trouble: { code: 'wrong-code' } });
    await Promise.all([controller.submit('second'), controller.submit('second')]);
    expect([statusOf(controller), given, sent]).toEqual(['proved', ['first', 'second'], []]);
  });
});

describe('a proof whose answer says nothing', () => {
  it.each(EVERY_FAULT.map((fault) => [JSON.stringify(fault), fault] as const))(
    'is sent once, called good only if it was, and another click ends it: %s',
    async (_, fault) => {
      const { controller, server, sent } = await asking({ stepUp: { how: 'in-place', password: true } });
      choose(controller, 'password');
      server.faults.next('proveStepUp', fault);
      await patiently(controller.submit(server.account.password));
      expect(sent).toEqual(['/step-up/proofs']);
      expect(['asking', 'proved', 'sign-in']).toContain(statusOf(controller));
      if (statusOf(controller) === 'sign-in') return;
      expect(statusOf(controller) === 'proved').toBe(isPrivileged(server));
      await controller.submit(server.account.password);
      expect(statusOf(controller)).toBe('proved');
    },
  );

  it('stays unsettled while the server can’t be asked, and sends nothing again', async () => {
    const { controller, server, sent } = await asking();
    server.faults.next('proveStepUp', { kind: 'lost', committed: true });
    server.faults.next('loadStepUp', { kind: 'offline' }, { times: 3 });
    await patiently(controller.submit(server.appCode()));
    expect(controller.state).toMatchObject({ status: 'unsettled', problem: { code: 'unreachable' } });
    await controller.checkAgain();
    expect([statusOf(controller), sent]).toEqual(['proved', ['/step-up/proofs']]);
  });

  it('is not taken for good by privileged time that was there before', async () => {
    const { server, backend } = signedIn();
    server.clock.advance(25 * 60_000);
    const controller = new StepUpController(backend);
    await controller.load();
    server.faults.next('proveStepUp', { kind: 'lost', committed: false });
    await controller.submit(server.appCode());
    expect(controller.state).toMatchObject({ status: 'asking', trouble: { code: 'not-proved' } });
  });

  it('of a browser that sent it again, and was told wrong, is asked about first', async () => {
    const { controller, backend, server } = await asking();
    const { prove } = backend.stepUp!;
    const answers: unknown[] = [];
    // Two attempts, as to a server that keeps none: the second arrival finds the code used.
    vi.spyOn(backend.stepUp!, 'prove').mockImplementation(async (proof, call) => {
      await prove(proof, call);
      await prove(proof, call).catch((error: unknown) => {
        answers.push(problemOf(error).code);
        throw error;
      });
    });
    await controller.submit(server.appCode());
    expect([answers, statusOf(controller)]).toEqual([['used-code'], 'proved']);
  });

  it('is not sent while offline', async () => {
    const { controller, server, sent } = await asking();
    const restore = setOnline(false);
    await controller.submit(server.appCode());
    restore();
    expect(controller.state).toMatchObject({ status: 'asking', trouble: { code: 'offline' } });
    expect(sent).toEqual([]);
  });

  it('is nothing to a screen that is gone', async () => {
    const { controller, server } = await asking();
    server.faults.next('proveStepUp', { kind: 'slow' });
    const submitted = controller.submit(server.appCode());
    await expect.poll(() => server.faults.held).toBe(1);
    controller.stop();
    server.faults.release();
    await submitted;
    expect([statusOf(controller), isPrivileged(server)]).toEqual(['checking', true]);
  });
});

describe('a code', () => {
  it('is sent once for two clicks, and not again by itself', async () => {
    const { controller, server, sent } = await asking({ delivered: EMAIL });
    choose(controller, 'delivered-code');
    server.faults.next('sendStepUpCode', { kind: 'lost', committed: true });
    await Promise.all([controller.send(), controller.send()]);
    expect(controller.state).toMatchObject({ status: 'asking', trouble: { code: 'outcome-unknown' } });
    expect(sent).toEqual(['/step-up/deliveries']);
  });
});

describe('a passkey’s dialog', () => {
  it.each<[FakeCeremonyEnd, object]>([
    [{ is: 'not-finished' }, { trouble: null, news: 'not-finished' }],
    [{ is: 'exists' }, { trouble: null, news: 'not-finished' }],
    [{ is: 'impossible', developer: 'Not here.' }, { trouble: { code: 'passkey-refused' } }],
  ])('that ends as %j is no proof, and the next is ready', async (end, state) => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { controller, platform, sent } = await asking({ passkeys: 1 });
    await ready(controller);
    platform.endNextCeremony(end);
    await controller.usePasskey(platform.webauthn);
    expect(controller.state).toMatchObject({ status: 'asking', ...state });
    expect(told.mock.calls.length).toBe(end.is === 'impossible' ? 1 : 0);
    await ready(controller);
    expect(sent).toEqual(['/step-up/passkey', '/step-up/passkey']);
  });

  it('is closed when the person goes to another way, and what it gives all the same is dropped', async () => {
    const { controller, platform, sent } = await asking({ passkeys: 1 });
    await ready(controller);
    platform.holdCeremonies(true);
    const used = controller.usePasskey(platform.webauthn);
    choose(controller, 'totp');
    platform.holdCeremonies(false);
    await used;
    expect(controller.state).toMatchObject({ status: 'asking', way: { kind: 'totp' }, trouble: null, news: null });
    expect(sent).toEqual(['/step-up/passkey']);
  });

  it('whose ceremony can’t be had is tried again by a click, which says no more that it failed', async () => {
    const { server, backend } = signedIn({ account: { passkeys: 1 } }, { privileged: false });
    server.faults.next('prepareStepUpPasskey', { kind: 'broken', as: 'gateway', committed: false });
    const controller = new StepUpController(backend);
    await controller.load();
    await expect.poll(() => 'trouble' in controller.state && controller.state.trouble).toBeTruthy();
    const { webauthn, ceremonies } = createFakePlatform({ passkeys: server.account.passkeys });
    await controller.usePasskey(webauthn);
    expect([controller.passkeyReady, ceremonies]).toEqual([true, []]);
    expect(controller.state).toMatchObject({ status: 'asking', trouble: null });
    await controller.usePasskey(webauthn);
    expect(statusOf(controller)).toBe('proved');
  });

  it('that was prepared for a screen that is gone is no trouble of the next', async () => {
    const { server, backend } = signedIn({ account: { passkeys: 1 } }, { privileged: false });
    server.faults.next('prepareStepUpPasskey', { kind: 'slow' });
    const controller = new StepUpController(backend);
    await controller.load();
    await expect.poll(() => server.faults.held).toBe(1);
    await controller.load();
    await ready(controller);
    server.faults.release();
    await vi.advanceTimersByTimeAsync(100);
    expect(controller.state).toMatchObject({ status: 'asking', trouble: null });
  });

  it('gets another ceremony when the one at hand is too old', async () => {
    const { controller, backend } = await asking({ passkeys: 1 });
    await ready(controller);
    controller.stop();
    const NOW = Date.now();
    vi.spyOn(Date, 'now').mockReturnValue(NOW);
    const prepare = vi
      .spyOn(backend.stepUp!, 'preparePasskey')
      .mockImplementation(() =>
        Promise.resolve({ id: 'one', options: { challenge: 'Y2hhbGxlbmdl' }, expiresAt: NOW + 300_000 }),
      );
    await controller.load();
    await ready(controller);
    await vi.advanceTimersByTimeAsync(290_000);
    expect(prepare).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(prepare).toHaveBeenCalledTimes(2);
    controller.stop();
    await vi.advanceTimersByTimeAsync(600_000);
    expect(prepare).toHaveBeenCalledTimes(2);
  });
});
