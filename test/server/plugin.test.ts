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

describe('an app with the plugin', () => {
  const options = { baseURL: 'http://localhost:9', secret: 'x'.repeat(48), telemetry: { enabled: false } };

  test('does not start without transactions', async () => {
    const database = (options: BetterAuthOptions) => {
      const adapter = memoryAdapter({})(options);
      const adapterConfig = { ...adapter.options!.adapterConfig, transaction: false as const };
      return { ...adapter, options: { ...adapter.options, adapterConfig } };
    };
    const auth = betterAuth({ ...options, database, plugins: [mfaElements()] });
    await expect(auth.$context).rejects.toThrow('transactions');
  });

  test('does not start with the rate limit turned off', async () => {
    const { database } = t.server;
    const auth = betterAuth({ ...options, database, rateLimit: { enabled: false }, plugins: [mfaElements()] });
    await expect(auth.$context).rejects.toThrow('rate limit');
  });

  test('has the rate limit on whatever NODE_ENV says', async () => {
    expect(process.env.NODE_ENV).not.toBe('production');
    const auth = betterAuth({ ...options, database: t.server.database, plugins: [mfaElements()] });
    expect((await auth.$context).rateLimit.enabled).toBe(true);
  });
});
