import type { Entry, Settled, Verified } from '../../core/challenge.js';
import type { MfaProblem } from '../../core/errors.js';
import type { OfferKind } from '../../core/factor.js';
import type { Ceremony } from '../../ports/backend.js';
import {
  boolean,
  known,
  list,
  members,
  oneOf,
  optional,
  shape,
  string,
  unreadable,
  whole,
  type Reader,
} from '../narrow.js';
import { challengeEntry, instant } from './read-entry.js';
import type { ProblemReader } from './transport.js';

/** Readers for the answers of `openapi.yaml` that come after the challenge, schema by schema. */

const offerKind: Reader<OfferKind> = oneOf('totp', 'passkey', 'delivered-code', 'backup-code', 'federated');

export const notified = known(list(string));

export const todo = list(oneOf('add-factor', 'new-codes', 'retire-lost', 'end-other-sessions'));

/** An answer without a body: the contract's 204. */
export const nothing: Reader<void> = (value) => {
  if (value !== null) unreadable();
};

type EntryOf<S extends Entry['status']> = Extract<Entry, { status: S }>;
const enroll = shape<Omit<EntryOf<'enroll'>, 'status'>>({
  because: oneOf('reset', 'policy', 'lost'),
  reset: optional(shape({ byRole: string, at: whole, deadline: whole })),
  passNeeded: boolean,
});
const blocked = shape<Omit<EntryOf<'blocked'>, 'status'>>({
  why: oneOf('suspended', 'deadline-passed', 'recovery-forbidden', 'no-usable-factor'),
});

const postponable = shape<{ readonly mayPostpone?: boolean }>({ mayPostpone: optional(boolean) });

export const entry: Reader<Entry> = (value) => {
  const e = members(value);
  const status = oneOf('challenge', 'signed-in', 'sign-in-first', 'enroll', 'change-password', 'blocked')(e.status);
  switch (status) {
    case 'challenge':
      return challengeEntry(value);
    case 'signed-in':
      return { status, todo: todo(e.todo), ...postponable(value) };
    case 'sign-in-first':
      return { status };
    case 'enroll':
      return { status, ...enroll(value) };
    case 'change-password':
      return { status, url: string(e.url) };
    case 'blocked':
      return { status, ...blocked(value) };
  }
};

/** The options are the browser's to read. */
export const ceremony = <O>(value: unknown): Ceremony<O> =>
  shape<Ceremony<O>>({ id: string, options: (options) => members(options) as unknown as O, expiresAt: instant })(value);

export const verified = shape<Verified>({
  by: offerKind,
  codesLeft: known(whole),
  todo,
  mayPostpone: boolean,
  notified,
});

export const settled: Reader<Settled> = (value) => {
  const s = members(value);
  const state = oneOf('signed-in', 'pending', 'over')(s.state);
  return state === 'signed-in' ? { state, verified: verified(s.verified) } : { state, spent: known(boolean)(s.spent) };
};

const triesLeft = shape<{ readonly triesLeft?: number }>({ triesLeft: optional(whole) });
const reference = shape<{ readonly reference?: string }>({ reference: optional(string) });

/** Without `step-up-required`, which no operation of the challenge answers: see `read-account`. */
export const problem: ProblemReader = (value, wait): MfaProblem => {
  const p = members(value);
  switch (p.code) {
    case 'wrong-code':
    case 'used-code':
      return { code: p.code, ...triesLeft(value) };
    case 'delivered-code-expired':
    case 'passkey-refused':
    case 'passkey-exists':
    case 'invalid-name':
    case 'signed-out':
    case 'other-account':
    case 'superseded':
      return { code: p.code };
    case 'too-many-attempts':
      return {
        code: p.code,
        blocks: p.blocks === 'all' ? p.blocks : list(offerKind)(p.blocks),
        retryAt: p.retryAt === undefined ? (wait?.retryAt ?? 'unknown') : instant(p.retryAt),
        ...(wait?.waitFor !== undefined && { waitFor: wait.waitFor }),
      };
    case 'challenge-over':
      return { code: p.code, restart: oneOf('here', 'sign-in')(p.restart) };
    case 'not-allowed':
      return { code: p.code, reason: oneOf('policy', 'last-factor', 'suspended', 'not-offered')(p.reason) };
    case 'server':
      return { code: p.code, ...reference(value) };
    default:
      return { code: 'bad-response', ...reference(value) };
  }
};
