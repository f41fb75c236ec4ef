// A PostgreSQL server of our own for the time of a test run: a new cluster in a temporary folder, on loopback.
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';
const isRoot = process.getuid?.() === 0;

/** Starts it, installing Debian's package first when root finds none. Returns its address and the way to stop it. */
export async function startPostgres() {
  const bin = programs() ?? install();
  const folder = mkdtempSync(join(tmpdir(), 'mfa-postgres-'));
  const data = join(folder, 'data');
  const port = String(await freePort());
  if (isRoot) {
    chmodSync(folder, 0o700);
    chownSync(folder, id('-u'), id('-g'));
  }
  run(join(bin, 'initdb'), ['-D', data, '-U', 'test', '-A', 'trust', '--no-sync']);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off`;
  run(join(bin, 'pg_ctl'), ['-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start']);
  return {
    url: `postgres://test@127.0.0.1:${port}/postgres`,
    stop() {
      run(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function programs() {
  if (!existsSync(DEBIAN)) return undefined;
  return readdirSync(DEBIAN)
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
}

function install() {
  if (!isRoot || !existsSync('/usr/bin/apt-get')) {
    throw new Error(
      'The long checks need PostgreSQL. Install it (on Debian or Ubuntu: sudo apt-get install postgresql).',
    );
  }
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  execFileSync('apt-get', ['update'], options);
  execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], options);
  return programs();
}

/** PostgreSQL refuses to run as root. */
function run(program, args) {
  const [command, ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', program, ...args] : [program, ...args];
  execFileSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], cwd: tmpdir() });
}

function id(flag) {
  return Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
