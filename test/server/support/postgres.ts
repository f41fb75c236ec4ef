import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import pg from 'pg';

interface RunningPostgres {
  url: string;
  stop(): void;
}

/**
 * A PostgreSQL server for tests of what happens on several connections at once: PGlite has one, on which everything is
 * in turn anyway. It is that of `TEST_DATABASE_URL`, or else one of our own where Debian's package is installed, or
 * else none, and then `url` is undefined.
 */
export async function findPostgres(): Promise<{ url: string | undefined; stop(): void }> {
  const none = { url: process.env.TEST_DATABASE_URL, stop: () => {} };
  if (none.url || !existsSync('/usr/lib/postgresql')) return none;
  const { href } = new URL('../../support/postgres.mjs', import.meta.url);
  const { startPostgres } = (await import(href)) as { startPostgres(): Promise<RunningPostgres> };
  try {
    return await startPostgres();
  } catch (error) {
    console.warn(`No PostgreSQL (${(error as Error).message}): these tests run on PGlite.`);
    return none;
  }
}

/** A database of our own on a server that other test files use at the same time. */
export async function makeDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `mfa_${randomBytes(6).toString('hex')}`;
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database ${name}`) };
}
