import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { KRATOS } from '../../src/backends/capabilities.js';
import { PasskeyEnrollmentController } from '../../src/controllers/passkey-enrollment-controller.js';
import { MfaError } from '../../src/core/errors.js';
import type { KeyKind, PasskeyEnrollmentState } from '../../src/core/passkey-enrollment.js';
import type { MfaBackend } from '../../src/ports/backend.js';
import {
  asServer,
  createFakePlatform,
  setOnline,
  type FakePlatformOptions,
  type SimulatedServerOptions,
} from '../../src/testing/index.js';
import { EVERY_FAULT } from '../support/menu.js';
import { asked, patiently, signedIn } from '../support/signed-in.js';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

interface Setting {
  readonly kind?: KeyKind;
  readonly options?: SimulatedServerOptions;
  readonly privileged?: boolean;
  readonly browser?: FakePlatformOptions;
  readonly as?: (backend: MfaBackend) => MfaBackend;
  readonly afterReset?: boolean;
}

function made(setting: Setting = {}) {
  const { kind = 'passkey', options, privileged = true, browser, as = (one) => one, afterReset = false } = setting;
  const { server, backend: own, sent } = signedIn(options, { privileged });
  const backend = as(own);
  const platform = createFakePlatform({ passkeys: server.account.passkeys, ...browser });
  const { webauthn } = platform;
  const controller = new PasskeyEnrollmentController(backend, {
    ...{ webauthn, kind, afterReset },
    now: () => server.clock.now(),
  });
  return { server, backend, sent, platform, controller };
}

const ready = (controller: PasskeyEnrollmentController) => expect.poll(() => controller.ready).toBe(true);
const statusOf = ({ state }: PasskeyEnrollmentController): PasskeyEnrollmentState['status'] => state.status;

async function asking(setting: Setting = {}) {
  const all = made(setting);
  await all.controller.load();
  await ready(all.controller);
  return all;
}

const DAY = 24 * 60 * 60_000;
/** What the simulated server's clock shows first. */
const DEFAULT_NOW = Date.UTC(2027, 0, 15, 8);

const PREPARE = '/passkeys/ceremonies';
const registers = (sent: readonly string[]): number => sent.filter((path) => path.endsWith('/register')).length;

describe('a passkey', () => {
  it('has its ceremony before the click, and nothing between the click and the dialog', async () => {
    const { controller, platform, sent } = await asking();
    expect([sent, platform.ceremonies]).toEqual([[PREPARE], []]);
    platform.holdCeremonies(true);
    const used = controller.use();
    expect([platform.ceremonies.length, statusOf(controller)]).toEqual([1, 'prompting']);
    platform.holdCeremonies(false);
    await used;
    expect(controller.state).toMatchObject({ status: 'naming', added: { notified: ['a•••@example.com'] } });
  });

  it('is made with the server’s options, untouched', async () => {
    const { controller, backend, platform } = made();
    const prepared: object[] = [];
    const { prepare } = backend.passkeys!;
    vi.spyOn(backend.passkeys!, 'prepare').mockImplementation(async (kind, call) => {
      const ceremony = await prepare(kind, call);
      prepared.push(structuredClone(ceremony.options));
      return ceremony;
    });
    await controller.load();
    await ready(controller);
    await controller.use();
    expect(platform.ceremonies).toEqual([{ kind: 'create', options: prepared[0] }]);
  });

  it('tells when its button is ready', async () => {
    const { controller } = made();
    const seen: boolean[] = [];
    controller.subscribe(() => seen.push(controller.ready));
    await controller.load();
    await ready(controller);
    expect(seen).toEqual([false, true]);
  });

  it('gets a ceremony by a click where there was none, and the person clicks again', async () => {
    const { controller, server, platform } = made();
    server.faults.next('prepareRegistration', { kind: 'busy' });
    await controller.load();
    await expect.poll(() => 'trouble' in controller.state && controller.state.trouble).toBeTruthy();
    expect(controller.state).toMatchObject({ trouble: { code: 'too-many-attempts' } });
    await controller.use();
    expect([platform.ceremonies.length, controller.state]).toMatchObject([0, { status: 'asking', trouble: null }]);
    await controller.use();
    expect(statusOf(controller)).toBe('naming');
  });

  it('has a new ceremony after each use', async () => {
    const { controller, platform, sent } = await asking();
    platform.endNextCeremony({ is: 'not-finished' });
    await controller.use();
    await ready(controller);
    expect(sent).toEqual([PREPARE, PREPARE]);
  });

  it('has a new ceremony when one grows too old', async () => {
    const { controller, backend, sent } = made();
    const { prepare } = backend.passkeys!;
    const soon = vi.spyOn(backend.passkeys!, 'prepare').mockImplementation(async (kind, call) => ({
      ...(await prepare(kind, call)),
      expiresAt: Date.now() + 60_000,
    }));
    await controller.load();
    await ready(controller);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(soon).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect([sent, controller.ready]).toEqual([[PREPARE, PREPARE], true]);
  });

  it('is one for two clicks', async () => {
    const { controller, platform, sent } = await asking();
    await Promise.all([controller.use(), controller.use()]);
    expect([platform.ceremonies.length, registers(sent)]).toEqual([1, 1]);
  });

  it.each<[string, (controller: PasskeyEnrollmentController) => void]>([
    ['stopped', (controller) => controller.stop()],
    ['left', (controller) => controller.back()],
    ['begun anew', (controller) => void controller.load()],
  ])('whose dialog is open ends with it when it is %s', async (_, leave) => {
    const { controller, platform, sent } = await asking();
    const signals: AbortSignal[] = [];
    const { create } = platform.webauthn;
    vi.spyOn(platform.webauthn, 'create').mockImplementation((options, signal) => {
      signals.push(signal);
      // A browser whose dialog does not heed the signal.
      return create(options, new AbortController().signal);
    });
    platform.holdCeremonies(true);
    const used = controller.use();
    leave(controller);
    expect(signals[0]?.aborted).toBe(true);
    platform.holdCeremonies(false);
    await used;
    expect(registers(sent)).toBe(0);
  });

  it('that was sent tells nobody who has left', async () => {
    const { controller, server } = await asking();
    server.faults.next('registerPasskey', { kind: 'slow' });
    const used = controller.use();
    await expect.poll(() => server.faults.held).toBe(1);
    controller.stop();
    server.faults.release();
    await used;
    expect([statusOf(controller), server.account.passkeys.length]).toEqual(['loading', 1]);
  });

  it('is there already', async () => {
    const { controller, sent } = await asking({ options: { account: { passkeys: 1 } } });
    await controller.use();
    expect([statusOf(controller), registers(sent)]).toEqual(['exists', 0]);
  });

  it('of a browser that can’t is told to the developer alone', async () => {
    const { controller, platform } = await asking();
    const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    platform.endNextCeremony({ is: 'impossible', developer: 'because' });
    await controller.use();
    expect(told).toHaveBeenCalledWith('mfa-elements: because');
    expect(JSON.stringify(controller.state)).not.toContain('because');
  });

  it.each<[FakePlatformOptions, string]>([
    [{ supported: false }, 'browser'],
    [{ allowed: false }, 'frame'],
    [{ deviceCan: false }, 'device'],
  ])('is not begun where it can’t be: %j', async (browser, obstacle) => {
    const { controller, sent, server } = made({ browser });
    await controller.load();
    await controller.use();
    expect(controller.state).toMatchObject({ status: 'impossible', obstacle });
    expect([sent, server.log]).toEqual([[], []]);
  });

  it('is not begun where the browser does not say whether it can', async () => {
    const { controller, platform } = made();
    vi.spyOn(platform.webauthn, 'deviceCan').mockRejectedValue(new Error('no answer'));
    await controller.load();
    expect(controller.state).toMatchObject({ status: 'impossible', obstacle: 'device' });
  });

  it('needs a server that takes one', () => {
    const { backend, platform } = made();
    const none = { ...backend, passkeys: { ...backend.passkeys!, kinds: [] } };
    expect(() => new PasskeyEnrollmentController(none, { webauthn: platform.webauthn })).toThrow(MfaError);
  });
});

describe('a name', () => {
  const key = { kind: 'security-key', as: (backend: MfaBackend) => asServer(backend, KRATOS) } as const;

  it('comes before the dialog where the server wants one', async () => {
    const { controller, platform } = await asking(key);
    await controller.use(' ');
    expect([controller.state, platform.ceremonies.length]).toMatchObject([{ trouble: { code: 'no-name' } }, 0]);
    await controller.use(' Blue key ');
    expect(controller.state).toMatchObject({ status: 'added', added: { name: 'Blue key' } });
  });

  it('that the server refuses is typed again, without another dialog', async () => {
    const { controller, server, platform } = await asking(key);
    server.faults.next('registerPasskey', { kind: 'refused', problem: { code: 'invalid-name' } });
    await controller.use('Blue key');
    expect(controller.state).toMatchObject({ status: 'asking', trouble: { code: 'invalid-name' } });
    await controller.use('Red key');
    expect([statusOf(controller), platform.ceremonies.length]).toEqual(['added', 1]);
  });

  it('is the server’s, and changed once by another', async () => {
    const { controller, sent, server } = await asking();
    await controller.use();
    expect(await controller.rename('Laptop')).toBe(true);
    expect(sent.filter((path) => path.endsWith('/rename')).length).toBe(1);
    expect([controller.state, asked(server, 'renameFactor')]).toMatchObject([{ added: { name: 'Laptop' } }, 1]);
  });

  it('that is no change is not sent', async () => {
    const { controller, sent } = await asking();
    await controller.use();
    const { state } = controller;
    expect(await controller.rename('added' in state ? (state.added.name ?? '') : '')).toBe(true);
    expect(sent.filter((path) => path.endsWith('/rename'))).toEqual([]);
  });

  it('has no step where it can’t be changed', async () => {
    const as = (backend: MfaBackend): MfaBackend => {
      const { complete, list, remove } = backend.factors!;
      return { ...backend, factors: { complete, list, remove } };
    };
    const { controller } = await asking({ as });
    await controller.use();
    expect(statusOf(controller)).toBe('added');
  });
});

describe('a proof', () => {
  it('is asked for by the click, and nothing is sent before it', async () => {
    const { controller, sent } = await asking({ privileged: false });
    expect([statusOf(controller), sent]).toEqual(['asking', []]);
    await controller.use();
    expect(controller.state).toMatchObject({ status: 'proving', need: { how: 'in-place' } });
    controller.proved();
    expect(controller.state).toMatchObject({ status: 'asking', news: 'proved' });
  });

  it('that only the server asks for sends what was made by another click, without another dialog', async () => {
    const { controller, backend, platform } = await asking();
    const need = { how: 'in-place', ways: [{ kind: 'totp' }] } as const;
    const register = vi.spyOn(backend.passkeys!, 'register');
    register.mockRejectedValueOnce(new MfaError({ code: 'step-up-required', need }));
    await controller.use();
    expect(statusOf(controller)).toBe('proving');
    controller.proved();
    expect([statusOf(controller), register.mock.calls.length]).toEqual(['asking', 1]);
    await controller.use();
    expect([statusOf(controller), platform.ceremonies.length]).toEqual(['naming', 1]);
  });

  it('that goes with the call gives it the password, once', async () => {
    const { controller, backend } = made();
    const need = { how: 'with-call', ways: ['password'] } as const;
    const prepare = vi.spyOn(backend.passkeys!, 'prepare');
    prepare.mockRejectedValueOnce(new MfaError({ code: 'step-up-required', need }));
    await controller.load();
    await ready(controller);
    await controller.use();
    prepare.mockRejectedValueOnce(new MfaError({ code: 'step-up-required', need }));
    expect(await controller.withPassword('wrong')).toEqual({ code: 'wrong-code' });
    expect(await controller.withPassword('right')).toBe(null);
    expect(prepare.mock.calls.map(([, call]) => call.stepUp?.password)).toEqual([undefined, 'wrong', 'right']);
    expect([controller.state, controller.ready]).toMatchObject([{ status: 'asking', news: 'proved' }, true]);
  });

  it('that goes with what the dialog made ends it', async () => {
    const { controller, backend } = await asking();
    const need = { how: 'with-call', ways: ['password'] } as const;
    const register = vi.spyOn(backend.passkeys!, 'register');
    register.mockRejectedValueOnce(new MfaError({ code: 'step-up-required', need }));
    await controller.use();
    expect(await controller.withPassword('right')).toBe(null);
    expect([statusOf(controller), register.mock.calls.at(-1)?.[3].stepUp]).toEqual(['naming', { password: 'right' }]);
  });
});

describe('an answer that does not come', () => {
  it.each(EVERY_FAULT.map((fault) => [JSON.stringify(fault), fault] as const))(
    'is never called a yes that was none, and is sent once: %s',
    async (_, fault) => {
      const { controller, server, sent } = await asking();
      const seen: PasskeyEnrollmentState[] = [];
      controller.subscribe((state) => seen.push(state));
      server.faults.next('registerPasskey', fault);
      await patiently(controller.use());
      expect(registers(sent)).toBe(1);
      await patiently(controller.checkAgain());
      expect(registers(sent)).toBe(1);
      const isAdded = seen.some((state) => 'added' in state);
      expect(isAdded).toBe(server.account.passkeys.length === 1);
    },
  );

  it('is found by the list, with its name', async () => {
    const { controller, server } = await asking();
    server.faults.next('registerPasskey', { kind: 'lost', committed: true });
    await controller.use();
    expect(controller.state).toMatchObject({ status: 'unsure', canCheck: true });
    await controller.checkAgain();
    expect(controller.state).toMatchObject({ status: 'naming', added: { todo: [], notified: 'unknown' } });
  });

  it('stays open while the list can’t be read', async () => {
    const { controller, server } = await asking();
    server.faults.next('registerPasskey', { kind: 'lost', committed: true });
    await controller.use();
    server.faults.next('listFactors', { kind: 'lost', committed: false }, { times: 3 });
    await patiently(controller.checkAgain());
    expect(statusOf(controller)).toBe('unsure');
  });

  it('is told by the browser where the server has no list', async () => {
    const { controller, server, sent } = await asking({
      as: ({ id, policy, stepUp, passkeys }) => ({ id, policy, stepUp: stepUp!, passkeys: passkeys! }),
    });
    server.faults.next('registerPasskey', { kind: 'lost', committed: true });
    await controller.use();
    expect(controller.state).toMatchObject({ status: 'unsure', canCheck: false });
    await controller.checkAgain();
    await ready(controller);
    await controller.use();
    expect([statusOf(controller), registers(sent)]).toEqual(['exists', 1]);
  });

  it('is not sent while offline, and what was made leaves by another click', async () => {
    const { controller, platform, sent } = await asking();
    const restore = setOnline(false);
    await controller.use();
    restore();
    expect(controller.state).toMatchObject({ status: 'asking', trouble: { code: 'offline' } });
    expect(registers(sent)).toBe(0);
    await controller.use();
    expect([statusOf(controller), platform.ceremonies.length]).toEqual(['naming', 1]);
  });

  it('ends with the session', async () => {
    const { controller, server } = await asking();
    server.faults.next('registerPasskey', { kind: 'signed-out' });
    await controller.use();
    expect(statusOf(controller)).toBe('sign-in');
  });
});

describe('the browser’s password manager', () => {
  /** Two keys that are on the account already, on other devices. */
  async function added(
    as?: (backend: MfaBackend) => MfaBackend,
    afterReset = false,
    more: SimulatedServerOptions['account'] = {},
  ) {
    const options = { account: { passkeys: [{}, { kind: 'security-key' as const }], ...more } };
    const all = await asking({ options, browser: { passkeys: [] }, afterReset, ...(as && { as }) });
    const before = all.server.account.passkeys.map(({ id }) => id);
    await all.controller.use();
    await vi.advanceTimersByTimeAsync(0);
    return { ...all, before };
  }

  it('is told all that the account takes, by the server’s whole list', async () => {
    const { platform, server, before } = await added();
    expect(before.length).toBe(2);
    expect(platform.accepted).toEqual([
      {
        relyingParty: platform.passkeys[0]?.relyingParty,
        userId: platform.passkeys[0]?.userHandle,
        passkeys: server.account.passkeys.map(({ id }) => id),
      },
    ]);
  });

  it.each<[string, (factors: NonNullable<MfaBackend['factors']>) => MfaBackend['factors']]>([
    ['is not whole', (factors) => ({ ...factors, complete: false })],
    ['holds more than the server’s options named', (factors) => twice(factors)],
    ['is empty', (factors) => ({ ...factors, list: () => Promise.resolve([]) })],
    ['can’t be read', (factors) => ({ ...factors, list: () => Promise.reject(new MfaError({ code: 'unreachable' })) })],
  ])('is told nothing where the list %s', async (_, shape) => {
    const { controller, platform } = await added((backend) => ({ ...backend, factors: shape(backend.factors!)! }));
    expect(['naming', 'added']).toContain(statusOf(controller));
    expect(platform.accepted).toEqual([]);
  });

  const twice = (factors: NonNullable<MfaBackend['factors']>): NonNullable<MfaBackend['factors']> => ({
    ...factors,
    list: async (call) => {
      const list = await factors.list(call);
      return [...list, ...list];
    },
  });

  const resetAgo = (days: number) => ({
    activity: [
      {
        what: 'mfa.factor_admin_reset',
        at: DEFAULT_NOW - days * DAY,
        where: 'unknown' as const,
        byRole: 'help-desk' as const,
      },
    ],
  });

  it.each([
    ['is told nothing in the week after a reset', 6, 0],
    ['is told again once it is over', 8, 1],
  ])('%s, wherever the element stands', async (_, days, times) => {
    const { controller, platform } = await added(undefined, false, resetAgo(days));
    expect([statusOf(controller), platform.accepted.length]).toEqual(['naming', times]);
  });

  it('is told nothing where nobody can say whether there was a reset', async () => {
    const recent = () => Promise.reject(new MfaError({ code: 'unreachable' }));
    const { controller, platform } = await added((backend) => ({ ...backend, activity: { recent } }));
    expect([statusOf(controller), platform.accepted]).toEqual(['naming', []]);
  });

  it('is told nothing after a reset: the list would hide what was the owner’s', async () => {
    const { controller, platform } = await added(undefined, true);
    expect([statusOf(controller), platform.accepted]).toEqual(['naming', []]);
  });

  it('is told nothing where nothing was added', async () => {
    const { controller, platform } = await asking();
    platform.endNextCeremony({ is: 'not-finished' });
    await controller.use();
    expect(platform.accepted).toEqual([]);
  });
});
