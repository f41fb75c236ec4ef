import { betterAuth } from 'better-auth';
import { mfaElements, type MfaElementsOptions } from '../../src/server/better-auth';
import type { DatabasePool } from './database';

/** The header in which the app hands the client's address on; it overwrites what a client sends under this name. */
export const CLIENT_ADDRESS_HEADER = 'x-mfa-client-address';

export interface DemoAuthOptions extends Pick<
  MfaElementsOptions,
  | 'limits'
  | 'now'
  | 'policy'
  | 'deliver'
  | 'notify'
  | 'assistance'
  | 'linked'
  | 'trustDeviceDays'
  | 'requireSecondFactor'
> {
  database: DatabasePool;
  /** Where the pages are served, `http://localhost:4173`. */
  origin: string;
  secret: string;
  /** Sign-ins and sign-ups per client address and minute. Default 20. */
  signInsPerMinute?: number;
}

export type DemoAuth = ReturnType<typeof createAuth>;

/** A Better Auth app with e-mail and password, and a second factor by mfa-elements. */
export function createAuth({ database, origin, secret, signInsPerMinute = 20, ...mfa }: DemoAuthOptions) {
  const perMinute = { window: 60, max: signInsPerMinute };
  return betterAuth({
    appName: 'Fjord Bank',
    baseURL: origin,
    secret,
    database,
    emailAndPassword: { enabled: true, autoSignIn: mfa.requireSecondFactor !== true },
    plugins: [mfaElements({ challengeUrl: '/challenge', continueUrl: '/account', helpUrl: `${origin}/help`, ...mfa })],
    trustedOrigins: [origin],
    rateLimit: {
      enabled: true,
      customRules: { '/sign-in/*': perMinute, '/sign-up/*': perMinute },
    },
    advanced: {
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      // Said aloud, since Better Auth skips the check in test runs.
      disableOriginCheck: false,
    },
    telemetry: { enabled: false },
    // A wrong password is no event for the console.
    logger: { level: 'error' },
  });
}
