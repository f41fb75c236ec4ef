import type { AuthContext } from 'better-auth';
import { database, equal, type Database } from './database.js';
import type { FactorRow, PasskeyRow } from './rows.js';

const KINDS: FactorRow['kind'][] = ['totp', 'email', 'sms'];

/** The second factors that a person has, whatever the policy makes of them. */
export async function factorIdsOf(db: Database, userId: string): Promise<string[]> {
  const where = [...equal({ userId }), { field: 'kind', operator: 'in' as const, value: KINDS }];
  const factors = await db.findMany<FactorRow>({ model: 'mfaFactor', where });
  const keys = await db.findMany<PasskeyRow>({ model: 'mfaPasskey', where: equal({ userId }) });
  return [...factors, ...keys].map(({ id }) => id);
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
