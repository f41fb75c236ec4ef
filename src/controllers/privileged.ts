import { problemOf } from '../core/errors.js';
import type { Instant } from '../core/factor.js';
import { isShort, type ProofNeed } from '../core/step-up.js';
import type { Call, MfaBackend } from '../ports/backend.js';

/**
 * Whether a fresh proof comes first, so that none is asked for while codes are on screen; null: it does not, or the server
 * can't say, and then the action itself is asked.
 */
export async function proofFirst({ stepUp }: MfaBackend, now: Instant, call: Call): Promise<ProofNeed | null> {
  if (!stepUp) return null;
  try {
    const until = await stepUp.privilegedUntil(call);
    return isShort(until, now) ? { need: await stepUp.need(call), until } : null;
  } catch (error) {
    const { code } = problemOf(error);
    // Before there is a session, as when a first factor has to be set up, no proof can be given either.
    if (code === 'not-allowed' || code === 'signed-out') return null;
    throw error;
  }
}
