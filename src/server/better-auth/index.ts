export { mfaElements } from './plugin.js';
export type { MfaElementsOptions, Policy, RequestLimits } from './options.js';
export type { AuthApp } from './database.js';
export { addTotp } from './totp.js';
export { makeBackupCodes } from './backup-code.js';
export { memoryRateLimit } from './rate-limit.js';
export { ROUTES, type RouteRule, type Verdict } from './routes.js';
