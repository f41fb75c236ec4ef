import { defineConfig } from 'vitest/config';

/** What needs no page: the domain, the controllers, the adapters, and the server over HTTP. */
export default defineConfig({
  test: {
    include: ['test/{core,i18n,controllers,backends,server,testing,demo,docs,project}/**/*.test.ts'],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
