/** The names in the audit log, and when each is written. They are the server's own and never change. */
export const AUDIT_EVENTS = {
  // Signing in.
  'mfa.signed_in': 'a second factor was accepted, and a session made',
  'mfa.challenge_refused': 'a proof was refused at a sign-in',
  'mfa.backup_code_used': 'a backup code was used up, at a sign-in or inside the account',
  'mfa.device_trusted': 'a device is no longer asked for the second factor',
  'mfa.trusted_device_used': 'signed in by a trusted device, without a second factor',

  // Inside the account.
  'mfa.step_up_asked': 'a fresh proof was asked for',
  'mfa.step_up_passed': "a fresh proof was accepted: it's them",
  'mfa.step_up_refused': 'a fresh proof was refused',
  'mfa.session_rotated': 'the session got another token, since the factors changed',
  'mfa.sessions_ended': 'every other session was ended',
  'mfa.contact_change_refused': 'changing the address was refused, too soon after a recovery',

  // Backup codes.
  'mfa.backup_codes_issued': 'a set of codes was made, which is not in force yet',
  'mfa.backup_codes_superseded': 'a set that waited for its confirmation gave way to a newer one',
  'mfa.backup_codes_confirmed':
    'the person says that they have their backup codes: they are in force, and older ones are not',
  'mfa.backup_codes_abandoned': 'a set that waited for its confirmation was dropped',
  'mfa.backup_codes_removed': 'the codes in force were turned off',
  'mfa.backup_codes_refused':
    'what was asked of the codes was refused: too many sets, one that is over, the last way in, the policy',

  // Factors.
  'mfa.setup_started': 'setting up an app was begun',
  'mfa.setup_superseded': 'a set-up that was open gave way to a newer one',
  'mfa.setup_abandoned': 'a set-up was dropped',
  'mfa.registration_started': 'adding a passkey or a security key was begun',
  'mfa.factor_enrolled': 'a factor was set up; after a reset it closes the case',
  'mfa.factor_renamed': 'a factor got another name',
  'mfa.factor_removed': 'a factor was removed',
  'mfa.factor_refused':
    'a change of the factors was refused: a wrong code or credential, a set-up that is over, the last way in, the policy',

  // Linked sign-ins.
  'mfa.linked': 'a sign-in elsewhere was linked',
  'mfa.unlinked': 'a linked sign-in was taken away',
  'mfa.linked_used': 'a linked sign-in opened the set-up of a factor',
  'mfa.linked_refused': 'a linked sign-in was refused, or a change of one',

  // The help desk.
  'mfa.help_requested': 'a person asked for help, or an agent opened the case for them',
  'mfa.help_cancelled': 'the person took the request back',
  'mfa.help_refused': 'an agent refused: no proof, pressure, or a bad feeling',
  'mfa.help_escalated': 'an agent handed the case to another',
  'mfa.admin_action_approved': "a second agent agreed to act on a colleague's account",
  'mfa.admin_action_denied': 'the server refused what an agent, or somebody who is none, wanted to do',
  'mfa.factor_admin_reset': "every factor and code of the account was taken away, at an agent's word",
  'mfa.enrollment_pass_made': 'another enrollment pass was made for a reset',
  'mfa.enrollment_pass_used': 'the enrollment pass was given',
  'mfa.temporary_codes_made': 'one to three backup codes were made that end by themselves',
  'user.password_set_by_admin': 'a temporary password was set',
  'user.password_changed': 'the person changed the temporary password',
  'user.suspended': 'the account was closed to everybody',
  'user.released': 'a reset opened a suspended account again',
  'mfa.wrong_person_reset': 'an incident: the account was suspended after a reset',
  'mfa.account_frozen': 'the owner froze the account by the link of a notice',
  'mfa.reset_stopped_by_owner': 'what the owner froze the account for: a reset, a request, or temporary codes',
} as const;

export type AuditEvent = keyof typeof AUDIT_EVENTS;

/** What an agent reads of somebody's log: what the help desk did, and what ends it. */
export const OF_THE_DESK: readonly AuditEvent[] = [
  'mfa.help_requested',
  'mfa.help_cancelled',
  'mfa.help_refused',
  'mfa.help_escalated',
  'mfa.admin_action_approved',
  'mfa.admin_action_denied',
  'mfa.factor_admin_reset',
  'mfa.enrollment_pass_made',
  'mfa.enrollment_pass_used',
  'mfa.temporary_codes_made',
  'user.password_set_by_admin',
  'user.password_changed',
  'user.suspended',
  'user.released',
  'mfa.wrong_person_reset',
  'mfa.account_frozen',
  'mfa.reset_stopped_by_owner',
  'mfa.factor_enrolled',
  'mfa.backup_codes_confirmed',
];

/**
 * Other names of the same, as guides to recovery and other products write them. A query takes them; the log is written in the
 * names above alone.
 */
export const AUDIT_ALIASES: Readonly<Record<string, AuditEvent>> = {
  'mfa.admin_reset': 'mfa.factor_admin_reset',
  'mfa.reset_by_admin': 'mfa.factor_admin_reset',
  'mfa.factor_reset': 'mfa.factor_admin_reset',
  'mfa.factor_added': 'mfa.factor_enrolled',
  'mfa.enrolled': 'mfa.factor_enrolled',
  'mfa.factor_deleted': 'mfa.factor_removed',
  'mfa.recovery_code_used': 'mfa.backup_code_used',
  'mfa.lookup_secret_used': 'mfa.backup_code_used',
  'mfa.recovery_codes_regenerated': 'mfa.backup_codes_confirmed',
  'mfa.recovery_codes_confirmed': 'mfa.backup_codes_confirmed',
  'mfa.temporary_codes_given': 'mfa.temporary_codes_made',
  'user.password_reset_by_admin': 'user.password_set_by_admin',
  'user.temporary_password_set': 'user.password_set_by_admin',
  'mfa.account_suspended': 'user.suspended',
  'mfa.account_released': 'user.released',
};

/** The log's own name for one that somebody uses; undefined: there is nothing of the kind. */
export function auditEventOf(name: string): AuditEvent | undefined {
  if (Object.hasOwn(AUDIT_EVENTS, name)) return name as AuditEvent;
  return Object.hasOwn(AUDIT_ALIASES, name) ? AUDIT_ALIASES[name] : undefined;
}
