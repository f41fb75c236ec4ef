import type { AuthContext, BetterAuthRateLimitStorage } from 'better-auth';
import { getIP } from 'better-auth/api';
import { FORM_PATH } from './operations.js';
import { settingsOf, type RequestLimits } from './options.js';
import { databaseRateLimit } from './rate-limit-database.js';

const WINDOW = 60;
/** They spend a proof, so they count under one limit. */
const ATTEMPTS = ['/mfa/challenge/attempts', FORM_PATH, '/mfa/step-up/proofs'];

/**
 * Where the host has every limit counted, Better Auth's own included, unless it chose a storage itself: in the database, so that
 * all processes on it count together. `rateLimit.storage: 'memory'` is a choice, too; `'database'` is what this does, in a table of its own.
 */
export function ownStorage(context: AuthContext): BetterAuthRateLimitStorage | undefined {
  const { customStorage, storage } = context.options.rateLimit ?? {};
  const isChosen =
    customStorage !== undefined || context.options.secondaryStorage !== undefined || storage === 'memory';
  return isChosen ? undefined : databaseRateLimit(context);
}

/** The storage that all processes share, where there is one. */
function sharedStorage({ options }: AuthContext): BetterAuthRateLimitStorage | null {
  if (options.rateLimit?.customStorage) return options.rateLimit.customStorage;
  const secondary = options.secondaryStorage;
  if (!secondary) return null;
  return {
    async consume(key, { window, max }) {
      const allowed = (await secondary.increment(key, window)) <= max;
      return { allowed, retryAfter: allowed ? null : window };
    },
  };
}

function limitOf(request: Request, path: string): keyof RequestLimits {
  if (request.method === 'GET' && path === '/mfa/challenge') return 'load';
  return ATTEMPTS.includes(path) ? 'attempt' : 'other';
}

/**
 * Limits the contract's routes: when to come back, or null for a request that may go on. Better Auth's own limiter answers before any plugin sees the request or the answer, so
 * its refusal could not be a problem detail.
 */
export async function limitRequests(
  request: Request,
  path: string,
  context: AuthContext,
  memory: BetterAuthRateLimitStorage,
): Promise<number | null> {
  const { limits, now } = settingsOf(context);
  const limit = limitOf(request, path);
  const key = `mfa|${getIP(request, context.options) ?? 'unknown'}|${limit}`;
  const storage = sharedStorage(context) ?? memory;
  const { allowed, retryAfter } = await storage.consume(key, { window: WINDOW, max: limits[limit] });
  return allowed ? null : now() + (retryAfter ?? WINDOW) * 1000;
}
