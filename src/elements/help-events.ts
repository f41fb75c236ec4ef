/** The events of the last resort, and of what follows it. */
import { MfaEvent } from './event.js';

/** The server has taken a request to the help team. */
export class MfaHelpRequestedEvent extends MfaEvent {
  static readonly eventName = 'mfa-help-requested';
  constructor(flow: string | null) {
    super(MfaHelpRequestedEvent.eventName, flow, {});
  }
}

/** The request was taken back. `why`: the person found what they had lost, or had never asked. */
export class MfaHelpCancelledEvent extends MfaEvent<{ why: 'found' | 'not-me' }> {
  static readonly eventName = 'mfa-help-cancelled';
  constructor(flow: string | null, why: 'found' | 'not-me') {
    super(MfaHelpCancelledEvent.eventName, flow, { why });
  }
}

/** The person gives up the account's data and makes a new one. Unless cancelled, the element goes to `new-account-url`. */
export class MfaNewAccountEvent extends MfaEvent {
  static readonly eventName = 'mfa-new-account';
  constructor(flow: string | null) {
    super(MfaNewAccountEvent.eventName, flow, {}, true);
  }
}

/** The person was told that the help team took the second factor away: where a new one is set up, or at a later challenge. */
export class MfaResetShownEvent extends MfaEvent<{ where: 'enrollment' | 'challenge' }> {
  static readonly eventName = 'mfa-reset-shown';
  constructor(flow: string | null, where: 'enrollment' | 'challenge') {
    super(MfaResetShownEvent.eventName, flow, { where });
  }
}

/** After a reset, the person goes on to set up a new second factor. A code of the help team, where one is asked for, was right. */
export class MfaEnrollmentOpenedEvent extends MfaEvent {
  static readonly eventName = 'mfa-enrollment-opened';
  constructor(flow: string | null) {
    super(MfaEnrollmentOpenedEvent.eventName, flow, {});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mfa-help-requested': MfaHelpRequestedEvent;
    'mfa-help-cancelled': MfaHelpCancelledEvent;
    'mfa-new-account': MfaNewAccountEvent;
    'mfa-reset-shown': MfaResetShownEvent;
    'mfa-enrollment-opened': MfaEnrollmentOpenedEvent;
  }
}
