import type { Offer } from '../core/factor.js';
import type { ChallengeState, Trouble } from '../core/machines/challenge.js';
import { isSameWay } from '../core/offers.js';
import type { ChallengeElement } from './challenge-element.js';
import {
  MfaChallengeOverEvent,
  MfaChallengeShownEvent,
  MfaProofRefusedEvent,
  MfaVerifiedEvent,
  MfaWayChosenEvent,
  flowOf,
  type MfaEvent,
} from './events.js';
import { listenForCode } from './message-code.js';

/** What a transition of the challenge is for the element that shows it. */
interface Change {
  /** Where focus goes, if it moves. */
  readonly focus: 'title' | 'field' | undefined;
  /** Whether what was typed belongs to nothing any more. */
  readonly wipes: boolean;
  readonly fact: MfaEvent | undefined;
}

/**
 * Follows a transition. Only the element that owns the controller tells the host, so each fact is told once.
 * @param late its screen has stood for a while, and the person may be typing: focus stays where it is
 */
export function follow(element: ChallengeElement, state: ChallengeState, previous: ChallengeState, late = false): void {
  const { focus, wipes, fact } = changeOf(state, previous);
  if (focus && !late) element.focusOn(focus);
  if (wipes) element.wipe();
  if (element.flow) return;
  if (fact) element.dispatchEvent(fact);
  const asked = state.status === 'asking' && state.offer?.kind === 'delivered-code' ? state.offer : undefined;
  listenForCode(element, asked, element.controller?.call.signal);
}

function changeOf(state: ChallengeState, previous: ChallengeState): Change {
  if (isSameScreen(state, previous)) return { focus: undefined, wipes: false, fact: undefined };
  const before = wayOf(previous);
  const now = wayOf(state);
  const moved = before !== undefined && (now === undefined || !isSameWay(before, now));
  // What stood in the challenge's place is over, and its screen goes with what held focus in it.
  const isOver = previous.status === 'elsewhere' && placeOf(state) !== placeOf(previous);
  const isEnded = previous.status === 'failed' || previous.status === 'cancelling';
  const focus = moved || isOver || isEnded ? 'title' : focusWithin(state, previous);
  return { focus, wipes: moved, fact: factOf(state, previous) };
}

/** What changed beside the form, as a request to the help team does, is nothing to it. */
const isSameScreen = (state: ChallengeState, previous: ChallengeState): boolean =>
  state.status === 'asking' &&
  previous.status === 'asking' &&
  state.offer === previous.offer &&
  state.trouble === previous.trouble &&
  state.news === previous.news;

function focusWithin(state: ChallengeState, previous: ChallengeState): 'title' | 'field' | undefined {
  if (state.status !== 'asking') return undefined;
  const { trouble, news } = state;
  // What a timer tells takes nobody's focus away.
  if (trouble || (news && news !== 'open-again')) return 'field';
  return previous.status === 'sending' ? 'title' : undefined;
}

/** What stands in the challenge's place; undefined: the challenge itself. */
const placeOf = (state: ChallengeState): string | undefined =>
  state.status === 'elsewhere' ? state.entry.status : undefined;

const wayOf = (state: ChallengeState): Offer | null | undefined => ('challenge' in state ? state.offer : undefined);

/** The event that a transition of the challenge is worth, if any. */
function factOf(state: ChallengeState, previous: ChallengeState): MfaEvent | undefined {
  const flow = flowOf(state) ?? flowOf(previous);
  switch (state.status) {
    case 'asking':
      if (previous.status === 'loading' || state.news === 'restarted') {
        return new MfaChallengeShownEvent(
          flow,
          state.challenge.offers.map((offer) => offer.kind),
        );
      }
      if ('challenge' in previous && !isSameWay(state.offer, previous.offer)) {
        return state.offer ? new MfaWayChosenEvent(flow, state.offer.kind) : undefined;
      }
      return state.offer && previous.status === 'checking' && isRefusal(state.trouble)
        ? new MfaProofRefusedEvent(flow, state.offer.kind)
        : undefined;
    case 'passed':
      return new MfaVerifiedEvent(flow, state.verified.by, state.verified.codesLeft);
    case 'sign-in':
      return new MfaChallengeOverEvent(flow, state.why);
    case 'elsewhere':
      return new MfaChallengeOverEvent(flow, 'elsewhere');
    default:
      return undefined;
  }
}

const isRefusal = (trouble: Trouble | null): boolean =>
  trouble?.code === 'wrong-code' || trouble?.code === 'used-code' || trouble?.code === 'passkey-refused';
