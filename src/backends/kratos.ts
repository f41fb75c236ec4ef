/**
 * Ory Kratos: `backend="kratos"` with `base-url` (default `/kratos`), or `createKratosBackend({...})`, which alone can set up an
 * authenticator app: plain HTML does not say whose it is.
 * Importing this module registers the name.
 */
import { registerBackend } from '../ports/registry.js';
import { createKratosBackend } from './kratos/create.js';

registerBackend('kratos', ({ baseUrl }) => createKratosBackend({ baseUrl: baseUrl ?? '/kratos', totp: null }));

export { createKratosBackend, type KratosOptions } from './kratos/create.js';
export type { TotpOptions } from './kratos/totp.js';
