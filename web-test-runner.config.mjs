import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { chromeArgs, ensureBrowser, firefoxPrefs } from './test/support/browser.mjs';
import { bundlePlugin } from './test/support/bundle-plugin.mjs';
import { cdpPlugin } from './test/support/cdp-plugin.mjs';
import { commonjs } from './test/support/commonjs.mjs';
import { preflight } from './test/support/tailwind.mjs';
import { webkitLauncher } from './test/support/webkit.mjs';

const engine = process.env.ENGINE ?? 'chromium';

const launchers = {
  chromium: () =>
    chromeLauncher({
      launchOptions: { executablePath: ensureBrowser('chromium'), headless: true, args: chromeArgs },
    }),
  // The launcher's own Puppeteer knows Chromium only.
  firefox: () =>
    chromeLauncher({
      puppeteer,
      launchOptions: {
        browser: 'firefox',
        executablePath: ensureBrowser('firefox'),
        headless: true,
        extraPrefsFirefox: firefoxPrefs,
      },
    }),
  webkit: () => webkitLauncher(ensureBrowser('webkit')),
};
if (!(engine in launchers)) throw new Error(`ENGINE is ${engine}, and may be ${Object.keys(launchers).join(', ')}.`);

const serviceWorker = readFileSync(createRequire(import.meta.url).resolve('msw/mockServiceWorker.js'), 'utf8');

/** What goes through every state or call, every sheet in pictures, elements by the thousand, frameworks: in one engine, with the long tests. */
const LONG = ['locales-fit', 'faults-all', 'host-pictures-all', 'frameworks', '*-long'].map(
  (name) => `!test/elements/${name}.test.ts`,
);

/** The random walks of test/elements/model: how many, and which ones again. */
const walks = engine !== 'chromium' ? 100 : process.env.VERIFY === 'full' ? 10_000 : 1000;
const model = {
  walks: Number(process.env.MODEL_WALKS ?? walks),
  seed: process.env.MODEL_SEED === undefined ? null : Number(process.env.MODEL_SEED),
  element: process.env.MODEL_ELEMENT ?? null,
};

/** Elements in a real browser: `ENGINE=firefox npx wtr --files test/elements/smoke.test.ts`. */
export default {
  files: ['test/elements/**/*.test.ts', ...(process.env.VERIFY === 'full' && engine === 'chromium' ? [] : LONG)],
  rootDir: '.',
  // WebAuthn and secure contexts want this name, not an address.
  hostname: 'localhost',
  nodeResolve: { exportConditions: ['browser', 'development'] },
  // One page at a time: focus belongs to one page.
  concurrency: 1,
  plugins: [
    cdpPlugin(),
    commonjs('file-saver', 'qrcode', 'jsqr'),
    bundlePlugin(['/test/elements/frameworks-react.ts', '/test/elements/frameworks-vue.ts']),
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: fileURLToPath(new URL('./tsconfig.json', import.meta.url)) }),
  ],
  middleware: [
    async (context, next) => {
      if (context.path !== '/tailwind-preflight.css') return next();
      context.type = 'text/css';
      context.body = await preflight();
      return undefined;
    },
    (context, next) => {
      if (context.path !== '/kept.json') return next();
      context.type = 'application/json';
      context.body = JSON.stringify({ write: process.env.SPOKEN === 'write' });
      return undefined;
    },
    (context, next) => {
      if (context.path !== '/model.json') return next();
      context.type = 'application/json';
      context.body = JSON.stringify(model);
      return undefined;
    },
    (context, next) => {
      if (context.path !== '/mockServiceWorker.js') return next();
      context.type = 'text/javascript';
      context.set('Service-Worker-Allowed', '/');
      context.body = serviceWorker;
      return undefined;
    },
  ],
  browsers: [launchers[engine]()],
  testFramework: { config: { timeout: 10_000 } },
  testsStartTimeout: 60_000,
  testsFinishTimeout: process.env.VERIFY === 'full' ? 7_200_000 : 900_000,
  browserStartTimeout: 60_000,
  filterBrowserLogs: ({ args }) => !String(args[0]).includes('Lit is in dev mode'),
  reporters: [defaultReporter({ reportTestProgress: false }), counts()],
};

/** Writes how many passed, failed and were skipped, for the summary over all runners, and how each test ended. */
function counts() {
  return {
    onTestRunFinished({ sessions }) {
      const total = { passed: 0, failed: 0, skipped: 0 };
      const failures = [];
      const runs = [];
      const walk = (file, { tests, suites }, around = []) => {
        for (const { name, skipped, passed, error } of tests) {
          total[skipped ? 'skipped' : passed ? 'passed' : 'failed'] += 1;
          if (!skipped && !passed) failures.push({ title: [file, ...around, name].join(' › '), said: error?.message });
          runs.push({ file, titles: [...around, name], passed: passed && !skipped });
        }
        for (const suite of suites) walk(file, suite, [...around, suite.name]);
      };
      for (const { testFile, testResults, errors } of sessions) {
        if (testResults) walk(testFile, testResults);
        for (const { message } of errors ?? []) {
          total.failed += 1;
          failures.push({ title: testFile, said: message });
        }
      }
      mkdirSync('test-results', { recursive: true });
      writeFileSync(`test-results/elements-${engine}.json`, JSON.stringify({ ...total, failures }));
      writeFileSync(`test-results/elements-${engine}-tests.json`, JSON.stringify(runs));
    },
  };
}
