import type { PasskeyEnrollmentState } from '../../core/passkey-enrollment.js';
import { MfaFactorAddedEvent } from '../events.js';

type State = PasskeyEnrollmentState;

/** Where focus goes after a transition, if it moves. A screen that comes by itself, first of all, takes nobody's focus. */
export function focusAfter(state: State, previous: State): 'title' | 'field' | undefined {
  if (state === previous || previous.status === 'loading' || state.status === 'loading') return undefined;
  if (screenOf(state) !== screenOf(previous)) return 'title';
  const isHindered = 'trouble' in state && state.trouble !== null;
  return isHindered || state.status === 'unsure' ? 'field' : undefined;
}

/** States that stand on one screen share a name: its focus is not moved between them. */
function screenOf({ status }: State): string {
  switch (status) {
    case 'prompting':
    case 'registering':
    case 'unsure':
    case 'checking':
      return 'asking';
    case 'renaming':
      return 'naming';
    default:
      return status;
  }
}

/** The event that a transition is worth, if any. */
export function factOf(state: State, previous: State): MfaFactorAddedEvent | undefined {
  if (!('added' in state) || 'added' in previous) return undefined;
  const { todo, notified } = state.added;
  return new MfaFactorAddedEvent(null, { kind: state.ground.kind, todo, notified });
}
