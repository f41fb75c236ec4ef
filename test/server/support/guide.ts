import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Auth } from 'better-auth';
import { openDatabase, type DatabasePool } from '../../../demo/server/database';
import { emptyDatabase } from '../../support/empty-database';
import { place } from './guide-pg';
import { makeDatabase } from './postgres';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
export const GUIDE = readFileSync(join(ROOT, 'docs/better-auth.md'), 'utf8');

/** The text of one part of the guide. */
export const part = (title: string): string => GUIDE.split(/^## /m).find((one) => one.startsWith(title)) ?? '';

/** What the guide imports, and what stands for it here. */
const HERE: Readonly<Record<string, string>> = {
  "'mfa-elements/server/better-auth'": "'../../src/server/better-auth/index'",
  "'pg'": "'../../test/server/support/guide-pg'",
  "'./mailer.js'": "'../../test/server/support/guide-mailer'",
};

let count = 0;

/** Runs a file of the guide, as it stands there. */
async function run(title: string, name: string, more: Readonly<Record<string, string>> = {}) {
  const code = new RegExp(`^\`\`\`ts\\n// ${name}\\b[^]*?^\`\`\``, 'm').exec(part(title))?.[0];
  if (!code) throw new Error(`The guide has no ${name} in "${title}".`);
  let text = code.replace(/^```.*$/gm, '');
  for (const [from, to] of Object.entries({ ...HERE, ...more })) text = text.replaceAll(from, to);
  const folder = join(ROOT, 'test-results/guide');
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${name.replace('.ts', '')}-${(count += 1)}.ts`);
  await writeFile(file, text);
  return { file, exports: (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, unknown> };
}

/** A database: PGlite, or one of our own on a PostgreSQL server. */
export async function openPlace(databaseUrl: string | undefined) {
  const own = databaseUrl ? await makeDatabase(databaseUrl) : undefined;
  const pool = await openDatabase({ databaseUrl: own?.url, template: await emptyDatabase() });
  return {
    pool,
    async close() {
      await pool.end();
      await own?.drop();
    },
  };
}

/** The app of one part of the guide on a database, whose tables its `migrate.ts` has made. */
export async function guideApp(title: 'As it comes' | 'With our plugin', pool: DatabasePool) {
  place.pool = pool;
  process.env.BETTER_AUTH_SECRET ??= 'of the guide’s tests, and of nothing else';
  const { file, exports } = await run(title, 'auth.ts');
  const migrate = () => run('As it comes', 'migrate.ts', { "'./auth.js'": `'${file}'` });
  await migrate();
  const move = () => run('With our plugin', 'move.ts', { "'./auth.js'": `'${file}'` });
  return { auth: exports['auth'] as Auth, migrate, move };
}
