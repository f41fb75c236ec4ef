import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeDatabase } from '../server/support/postgres';
import type { ServerOptions } from './commands';
import { startServerProcess, type ServerProcess } from './server-process';

/** One name for all processes, as behind a proxy. */
export const ORIGIN = 'http://bank.localhost';

export interface Site {
  /** The processes that run. */
  readonly servers: readonly [ServerProcess, ...ServerProcess[]];
  /** Starts one more, on what is stored; PGlite serves one at a time. */
  start(options?: ServerOptions): Promise<ServerProcess>;
  close(): Promise<void>;
}

/** Server processes on a database of their own: PGlite in a folder, or on a PostgreSQL server. They share the folder with the secret. */
export async function openSite(
  postgres: string | undefined,
  processes = 1,
  options: ServerOptions = {},
): Promise<Site> {
  const dataDir = await mkdtemp(join(tmpdir(), 'mfa-load-'));
  const own = postgres ? await makeDatabase(postgres) : undefined;
  const all: ServerProcess[] = [];
  const start = async (more: ServerOptions = {}): Promise<ServerProcess> => {
    const where = { dataDir, ...(own && { databaseUrl: own.url }) };
    const server = await startServerProcess({ ...where, origin: ORIGIN, ...options, ...more });
    all.push(server);
    return server;
  };
  const close = async () => {
    for (const server of all) await server.stop();
    await own?.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    // At once, as a supervisor starts them.
    const servers = await Promise.all(Array.from({ length: processes }, () => start()));
    return { servers: servers as [ServerProcess, ...ServerProcess[]], start, close };
  } catch (error) {
    await close();
    throw error;
  }
}
