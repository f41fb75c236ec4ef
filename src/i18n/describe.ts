import type { OfferKind } from '../core/factor.js';
import type { Trouble } from '../core/machines/challenge.js';
import { fill } from './catalogue.js';
import { shared } from './messages/shared.js';
import { troubles } from './messages/troubles.js';

/** What the words of a trouble depend on. */
export interface Setting {
  /** The proof that was asked for; null where nothing was asked yet. */
  readonly way: OfferKind | null;
  readonly service: string;
  /** How a backup code looks here, or empty. */
  readonly shape: string;
  /** Writes a time of day in the page's language. */
  readonly time: (instant: number) => string;
}

/** The words of a way. What a passkey can't be, mistyped, is said as of an app. */
function wordsOf(way: OfferKind | null) {
  const { app, backup, sent, passkey } = troubles();
  switch (way) {
    case 'backup-code':
      return backup;
    case 'delivered-code':
      return sent;
    case 'passkey':
      return { ...app, ...passkey };
    default:
      return app;
  }
}

const FEW = 3;

/** The one table from what went wrong to what the person reads. Server text is never shown. */
export function describe(trouble: Trouble, setting: Setting): string {
  const { way, service, time } = setting;
  const all = troubles();
  const words = wordsOf(way);
  switch (trouble.code) {
    case 'typed':
      return typed(trouble.is, setting);
    case 'wrong-code':
      return withTries(words.wrong, trouble.triesLeft);
    case 'used-code':
      return withTries(words.used, trouble.triesLeft);
    case 'delivered-code-expired':
      return all.tooOld;
    case 'passkey-refused':
      return all.passkeyRefused;
    case 'not-spent':
      return words.notSpent;
    case 'maybe-spent':
      return words.maybeSpent;
    case 'too-many-attempts':
      return trouble.retryAt === 'unknown'
        ? all.tooMany
        : fill(trouble.blocks === 'all' ? all.tooManyUntil : words.tooManyUntil, { time: time(trouble.retryAt) });
    case 'offline':
      return way === null ? all.offline : words.offline;
    case 'unreachable':
    case 'outcome-unknown':
      return fill(all.unreachable, { service });
    case 'server':
    case 'bad-response':
      return trouble.reference === undefined
        ? fill(all.server, { service })
        : fill(all.serverReference, { service, reference: trouble.reference });
    case 'not-allowed':
      return all.notAllowed;
    default:
      return all.unknown;
  }
}

/** Words while nobody knows whether the person is in. They claim nothing. */
export const unsettled = (way: OfferKind | null): string => wordsOf(way).unsettled;

function typed(is: Extract<Trouble, { code: 'typed' }>['is'], { way, shape }: Setting): string {
  const { appCode, many, incompleteShape } = troubles();
  const { empty, incomplete } = wordsOf(way);
  switch (is) {
    case 'empty':
      return empty;
    case 'app-code':
      return appCode;
    case 'many':
      return many;
    case 'incomplete':
      return way === 'backup-code' && shape !== '' ? fill(incompleteShape, { shape }) : incomplete;
  }
}

/** Few tries left are said; more worry nobody. */
export function withTries(words: string, left: number | undefined): string {
  if (left === undefined || left > FEW || left === 0) return words;
  return both(words, fill(troubles().triesLeft, { count: left }));
}

/** Two sentences, one after the other. */
export const both = (first: string, second: string): string => fill(shared().both, { first, second });
