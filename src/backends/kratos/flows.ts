import { MfaError, type MfaProblem } from '../../core/errors.js';
import type { Instant, Known } from '../../core/factor.js';
import type { Call } from '../../ports/backend.js';
import type { Answer, Http } from '../http.js';
import { flow, isFlow, type Flow } from './flow.js';
import type { Body } from './bodies.js';
import { csrfOf, NAME } from './nodes.js';

/** Kratos's browser flows begin at these. */
export type FlowKind = 'login' | 'settings';

/** What is kept of a flow. Nothing secret: its token is no use without the browser's cookie. */
export interface Held {
  readonly id: string;
  readonly csrf: string;
  readonly expiresAt: Known<Instant>;
}

export const heldOf = (found: Flow): Held => ({ id: found.id, csrf: csrfOf(found), expiresAt: found.expiresAt });

/** Without it Kratos answers with a redirect to a page. */
const HEADERS = { Accept: 'application/json' };
/** A redirect is nobody's answer here: it is not followed, and reads as one that can't be read. */
const INIT: RequestInit = { headers: HEADERS, redirect: 'manual' };

export interface Kratos {
  /** A question that may be asked again. */
  ask(path: string, call: Call): Promise<Answer>;
  /** A GET that changes something, and is sent once. */
  act(path: string, call: Call, method?: 'GET' | 'DELETE'): Promise<Answer>;
  /** A flow by its id. */
  again(kind: FlowKind, id: string, call: Call): Promise<Answer>;
  /** Sends one action of a form, once. The address is ours, whatever the form says. */
  submit(kind: FlowKind, held: Held, body: Body, call: Call): Promise<Answer>;
  /** Whether an instant of Kratos has passed, as far as its clock is known. */
  isPast(at: Known<Instant>): boolean;
  /** Kratos's clock. */
  now(): Instant;
  /** Sets the clock by a flow that was made just now. */
  madeNow(found: Flow): void;
}

/** The one way this adapter talks to Kratos. */
export function createKratos(http: Http): Kratos {
  let ahead: number | undefined;

  /** Its clock may be seconds off, never the hours that a browser's may be. */
  function heard(answer: Answer): Answer {
    const at = Date.parse(answer.headers.get('date') ?? '');
    if (!Number.isNaN(at)) ahead = at - Date.now();
    return answer;
  }
  const now = (): Instant => Date.now() + (ahead ?? 0);

  return {
    ask: async (path, call) => heard(await http.read(path, call, INIT)),
    act: async (path, call, method = 'GET') => heard(await http.write(path, call, { ...INIT, method })),
    again: async (kind, id, call) =>
      heard(await http.read(`/self-service/${kind}/flows?id=${encodeURIComponent(id)}`, call, INIT)),
    submit: async (kind, { id, csrf }, body, call) =>
      heard(
        await http.write(`/self-service/${kind}?flow=${encodeURIComponent(id)}`, call, {
          ...INIT,
          method: 'POST',
          headers: { ...HEADERS, 'Content-Type': 'application/json' },
          body: JSON.stringify({ ...body, [NAME.csrf]: csrf }),
        }),
      ),
    isPast: (at) => ahead !== undefined && at !== 'unknown' && at <= now(),
    now,
    madeNow({ issuedAt }) {
      if (ahead === undefined && issuedAt !== 'unknown') ahead = issuedAt - Date.now();
    },
  };
}

/** The flow that an answer is, by its body: an error of the person's is a flow with status 400. Undefined: it is none. */
export function flowIn({ json }: Answer): Flow | undefined {
  if (!isFlow(json)) return undefined;
  try {
    return flow(json);
  } catch (cause) {
    throw new MfaError({ code: 'bad-response' }, cause);
  }
}

/** A question that is not asked again by itself, and yet changes nothing that the person would miss. */
export async function asRead(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    const lost = error instanceof MfaError && error.problem.code === 'outcome-unknown';
    throw lost ? new MfaError({ code: 'unreachable' } satisfies MfaProblem, error) : error;
  }
}
