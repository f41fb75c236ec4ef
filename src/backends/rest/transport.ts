import { MfaError, type MfaProblem } from '../../core/errors.js';
import type { Call } from '../../ports/backend.js';
import type { Answer, Http } from '../http.js';
import type { Reader } from '../narrow.js';
import { retryAfter, type Wait } from '../retry-after.js';
import type { paths } from './contract.js';
import { GUARD } from './guard.js';

type Path<Method extends string> = {
  [P in keyof paths]: paths[P] extends Record<Method, object> ? P : never;
}[keyof paths];
/** A plain form is the page's to send, and no adapter's. */
type Write = Exclude<Path<'post'>, '/challenge/form'>;
type Body<P extends Write> = paths[P]['post']['requestBody']['content']['application/json'];
/** What goes in the place of a path's one parameter. */
type Parameter<P> = P extends `${string}{${string}` ? [id: string] : [];

/** A problem detail in our words. `wait` stands in for a missing `retryAt`. */
export type ProblemReader = (value: unknown, wait: Wait | undefined) => MfaProblem;

const TOO_MANY_REQUESTS = 429;

/** How the contract's operations are asked: its paths and bodies by its types, its answers narrowed or thrown as problems. */
export function createTransport(http: Http, problem: ProblemReader) {
  /** The body as `read` knows it; everything else is thrown as the problem it states or as `bad-response`. */
  function readable<T>(answer: Answer, read: Reader<T>): T {
    try {
      if (answer.status >= 200 && answer.status < 300 && answer.json !== undefined) return read(answer.json);
      throw new MfaError(problem(answer.json, retryAfter(answer.headers)));
    } catch (cause) {
      throw cause instanceof MfaError ? cause : new MfaError(unreadable(answer), cause);
    }
  }

  const posting =
    (how: 'read' | 'write') =>
    async <P extends Write, T>(path: P, body: Body<P>, call: Call, read: Reader<T>, ...id: Parameter<P>): Promise<T> =>
      readable(
        await http[how](filled(path, id), call, {
          method: 'POST',
          headers: { ...GUARD, 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
        read,
      );

  return {
    readable,
    get: async <T>(path: Path<'get'>, call: Call, read: Reader<T>, query = ''): Promise<T> =>
      readable(await http.read(path + query, call, { headers: GUARD }), read),
    /** Sent once. */
    post: posting('write'),
    /** A POST that changes nothing by being sent again, and may be. */
    ask: posting('read'),
  };
}

function filled(path: string, [id = '']: readonly string[]): string {
  return path.replace(/\{\w+\}/, () => encodeURIComponent(id));
}

/** A gateway in front of the server speaks no contract; its status still tells the two things that a screen can use. */
function unreadable({ status, headers }: Answer): MfaProblem {
  if (status === TOO_MANY_REQUESTS) {
    return { code: 'too-many-attempts', blocks: 'all', retryAt: 'unknown', ...retryAfter(headers) };
  }
  return { code: status >= 500 ? 'server' : 'bad-response' };
}
