import type { Challenge, Verified } from '../../src/core/challenge.js';
import type { CodeFormat } from '../../src/core/backup-code.js';

export const FORMAT: CodeFormat = {
  kind: 'grouped',
  alphabet: 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789',
  case: 'upper',
  groups: [4, 4, 4],
  separator: '-',
};

export const CHALLENGE: Challenge = {
  handle: 'challenge-1',
  offers: [{ kind: 'totp' }, { kind: 'backup-code', format: FORMAT, madeOn: 1_700_000_000_000 }],
  certainty: 'told',
  account: 'a•••@example.com',
  expiresAt: 1_800_000_000_000,
  trust: null,
  notices: [],
};

export const IN_BY_CODE: Verified = {
  by: 'backup-code',
  codesLeft: 9,
  todo: [],
  mayPostpone: true,
  notified: 'unknown',
};
