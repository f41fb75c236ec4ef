/**
 * A server that speaks the REST contract, in a page or on Node: one account, its state, its clock and a menu of faults.
 * For tests and stories; it guards nothing.
 *
 * Simulated are: app codes (six digits by the time step, no HMAC), codes that are sent (they stand in `account.outbox`),
 * passkeys (nothing is signed; they work with `createFakePlatform`), and cookies (they are state of a browser and change
 * when an answer arrives). Everything else is done as `openapi.yaml` says and as the reference server does it.
 */
import { createBrowser, type BrowserState, type Connect, type SimulatedBrowser } from './server/browser.js';
import type { SimulatedClock } from './server/clock.js';
import { createCodes, type CodesAtHand } from './server/codes.js';
import { createDesk, type HelpDesk } from './server/desk.js';
import { createFaults, type FaultMenu } from './server/faults.js';
import type { SimulatedServerOptions, Timer } from './server/options.js';
import { createWorld } from './server/account.js';
import { createTransport, type LogEntry } from './server/transport.js';
import { viewOf, type AccountView } from './server/view.js';

/**
 * ```ts
 * const server = createSimulatedServer({ account: { backupCodes: 3 } });
 * server.passFirstFactor();
 * server.faults.next('attempt', { kind: 'lost', committed: true });
 * const backend = createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch });
 * ```
 * The main browser's methods stand on the server itself.
 */
export interface SimulatedServer extends SimulatedBrowser, CodesAtHand {
  readonly baseUrl: string;
  /** Whether an address is one of its own. */
  serves(url: string | URL): boolean;
  /**
   * What a request handler calls: the answer, or a rejection with a `TypeError` where none comes. [the main browser]
   */
  handle(request: Request, browser?: SimulatedBrowser): Promise<Response>;
  /** Another browser of the same person, which holds no cookie yet. [Oslo, Norway] `where` it stands, for the activity. */
  browser(options?: { readonly name?: string; readonly where?: string }): SimulatedBrowser;
  readonly clock: SimulatedClock;
  readonly account: AccountView;
  readonly desk: HelpDesk;
  readonly faults: FaultMenu;
  /** Every request so far, without bodies and codes. */
  readonly log: readonly LogEntry[];
}

/** Where addresses without an origin stand when there is no page. */
const NOWHERE = 'https://app.example';

const SET_TIMEOUT: Timer = (done, ms) => {
  const timer = setTimeout(done, ms);
  return () => clearTimeout(timer);
};

export function createSimulatedServer(options: SimulatedServerOptions = {}): SimulatedServer {
  const baseUrl = (options.baseUrl ?? '/api/auth/mfa').replace(/\/+$/, '');
  const world = createWorld(options);
  const faults = createFaults();
  const home = pageOrigin();
  const { origin, pathname: base } = new URL(baseUrl, home);
  const timer = options.timer ?? SET_TIMEOUT;
  const transport = createTransport({ world, faults, timer, base, unserved: options.unserved ?? [] });
  const states = new WeakMap<SimulatedBrowser, BrowserState>();

  const connect: Connect = (state, from) => (input, init) => {
    const request =
      input instanceof Request
        ? new Request(input, { ...init, signal: null })
        : new Request(new URL(input, home), { ...init, signal: null });
    const signal = init?.signal ?? (input instanceof Request ? input.signal : null);
    return transport.send(request, { browser: state, origin: from, signal });
  };

  function open(state: BrowserState): SimulatedBrowser {
    const made = createBrowser(world, state, connect);
    states.set(made, state);
    return made;
  }

  const mainState = newState('main');
  const main = open(mainState);
  const serves = (url: string | URL): boolean => {
    const asked = new URL(url, home);
    return asked.origin === origin && (asked.pathname === base || asked.pathname.startsWith(`${base}/`));
  };

  const server: SimulatedServer = {
    ...main,
    get signedIn() {
      return main.signedIn;
    },
    get challenged() {
      return main.challenged;
    },
    get trusted() {
      return main.trusted;
    },
    ...createCodes(world),
    baseUrl,
    serves,
    handle(request, browser = main) {
      const state = states.get(browser);
      if (!state) throw new TypeError('This browser is of another server.');
      return transport.send(request, { browser: state, origin: undefined, signal: request.signal });
    },
    browser: ({ name = world.newId('browser'), where } = {}) => open(newState(name, where)),
    clock: world.clock,
    get account() {
      return viewOf(world);
    },
    desk: createDesk(world),
    faults,
    log: transport.log,
  };
  states.set(server, mainState);
  return server;
}

function newState(name: string, where = 'Oslo, Norway'): BrowserState {
  return { name, where, cookies: { challenge: null, session: null, trusted: null } };
}

function pageOrigin(): string {
  const { location } = globalThis as { location?: Location };
  return location?.origin.startsWith('http') ? location.origin : NOWHERE;
}
