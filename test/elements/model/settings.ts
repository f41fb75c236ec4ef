import type { Parameters } from 'fast-check';

/** How many walks, and from which seed. */
interface Given {
  readonly walks: number;
  readonly seed: number | null;
  readonly path: string | null;
}

/** What the runner was told by `MODEL_WALKS`, `MODEL_SEED` and `MODEL_PATH`. */
export async function readSettings(): Promise<Given> {
  return (await (await fetch('/model.json')).json()) as Given;
}

/** For fast-check. @param share the part of all walks that is walked here */
export function parametersOf<T>({ walks, seed, path }: Given, share: number): Parameters<T> {
  return {
    numRuns: Math.ceil(walks * share),
    includeErrorInReport: true,
    ...(seed !== null && { seed }),
    ...(path !== null && { path }),
  };
}
