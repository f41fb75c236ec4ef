/**
 * Ory Kratos: `backend="kratos"` with `base-url` (default `/kratos`), or `createKratosBackend({...})`.
 * Importing this module registers the name.
 */
import { registerBackend } from '../ports/registry.js';
import { createKratosBackend } from './kratos/create.js';

registerBackend('kratos', ({ baseUrl }) => createKratosBackend({ baseUrl: baseUrl ?? '/kratos' }));

export { createKratosBackend, type KratosOptions } from './kratos/create.js';
