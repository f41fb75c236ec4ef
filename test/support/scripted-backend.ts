import { MfaError, type MfaProblem } from '../../src/core/errors.js';
import { DEFAULT_POLICY } from '../../src/core/policy.js';
import type { ChallengePort, MfaBackend, Proof } from '../../src/ports/backend.js';
import { CHALLENGE, IN_BY_CODE } from './challenge.js';

/** A backend whose answers the test gives. Calls and proofs are written down. */
export function scriptedBackend(port: Partial<ChallengePort> = {}) {
  const proofs: { proof: Proof; attempt: string }[] = [];
  const calls: string[] = [];
  const challenge: ChallengePort = {
    load: () => Promise.resolve({ status: 'challenge', challenge: CHALLENGE }),
    send: () => Promise.reject(new Error('not asked')),
    preparePasskey: () => Promise.reject(new Error('not asked')),
    verify: (proof) => Promise.resolve(proof.kind === 'totp' ? { ...IN_BY_CODE, by: 'totp' } : IN_BY_CODE),
    settle: () => Promise.resolve({ state: 'pending', spent: false }),
    cancel: () => Promise.resolve(),
    ...port,
  };
  const backend: MfaBackend = {
    id: 'scripted',
    policy: () => Promise.resolve(DEFAULT_POLICY),
    challenge: {
      ...challenge,
      load: (resume, call) => {
        calls.push(`load ${String(resume)}`);
        return challenge.load(resume, call);
      },
      verify: (proof, options, call) => {
        calls.push('verify');
        proofs.push({ proof, attempt: options.attempt });
        return challenge.verify(proof, options, call);
      },
      settle: (attempt, call) => {
        calls.push(`settle ${attempt}`);
        return challenge.settle(attempt, call);
      },
      cancel: (call) => {
        calls.push('cancel');
        return challenge.cancel(call);
      },
    },
  };
  return { backend, proofs, calls };
}

/** A call that the server refuses. */
export const refuse = (problem: MfaProblem) => (): Promise<never> => Promise.reject(new MfaError(problem));
