import { describe, expect, it } from 'vitest';
import { RepairController, type RepairStart } from '../../src/controllers/repair-controller.js';
import type { RepairState } from '../../src/core/repair-state.js';
import { createFakePlatform, type SimulatedServerOptions } from '../../src/testing/index.js';
import { asked, signedIn } from '../support/signed-in.js';

const CAN = Promise.resolve({ keys: true, device: true });
const CALL = { signal: new AbortController().signal };
const LOST = { kind: 'lost', committed: false } as const;
const START: RepairStart = { because: 'code', todo: [], codesLeft: 5, mayPostpone: true };

async function begun(options: SimulatedServerOptions = {}, start: Partial<RepairStart> = {}) {
  const { server, backend, sent } = signedIn(options);
  const controller = new RepairController(backend, { ...START, ...start });
  await controller.load(CAN);
  const until = (status: RepairState['status']): Promise<RepairState> =>
    new Promise((resolve) => {
      const look = (state: RepairState) => state.status === status && (stop(), resolve(state));
      const stop = controller.subscribe(look);
      look(controller.state);
    });

  /** Registers a passkey with the server, as the screen for it does. */
  async function addPasskey(name: string) {
    const ceremony = await backend.passkeys!.prepare('passkey', CALL);
    const made = await createFakePlatform().webauthn.create(ceremony.options, CALL.signal);
    if (made.is !== 'done') throw new Error(made.is);
    const { todo, notified } = await backend.passkeys!.register(ceremony.id, made.credential, name, CALL);
    controller.dispatch({ type: 'added', kind: 'passkey', name, todo, notified });
  }
  return { server, backend, sent, controller, until, addPasskey };
}

const kindsOf = ({ server }: Awaited<ReturnType<typeof begun>>): string[] =>
  server.account.factors.map(({ kind }) => kind);

/** To the point where the new one and its codes are on. */
async function repaired(options: SimulatedServerOptions = {}) {
  const on = await begun(options);
  on.controller.gone();
  on.controller.choose('passkey');
  await on.addPasskey('Laptop');
  on.sent.splice(0);
  on.controller.dispatch({ type: 'codes-on', left: 10 });
  return on;
}

describe('repair', () => {
  it('turns the one old factor off once the new one and its codes are on, and signs other devices out', async () => {
    const on = await repaired();
    const state = await on.until('done');
    expect(kindsOf(on)).toEqual(['passkey']);
    expect(on.sent.map((path) => path.replace(/factors\/[^/]+/, 'factors/*'))).toEqual([
      '/factors/*/remove',
      '/sessions/end-others',
    ]);
    expect(state).toMatchObject({
      journey: { facts: { signedOutElsewhere: true, retired: [{ kind: 'totp', name: expect.any(String) }] } },
    });
  });

  it('turns nothing off before that', async () => {
    const on = await begun();
    on.controller.gone();
    on.controller.choose('passkey');
    await on.addPasskey('Laptop');
    expect([on.controller.state.status, kindsOf(on)]).toEqual(['codes', ['totp', 'passkey']]);
  });

  it('asks which of several was lost, and turns off that one alone', async () => {
    const on = await repaired({ account: { passkeys: 1 } });
    const state = await on.until('asking-which');
    if (state.status !== 'asking-which') throw new Error(state.status);
    const app = state.old.find(({ kind }) => kind === 'totp');
    await on.controller.retire([app!.id]);
    await on.until('done');
    expect(kindsOf(on)).toEqual(['passkey', 'passkey']);
  });

  it('leaves a passkey alone where a new app has taken the place of the lost one, until the person says which is lost', async () => {
    const on = await begun({ account: { passkeys: 1 } });
    on.controller.gone();
    on.controller.choose('totp');
    const setup = await on.backend.totp!.start({ replace: true, lost: true }, CALL);
    const { todo, notified } = await on.backend.totp!.verify(setup.id, on.server.appCode(setup.key), CALL);
    on.controller.dispatch({ type: 'added', kind: 'totp', name: null, todo, notified });
    on.controller.dispatch({ type: 'codes-on', left: 10 });
    expect(await on.until('asking-which')).toMatchObject({ old: [{ kind: 'passkey' }] });
    on.controller.dispatch({ type: 'kept' });
    await on.until('done');
    expect(kindsOf(on).sort()).toEqual(['passkey', 'totp']);
  });

  it('says why what was lost is still there, and tries again by a click', async () => {
    const on = await begun();
    on.controller.gone();
    on.controller.choose('passkey');
    await on.addPasskey('Laptop');
    on.server.faults.next('removeFactor', LOST);
    on.controller.dispatch({ type: 'codes-on', left: 10 });
    const state = await on.until('asking-which');
    expect(state).toMatchObject({ problem: { code: expect.any(String) }, old: [{ kind: 'totp' }] });
    expect(asked(on.server, 'removeFactor')).toBe(1);
  });

  it('asks the list what became of a removal whose answer was lost', async () => {
    const on = await begun();
    on.controller.gone();
    on.controller.choose('passkey');
    await on.addPasskey('Laptop');
    on.server.faults.next('removeFactor', { kind: 'lost', committed: true });
    on.controller.dispatch({ type: 'codes-on', left: 10 });
    expect(await on.until('done')).toMatchObject({
      journey: { facts: { retired: [{ kind: 'totp', name: expect.any(String) }] } },
    });
    expect([kindsOf(on), asked(on.server, 'removeFactor')]).toEqual([['passkey'], 1]);
  });

  it('lets the person out where the other devices could not be signed out, and tries again where they tick it', async () => {
    const on = await begun();
    on.controller.gone();
    on.controller.choose('passkey');
    await on.addPasskey('Laptop');
    on.server.faults.next('endOtherSessions', LOST);
    on.controller.dispatch({ type: 'codes-on', left: 10 });
    expect(await on.until('done')).toMatchObject({ problem: expect.anything() });
    await on.controller.finish(true);
    expect(on.controller.state).toMatchObject({ status: 'left', journey: { facts: { signedOutElsewhere: true } } });
  });

  it('offers what the server and the browser know', async () => {
    const { controller } = await begun();
    expect(controller.kinds).toEqual(['passkey', 'totp', 'security-key']);
    const { backend } = signedIn();
    const blind = new RepairController(backend, START);
    await blind.load(Promise.reject(new Error('no')));
    expect(blind.kinds).toEqual(['totp']);
  });

  it('sends nothing but by the person', async () => {
    const on = await begun({}, { because: 'unfinished', todo: ['new-codes', 'end-other-sessions'] });
    expect([on.controller.state.status, on.sent]).toEqual(['in', []]);
  });
});
