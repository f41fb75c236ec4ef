import type { DatabasePool } from '../../../demo/server/database';

/** The database that the guide's code opens. */
export const place: { pool?: DatabasePool } = {};

/** Stands for the package `pg` in the guide's code. */
export default {
  Pool: class {
    constructor() {
      return place.pool ?? this;
    }
  },
};
