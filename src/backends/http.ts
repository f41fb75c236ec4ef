import { MfaError, type MfaProblem } from '../core/errors.js';
import type { Call } from '../ports/backend.js';
import { aborted } from './abort.js';

export interface HttpOptions {
  /** Where the server's paths begin; relative to the page, or an https origin that the page's script chose. */
  readonly baseUrl: string;
  /** [globalThis.fetch] */
  readonly fetch?: typeof fetch;
  /** [15000] Milliseconds after which a request counts as lost. */
  readonly timeout?: number;
}

/** An answer that was read whole. `json` is undefined where the body was not JSON. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
}

export interface Http {
  /** Where its paths begin. */
  readonly base: string;
  /** May be repeated: two more tries, with a pause, when nothing readable came. */
  read(path: string, call: Call, init?: RequestInit): Promise<Answer>;
  /** Sent once, whatever happens. */
  write(path: string, call: Call, init: RequestInit): Promise<Answer>;
}

const PAUSES = [300, 1000];
/** The one fault of a server that asking again can't mend. */
const NOT_IMPLEMENTED = 501;

/** The one way adapters talk to a server: time-outs, lost answers, and what may be sent again. */
export function createHttp(options: HttpOptions): Http {
  const base = options.baseUrl.replace(/\/+$/, '');

  async function once(path: string, call: Call, init: RequestInit, lost: MfaProblem): Promise<Answer> {
    // Known before anything leaves: the one case in which "not sent" is certain.
    if (globalThis.navigator?.onLine === false) throw new MfaError({ code: 'offline' });
    const timeout = AbortSignal.timeout(options.timeout ?? 15_000);
    try {
      const send = options.fetch ?? globalThis.fetch;
      const response = await send(base + path, {
        cache: 'no-store',
        credentials: 'include',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
        ...init,
        signal: AbortSignal.any([call.signal, timeout]),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, json: parse(response, text) };
    } catch (cause) {
      // Engines name the same fault differently (WebKit calls a time-out AbortError), so our own signals are asked.
      call.signal.throwIfAborted();
      throw new MfaError(lost, cause);
    }
  }

  return {
    base,
    async read(path, call, init = {}) {
      for (const pause of PAUSES) {
        try {
          const answer = await once(path, call, init, { code: 'unreachable' });
          const isFinal = answer.status < 500 || answer.status === NOT_IMPLEMENTED;
          if (answer.json !== undefined && isFinal) return answer;
        } catch (error) {
          if (!(error instanceof MfaError) || error.problem.code === 'offline') throw error;
        }
        await wait(pause, call.signal);
      }
      return once(path, call, init, { code: 'unreachable' });
    },
    write: (path, call, init) => once(path, call, init, { code: 'outcome-unknown' }),
  };
}

/** The body as JSON, or undefined: a captive portal's page or a proxy's error must not pass for an answer. */
function parse(response: Response, text: string): unknown {
  if (response.status === 204) return null;
  if (!/^application\/([\w.-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '')) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const wait = (ms: number, signal: AbortSignal): Promise<unknown> =>
  Promise.race([new Promise((resolve) => setTimeout(resolve, ms)), aborted(signal)]);
