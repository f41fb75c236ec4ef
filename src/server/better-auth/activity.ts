import type { Database } from './database.js';
import type { ActivityRow } from './rows.js';

export type ActivityName =
  | 'mfa.signed_in'
  | 'mfa.backup_code_used'
  | 'mfa.device_trusted'
  /** Signed in by a trusted device, without a second factor. */
  | 'mfa.trusted_device_used'
  | 'mfa.step_up_asked'
  | 'mfa.step_up_passed'
  | 'mfa.step_up_refused'
  | 'mfa.backup_codes_issued'
  /** A set that waited for its confirmation gave way to a newer one. */
  | 'mfa.backup_codes_superseded'
  | 'mfa.backup_codes_confirmed'
  | 'mfa.backup_codes_abandoned'
  | 'mfa.backup_codes_removed'
  /** What the person asked for was refused: too many sets, one that is over, the last way in, the policy. */
  | 'mfa.backup_codes_refused'
  /** A proof was refused at a sign-in. */
  | 'mfa.challenge_refused'
  | 'mfa.setup_started'
  /** A set-up that was open gave way to a newer one. */
  | 'mfa.setup_superseded'
  | 'mfa.setup_abandoned'
  | 'mfa.registration_started'
  | 'mfa.factor_enrolled'
  | 'mfa.factor_renamed'
  | 'mfa.factor_removed'
  /** What the person asked for was refused: a wrong code or credential, a set-up that is over, the last way in, the policy. */
  | 'mfa.factor_refused'
  | 'mfa.linked'
  | 'mfa.unlinked'
  /** A linked sign-in opened the set-up of a factor. */
  | 'mfa.linked_used'
  /** A link, or a sign-in by one, was refused: another person's, too young, not asked anew. */
  | 'mfa.linked_refused'
  | 'mfa.session_rotated'
  | 'mfa.sessions_ended'
  /** Changing the e-mail address or the like was refused, too soon after a recovery. */
  | 'mfa.contact_change_refused'
  | 'mfa.help_requested'
  | 'mfa.help_cancelled'
  | 'mfa.factor_admin_reset'
  | 'mfa.temporary_codes_made'
  | 'mfa.account_frozen'
  | 'user.password_set_by_admin'
  | 'user.password_changed'
  | 'user.suspended';

/** Writes down what happened to an account, in the transaction that did it. Holds no code and no address. */
export async function record(
  db: Database,
  userId: string,
  what: ActivityName,
  now: number,
  byRole: ActivityRow['byRole'] = null,
): Promise<void> {
  await db.create({ model: 'mfaActivity', data: { userId, what, at: new Date(now), byRole } });
}
