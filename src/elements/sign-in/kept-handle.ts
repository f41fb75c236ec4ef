/** Where the handle stands in `history.state`. It is no secret. */
const KEPT = 'mfaChallenge';

/** The handle that stands with the page's history entry, for a reload. */
export function keptHandle(): string | null {
  const { [KEPT]: kept } = (history.state ?? {}) as Record<string, unknown>;
  return typeof kept === 'string' ? kept : null;
}

export function keepHandle(handle: string | null): void {
  history.replaceState({ ...(history.state as object | null), [KEPT]: handle }, '');
}
