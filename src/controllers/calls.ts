import type { Call } from '../ports/backend.js';

/** For what must reach the server although its screen is gone. The adapter's time-out still holds. */
export const UNSTOPPABLE: Call = { signal: new AbortController().signal };

/** In milliseconds. A longer timer would fire at once. */
export const LONGEST_TIMER = 2 ** 31 - 1;
