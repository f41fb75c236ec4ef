/**
 * An unmodified Better Auth with its `twoFactor` and `passkey` plugins: `backend="better-auth"` with `base-url` (default
 * `/api/auth`), or `createBetterAuthBackend({...})` for one that has other plugins. Importing this module registers the name.
 */
import { registerBackend } from '../ports/registry.js';
import { createBetterAuthBackend } from './better-auth/create.js';

registerBackend('better-auth', ({ baseUrl }) =>
  createBetterAuthBackend({ baseUrl: baseUrl ?? '/api/auth', plugins: ['two-factor', 'passkey'] }),
);

export { createBetterAuthBackend, type BetterAuthOptions, type BetterAuthPlugin } from './better-auth/create.js';
