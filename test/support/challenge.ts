import type { Challenge, Verified } from '../../src/core/challenge.js';
import type { CodeFormat } from '../../src/core/backup-code.js';
import type { Offer, OfferOf } from '../../src/core/factor.js';

export const FORMAT: CodeFormat = {
  kind: 'grouped',
  alphabet: 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789',
  case: 'upper',
  groups: [4, 4, 4],
  separator: '-',
};

export const TOTP: OfferOf<'totp'> = { kind: 'totp' };
export const PASSKEY: OfferOf<'passkey'> = { kind: 'passkey' };
export const EMAIL: OfferOf<'delivered-code'> = {
  kind: 'delivered-code',
  id: 'email-1',
  channel: 'email',
  to: 'a•••@example.com',
};
export const SMS: OfferOf<'delivered-code'> = { kind: 'delivered-code', id: 'sms-1', channel: 'sms', to: '••• 42' };
export const BACKUP: OfferOf<'backup-code'> = { kind: 'backup-code', format: FORMAT, madeOn: 1_700_000_000_000 };
export const FEDERATED: OfferOf<'federated'> = {
  kind: 'federated',
  id: 'company',
  label: 'Company',
  url: 'https://company.example/',
};

/** A challenge that offers these, in the server's order. */
export const challengeOf = (...offers: readonly Offer[]): Challenge => ({
  handle: 'challenge-1',
  offers,
  certainty: 'told',
  account: 'a•••@example.com',
  expiresAt: 1_800_000_000_000,
  trust: null,
  notices: [],
});

export const CHALLENGE: Challenge = challengeOf(TOTP, BACKUP);

export const IN_BY_CODE: Verified = {
  by: 'backup-code',
  codesLeft: 9,
  todo: [],
  mayPostpone: true,
  notified: 'unknown',
};
