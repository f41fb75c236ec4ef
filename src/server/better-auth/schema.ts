import type { BetterAuthPlugin } from 'better-auth';
import { count, instant, maybeInstant, maybeText, ofUser, text } from './columns.js';
import { linkedTables } from './linked/tables.js';

const ofChallenge = {
  ...text,
  index: true,
  references: { model: 'mfaChallenge', field: 'id', onDelete: 'cascade' },
} as const;
/** A signature counter is an unsigned number of 32 bits; a driver may hand a big integer over as text. */
const bigCount = { ...count, bigint: true, transform: { output: Number } } as const;

/** The plugin's tables, made by Better Auth's `getMigrations`. */
export const schema = {
  mfaFactor: {
    fields: {
      userId: ofUser,
      kind: text,
      secret: text,
      lastStep: count,
      name: maybeText,
      createdAt: instant,
      lastUsedAt: maybeInstant,
    },
  },
  mfaPasskey: {
    fields: {
      userId: ofUser,
      kind: text,
      credentialId: { ...text, unique: true },
      publicKey: text,
      counter: bigCount,
      transports: maybeText,
      userHandle: maybeText,
      synced: { type: 'boolean', required: false },
      name: maybeText,
      createdAt: instant,
      lastUsedAt: maybeInstant,
    },
  },
  mfaBackupCode: {
    fields: {
      userId: ofUser,
      hash: { ...text, unique: true },
      usedAt: maybeInstant,
      expiresAt: maybeInstant,
      createdAt: instant,
    },
  },
  mfaChallenge: {
    fields: {
      userId: ofUser,
      tokenHash: { ...text, unique: true },
      passwordMark: maybeText,
      state: text,
      version: count,
      remember: { type: 'boolean', required: true },
      createdAt: instant,
      expiresAt: instant,
      proofUntil: instant,
      passedAt: maybeInstant,
      session: maybeText,
      trust: maybeText,
      privilegedUntil: maybeInstant,
      passFor: maybeText,
      openedBy: maybeText,
      failedAt: { ...maybeInstant, index: true },
      failedFrom: maybeText,
      enrollsSince: maybeInstant,
      passFailed: count,
    },
  },
  mfaCodeSet: {
    fields: {
      userId: ofUser,
      setId: { ...text, unique: true },
      sessionId: text,
      state: text,
      hashes: maybeText,
      notified: maybeText,
      createdAt: instant,
    },
  },
  mfaSetup: {
    fields: {
      userId: ofUser,
      setupId: { ...text, unique: true },
      sessionId: text,
      passwordMark: maybeText,
      secret: maybeText,
      replace: { type: 'boolean', required: true },
      lost: { type: 'boolean', required: true },
      state: text,
      factorId: maybeText,
      notified: maybeText,
      createdAt: instant,
    },
  },
  mfaRegistration: {
    fields: {
      userId: ofUser,
      ceremony: { ...text, unique: true },
      sessionId: text,
      passwordMark: maybeText,
      kind: text,
      nonce: text,
      state: text,
      passkeyId: maybeText,
      notified: maybeText,
      expiresAt: instant,
    },
  },
  mfaRepair: {
    fields: { userId: ofUser, task: text, createdAt: instant },
    indexes: [{ fields: ['userId', 'task'], name: 'mfaRepair_once', unique: true }],
  },
  mfaRecovery: {
    fields: { userId: { ...ofUser, index: false, unique: true }, at: instant },
  },
  mfaRotation: {
    fields: { userId: ofUser, tokenHash: { ...text, unique: true }, sessionId: text, until: instant },
  },
  ...linkedTables,
  mfaAttempt: {
    fields: {
      challengeId: ofChallenge,
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
  mfaRateLimit: {
    fields: { key: { ...text, unique: true }, count, endsAt: { ...instant, index: true } },
  },
  mfaCeremony: {
    fields: {
      challengeId: ofChallenge,
      ceremony: { ...text, unique: true },
      nonce: text,
      expiresAt: instant,
    },
  },
  mfaDelivery: {
    fields: {
      userId: ofUser,
      challengeId: ofChallenge,
      offer: text,
      hash: text,
      sentAt: instant,
      usedAt: maybeInstant,
    },
  },
  mfaTrustedDevice: {
    fields: {
      userId: ofUser,
      tokenHash: { ...text, unique: true },
      passwordMark: maybeText,
      createdAt: instant,
      lastUsedAt: maybeInstant,
    },
  },
  mfaActivity: {
    fields: {
      userId: ofUser,
      what: text,
      at: instant,
      byRole: maybeText,
    },
  },
  mfaAudit: {
    fields: {
      at: instant,
      event: text,
      actorId: { ...text, index: true },
      subjectId: { ...maybeText, index: true },
      role: text,
      detail: text,
    },
  },
  mfaCase: {
    fields: {
      userId: ofUser,
      number: { ...text, unique: true },
      state: text,
      openedAt: instant,
      askAgainAt: instant,
      escalatedBy: maybeText,
      withdrawnAt: maybeInstant,
    },
  },
  mfaApproval: {
    fields: { userId: ofUser, caseNumber: { ...text, index: true }, act: text, agentId: text, at: instant },
  },
  mfaStanding: {
    fields: {
      userId: { ...ofUser, index: false, unique: true },
      suspendedAt: maybeInstant,
      passwordDueBy: maybeInstant,
      reset: maybeText,
      caseNumber: maybeText,
      byRole: maybeText,
      resetAt: maybeInstant,
      deadline: maybeInstant,
      passHash: maybeText,
      passUntil: maybeInstant,
      passUsedAt: maybeInstant,
      doneAt: maybeInstant,
      toldAt: maybeInstant,
      addresses: maybeText,
    },
  },
  mfaFreezeToken: {
    fields: { userId: ofUser, tokenHash: { ...text, unique: true }, at: instant, usedAt: maybeInstant },
  },
} satisfies BetterAuthPlugin['schema'];
