import { defineConfig } from '@playwright/test';
import { chromeArgs, ensureChrome } from './test/support/browser.mjs';

/** People's ways through the demo, in a browser, on the real server and its database. */
export default defineConfig({
  testDir: 'test/e2e',
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  outputDir: 'test-results/e2e',
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: ensureChrome(), chromiumSandbox: process.getuid?.() !== 0, args: chromeArgs },
    trace: 'retain-on-failure',
  },
});
