import type { FaultRule } from '../../support/fault-proxy';
import { expect } from '../support';
import { test, type Journey } from './journey';
import { WAYS, type Way } from './ways';

/** What comes of a fault, for a person and on the server, until they are in. */
export interface Story {
  /** Said of the person. */
  readonly then: string;
  live(journey: Journey, way: Way): Promise<void>;
}

/** One line of a table: a fault and its story. */
export interface Row {
  readonly when: string;
  /** What requests meet. */
  readonly meets?: readonly FaultRule[];
  /** What else happens. */
  readonly strikes?: (journey: Journey) => Promise<void>;
  readonly story: Story;
  /** Not to be gone without `@long`. */
  readonly isLong?: boolean;
}

type Step = (journey: Journey, way: Way) => Promise<void>;

/** How many rows there are for each one that is gone without `@long`. */
export const SPARSE = 9;

/**
 * Makes a journey of each row and way. All of them take minutes: without `@long` every fifth row is gone by one way, and every
 * way meets its share of them.
 * @param before leads to where the fault strikes
 */
export function journeys(rows: readonly Row[], before: Step, ways: readonly Way[] = WAYS): void {
  for (const [r, row] of rows.entries()) {
    for (const [w, way] of ways.entries()) {
      const isSample = r % SPARSE === 0 && (r / SPARSE + w) % ways.length === 0;
      const tag = row.isLong || !isSample ? ['@long'] : [];
      test(`${way.name}: when ${row.when}, the person ${row.story.then}`, { tag }, async ({ journey }) => {
        await before(journey, way);
        if (row.meets) journey.network.lose(...row.meets);
        await row.strikes?.(journey);
        await row.story.live(journey, way);
        if (row.meets) expect(journey.network.arrivals.some(({ met }) => met !== null)).toBe(true);
      });
    }
  }
}
