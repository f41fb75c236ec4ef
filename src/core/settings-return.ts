import type { Instant } from './factor.js';
import type { Place } from './settings.js';
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

/** As it is kept while they are away. */
export const writePlace = (place: Place, now: Instant): string => JSON.stringify({ place, until: now + LIFE });

/** What was kept; null: nothing, too long ago, or written by somebody else: any script of the origin may write there. */
export function readPlace(kept: string | null, now: Instant): Place | null {
  try {
    const { place, until } = JSON.parse(kept ?? '{}') as { place?: Record<string, unknown>; until?: unknown };
    if (!place || typeof until !== 'number' || until <= now || until > now + LIFE) return null;
    const { open, ask, id, name } = place;
    if (isOneOf(VIEWS, open)) return { open };
    if (typeof id !== 'string') return null;
    if (ask === 'remove') return { ask, id };
    return ask === 'rename' && typeof name === 'string' ? { ask, id, name } : null;
  } catch {
    return null;
  }
}

const VIEWS = ['passkey', 'security-key', 'totp', 'codes'] as const;

const isOneOf = <T>(values: readonly T[], value: unknown): value is T => values.includes(value as T);
