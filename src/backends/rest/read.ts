import type { Settled, Verified } from '../../core/challenge.js';
import type { Ceremony } from '../../ports/backend.js';
import { boolean, known, list, members, oneOf, optional, string, unreadable, whole, type Reader } from '../narrow.js';
import { instant, offerKind, todo } from './read-entry.js';
import type { ProblemReader } from './transport.js';

/** Readers for the answers of `openapi.yaml` that come after an entry, schema by schema. */

export const notified = known(list(string));

/** An answer without a body: the contract's 204. */
export const nothing: Reader<void> = (value) => {
  if (value !== null) unreadable();
};

/** The options are the browser's to read. */
export function ceremony<O>(value: unknown): Ceremony<O> {
  const { id, options, expiresAt } = members(value);
  return { id: string(id), options: members(options) as unknown as O, expiresAt: instant(expiresAt) };
}

export const verified: Reader<Verified> = (value) => {
  const v = members(value);
  return {
    by: offerKind(v.by),
    codesLeft: known(whole)(v.codesLeft),
    todo: todo(v.todo),
    mayPostpone: boolean(v.mayPostpone),
    notified: notified(v.notified),
  };
};

export const settled: Reader<Settled> = (value) => {
  const s = members(value);
  const state = oneOf('signed-in', 'pending', 'over')(s.state);
  return state === 'signed-in' ? { state, verified: verified(s.verified) } : { state, spent: known(boolean)(s.spent) };
};

/** Without `step-up-required`, which no operation of the challenge answers: see `read-account`. */
export const problem: ProblemReader = (value, wait) => {
  const p = members(value);
  const reference = optional(p.reference, string);
  switch (p.code) {
    case 'wrong-code':
    case 'used-code': {
      const triesLeft = optional(p.triesLeft, whole);
      return { code: p.code, ...(triesLeft !== undefined && { triesLeft }) };
    }
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
      return { code: 'server', ...(reference !== undefined && { reference }) };
    default:
      return { code: 'bad-response', ...(reference !== undefined && { reference }) };
  }
};
