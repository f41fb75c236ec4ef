import { appCodesOnScreen, secretOnScreen, type TotpState } from '../../core/totp-state.js';
import {
  MfaCodesAbandonedEvent,
  MfaCodesKeptEvent,
  MfaCodesShownEvent,
  MfaFactorAddedEvent,
  type MfaEvent,
} from '../events.js';
import { tellWiped } from '../fragments/codes-list.js';

/** Where focus goes after a transition, if it moves. A screen that comes by itself, first of all, takes nobody's focus. */
export function focusAfterApp(state: TotpState, previous: TotpState): 'title' | 'field' | undefined {
  if (previous.status === 'loading' || state.status === 'loading') return undefined;
  if (screenOf(state) !== screenOf(previous)) return 'title';
  if (state.status === 'unsure' && !state.asking) return 'field';
  const trouble = 'trouble' in state ? state.trouble : null;
  return trouble && !('trouble' in previous && previous.trouble === trouble) ? 'field' : undefined;
}

/** States that stand on one screen share a name: its focus is not moved between them. */
function screenOf({ status }: TotpState): string {
  switch (status) {
    case 'starting':
      return 'ready';
    case 'verifying':
    case 'unsure':
    case 'typing':
      return 'connecting';
    default:
      return status;
  }
}

/** Tells what a transition is worth, if anything. */
export function tellOfApp(element: EventTarget, state: TotpState, previous: TotpState): void {
  const fact = appFactOf(state, previous);
  if (fact) element.dispatchEvent(fact);
  tellWiped(element, 'key', keyOf(previous), keyOf(state));
  tellWiped(element, 'codes', appCodesOnScreen(previous), appCodesOnScreen(state));
}

const keyOf = (state: TotpState): readonly unknown[] => (secretOnScreen(state) ? ['key'] : []);

/** The event that a transition is worth, if any. */
function appFactOf(state: TotpState, previous: TotpState): MfaEvent | undefined {
  if (state.status === 'done' && previous.status !== 'done') {
    const { id, todo, notified } = state;
    return new MfaFactorAddedEvent(id, { kind: 'totp', todo, notified });
  }
  if (state.status === 'saving') {
    const { set, news } = state.shown;
    if (previous.status !== 'saving') return new MfaCodesShownEvent(set.id, set.codes.length);
    return news && news !== previous.shown.news ? new MfaCodesKeptEvent(set.id, news.by, news.ok) : undefined;
  }
  if (previous.status !== 'saving' || state.status === 'typing') return undefined;
  return new MfaCodesAbandonedEvent(previous.shown.set.id, state.status === 'sign-in' ? 'signed-out' : 'left');
}
