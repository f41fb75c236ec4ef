import type { OfferKind } from '../../core/factor.js';
import type { OperationId, Schemas } from './schema.js';

/**
 * What can go wrong between a page and its server, one entry each. `committed`: whether the server has done what it was
 * asked before its answer got lost or spoiled; there codes burn.
 */
export type Fault =
  /** Nothing leaves: the request fails at once. The person is told that they are offline or that nothing can be reached. */
  | { readonly kind: 'offline' }
  /**
   * The request left and no answer comes; the page sees a failed fetch. Committed: the server has done it, cookies of the
   * answer never arrive. Otherwise it never saw the request. The person is told that we are checking.
   */
  | { readonly kind: 'lost'; readonly committed: boolean }
  /**
   * The first answer is lost after the commit and the browser sends the same request again by itself, with the cookies of
   * the first time, as Chromium and Firefox do on a dead kept-alive connection. The page sees the second answer only.
   */
  | { readonly kind: 'resent' }
  /**
   * Held for `ms` milliseconds, or until `faults.release()`. [committed: true] The answer is held; the server has done it.
   * With `committed: false` the request itself is held up on its way and arrives when it is let go, even if the page has
   * given up by then. The person sees that we are checking; after 15 seconds the adapter calls it lost.
   */
  | { readonly kind: 'slow'; readonly ms?: number; readonly committed?: boolean }
  /**
   * 429 for everything. [60] `retryAfter` in seconds, written as a number or as a date. From the server: a problem without
   * `retryAt`, so that only the header tells. From a gateway: plain HTML. Nothing is committed. The person is asked to wait.
   */
  | {
      readonly kind: 'busy';
      readonly retryAfter?: number;
      readonly as?: 'seconds' | 'date';
      readonly from?: 'server' | 'gateway';
    }
  /**
   * One kind of proof is locked for [15] `minutes`, truly: other requests find it locked as well, until the clock has gone
   * on. The proof is not looked at. The person is shown the other ways.
   */
  | { readonly kind: 'lock'; readonly way: Exclude<OfferKind, 'passkey' | 'federated'>; readonly minutes?: number }
  /**
   * 5xx, by the server as a problem with a reference, or by a gateway as plain HTML (then the answer's cookies are lost as
   * well). [500 for a problem, 502 for a gateway] The person is told that it is our fault; a proof is settled first.
   */
  | {
      readonly kind: 'broken';
      readonly as: 'problem' | 'gateway';
      readonly committed: boolean;
      readonly status?: number;
    }
  /** An HTML page with 200 in place of the answer, as captive portals do. No cookie arrives. The person sees no difference to a lost answer. */
  | { readonly kind: 'portal'; readonly committed: boolean }
  /** The right body as `text/plain`. Cookies arrive where it was committed. To be read as no answer. */
  | { readonly kind: 'wrong-type'; readonly committed: boolean }
  /** Valid JSON with one member of the wrong type. Cookies arrive where it was committed. To be read as no answer. */
  | { readonly kind: 'wrong-shape'; readonly committed: boolean }
  /** Half of the body. Cookies arrive where it was committed. To be read as no answer. */
  | { readonly kind: 'truncated'; readonly committed: boolean }
  /**
   * The challenge has run out, truly. `here`: loading opens it again. `sign-in`: the first factor's proof is too old. The
   * proof is not looked at. The person starts the step again, or signs in.
   */
  | { readonly kind: 'expired'; readonly restart: 'here' | 'sign-in' }
  /** This browser's session has ended, truly. Nothing else is done. The person is asked to sign in. */
  | { readonly kind: 'signed-out' }
  /** Any other refusal of the contract, in the server's own form. Nothing is done. [422] */
  | {
      readonly kind: 'refused';
      readonly problem: Partial<Schemas['Problem']> & Pick<Schemas['Problem'], 'code'>;
      readonly status?: number;
    };

export type FaultKind = Fault['kind'];

const KINDS: Readonly<Record<FaultKind, true>> = {
  offline: true,
  lost: true,
  resent: true,
  slow: true,
  busy: true,
  lock: true,
  broken: true,
  portal: true,
  'wrong-type': true,
  'wrong-shape': true,
  truncated: true,
  expired: true,
  'signed-out': true,
  refused: true,
};

/** The whole menu, for tests that go through it. */
export const FAULT_KINDS = Object.keys(KINDS) as readonly FaultKind[];

/** What meets the next requests. */
export interface FaultMenu {
  /**
   * Lets the next request of this operation ('*': of any) meet this fault. Faults wait in line; each is met [1] `times`
   * times, or for ever with `Infinity`.
   */
  next(operation: OperationId | '*', fault: Fault, options?: { readonly times?: number }): void;
  /** Drops every fault that is still to come. What is held stays held. */
  clear(): void;
  /** Lets everything go that is held by 'slow'. */
  release(): void;
  /** How many requests are held by 'slow' now. */
  readonly held: number;
}

interface Waiting {
  readonly operation: OperationId | '*';
  readonly fault: Fault;
  left: number;
}

/** The menu, and what the server's inside asks of it. */
export interface FaultDesk extends FaultMenu {
  take(operation: OperationId | null): Fault | null;
  /** Waits until `release`, or until what `until` starts calls back. */
  hold(until?: (done: () => void) => void): Promise<void>;
}

export function createFaults(): FaultDesk {
  let line: Waiting[] = [];
  const holds = new Set<() => void>();
  return {
    next(operation, fault, { times = 1 } = {}) {
      if (times > 0) line.push({ operation, fault, left: times });
    },
    clear() {
      line = [];
    },
    release() {
      for (const go of [...holds]) go();
    },
    get held() {
      return holds.size;
    },
    take(operation) {
      const found = line.find((one) => one.operation === '*' || one.operation === operation);
      if (!found) return null;
      found.left -= 1;
      if (found.left <= 0) line = line.filter((one) => one !== found);
      return found.fault;
    },
    hold: (until) =>
      new Promise((resolve) => {
        const go = (): void => {
          holds.delete(go);
          resolve();
        };
        holds.add(go);
        until?.(go);
      }),
  };
}
