import { problemOf, type MfaProblem } from '../core/errors.js';
import type { Instant } from '../core/factor.js';
import { forgetLastMatch } from '../core/last-match.js';
import type { NewSetup } from '../core/machines/totp.js';
import { readOtpauth } from '../core/otpauth.js';
import type { Call, Factor, MfaBackend, TotpSetup } from '../ports/backend.js';

export interface TotpOptions {
  /** Whether a new app takes the place of another; false: nobody is asked. [the server's list of factors] */
  readonly replace?: boolean | undefined;
  /** Whether the old one is gone for good. [false] */
  readonly lost?: boolean | undefined;
  /** [Date.now] */
  readonly now?: () => Instant;
}

/** The apps of the account, each by what no other one has; null: this server can't say. READ */
export async function appsOf({ factors }: MfaBackend, call: Call): Promise<readonly string[] | null> {
  const list = await factors?.list(call).catch((error: unknown) => {
    if (problemOf(error).code === 'not-allowed') return null;
    throw error;
  });
  return list ? list.filter(({ kind }) => kind === 'totp').map(markOf) : null;
}

const markOf = ({ id, added }: Factor): string => `${String(added)} ${id}`;

/** What a server made, ready to be shown; or why nobody may see it. Nothing of the address is in that: it is logged. */
export function readSetup({ id, uri, key, codes }: TotpSetup): NewSetup | MfaProblem {
  const read = readOtpauth(uri, key);
  forgetLastMatch();
  return read.is === 'fine'
    ? { id, uri, key, codes: codes ?? null, settings: read.settings }
    : {
        code: 'misconfigured',
        developer: `The server's otpauth address of the set-up "${id}" can't be shown: ${read.fault}.`,
      };
}
