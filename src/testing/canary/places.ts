import { findCanary } from './find.js';
import { textOf } from './text.js';

/** Where a secret was found. */
export type CanaryPlace =
  | 'text'
  | 'attribute'
  | 'comment'
  /** The value of a field: may hold what the person typed. */
  | 'field'
  | 'title'
  /** The page's address or the one before it. */
  | 'location'
  | 'window-name'
  | 'history'
  | 'local-storage'
  | 'session-storage'
  | 'cookie'
  | 'indexed-db'
  | 'cache'
  /** The browser's list of what was loaded. */
  | 'performance'
  | 'console'
  /** An event of type `mfa-…`. */
  | 'event'
  | 'request-url'
  | 'request-header'
  /** May hold the code on its way to the server. */
  | 'request-body'
  /** `postMessage`, of windows and of broadcast channels. */
  | 'message'
  /** An error or rejection that nobody caught. */
  | 'error';

export interface CanaryHit {
  readonly place: CanaryPlace;
  /** Which element, entry or request. */
  readonly where: string;
  /** What stands around it, with the secret masked. */
  readonly sample: string;
}

/** The hits in one value. */
export function hitsIn(place: CanaryPlace, where: string, value: unknown): CanaryHit[] {
  return findCanary(textOf(value)).map(({ sample }) => ({
    place,
    where: findCanary(where).length > 0 ? place : where,
    sample,
  }));
}
