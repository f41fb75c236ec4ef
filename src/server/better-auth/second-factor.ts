import type { AuthContext } from 'better-auth';
import { database, equal, type Database } from './database.js';
import type { FactorRow, PasskeyRow } from './rows.js';

const KINDS: FactorRow['kind'][] = ['totp', 'email', 'sms'];

/** How many second factors a person has, whatever the policy makes of them. */
export async function countFactors(db: Database, userId: string): Promise<number> {
  const where = [...equal({ userId }), { field: 'kind', operator: 'in' as const, value: KINDS }];
  const factors = await db.count({ model: 'mfaFactor', where });
  return factors + (await db.count({ model: 'mfaPasskey', where: equal({ userId }) }));
}

/** Whether a person is asked for a second factor. Backup codes, and codes to the account's own address, alone are none. */
export async function hasSecondFactor(context: AuthContext, userId: string): Promise<boolean> {
  const db = await database(context);
  const factor = await db.findOne<FactorRow>({
    model: 'mfaFactor',
    where: [...equal({ userId }), { field: 'kind', operator: 'in', value: KINDS }],
  });
  return factor !== null || (await db.findOne<PasskeyRow>({ model: 'mfaPasskey', where: equal({ userId }) })) !== null;
}
