import type { Name } from './words.js';

/** Which file of a locale holds a catalogue: what comes together for a page comes in one. */
export const FILES = {
  common: 'first',
  challenge: 'first',
  shared: 'later',
  troubles: 'later',
  after: 'later',
  ends: 'later',
  ways: 'later',
  notice: 'first',
  backupCode: 'sign-in',
  lostFactor: 'sign-in',
  signIn: 'sign-in',
  support: 'help',
  reset: 'help',
  stepUp: 'step-up',
  backupCodes: 'codes',
  totp: 'app',
  passkeyEnrollment: 'passkey',
  keyTroubles: 'key-troubles',
  repair: 'repair',
  settings: 'settings',
  activity: 'settings',
  fallback: 'fallback',
} as const satisfies Record<Name, string>;

/** A file of a locale. */
export type File = (typeof FILES)[Name];
