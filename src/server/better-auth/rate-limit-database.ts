import type { AuthContext, BetterAuthRateLimitStorage } from 'better-auth';
import { equal, isUniqueViolation } from './database.js';
import { keyedHashes } from './keyed-hash.js';
import { settingsOf } from './options.js';
import { traceOf } from './problem.js';
import { memoryRateLimit } from './rate-limit-memory.js';

/** The requests of one client, of one kind, in the window that runs. */
interface RateLimitRow {
  id: string;
  /** A keyed hash: whose requests they are, nobody can read. */
  key: string;
  count: number;
  endsAt: Date;
}

const model = 'mfaRateLimit';
const MINUTE = 60_000;

/** Asked by every page of an app, and guards nothing: not worth a write. */
const READ = /\|\/get-session$/;

/** Fixed windows in the plugin's own table. */
export function databaseRateLimit(context: AuthContext): BetterAuthRateLimitStorage {
  const { now } = settingsOf(context);
  const memory = memoryRateLimit(now);
  /** Until when a key is refused: a flood is refused without asking the database. */
  const refused = new Map<string, number>();
  let pruneAt = 0;
  let isAway = false;

  function prune(time: number): void {
    if (time < pruneAt) return;
    pruneAt = time + MINUTE;
    for (const [key, endsAt] of refused) if (endsAt <= time) refused.delete(key);
    const where = [{ field: 'endsAt', operator: 'lte' as const, value: new Date(time) }];
    context.runInBackground(context.adapter.deleteMany({ model, where }).then(() => {}, say));
  }

  function say(error: unknown): void {
    if (!isAway) context.logger.error('mfa-elements: requests are counted by this process alone.', traceOf(error));
    isAway = true;
  }

  return {
    async consume(key, rule) {
      const time = now();
      const until = refused.get(key) ?? 0;
      if (until > time) return { allowed: false, retryAfter: secondsTo(until, time) };
      if (READ.test(key)) return memory.consume(key, rule);
      try {
        const [hash] = keyedHashes(context, 'rate limit', key);
        const { count, endsAt } = await countIn(context, hash, time, rule.window);
        isAway = false;
        prune(time);
        if (count <= rule.max) return { allowed: true, retryAfter: null };
        refused.set(key, endsAt.getTime());
        return { allowed: false, retryAfter: secondsTo(endsAt.getTime(), time) };
      } catch (error) {
        // Better Auth asks outside of what answers its errors. What the request is for will say that there is no database.
        say(error);
        return memory.consume(key, rule);
      }
    },
  };
}

const secondsTo = (until: number, time: number): number => Math.ceil((until - time) / 1000);

/** Counts one more, in the window that runs or in a new one. Two at once never read the same number. */
async function countIn({ adapter }: AuthContext, key: string, time: number, window: number): Promise<RateLimitRow> {
  const [begin, endsAt] = [new Date(time), new Date(time + window * 1000)];
  for (;;) {
    const where = [...equal({ key }), { field: 'endsAt', operator: 'gt' as const, value: begin }];
    const running = await adapter.incrementOne<RateLimitRow>({ model, where, increment: { count: 1 } });
    if (running) return running;
    // A plain update is judged by the row as it is by then, so of two that begin a window one does.
    const over = [...equal({ key }), { field: 'endsAt', operator: 'lte' as const, value: begin }];
    const begun = { count: 1, endsAt };
    if ((await adapter.updateMany({ model, where: over, update: begun })) > 0) return { id: '', key, ...begun };
    try {
      return await adapter.create<Omit<RateLimitRow, 'id'>, RateLimitRow>({ model, data: { key, ...begun } });
    } catch (error) {
      if (!isUniqueViolation(error)) throw error;
    }
  }
}
