import { betterAuth, type BetterAuthOptions } from 'better-auth';
import { memoryAdapter } from 'better-auth/adapters/memory';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mfaElements } from '../../src/server/better-auth';
import { startHarness, type Harness } from './support/harness';

let t: Harness;
beforeAll(async () => {
  t = await startHarness();
});
afterAll(() => t.close());

const ipAddress = { ipAddressHeaders: ['x-client-address'] };
const nothing = { get: () => null, getAndDelete: () => null, set: () => {}, delete: () => {}, increment: () => 1 };
const limit = { window: 60, max: 20 };

/** Starts an app that has what the plugin asks for, but for `options`. */
async function start(options: BetterAuthOptions): Promise<unknown> {
  const auth = betterAuth({
    baseURL: 'http://localhost:9',
    secret: 'x'.repeat(48),
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: t.server.database,
    advanced: { ipAddress },
    ...options,
    plugins: [mfaElements()],
  });
  return auth.$context;
}

const withoutTransactions = (options: BetterAuthOptions) => {
  const adapter = memoryAdapter({})(options);
  const adapterConfig = { ...adapter.options!.adapterConfig, transaction: false as const };
  return { ...adapter, options: { ...adapter.options, adapterConfig } };
};

describe('an app with the plugin does not start', () => {
  test.each<[string, BetterAuthOptions, string]>([
    ['without transactions', { database: withoutTransactions }, 'transactions'],
    ['with the rate limit turned off', { rateLimit: { enabled: false } }, 'rateLimit.enabled'],
    ['when it does not say where the client address is', { advanced: {} }, 'ipAddressHeaders'],
    ['with no header for the client address', { advanced: { ipAddress: { ipAddressHeaders: [] } } }, 'trustedProxies'],
    [
      'with the client address turned off',
      { advanced: { ipAddress: { ...ipAddress, disableIpTracking: true } } },
      'disableIpTracking',
    ],
    ['with sessions in a secondary storage alone', { secondaryStorage: nothing }, 'storeSessionInDatabase'],
  ])('%s', async (_, options, told) => {
    await expect(start(options)).rejects.toThrow(told);
  });

  test.each(['/sign-in/email', '/sign-in/*', '/sign-in/**', '/sign-*/email', '/s*/**', '/**', '**', '/*/email'])(
    'without a limit for %s',
    async (rule) => {
      await expect(start({ rateLimit: { customRules: { [rule]: false } } })).rejects.toThrow(`customRules['${rule}']`);
    },
  );
});

describe('an app with the plugin starts', () => {
  test.each<[string, BetterAuthOptions]>([
    ['behind proxies that it names', { advanced: { ipAddress: { trustedProxies: ['10.0.0.1'] } } }],
    [
      'with a secondary storage besides the database',
      { secondaryStorage: nothing, session: { storeSessionInDatabase: true } },
    ],
    [
      'with other limits, and none elsewhere',
      { rateLimit: { customRules: { '/sign-in/*': limit, '/get-session': false, '/sign-up/*': false } } },
    ],
  ])('%s', async (_, options) => {
    await expect(start(options)).resolves.toBeDefined();
  });

  test('with the rate limit on whatever NODE_ENV says', async () => {
    expect(process.env.NODE_ENV).not.toBe('production');
    expect(await start({})).toMatchObject({ rateLimit: { enabled: true } });
  });
});
