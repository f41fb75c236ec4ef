export { mfaElements } from './plugin';
export type { MfaElementsOptions, Policy, RequestLimits } from './options';
export type { AuthApp } from './database';
export { addTotp } from './totp';
export { makeBackupCodes } from './backup-code';
export { memoryRateLimit } from './rate-limit';
export { ROUTES, type RouteRule, type Verdict } from './routes';
