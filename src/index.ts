/** Everything by name, and nothing registered: import `mfa-elements/define` for that. */
export { MfaBackupCodeForm } from './elements/backup-code-form/backup-code-form.js';
export { MfaChallenge } from './elements/challenge/challenge.js';
export { MfaLostFactor } from './elements/lost-factor/lost-factor.js';
export { MfaSignIn } from './elements/sign-in/sign-in.js';
export { MfaSupport, type Contact } from './elements/support/support.js';
export * from './elements/events.js';
export { ChallengeController } from './controllers/challenge-controller.js';
export { createRestBackend, type RestOptions } from './backends/rest/create.js';
export { registerBackend, type BackendAttributes, type BackendFactory } from './ports/registry.js';
export { MfaError, problemOf, type MfaProblem, type MfaProblemCode } from './core/errors.js';
export { parseAppCode } from './core/app-code.js';
export { codeShape, parseBackupCode, type CodeFormat, type TypedCode } from './core/backup-code.js';
export { DEFAULT_POLICY, parsePolicy, type Policy } from './core/policy.js';
export type * from './core/challenge.js';
export type * from './core/factor.js';
export type { HostRung } from './core/ladder.js';
export type * from './core/machines/challenge.js';
export type * from './ports/backend.js';
