import type { AuthContext, BetterAuthRateLimitStorage } from 'better-auth';
import { equal, isUniqueViolation } from './database.js';
import { keyedHashes } from './keyed-hash.js';
import { settingsOf } from './options.js';
import { traceOf } from './problem.js';
import { memoryRateLimit } from './rate-limit-memory.js';
import { isUnreachable } from './unreachable.js';

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

/**
 * What all processes count together: the contract's routes, and those of Better Auth that try a password or send a message. An
 * address has no more keys than these, whatever it asks for. The rest is counted by each process.
 */
const SHARED =
  /^mfa\||\|\/(sign-(in|up)\/(email|social)|request-password-reset|reset-password|send-verification-email)$/;
/** For so long nobody asks a database that did not answer: each of them would wait. */
const AWAY = 5_000;

/** Fixed windows in the plugin's own table. */
export function databaseRateLimit(context: AuthContext): BetterAuthRateLimitStorage {
  const { now } = settingsOf(context);
  const memory = memoryRateLimit(now);
  /** What is refused, until when: a flood is refused without asking the database. */
  const refused = new Map<string, { readonly max: number; readonly endsAt: number }>();
  let [pruneAt, awayUntil] = [0, 0];

  function prune(time: number): void {
    if (time < pruneAt) return;
    pruneAt = time + MINUTE;
    for (const [key, { endsAt }] of refused) if (endsAt <= time) refused.delete(key);
    const where = [{ field: 'endsAt', operator: 'lte' as const, value: new Date(time) }];
    const failed = (error: unknown): void =>
      context.logger.error('mfa-elements: requests that are over were not forgotten.', traceOf(error));
    context.runInBackground(context.adapter.deleteMany({ model, where }).then(() => {}, failed));
  }

  return {
    async consume(key, rule) {
      const time = now();
      const known = refused.get(key);
      if (known && known.endsAt > time && rule.max <= known.max)
        return { allowed: false, retryAfter: secondsTo(known.endsAt, time) };
      if (!SHARED.test(key) || time < awayUntil) return memory.consume(key, rule);
      try {
        const [hash] = keyedHashes(context, 'rate limit', key);
        const { count, endsAt } = await countIn(context, hash, time, rule.window);
        awayUntil = 0;
        prune(time);
        if (count <= rule.max) return { allowed: true, retryAfter: null };
        refused.set(key, { max: rule.max, endsAt: endsAt.getTime() });
        return { allowed: false, retryAfter: secondsTo(endsAt.getTime(), time) };
      } catch (error) {
        if (!isUnreachable(error)) throw error;
        // Better Auth asks outside of what answers its errors. What the request is for will say that there is no database.
        if (awayUntil === 0)
          context.logger.error('mfa-elements: requests are counted by this process alone.', traceOf(error));
        awayUntil = now() + AWAY;
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
