import type { AssistanceState } from '../../core/machines/assistance.js';
import { MfaHelpCancelledEvent, MfaHelpRequestedEvent, type MfaEvent } from '../events.js';

/** The event that a transition is worth, if any. What was open before is told by nobody again. */
export function factOf(state: AssistanceState, previous: AssistanceState, flow: string | null): MfaEvent | undefined {
  if (state.status === 'waiting' && previous.status === 'requesting') return new MfaHelpRequestedEvent(flow);
  if (state.status === 'cancelled') return new MfaHelpCancelledEvent(flow, state.why);
  return undefined;
}

/** Where focus goes: to the heading of another screen. What went wrong is read out where it stands. */
export const isAnotherScreen = (state: AssistanceState, previous: AssistanceState): boolean =>
  screenOf(state) !== screenOf(previous);

function screenOf(state: AssistanceState): string {
  switch (state.status) {
    case 'ready':
    case 'requesting':
      return 'ask';
    case 'cancelling':
      return state.why === 'found' ? 'waiting' : 'not-me';
    default:
      return state.status;
  }
}
