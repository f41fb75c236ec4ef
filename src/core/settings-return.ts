import type { Instant } from './factor.js';
import type { Place, SettingsGround } from './settings.js';
import type { SettingsState } from './settings-state.js';

/** How long a person may be away for a proof and still be brought back to their question. */
const LIFE = 15 * 60_000;

/** Where a person stands who leaves to prove that it's them; null: there is nothing to come back to. */
export function placeOf(state: SettingsState): Place | null {
  switch (state.status) {
    case 'adding':
      return { open: state.kind };
    case 'codes':
      return { open: 'codes' };
    case 'proving': {
      const { act } = state;
      if (act.what === 'end-others') return null;
      const { id } = act.factor;
      return act.what === 'remove' ? { ask: 'remove', id } : { ask: 'rename', id, name: act.name };
    }
    default:
      return null;
  }
}

/** Whose it is, without a name: the ids of all their ways. */
const markOf = ({ factors }: Pick<SettingsGround, 'factors'>): string =>
  JSON.stringify(factors.map(({ id }) => id).sort());

/** As it is kept while they are away. */
export const writePlace = (place: Place, ground: SettingsGround, now: Instant): string =>
  JSON.stringify({ place, of: markOf(ground), until: now + LIFE });

/** A place, and what has to be true of whoever comes back there. */
export type Return = Place & { readonly of: string };

/** Whether the one who came back is the one who left: another person may have signed in. */
export const isTheirs = ({ of }: { readonly of?: string }, ground: SettingsGround): boolean =>
  of === undefined || of === markOf(ground);

/** What was kept; null: nothing, too long ago, or written by somebody else: any script of the origin may write there. */
export function readPlace(kept: string | null, now: Instant): Return | null {
  try {
    const { place, of, until } = JSON.parse(kept ?? '{}') as {
      [name: string]: unknown;
      place?: Record<string, unknown>;
    };
    if (!place || typeof of !== 'string' || typeof until !== 'number' || until <= now || until > now + LIFE)
      return null;
    const { open, ask, id, name } = place;
    if (isOneOf(VIEWS, open)) return { open, of };
    if (typeof id !== 'string') return null;
    if (ask === 'remove') return { ask, id, of };
    return ask === 'rename' && typeof name === 'string' ? { ask, id, name, of } : null;
  } catch {
    return null;
  }
}

const VIEWS = ['passkey', 'security-key', 'totp', 'codes'] as const;

const isOneOf = <T>(values: readonly T[], value: unknown): value is T => values.includes(value as T);
