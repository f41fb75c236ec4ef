import type { Call } from '../../ports/backend.js';
import type { Answer, Http } from '../http.js';
import { boolean, members, nullable, type Reader } from '../narrow.js';

/** Who is in, as far as the screens need to know it. */
export interface Session {
  /** Whether a second factor is on: an app, or codes that are sent. Which of them, nobody says. */
  readonly secondFactor: boolean;
}

/** What an app may keep of a session in a cookie for minutes would not know that the second factor was turned on since. */
const PATH = '/get-session?disableCookieCache=true';

/** The one question about who is in. Answered 200 also where nobody is, with `null`. */
export const askSession = (http: Http, call: Call): Promise<Answer> => http.read(PATH, call);

export const session: Reader<Session | null> = nullable((value) => {
  const { session: row, user } = members(value);
  members(row);
  const { twoFactorEnabled } = members(user);
  // Null is what a row from before the plugin holds.
  return {
    secondFactor: twoFactorEnabled === undefined || twoFactorEnabled === null ? false : boolean(twoFactorEnabled),
  };
});
