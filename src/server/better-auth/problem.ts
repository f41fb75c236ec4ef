import { randomBytes } from 'node:crypto';
import type { components } from '../../backends/rest/contract.js';
import { isUnreachable } from './unreachable.js';

export type ProblemBody = components['schemas']['Problem'];
type Members = Pick<ProblemBody, 'triesLeft' | 'blocks' | 'retryAt' | 'restart' | 'reason' | 'reference' | 'need'>;

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

export const ruledOut = (title = 'The policy rules this kind of proof out.') =>
  problem('not-allowed', 403, title, { reason: 'policy' });

/** The contract has no name for a password or a pass that is locked. */
export const locked = (
  kind: components['schemas']['OfferKind'] | 'password' | 'enrollment-pass',
  retryAt: number,
  title = 'Too many wrong codes.',
) =>
  problem('too-many-attempts', 429, title, {
    blocks: kind === 'password' || kind === 'enrollment-pass' ? 'all' : [kind],
    retryAt,
  });

export const suspended = () => problem('not-allowed', 403, 'The account is frozen.', { reason: 'suspended' });

export const signedOut = () => problem('signed-out', 401, 'There is no session.');

export const superseded = (title: string) => problem('superseded', 409, title);

export const stepUpRequired = (need: components['schemas']['StepUpNeed']) =>
  problem('step-up-required', 401, 'This wants a fresh proof.', { need });

export const challengeOver = (restart: 'here' | 'sign-in') =>
  problem('challenge-over', 410, 'This challenge is over.', { restart });

/** The refusal for something unexpected; `log` gets the reference that the person can tell the support. */
export function serverProblem(status: number, log: (reference: string) => void): ProblemBody {
  const reference = randomBytes(6).toString('hex');
  log(reference);
  return problem('server', status, 'Something went wrong on the server.', { reference });
}

/** What is logged of an error: not its message, which V8 puts before the frames; it may hold the values of a query. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { name, stack = '' } = error;
  const { code } = error as { code?: unknown };
  const frames = stack.split('\n').filter((line) => line.startsWith('    at'));
  return [typeof code === 'string' ? `${name} ${code}` : name, ...frames].join('\n');
}

/**
 * The problem in whatever was thrown; what is not one of ours is logged under the reference that is told. Without a database it is
 * 503. When to come back is not said, since nobody knows.
 */
export function problemOf(error: unknown, logger: { error(...words: unknown[]): void }, otherwise = 500): ProblemBody {
  if (error instanceof Problem) return error.body;
  const status = otherwise === 500 && isUnreachable(error) ? 503 : otherwise;
  return serverProblem(status, (reference) => logger.error(`mfa-elements: reference ${reference}`, traceOf(error)));
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
