import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

/** What happens once so many statements were answered: the process is gone, or waits to be told to go on. */
export interface Halt {
  readonly after: number;
  readonly how: 'die' | 'wait';
}

type Query = (this: unknown, ...parameters: unknown[]) => Promise<unknown>;

/**
 * Counts what is asked of the database, by either driver, and halts where it is told to. As SIGKILL would, which nothing in the
 * process can soften: no answer leaves, no transaction is rolled back, no connection is closed in order.
 */
export function watchStatements(halted: () => Promise<void>, { withoutTransactions = false } = {}) {
  let count = 0;
  let halt: Halt | null = null;

  async function reach(): Promise<void> {
    if (halt?.after !== count) return;
    const { how } = halt;
    halt = null;
    if (how === 'die') process.kill(process.pid, 'SIGKILL');
    await halted();
  }

  function watch(prototype: { query: unknown }): void {
    const query = prototype.query as Query;
    prototype.query = async function (this: unknown, ...parameters: unknown[]) {
      await reach();
      const isLeftOut = withoutTransactions && /^(begin|commit|rollback)\b/i.test(String(parameters[0]));
      const result = isLeftOut ? { rows: [], rowCount: 0 } : await query.apply(this, parameters);
      count += 1;
      await reach();
      return result;
    };
  }

  watch(pg.Client.prototype);
  watch(PGlite.prototype);

  return {
    /** Counts from here. Without a halt it only counts. */
    from(next: Halt | null): void {
      count = 0;
      halt = next;
    },
    get count(): number {
      return count;
    },
  };
}
