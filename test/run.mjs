// All checks, one after the other, and one line that counts them. `--full` adds the long ones, and runs the others whole.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { ensureBrowsers, howToGet } from './support/browser.mjs';
import { startPostgres } from './support/postgres.mjs';
import { ofElements, ofPlaywright, ofVitest } from './support/results.mjs';

const full = process.argv.includes('--full');
// What is tried over and over is tried more often.
if (full) process.env.VERIFY = 'full';
const results = 'test-results';
const total = { passed: 0, failed: 0, skipped: 0 };
const broken = [];

/** Counts what a check came to, in a line. */
function report(name, counted, started) {
  for (const key of Object.keys(total)) total[key] += counted[key] ?? 0;
  if (counted.failed > 0) broken.push([name, ...(counted.failures ?? [])].join('\n  '));
  console.log(
    `   ${name}: ${counted.passed} passed, ${counted.failed} failed (${((Date.now() - started) / 1000).toFixed(0)} s)`,
  );
}

/**
 * Runs a check. Without `count` it is one test itself.
 * @param quiet it runs beside others: what it prints is printed once it is over
 * @param unsaid the exit code of a test that could not be made
 */
async function check(name, command, { count, env = {}, quiet = false, unsaid } = {}) {
  if (!quiet) console.log(`\n── ${name}`);
  const started = Date.now();
  const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit';
  const child = spawn(command, { shell: true, stdio, env: { ...process.env, ...env } });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (printed += chunk));
  const [status] = await once(child, 'close');
  const isSkipped = status !== 0 && status === unsaid;
  const counted = count?.() ?? { passed: status === 0 ? 1 : 0, failed: 0, skipped: isSkipped ? 1 : 0 };
  // A runner that falls over before it counts has failed, whatever it had counted until then.
  if (status !== 0 && !isSkipped && counted.failed === 0) counted.failed = 1;
  if (quiet) console.log(`\n── ${name}\n${printed.trimEnd()}`);
  report(name, counted, started);
}

function readJson(file) {
  return existsSync(`${results}/${file}`) ? JSON.parse(readFileSync(`${results}/${file}`, 'utf8')) : undefined;
}

const jsonIn = (file) => `--reporter=default --reporter=json --outputFile.json=${results}/${file}`;
const vitest = (file) => () => ofVitest(readJson(file));
const wtr = (engine) => () => ofElements(readJson(`elements-${engine}.json`));
const playwright = (file) => () => ofPlaywright(readJson(file));

/** The elements' tests in one engine. One that can't be had is skipped, except where everything has to be there. */
async function elements(engine, name, whole) {
  const title = `elements in ${name}${whole ? '' : ', the smoke test'}`;
  if (browsers[engine]) {
    const files = whole ? '' : ' --files test/elements/smoke.test.ts';
    return await check(title, `npx wtr${files}`, { count: wtr(engine), env: { ENGINE: engine } });
  }
  console.log(`\n── ${title}\n   NOT RUN. ${howToGet(engine)}`);
  total[process.env.CI ? 'failed' : 'skipped'] += 1;
  if (process.env.CI) broken.push(title);
}

rmSync(results, { recursive: true, force: true });
const browsers = ensureBrowsers(['chromium', 'firefox', 'webkit']);
if (!browsers.chromium) throw new Error(howToGet('chromium'));
// Everything below finds them by these, so they are looked for once.
process.env.CHROME_PATH = browsers.chromium;
if (browsers.firefox) process.env.FIREFOX_PATH = browsers.firefox;

await check('build', 'npm run --silent build');
await check('build of Storybook', 'npm run --silent build-storybook');

/** What one core is enough for: it goes on beside the browsers. */
async function withoutBrowser() {
  process.env.REDOCLY_SUPPRESS_UPDATE_NOTICE = 'true';
  const quiet = true;
  await check('domain, adapters and server', `npx vitest run${left} ${jsonIn('node.json')}`, {
    ...{ quiet, count: vitest('node.json') },
  });
  for (const [name, command] of Object.entries(STATIC)) await check(name, command, { quiet });
  if (!full) return;

  const postgres = await startPostgres();
  await check('server on PostgreSQL', `npx vitest run test/server ${jsonIn('postgres.json')}`, {
    ...{ quiet, count: vitest('postgres.json'), env: { TEST_DATABASE_URL: postgres.url } },
  });
  postgres.stop();
  // 75: the registry did not say.
  await check('known weaknesses of what an app installs', 'npx tsx test/audit.mjs', { quiet, unsaid: 75 });
  await elsewhere();
}

const STATIC = {
  lint: 'npx eslint .',
  'bytes of a login page': 'npm run --silent size',
  types: 'npx tsc --noEmit',
  'types of the domain, without a page': 'npx tsc --noEmit -p src/core/tsconfig.json',
  templates: 'npx lit-analyzer "src/**/*.ts" --strict --rules.no-missing-import off --quiet',
  contract: 'npx --no-install redocly lint src/backends/rest/openapi.yaml --config src/backends/rest/redocly.yaml',
  format: 'npx prettier --check --log-level warn .',
};
/**
 * With the long tests: whole contracts over HTTP, the same thing done many times at once, processes that are killed, what the package
 * holds, and of the server what journeys or the table of rights go through as well.
 */
const LONG = [
  ...['codes-concurrency', 'concurrency', 'factors-concurrency', 'rate-limit-database', 'load', 'killed', 'vanished'],
  ...[
    'contract',
    'stock-contract',
    'guide',
    'demo',
    'stock-demo',
    'form',
    'delivery',
    'linked',
    'linked-desk',
    'hostile',
  ],
  ...['desk', 'desk-audit', 'desk-ways-past', 'desk-reset', 'desk-temporary', 'desk-owner'],
  ...['first-enrollment', 'trusted-device', 'passkey', 'failed-notice', 'front-door', 'own-server'],
  ...['step-up', 'factors', 'passkey-enrollment', 'totp-enrollment', 'smtp'],
  ...['notice', 'guard', 'offers', 'settle', 'attempt-failure', 'repair', 'stock', 'storage', 'attempt'],
].map((name) => `server/${name}`);
const left = full
  ? ''
  : [...LONG, 'backends/kratos-secrets', 'project/package', 'docs/blocks']
      .map((name) => ` --exclude test/${name}.test.ts`)
      .join('');

/** Journeys whose way the elements' or the server's tests go as well: with the long tests. */
const WAYS = [
  ...['late-code', 'lost-confirm', 'passkey', 'print-hosts', 'secrecy-app', 'step-up', 'ways'],
  ...['passkey-enrollment', 'totp-enrollment', 'hostile', 'lost-answers', 'first-enrollment', 'keyboard'],
  ...['playground', 'settings'],
];

async function inBrowsers() {
  await elements('chromium', 'Chromium', true);
  await elements('firefox', 'Firefox', full);
  await elements('webkit', 'WebKitGTK', full);
  const some = full ? '' : ` --grep-invert "@long|\\\\b(${WAYS.join('|')})\\.spec"`;
  await check('journeys in a browser', `npx playwright test --project=journeys${some}`, {
    count: playwright('e2e.json'),
  });
  if (!full) await storybook();
}

const storybook = () =>
  check(
    full ? 'Storybook, every page' : 'Storybook',
    `npx playwright test --project=storybook${full ? '' : ' --grep-invert @long'}`,
    { quiet: full, count: playwright('storybook.json'), env: { RESULTS: `${results}/storybook.json` } },
  );

/** In other hosts and engines: in full, the lane without browsers has time for it. */
async function elsewhere() {
  const quiet = true;
  await storybook();
  await check('apps of other frameworks', 'node test/frameworks/run.mjs', {
    ...{ quiet, count: playwright('frameworks.json'), env: { RESULTS: `${results}/frameworks.json` } },
  });
  if (browsers.firefox)
    await check(
      'journeys in Firefox',
      `npx vitest run --config test/firefox/vitest.config.ts --root . ${jsonIn('firefox.json')}`,
      { quiet, count: vitest('firefox.json') },
    );
}

await Promise.all([withoutBrowser(), inBrowsers()]);
if (full) await check('tests that the statement on accessibility cites', 'npx tsx test/docs/passed.ts');

// Last, where the end of a long log is all that one may see of it.
if (broken.length > 0) console.log(`\nNot passed: ${broken.join('\nNot passed: ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed > 0 ? 1 : 0);
