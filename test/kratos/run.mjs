// The contract suite and the journeys on a live Kratos. Where none is named it says so, and runs nothing.
import { spawnSync } from 'node:child_process';

const missing = ['KRATOS_URL', 'KRATOS_ADMIN_URL'].filter((name) => !process.env[name]);
if (missing.length > 0) {
  console.log(
    `test:kratos was SKIPPED: ${missing.join(' and ')} not set. demo/kratos/README.md says how to start a Kratos.`,
  );
  process.exit(0);
}

const run = (name, command) => {
  console.log(`\n── ${name}`);
  return spawnSync(command, { shell: true, stdio: 'inherit' }).status === 0;
};

const passed = [
  run('contract', 'npx vitest run --config test/kratos/vitest.config.ts --root .'),
  run('build of the demo', 'npm run --silent build:demo') && run('journeys', 'npx playwright test --project=kratos'),
];
process.exit(passed.every(Boolean) ? 0 : 1);
