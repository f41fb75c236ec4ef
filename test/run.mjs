// All checks, one after the other, and one line that counts them. `--full` adds the long ones.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { ensureChrome } from './support/browser.mjs';
import { startPostgres } from './support/postgres.mjs';

const full = process.argv.includes('--full');
const results = 'test-results';
const total = { passed: 0, failed: 0, skipped: 0 };
const broken = [];

/** Runs a check. Without `count` it is one test itself. */
function check(name, command, { count, env = {} } = {}) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env: { ...process.env, ...env } });
  const counted = count ? count() : { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1 };
  // A runner that falls over before it counts has failed, whatever it had counted until then.
  if (status !== 0 && counted.failed === 0) counted.failed = 1;
  for (const key of Object.keys(total)) total[key] += counted[key] ?? 0;
  if (counted.failed > 0) broken.push(name);
  console.log(
    `   ${name}: ${counted.passed} passed, ${counted.failed} failed (${((Date.now() - started) / 1000).toFixed(0)} s)`,
  );
}

function readJson(file) {
  return existsSync(`${results}/${file}`) ? JSON.parse(readFileSync(`${results}/${file}`, 'utf8')) : undefined;
}

const vitest = (file) => () => {
  const run = readJson(file);
  return { passed: run?.numPassedTests ?? 0, failed: run?.numFailedTests ?? 1, skipped: run?.numPendingTests ?? 0 };
};
const wtr = () => readJson('elements.json') ?? { passed: 0, failed: 1 };
const playwright = () => {
  const stats = readJson('e2e.json')?.stats;
  return {
    passed: stats?.expected ?? 0,
    failed: stats ? stats.unexpected + stats.flaky : 1,
    skipped: stats?.skipped ?? 0,
  };
};

rmSync(results, { recursive: true, force: true });
// Everything below finds the browser by this, so it is looked for once.
process.env.CHROME_PATH = ensureChrome();

check('build', 'npm run --silent build');
check('types', 'npx tsc --noEmit');
check('types of the domain, without a page', 'npx tsc --noEmit -p src/core/tsconfig.json');
check('lint', 'npx eslint .');
check('templates', 'npx lit-analyzer "src/**/*.ts" --strict --rules.no-missing-import off --quiet');
check('format', 'npx prettier --check --log-level warn .');
check(
  'domain, adapters and server',
  `npx vitest run --reporter=default --reporter=json --outputFile.json=${results}/node.json`,
  {
    count: vitest('node.json'),
  },
);
check('elements in a browser', 'npx wtr', { count: wtr });
check('journeys in a browser', 'npx playwright test', { count: playwright });

if (full) {
  const postgres = await startPostgres();
  check(
    'server on PostgreSQL',
    `npx vitest run test/server --reporter=default --reporter=json --outputFile.json=${results}/postgres.json`,
    {
      count: vitest('postgres.json'),
      env: { TEST_DATABASE_URL: postgres.url },
    },
  );
  postgres.stop();
}

if (broken.length > 0) console.log(`\nNot passed: ${broken.join(' · ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exit(total.failed > 0 ? 1 : 0);
