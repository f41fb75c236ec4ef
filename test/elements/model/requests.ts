import { findCanary, type SimulatedServer } from '../../../src/testing/index.js';

/** One request that left a page. */
export interface Sent {
  /** Below the base URL. */
  readonly path: string;
  /** What it would give away; null: nothing. */
  readonly secret: string | null;
  /** Of the proof. */
  readonly kind: string | null;
  readonly attempt: string | null;
  /** Whether its address or a header gives a secret away. */
  readonly leaks: boolean;
}

/** The requests of a page that are under way. */
export interface Traffic {
  underWay: number;
}

interface Body {
  readonly attempt?: string;
  readonly code?: string;
  readonly token?: string;
  readonly credential?: object;
  readonly proof?: {
    readonly kind: string;
    readonly code?: string;
    readonly password?: string;
    readonly credential?: object;
  };
}

function secretIn({ proof, code, token, credential }: Body): string | null {
  const made = proof?.credential ?? credential;
  return proof?.code ?? proof?.password ?? code ?? token ?? (made ? JSON.stringify(made) : null);
}

/** The server's `fetch`, with each request told before it leaves. Whatever goes wrong on the way goes wrong behind it. */
export function watched(
  server: SimulatedServer,
  traffic: Traffic,
  tell: { left(sent: Sent): void; taken(sent: Sent): void },
): typeof fetch {
  return async (input, init) => {
    const address = input instanceof Request ? input.url : input.toString();
    const body = (typeof init?.body === 'string' ? JSON.parse(init.body) : {}) as Body;
    const headers = JSON.stringify([...new Headers(init?.headers)]);
    const sent: Sent = {
      path: address.slice(server.baseUrl.length),
      secret: secretIn(body),
      kind: body.proof?.kind ?? null,
      attempt: body.attempt ?? null,
      leaks: findCanary(`${address}\n${headers}`).length > 0,
    };
    tell.left(sent);
    traffic.underWay += 1;
    try {
      const response = await server.fetch(input, init);
      const text = await response.text();
      if (response.ok && server.log.at(-1)?.fault === null) tell.taken(sent);
      // Read already: what engines take to read it again is none of the walk's time.
      return Object.assign(new Response(null, { status: response.status, headers: response.headers }), {
        text: () => Promise.resolve(text),
      });
    } finally {
      traffic.underWay -= 1;
    }
  };
}
