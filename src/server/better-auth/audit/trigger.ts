/**
 * Statements for PostgreSQL, 14 or newer, that have the database itself refuse whatever would change or empty the audit log.
 * Run them one by one after the migrations; they may be run again.
 */
export const AUDIT_TRIGGER: readonly string[] = [
  `create or replace function mfa_audit_append_only() returns trigger language plpgsql as
   $$ begin raise exception 'The audit log can only be added to.'; end $$`,
  `create or replace trigger mfa_audit_append_only before update or delete or truncate on "mfaAudit"
   for each statement execute function mfa_audit_append_only()`,
];
