import type { SettingsState } from '../../core/settings-state.js';
import { MfaFactorRemovedEvent, MfaFactorRenamedEvent, MfaOthersEndedEvent, type MfaEvent } from '../events.js';

/** Where focus goes after a transition, if it moves. A screen that comes by itself, first of all, takes nobody's focus. */
export function focusAfter(state: SettingsState, previous: SettingsState): 'title' | 'field' | undefined {
  if (previous.status === 'loading' || state.status === 'loading') return undefined;
  if (screenOf(state) !== screenOf(previous)) return 'title';
  if (wasPutOff(state, previous)) return 'title';
  const isHindered = 'trouble' in state && state.trouble !== null;
  return isHindered && !('trouble' in previous && previous.trouble === state.trouble) ? 'field' : undefined;
}

/** The suggestion went, and the link that held focus with it. */
const wasPutOff = (state: SettingsState, previous: SettingsState): boolean =>
  'ground' in state && 'ground' in previous && state.ground.dismissed && !previous.ground.dismissed;

/** States that stand on one screen share a name: its focus is not moved between them. */
function screenOf(state: SettingsState): string {
  if (state.status !== 'working') return state.status;
  return { rename: 'renaming', remove: 'removal', 'end-others': 'overview' }[state.act.what];
}

/** The event that a transition is worth, if any. */
export function factOf(state: SettingsState, previous: SettingsState): MfaEvent | undefined {
  if (state.status !== 'overview' || !state.news || ('news' in previous && previous.news === state.news))
    return undefined;
  const { news } = state;
  switch (news.what) {
    case 'removed':
      return new MfaFactorRemovedEvent(1);
    case 'renamed':
      return new MfaFactorRenamedEvent();
    case 'signed-out':
      return new MfaOthersEndedEvent(news.ended, news.trustedDevices);
    default:
      return undefined;
  }
}
