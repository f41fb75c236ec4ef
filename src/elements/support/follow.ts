import type { Case } from '../../core/challenge.js';
import type { AssistanceState } from '../../core/machines/assistance.js';
import { MfaHelpCancelledEvent, MfaHelpRequestedEvent, type MfaEvent } from '../events.js';

/** The event that a transition is worth, if any. What was open before is told by nobody again. */
export function factOf(state: AssistanceState, previous: AssistanceState, flow: string | null): MfaEvent | undefined {
  if (state.status === 'waiting' && previous.status === 'requesting') return new MfaHelpRequestedEvent(flow);
  if (state.status === 'cancelled') return new MfaHelpCancelledEvent(flow, state.why);
  return undefined;
}

/** What the server has just said of the person's request; null: there is none; undefined: it said nothing. */
export function saidOf(state: AssistanceState, previous: AssistanceState): Case | null | undefined {
  switch (state.status) {
    case 'waiting':
      return state.case;
    case 'ready':
      return previous.status === 'loading' ? null : undefined;
    case 'cancelled':
      return null;
    default:
      return undefined;
  }
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
