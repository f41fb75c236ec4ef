import type { Instant } from './factor.js';

const WEEK = 7 * 24 * 60 * 60_000;

/** Whether the help team has taken every factor away lately, as far as the server tells: whose the new ones are is not sure yet. */
export const wasReset = (activity: readonly { readonly what: string; readonly at: Instant }[], now: Instant): boolean =>
  activity.some(({ what, at }) => what.endsWith('admin_reset') && now < at + WEEK);
