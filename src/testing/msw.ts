import { http, HttpResponse, type HttpHandler } from 'msw';
import type { SimulatedServer } from './server.js';

/**
 * Where a request goes: to one server, to that of several whose base URL fits best (a `Set` may grow and shrink meanwhile),
 * or to whatever a function finds. Undefined: to nobody here.
 */
export type ServerSource =
  SimulatedServer | Iterable<SimulatedServer> | ((request: Request) => SimulatedServer | undefined);

export interface HandlersOptions {
  /** [the one server's base URL, or '*'] What MSW's pattern begins with. A narrow one keeps other requests out. */
  readonly baseUrl?: string;
}

/**
 * Request handlers for Mock Service Worker 2, in a page or on Node: `setupWorker(...handlers(server))`.
 *
 * Requests that are no server's fall through to the next handler. A lost answer becomes a network error. Through a worker an
 * answer counts as arrived when it is handed to it: a request that the page has given up by then may still sign it in, which
 * `server.fetch` models exactly.
 */
export function handlers(source: ServerSource, { baseUrl }: HandlersOptions = {}): HttpHandler[] {
  const find = finder(source);
  const base = baseUrl ?? (isServer(source) ? source.baseUrl : undefined);
  const pattern = base === undefined ? '*' : `${base.startsWith('/') ? '*' : ''}${base}/*`;
  return [
    http.all(pattern, async ({ request }) => {
      const server = find(request);
      if (!server?.serves(request.url)) return undefined;
      return server.handle(request).catch(() => HttpResponse.error());
    }),
  ];
}

const isServer = (source: ServerSource): source is SimulatedServer => 'handle' in source;

function finder(source: ServerSource): (request: Request) => SimulatedServer | undefined {
  if (typeof source === 'function') return source;
  if (isServer(source)) return () => source;
  return ({ url }) =>
    [...source].filter((one) => one.serves(url)).sort((a, b) => b.baseUrl.length - a.baseUrl.length)[0];
}
