import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { getMigrations } from 'better-auth/db/migration';
import { mfaElements, type MfaElementsOptions } from '../../../src/server/better-auth';
import { Browser, PASSWORD, siteOf, type Harness } from './harness';

/** Another app on the harness's database, with options and plugins of its own. */
export async function otherApp(
  t: Harness,
  { plugins = [], advanced, emailAndPassword, ...options }: BetterAuthOptions = {},
  mfa: MfaElementsOptions = {},
) {
  const origin = 'http://localhost:9';
  const many = 100_000;
  const limits = { load: many, attempt: many, other: many };
  const auth = betterAuth({
    baseURL: origin,
    secret: t.context.secret,
    database: t.server.database,
    emailAndPassword: {
      enabled: true,
      password: {
        hash: async (password) => `plain ${password}`,
        verify: async ({ hash, password }) => hash === `plain ${password}`,
      },
      ...emailAndPassword,
    },
    rateLimit: { customRules: { '/**': { window: 60, max: many } } },
    advanced: { ipAddress: { ipAddressHeaders: ['x-client-address'] }, ...advanced },
    telemetry: { enabled: false },
    logger: { disabled: true },
    ...options,
    plugins: [mfaElements({ now: () => t.clock.now, challengeUrl: '/second-factor', limits, ...mfa }), ...plugins],
  });
  // Whether the options are refused is awaited before anything else: nobody would be listening by then.
  await auth.$context;
  const { runMigrations } = await getMigrations(auth.options);
  await runMigrations();
  return { auth, origin, browser: () => new Browser(siteOf(origin, auth)), password: PASSWORD };
}
