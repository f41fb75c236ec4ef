import { MfaError } from '../../core/errors.js';
import type { Call } from '../../ports/backend.js';
import type { Answer, Http } from '../http.js';
import { boolean, members, unreadable, type Reader } from '../narrow.js';
import { problemIn, type Meanings } from './errors.js';
import { askSession, session, type Session } from './session.js';

/** `{ status: true }`: what was asked for is done. */
export const accepted: Reader<void> = (value) => {
  if (!boolean(members(value)['status'])) unreadable();
};

/** How Better Auth is asked; its answers narrowed, or thrown as problems. */
export interface Wire {
  readonly readable: <T>(answer: Answer, read: Reader<T>, here?: Meanings) => T;
  readonly get: <T>(path: string, call: Call, read: Reader<T>, here?: Meanings) => Promise<T>;
  /** Sent once; the answer as it is. */
  readonly send: (path: string, body: object, call: Call) => Promise<Answer>;
  /** Sent once. */
  readonly post: <T>(path: string, body: object, call: Call, read: Reader<T>, here?: Meanings) => Promise<T>;
  /** Who is in; null: nobody. READ */
  readonly session: (call: Call) => Promise<Session | null>;
  /** Who is in; nobody is a problem. READ */
  readonly signedIn: (call: Call) => Promise<Session>;
}

export function createWire(http: Http): Wire {
  function readable<T>(answer: Answer, read: Reader<T>, here?: Meanings): T {
    if (answer.status !== 200) throw new MfaError(problemIn(answer, here));
    try {
      return read(answer.json);
    } catch (cause) {
      throw new MfaError({ code: 'bad-response' }, cause);
    }
  }
  // Also where there is nothing to say: without a JSON body Better Auth answers 415.
  const send: Wire['send'] = (path, body, call) =>
    http.write(path, call, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  const whoIsIn: Wire['session'] = async (call) => readable(await askSession(http, call), session);

  return {
    readable,
    send,
    get: async (path, call, read, here) => readable(await http.read(path, call), read, here),
    post: async (path, body, call, read, here) => readable(await send(path, body, call), read, here),
    session: whoIsIn,
    async signedIn(call) {
      const found = await whoIsIn(call);
      if (!found) throw new MfaError({ code: 'signed-out' });
      return found;
    },
  };
}
