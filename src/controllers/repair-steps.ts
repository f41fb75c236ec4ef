import type { MfaProblem } from '../core/errors.js';
import type { Means, OldFactor } from '../core/repair.js';
import type { Call, MfaBackend } from '../ports/backend.js';
import { mayHaveHappened } from './code-steps.js';

/** Every factor that the server tells of. READ */
export const listed = async ({ factors }: MfaBackend, call: Call): Promise<readonly OldFactor[]> =>
  (await factors?.list(call)) ?? [];

/** Whether a factor is gone although the answer was no yes: one that says nothing is no refusal, and the list tells. READ */
export async function isRemoved(backend: MfaBackend, id: string, problem: MfaProblem, call: Call): Promise<boolean> {
  if (!mayHaveHappened(problem)) return false;
  return listed(backend, call).then(
    (now) => !now.some((factor) => factor.id === id),
    () => false,
  );
}

/** What a server can do for repair. */
export const meansOf = ({ totp, passkeys, backupCodes, factors, sessions }: MfaBackend): Means => ({
  app: totp?.replacing ?? null,
  keys: passkeys?.kinds ?? [],
  codes: backupCodes !== undefined,
  removal: factors !== undefined,
  sessions: sessions !== undefined,
});
