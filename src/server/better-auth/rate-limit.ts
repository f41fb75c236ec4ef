import type { AuthContext, BetterAuthRateLimitStorage } from 'better-auth';
import { getIP } from 'better-auth/api';
import { FORM_PATH } from './operations.js';
import { settingsOf, type RequestLimits } from './options.js';

const WINDOW = 60;
/** They spend a proof, so they count under one limit. */
const ATTEMPTS = ['/mfa/challenge/attempts', FORM_PATH, '/mfa/step-up/proofs'];

/**
 * A rate-limit storage in this process's memory, with fixed windows: fit for Better Auth's `rateLimit.customStorage`.
 */
export function memoryRateLimit(now: () => number = Date.now): BetterAuthRateLimitStorage {
  const windows = new Map<string, { count: number; endsAt: number }>();
  let pruneAt = 0;
  const prune = (time: number) => {
    if (time < pruneAt) return;
    for (const [key, { endsAt }] of windows) if (endsAt <= time) windows.delete(key);
    pruneAt = time + 60_000;
  };
  return {
    consume(key, { window, max }) {
      const time = now();
      prune(time);
      const open = windows.get(key);
      const running = open && open.endsAt > time ? open : { count: 0, endsAt: time + window * 1000 };
      running.count += 1;
      windows.set(key, running);
      const allowed = running.count <= max;
      return Promise.resolve({ allowed, retryAfter: allowed ? null : Math.ceil((running.endsAt - time) / 1000) });
    },
  };
}

/** The host's shared storage where it has one, so that several processes count together. */
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
