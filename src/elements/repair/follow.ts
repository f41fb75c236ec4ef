import { openTasks, type RepairState } from '../../core/repair-state.js';
import {
  MfaFactorRemovedEvent,
  MfaRepairBegunEvent,
  MfaRepairDoneEvent,
  MfaRepairPostponedEvent,
  type MfaEvent,
} from '../events.js';

/** The events that a transition is worth. */
export function factsOf(state: RepairState, previous: RepairState): readonly MfaEvent[] {
  if (state.status === 'sign-in' || previous.status === 'sign-in') return [];
  const { facts, gone } = state.journey;
  const count = facts.retired.length - previous.journey.facts.retired.length;
  return [
    ...(count > 0 ? [new MfaFactorRemovedEvent(count)] : []),
    ...(previous.status === 'in' && state.status !== 'in' && state.status !== 'left'
      ? [new MfaRepairBegunEvent(gone)]
      : []),
    ...(state.status === 'left' && state.postponed && previous.status !== 'left'
      ? [new MfaRepairPostponedEvent(openTasks(state.journey))]
      : []),
    ...(state.status === 'done' && previous.status !== 'done' ? [doneOf(state)] : []),
  ];
}

/** Whether what held focus has made way: for another screen, or for other links. */
export function isElsewhere(state: RepairState, previous: RepairState): boolean {
  if (state.status === 'adding' && previous.status === 'adding') return state.kind !== previous.kind;
  if (state.status === 'choosing' && previous.status === 'choosing') return state.waiting && !previous.waiting;
  return state.status !== previous.status;
}

function doneOf({ journey: { facts } }: Extract<RepairState, { status: 'done' }>): MfaEvent {
  const { added, codes, signedOutElsewhere } = facts;
  return new MfaRepairDoneEvent({ added: added.length, codesOn: codes !== null, signedOutElsewhere });
}
