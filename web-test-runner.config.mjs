import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { chromeArgs, ensureChrome } from './test/support/browser.mjs';

/** Elements in a real browser. */
export default {
  files: ['test/elements/**/*.test.ts'],
  rootDir: '.',
  // WebAuthn and secure contexts want this name, not an address.
  hostname: 'localhost',
  nodeResolve: { exportConditions: ['browser', 'development'] },
  // One page at a time: focus belongs to one page.
  concurrency: 1,
  plugins: [
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) }),
  ],
  browsers: [chromeLauncher({ launchOptions: { executablePath: ensureChrome(), headless: true, args: chromeArgs } })],
  testFramework: { config: { timeout: 10_000 } },
  testsStartTimeout: 60_000,
  browserStartTimeout: 60_000,
  reporters: [defaultReporter({ reportTestProgress: false }), counts()],
};

/** Writes how many passed, failed and were skipped, for the summary over all runners. */
function counts() {
  return {
    onTestRunFinished({ sessions }) {
      const total = { passed: 0, failed: 0, skipped: 0 };
      const walk = ({ tests, suites }) => {
        for (const test of tests) total[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
        suites.forEach(walk);
      };
      for (const { testResults, errors } of sessions) {
        if (testResults) walk(testResults);
        total.failed += errors?.length ?? 0;
      }
      mkdirSync('test-results', { recursive: true });
      writeFileSync('test-results/elements.json', JSON.stringify(total));
    },
  };
}
