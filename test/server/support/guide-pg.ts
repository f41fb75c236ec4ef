import type { DatabasePool } from '../../../demo/server/database';

/** The database that the guide's code opens. */
export const place: { pool?: DatabasePool } = {};

/** Stands for the package `pg` in the guide's code. */
export default {
  Pool: class {
    constructor() {
      const { pool } = place;
      if (pool) return 'on' in pool ? (pool as never) : (Object.assign(pool, { on: () => pool }) as never);
    }

    on(): this {
      return this;
    }
  },
};
