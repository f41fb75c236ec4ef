import { problemOf } from '../core/errors.js';
import type { OfferOf } from '../core/factor.js';
import type { ChallengeController } from './challenge-controller.js';

/** One gesture: a code is sent to the person. An answer that is lost is no reason to send another by itself. */
export async function sendCode(controller: ChallengeController, offer: OfferOf<'delivered-code'>): Promise<void> {
  if (controller.state.status !== 'asking') return;
  const { call } = controller;
  controller.dispatch({ type: 'sending' });
  try {
    const delivery = await controller.port.send(offer.id, call);
    if (!call.signal.aborted) controller.dispatch({ type: 'delivered', delivery });
  } catch (error) {
    if (!call.signal.aborted) await controller.fail(problemOf(error));
  }
}
