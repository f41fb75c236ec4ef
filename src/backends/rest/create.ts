import { MfaError, type MfaProblem } from '../../core/errors.js';
import { parsePolicy } from '../../core/policy.js';
import type { Call, ChallengePort, MfaBackend } from '../../ports/backend.js';
import { createHttp, type Answer, type HttpOptions } from '../http.js';
import type { Reader } from '../narrow.js';
import type { components } from './contract.js';
import { ceremony, delivery, entry, problem, settled, verified } from './read.js';

export type RestOptions = HttpOptions;

type Schemas = components['schemas'];

const GUARD = { 'X-MFA': '1' };
const TOO_MANY_REQUESTS = 429;

/**
 * A server that speaks the REST contract (`mfa-elements/openapi.yaml`).
 * @param options where it is, and for tests which `fetch`
 */
export function createRestBackend(options: RestOptions): MfaBackend {
  const http = createHttp(options);

  async function get<T>(path: string, call: Call, read: Reader<T>): Promise<T> {
    return readable(await http.read(path, call, { headers: GUARD }), read);
  }

  const post = (path: string, call: Call, body: object): Promise<Answer> =>
    http.write(path, call, {
      method: 'POST',
      headers: { ...GUARD, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });

  const challenge: ChallengePort = {
    load: (resume, call) =>
      get(`/challenge${resume === null ? '' : `?handle=${encodeURIComponent(resume)}`}`, call, entry),
    send: async (offer, call) => readable(await post('/challenge/deliveries', call, { offer }), delivery),
    preparePasskey: async (call) => readable(await post('/challenge/passkey', call, {}), ceremony),
    verify: async (proof, { attempt, trustDevice }, call) =>
      readable(
        await post('/challenge/attempts', call, {
          attempt,
          proof: proof as Schemas['Proof'],
          ...(trustDevice && { trustDevice }),
        }),
        verified,
      ),
    // Asking again is safe: the contract makes it so. A POST all the same, since it may give the session's cookie.
    settle: (attempt, call) =>
      http
        .read(`/challenge/attempts/${encodeURIComponent(attempt)}/settle`, call, {
          method: 'POST',
          headers: { ...GUARD, 'Content-Type': 'application/json' },
          body: '{}',
        })
        .then((answer) => readable(answer, settled)),
    cancel: async (call) => {
      readable(await post('/challenge/cancel', call, {}), () => undefined);
    },
  };

  return { id: 'rest', challenge, policy: (call) => get('/policy', call, parsePolicy) };
}

/** The body as `read` knows it; everything else is thrown as the problem it states or as `bad-response`. */
function readable<T>(answer: Answer, read: Reader<T>): T {
  try {
    if (answer.status >= 200 && answer.status < 300 && answer.json !== undefined) return read(answer.json);
    throw new MfaError(problem(answer.json, retryAfter(answer.headers)));
  } catch (cause) {
    throw cause instanceof MfaError ? cause : new MfaError(unreadable(answer), cause);
  }
}

/** A gateway in front of the server speaks no contract; its status still tells the two things that a screen can use. */
function unreadable({ status, headers }: Answer): MfaProblem {
  if (status === TOO_MANY_REQUESTS) {
    return { code: 'too-many-attempts', blocks: 'all', retryAt: retryAfter(headers) ?? 'unknown' };
  }
  return { code: status >= 500 ? 'server' : 'bad-response' };
}

/** RFC 9110 section 10.2.3: seconds, or an HTTP date. */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  const at = /^\d+$/.test(value.trim()) ? Date.now() + Number(value) * 1000 : Date.parse(value);
  return Number.isNaN(at) ? undefined : at;
}
