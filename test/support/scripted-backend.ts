import { MfaError, type MfaProblem } from '../../src/core/errors.js';
import { DEFAULT_POLICY } from '../../src/core/policy.js';
import type { Ceremony, ChallengePort, MfaBackend, Proof } from '../../src/ports/backend.js';
import { CHALLENGE, IN_BY_CODE } from './challenge.js';

export type RequestCeremony = Ceremony<PublicKeyCredentialRequestOptionsJSON>;

/** What a browser is asked with, and until when. */
export const ceremony = (id: string, expiresAt: RequestCeremony['expiresAt'] = 'unknown'): RequestCeremony => ({
  id,
  options: { challenge: 'Y2hhbGxlbmdl', rpId: 'localhost', allowCredentials: [] },
  expiresAt,
});

/** A backend whose answers the test gives. Calls and proofs are written down. */
export function scriptedBackend(port: Partial<ChallengePort> = {}) {
  const proofs: { proof: Proof; attempt: string; trustDevice?: boolean }[] = [];
  const calls: string[] = [];
  let ceremonies = 0;
  const challenge: ChallengePort = {
    attempts: 'replayed',
    load: () => Promise.resolve({ status: 'challenge', challenge: CHALLENGE }),
    send: () => Promise.resolve({ sentAt: 1_700_000_000_000, resendAt: 1_700_000_030_000 }),
    preparePasskey: () => Promise.resolve(ceremony(`ceremony-${String((ceremonies += 1))}`)),
    verify: (proof) =>
      Promise.resolve(
        proof.kind === 'backup-code' || proof.kind === 'enrollment-pass'
          ? IN_BY_CODE
          : { ...IN_BY_CODE, by: proof.kind },
      ),
    settle: () => Promise.resolve({ state: 'pending', spent: false }),
    cancel: () => Promise.resolve(),
    ...port,
  };
  const backend: MfaBackend & { readonly challenge: ChallengePort } = {
    id: 'scripted',
    policy: () => Promise.resolve(DEFAULT_POLICY),
    challenge: {
      ...challenge,
      load: (resume, call) => {
        calls.push(`load ${String(resume)}`);
        return challenge.load(resume, call);
      },
      send: (offer, call) => {
        calls.push(`send ${offer}`);
        return challenge.send(offer, call);
      },
      preparePasskey: (call) => {
        calls.push('prepare');
        return challenge.preparePasskey(call);
      },
      verify: (proof, options, call) => {
        calls.push('verify');
        proofs.push({ proof, ...options });
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
