import type { Instant } from '../../core/factor.js';

/** The server's clock. Nothing but `advance` moves it. */
export interface SimulatedClock {
  now(): Instant;
  /** Lets `ms` milliseconds pass at once. */
  advance(ms: number): void;
}

/** 15 January 2027, 08:00 UTC: the same in each run, so that pictures and texts stay the same. */
export const DEFAULT_NOW: Instant = 1_800_000_000_000;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function createClock(start: Instant): SimulatedClock {
  let now = start;
  return {
    now: () => now,
    advance(ms) {
      if (!(ms >= 0)) throw new RangeError('A clock only goes on.');
      now += ms;
    },
  };
}
