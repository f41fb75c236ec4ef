import { createKratosBackend } from '../../src/backends/kratos.js';

/** Kratos under this page's origin, with what it does not tell by itself. */
export const backend = createKratosBackend({
  baseUrl: '/kratos',
  // What stands in the app beside the code: Kratos sends an app's key alone.
  totp: { issuer: 'Fjord Bank', accountName: ({ email }) => String(email) },
  // As `privileged_session_max_age` in kratos.yml.
  privilegedSeconds: 15 * 60,
});
