import type { StepUpState } from '../../core/machines/step-up.js';
import { isSameStepUpWay } from '../../core/step-up.js';
import { MfaProofRefusedEvent, MfaStepUpPassedEvent, MfaWayChosenEvent, type MfaEvent } from '../events.js';
import { listenForCode } from '../message-code.js';
import type { MfaStepUp } from './step-up.js';

/** Follows a transition: where focus goes, what is wiped, and what is told. */
export function follow(element: MfaStepUp, state: StepUpState, previous: StepUpState): void {
  if (state === previous) return;
  const isMoved = 'way' in previous && !('way' in state && isSameStepUpWay(state.way, previous.way));
  if (isMoved) element.wipe();
  const focus = focusOf(state, previous, isMoved);
  if (focus) element.focusOn(focus);
  const fact = factOf(state, previous);
  if (fact) element.dispatchEvent(fact);
  const asked = state.status === 'asking' && state.way.kind === 'delivered-code' ? state.way : undefined;
  listenForCode(element, asked, element.controller?.call.signal);
}

function focusOf(state: StepUpState, previous: StepUpState, isMoved: boolean): 'title' | 'field' | undefined {
  if (isMoved) return 'title';
  if (state.status === 'unsettled') return 'field';
  if (state.status !== 'asking') return undefined;
  if (state.trouble || state.news) return 'field';
  return previous.status === 'sending' ? 'title' : undefined;
}

function factOf(state: StepUpState, previous: StepUpState): MfaEvent | undefined {
  const way = 'way' in previous ? previous.way.kind : null;
  if (state.status === 'proved') return new MfaStepUpPassedEvent(way);
  if (state.status !== 'asking') return undefined;
  if ('way' in previous && !isSameStepUpWay(state.way, previous.way))
    return new MfaWayChosenEvent(null, state.way.kind);
  return previous.status === 'checking' && state.trouble && REFUSALS.includes(state.trouble.code)
    ? new MfaProofRefusedEvent(null, state.way.kind)
    : undefined;
}

const REFUSALS: readonly string[] = ['wrong-code', 'used-code', 'passkey-refused'];
