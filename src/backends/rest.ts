/**
 * The REST contract: `backend="rest"` with `base-url` (default `/api/auth/mfa`), or `createRestBackend({...})`.
 * Importing this module registers the name.
 */
import { registerBackend } from '../ports/registry.js';
import { createRestBackend } from './rest/create.js';

registerBackend('rest', ({ baseUrl }) => createRestBackend({ baseUrl: baseUrl ?? '/api/auth/mfa' }));

export { createRestBackend, type RestOptions } from './rest/create.js';
