import type { AuthContext, BetterAuthPlugin } from 'better-auth';
import type { Settings } from './options.js';
import { badRequest, problemResponse, serverProblem } from './problem.js';
import { limitRequests, memoryRateLimit } from './rate-limit.js';

type FrontDoor = Required<Pick<BetterAuthPlugin, 'onRequest' | 'onResponse'>>;

function routeOf(request: Request, context: AuthContext): string | null {
  const base = new URL(context.baseURL).pathname.replace(/\/+$/, '');
  const { pathname } = new URL(request.url);
  if (!pathname.startsWith(`${base}/mfa/`)) return null;
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

function refuse(request: Request, context: AuthContext, now: number): Response | null {
  if (request.headers.get('x-mfa') !== '1') {
    return problemResponse(badRequest('The header X-MFA: 1 is missing.'), now);
  }
  if (request.method === 'GET') return null;
  if (!isOurs(request, context)) return problemResponse(badRequest('The request comes from elsewhere.', 403), now);
  const [type = ''] = (request.headers.get('content-type') ?? '').split(';');
  const isJson = type.trim().toLowerCase() === 'application/json';
  return isJson ? null : problemResponse(badRequest('The body has to be JSON.', 415), now);
}

/**
 * What stands before and after every route of the contract: the rate limit, the checks that no foreign page can pass,
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
      const response = (await limitRequests(request, path, context, memory)) ?? refuse(request, context, now());
      if (response) return { response };
      ours.add(context);
    },

    onResponse(response, context) {
      const isProblem = response.headers.get('content-type') === 'application/problem+json';
      if (!ours.has(context) || response.ok || isProblem) return Promise.resolve();
      const body =
        response.status >= 500
          ? serverProblem(response.status, (reference) => context.logger.error(`mfa-elements: reference ${reference}`))
          : badRequest('Better Auth refused the request.', response.status);
      return Promise.resolve({ response: problemResponse(body, now()) });
    },
  };
}
