import type { AuthContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';

export const PLUGIN_ID = 'mfa-elements';

export type Policy = components['schemas']['Policy'];

/** Requests per client address and minute, see {@link MfaElementsOptions.limits}. */
export interface RequestLimits {
  /** `GET /mfa/challenge`. */
  load: number;
  /** `POST /mfa/challenge/attempts`. */
  attempt: number;
  /** Every other route of the contract. */
  other: number;
}

export interface MfaElementsOptions {
  /**
   * Where a browser is sent when a sign-in that answers with a navigation (an OAuth callback, a magic link)
   * meets the second factor: the page with `<mfa-sign-in>`. Default `/`.
   */
  challengeUrl?: string;
  /** The name an authenticator app shows for the account. Default: Better Auth's `appName`. */
  issuer?: string;
  /**
   * What `GET /mfa/policy` answers. Missing keys take the contract's strict defaults. What `backupCodes`, `selfRecovery`
   * and `hide` rule out is neither offered nor accepted.
   */
  policy?: Partial<Policy>;
  /**
   * Routes, by the path Better Auth declares (`/change-password`), to open besides those of the route table.
   * Each one is then reachable without a fresh proof of the second factor: a route that removes a factor, shows a
   * secret or ends in a session by another way undoes the protection of every account. Check it first.
   */
  allow?: readonly string[];
  /**
   * Requests per client address and minute.
   *
   * They are counted in Better Auth's `rateLimit.customStorage`, or else in its `secondaryStorage`, or else in the memory
   * of this process. `rateLimit.storage: 'database'` isn't used here: several processes without one of the first two
   * count each for itself, and a client gets the limit from every one of them.
   */
  limits?: Partial<RequestLimits>;
  /** The clock, in milliseconds since 1970. Default `Date.now`. */
  now?: () => number;
}

export interface Settings {
  challengeUrl: string;
  issuer: string | undefined;
  policy: Partial<Policy>;
  allow: ReadonlySet<string>;
  limits: RequestLimits;
  now: () => number;
}

export const CHALLENGE_TTL = 30 * 60_000;
export const FIRST_FACTOR_TTL = 60 * 60_000;
/** How long after passing the session's cookie may be given again to who lost the answer. */
export const REISSUE_TTL = 5 * 60_000;

export function resolveSettings(options: MfaElementsOptions): Settings {
  return {
    challengeUrl: options.challengeUrl ?? '/',
    issuer: options.issuer,
    policy: options.policy ?? {},
    allow: new Set(options.allow ?? []),
    limits: { load: 60, attempt: 20, other: 60, ...options.limits },
    now: options.now ?? Date.now,
  };
}

/** The settings of the plugin that the app of this context was made with. */
export function settingsOf(context: AuthContext): Settings {
  const plugin: { options?: unknown } | undefined | null = context.options.plugins?.find(({ id }) => id === PLUGIN_ID);
  if (!plugin) throw new Error('The app has no mfaElements() plugin.');
  return plugin.options as Settings;
}
