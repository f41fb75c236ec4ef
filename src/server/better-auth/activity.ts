import type { Database } from './database.js';

export type ActivityName =
  | 'mfa.signed_in'
  | 'mfa.backup_code_used'
  | 'mfa.device_trusted'
  /** Signed in by a trusted device, without a second factor. */
  | 'mfa.trusted_device_used';

/** Writes down what happened to an account, in the transaction that did it. Holds no code and no address. */
export async function record(db: Database, userId: string, what: ActivityName, now: number): Promise<void> {
  await db.create({ model: 'mfaActivity', data: { userId, what, at: new Date(now) } });
}
