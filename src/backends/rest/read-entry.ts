import type { CodeFormat } from '../../core/backup-code.js';
import type { Case, Challenge, Entry } from '../../core/challenge.js';
import type { Delivery, Offer, OfferKind, OfferOf } from '../../core/factor.js';
import {
  boolean,
  known,
  list,
  members,
  nullable,
  oneOf,
  optional,
  shape,
  string,
  unreadable,
  whole,
  type Reader,
  type Readers,
} from '../narrow.js';

/** Readers for what a login page asks first: the challenge of `openapi.yaml`, schema by schema. */

export const instant = known(whole);

export const format = shape<CodeFormat>({
  kind: oneOf('opaque', 'grouped'),
  alphabet: optional(string),
  case: optional(oneOf('exact', 'lower', 'upper')),
  groups: optional(list(whole)),
  separator: optional(string),
});

export const delivery = shape<Delivery>({ sentAt: whole, resendAt: instant });

const OFFERS: { readonly [K in OfferKind]: Readers<Omit<OfferOf<K>, 'kind' | 'lastUsed'>> } = {
  totp: {},
  passkey: {},
  'backup-code': { format, madeOn: instant },
  'delivered-code': { id: string, channel: oneOf('email', 'sms'), to: string, sent: optional(delivery) },
  federated: { id: string, label: string, url: string },
};

/** Undefined for a kind or a channel of a later contract: a way that we can't show is a way that is not offered. */
export const offer: Reader<Offer | undefined> = (value) => {
  const { kind, channel = 'email' } = members(value);
  if (!Object.hasOwn(OFFERS, string(kind)) || !/^(email|sms)$/.test(string(channel))) return undefined;
  return shape({ kind: string, lastUsed: optional(boolean), ...OFFERS[kind as OfferKind] })(value) as Offer;
};

export const helpCase = shape<Case>({
  number: string,
  state: oneOf('waiting', 'answered', 'cancelled'),
  openedAt: whole,
  askAgainAt: whole,
});

/** What a challenge says besides the ways through it. What is of a later contract is left out: it must keep nobody out. */
const aside =
  <T>(read: Reader<T>): Reader<T | undefined> =>
  (value) => {
    try {
      return read(value);
    } catch {
      return undefined;
    }
  };

const notice = shape<Challenge['notices'][number]>({
  kind: oneOf('reset', 'temporary-codes', 'case-open', 'codes-low'),
  at: whole,
});

const present =
  <T>(read: Reader<readonly (T | undefined)[]>): Reader<readonly T[]> =>
  (value) =>
    read(value).filter((one) => one !== undefined);

const challenge = shape<Challenge>({
  handle: nullable(string),
  offers: present(list(offer)),
  certainty: oneOf('told', 'assumed'),
  account: string,
  expiresAt: instant,
  trust: nullable(shape({ days: whole })),
  notices: present(list(aside(notice))),
  assistance: aside(optional(helpCase)),
});

/** The one entry that has a first input. The others are `entry`, which comes later. */
export const challengeEntry: Reader<Entry> = (value) => {
  const { status, challenge: found } = members(value);
  return status === 'challenge' ? { status, challenge: challenge(found) } : unreadable();
};
