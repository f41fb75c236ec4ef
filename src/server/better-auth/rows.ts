/** The rows of the plugin's tables, as the adapter gives them. */

export interface FactorRow {
  id: string;
  userId: string;
  /** `account-email` only notes when a code to the account's own address was last used; it is no second factor itself. */
  kind: 'totp' | 'email' | 'sms' | 'account-email';
  /** Encrypted: the app's key, or where codes are sent. */
  secret: string;
  /** The newest time step whose code was accepted (RFC 6238, 5.2: a code is accepted once). */
  lastStep: number;
  name: string | null;
  createdAt: Date;
  lastUsedAt: Date | null;
}

export interface PasskeyRow {
  id: string;
  userId: string;
  kind: 'passkey' | 'security-key';
  /** As WebAuthn writes it: base64url. */
  credentialId: string;
  /** The COSE key in base64url. */
  publicKey: string;
  /** The newest signature counter that was accepted; stays 0 for authenticators that have none. */
  counter: number;
  /** A JSON array of the transports that the browser told, or null. */
  transports: string | null;
  /** The user handle it was registered under, or null where nobody noted it. */
  userHandle: string | null;
  /** Whether it lives in an account of its maker; null where nobody knows. */
  synced: boolean | null;
  name: string | null;
  createdAt: Date;
  lastUsedAt: Date | null;
}

export interface BackupCodeRow {
  id: string;
  userId: string;
  hash: string;
  usedAt: Date | null;
  /** Until when it works: only codes that the help team made end by themselves. */
  expiresAt: Date | null;
  createdAt: Date;
}

/**
 * Somebody who is asked for a second factor: at a sign-in, or by a step-up inside a session. Attempts, ceremonies and codes
 * that are sent hang on it either way.
 */
export interface ChallengeRow {
  id: string;
  userId: string;
  /** The hash of the challenge's cookie; for a step-up the name of its session, which is no hash. */
  tokenHash: string;
  /** A hash of the password's hash, from when the challenge was opened; null without a password. */
  passwordMark: string | null;
  state: 'pending' | 'passed' | 'cancelled';
  version: number;
  remember: boolean;
  createdAt: Date;
  expiresAt: Date;
  proofUntil: Date;
  /** `password`; null: another first factor, such as a sign-in elsewhere. */
  openedBy: 'password' | null;
  passedAt: Date | null;
  /** The encrypted token of the session that passing made. */
  session: string | null;
  /** The encrypted token of the device that was trusted with it. */
  trust: string | null;
  /** When a proof was refused, until somebody was told of it. */
  failedAt: Date | null;
  /** Roughly where that came from. */
  failedFrom: string | null;
  /** When a linked sign-in, or a code of the help team, opened the set-up of a new factor in it. */
  enrollsSince: Date | null;
  /** Of a step-up: until when its session may change how the account is opened. */
  privilegedUntil: Date | null;
  /** The reset whose pass was given in it. */
  passFor: string | null;
  /** How often a wrong pass was given in it. */
  passFailed: number;
}

/** Who is asked; `id` is null for a step-up that nobody has begun. */
export interface Asked {
  id: string | null;
  userId: string;
}

/** A set of backup codes that was made in a session. Codes are judged by their own rows, which only a set in force has. */
export interface CodeSetRow {
  id: string;
  userId: string;
  /** What the client calls it by. */
  setId: string;
  sessionId: string;
  /** `ended`: replaced, dropped or removed. */
  state: 'staged' | 'on' | 'ended';
  /** While it is staged: a JSON array of the hashes of its codes. */
  hashes: string | null;
  /** A JSON array of the masked addresses that were told when it came into force; null while nobody knows. */
  notified: string | null;
  createdAt: Date;
}

/** An authenticator app that is being set up. Nothing of it opens the account. */
export interface SetupRow {
  id: string;
  userId: string;
  /** What the client calls it by. */
  setupId: string;
  sessionId: string;
  passwordMark: string | null;
  /** While it is open: the app's key, encrypted. */
  secret: string | null;
  replace: boolean;
  lost: boolean;
  /** `ended`: superseded or abandoned. */
  state: 'open' | 'done' | 'ended';
  /** The factor that it became. */
  factorId: string | null;
  /** As a set's. */
  notified: string | null;
  createdAt: Date;
}

/** One ceremony that makes a passkey or security key. It is good for one answer. */
export interface RegistrationRow {
  id: string;
  userId: string;
  /** What the client calls it by. */
  ceremony: string;
  sessionId: string;
  passwordMark: string | null;
  kind: PasskeyRow['kind'];
  /** WebAuthn's challenge, in base64url. Not secret. */
  nonce: string;
  /** `refused`: it was answered, and not well. */
  state: 'open' | 'done' | 'refused';
  /** The passkey that it made. */
  passkeyId: string | null;
  /** As a set's. */
  notified: string | null;
  expiresAt: Date;
}

/** One thing that a person still has to do before the account is as safe as it was. */
export interface RepairRow {
  id: string;
  userId: string;
  task: 'add-factor' | 'new-codes' | 'retire-lost' | 'end-other-sessions';
  createdAt: Date;
}

/** When a person last signed in by a backup code. */
export interface RecoveryRow {
  id: string;
  userId: string;
  at: Date;
}

/** The token that a session had before; leads to the session for a while, since the answer with the new one may be lost. */
export interface RotationRow {
  id: string;
  userId: string;
  tokenHash: string;
  sessionId: string;
  until: Date;
}

export interface AttemptRow {
  id: string;
  challengeId: string;
  attempt: string;
  outcome: string;
  createdAt: Date;
}

export interface GuardRow {
  id: string;
  userId: string;
  /**
   * `factors` stands for every change of the factors; what it counts are wrong codes of apps that are being set up. `help` and
   * `agent` count nothing: they put a person's requests for help, and an agent's acts, one after the other. `failed-notice` counts
   * nothing either: it is blocked while no other such notice may go out.
   */
  kind:
    | 'totp'
    | 'backup-code'
    | 'delivered-code'
    | 'password'
    | 'factors'
    | 'enrollment-pass'
    | 'help'
    | 'agent'
    | 'failed-notice';
  version: number;
  failed: number;
  locks: number;
  blockedUntil: Date | null;
}

/** One WebAuthn ceremony that was begun. Finishing it, well or not, takes the row away. */
export interface CeremonyRow {
  id: string;
  challengeId: string;
  /** What the client calls it by. */
  ceremony: string;
  /** WebAuthn's challenge, in base64url. Not secret. */
  nonce: string;
  expiresAt: Date;
}

/** One code that was sent. The newest of a challenge and an offer is the one in force. */
export interface DeliveryRow {
  id: string;
  userId: string;
  challengeId: string;
  offer: string;
  hash: string;
  sentAt: Date;
  usedAt: Date | null;
}

export interface TrustedDeviceRow {
  id: string;
  userId: string;
  tokenHash: string;
  /** As a challenge's: from when the device was trusted. */
  passwordMark: string | null;
  createdAt: Date;
  lastUsedAt: Date | null;
}

/** What happened to an account. */
export interface ActivityRow {
  id: string;
  userId: string;
  what: string;
  at: Date;
  /** Who did it, where it wasn't the person. */
  byRole: 'help-desk' | 'system' | null;
}
