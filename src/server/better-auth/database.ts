import { getCurrentAdapter, runWithTransaction } from '@better-auth/core/context';
import type { AuthContext } from 'better-auth';

/** Better Auth's adapter, bound to the transaction that is open or to none. */
export type Database = Awaited<ReturnType<typeof getCurrentAdapter>>;

type Value = string | number | boolean | Date | null | string[];

/** A Better Auth app, whatever its options. */
export interface AuthApp {
  $context: Promise<unknown>;
}

export async function contextOf(auth: AuthApp): Promise<AuthContext> {
  return (await auth.$context) as AuthContext;
}

/** The conditions `field = value`, all of which must hold. */
export function equal(fields: Record<string, Value>) {
  return Object.entries(fields).map(([field, value]) => ({ field, value }));
}

/** The latest of these instants, or null if there is none. */
export function latest(instants: readonly (Date | null)[]): Date | null {
  const known = instants.filter((one) => one !== null).map((one) => one.getTime());
  return known.length > 0 ? new Date(Math.max(...known)) : null;
}

/** Inside a transaction everything has to go through this adapter: a pool of one connection would wait for itself. */
export function database(context: AuthContext): Promise<Database> {
  return getCurrentAdapter(context.adapter);
}

/**
 * Runs `work` in one transaction, in which Better Auth's own calls take part too. Two requests that insert the same
 * row at once meet a unique index; the one that lost runs once more and then finds the row.
 */
export async function transaction<T>(context: AuthContext, work: (db: Database) => Promise<T>): Promise<T> {
  const run = () => runWithTransaction(context.adapter, async () => work(await database(context)));
  try {
    return await run();
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    return run();
  }
}

/** 23505 is PostgreSQL's, ER_DUP_ENTRY MySQL's; SQLite and SQL Server say it in words. */
export function isUniqueViolation(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  return code === '23505' || code === 'ER_DUP_ENTRY' || /unique (constraint|index)|UNIQUE KEY/i.test(String(message));
}
