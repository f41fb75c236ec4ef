import { defineConfig } from '@playwright/test';
import { chromeArgs, ensureBrowser } from './test/support/browser.mjs';

const results = process.env.RESULTS ?? 'test-results/e2e.json';

/** People's ways through the demo, in a browser, on the real server and its database; and the built Storybook. */
export default defineConfig({
  testDir: 'test/e2e',
  workers: 2,
  // How patient a test is says nothing of the product: a machine that does more than this gives less to each.
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  outputDir: results.replace('.json', ''),
  reporter: [['list'], ['json', { outputFile: results }]],
  projects: [
    { name: 'journeys', testIgnore: 'storybook.spec.ts' },
    // One browser after the other: Kratos knows the demo by one address. `npm run test:kratos` runs it.
    { name: 'kratos', testDir: 'test/kratos', testMatch: '*.spec.ts', workers: 1 },
    // On apps that `node test/frameworks/run.mjs` makes.
    { name: 'frameworks', testDir: 'test/frameworks', testMatch: '*.spec.ts' },
    {
      name: 'storybook',
      testMatch: 'storybook.spec.ts',
      workers: 1,
      expect: { timeout: 20_000 },
      use: { contextOptions: { reducedMotion: 'reduce' } },
    },
  ],
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath: ensureBrowser('chromium'),
      chromiumSandbox: process.getuid?.() !== 0,
      args: chromeArgs,
    },
  },
});
