import { describe, expect, it } from 'vitest';
import { ChallengeController } from '../../src/controllers/challenge-controller.js';
import { MfaError, type MfaProblem } from '../../src/core/errors.js';
import type { ChallengePort } from '../../src/ports/backend.js';
import { DEFAULT_POLICY } from '../../src/core/policy.js';
import { CHALLENGE, IN_BY_CODE } from '../support/challenge.js';
import { refuse, scriptedBackend } from '../support/scripted-backend.js';

const CODE = 'CK7Q-M9XA-4TPB';

function setUp(port: Partial<ChallengePort> = {}) {
  const { backend, proofs, calls } = scriptedBackend(port);
  let attempts = 0;
  return {
    controller: new ChallengeController(backend, { newAttempt: () => `attempt-${String((attempts += 1))}` }),
    proofs,
    calls,
  };
}

async function onBackupCode(port?: Partial<ChallengePort>) {
  const all = setUp(port);
  await all.controller.load();
  all.controller.choose('backup-code');
  return all;
}

describe('the challenge controller', () => {
  it('sends a pasted code in the server’s own spelling', async () => {
    const { controller, proofs } = await onBackupCode();
    await controller.submit('backup-code', '  2. ck7q m9xa – 4tpb ');
    expect(proofs).toEqual([{ proof: { kind: 'backup-code', code: CODE }, attempt: 'attempt-1' }]);
  });

  it('lets the person in on the server’s yes', async () => {
    const { controller } = await onBackupCode();
    await controller.submit('backup-code', CODE);
    expect(controller.state).toEqual({
      status: 'passed',
      verified: IN_BY_CODE,
      account: CHALLENGE.account,
      handle: CHALLENGE.handle,
    });
  });

  it.each([
    ['nothing', '', 'empty'],
    ['six digits', '482913', 'app-code'],
    ['a whole list', `${CODE}\nDDDD-EEEE-FFFF`, 'many'],
    ['half a code', 'CK7Q', 'incomplete'],
  ])('sends nothing for %s', async (_, typed, is) => {
    const { controller, calls } = await onBackupCode();
    await controller.submit('backup-code', typed);
    expect(calls).toEqual(['load null']);
    expect(controller.state).toMatchObject({ status: 'asking', trouble: { code: 'typed', is } });
  });

  it('sends one proof for two gestures at once', async () => {
    const { controller, proofs } = await onBackupCode();
    await Promise.all([controller.submit('backup-code', CODE), controller.submit('backup-code', CODE)]);
    expect(proofs).toHaveLength(1);
  });

  it('gives every gesture an attempt of its own', async () => {
    const { controller, proofs } = await onBackupCode({ verify: refuse({ code: 'wrong-code' }) });
    await controller.submit('backup-code', CODE);
    await controller.submit('backup-code', CODE);
    expect(proofs.map(({ attempt }) => attempt)).toEqual(['attempt-1', 'attempt-2']);
  });

  it.each<[MfaProblem]>([[{ code: 'outcome-unknown' }], [{ code: 'bad-response' }], [{ code: 'server' }]])(
    'asks what became of the code before it claims anything (%j)',
    async (problem) => {
      const { controller, calls } = await onBackupCode({ verify: refuse(problem) });
      await controller.submit('backup-code', CODE);
      expect(calls).toEqual(['load null', 'verify', 'settle attempt-1']);
      expect(controller.state).toMatchObject({ status: 'asking', trouble: { code: 'not-spent' } });
    },
  );

  it('lets a person in whose answer was lost', async () => {
    const { controller } = await onBackupCode({
      verify: refuse({ code: 'outcome-unknown' }),
      settle: () => Promise.resolve({ state: 'signed-in', verified: IN_BY_CODE }),
    });
    await controller.submit('backup-code', CODE);
    expect(controller.state.status).toBe('passed');
  });

  it('loads what stands in the place of a challenge that is over', async () => {
    const { controller, calls } = await onBackupCode({
      verify: refuse({ code: 'outcome-unknown' }),
      settle: () => Promise.resolve({ state: 'over', spent: 'unknown' }),
    });
    await controller.submit('backup-code', CODE);
    expect(calls).toEqual(['load null', 'verify', 'settle attempt-1', 'load challenge-1']);
    expect(controller.state).toMatchObject({ status: 'asking', trouble: { code: 'maybe-spent' } });
  });

  it('never sends a code again by itself, however often it asks', async () => {
    const { controller, calls } = await onBackupCode({
      verify: refuse({ code: 'outcome-unknown' }),
      settle: refuse({ code: 'unreachable' }),
    });
    await controller.submit('backup-code', CODE);
    await controller.checkAgain();
    expect(calls).toEqual(['load null', 'verify', 'settle attempt-1', 'settle attempt-1']);
    expect(controller.state.status).toBe('unsettled');
  });

  it('starts again in the same place while the first factor holds', async () => {
    const { controller, calls } = await onBackupCode({ verify: refuse({ code: 'challenge-over', restart: 'here' }) });
    await controller.submit('backup-code', CODE);
    expect(calls).toEqual(['load null', 'verify', 'load challenge-1']);
    expect(controller.state).toMatchObject({ status: 'asking', way: 'backup-code', restarted: true });
  });

  it('ends when the first factor has to be given again', async () => {
    const { controller } = await onBackupCode({ verify: refuse({ code: 'challenge-over', restart: 'sign-in' }) });
    await controller.submit('backup-code', CODE);
    expect(controller.state).toEqual({ status: 'sign-in', why: 'over', codes: 'good' });
  });

  it('drops an answer that comes after it was stopped, and does not call the proof back', async () => {
    let answer: (verified: typeof IN_BY_CODE) => void = () => undefined;
    let sent: AbortSignal | undefined;
    const { controller } = await onBackupCode({
      verify: (_, __, { signal }) =>
        new Promise((resolve) => {
          answer = resolve;
          sent = signal;
        }),
    });
    const submitted = controller.submit('backup-code', CODE);
    controller.stop();
    answer(IN_BY_CODE);
    await submitted;
    expect([controller.state.status, sent?.aborted]).toEqual(['checking', false]);
  });

  it('asks what became of a proof that was under way when the page was away', async () => {
    const { controller, calls } = await onBackupCode({ verify: () => new Promise(() => undefined) });
    void controller.submit('backup-code', CODE);
    await controller.resume();
    expect(calls).toEqual(['load null', 'verify', 'settle attempt-1']);
    expect(controller.state).toMatchObject({ status: 'asking', trouble: { code: 'not-spent' } });
  });

  it('loads anew after the page was away with nothing under way', async () => {
    const { controller, calls } = await onBackupCode();
    await controller.resume();
    expect(calls).toEqual(['load null', 'load null']);
  });

  it('tells the server that the person leaves, though the screen is gone', async () => {
    let signal: AbortSignal | undefined;
    const { controller } = await onBackupCode({
      cancel: (call) => {
        ({ signal } = call);
        return Promise.resolve();
      },
    });
    controller.subscribe(() => controller.stop());
    await controller.cancel();
    expect(signal?.aborted).toBe(false);
  });

  it('leaves even when the server can’t be told', async () => {
    const { controller, calls } = await onBackupCode({ cancel: refuse({ code: 'unreachable' }) });
    await controller.cancel();
    expect(calls).toContain('cancel');
    expect(controller.state).toEqual({ status: 'sign-in', why: 'cancelled', codes: 'unsaid' });
  });

  it('tells each change once', async () => {
    const { controller } = setUp();
    const seen: string[] = [];
    controller.subscribe(({ status }) => seen.push(status));
    await controller.load();
    await controller.submit('totp', '482913');
    expect(seen).toEqual(['loading', 'asking', 'checking', 'passed']);
  });

  it('refuses a backend that has no challenge', () => {
    expect(() => new ChallengeController({ id: 'x', policy: () => Promise.resolve(DEFAULT_POLICY) })).toThrow(MfaError);
  });
});
