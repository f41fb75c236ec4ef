import { defineConfig } from 'vitest/config';

/** Journeys in Firefox, by WebDriver BiDi: Playwright drives a Firefox of its own alone. */
export default defineConfig({
  test: {
    include: ['test/firefox/**/*.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
