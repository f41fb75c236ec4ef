import type { CodeFormat } from '../../core/backup-code.js';
import type { Case, Challenge, Entry } from '../../core/challenge.js';
import type { Delivery, Offer, OfferKind } from '../../core/factor.js';
import { boolean, known, list, members, nullable, oneOf, optional, string, whole, type Reader } from '../narrow.js';

/** Readers for what a login page asks first: the entry of `openapi.yaml`, schema by schema. */

export const offerKind = oneOf('totp', 'passkey', 'delivered-code', 'backup-code', 'federated');
export const instant = known(whole);

export const format: Reader<CodeFormat> = (value) => {
  const { kind, alphabet, case: letters, groups, separator } = members(value);
  return {
    kind: oneOf('opaque', 'grouped')(kind),
    alphabet: optional(alphabet, string),
    case: optional(letters, oneOf('exact', 'lower', 'upper')),
    groups: optional(groups, list(whole)),
    separator: optional(separator, string),
  };
};

export const delivery: Reader<Delivery> = (value) => {
  const { sentAt, resendAt } = members(value);
  return { sentAt: whole(sentAt), resendAt: instant(resendAt) };
};

/** Undefined for a kind of a later contract: a way that we can't show is a way that is not offered. */
export const offer: Reader<Offer | undefined> = (value) => {
  const o = members(value);
  const lastUsed = optional(o.lastUsed, boolean);
  switch (string(o.kind) as OfferKind) {
    case 'totp':
      return { kind: 'totp', lastUsed };
    case 'passkey':
      return { kind: 'passkey', lastUsed };
    case 'backup-code':
      return { kind: 'backup-code', format: format(o.format), madeOn: instant(o.madeOn), lastUsed };
    case 'delivered-code': {
      const sent = optional(o.sent, delivery);
      const channel = (['email', 'sms'] as const).find((one) => one === o.channel);
      return (
        channel && {
          kind: 'delivered-code',
          id: string(o.id),
          channel,
          to: string(o.to),
          lastUsed,
          ...(sent && { sent }),
        }
      );
    }
    case 'federated':
      return { kind: 'federated', id: string(o.id), label: string(o.label), url: string(o.url), lastUsed };
    default:
      return undefined;
  }
};

export const helpCase: Reader<Case> = (value) => {
  const { number, state, openedAt, askAgainAt } = members(value);
  return {
    number: string(number),
    state: oneOf('waiting', 'answered', 'cancelled')(state),
    openedAt: whole(openedAt),
    askAgainAt: whole(askAgainAt),
  };
};

/** Undefined for a kind of a later contract: what we can't say must keep nobody out. */
const notice: Reader<Challenge['notices'][number] | undefined> = (value) => {
  const { kind, at } = members(value);
  const known = (['reset', 'temporary-codes', 'case-open', 'codes-low'] as const).find((one) => one === string(kind));
  return known && { kind: known, at: whole(at) };
};

const challenge: Reader<Challenge> = (value) => {
  const c = members(value);
  const assistance = optional(c.assistance, helpCase);
  return {
    handle: nullable(string)(c.handle),
    offers: list(offer)(c.offers).filter((o) => o !== undefined),
    certainty: oneOf('told', 'assumed')(c.certainty),
    account: string(c.account),
    expiresAt: instant(c.expiresAt),
    trust: nullable((trust) => ({ days: whole(members(trust).days) }))(c.trust),
    notices: list(notice)(c.notices).filter((one) => one !== undefined),
    ...(assistance && { assistance }),
  };
};

export const todo = list(oneOf('add-factor', 'new-codes', 'retire-lost', 'end-other-sessions'));

export const entry: Reader<Entry> = (value) => {
  const e = members(value);
  const status = oneOf('challenge', 'signed-in', 'sign-in-first', 'enroll', 'change-password', 'blocked')(e.status);
  switch (status) {
    case 'challenge':
      return { status, challenge: challenge(e.challenge) };
    case 'signed-in':
      return { status, todo: todo(e.todo) };
    case 'sign-in-first':
      return { status };
    case 'enroll': {
      const reset = optional(e.reset, (r) => {
        const { byRole, at, deadline } = members(r);
        return { byRole: string(byRole), at: whole(at), deadline: whole(deadline) };
      });
      const because = oneOf('reset', 'policy')(e.because);
      return { status, because, passNeeded: boolean(e.passNeeded), ...(reset && { reset }) };
    }
    case 'change-password':
      return { status, url: string(e.url) };
    case 'blocked':
      return { status, why: oneOf('suspended', 'deadline-passed', 'recovery-forbidden', 'no-usable-factor')(e.why) };
  }
};
