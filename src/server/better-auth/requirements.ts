import { BetterAuthError, type AuthContext } from 'better-auth';
import { isLoopback } from './linked/openid.js';
import type { Settings } from './options.js';

const DATABASE_WITHOUT_TRANSACTIONS =
  'mfaElements() needs a database with transactions: burning a code and making the session must be one act.';

const SESSIONS_ELSEWHERE =
  'mfaElements() needs the sessions in the database, where they are made in one act with burning a code: set ' +
  '`session.storeSessionInDatabase: true` besides `secondaryStorage`.';

const RATE_LIMIT_OFF = 'mfaElements() needs the rate limit: take `rateLimit.enabled: false` out.';

const ADDRESS_OFF =
  "mfaElements() limits requests by the client's address: take `advanced.ipAddress.disableIpTracking: true` out.";

const ADDRESS_UNSAID =
  "mfaElements() limits requests by the client's address and has to be told where it stands: set " +
  '`advanced.ipAddress.ipAddressHeaders` to the header that your server or its proxy sets itself, over whatever the ' +
  'client sent, or `advanced.ipAddress.trustedProxies` to the addresses of the proxies that append to X-Forwarded-For.';

const TRUST_DAYS = 'mfaElements() trusts a device for 1 to 365 whole days: set `trustDeviceDays` so, or take it out.';

const LINKED =
  'mfaElements() needs for each of `linked.providers` an id of its own of letters, digits and dashes, and an issuer with https.';

const SIGN_UP_SIGNS_IN =
  'mfaElements() with `requireSecondFactor` lets nobody in before a second factor is set up, and a sign-up that signs in would be ' +
  'undone: set `emailAndPassword.autoSignIn: false`, and sign the new person in by their password.';

const DESK_UNTOLD =
  'mfaElements() with `assistance` tells the owner of an account of every request and every act: set `notify`.';

const signInUnlimited = (rule: string) =>
  `mfaElements() needs the rate limit of the sign-in: give \`rateLimit.customRules['${rule}']\` a window and a max ` +
  'instead of `false`.';

/**
 * Whether a key of `customRules` may stand for a route below `/sign-in`. Better Auth doesn't export its matcher; up to
 * the first wildcard it compares letter by letter, and a pattern that begins like one of those routes counts as one.
 */
function mayCoverSignIn(rule: string): boolean {
  const SIGN_IN = '/sign-in';
  if (!rule.includes('*')) return rule.startsWith(SIGN_IN);
  const [literal = ''] = rule.split(/[*?\\]/);
  return literal.startsWith(SIGN_IN) || SIGN_IN.startsWith(literal);
}

const isIssuer = (issuer: string): boolean =>
  URL.canParse(issuer) && (new URL(issuer).protocol === 'https:' || isLoopback(issuer));

/** Throws, with what to set, for an app in which the promises of this plugin would not hold. */
export function refuseToStart(
  { options, adapter }: AuthContext,
  { trustDeviceDays: days, requireSecondFactor, assistance, notify, linked }: Settings,
): void {
  const demand = (holds: boolean, message: string) => {
    if (!holds) throw new BetterAuthError(message);
  };
  const { ipAddressHeaders = [], trustedProxies = [], disableIpTracking } = options.advanced?.ipAddress ?? {};

  demand(Boolean(adapter.options?.adapterConfig.transaction), DATABASE_WITHOUT_TRANSACTIONS);
  demand(!options.secondaryStorage || options.session?.storeSessionInDatabase === true, SESSIONS_ELSEWHERE);
  demand(options.rateLimit?.enabled !== false, RATE_LIMIT_OFF);
  for (const [rule, limit] of Object.entries(options.rateLimit?.customRules ?? {})) {
    demand(limit !== false || !mayCoverSignIn(rule), signInUnlimited(rule));
  }
  demand(disableIpTracking !== true, ADDRESS_OFF);
  demand(ipAddressHeaders.length + trustedProxies.length > 0, ADDRESS_UNSAID);
  demand(days === null || (Number.isInteger(days) && days >= 1 && days <= 365), TRUST_DAYS);
  demand(!assistance || notify !== undefined, DESK_UNTOLD);
  const providers = linked?.providers ?? [];
  const isNamed = providers.every(({ id, issuer }) => /^[a-z\d-]+$/i.test(id) && isIssuer(issuer));
  demand(isNamed && new Set(providers.map(({ id }) => id)).size === providers.length, LINKED);
  const { enabled, autoSignIn, requireEmailVerification } = options.emailAndPassword ?? {};
  const signsIn = enabled === true && autoSignIn !== false && requireEmailVerification !== true;
  demand(!requireSecondFactor || !signsIn, SIGN_UP_SIGNS_IN);
}
