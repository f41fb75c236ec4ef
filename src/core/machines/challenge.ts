/**
 * The challenge as a machine. Owns: which state follows which event. Does not own: requests, time, words, or any code
 * that a person typed (those stay in the field and in the call that sends them).
 */
import type { TypedCode } from '../backup-code.js';
import type { Case, Challenge, Entry, Settled, Verified } from '../challenge.js';
import type { MfaProblem } from '../errors.js';
import type { Delivery, Known, Offer } from '../factor.js';
import { isSameWay, offerOf } from '../offers.js';
import { opened } from '../opening.js';

/** Why the form did not lead on: what was typed, what the server said, or what is true after a lost answer. */
export type Trouble =
  | { readonly code: 'typed'; readonly is: Exclude<TypedCode['is'], 'code'> }
  | { readonly code: 'not-spent' | 'maybe-spent' }
  | MfaProblem;

/** What a state with a challenge on screen holds. `offer`: the way whose proof is asked for; null: the choice of a way. */
interface OnScreen {
  readonly challenge: Challenge;
  readonly offer: Offer | null;
}

/**
 * What happened that is no trouble: the old challenge ended and a new one took its place; a system dialog was left; a lock is
 * over; another code was sent, or none because the one before is still young.
 */
export type News = 'restarted' | 'not-finished' | 'open-again' | 'sent-again' | 'sent-before';

export type ChallengeState =
  | { readonly status: 'loading' }
  /** Nothing could be loaded; loading again may help. */
  | { readonly status: 'failed'; readonly problem: MfaProblem }
  | ({ readonly status: 'asking'; readonly trouble: Trouble | null; readonly news: News | null } & OnScreen)
  /** A code is being sent to the person. */
  | ({ readonly status: 'sending' } & OnScreen)
  /** The browser asks for the passkey. */
  | ({ readonly status: 'prompting' } & OnScreen)
  /** A proof has left. */
  | ({ readonly status: 'checking'; readonly attempt: string } & OnScreen)
  /** Its answer was lost and the server is being asked what became of it. */
  | ({ readonly status: 'settling'; readonly attempt: string } & OnScreen)
  /** The server could not be asked either; the person may ask again. */
  | ({ readonly status: 'unsettled'; readonly attempt: string; readonly problem: MfaProblem } & OnScreen)
  | {
      readonly status: 'passed';
      readonly verified: Verified;
      readonly account: Known<string>;
      readonly handle: string | null;
    }
  | Extract<Entry, { status: 'signed-in' }>
  /** The first factor is needed. `codes`: what may be said of the person's backup codes. */
  | {
      readonly status: 'sign-in';
      readonly why: 'over' | 'none' | 'cancelled';
      readonly codes: 'good' | 'spent' | 'maybe-spent' | 'unsaid';
    }
  | {
      readonly status: 'elsewhere';
      readonly entry: Extract<Entry, { status: 'enroll' | 'change-password' | 'blocked' }>;
    }
  /** The server is being told that the person leaves. */
  | { readonly status: 'cancelling' };

export type ChallengeEvent =
  /** Another look at what is true, since another tab may have changed it. */
  | { readonly type: 'seen'; readonly entry: Entry }
  /** The challenge had run out; what stands in its place was loaded. */
  | { readonly type: 'restarted'; readonly entry: Entry }
  /** Null: the choice of a way. */
  | { readonly type: 'chosen'; readonly offer: Offer | null }
  /** Something stood in the way before anything was sent. */
  | { readonly type: 'hindered'; readonly trouble: Trouble }
  | { readonly type: 'sending' }
  | { readonly type: 'delivered'; readonly delivery: Delivery }
  | { readonly type: 'prompting' }
  | { readonly type: 'told'; readonly news: Extract<News, 'not-finished' | 'open-again'> }
  | { readonly type: 'sent'; readonly attempt: string }
  | { readonly type: 'passed'; readonly verified: Verified }
  | { readonly type: 'refused'; readonly problem: MfaProblem }
  | { readonly type: 'lost' }
  | { readonly type: 'settled'; readonly settled: Exclude<Settled, { state: 'over' }> }
  /** The attempt's challenge is over; what stands in its place was loaded. */
  | { readonly type: 'replaced'; readonly spent: Known<boolean>; readonly entry: Entry }
  | { readonly type: 'unsettled'; readonly problem: MfaProblem }
  /** What is open with the help team by now; null: nothing. */
  | { readonly type: 'assistance'; readonly open: Case | null }
  | { readonly type: 'cancelling' }
  | { readonly type: 'cancelled' };

/** A state with a challenge on screen. */
export type OnScreenState = Extract<ChallengeState, OnScreen>;

/** What follows the opening (`opened`). An event that does not fit the state changes nothing: late answers are dropped here. */
export function challengeMachine(state: ChallengeState, event: ChallengeEvent): ChallengeState {
  const { status } = state;
  switch (event.type) {
    case 'seen':
      // Where nothing has changed, nothing is disturbed.
      return status === 'asking' && event.entry.status !== 'challenge' ? opened(event.entry) : state;
    case 'restarted':
      return status === 'checking' || status === 'sending' || status === 'asking'
        ? afterRestart(state, event.entry, false, null)
        : state;
    case 'chosen':
      return status === 'asking' || status === 'unsettled' || status === 'prompting'
        ? choose(state, event.offer)
        : state;
    case 'hindered':
      return status === 'asking' || status === 'prompting' ? asking(state, event.trouble) : state;
    case 'sending':
    case 'prompting':
      return status === 'asking' ? { status: event.type, ...onScreen(state) } : state;
    case 'delivered':
      return status === 'sending' ? afterDelivery(state, event.delivery) : state;
    case 'told':
      if (event.news === 'not-finished') return status === 'prompting' ? asking(state, null, event.news) : state;
      // The end of a lock is news to who still reads of the lock.
      return status === 'asking' && state.trouble?.code === 'too-many-attempts'
        ? asking(state, null, event.news)
        : state;
    case 'sent':
      return status === 'asking' || status === 'prompting'
        ? { status: 'checking', attempt: event.attempt, ...onScreen(state) }
        : state;
    case 'passed':
      return status === 'checking' ? passed(state, event.verified) : state;
    case 'refused':
      if (status !== 'checking' && status !== 'sending' && status !== 'asking') return state;
      return isOver(event.problem) ? over(state, false) : asking(state, event.problem);
    case 'lost':
      return status === 'checking' || status === 'unsettled'
        ? { status: 'settling', attempt: state.attempt, ...onScreen(state) }
        : state;
    case 'settled':
      return status === 'settling' ? afterSettling(state, event.settled) : state;
    case 'replaced':
      return status === 'settling' ? afterRestart(state, event.entry, event.spent, unsent(event.spent)) : state;
    case 'unsettled':
      if (status !== 'settling') return state;
      return isOver(event.problem) ? over(state, 'unknown') : { ...state, status: 'unsettled', problem: event.problem };
    case 'assistance':
      return 'challenge' in state ? withCase(state, event.open) : state;
    case 'cancelling':
      return { status: 'cancelling' };
    case 'cancelled':
      return status === 'cancelling' ? { status: 'sign-in', why: 'cancelled', codes: 'unsaid' } : state;
  }
}

/** The form's challenge is over and another stands in its place, or none does. The place is kept, and it is said. */
function afterRestart(state: OnScreen, entry: Entry, spent: Known<boolean>, trouble: Trouble | null): ChallengeState {
  const next = opened(entry);
  if (next.status === 'sign-in') return over(state, spent);
  if (next.status !== 'asking') return next;
  // Where nobody says that a challenge is open, a code typed there might be one more that is lost.
  if (next.challenge.certainty === 'assumed') return over(state, spent);
  const kept = offered(next.challenge, state.offer);
  return { ...next, offer: kept ?? next.offer, trouble, news: trouble === null ? 'restarted' : null };
}

const isOver = ({ code }: MfaProblem): boolean =>
  code === 'challenge-over' || code === 'signed-out' || code === 'other-account';

/** Codes are called good only where there are some and the server said that none was spent. */
function over(state: OnScreen, spent: Known<boolean>): ChallengeState {
  const good = spent === false && offerOf(state.challenge, 'backup-code');
  const typed = spent !== false && state.offer?.kind === 'backup-code';
  const used = typed && (spent === true ? 'spent' : 'maybe-spent');
  return { status: 'sign-in', why: 'over', codes: used || (good ? 'good' : 'unsaid') };
}

function afterSettling(state: OnScreen, settled: Exclude<Settled, { state: 'over' }>): ChallengeState {
  return settled.state === 'signed-in' ? passed(state, settled.verified) : asking(state, unsent(settled.spent));
}

/** What is true of the code in the field when the person is not in. */
const unsent = (spent: Known<boolean>): Trouble =>
  spent === true ? { code: 'used-code' } : { code: spent === false ? 'not-spent' : 'maybe-spent' };

/** To another way, if it is offered, or to the choice. */
function choose(state: OnScreen, way: Offer | null): ChallengeState {
  const offer = way && offered(state.challenge, way);
  return asking(offer === undefined ? state : { ...state, offer }, null);
}

/** The offer of the same way in this challenge. */
const offered = ({ offers }: Challenge, way: Offer | null): Offer | undefined =>
  offers.find((offer) => isSameWay(offer, way));

/** The delivery stands in the offer, as the server itself tells it when the challenge is loaded again. */
function afterDelivery({ challenge, offer }: OnScreen, sent: Delivery): ChallengeState {
  if (offer?.kind !== 'delivered-code') return asking({ challenge, offer }, null);
  const next: Offer = { ...offer, sent };
  const offers = challenge.offers.map((one) => (isSameWay(one, offer) ? next : one));
  // Asked again too soon, a server may answer with the code that has left.
  const news = offer.sent && (offer.sent.sentAt === sent.sentAt ? 'sent-before' : 'sent-again');
  return asking({ challenge: { ...challenge, offers }, offer: next }, null, news);
}

/** The request stands in the challenge, as the server itself tells it when the challenge is loaded again. */
function withCase(state: OnScreenState, open: Case | null): OnScreenState {
  const { assistance, ...challenge } = state.challenge;
  if (assistance?.number === open?.number && assistance?.state === open?.state) return state;
  return { ...state, challenge: open ? { ...challenge, assistance: open } : challenge };
}

const onScreen = ({ challenge, offer }: OnScreen): OnScreen => ({ challenge, offer });

const asking = (state: OnScreen, trouble: Trouble | null, news: News | null = null): ChallengeState => ({
  status: 'asking',
  ...onScreen(state),
  trouble,
  news,
});

const passed = (state: OnScreen, verified: Verified): ChallengeState => ({
  status: 'passed',
  verified,
  account: state.challenge.account,
  handle: state.challenge.handle,
});
