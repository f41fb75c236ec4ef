import { randomBytes } from 'node:crypto';
import { link, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** `BETTER_AUTH_SECRET`, or else a random secret that is kept in the data folder, or a passing one without a folder. */
export async function appSecret(dataDir?: string): Promise<string> {
  const fresh = randomBytes(48).toString('base64url');
  if (dataDir === undefined) return fresh;
  if (process.env.BETTER_AUTH_SECRET) return process.env.BETTER_AUTH_SECRET;
  const file = join(dataDir, 'secret');
  const draft = `${file}.${fresh.slice(0, 8)}`;
  await writeFile(draft, fresh, { mode: 0o600 });
  try {
    // A link fails if the file is there: a secret is never overwritten, and never read half written.
    await link(draft, file);
    return fresh;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return (await readFile(file, 'utf8')).trim();
  } finally {
    await unlink(draft);
  }
}
