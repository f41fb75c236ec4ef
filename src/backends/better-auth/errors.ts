import type { MfaProblem } from '../../core/errors.js';
import type { OfferKind } from '../../core/factor.js';
import type { Answer } from '../http.js';
import { retryAfter } from '../retry-after.js';

/** Better Auth's error codes, each as a problem of ours. What one means may depend on what was asked: see `Meanings`. */
export type Meanings = Readonly<Record<string, MfaProblem>>;

const notConfigured = (what: string): MfaProblem => ({
  code: 'misconfigured',
  developer: `Better Auth says that ${what} is not configured there.`,
});
const foreignOrigin: MfaProblem = {
  code: 'misconfigured',
  developer: "Better Auth refuses this page's origin: name it in trustedOrigins.",
};
const signInAgain: MfaProblem = { code: 'step-up-required', need: { how: 'sign-in-again' } };
const wrong: MfaProblem = { code: 'wrong-code' };

const EVERYWHERE: Meanings = {
  INVALID_CODE: wrong,
  INVALID_BACKUP_CODE: wrong,
  INVALID_PASSWORD: wrong,
  PASSWORD_TOO_LONG: wrong,
  OTP_HAS_EXPIRED: { code: 'delivered-code-expired' },
  ACCOUNT_TEMPORARILY_LOCKED: { code: 'too-many-attempts', blocks: 'all', retryAt: 'unknown' },
  UNAUTHORIZED: { code: 'signed-out' },
  // The name since 1.5, and the one before.
  SESSION_NOT_FRESH: signInAgain,
  SESSION_IS_NOT_FRESH: signInAgain,
  INVALID_ORIGIN: foreignOrigin,
  MISSING_OR_NULL_ORIGIN: foreignOrigin,
  TOTP_NOT_CONFIGURED: notConfigured('the authenticator app'),
  OTP_NOT_CONFIGURED: notConfigured('sendOTP'),
};

/** The problem in an answer that is none. Never its text. */
export function problemIn(
  answer: Answer,
  here: Meanings = {},
  blocks: readonly OfferKind[] | 'all' = 'all',
): MfaProblem {
  const { status, headers } = answer;
  const code = codeOf(answer);
  const meaning = [here, EVERYWHERE].find((table) => Object.hasOwn(table, code))?.[code];
  if (meaning) return meaning;
  // The limiter's own answer says no code, and how long in a header of its own.
  if (status === 429) {
    const wait = retryAfter(headers, 'x-retry-after') ?? retryAfter(headers);
    return { code: 'too-many-attempts', blocks, retryAt: 'unknown', ...wait };
  }
  if (status === 404 && code === '') {
    const developer = 'The server has no such path: check the base URL, and name in `plugins` only those that it has.';
    return { code: 'misconfigured', developer };
  }
  return { code: status >= 500 ? 'server' : 'bad-response' };
}

export function codeOf({ json }: Answer): string {
  const code: unknown = typeof json === 'object' && json !== null && 'code' in json ? json.code : '';
  return typeof code === 'string' ? code : '';
}
