import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRestBackend } from '../../src/backends/rest/create.js';
import { PassController } from '../../src/controllers/pass-controller.js';
import { createSimulatedServer, type EnrollOption } from '../../src/testing/index.js';
import { asked, patiently } from '../support/signed-in.js';

const LOST = { kind: 'lost', committed: false } as const;
const BURNT = { kind: 'lost', committed: true } as const;

const MOVED = { status: 'moved', entry: { status: 'enroll', passNeeded: false } };

/** A person whose second factor the help team took away, with the code that it read out. */
function shown(enroll: Partial<EnrollOption> = {}) {
  const server = createSimulatedServer({
    baseUrl: 'https://app.example/mfa',
    account: { enroll: { because: 'reset', ...enroll } },
  });
  server.passFirstFactor();
  const { challenge } = createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch });
  const pass = server.account.enroll?.pass ?? '';
  return { server, pass, controller: new PassController(challenge!) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the code from the help team', () => {
  it('opens the enrollment, and no session', async () => {
    const { server, pass, controller } = shown();
    await patiently(controller.submit(pass));
    expect([controller.state, server.signedIn]).toMatchObject([MOVED, false]);
  });

  it('is sent without the blanks that came along', async () => {
    const { pass, controller } = shown();
    await patiently(controller.submit(`  ${pass}\n`));
    expect(controller.state.status).toBe('moved');
  });

  it.each([
    ['nothing', ' ', 'empty'],
    ['two lines', 'AAAA\nBBBB', 'many'],
  ])('costs no try where %s was typed', async (_, typed, is) => {
    const { server, controller } = shown();
    await controller.submit(typed);
    expect([controller.state, server.log]).toEqual([{ status: 'asking', trouble: { code: 'typed', is } }, []]);
  });

  it('that is wrong may be typed again', async () => {
    const { server, pass, controller } = shown();
    await patiently(controller.submit(server.wrongCode('backup-code')));
    expect(controller.state).toMatchObject({ status: 'asking', trouble: { code: 'wrong-code' } });
    await patiently(controller.submit(pass));
    expect(controller.state.status).toBe('moved');
  });

  it('is sent once, however often the button is clicked', async () => {
    const { server, pass, controller } = shown();
    await patiently(Promise.all([controller.submit(pass), controller.submit(pass)]));
    expect(asked(server, 'attempt')).toBe(1);
  });

  it('whose answer was lost has opened the enrollment, and is not sent again', async () => {
    const { server, pass, controller } = shown();
    server.faults.next('attempt', BURNT);
    await patiently(controller.submit(pass));
    expect([controller.state, asked(server, 'attempt')]).toMatchObject([MOVED, 1]);
  });

  it('that never arrived works still', async () => {
    const { server, pass, controller } = shown();
    server.faults.next('attempt', LOST);
    await patiently(controller.submit(pass));
    expect(controller.state).toEqual({ status: 'asking', trouble: { code: 'not-spent' } });
    await patiently(controller.submit(pass));
    expect(controller.state.status).toBe('moved');
  });

  it('of which nothing can be learned is asked about again by a click, and not sent', async () => {
    const { server, pass, controller } = shown();
    server.faults.next('attempt', BURNT);
    server.faults.next('settle', LOST, { times: 3 });
    await patiently(controller.submit(pass));
    expect(controller.state.status).toBe('unsettled');
    server.faults.clear();
    await patiently(controller.checkAgain());
    expect([controller.state.status, asked(server, 'attempt')]).toEqual(['moved', 1]);
  });

  it('works still where the challenge had run out, which is opened again', async () => {
    const { server, pass, controller } = shown();
    server.faults.next('attempt', { kind: 'expired', restart: 'here' });
    await patiently(controller.submit(pass));
    expect(controller.state).toEqual({ status: 'asking', trouble: { code: 'not-spent' } });
  });

  it('opens nothing once the time has run out', async () => {
    const { server, pass, controller } = shown({ hoursLeft: 0.25 });
    server.clock.advance(15 * 60_000);
    await patiently(controller.submit(pass));
    expect(controller.state).toMatchObject({ entry: { status: 'blocked', why: 'deadline-passed' } });
  });

  it('opens nothing of an account that was frozen meanwhile', async () => {
    const { server, pass, controller } = shown();
    server.desk.suspend();
    await patiently(controller.submit(pass));
    expect(controller.state).toMatchObject({ entry: { status: 'blocked', why: 'suspended' } });
  });
});
