import { instant, maybeInstant, ofUser, text } from '../columns.js';

export const linkedTables = {
  mfaLink: {
    fields: {
      userId: ofUser,
      provider: text,
      issuer: text,
      sub: { ...text, index: true },
      createdAt: instant,
      lastUsedAt: maybeInstant,
    },
    indexes: [{ fields: ['provider', 'issuer', 'sub'], name: 'mfaLink_once', unique: true }],
  },
  mfaLinkFlow: {
    fields: {
      userId: ofUser,
      owner: text,
      purpose: text,
      provider: text,
      stateHash: { ...text, unique: true },
      nonce: text,
      verifier: text,
      createdAt: instant,
    },
  },
} as const;
