/**
 * Every event of the elements. They bubble, cross shadow roots, and state facts for logs and hosts: what counts as proof
 * is the server's own record. No event carries a code, a key, an address or anything that was typed.
 */
import type { RepairTask } from '../core/challenge.js';
import type { Keeping } from '../core/custody.js';
import type { Known, OfferKind, StepUpNeed } from '../core/factor.js';
import type { ChallengeState } from '../core/machines/challenge.js';
import type { Purpose, StepUpKind } from '../core/step-up.js';

/** What every event tells. */
export interface MfaFact {
  /** UTC, by the browser's clock. */
  readonly at: string;
  /** The challenge's handle where the server has one. Not a secret. */
  readonly flow: string | null;
}

export abstract class MfaEvent<Detail extends object = object> extends Event {
  readonly detail: Readonly<Detail & MfaFact>;
  constructor(type: string, flow: string | null, detail: Detail, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
    this.detail = Object.freeze({ at: new Date().toISOString(), flow, ...detail });
  }
}

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

/** Where a fresh proof is given: on the screen, on another page, or by signing in again. */
export type StepUpPlace = Exclude<StepUpNeed['how'], 'with-call'>;

/**
 * A fresh proof is asked for. Where it is given elsewhere, this is told by the click that leads there, and is cancelable.
 * `step`: what it is for, to be given to the element again when the person comes back.
 */
export class MfaStepUpNeededEvent extends MfaEvent<{ how: StepUpPlace; step: Exclude<Purpose, 'turn-on'> | null }> {
  static readonly eventName = 'mfa-step-up-needed';
  constructor(how: StepUpPlace, step: Exclude<Purpose, 'turn-on'> | null) {
    super(MfaStepUpNeededEvent.eventName, null, { how, step }, how !== 'in-place');
  }
}

/** The server accepted a fresh proof. What it was asked for waits for the person's click. */
export class MfaStepUpPassedEvent extends MfaEvent<{ way: StepUpKind | null; outcome: 'accepted' }> {
  static readonly eventName = 'mfa-step-up-passed';
  constructor(way: StepUpKind | null) {
    super(MfaStepUpPassedEvent.eventName, null, { way, outcome: 'accepted' });
  }
}

/** The server made a set of backup codes, and it is on screen. `flow` is the set's id here and in what follows. */
export class MfaCodesShownEvent extends MfaEvent<{ count: number }> {
  static readonly eventName = 'mfa-codes-shown';
  constructor(flow: string, count: number) {
    super(MfaCodesShownEvent.eventName, flow, { count });
  }
}

/** The person chose a way to save them. `ok`: whether the browser let us; nobody can know more. */
export class MfaCodesKeptEvent extends MfaEvent<{ by: Keeping; ok: boolean }> {
  static readonly eventName = 'mfa-codes-kept';
  constructor(flow: string, by: Keeping, ok: boolean) {
    super(MfaCodesKeptEvent.eventName, flow, { by, ok });
  }
}

/** The codes are on, by the server's word. */
export class MfaCodesConfirmedEvent extends MfaEvent<{ left: Known<number> }> {
  static readonly eventName = 'mfa-codes-confirmed';
  constructor(flow: string, left: Known<number>) {
    super(MfaCodesConfirmedEvent.eventName, flow, { left });
  }
}

/** The codes left the screen before the person had finished. */
export class MfaCodesAbandonedEvent extends MfaEvent<{ reason: 'left' | 'replaced' | 'signed-out' }> {
  static readonly eventName = 'mfa-codes-abandoned';
  constructor(flow: string, reason: 'left' | 'replaced' | 'signed-out') {
    super(MfaCodesAbandonedEvent.eventName, flow, { reason });
  }
}

/** Backup codes were turned off. */
export class MfaCodesRemovedEvent extends MfaEvent {
  static readonly eventName = 'mfa-codes-removed';
  constructor() {
    super(MfaCodesRemovedEvent.eventName, null, {});
  }
}

/** The codes in force are shown again. */
export class MfaCodesRevealedEvent extends MfaEvent {
  static readonly eventName = 'mfa-codes-revealed';
  constructor() {
    super(MfaCodesRevealedEvent.eventName, null, {});
  }
}

/** What was added to the account. */
export interface AddedFactor {
  readonly kind: 'totp' | 'passkey' | 'security-key';
  /** As the person named it; null: it has no name of its own. */
  readonly name: string | null;
  /** What the server says is still to do. */
  readonly todo: readonly RepairTask[];
  /** Where it told about this, masked by the server. */
  readonly notified: Known<readonly string[]>;
}

/** The server accepted a new second factor. */
export class MfaFactorAddedEvent extends MfaEvent<AddedFactor> {
  static readonly eventName = 'mfa-factor-added';
  constructor(flow: string | null, added: AddedFactor) {
    super(MfaFactorAddedEvent.eventName, flow, added);
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
    'mfa-step-up-needed': MfaStepUpNeededEvent;
    'mfa-step-up-passed': MfaStepUpPassedEvent;
    'mfa-codes-shown': MfaCodesShownEvent;
    'mfa-codes-kept': MfaCodesKeptEvent;
    'mfa-codes-confirmed': MfaCodesConfirmedEvent;
    'mfa-codes-abandoned': MfaCodesAbandonedEvent;
    'mfa-codes-removed': MfaCodesRemovedEvent;
    'mfa-codes-revealed': MfaCodesRevealedEvent;
    'mfa-factor-added': MfaFactorAddedEvent;
    'mfa-done': MfaDoneEvent;
    'mfa-sign-in-needed': MfaSignInNeededEvent;
  }
}
