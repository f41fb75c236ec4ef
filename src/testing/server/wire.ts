import type { Instant } from '../../core/factor.js';
import type { Schemas } from './schema.js';

export type ProblemBody = Schemas['Problem'];
type Members = Omit<ProblemBody, 'type' | 'title' | 'status' | 'code'>;

/** What one browser's cookies hold. Ids stand for the random tokens of a real server. */
export interface Cookies {
  readonly challenge: string | null;
  readonly session: string | null;
  readonly trusted: string | null;
}

/** What an operation answers. The cookies come into force only where the answer arrives. */
export interface Reply<Body> {
  readonly body: Body;
  readonly cookies?: Partial<Cookies>;
  /** Where the browser is led by a GET, in place of a body. */
  readonly location?: string;
}

/** An answer on its way to the browser. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string | null;
  readonly cookies?: Partial<Cookies>;
}

/** A refusal on its way to the client. */
export class Refusal extends Error {
  readonly body: ProblemBody;
  readonly headers: Readonly<Record<string, string>>;

  constructor(body: ProblemBody, headers: Readonly<Record<string, string>> = {}) {
    super(body.title);
    this.body = body;
    this.headers = headers;
  }
}

export const problem = (
  code: ProblemBody['code'],
  status: number,
  title: string,
  members: Members = {},
): ProblemBody => ({ type: `urn:mfa-elements:problem:${code}`, title, status, code, ...members });

export const badRequest = (title: string, status = 400): Refusal => new Refusal(problem('bad-request', status, title));

export const challengeOver = (restart: 'here' | 'sign-in'): Refusal =>
  new Refusal(problem('challenge-over', 410, 'This challenge is over.', { restart }));

export const signedOut = (): Refusal => new Refusal(problem('signed-out', 401, 'There is no session.'));

export const superseded = (title: string): Refusal => new Refusal(problem('superseded', 409, title));

export const notAllowed = (reason: NonNullable<ProblemBody['reason']>, title: string, status = 403): Refusal =>
  new Refusal(problem('not-allowed', status, title, { reason }));

export const NO_STORE = { 'cache-control': 'no-store' } as const;

export function jsonAnswer(reply: Reply<unknown>): Answer {
  const cookies = reply.cookies && { cookies: reply.cookies };
  if (reply.location !== undefined) {
    return { status: 303, headers: { ...NO_STORE, location: reply.location }, text: null, ...cookies };
  }
  if (reply.body === null) return { status: 204, headers: NO_STORE, text: null, ...cookies };
  const headers = { ...NO_STORE, 'content-type': 'application/json' };
  return { status: 200, headers, text: JSON.stringify(reply.body), ...cookies };
}

export function problemAnswer(body: ProblemBody, now: Instant, more: Readonly<Record<string, string>> = {}): Answer {
  const headers: Record<string, string> = { ...NO_STORE, 'content-type': 'application/problem+json', ...more };
  if (typeof body.retryAt === 'number') {
    headers['retry-after'] = String(Math.max(0, Math.ceil((body.retryAt - now) / 1000)));
  }
  return { status: body.status, headers, text: JSON.stringify(body) };
}

export const toResponse = ({ text, status, headers }: Answer): Response => new Response(text, { status, headers });
