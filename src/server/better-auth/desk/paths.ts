import { ACTS } from './rules.js';

const ACT_NAMES = Object.keys(ACTS) as (keyof typeof ACTS)[];

/** The routes of an agent's act, by the path that an endpoint declares. */
export const ACT_PATHS = ACT_NAMES.map((act) => ({ act, path: `/desk/cases/:number/${act}` }));

export const DESK_PATHS: readonly string[] = [
  '/desk/audit',
  '/desk/cases',
  '/desk/cases/open',
  '/desk/cases/:number',
  '/desk/new-password',
  ...ACT_PATHS.map(({ path }) => path),
];
