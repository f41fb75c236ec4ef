import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRestBackend } from '../../src/backends/rest/create.js';
import { AssistanceController, type HelpKnown } from '../../src/controllers/assistance-controller.js';
import type { AssistanceState } from '../../src/core/machines/assistance.js';
import { createSimulatedServer, type SimulatedServerOptions } from '../../src/testing/index.js';
import { asked, patiently } from '../support/signed-in.js';

const LOST = { kind: 'lost', committed: false } as const;
const BURNT = { kind: 'lost', committed: true } as const;

/** A person at the challenge, on the screen of the help team. */
async function shown(options: SimulatedServerOptions = {}, known: HelpKnown = {}) {
  const server = createSimulatedServer({ baseUrl: 'https://app.example/mfa', ...options });
  server.passFirstFactor();
  const backend = createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch });
  const desk = new AssistanceController(backend, known);
  const states: AssistanceState['status'][] = [];
  desk.subscribe(({ status }) => states.push(status));
  await patiently(desk.load());
  return { server, backend, desk, states };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what is known of a request', () => {
  it('is read once, and nothing asks again by itself', async () => {
    const { server, desk } = await shown({ account: { helpCase: 'waiting' } });
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect([desk.state.status, asked(server, 'currentCase')]).toEqual(['waiting', 1]);
  });

  it('is what the challenge told where the server can’t be asked', async () => {
    const server = createSimulatedServer({ baseUrl: 'https://app.example/mfa', account: { helpCase: 'waiting' } });
    server.passFirstFactor();
    server.faults.next('currentCase', LOST, { times: Infinity });
    const [open] = server.account.cases;
    const backend = createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch });
    const desk = new AssistanceController(backend, { open });
    await patiently(desk.load());
    expect(desk.state).toMatchObject({ status: 'waiting', case: { number: open?.number } });
  });

  it('is nothing where the server takes no requests', async () => {
    const { desk } = await shown({ unserved: ['currentCase', 'requestHelp', 'cancelHelp'] });
    expect(desk.state.status).toBe('facts');
  });

  it('is not asked for where nobody opens the account here', async () => {
    const { server, desk } = await shown({}, { blocked: 'suspended' });
    expect([desk.state.status, server.log]).toEqual(['call', []]);
  });

  it('is of no use where the policy lets nobody in without the second factor', async () => {
    const { desk } = await shown({ policy: { selfRecovery: false } });
    expect(desk.state.status).toBe('forbidden');
  });
});

describe('a click on "Ask for help"', () => {
  it('opens one request', async () => {
    const { server, desk, states } = await shown();
    await desk.request();
    expect([states, server.account.cases.length]).toEqual([['ready', 'requesting', 'waiting'], 1]);
  });

  it('while one is under way does nothing', async () => {
    const { server, desk } = await shown();
    await Promise.all([desk.request(), desk.request()]);
    expect(asked(server, 'requestHelp')).toBe(1);
  });

  it('whose answer was lost finds the request', async () => {
    const { server, desk } = await shown();
    server.faults.next('requestHelp', BURNT);
    await patiently(desk.request());
    expect([desk.state.status, server.account.cases.length]).toEqual(['waiting', 1]);
  });

  it('that never arrived says so, and sends nothing by itself', async () => {
    const { server, desk } = await shown();
    server.faults.next('requestHelp', LOST);
    await patiently(desk.request());
    expect([desk.state, asked(server, 'requestHelp')]).toEqual([
      { status: 'ready', trouble: { code: 'not-asked' }, news: null },
      1,
    ]);
  });

  it('of which nobody knows anything may be made again, and stays one request', async () => {
    const { server, desk } = await shown();
    server.faults.next('requestHelp', BURNT);
    server.faults.next('currentCase', LOST, { times: 3 });
    await patiently(desk.request());
    expect(desk.state).toMatchObject({ status: 'ready', trouble: { code: 'outcome-unknown' } });
    server.faults.clear();
    await desk.request();
    expect([desk.state.status, server.account.cases.length]).toEqual(['waiting', 1]);
  });

  it('too soon after another one says when it may be made, and later that it may', async () => {
    const { server, desk } = await shown();
    await desk.request();
    await desk.cancel();
    const again = new AssistanceController(createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch }));
    await again.load();
    await again.request();
    expect(again.state).toMatchObject({
      trouble: { code: 'too-many-attempts', retryAt: server.account.cases[0]?.askAgainAt },
    });
    await vi.advanceTimersByTimeAsync(4 * 3_600_000);
    expect(again.state).toEqual({ status: 'ready', trouble: null, news: 'open-again' });
  });

  it('in a challenge that ran out says so', async () => {
    const { server, desk } = await shown();
    server.faults.next('requestHelp', { kind: 'expired', restart: 'here' });
    await desk.request();
    expect(desk.state).toMatchObject({ trouble: { code: 'challenge-over', restart: 'here' } });
  });

  it('is dropped with the screen, and has reached the server', async () => {
    const { server, desk, states } = await shown();
    const click = desk.request();
    desk.stop();
    await click;
    expect([states.at(-1), server.account.cases.length]).toEqual(['requesting', 1]);
  });
});

describe('a request that is taken back', () => {
  const waiting = () => shown({ account: { helpCase: 'waiting' } });

  it('is closed on the server', async () => {
    const { server, desk } = await waiting();
    await desk.cancel();
    expect([desk.state, server.account.cases[0]?.state]).toEqual([{ status: 'cancelled', why: 'found' }, 'cancelled']);
    expect(asked(server, 'cancelHelp')).toBe(1);
  });

  it('is closed although the answer was lost', async () => {
    const { server, desk } = await waiting();
    server.faults.next('cancelHelp', BURNT);
    await patiently(desk.cancel());
    expect(desk.state.status).toBe('cancelled');
  });

  it('is said to be open where that never arrived', async () => {
    const { server, desk } = await waiting();
    server.faults.next('cancelHelp', LOST);
    await patiently(desk.cancel());
    expect(desk.state).toMatchObject({ status: 'waiting', trouble: { code: 'still-open' } });
  });

  it('by who never asked says so', async () => {
    const { desk } = await waiting();
    desk.dispatch({ type: 'denied' });
    await desk.cancel();
    expect(desk.state).toEqual({ status: 'cancelled', why: 'not-me' });
  });
});
