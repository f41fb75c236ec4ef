import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** `BETTER_AUTH_SECRET`, or else a random secret that is kept in the data folder, or a passing one without a folder. */
export async function appSecret(dataDir?: string): Promise<string> {
  const fresh = randomBytes(48).toString('base64url');
  if (dataDir === undefined) return fresh;
  if (process.env.BETTER_AUTH_SECRET) return process.env.BETTER_AUTH_SECRET;
  const file = join(dataDir, 'secret');
  try {
    // `wx` fails if the file is there: a secret is never overwritten.
    await writeFile(file, fresh, { flag: 'wx', mode: 0o600 });
    return fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return (await readFile(file, 'utf8')).trim();
  }
}
