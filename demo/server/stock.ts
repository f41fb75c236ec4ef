import { passkey } from '@better-auth/passkey';
import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins';
import { memoryRateLimit } from '../../src/server/better-auth';
import { CLIENT_ADDRESS_HEADER, type DemoAuthOptions } from './auth';

/** Where the second app answers. */
export const STOCK_PATH = '/api/stock';

export interface StockAuthOptions extends Pick<DemoAuthOptions, 'database' | 'origin' | 'secret' | 'signInsPerMinute'> {
  /** Whether requests are limited, as they are in production. Default true. */
  limited?: boolean;
  /** Sends the codes of `sendOTP`. */
  sendOTP(message: { to: string; code: string }): Promise<void>;
}

export type StockAuth = ReturnType<typeof createStockAuth>;

/**
 * A Better Auth app as it comes: its own `twoFactor` and `passkey`, and nothing of ours. Names of tables and cookies are its own, so
 * that it stands beside the other app of the demo.
 */
export function createStockAuth({ database, origin, secret, limited = true, sendOTP, ...more }: StockAuthOptions) {
  const perMinute = { window: 60, max: more.signInsPerMinute ?? 20 };
  return betterAuth({
    appName: 'Fjord Bank',
    baseURL: origin,
    basePath: STOCK_PATH,
    secret,
    database,
    emailAndPassword: { enabled: true },
    user: { modelName: 'stockUser' },
    session: { modelName: 'stockSession' },
    account: { modelName: 'stockAccount' },
    verification: { modelName: 'stockVerification' },
    plugins: [
      twoFactor({
        otpOptions: { sendOTP: ({ user, otp }) => sendOTP({ to: user.email, code: otp }) },
        schema: { twoFactor: { modelName: 'stockTwoFactor' } },
      }),
      passkey({ rpID: 'localhost', rpName: 'Fjord Bank', schema: { passkey: { modelName: 'stockPasskey' } } }),
    ],
    trustedOrigins: [origin],
    rateLimit: {
      enabled: limited,
      customStorage: memoryRateLimit(),
      customRules: { '/sign-in/*': perMinute, '/sign-up/*': perMinute },
    },
    advanced: {
      cookiePrefix: 'stock',
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
      // Said aloud, since Better Auth skips the check in test runs.
      disableOriginCheck: false,
    },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  });
}
