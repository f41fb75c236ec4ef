/**
 * The canary rule: every secret of the simulated server holds a mark, and these find it wherever it may not be.
 */
export { findCanary, mask, type CanaryFind } from './canary/find.js';
export { CANARY_DIGITS, CANARY_LETTERS } from './canary/marker.js';
export { searchPage, type SearchOptions } from './canary/page.js';
export type { CanaryHit, CanaryPlace } from './canary/places.js';
export { watchPage, type PageWatch } from './canary/watch.js';
