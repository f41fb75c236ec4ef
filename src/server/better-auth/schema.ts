import type { BetterAuthPlugin } from 'better-auth';

const ofUser = {
  type: 'string',
  required: true,
  index: true,
  references: { model: 'user', field: 'id', onDelete: 'cascade' },
} as const;
const text = { type: 'string', required: true } as const;
const count = { type: 'number', required: true, defaultValue: 0 } as const;
const instant = { type: 'date', required: true } as const;
const maybeInstant = { type: 'date', required: false } as const;

/** The plugin's tables, made by Better Auth's `getMigrations`. */
export const schema = {
  mfaFactor: {
    fields: {
      userId: ofUser,
      kind: text,
      secret: text,
      lastStep: count,
      name: { type: 'string', required: false },
      createdAt: instant,
      lastUsedAt: maybeInstant,
    },
  },
  mfaBackupCode: {
    fields: {
      userId: ofUser,
      hash: { ...text, unique: true },
      usedAt: maybeInstant,
      createdAt: instant,
    },
  },
  mfaChallenge: {
    fields: {
      userId: ofUser,
      tokenHash: { ...text, unique: true },
      passwordMark: { type: 'string', required: false },
      state: text,
      version: count,
      remember: { type: 'boolean', required: true },
      createdAt: instant,
      expiresAt: instant,
      proofUntil: instant,
      passedAt: maybeInstant,
      session: { type: 'string', required: false },
    },
  },
  mfaAttempt: {
    fields: {
      challengeId: {
        ...text,
        index: true,
        references: { model: 'mfaChallenge', field: 'id', onDelete: 'cascade' },
      },
      attempt: { ...text, index: true },
      outcome: text,
      createdAt: instant,
    },
    indexes: [{ fields: ['challengeId', 'attempt'], name: 'mfaAttempt_once', unique: true }],
  },
  mfaGuard: {
    fields: {
      userId: ofUser,
      kind: text,
      version: count,
      failed: count,
      locks: count,
      blockedUntil: maybeInstant,
    },
    indexes: [{ fields: ['userId', 'kind'], name: 'mfaGuard_once', unique: true }],
  },
} satisfies BetterAuthPlugin['schema'];

export interface FactorRow {
  id: string;
  userId: string;
  kind: 'totp';
  secret: string;
  /** The newest time step whose code was accepted (RFC 6238, 5.2: a code is accepted once). */
  lastStep: number;
  name: string | null;
  createdAt: Date;
  lastUsedAt: Date | null;
}

export interface BackupCodeRow {
  id: string;
  userId: string;
  hash: string;
  usedAt: Date | null;
  createdAt: Date;
}

export interface ChallengeRow {
  id: string;
  userId: string;
  tokenHash: string;
  /** A hash of the password's hash, from when the challenge was opened; null without a password. */
  passwordMark: string | null;
  state: 'pending' | 'passed' | 'cancelled';
  version: number;
  remember: boolean;
  createdAt: Date;
  expiresAt: Date;
  proofUntil: Date;
  passedAt: Date | null;
  /** The encrypted token of the session that passing made. */
  session: string | null;
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
  kind: 'totp' | 'backup-code';
  version: number;
  failed: number;
  locks: number;
  blockedUntil: Date | null;
}
