import { randomBytes } from 'node:crypto';
import type { components } from '../../backends/rest/contract.js';

export type ProblemBody = components['schemas']['Problem'];
type Members = Pick<ProblemBody, 'triesLeft' | 'blocks' | 'retryAt' | 'restart' | 'reason' | 'reference'>;

/** A refusal on its way to the client. Its message is for developers and never holds a code. */
export class Problem extends Error {
  constructor(readonly body: ProblemBody) {
    super(body.title);
  }
}

export function problem(code: ProblemBody['code'], status: number, title: string, members: Members = {}): ProblemBody {
  return { type: `urn:mfa-elements:problem:${code}`, title, status, code, ...members };
}

export const badRequest = (title: string, status = 400) => problem('bad-request', status, title);

export const notOffered = (status: number, title: string) =>
  problem('not-allowed', status, title, { reason: 'not-offered' });

export const challengeOver = (restart: 'here' | 'sign-in') =>
  problem('challenge-over', 410, 'This challenge is over.', { restart });

/** The refusal for something unexpected; `log` gets the reference that the person can tell the support. */
export function serverProblem(status: number, log: (reference: string) => void): ProblemBody {
  const reference = randomBytes(6).toString('hex');
  log(reference);
  return problem('server', status, 'Something went wrong on the server.', { reference });
}

const NO_STORE = { 'cache-control': 'no-store' };

export function problemResponse(body: ProblemBody, now: number): Response {
  const headers: Record<string, string> = { ...NO_STORE, 'content-type': 'application/problem+json' };
  if (typeof body.retryAt === 'number') {
    headers['retry-after'] = String(Math.max(0, Math.ceil((body.retryAt - now) / 1000)));
  }
  return new Response(JSON.stringify(body), { status: body.status, headers });
}

export function jsonResponse(body: unknown): Response {
  return Response.json(body, { headers: NO_STORE });
}

export function emptyResponse(): Response {
  return new Response(null, { status: 204, headers: NO_STORE });
}
