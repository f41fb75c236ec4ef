// Apps of other frameworks, each with the package as npm would publish it: installed from its own lockfile, built, then checked
// and driven by `apps.spec.ts`. Names given on the command line are the only ones.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const here = new URL('.', import.meta.url).pathname;
const wanted = process.argv.slice(2);
const apps = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && (wanted.length === 0 || wanted.includes(entry.name)))
  .map(({ name }) => name);

// Outside of the repository: what an app forgot to install must not be found beside it.
const folder = mkdtempSync(join(tmpdir(), 'mfa-frameworks-'));

function run(command, args, cwd) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status === 0) return stdout;
  throw new Error(`${command} ${args.join(' ')} in ${cwd}:\n${stdout}\n${stderr}`);
}

const QUIET = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];

function prepare(app, tarball) {
  const cwd = join(folder, app);
  cpSync(join(here, app), cwd, { recursive: true });
  const { scripts } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'));
  run('npm', ['ci', ...QUIET], cwd);
  run('npm', ['install', tarball, '--no-save', ...QUIET], cwd);
  if (scripts?.build) run('npm', ['run', '--silent', 'build'], cwd);
  console.log(`   ${app}: installed${scripts?.build ? ' and built' : ''}`);
}

try {
  const packed = JSON.parse(run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]));
  const [{ filename }] = Object.values(packed);
  for (const app of apps) prepare(app, join(folder, filename));
  const { status } = spawnSync('npx', ['playwright', 'test', '--project=frameworks'], {
    stdio: 'inherit',
    env: { ...process.env, FRAMEWORKS: folder },
  });
  process.exitCode = status ?? 1;
} finally {
  rmSync(folder, { recursive: true });
}
