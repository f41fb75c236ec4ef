import type { AuditEvent } from './events.js';

/** What a line means as a `credential-change` of OpenID CAEP 1.0 (section 3.3); an event that is none is left out. */
export interface CredentialChange {
  readonly change_type: 'create' | 'revoke' | 'update' | 'delete';
  /**
   * As CAEP names them. `backup-code` is none of its names: it lets two sides agree on more. `second-factors`, with what was taken
   * away in a reset, stands for all that the account had.
   */
  readonly credential_type: 'app' | 'fido2-platform' | 'fido2-roaming' | 'password' | 'backup-code' | 'second-factors';
  readonly initiating_entity: 'admin' | 'user' | 'policy' | 'system';
}

type Change = Pick<CredentialChange, 'change_type'> & Partial<Pick<CredentialChange, 'credential_type'>>;

/** The events that change a credential. Where no type stands here, the line's `factor` says it. */
export const CAEP_CHANGES: Readonly<Partial<Record<AuditEvent, Change>>> = {
  'mfa.factor_enrolled': { change_type: 'create' },
  'mfa.factor_renamed': { change_type: 'update' },
  'mfa.factor_removed': { change_type: 'delete' },
  'mfa.backup_codes_confirmed': { change_type: 'create', credential_type: 'backup-code' },
  'mfa.backup_code_used': { change_type: 'update', credential_type: 'backup-code' },
  'mfa.backup_codes_removed': { change_type: 'delete', credential_type: 'backup-code' },
  'mfa.temporary_codes_made': { change_type: 'create', credential_type: 'backup-code' },
  'mfa.factor_admin_reset': { change_type: 'revoke', credential_type: 'second-factors' },
  'user.password_set_by_admin': { change_type: 'update', credential_type: 'password' },
  'user.password_changed': { change_type: 'update', credential_type: 'password' },
};

const TYPES: Readonly<Record<string, CredentialChange['credential_type']>> = {
  totp: 'app',
  passkey: 'fido2-platform',
  'security-key': 'fido2-roaming',
};

/** A line of the log as a CAEP `credential-change`; null: it is none. */
export function credentialChangeOf({
  event,
  role,
  detail,
}: {
  readonly event: AuditEvent;
  readonly role: string;
  readonly detail: Readonly<Record<string, unknown>>;
}): CredentialChange | null {
  const change = CAEP_CHANGES[event];
  const credential_type = change?.credential_type ?? TYPES[String(detail['factor'])];
  if (!change || !credential_type) return null;
  return { change_type: change.change_type, credential_type, initiating_entity: role === 'user' ? 'user' : 'admin' };
}
