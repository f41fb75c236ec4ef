import { record } from './record.js';
import { makeSession, openChallenge } from './sessions.js';
import type { Cookies } from './wire.js';
import type { World } from './world.js';

/** One browser of the account's person. Its cookies are `HttpOnly`: no page sees them, and they are state of this object. */
export interface SimulatedBrowser {
  readonly name: string;
  /** Talks to the server as a page of its own origin does. Honours `signal` and `credentials: 'omit'`; follows no redirect. */
  readonly fetch: typeof fetch;
  /** Talks to it as a page of another origin in this browser does. */
  fetchFrom(origin: string): typeof fetch;
  /**
   * Gives the first factor, as your app's sign-in does: a challenge is open for this browser afterwards, and no session.
   * A device that is trusted is signed in at once.
   */
  passFirstFactor(): 'challenge' | 'signed-in';
  /** Signs in wholly. [true] `privileged`: whether its proof is fresh. */
  signIn(options?: { readonly privileged?: boolean }): void;
  /** Ends this browser's session, on the server too. */
  signOut(): void;
  /** Whether this browser holds a session that lives: what the server knows, not what a page believes. */
  readonly signedIn: boolean;
  /** Whether it holds a challenge's cookie. */
  readonly challenged: boolean;
  readonly trusted: boolean;
}

/** What the transport needs of a browser. */
export interface BrowserState {
  readonly name: string;
  readonly where: string;
  cookies: Cookies;
}

/** Gives a fetch for one browser and a page's origin; undefined: the server's own. */
export type Connect = (state: BrowserState, origin?: string) => typeof fetch;

export function createBrowser(world: World, state: BrowserState, connect: Connect): SimulatedBrowser {
  const take = (cookies: Partial<Cookies>): void => void (state.cookies = { ...state.cookies, ...cookies });
  const isSignedIn = (): boolean => world.sessions.has(state.cookies.session ?? '');
  const isTrusted = (): boolean => (world.trusted.get(state.cookies.trusted ?? '') ?? 0) > world.clock.now();

  function signIn(privileged: boolean, what: string): void {
    const session = makeSession(world, state.name, privileged);
    take({ session: session.id, challenge: null });
    record({ world, browser: state }, what);
  }

  return {
    name: state.name,
    fetch: connect(state),
    fetchFrom: (origin) => connect(state, origin),
    passFirstFactor() {
      take({ session: null });
      if (isTrusted()) {
        signIn(false, 'mfa.trusted_device_used');
        return 'signed-in';
      }
      take({ challenge: openChallenge(world).id });
      return 'challenge';
    },
    signIn: ({ privileged = true } = {}) => signIn(privileged, 'mfa.signed_in'),
    signOut() {
      world.sessions.delete(state.cookies.session ?? '');
      take({ session: null });
    },
    get signedIn() {
      return isSignedIn();
    },
    get challenged() {
      return state.cookies.challenge !== null;
    },
    get trusted() {
      return isTrusted();
    },
  };
}
