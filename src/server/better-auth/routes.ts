import type { HookEndpointContext } from 'better-auth';
import { DESK_PATHS } from './desk/paths.js';
import { OPERATIONS } from './operations.js';
import { notOffered, problemResponse } from './problem.js';

export type Verdict = 'open' | 'refused';

export interface RouteRule {
  verdict: Verdict;
  why: string;
}

const open = (why: string): RouteRule => ({ verdict: 'open', why });
const refused = (why: string): RouteRule => ({ verdict: 'refused', why });

const SIGN_IN = 'a first factor; the session it would make is held back for a person with a second one';
const LINKED = 'a linked sign-in, which makes no session; to link and to unlink one wants a fresh proof';
const OWN = "the contract's own route";
const DESK = "the help desk's own route, for its agents and for who has to change a temporary password";
const CREDENTIALS = 'changes how the account is opened, without a fresh proof of the second factor';
const OTHER_FACTORS = "another plugin's second factor, which knows nothing of the factors kept here";
const PASSWORDLESS = 'a passkey signs in alone, and is added or removed without a proof of the second factor';

/**
 * Every route of Better Auth itself, and those of the plugins that would undo this one, by the path they declare.
 * What isn't listed is refused.
 */
export const ROUTES: Readonly<Record<string, RouteRule>> = {
  ...Object.fromEntries(OPERATIONS.map(({ path }) => [path, open(OWN)])),

  ...Object.fromEntries(DESK_PATHS.map((path) => [path, open(DESK)])),
  '/linked': open(LINKED),
  '/linked/:provider/start': open(LINKED),
  '/linked/:provider/callback': open(LINKED),
  '/linked/:provider/link': open(LINKED),
  '/linked/:provider/unlink': open(LINKED),

  '/sign-in/email': open(SIGN_IN),
  '/sign-in/social': open(SIGN_IN),
  '/callback/:id': open(SIGN_IN),
  '/sign-up/email': open(SIGN_IN),
  '/verify-email': open(SIGN_IN),
  '/send-verification-email': open('sends a message to the address of the account'),
  '/request-password-reset': open('sends a message to the address of the account'),
  '/reset-password/:token': open('leads from the message to the page that sets the password'),
  '/reset-password': open('sets the first factor and makes no session; the second one is still asked for'),
  '/sign-out': open('ends a session'),
  '/get-session': open('reads'),
  '/list-sessions': open('reads'),
  '/list-accounts': open('reads'),
  '/account-info': open("reads the provider's profile"),
  '/get-access-token': open("the provider's token for the host's own calls; it opens nothing here"),
  '/refresh-token': open("the provider's token for the host's own calls; it opens nothing here"),
  '/revoke-session': open('ends a session'),
  '/revoke-sessions': open('ends sessions'),
  '/revoke-other-sessions': open('ends sessions'),
  '/update-user': open('name and picture; Better Auth keeps the e-mail address out of it'),
  '/ok': open('says that the server runs'),
  '/error': open('shows an error'),

  '/change-email': refused(CREDENTIALS),
  '/change-password': refused(CREDENTIALS),
  '/set-password': refused(CREDENTIALS),
  '/verify-password': refused('lets who holds a session guess the password'),
  '/link-social': refused(CREDENTIALS),
  '/unlink-account': refused(CREDENTIALS),
  '/delete-user': refused('ends the account without a fresh proof of the second factor'),
  '/delete-user/callback': refused('ends the account without a fresh proof of the second factor'),
  '/update-session': refused('what a session may do is not for its holder to set'),

  '/two-factor/enable': refused(OTHER_FACTORS),
  '/two-factor/disable': refused(OTHER_FACTORS),
  '/two-factor/get-totp-uri': refused(OTHER_FACTORS),
  '/two-factor/generate-backup-codes': refused(OTHER_FACTORS),
  '/two-factor/view-backup-codes': refused(OTHER_FACTORS),
  '/two-factor/send-otp': refused(OTHER_FACTORS),
  '/two-factor/verify-otp': refused(OTHER_FACTORS),
  '/two-factor/verify-totp': refused(OTHER_FACTORS),
  '/two-factor/verify-backup-code': refused(OTHER_FACTORS),

  '/passkey/generate-authenticate-options': refused(PASSWORDLESS),
  '/passkey/verify-authentication': refused(PASSWORDLESS),
  '/passkey/generate-register-options': refused(PASSWORDLESS),
  '/passkey/verify-registration': refused(PASSWORDLESS),
  '/passkey/list-user-passkeys': refused(PASSWORDLESS),
  '/passkey/update-passkey': refused(PASSWORDLESS),
  '/passkey/delete-passkey': refused(PASSWORDLESS),
};

/** What is said to a route, by the path that it declares (`/callback/:id`). */
function verdictOn(path: string, allow: ReadonlySet<string>): Verdict {
  if (allow.has(path)) return 'open';
  return Object.hasOwn(ROUTES, path) ? ROUTES[path]!.verdict : 'refused';
}

/**
 * Whether this run of an endpoint is to be refused. The path is the one that the matched endpoint declares, so that no
 * spelling of the URL gets around it. The host's own calls of `auth.api`, which carry no request, pass.
 */
export function isRefused(ctx: HookEndpointContext, allow: ReadonlySet<string>): boolean {
  const isRequest = ctx.request !== undefined || (ctx as { _flag?: unknown })._flag === 'router';
  return isRequest && verdictOn(ctx.path ?? '', allow) === 'refused';
}

export const refusal = (now: number) => problemResponse(notOffered(403, 'This route is not offered.'), now);
