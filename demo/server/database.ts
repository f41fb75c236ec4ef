import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

/** What Better Auth (through Kysely) uses of a `pg.Pool`. */
export interface DatabasePool {
  connect(): Promise<DatabaseClient>;
  end(): Promise<void>;
}

export interface DatabaseClient {
  query(sql: string, parameters?: readonly unknown[]): Promise<QueryResult>;
  release(): void;
}

interface QueryResult {
  command: string;
  rowCount: number;
  rows: unknown[];
}

/** PGlite has one connection: `connect` hands it out to one caller after the other. */
function pglitePool(db: PGlite): DatabasePool {
  let last = Promise.resolve();
  return {
    async connect() {
      let release = () => {};
      const before = last;
      last = new Promise((resolve) => (release = resolve));
      await before;
      return {
        async query(sql, parameters = []) {
          const { rows, affectedRows } = await db.query(sql, [...parameters]);
          const command = /^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? '';
          return { command, rowCount: command === 'SELECT' ? rows.length : (affectedRows ?? rows.length), rows };
        },
        release,
      };
    },
    async end() {
      await last;
      await db.close();
    },
  };
}

export interface DatabaseLocation {
  /** A PostgreSQL server's connection string. */
  databaseUrl?: string | undefined;
  /** The folder for PGlite (PostgreSQL in this process); in memory without one. */
  dataDir?: string | undefined;
  /** A database to begin with, in memory, as PGlite's `dumpDataDir` gives it. Default: an empty one is made, which takes a second. */
  template?: Blob | undefined;
}

/** Before a page gives up waiting for its answer. */
const CONNECT_WITHIN = 5_000;

const say = (error: Error) => console.error(`The database: ${error.message}`);

/** Opens the database; nothing else depends on which of them it is. */
export async function openDatabase({ databaseUrl, dataDir, template }: DatabaseLocation): Promise<DatabasePool> {
  if (databaseUrl) {
    const pool = new pg.Pool({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_WITHIN });
    // A connection that breaks is replaced. Without these it would end the process, in use or not.
    pool.on('connect', (client) => client.on('error', say));
    pool.on('error', () => {});
    return pool;
  }
  if (dataDir === undefined) return pglitePool(await PGlite.create({ loadDataDir: template }));
  const folder = join(dataDir, 'pglite');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return pglitePool(await PGlite.create(folder));
}

/** Has one process at a time get a database ready: two that make the same table at once stand in each other's way. */
export async function inTurn<T>(databaseUrl: string | undefined, work: () => Promise<T>): Promise<T> {
  if (!databaseUrl) return work();
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_WITHIN });
  client.on('error', say);
  await client.connect();
  try {
    // Held until the connection ends.
    await client.query('select pg_advisory_lock(20261123)');
    return await work();
  } finally {
    await client.end();
  }
}
