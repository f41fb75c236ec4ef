/** Every element: its class, and the events that come out of it. Made by `npm run docs`. */
import type { MfaBackupCodeForm } from '../elements/backup-code-form/backup-code-form.js';
import type { MfaBackupCodes } from '../elements/backup-codes/backup-codes.js';
import type { MfaChallenge } from '../elements/challenge/challenge.js';
import type { MfaLostFactor } from '../elements/lost-factor/lost-factor.js';
import type { MfaPasskeyEnrollment } from '../elements/passkey-enrollment/passkey-enrollment.js';
import type { MfaRepair } from '../elements/repair/repair.js';
import type { MfaReset } from '../elements/reset/reset.js';
import type { MfaSettings } from '../elements/settings/settings.js';
import type { MfaSignIn } from '../elements/sign-in/sign-in.js';
import type { MfaStepUp } from '../elements/step-up/step-up.js';
import type { MfaSupport } from '../elements/support/support.js';
import type { MfaTotpEnrollment } from '../elements/totp-enrollment/totp-enrollment.js';

/** Tags and classes. */
export interface MfaTagMap {
  'mfa-backup-code-form': MfaBackupCodeForm;
  'mfa-backup-codes': MfaBackupCodes;
  'mfa-challenge': MfaChallenge;
  'mfa-lost-factor': MfaLostFactor;
  'mfa-passkey-enrollment': MfaPasskeyEnrollment;
  'mfa-repair': MfaRepair;
  'mfa-reset': MfaReset;
  'mfa-settings': MfaSettings;
  'mfa-sign-in': MfaSignIn;
  'mfa-step-up': MfaStepUp;
  'mfa-support': MfaSupport;
  'mfa-totp-enrollment': MfaTotpEnrollment;
}

/** Tags and names of events. */
export const FIRED = {
  'mfa-backup-code-form': [
    'mfa-challenge-shown',
    'mfa-way-requested',
    'mfa-back',
    'mfa-help',
    'mfa-proof-refused',
    'mfa-verified',
    'mfa-challenge-over',
  ],
  'mfa-backup-codes': [
    'mfa-codes-shown',
    'mfa-codes-kept',
    'mfa-codes-confirmed',
    'mfa-codes-abandoned',
    'mfa-codes-removed',
    'mfa-codes-revealed',
    'mfa-secrets-wiped',
    'mfa-back',
    'mfa-step-up-needed',
    'mfa-sign-in-needed',
    'mfa-done',
    'mfa-way-chosen',
    'mfa-proof-refused',
    'mfa-step-up-passed',
  ],
  'mfa-challenge': [
    'mfa-challenge-shown',
    'mfa-lost-factor',
    'mfa-way-chosen',
    'mfa-help',
    'mfa-reset-shown',
    'mfa-proof-refused',
    'mfa-verified',
    'mfa-challenge-over',
    'mfa-sign-in-needed',
    'mfa-done',
  ],
  'mfa-lost-factor': ['mfa-challenge-shown', 'mfa-way-requested', 'mfa-rung-chosen', 'mfa-help', 'mfa-back'],
  'mfa-passkey-enrollment': [
    'mfa-factor-added',
    'mfa-other-kind',
    'mfa-step-up-needed',
    'mfa-step-up-passed',
    'mfa-back',
    'mfa-sign-in-needed',
    'mfa-done',
    'mfa-way-chosen',
    'mfa-proof-refused',
  ],
  'mfa-repair': [
    'mfa-repair-begun',
    'mfa-factor-added',
    'mfa-codes-confirmed',
    'mfa-factor-removed',
    'mfa-repair-postponed',
    'mfa-repair-done',
    'mfa-help',
    'mfa-sign-in-needed',
    'mfa-done',
    'mfa-step-up-needed',
    'mfa-way-chosen',
    'mfa-proof-refused',
    'mfa-step-up-passed',
    'mfa-codes-shown',
    'mfa-codes-kept',
    'mfa-codes-abandoned',
    'mfa-secrets-wiped',
    'mfa-codes-removed',
    'mfa-codes-revealed',
  ],
  'mfa-reset': ['mfa-reset-shown', 'mfa-enrollment-opened', 'mfa-help', 'mfa-sign-in-needed'],
  'mfa-settings': [
    'mfa-factor-added',
    'mfa-factor-renamed',
    'mfa-factor-removed',
    'mfa-others-ended',
    'mfa-codes-shown',
    'mfa-codes-kept',
    'mfa-codes-confirmed',
    'mfa-codes-abandoned',
    'mfa-codes-removed',
    'mfa-step-up-needed',
    'mfa-step-up-passed',
    'mfa-sign-in-needed',
    'mfa-way-chosen',
    'mfa-proof-refused',
    'mfa-secrets-wiped',
    'mfa-codes-revealed',
  ],
  'mfa-sign-in': [
    'mfa-challenge-shown',
    'mfa-lost-factor',
    'mfa-way-chosen',
    'mfa-back',
    'mfa-rung-chosen',
    'mfa-help',
    'mfa-help-requested',
    'mfa-help-cancelled',
    'mfa-reset-shown',
    'mfa-enrollment-opened',
    'mfa-new-account',
    'mfa-proof-refused',
    'mfa-verified',
    'mfa-challenge-over',
    'mfa-sign-in-needed',
    'mfa-done',
    'mfa-way-requested',
    'mfa-step-up-needed',
    'mfa-step-up-passed',
    'mfa-factor-added',
    'mfa-codes-shown',
    'mfa-codes-kept',
    'mfa-codes-abandoned',
    'mfa-secrets-wiped',
    'mfa-codes-confirmed',
    'mfa-codes-removed',
    'mfa-codes-revealed',
    'mfa-repair-begun',
    'mfa-factor-removed',
    'mfa-repair-postponed',
    'mfa-repair-done',
  ],
  'mfa-step-up': [
    'mfa-step-up-needed',
    'mfa-way-chosen',
    'mfa-proof-refused',
    'mfa-step-up-passed',
    'mfa-back',
    'mfa-sign-in-needed',
    'mfa-done',
  ],
  'mfa-support': ['mfa-challenge-shown', 'mfa-help-requested', 'mfa-help-cancelled', 'mfa-new-account', 'mfa-back'],
  'mfa-totp-enrollment': [
    'mfa-factor-added',
    'mfa-codes-shown',
    'mfa-codes-kept',
    'mfa-codes-abandoned',
    'mfa-secrets-wiped',
    'mfa-back',
    'mfa-step-up-needed',
    'mfa-step-up-passed',
    'mfa-sign-in-needed',
    'mfa-done',
    'mfa-way-chosen',
    'mfa-proof-refused',
  ],
} as const;
