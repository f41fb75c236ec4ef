import { codesOnScreen, type CodesState } from '../../core/codes-state.js';
import {
  MfaBackEvent,
  MfaCodesAbandonedEvent,
  MfaCodesConfirmedEvent,
  MfaCodesKeptEvent,
  MfaCodesRemovedEvent,
  MfaCodesRevealedEvent,
  MfaCodesShownEvent,
  type MfaEvent,
} from '../events.js';
import { tellWiped } from '../fragments/codes-list.js';

/** Where focus goes after a transition, if it moves. A screen that comes by itself, first of all, takes nobody's focus. */
export function focusAfter(state: CodesState, previous: CodesState): 'title' | 'field' | undefined {
  const [before, now] = [screenOf(previous), screenOf(state)];
  if (previous.status === 'loading' || state.status === 'loading') return undefined;
  if (before !== now) return 'title';
  if (wasPutOff(state, previous) || isShownAgain(state, previous)) return 'title';
  const isHindered = 'trouble' in state && state.trouble !== null && state !== previous;
  return (isHindered && !isSameTrouble(state, previous)) || state.status === 'unsure' ? 'field' : undefined;
}

/** States that stand on one screen share a name: its focus is not moved between them. */
function screenOf(state: CodesState): string {
  switch (state.status) {
    case 'working':
      if (state.step === 'remove') return 'removal';
      return state.step === 'make' && state.ground.issuing === 'immediate' ? 'accepting' : 'overview';
    case 'confirming':
    case 'unsure':
      return 'showing';
    default:
      return state.status;
  }
}

const wasPutOff = (state: CodesState, previous: CodesState): boolean =>
  'ground' in state && 'ground' in previous && state.ground.dismissed && !previous.ground.dismissed;

const isMasked = (state: CodesState): boolean =>
  'shown' in state ? state.shown.masked : state.status === 'revealed' && state.masked;

const isShownAgain = (state: CodesState, previous: CodesState): boolean => isMasked(previous) && !isMasked(state);

/** What else changes while an error stands, as a tick does, moves nothing. */
const isSameTrouble = (state: CodesState, previous: CodesState): boolean =>
  'trouble' in state && 'trouble' in previous && state.trouble === previous.trouble;

/** Tells what a transition is worth, if anything. */
export function tell(element: EventTarget, state: CodesState, previous: CodesState): void {
  const fact = factOf(state, previous);
  if (fact) element.dispatchEvent(fact);
  tellWiped(element, 'codes', codesOnScreen(previous), codesOnScreen(state));
}

function factOf(state: CodesState, previous: CodesState): MfaEvent | undefined {
  if ('shown' in state) {
    const { set, news } = state.shown;
    if (!('shown' in previous)) return new MfaCodesShownEvent(set.id, set.codes.length);
    return news && news !== previous.shown.news ? new MfaCodesKeptEvent(set.id, news.by, news.ok) : undefined;
  }
  if ('shown' in previous) {
    const { id } = previous.shown.set;
    if (state.status === 'done') return new MfaCodesConfirmedEvent(id, state.left);
    return new MfaCodesAbandonedEvent(id, REASONS[state.status] ?? 'left');
  }
  if (state.status === previous.status) return undefined;
  if (state.status === 'overview' && state.news === 'removed') return new MfaCodesRemovedEvent();
  if (state.status === 'overview') return isLeft(state, previous) ? new MfaBackEvent(null) : undefined;
  return state.status === 'revealed' ? new MfaCodesRevealedEvent() : undefined;
}

/** The person came back to the count by their own choice, and it says nothing of it. */
const isLeft = ({ news, trouble }: Extract<CodesState, { status: 'overview' }>, previous: CodesState): boolean =>
  previous.status !== 'loading' && previous.status !== 'done' && news === null && trouble === null;

const REASONS: Partial<Record<CodesState['status'], 'replaced' | 'signed-out'>> = {
  replaced: 'replaced',
  'sign-in': 'signed-out',
};
