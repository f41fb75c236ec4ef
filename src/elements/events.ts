/**
 * Every event of the elements. They bubble, cross shadow roots, and state facts for logs and hosts: what counts as proof
 * is the server's own record. No event carries a code, a key, an address or anything that was typed.
 */
import type { Known, OfferKind } from '../core/factor.js';
import type { ChallengeState } from '../core/machines/challenge.js';
import type { StepUpKind } from '../core/step-up.js';
import { MfaEvent } from './event.js';
import type * as Events from './events.js';

export * from './account-events.js';
export * from './help-events.js';
export { MfaEvent, type MfaFact } from './event.js';

/** A challenge is on screen. */
export class MfaChallengeShownEvent extends MfaEvent<{ ways: readonly OfferKind[] }> {
  static readonly eventName = 'mfa-challenge-shown';
  constructor(flow: string | null, ways: readonly OfferKind[]) {
    super(MfaChallengeShownEvent.eventName, flow, { ways });
  }
}

/** "I lost my second factor" was followed. */
export class MfaLostFactorEvent extends MfaEvent {
  static readonly eventName = 'mfa-lost-factor';
  constructor(flow: string | null) {
    super(MfaLostFactorEvent.eventName, flow, {});
  }
}

/** Another way was chosen. */
export class MfaWayChosenEvent extends MfaEvent<{ way: OfferKind | StepUpKind }> {
  static readonly eventName = 'mfa-way-chosen';
  constructor(flow: string | null, way: OfferKind | StepUpKind) {
    super(MfaWayChosenEvent.eventName, flow, { way });
  }
}

/** The person asks a drop-in for another way; what stands in the field stays there for the drop-in to carry over. */
export class MfaWayRequestedEvent extends MfaEvent<{ way: OfferKind }> {
  static readonly eventName = 'mfa-way-requested';
  constructor(flow: string | null, way: OfferKind) {
    super(MfaWayRequestedEvent.eventName, flow, { way });
  }
}

/** The server refused a proof. Wrong and used read the same here. */
export class MfaProofRefusedEvent extends MfaEvent<{ way: OfferKind | StepUpKind; outcome: 'refused' }> {
  static readonly eventName = 'mfa-proof-refused';
  constructor(flow: string | null, way: OfferKind | StepUpKind) {
    super(MfaProofRefusedEvent.eventName, flow, { way, outcome: 'refused' });
  }
}

/** The server accepted a proof: the person is in. */
export class MfaVerifiedEvent extends MfaEvent<{ way: OfferKind; outcome: 'accepted'; codesLeft: Known<number> }> {
  static readonly eventName = 'mfa-verified';
  constructor(flow: string | null, way: OfferKind, codesLeft: Known<number>) {
    super(MfaVerifiedEvent.eventName, flow, { way, outcome: 'accepted', codesLeft });
  }
}

/** The challenge ended without the person being in. */
export class MfaChallengeOverEvent extends MfaEvent<{ reason: 'over' | 'none' | 'cancelled' | 'elsewhere' }> {
  static readonly eventName = 'mfa-challenge-over';
  constructor(flow: string | null, reason: 'over' | 'none' | 'cancelled' | 'elsewhere') {
    super(MfaChallengeOverEvent.eventName, flow, { reason });
  }
}

/** The person goes back to the screen before. */
export class MfaBackEvent extends MfaEvent {
  static readonly eventName = 'mfa-back';
  constructor(flow: string | null) {
    super(MfaBackEvent.eventName, flow, {});
  }
}

/** The person can't find their codes and asks for help. */
export class MfaHelpEvent extends MfaEvent {
  static readonly eventName = 'mfa-help';
  constructor(flow: string | null) {
    super(MfaHelpEvent.eventName, flow, {});
  }
}

/** The person chose the app's own check. Unless cancelled, the element goes to the check's address. */
export class MfaRungChosenEvent extends MfaEvent<{ rung: string }> {
  static readonly eventName = 'mfa-rung-chosen';
  constructor(flow: string | null, rung: string) {
    super(MfaRungChosenEvent.eventName, flow, { rung }, true);
  }
}

/** The person is in and goes on. Unless cancelled, the element goes to `continue-url`. */
export class MfaDoneEvent extends MfaEvent {
  static readonly eventName = 'mfa-done';
  constructor(flow: string | null) {
    super(MfaDoneEvent.eventName, flow, {}, true);
  }
}

/** The first factor has to be given (again). Unless cancelled, the element goes to `sign-in-url`. */
export class MfaSignInNeededEvent extends MfaEvent {
  static readonly eventName = 'mfa-sign-in-needed';
  constructor(flow: string | null) {
    super(MfaSignInNeededEvent.eventName, flow, {}, true);
  }
}

/** The handle of the challenge on screen. */
export function flowOf(state: ChallengeState): string | null {
  if ('challenge' in state) return state.challenge.handle;
  return state.status === 'passed' ? state.handle : null;
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mfa-challenge-shown': MfaChallengeShownEvent;
    'mfa-lost-factor': MfaLostFactorEvent;
    'mfa-way-chosen': MfaWayChosenEvent;
    'mfa-way-requested': MfaWayRequestedEvent;
    'mfa-proof-refused': MfaProofRefusedEvent;
    'mfa-verified': MfaVerifiedEvent;
    'mfa-challenge-over': MfaChallengeOverEvent;
    'mfa-back': MfaBackEvent;
    'mfa-rung-chosen': MfaRungChosenEvent;
    'mfa-help': MfaHelpEvent;
    'mfa-done': MfaDoneEvent;
    'mfa-sign-in-needed': MfaSignInNeededEvent;
  }
}

/** The events by the names under which they are listened for. */
export type MfaEventMap = ByName<typeof Events>;

type ByName<Classes> = {
  [
    K in keyof Classes as Classes[K] extends { readonly eventName: infer Name extends string } ? Name : never
  ]: Classes[K] extends abstract new (...args: never[]) => infer Made ? Made : never;
};

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- this is how a listener's event gets its type
  interface HTMLElementEventMap extends MfaEventMap {}
}
