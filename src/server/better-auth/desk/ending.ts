import type { AuthContext } from 'better-auth';
import { equal, type Database } from '../database.js';
import { lockGuard } from '../guard.js';
import { forgetRotations } from '../rotation.js';
import { lockFactors } from '../totp-setup.js';
import { forgetDevices } from '../trusted-device.js';

/**
 * Takes what every sign-in, set-up and change of the factors of a person holds too, always in this order: a challenge comes
 * after the guard of the factors, and before those of the kinds of proof.
 */
export async function holdAccess(db: Database, userId: string): Promise<void> {
  await lockFactors(db, userId);
  await db.updateMany({
    model: 'mfaChallenge',
    where: equal({ userId, state: 'pending' }),
    update: { state: 'cancelled', privilegedUntil: null },
  });
  for (const kind of ['totp', 'backup-code'] as const) await lockGuard(db, userId, kind);
}

/**
 * Ends sessions, what leads to one again, and the trust in devices; and Better Auth's links by mail that change the password or
 * the account, which are kept under the person's id. After `holdAccess`, which ends the challenges.
 */
export async function endAccess({ internalAdapter }: AuthContext, db: Database, userId: string): Promise<void> {
  await internalAdapter.deleteUserSessions(userId);
  await db.deleteMany({ model: 'verification', where: equal({ value: userId }) });
  await forgetRotations(db, userId);
  await forgetDevices(db, userId);
}

/** Takes every factor and code, every linked sign-in, and all that was begun. */
export async function endFactors(context: AuthContext, db: Database, userId: string): Promise<void> {
  const own = equal({ userId });
  for (const model of ['mfaFactor', 'mfaPasskey', 'mfaBackupCode', 'mfaRepair', 'mfaLink']) {
    await db.deleteMany({ model, where: own });
  }
  // Passkeys of Better Auth's own plugin open an account alone, where a host lets them.
  if (context.hasPlugin('passkey')) await db.deleteMany({ model: 'passkey', where: own });
  await db.updateMany({ model: 'mfaCodeSet', where: own, update: { state: 'ended', hashes: null } });
  await db.updateMany({ model: 'mfaSetup', where: own, update: { state: 'ended', secret: null } });
  await db.updateMany({ model: 'mfaRegistration', where: own, update: { state: 'refused' } });
}
