import { defineConfig } from 'vitest/config';

/** What needs no page: the domain, the controllers, the adapters, and the server over HTTP. */
export default defineConfig({
  test: {
    include: ['test/{core,i18n,controllers,backends,server,testing,demo,docs,project}/**/*.test.ts'],
    environment: 'node',
    // The long checks go many more rounds, and share the machine with browsers.
    testTimeout: process.env['VERIFY'] === 'full' ? 120_000 : 30_000,
    hookTimeout: 60_000,
    // A machine that does more than this gives less to each.
    expect: { poll: { timeout: 15_000 } },
    maxWorkers: 2,
  },
});
