import { MfaEvent } from './events.js';

/** The person would rather set up another kind of second factor. */
export class MfaOtherKindEvent extends MfaEvent<{ kind: 'totp' }> {
  static readonly eventName = 'mfa-other-kind';
  constructor(kind: 'totp') {
    super(MfaOtherKindEvent.eventName, null, { kind });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mfa-other-kind': MfaOtherKindEvent;
  }
}
