import type { BetterAuthRateLimitStorage } from 'better-auth';

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
