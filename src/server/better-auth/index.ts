export { mfaElements } from './plugin.js';
export type {
  AssistanceOptions,
  CodeMessage,
  DeliverOptions,
  DeskUser,
  MfaElementsOptions,
  NoticeMessage,
  PasskeyOptions,
  Policy,
  RequestLimits,
  SendCode,
  SendNotice,
} from './options.js';
export type { LinkedOptions, LinkedProvider } from './linked/options.js';
export type { AuthApp } from './database.js';
export { addTotp } from './totp.js';
export { addPasskey, type PasskeyCredential } from './add-passkey.js';
export { addDestination } from './destinations.js';
export { tellOfFailedSignIns } from './failed-notice.js';
export { forgetTrustedDevices } from './trusted-device.js';
export { makeBackupCodes } from './code-set.js';
export { AUDIT_ALIASES, AUDIT_EVENTS, auditEventOf, type AuditEvent } from './audit/events.js';
export { CAEP_CHANGES, credentialChangeOf, type CredentialChange } from './audit/caep.js';
export { readAudit, type AuditLine, type AuditRequest } from './audit/read.js';
export { AUDIT_TRIGGER } from './audit/trigger.js';
export { memoryRateLimit } from './rate-limit-memory.js';
export { ROUTES, type RouteRule, type Verdict } from './routes.js';
export { FORM_FAULTS, type FormFault } from '../../core/form-fault.js';
