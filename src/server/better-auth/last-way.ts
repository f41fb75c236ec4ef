import type { AuthContext } from 'better-auth';
import { countUnused } from './backup-code.js';
import { equal, type Database } from './database.js';
import { ACCOUNT_EMAIL, destinationsOf } from './destinations.js';
import { settingsOf } from './options.js';
import { passkeysOf } from './passkey.js';
import { isOffered } from './policy.js';
import { problem, Problem } from './problem.js';

/** How many second factors of a person the challenge would take now. */
async function countUsable(context: AuthContext, db: Database, userId: string): Promise<number> {
  const { policy } = settingsOf(context);
  const apps = await db.count({ model: 'mfaFactor', where: equal({ userId, kind: 'totp' }) });
  const passkeys = (await passkeysOf(db, userId)).length;
  const destinations = (await destinationsOf(context, db, userId)).filter(({ id }) => id !== ACCOUNT_EMAIL).length;
  const counted = { totp: apps, passkey: passkeys, 'delivered-code': destinations };
  return (Object.keys(counted) as (keyof typeof counted)[])
    .filter((kind) => isOffered(policy, kind))
    .reduce((sum, kind) => sum + counted[kind], 0);
}

/** Throws where the person's backup codes are what the account stands on. Codes that are used up hold nothing. */
export async function holdLastWay(context: AuthContext, db: Database, userId: string): Promise<void> {
  const { minFactors = 1, codesCount = false } = settingsOf(context).policy;
  if ((await countUnused(db, userId)) === 0) return;
  const factors = await countUsable(context, db, userId);
  const isCounted = codesCount && factors + 1 === minFactors;
  if (factors > 0 && !isCounted) return;
  throw new Problem(problem('not-allowed', 403, 'The codes are the last way in.', { reason: 'last-factor' }));
}
