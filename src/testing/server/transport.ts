import type { Instant } from '../../core/factor.js';
import type { BrowserState } from './browser.js';
import { carry } from './carry.js';
import type { FaultDesk, FaultKind } from './faults.js';
import { routeOf, serve, type Arrival } from './front-door.js';
import type { Timer } from './options.js';
import type { OperationId } from './schema.js';
import { toResponse, type Answer } from './wire.js';
import type { World } from './world.js';

/** One request, without its body. */
export interface LogEntry {
  /** Null for an address that is none of the contract's. */
  readonly operationId: OperationId | null;
  readonly at: Instant;
  /** What the page saw; null where no answer arrived. */
  readonly status: number | null;
  readonly fault: FaultKind | null;
  /** Whether the server dealt with it: what it changed, if anything, is in force. */
  readonly committed: boolean;
}

export interface TransportOptions {
  readonly world: World;
  readonly faults: FaultDesk;
  readonly timer: Timer;
  /** The path that the contract's paths stand below. */
  readonly base: string;
  readonly unserved: readonly OperationId[];
}

interface Asking {
  readonly browser: BrowserState;
  readonly origin: string | undefined;
  readonly signal: AbortSignal | null;
}

export interface Transport {
  readonly log: readonly LogEntry[];
  /** Rejects with a `TypeError` where no answer comes, as `fetch` does, and with the signal's reason once that is aborted. */
  send(request: Request, asking: Asking): Promise<Response>;
}

const NO_COOKIES = { challenge: null, session: null, trusted: null };

export function createTransport({ world, faults, timer, base, unserved }: TransportOptions): Transport {
  const log: { -readonly [K in keyof LogEntry]: LogEntry[K] }[] = [];

  async function exchange(request: Request, { browser, origin }: Asking): Promise<{ answer: Answer; arrived(): void }> {
    const url = new URL(request.url);
    const withCookies = request.credentials !== 'omit';
    const arrival: Arrival = {
      method: request.method,
      url,
      headers: request.headers,
      // Those of the moment at which it leaves.
      cookies: withCookies ? browser.cookies : NO_COOKIES,
      origin: origin ?? url.origin,
      browser,
      text: await request.text(),
    };
    const match = routeOf(base, arrival);
    const operationId = match !== null && match !== 'method' ? match.operationId : null;
    const fault = faults.take(operationId);

    const enter = (met: FaultKind | null): (typeof log)[number] => {
      const entry = { operationId, at: world.clock.now(), status: null, fault: met, committed: false };
      log.push(entry);
      return entry;
    };
    let entry = enter(fault?.kind ?? null);
    const served = (): Answer => {
      if (entry.committed) entry = enter(null);
      entry.committed = true;
      return serve(world, base, unserved, arrival);
    };
    const answer = fault ? await carry({ world, faults, timer }, fault, arrival, served) : served();
    if (!answer) throw new TypeError('Failed to fetch');
    return {
      answer,
      arrived() {
        entry.status = answer.status;
        if (withCookies) browser.cookies = { ...browser.cookies, ...answer.cookies };
      },
    };
  }

  return {
    log,
    send: (request, asking) =>
      new Promise((resolve, reject) => {
        const { signal } = asking;
        const stop = (): void => reject(signal?.reason as Error);
        if (signal?.aborted) return stop();
        signal?.addEventListener('abort', stop, { once: true });
        exchange(request, asking)
          .then(({ answer, arrived }) => {
            // An answer to a page that has given up is thrown away, cookies and all.
            if (signal?.aborted) return;
            arrived();
            resolve(toResponse(answer));
          }, reject)
          .finally(() => signal?.removeEventListener('abort', stop));
      }),
  };
}
