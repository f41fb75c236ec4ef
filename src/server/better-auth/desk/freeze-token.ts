import { equal, type Database } from '../database.js';
import { hashToken, newToken } from '../token.js';
import type { FreezeTokenRow } from './rows.js';
import { FREEZE_TTL } from './rules.js';

const model = 'mfaFreezeToken';

/** A token for the link of a notice. It can stop what is under way, once, and do nothing else. */
export async function makeFreezeToken(db: Database, userId: string, now: number): Promise<string> {
  const token = newToken();
  await db.deleteMany({
    model,
    where: [...equal({ userId }), { field: 'at', operator: 'lt', value: new Date(now - FREEZE_TTL) }],
  });
  await db.create({ model, data: { userId, tokenHash: hashToken(token), at: new Date(now), usedAt: null } });
  return token;
}

/** Every link that was sent stops nothing any more. */
export async function forgetFreezeTokens(db: Database, userId: string): Promise<void> {
  await db.deleteMany({ model, where: equal({ userId }) });
}

export async function findFreezeToken(db: Database, token: string, now: number): Promise<FreezeTokenRow | null> {
  const found = await db.findOne<FreezeTokenRow>({ model, where: equal({ tokenHash: hashToken(token) }) });
  return found && now < found.at.getTime() + FREEZE_TTL ? found : null;
}

/** Uses it up. False for one that was used before. */
export async function useFreezeToken(db: Database, { id }: FreezeTokenRow, now: number): Promise<boolean> {
  const used = await db.updateMany({
    model,
    where: equal({ id, usedAt: null }),
    update: { usedAt: new Date(now) },
  });
  return used === 1;
}
