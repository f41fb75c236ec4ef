import type { MfaBackend } from '../ports/backend.js';
import { UNSTOPPABLE } from './calls.js';
import type { RepairController } from './repair-controller.js';

/** Ends the challenge that sent a person to set up a factor. A server that can't be told is no reason to stay. */
export async function leaveChallenge({ challenge }: MfaBackend, controller: RepairController): Promise<void> {
  await challenge?.cancel(UNSTOPPABLE).catch(() => undefined);
  controller.dispatch({ type: 'signed-out' });
}
