/** The events of the account page's elements and of repair. */
import type { RepairTask } from '../core/challenge.js';
import type { Keeping } from '../core/custody.js';
import type { Known, StepUpNeed } from '../core/factor.js';
import type { Purpose, StepUpKind } from '../core/step-up.js';
import { MfaEvent } from './event.js';

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

/** Codes, or an app's key, that stood in the page stand in it no longer: hidden, finished with, or left. */
export class MfaSecretsWipedEvent extends MfaEvent<{ what: 'codes' | 'key' }> {
  static readonly eventName = 'mfa-secrets-wiped';
  constructor(what: 'codes' | 'key') {
    super(MfaSecretsWipedEvent.eventName, null, { what });
  }
}

/** What was added to the account. */
export interface AddedFactor {
  readonly kind: 'totp' | 'passkey' | 'security-key';
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

/** What was lost is turned off, or was removed on the account page. */
export class MfaFactorRemovedEvent extends MfaEvent<{ count: number }> {
  static readonly eventName = 'mfa-factor-removed';
  constructor(count: number) {
    super(MfaFactorRemovedEvent.eventName, null, { count });
  }
}

/** A second factor has another name. */
export class MfaFactorRenamedEvent extends MfaEvent {
  static readonly eventName = 'mfa-factor-renamed';
  constructor() {
    super(MfaFactorRenamedEvent.eventName, null, {});
  }
}

/** The person is signed out everywhere else. `trustedDevices`: whether those are asked for the second factor again. */
export class MfaOthersEndedEvent extends MfaEvent<{ ended: Known<number>; trustedDevices: 'forgotten' | 'kept' }> {
  static readonly eventName = 'mfa-others-ended';
  constructor(ended: Known<number>, trustedDevices: 'forgotten' | 'kept') {
    super(MfaOthersEndedEvent.eventName, null, { ended, trustedDevices });
  }
}

/** The person sets up a new second factor. `gone`: what they had is gone for good. */
export class MfaRepairBegunEvent extends MfaEvent<{ gone: boolean }> {
  static readonly eventName = 'mfa-repair-begun';
  constructor(gone: boolean) {
    super(MfaRepairBegunEvent.eventName, null, { gone });
  }
}

/** "Not now" was chosen. What is left to do comes back at the next sign-in where the server remembers it. */
export class MfaRepairPostponedEvent extends MfaEvent<{ left: readonly RepairTask[] }> {
  static readonly eventName = 'mfa-repair-postponed';
  constructor(left: readonly RepairTask[]) {
    super(MfaRepairPostponedEvent.eventName, null, { left });
  }
}

/** All is set. */
export class MfaRepairDoneEvent extends MfaEvent<{ added: number; codesOn: boolean; signedOutElsewhere: boolean }> {
  static readonly eventName = 'mfa-repair-done';
  constructor(detail: { added: number; codesOn: boolean; signedOutElsewhere: boolean }) {
    super(MfaRepairDoneEvent.eventName, null, detail);
  }
}

/** The person would rather set up another kind of second factor. */
export class MfaOtherKindEvent extends MfaEvent<{ kind: 'totp' }> {
  static readonly eventName = 'mfa-other-kind';
  constructor(kind: 'totp') {
    super(MfaOtherKindEvent.eventName, null, { kind });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mfa-step-up-needed': MfaStepUpNeededEvent;
    'mfa-step-up-passed': MfaStepUpPassedEvent;
    'mfa-codes-shown': MfaCodesShownEvent;
    'mfa-codes-kept': MfaCodesKeptEvent;
    'mfa-codes-confirmed': MfaCodesConfirmedEvent;
    'mfa-codes-abandoned': MfaCodesAbandonedEvent;
    'mfa-codes-removed': MfaCodesRemovedEvent;
    'mfa-codes-revealed': MfaCodesRevealedEvent;
    'mfa-secrets-wiped': MfaSecretsWipedEvent;
    'mfa-factor-added': MfaFactorAddedEvent;
    'mfa-other-kind': MfaOtherKindEvent;
    'mfa-factor-removed': MfaFactorRemovedEvent;
    'mfa-factor-renamed': MfaFactorRenamedEvent;
    'mfa-others-ended': MfaOthersEndedEvent;
    'mfa-repair-begun': MfaRepairBegunEvent;
    'mfa-repair-postponed': MfaRepairPostponedEvent;
    'mfa-repair-done': MfaRepairDoneEvent;
  }
}
