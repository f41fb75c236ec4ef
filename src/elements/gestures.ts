/**
 * What a gesture needs: the controller that sends, the readers of what was typed, the events. In one file: it is fetched as a
 * whole while the person reads.
 */
import { ChallengeController } from '../controllers/challenge-controller.js';
import type { ChallengeOpening } from '../controllers/challenge-opening.js';
import { parseAppCode } from '../core/app-code.js';
import { parseBackupCode, type TypedCode } from '../core/backup-code.js';
import type { Offer } from '../core/factor.js';
import { leaveToSignIn } from './leave.js';
import type { ChallengeScreen } from './screen.js';

import { flowOf } from './events.js';
export { follow } from './change.js';
export { MfaLostFactorEvent, flowOf } from './events.js';
export { followTabs } from './tabs.js';

/** The controller that takes gestures, where there is one. */
export const controllerOf = (controller: ChallengeOpening | undefined): ChallengeController | undefined =>
  controller instanceof ChallengeController ? controller : undefined;

export const fullController = (opening: ChallengeOpening): ChallengeController => ChallengeController.from(opening);

/** Sends what was typed, or asks again what became of it. Only a code is sent; anything else is said, and costs no attempt. */
export function submit(controller: ChallengeController, typed: string, trusted: boolean | undefined): void {
  const { state } = controller;
  if (state.status === 'unsettled') void controller.checkAgain();
  if (state.status !== 'asking' || !state.offer) return;
  const { offer } = state;
  const read = readTyped(typed, offer);
  if (read.is !== 'code') controller.hinder({ code: 'typed', is: read.is });
  else if (offer.kind === 'delivered-code')
    void controller.spend({ kind: offer.kind, id: offer.id, code: read.code }, trusted);
  else if (offer.kind === 'totp' || offer.kind === 'backup-code') {
    void controller.spend({ kind: offer.kind, code: read.code }, trusted);
  }
}

const readTyped = (typed: string, offer: Offer): TypedCode =>
  offer.kind === 'backup-code' ? parseBackupCode(typed, offer.format) : parseAppCode(typed);

/** Ends the challenge. Inside a drop-in the way on is the drop-in's, since this screen may be gone by then. */
export function cancel(controller: ChallengeController, screen: ChallengeScreen): void {
  const flow = flowOf(controller.state);
  void controller.cancel().then(() => {
    if (!screen.flow) leaveToSignIn(screen, flow);
  });
}
