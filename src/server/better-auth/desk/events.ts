/** The names in the audit log, and when each is written. They are the server's own and never change. */
export const AUDIT_EVENTS = {
  'mfa.help_requested': 'a person asked for help, or an agent opened the case for them',
  'mfa.help_cancelled': 'the person took the request back',
  'mfa.help_refused': 'an agent refused: no proof, pressure, or a bad feeling',
  'mfa.help_escalated': 'an agent handed the case to another',
  'mfa.admin_action_approved': "a second agent agreed to act on a colleague's account",
  'mfa.admin_action_denied': 'the server refused what an agent, or somebody who is none, wanted to do',
  'mfa.factor_admin_reset': "every factor and code of the account was taken away, at an agent's word",
  'mfa.enrollment_pass_made': 'another enrollment pass was made for a reset',
  'mfa.enrollment_pass_used': 'the enrollment pass was given',
  'mfa.factor_enrolled': 'a factor was set up; after a reset it closes the case',
  'mfa.backup_codes_confirmed': 'the person says that they have their backup codes',
  'mfa.temporary_codes_made': 'one to three backup codes were made that end by themselves',
  'user.password_set_by_admin': 'a temporary password was set',
  'user.password_changed': 'the person changed the temporary password',
  'user.suspended': 'the account was closed to everybody',
  'user.released': 'a reset opened a suspended account again',
  'mfa.wrong_person_reset': 'an incident: the account was suspended after a reset',
  'mfa.reset_stopped_by_owner': 'the owner froze the account by the link of a notice',
} as const;

export type AuditEvent = keyof typeof AUDIT_EVENTS;
