/** How many walks, from which seed, and through which element alone. */
interface Settings {
  readonly walks: number;
  readonly seed: number | null;
  readonly element: string | null;
}

/** What the runner was told by `MODEL_WALKS`, `MODEL_SEED` and `MODEL_ELEMENT`. */
export async function readSettings(): Promise<Settings> {
  return (await (await fetch('/model.json')).json()) as Settings;
}
