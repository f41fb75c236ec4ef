import { describe, expect, it } from 'vitest';
import { ChallengeController } from '../../src/controllers/challenge-controller.js';
import { MfaError } from '../../src/core/errors.js';
import type { Entry, Verified } from '../../src/core/challenge.js';
import { CHALLENGE, IN_BY_CODE } from '../support/challenge.js';
import { scriptedBackend } from '../support/scripted-backend.js';

/** A promise that the test keeps. */
function promised<T>() {
  let keep!: (value: T) => void;
  let fail!: (error: unknown) => void;
  const promise = new Promise<T>((resolve, reject) => {
    keep = resolve;
    fail = reject;
  });
  return { promise, keep, fail };
}

const OPEN: Entry = { status: 'challenge', challenge: CHALLENGE };
const OVER = new MfaError({ code: 'challenge-over', restart: 'here' });
const settled = () => new Promise((done) => setImmediate(done));

describe('a challenge that is opened again', () => {
  it.each<[string, (reload: ReturnType<typeof promised<Entry>>) => void]>([
    ['comes', ({ keep }) => keep(OPEN)],
    ['does not come', ({ fail }) => fail(new MfaError({ code: 'unreachable' }))],
  ])('takes no proof away that left meanwhile when it %s', async (_, end) => {
    const reload = promised<Entry>();
    const verify = promised<Verified>();
    let loads = 0;
    const { backend } = scriptedBackend({
      load: () => ((loads += 1) === 1 ? Promise.resolve(OPEN) : reload.promise),
      verify: () => verify.promise,
    });
    const controller = new ChallengeController(backend.challenge);
    await controller.load();
    const failing = controller.fail(OVER.problem);
    const spending = controller.spend({ kind: 'backup-code', code: 'CK7Q-M9XA-4TPB' });
    end(reload);
    await settled();
    expect(controller.state.status).toBe('checking');
    verify.keep(IN_BY_CODE);
    await Promise.all([failing, spending]);
    expect(controller.state.status).toBe('passed');
  });
});
