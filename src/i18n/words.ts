import type { Translated } from './catalogue.js';
import type { activity } from './messages/activity.js';
import type { after } from './messages/after.js';
import type { backupCode } from './messages/backup-code.js';
import type { backupCodes } from './messages/backup-codes.js';
import type { challenge } from './messages/challenge.js';
import type { common } from './messages/common.js';
import type { ends } from './messages/ends.js';
import type { fallback } from './messages/fallback.js';
import type { lostFactor } from './messages/lost-factor.js';
import type { keyTroubles } from './messages/key-troubles.js';
import type { notice } from './messages/notice.js';
import type { passkeyEnrollment } from './messages/passkey-enrollment.js';
import type { repair } from './messages/repair.js';
import type { reset } from './messages/reset.js';
import type { settings } from './messages/settings.js';
import type { shared } from './messages/shared.js';
import type { signIn } from './messages/sign-in.js';
import type { stepUp } from './messages/step-up.js';
import type { support } from './messages/support.js';
import type { totp } from './messages/totp.js';
import type { troubles } from './messages/troubles.js';
import type { ways } from './messages/ways.js';

/** The English catalogues. */
interface Catalogues {
  activity: typeof activity;
  after: typeof after;
  backupCode: typeof backupCode;
  backupCodes: typeof backupCodes;
  challenge: typeof challenge;
  common: typeof common;
  ends: typeof ends;
  fallback: typeof fallback;
  keyTroubles: typeof keyTroubles;
  lostFactor: typeof lostFactor;
  notice: typeof notice;
  passkeyEnrollment: typeof passkeyEnrollment;
  repair: typeof repair;
  reset: typeof reset;
  settings: typeof settings;
  shared: typeof shared;
  signIn: typeof signIn;
  stepUp: typeof stepUp;
  support: typeof support;
  totp: typeof totp;
  troubles: typeof troubles;
  ways: typeof ways;
}

/** The name of a catalogue. */
export type Name = keyof Catalogues;

/** A catalogue in another language. */
export type WordsOf<One extends Name> = Translated<ReturnType<Catalogues[One]>>;

type Partly<Tree> = Tree extends string
  ? string
  : string extends keyof Tree
    ? Tree
    : { readonly [Key in keyof Tree]?: Partly<Tree[Key]> };

/** Some of the words, as a page replaces them. */
export type SomeWords = { readonly [One in Name]?: Partly<WordsOf<One>> };
