import { plain, type Answer } from './answers.js';
import { beginLogin, readLogin, submitLogin, totpOf, type Ask } from './login.js';
import { beginLogout, endOthers, logout, newSession, whoami } from './sessions.js';
import { beginSettings, readSettings, submitSettings } from './settings.js';
import {
  aalOf,
  createWorld,
  sessionOf,
  type Cookies,
  type IdentityOptions,
  type KratosConfig,
  type World,
} from './state.js';

const ROUTES: Readonly<Record<string, (ask: Ask) => Answer>> = {
  'GET /self-service/login/browser': beginLogin,
  'GET /self-service/login/flows': readLogin,
  'POST /self-service/login': submitLogin,
  'GET /self-service/settings/browser': beginSettings,
  'GET /self-service/settings/flows': readSettings,
  'POST /self-service/settings': submitSettings,
  'GET /self-service/logout/browser': beginLogout,
  'GET /self-service/logout': logout,
  'GET /sessions/whoami': whoami,
  'DELETE /sessions': endOthers,
};

/** One request as it arrived. */
export interface LogEntry {
  readonly route: string;
  readonly url: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** What happens to a request instead: it is lost before or after the server has dealt with it, or is answered with this. */
export type Fault = 'lost-before' | 'lost-after' | (() => Response | Promise<Response>);

export interface KratosBrowser {
  readonly fetch: typeof fetch;
  readonly signedIn: boolean;
  /** The first factor was given: its session is not whole yet. */
  passFirstFactor(): void;
  /** A whole session. */
  signIn(options?: { readonly privileged?: boolean }): void;
  /** For the next request of this route, or the next that may change something. */
  fail(fault: Fault, route?: string): void;
}

export interface SimulatedKratos extends KratosBrowser {
  readonly base: string;
  readonly world: World;
  readonly log: readonly LogEntry[];
  browser(): KratosBrowser;
  appCode(key?: string): string;
}

/**
 * Kratos's browser flows in process, for one person: sessions with their level and age, flows that end, tokens against forgery,
 * and codes that a change makes void. For tests; it guards nothing.
 */
export function createSimulatedKratos(config: KratosConfig = {}, person: IdentityOptions = {}): SimulatedKratos {
  const world = createWorld(config, person);
  const log: LogEntry[] = [];
  const main = newBrowser(world, log);
  return {
    ...main,
    get signedIn() {
      return main.signedIn;
    },
    base: world.base,
    world,
    log,
    browser: () => newBrowser(world, log),
    appCode(key = world.identity.app ?? '') {
      return totpOf(key).generate({ timestamp: world.now() });
    },
  };
}

function newBrowser(world: World, log: LogEntry[]): KratosBrowser {
  let cookies: Cookies = { csrf: null, session: null };
  const faults: { readonly fault: Fault; readonly route: string | undefined }[] = [];

  function take(route: string): Fault | undefined {
    const at = faults.findIndex((one) => one.route === route || (one.route === undefined && !route.startsWith('GET')));
    return at < 0 ? undefined : faults.splice(at, 1)[0]?.fault;
  }

  async function exchange(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const path = url.href.startsWith(`${world.base}/`) ? url.href.slice(world.base.length).split('?')[0] : undefined;
    const route = `${request.method} ${path ?? url.origin}`;
    const text = await request.text();
    const body = (text === '' ? {} : JSON.parse(text)) as LogEntry['body'];
    log.push({ route, url: url.href, body });
    const fault = take(route);
    if (typeof fault === 'function') return fault();
    if (fault === 'lost-before') throw new TypeError('Failed to fetch');
    if (!request.headers.get('accept')?.includes('application/json')) {
      return new Response(null, { status: 303, headers: { location: 'https://elsewhere.example/login' } });
    }
    const csrf = cookies.csrf ?? world.random();
    const serve = ROUTES[route];
    const answer = serve?.({ world, cookies, query: url.searchParams, body, csrf }) ?? plain(404);
    if (fault === 'lost-after') throw new TypeError('Failed to fetch');
    cookies = { ...cookies, ...answer.cookies };
    return new Response(answer.body === undefined ? null : JSON.stringify(answer.body), {
      status: answer.status,
      headers: {
        'content-type': 'application/json; charset=utf-8',
        ...(request.method === 'GET' && { 'cache-control': 'private, no-cache, no-store, must-revalidate' }),
        date: new Date(world.now()).toUTCString(),
      },
    });
  }

  return {
    async fetch(input, init) {
      const { signal, ...rest } = init ?? {};
      signal?.throwIfAborted();
      const answer = await exchange(new Request(input, rest));
      signal?.throwIfAborted();
      return answer;
    },
    get signedIn() {
      const session = sessionOf(world, cookies);
      return session !== null && aalOf(session) === 'aal2';
    },
    passFirstFactor() {
      // A session that begins takes the token away with it.
      cookies = { session: newSession(world).id, csrf: world.random() };
    },
    signIn({ privileged = true } = {}) {
      const session = newSession(world, 'totp');
      if (!privileged) session.authenticatedAt -= world.config.privileged + 1000;
      cookies = { session: session.id, csrf: world.random() };
    },
    fail: (fault, route) => void faults.push({ fault, route }),
  };
}
