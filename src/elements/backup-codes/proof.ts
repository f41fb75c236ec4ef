import type { BackupCodesController } from '../../controllers/backup-codes-controller.js';
import type { MfaBackend } from '../../ports/backend.js';
import { Proof, type Asking } from '../proof.js';

/** The proof that new codes, and what is done to those that are there, may ask for. */
export const proofOf = (
  backend: MfaBackend,
  controller: BackupCodesController,
  supports: NonNullable<Asking['supports']>,
): Proof =>
  new Proof(backend, {
    // Read when a proof is asked for: by then the policy is known.
    get policy() {
      return controller.policy;
    },
    withCall: controller.withPassword,
    supports,
    proved: () => controller.proved(),
    signedOut: () => controller.dispatch({ type: 'signed-out' }),
  });
