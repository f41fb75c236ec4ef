import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BETTER_AUTH, KRATOS } from '../../src/backends/capabilities.js';
import { BackupCodesController, type CodesOptions } from '../../src/controllers/backup-codes-controller.js';
import { copyCodes, downloadCodes, printCodes } from '../../src/controllers/code-custody.js';
import { suggestion, type CodesState, type Step } from '../../src/core/codes-state.js';
import { MfaError } from '../../src/core/errors.js';
import type { BackupCodesPort } from '../../src/ports/backend.js';
import {
  asServer,
  createFakePlatform,
  FAULT_KINDS,
  setOnline,
  type Fault,
  type SimulatedServer,
  type SimulatedServerOptions,
} from '../../src/testing/index.js';
import { EVERY_FAULT } from '../support/menu.js';
import { asked, opens, patiently, signedIn } from '../support/signed-in.js';

const MINUTE = 60_000;
const TICKED = { ticked: true };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

async function onCard(options: SimulatedServerOptions = {}, more: CodesOptions & { privileged?: boolean } = {}) {
  const { server, backend, sent } = signedIn(options, more);
  const controller = new BackupCodesController(backend, { now: server.clock.now, ...more });
  await controller.load();
  return { server, backend, controller, sent };
}

async function onCodes(options?: SimulatedServerOptions, more?: CodesOptions) {
  const all = await onCard(options, more);
  await all.controller.make();
  return all;
}

/** The state, which is of this status. */
function stateOf<S extends CodesState['status']>({ state }: BackupCodesController, status: S) {
  expect(state.status).toBe(status);
  return state as Extract<CodesState, { status: S }>;
}

const codesOf = (controller: BackupCodesController): readonly string[] =>
  'shown' in controller.state ? controller.state.shown.set.codes : [];
const newest = (server: SimulatedServer) => server.account.codeSets.at(-1);
const setsMade = (server: SimulatedServer): number => server.account.codeSets.length - 1;

describe('backup codes', () => {
  it('are counted, and not made, by loading, however often', async () => {
    const { controller, server, sent } = await onCard({ account: { backupCodes: 3 } });
    for (const step of [null, 'make', 'remove', 'reveal'] as const) await controller.load(step);
    expect(stateOf(controller, 'overview').ground.codes).toMatchObject({ state: 'on', left: 3, of: 10 });
    expect([sent, setsMade(server)]).toEqual([[], 0]);
  });

  it('are made by a click, and shown as the server wrote them', async () => {
    const { controller, server, sent } = await onCodes();
    const { shown } = stateOf(controller, 'showing');
    expect(shown.set.codes).toEqual(newest(server)?.codes.map(({ code }) => code));
    expect(sent).toEqual(['/backup-codes/sets']);
  });

  it('are made once for two clicks', async () => {
    const { controller, server } = await onCard();
    await Promise.all([controller.make(), controller.make()]);
    expect(asked(server, 'issueBackupCodes')).toBe(1);
  });

  it('are not there where the policy rules them out', async () => {
    const { controller } = await onCard({ policy: { backupCodes: false } });
    expect(controller.state).toEqual({ status: 'absent' });
  });

  it('fall back on the strict policy where none can be read', async () => {
    const { server, backend } = signedIn();
    server.faults.next('policy', { kind: 'portal', committed: false }, { times: Infinity });
    const controller = new BackupCodesController(backend);
    await patiently(controller.load());
    expect(stateOf(controller, 'overview').ground.policy).toMatchObject({ lowAt: 3, proof: 'tick' });
  });

  it('say when they can’t be read, and are read again', async () => {
    const { server, backend } = signedIn();
    server.faults.next('backupCodesStatus', { kind: 'offline' }, { times: 3 });
    const controller = new BackupCodesController(backend);
    await patiently(controller.load());
    expect(controller.state).toEqual({ status: 'failed', problem: { code: 'unreachable' } });
    await controller.load();
    expect(controller.state.status).toBe('overview');
  });

  it('are nobody’s who is signed out', async () => {
    const { server, controller } = await onCard();
    server.signOut();
    await controller.load();
    expect(controller.state).toEqual({ status: 'sign-in', lost: false });
  });

  it.each<[string, (codes: BackupCodesPort) => BackupCodesPort | undefined]>([
    ['no backup codes', () => undefined],
    [
      'staged ones and no way to confirm them',
      ({ issuing, count, status, issue }) => ({ issuing, count, status, issue }),
    ],
  ])('take a backend with %s for a fault of the page', (_, without) => {
    const { backend } = signedIn();
    const backupCodes = without(backend.backupCodes!);
    const { id, policy } = backend;
    expect(() => new BackupCodesController({ id, policy, ...(backupCodes && { backupCodes }) })).toThrow(MfaError);
  });

  it('suggest what just happened, until it is put off', async () => {
    const { controller } = await onCard({}, { occasion: 'recovery' });
    expect(stateOf(controller, 'overview').ground).toMatchObject({ occasion: 'recovery', dismissed: false });
    controller.dispatch({ type: 'dismissed' });
    expect(stateOf(controller, 'overview').ground).toMatchObject({ occasion: null, dismissed: true });
  });

  it.each<[string, (controller: BackupCodesController) => unknown]>([
    ['were made for it', (controller) => controller.make().then(() => controller.finish(TICKED))],
    ['were put off', (controller) => controller.dispatch({ type: 'dismissed' })],
  ])('are not suggested again by what just happened once they %s, also when the page comes back', async (_, act) => {
    const { controller } = await onCard({}, { occasion: 'recovery' });
    await act(controller);
    await controller.load();
    expect(suggestion(stateOf(controller, 'overview').ground)).toBe(null);
  });
});

describe('finishing', () => {
  it('turns the new codes on, and only then the old ones off', async () => {
    const { controller, server } = await onCodes();
    const [first = '', second = ''] = codesOf(controller);
    const [old, older] = [server.backupCode(), server.backupCode()];
    expect([await opens(server, old), await opens(server, first)]).toEqual([true, false]);
    await controller.finish(TICKED);
    expect(stateOf(controller, 'done')).toMatchObject({ left: 10, notified: ['a•••@example.com'], old: 'work' });
    expect([await opens(server, older), await opens(server, second)]).toEqual([false, true]);
  });

  it.each<[SimulatedServerOptions['policy'], Parameters<BackupCodesController['finish']>[0], object]>([
    [{}, { ticked: false }, { code: 'missing', what: 'tick' }],
    [{ proof: 'tick-and-save' }, TICKED, { code: 'missing', what: 'saving' }],
    [{ proof: 'type-one' }, { ...TICKED, typed: 'CK7Q' }, { code: 'typed', is: 'incomplete' }],
  ])('under %j sends nothing with %j, and says %j', async (policy, saving, trouble) => {
    const { controller, server } = await onCodes({ policy: policy ?? {} });
    await controller.finish(saving);
    expect(stateOf(controller, 'showing').trouble).toEqual(trouble);
    expect(asked(server, 'confirmBackupCodes')).toBe(0);
  });

  it('uses up no code that was typed to prove it', async () => {
    const { controller, server } = await onCodes({ policy: { proof: 'type-one' } });
    const [code = ''] = codesOf(controller);
    await controller.finish({ ...TICKED, typed: code });
    expect([controller.state.status, await opens(server, code)]).toEqual(['done', true]);
  });

  it('confirms once for two clicks', async () => {
    const { controller, server } = await onCodes();
    await Promise.all([controller.finish(TICKED), controller.finish(TICKED)]);
    expect(asked(server, 'confirmBackupCodes')).toBe(1);
  });

  it('opens the step-up over the codes, and waits for another click', async () => {
    const { controller, server } = await onCodes();
    const shown = codesOf(controller);
    server.clock.advance(31 * MINUTE);
    await controller.finish(TICKED);
    const { need } = stateOf(controller, 'proving-over');
    expect([need.how, codesOf(controller)]).toEqual(['in-place', shown]);
    server.signIn();
    controller.proved();
    expect(stateOf(controller, 'showing')).toMatchObject({ news: 'proved', shown: { ticked: true } });
    expect(asked(server, 'confirmBackupCodes')).toBe(1);
  });

  it('asks again by the set’s id after a lost answer, and keeps the list', async () => {
    const { controller, server } = await onCodes();
    const shown = codesOf(controller);
    server.faults.next('confirmBackupCodes', { kind: 'lost', committed: true }, { times: 2 });
    await controller.finish(TICKED);
    expect([controller.state.status, codesOf(controller)]).toEqual(['unsure', shown]);
    await controller.checkAgain();
    expect([controller.state.status, codesOf(controller)]).toEqual(['unsure', shown]);
    await controller.checkAgain();
    expect(stateOf(controller, 'done').left).toBe(10);
    expect(server.account.outbox).toHaveLength(1);
  });

  it.each<[string, (server: SimulatedServer) => void]>([
    ['a newer set was made elsewhere', () => undefined],
    ['an hour has passed', (server) => server.clock.advance(60 * MINUTE)],
  ])('says that the codes are gone when %s, and shows none', async (why, happen) => {
    const { controller, server, backend } = await onCodes();
    happen(server);
    server.signIn();
    if (why.includes('elsewhere')) await backend.backupCodes?.issue(controller.call);
    await controller.finish(TICKED);
    expect([controller.state.status, codesOf(controller)]).toEqual(['replaced', []]);
    await controller.make();
    expect(controller.state.status).toBe('showing');
  });

  it('sends nothing while offline', async () => {
    const { controller, server } = await onCodes();
    const restore = setOnline(false);
    await controller.finish(TICKED);
    restore();
    expect(stateOf(controller, 'showing').trouble).toEqual({ code: 'offline' });
    expect(asked(server, 'confirmBackupCodes')).toBe(0);
  });
});

describe('whatever goes wrong', () => {
  it('is on the menu', () => {
    expect(new Set(EVERY_FAULT.map(({ kind }) => kind))).toEqual(new Set(FAULT_KINDS));
  });

  it.each(EVERY_FAULT.map((fault) => [JSON.stringify(fault), fault] as const))(
    'while codes are made (%s): they are asked for once, and shown only if they came',
    async (_, fault) => {
      const { controller, server, sent } = await onCard();
      server.faults.next('issueBackupCodes', fault);
      await patiently(controller.make());
      expect(sent).toEqual(['/backup-codes/sets']);
      expect(['showing', 'unshown', 'overview', 'sign-in']).toContain(controller.state.status);
      if (controller.state.status === 'showing') {
        expect(codesOf(controller)).toEqual(newest(server)?.codes.map(({ code }) => code));
      }
      if (controller.state.status === 'overview') {
        expect(controller.state.trouble).not.toBeNull();
        expect(setsMade(server)).toBe(0);
      }
      // Whatever was said, the old codes still work.
      expect(await opens(server, server.backupCode())).toBe(true);
    },
  );

  it.each(EVERY_FAULT.map((fault) => [JSON.stringify(fault), fault] as const))(
    'while codes are turned on (%s): it is asked once, called done only if it is, and another click ends it',
    async (_, fault) => {
      const { controller, server, sent } = await onCodes();
      const shown = codesOf(controller);
      const { id } = stateOf(controller, 'showing').shown.set;
      server.faults.next('confirmBackupCodes', fault);
      await patiently(controller.finish(TICKED));
      expect(sent).toEqual(['/backup-codes/sets', `/backup-codes/sets/${id}/confirm`]);
      expect(['showing', 'unsure', 'done', 'sign-in']).toContain(controller.state.status);
      const isOn = (): boolean => newest(server)?.state === 'on';
      if (controller.state.status === 'done') expect(isOn()).toBe(true);
      if (controller.state.status === 'showing') expect(isOn()).toBe(false);
      if (controller.state.status === 'sign-in') return;
      if (controller.state.status !== 'done') expect(codesOf(controller)).toEqual(shown);
      await controller.checkAgain();
      await controller.finish(TICKED);
      expect([controller.state.status, isOn(), await opens(server, shown[0] ?? '')]).toEqual(['done', true, true]);
    },
  );

  it.each(EVERY_FAULT.map((fault) => [JSON.stringify(fault), fault] as const))(
    'while codes are turned off (%s): it is asked once, and called off only if they are',
    async (_, fault) => {
      const { controller, server, sent } = await onCard();
      controller.askRemoval();
      server.faults.next('removeBackupCodes', fault);
      await patiently(controller.remove());
      expect(sent).toEqual(['/backup-codes/remove']);
      expect(['overview', 'removal', 'sign-in']).toContain(controller.state.status);
      const isOff = server.account.codesLeft === 0;
      const saidOff = controller.state.status === 'overview' && controller.state.news === 'removed';
      if (controller.state.status !== 'sign-in') expect(saidOff).toBe(isOff);
    },
  );

  it.each<Fault>([
    { kind: 'lost', committed: true },
    { kind: 'lost', committed: false },
  ])('new codes whose answer was lost are off, and the old ones still work (%j)', async (fault) => {
    const { controller, server } = await onCard();
    server.faults.next('issueBackupCodes', fault);
    await controller.make();
    expect(stateOf(controller, 'unshown').old).toBe('work');
    await controller.make();
    expect(controller.state.status).toBe('showing');
  });

  it('too many sets in an hour are refused with the time to wait', async () => {
    const { controller } = await onCard({ limits: { setsAnHour: 1 } });
    await controller.make();
    await controller.leave();
    await controller.make();
    expect(stateOf(controller, 'overview').trouble).toMatchObject({ code: 'too-many-attempts' });
  });

  it('a last way that is turned off is refused with the reason', async () => {
    const { controller } = await onCard({ account: { totp: false } });
    controller.askRemoval();
    await controller.remove();
    expect(stateOf(controller, 'removal').trouble).toEqual({ code: 'not-allowed', reason: 'last-factor' });
  });
});

describe('the proof that it’s them', () => {
  it.each([
    [9, 'proving'],
    [11, 'showing'],
  ])('with %i minutes of privileged time left comes before codes are made: %s', async (left, status) => {
    const { controller, server } = await onCard();
    server.clock.advance((30 - left) * MINUTE);
    await controller.make();
    expect([controller.state.status, setsMade(server)]).toEqual([status, status === 'showing' ? 1 : 0]);
  });

  it('sends nothing by itself, and is not asked for again by a clock', async () => {
    const { controller, server } = await onCard({}, { privileged: false });
    await controller.make();
    expect(stateOf(controller, 'proving')).toMatchObject({ step: 'make', until: null, need: { how: 'in-place' } });
    server.signIn();
    server.clock.advance(25 * MINUTE);
    controller.proved();
    expect([stateOf(controller, 'overview').news, setsMade(server)]).toEqual(['proved', 0]);
    await controller.make();
    expect([controller.state.status, setsMade(server)]).toEqual(['showing', 1]);
  });

  it('counts for the click that it was given for, and for none long after it', async () => {
    const { controller, server } = await onCard({}, { privileged: false });
    await controller.make();
    server.signIn();
    controller.proved();
    server.clock.advance(21 * MINUTE);
    await controller.make();
    expect([controller.state.status, setsMade(server)]).toEqual(['proving', 0]);
  });

  it('that takes the last old code leaves nobody told that it still works', async () => {
    const { controller, server, backend } = await onCodes({ account: { backupCodes: 1 } });
    server.clock.advance(31 * MINUTE);
    await controller.finish(TICKED);
    await backend.stepUp!.prove({ kind: 'backup-code', code: server.backupCode() }, controller.call);
    controller.proved();
    await expect.poll(() => stateOf(controller, 'showing').ground.codes.left).toBe(0);
    await controller.leave();
    expect(stateOf(controller, 'leaving').loss).toBe('first');
  });

  it('that is not given changes nothing', async () => {
    const { controller, sent } = await onCard({}, { privileged: false });
    const before = controller.state;
    await controller.make();
    controller.back();
    expect([controller.state, sent]).toEqual([before, []]);
  });

  it.each<[Step, (controller: BackupCodesController) => Promise<void>]>([
    ['make', (controller) => controller.make()],
    [
      'remove',
      (controller) => {
        controller.askRemoval();
        return controller.remove();
      },
    ],
  ])('on another page leads back to the same step: %s', async (step, begin) => {
    const { controller, server } = await onCard(
      { account: { stepUp: { how: 'redirect', url: '/again' } } },
      { privileged: false },
    );
    await begin(controller);
    expect(stateOf(controller, 'proving')).toMatchObject({ step, need: { how: 'redirect', url: '/again' } });
    server.signIn();
    await controller.load(step);
    expect([controller.state.status, setsMade(server)]).toEqual([step === 'remove' ? 'removal' : 'overview', 0]);
  });

  it('whose need can’t be read sends nothing', async () => {
    const { controller, server } = await onCard();
    server.faults.next('loadStepUp', { kind: 'portal', committed: false }, { times: 3 });
    await patiently(controller.make());
    expect(stateOf(controller, 'overview').trouble).toEqual({ code: 'bad-response' });
    expect(setsMade(server)).toBe(0);
  });

  it('that the server does not serve is asked of the step itself', async () => {
    const { server, backend } = signedIn({ unserved: ['loadStepUp'] });
    const controller = new BackupCodesController(backend, { now: server.clock.now });
    await controller.load();
    await controller.make();
    expect(controller.state.status).toBe('showing');
  });
});

describe('a server that replaces codes at once', () => {
  async function atOnce() {
    const { server, backend } = signedIn();
    const controller = new BackupCodesController(asServer(backend, BETTER_AUTH), { now: server.clock.now });
    await controller.load();
    return { server, controller };
  }

  it('is asked only after that was accepted', async () => {
    const { controller, server } = await atOnce();
    await controller.make();
    expect([controller.state.status, setsMade(server)]).toEqual(['accepting', 0]);
    await controller.accept(false);
    expect(stateOf(controller, 'accepting').trouble).toEqual({ code: 'missing', what: 'acceptance' });
    await controller.accept(true);
    expect([controller.state.status, setsMade(server)]).toEqual(['showing', 1]);
  });

  it('has nothing to confirm', async () => {
    const { controller, server } = await atOnce();
    await controller.make();
    await controller.accept(true);
    const confirmed = asked(server, 'confirmBackupCodes');
    await controller.finish(TICKED);
    expect(stateOf(controller, 'done').left).toBe(10);
    expect(asked(server, 'confirmBackupCodes')).toBe(confirmed);
  });

  it('counts nothing that it can’t, and turns nothing off', async () => {
    const { controller } = await atOnce();
    controller.askRemoval();
    const { ground } = stateOf(controller, 'overview');
    expect([ground.codes.left, ground.may]).toEqual(['unknown', { remove: false, reveal: false }]);
  });

  it('leaves nobody sure of the old codes when its answer was lost', async () => {
    const { controller, server } = await atOnce();
    await controller.make();
    server.faults.next('issueBackupCodes', { kind: 'lost', committed: true });
    await controller.accept(true);
    expect(stateOf(controller, 'unshown').old).toBe('unknown');
    await controller.make();
    expect(controller.state.status).toBe('accepting');
  });

  it('takes the password in the call, on the click that gives it', async () => {
    const { server, backend } = signedIn(
      { account: { stepUp: { how: 'in-place', password: true } } },
      { privileged: false },
    );
    const controller = new BackupCodesController(asServer(backend, BETTER_AUTH), { now: server.clock.now });
    await controller.load();
    await controller.make();
    await controller.accept(true);
    expect(stateOf(controller, 'proving').need).toEqual({ how: 'with-call', ways: ['password'] });
    expect(await controller.withPassword('wrong')).toMatchObject({ code: 'wrong-code' });
    expect(controller.state.status).toBe('proving');
    const given = controller.withPassword(server.account.password);
    // The codes are on their way: they must find their screen.
    controller.back();
    expect([await given, controller.state.status]).toEqual([null, 'showing']);
    expect(setsMade(server)).toBe(1);
  });

  it('asks before its codes are left, and afterwards says what the server says', async () => {
    const { controller } = await atOnce();
    await controller.make();
    await controller.accept(true);
    await controller.leave();
    expect(stateOf(controller, 'leaving').loss).toBe('everything');
    controller.dispatch({ type: 'stayed' });
    expect(controller.state.status).toBe('showing');
    await controller.leave();
    await controller.leaveAnyway();
    expect(controller.state.status).toBe('overview');
  });
});

describe('leaving', () => {
  it('drops a staged set on the server too, and the old codes still work', async () => {
    const { controller, server } = await onCodes();
    await controller.leave();
    expect([stateOf(controller, 'overview').news, newest(server)?.state]).toEqual(['left', 'discarded']);
    expect(await opens(server, server.backupCode())).toBe(true);
  });

  it('a first set asks, and leaves none', async () => {
    const { controller, server } = await onCodes({ account: { backupCodes: false } });
    await controller.leave();
    expect([stateOf(controller, 'leaving').loss, server.account.codeSets[0]?.state]).toEqual(['first', 'staged']);
    await controller.leaveAnyway();
    expect(stateOf(controller, 'overview').ground.codes.state).toBe('none');
  });

  it('in doubt leaves the set alone, and says what the server says', async () => {
    const { controller, server } = await onCodes();
    server.faults.next('confirmBackupCodes', { kind: 'lost', committed: true });
    await controller.finish(TICKED);
    await controller.leave();
    await controller.leaveAnyway();
    expect(asked(server, 'discardBackupCodes')).toBe(0);
    expect([controller.state.status, newest(server)?.state]).toEqual(['overview', 'on']);
  });

  it('holds no code any more, and drops one that comes late', async () => {
    const { controller, server } = await onCard();
    server.faults.next('issueBackupCodes', { kind: 'slow', committed: false });
    const made = controller.make();
    await expect.poll(() => server.faults.held).toBe(1);
    controller.stop();
    server.faults.release();
    await made;
    await expect.poll(() => newest(server)?.state).toBe('discarded');
    expect(controller.state).toEqual({ status: 'loading' });
  });

  it('takes the codes from the state at once', async () => {
    const { controller } = await onCodes();
    const seen: CodesState[] = [];
    controller.subscribe((state) => seen.push(state));
    controller.stop();
    expect(seen).toEqual([{ status: 'loading' }]);
  });
});

describe('codes on screen', () => {
  const SHEET = { title: 'Codes', about: [], codes: ['CK7Q'], notes: [] };

  it('are copied, printed and downloaded, and that is remembered', async () => {
    const { controller } = await onCodes({ policy: { proof: 'tick-and-save' } });
    const platform = createFakePlatform();
    await copyCodes(controller, platform, 'CK7Q');
    await printCodes(controller, platform, SHEET);
    await downloadCodes(controller, platform, 'codes.txt', 'CK7Q');
    expect(stateOf(controller, 'showing').shown.kept).toEqual(['copied', 'printed', 'downloaded']);
    expect([platform.clipboard, platform.sheets, platform.files]).toEqual([
      'CK7Q',
      [SHEET],
      [{ name: 'codes.txt', text: 'CK7Q' }],
    ]);
  });

  it('say what the browser blocked', async () => {
    const { controller } = await onCodes();
    const platform = createFakePlatform();
    for (const what of ['clipboard', 'printing', 'saving'] as const) platform.block(what);
    await copyCodes(controller, platform, 'CK7Q');
    expect(stateOf(controller, 'showing').shown).toMatchObject({ kept: [], news: { by: 'copied', ok: false } });
    await printCodes(controller, platform, SHEET);
    expect(stateOf(controller, 'showing').shown.news).toEqual({ by: 'printed', ok: false });
    await downloadCodes(controller, platform, 'codes.txt', 'CK7Q');
    expect(stateOf(controller, 'showing').shown.news).toEqual({ by: 'downloaded', ok: false });
  });

  it.each<[string, (controller: BackupCodesController) => unknown]>([
    ['masked', (controller) => controller.dispatch({ type: 'masked', masked: true })],
    ['done', (controller) => controller.finish(TICKED)],
    ['left', (controller) => controller.leave()],
    ['gone', (controller) => controller.stop()],
  ])('leave nothing with the browser once they are %s', async (_, end) => {
    const { controller } = await onCodes();
    const lives: AbortSignal[] = [];
    const save = (_name: string, _text: string, life: AbortSignal) => {
      lives.push(life);
      return Promise.resolve('offered' as const);
    };
    await downloadCodes(controller, { save }, 'codes.txt', 'CK7Q');
    expect(lives.map(({ aborted }) => aborted)).toEqual([false]);
    await end(controller);
    expect(lives.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('are masked a while after the page went away, and shown again by a click', async () => {
    const { controller, server } = await onCodes({ policy: { maskAfterSeconds: 60 } });
    const shown = codesOf(controller);
    const isMasked = (): boolean => stateOf(controller, 'showing').shown.masked;
    controller.away(true);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(isMasked()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(isMasked()).toBe(true);
    server.clock.advance(30 * MINUTE);
    controller.away(false);
    controller.dispatch({ type: 'masked', masked: false });
    expect([isMasked(), codesOf(controller)]).toEqual([false, shown]);
  });

  it('are masked on the way back where the browser let no timer run', async () => {
    const { controller, server } = await onCodes();
    controller.away(true);
    server.clock.advance(MINUTE);
    controller.away(false);
    expect(stateOf(controller, 'showing').shown.masked).toBe(true);
  });

  it('are not masked by a short look elsewhere', async () => {
    const { controller, server } = await onCodes();
    controller.away(true);
    server.clock.advance(MINUTE - 1);
    controller.away(false);
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    expect(stateOf(controller, 'showing').shown.masked).toBe(false);
  });

  it('can’t be copied while they are masked', async () => {
    const { controller } = await onCodes();
    const platform = createFakePlatform();
    controller.dispatch({ type: 'masked', masked: true });
    await copyCodes(controller, platform, 'CK7Q');
    expect(platform.clipboard).toBeNull();
  });
});

describe('codes that a server can show again', () => {
  const reveal = () => Promise.resolve([{ code: 'ck7qm9xa' }, { code: null, usedAt: 1_700_000_000_000 }]);

  it.each([
    [true, 'revealed'],
    [false, 'overview'],
  ])('are shown where the policy says so (%s): %s', async (allowed, status) => {
    const { server, backend } = signedIn({ policy: { reveal: allowed } });
    const controller = new BackupCodesController(asServer(backend, KRATOS, reveal), { now: server.clock.now });
    await controller.load();
    await controller.reveal();
    expect(controller.state).toMatchObject({ status });
    controller.back();
    expect(JSON.stringify(controller.state)).not.toContain('ck7qm9xa');
  });
});
