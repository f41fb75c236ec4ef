import type { AuthContext, BetterAuthPlugin } from 'better-auth';
import { leadBack } from './form.js';
import { FORM_PATH } from './operations.js';
import type { Settings } from './options.js';
import { badRequest, problem, problemResponse, serverProblem, type ProblemBody } from './problem.js';
import { limitRequests } from './rate-limit.js';
import { memoryRateLimit } from './rate-limit-memory.js';

const FORM = 'application/x-www-form-urlencoded';
/** How a form is answered. */
const SEE_OTHER = 303;

type FrontDoor = Required<Pick<BetterAuthPlugin, 'onRequest' | 'onResponse'>>;

function routeOf(request: Request, context: AuthContext): string | null {
  const base = new URL(context.baseURL).pathname.replace(/\/+$/, '');
  const { pathname } = new URL(request.url);
  if (![`${base}/mfa/`, `${base}/desk/`].some((ours) => pathname.startsWith(ours))) return null;
  // With `advanced.skipTrailingSlashes` both spellings are one route, and they have to be under one limit.
  return pathname.slice(base.length).replace(/\/+$/, '');
}

/**
 * Whether a write comes from a page of ours. A browser sends `Origin` with every POST; only an older one, or one whose
 * user strips it, is left with `Sec-Fetch-Site`.
 */
function isOurs(request: Request, context: AuthContext): boolean {
  const origin = request.headers.get('origin');
  if (origin !== null) return context.isTrustedOrigin(origin);
  return request.headers.get('sec-fetch-site') === 'same-origin';
}

function typeOf(request: Request): string {
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
  return type.trim().toLowerCase();
}

const tooManyRequests = (retryAt: number) =>
  problem('too-many-attempts', 429, 'Too many requests from here.', { blocks: 'all', retryAt });

const ELSEWHERE = 'The request comes from elsewhere.';

function refuse(request: Request, context: AuthContext): ProblemBody | null {
  if (request.headers.get('x-mfa') !== '1') return badRequest('The header X-MFA: 1 is missing.');
  if (request.method === 'GET') return null;
  if (!isOurs(request, context)) return badRequest(ELSEWHERE, 403);
  return typeOf(request) === 'application/json' ? null : badRequest('The body has to be JSON.', 415);
}

/**
 * Whether a form comes from a page of this very origin. Any page can send one, so here nothing else is trusted. A page
 * under `Referrer-Policy: no-referrer` sends `Origin: null` with its own forms; `Sec-Fetch-Site`, which no page can set,
 * then says where it comes from.
 */
function isOwnForm({ headers }: Request, { baseURL }: AuthContext): boolean {
  const [origin, site] = [headers.get('origin'), headers.get('sec-fetch-site')];
  const isOwnOrigin = origin === new URL(baseURL).origin;
  if (site === null) return isOwnOrigin;
  return site === 'same-origin' && (isOwnOrigin || origin === null || origin === 'null');
}

function refuseForm(request: Request, context: AuthContext): ProblemBody | null {
  if (!isOwnForm(request, context)) return badRequest(ELSEWHERE, 403);
  return typeOf(request) === FORM ? null : badRequest('The body has to be a form.', 415);
}

/** The form as it goes on: with the origin that it was found to have, by which Better Auth's own check knows it too. */
function fromHere(request: Request, { baseURL }: AuthContext): Request {
  const headers = new Headers(request.headers);
  headers.set('origin', new URL(baseURL).origin);
  return new Request(request, { headers });
}

/**
 * What stands before and after every route of the contract and of the help desk: the rate limit, the checks that no foreign page can pass,
 * and the promise that each answer is uncached and each refusal a problem detail, Better Auth's own included.
 */
export function frontDoor({ now }: Settings): FrontDoor {
  const memory = memoryRateLimit(now);
  // `onResponse` isn't told the request; Better Auth makes one context for each and hands it to both.
  const ours = new WeakSet<AuthContext>();

  return {
    async onRequest(request, context) {
      const path = routeOf(request, context);
      if (path === null) return;
      const isForm = path === FORM_PATH && request.method === 'POST';
      const refusal = isForm ? refuseForm(request, context) : refuse(request, context);
      const retryAt = await limitRequests(request, path, context, memory);
      if (retryAt !== null && isForm && !refusal) return { response: leadBack(context, 'too-many-attempts') };
      const body = retryAt === null ? refusal : tooManyRequests(retryAt);
      if (body) return { response: problemResponse(body, now()) };
      ours.add(context);
      return isForm ? { request: fromHere(request, context) } : undefined;
    },

    onResponse(response, context) {
      const isProblem = response.headers.get('content-type') === 'application/problem+json';
      const isFine = response.ok || response.status === SEE_OTHER;
      if (!ours.has(context) || isFine || isProblem) return Promise.resolve();
      const body =
        response.status >= 500
          ? serverProblem(response.status, (reference) => context.logger.error(`mfa-elements: reference ${reference}`))
          : badRequest('Better Auth refused the request.', response.status);
      return Promise.resolve({ response: problemResponse(body, now()) });
    },
  };
}
