import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Packed {
  /** What is published. */
  readonly tarball: string;
  /** A folder of somebody who has installed it, and nothing else. */
  readonly folder: string;
  /** The installed package. */
  readonly installed: string;
  remove(): Promise<void>;
}

/** The package as a stranger gets it: packed from what is built, and installed in an empty folder without scripts. */
export async function installPacked(): Promise<Packed> {
  const folder = await mkdtemp(join(tmpdir(), 'mfa-packed-'));
  const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]);
  const packed = JSON.parse(stdout) as { filename: string }[] | Record<string, { filename: string }>;
  const [first] = Object.values(packed);
  if (!first) throw new Error('npm packed nothing.');
  const tarball = resolve(folder, first.filename);
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await run('npm', ['install', tarball, ...QUIET], { cwd: folder });
  return {
    tarball,
    folder,
    installed: join(folder, 'node_modules/mfa-elements'),
    remove: () => rm(folder, { recursive: true }),
  };
}

/** What keeps npm to the one thing that is asked of it. */
const QUIET = ['--ignore-scripts', '--omit=dev', '--prefer-offline', '--no-audit', '--no-fund'];
