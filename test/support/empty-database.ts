import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';

const FOLDER = 'node_modules/.cache/mfa-elements';

let known: Promise<Blob> | undefined;

/** An empty database, made once and kept: to make one takes four times as long as to open it. */
export function emptyDatabase(): Promise<Blob> {
  return (known ??= read());
}

async function read(): Promise<Blob> {
  const { version } = JSON.parse(await readFile('node_modules/@electric-sql/pglite/package.json', 'utf8')) as {
    version: string;
  };
  const file = join(FOLDER, `pglite-${version}.tar`);
  if (!existsSync(file)) await make(file);
  return new Blob([new Uint8Array(await readFile(file))]);
}

/** Several processes may do so at once; each of the files is whole, and the same. */
async function make(file: string): Promise<void> {
  const database = await PGlite.create();
  const dump = await database.dumpDataDir('none');
  await database.close();
  await mkdir(FOLDER, { recursive: true });
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, Buffer.from(await dump.arrayBuffer()));
  await rename(draft, file);
}
