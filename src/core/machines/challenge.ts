/**
 * The challenge as a machine. Owns: which state follows which event. Does not own: requests, time, words, or any code
 * that a person typed (those stay in the field and in the call that sends them).
 */
import type { TypedCode } from '../backup-code.js';
import type { Challenge, Entry, Settled, Verified } from '../challenge.js';
import type { MfaProblem } from '../errors.js';
import type { Known, OfferKind } from '../factor.js';

/** Why the form did not lead on: what was typed, what the server said, or what is true after a lost answer. */
export type Trouble =
  | { readonly code: 'typed'; readonly is: Exclude<TypedCode['is'], 'code'> }
  | { readonly code: 'not-spent' | 'maybe-spent' }
  | MfaProblem;

/** What a state with a challenge on screen holds. `way` is the proof being asked for. */
interface OnScreen {
  readonly challenge: Challenge;
  readonly way: OfferKind;
}

export type ChallengeState =
  | { readonly status: 'loading' }
  /** Nothing could be loaded; loading again may help. */
  | { readonly status: 'failed'; readonly problem: MfaProblem }
  /** `restarted`: the old challenge ended and a new one took its place, once. */
  | ({ readonly status: 'asking'; readonly trouble: Trouble | null; readonly restarted: boolean } & OnScreen)
  /** A proof has left. */
  | ({ readonly status: 'checking' } & OnScreen)
  /** Its answer was lost and the server is being asked what became of it. */
  | ({ readonly status: 'settling'; readonly attempt: string } & OnScreen)
  /** The server could not be asked either; the person may ask again. */
  | ({ readonly status: 'unsettled'; readonly attempt: string; readonly problem: MfaProblem } & OnScreen)
  /** `account` is `'unknown'` where the answer came without a challenge. */
  | { readonly status: 'passed'; readonly verified: Verified; readonly account: Known<string> }
  | { readonly status: 'signed-in' }
  /** `ended`: there was a challenge and it is over; else there never was one. */
  | { readonly status: 'sign-in'; readonly ended: boolean }
  | {
      readonly status: 'elsewhere';
      readonly entry: Extract<Entry, { status: 'enroll' | 'change-password' | 'blocked' }>;
    }
  | { readonly status: 'cancelled' };

export type ChallengeEvent =
  | { readonly type: 'loading' }
  | { readonly type: 'loaded'; readonly entry: Entry }
  | { readonly type: 'load-failed'; readonly problem: MfaProblem }
  | { readonly type: 'chosen'; readonly way: OfferKind }
  /** Something stood in the way before anything was sent. */
  | { readonly type: 'hindered'; readonly trouble: Trouble }
  | { readonly type: 'sent' }
  | { readonly type: 'passed'; readonly verified: Verified }
  | { readonly type: 'refused'; readonly problem: MfaProblem }
  | { readonly type: 'lost'; readonly attempt: string }
  | { readonly type: 'settled'; readonly settled: Exclude<Settled, { state: 'over' }> }
  /** The attempt's challenge is over; what stands in its place was loaded. */
  | { readonly type: 'replaced'; readonly spent: Known<boolean>; readonly entry: Entry }
  | { readonly type: 'unsettled'; readonly problem: MfaProblem }
  | { readonly type: 'cancelled' };

/** The ways that have a screen. A way without one is not offered. */
const SHOWN: readonly OfferKind[] = ['totp', 'backup-code'];

/** The ways on screen besides a backup code, which is never among the ordinary ones. */
export function ordinaryWays(challenge: Challenge): OfferKind[] {
  return challenge.offers.map((offer) => offer.kind).filter((kind) => kind !== 'backup-code' && SHOWN.includes(kind));
}

/** Where a person who lost the second factor can go. */
export function hasWay(challenge: Challenge, way: OfferKind): boolean {
  return SHOWN.includes(way) && challenge.offers.some((offer) => offer.kind === way);
}

/** The next state. An event that does not fit the state changes nothing: late answers are dropped here. */
export function challengeMachine(state: ChallengeState, event: ChallengeEvent): ChallengeState {
  switch (event.type) {
    case 'loading':
      return { status: 'loading' };
    case 'loaded':
      return state.status === 'loading' || state.status === 'checking'
        ? afterLoad(event.entry, 'way' in state ? state.way : undefined)
        : state;
    case 'load-failed':
      if (state.status === 'checking') return asking(state, event.problem);
      return state.status === 'loading' ? { status: 'failed', problem: event.problem } : state;
    case 'chosen':
      return state.status === 'asking' && hasWay(state.challenge, event.way)
        ? { ...state, way: event.way, trouble: null, restarted: false }
        : state;
    case 'hindered':
      return state.status === 'asking' ? asking(state, event.trouble) : state;
    case 'sent':
      return state.status === 'asking' ? { status: 'checking', ...onScreen(state) } : state;
    case 'passed':
      return state.status === 'checking' ? passed(state, event.verified) : state;
    case 'refused':
      if (state.status !== 'checking') return state;
      return isOver(event.problem) ? SIGN_IN_AGAIN : asking(state, event.problem);
    case 'lost':
      return state.status === 'checking' || state.status === 'unsettled'
        ? { status: 'settling', attempt: event.attempt, ...onScreen(state) }
        : state;
    case 'settled':
      return state.status === 'settling' ? afterSettling(state, event.settled) : state;
    case 'replaced':
      return state.status === 'settling' ? afterReplacing(state, event.entry, event.spent) : state;
    case 'unsettled':
      if (state.status !== 'settling') return state;
      return isOver(event.problem) ? SIGN_IN_AGAIN : { ...state, status: 'unsettled', problem: event.problem };
    case 'cancelled':
      return { status: 'cancelled' };
  }
}

/** `place`: the way of the form that is up. Loading then means that its challenge was over: the place is kept, and said. */
function afterLoad(entry: Entry, place: OfferKind | undefined): ChallengeState {
  switch (entry.status) {
    case 'challenge': {
      const { challenge } = entry;
      const way = [place, ...ordinaryWays(challenge), 'backup-code' as const].find(
        (one) => one && hasWay(challenge, one),
      );
      return way
        ? { status: 'asking', challenge, way, trouble: null, restarted: place !== undefined }
        : { status: 'elsewhere', entry: { status: 'blocked', why: 'no-usable-factor' } };
    }
    case 'signed-in':
      return { status: 'signed-in' };
    case 'sign-in-first':
      return { status: 'sign-in', ended: place !== undefined };
    default:
      return { status: 'elsewhere', entry };
  }
}

const SIGN_IN_AGAIN: ChallengeState = { status: 'sign-in', ended: true };

const isOver = ({ code }: MfaProblem): boolean =>
  code === 'challenge-over' || code === 'signed-out' || code === 'other-account';

function afterSettling(state: OnScreen, settled: Exclude<Settled, { state: 'over' }>): ChallengeState {
  return settled.state === 'signed-in' ? passed(state, settled.verified) : asking(state, unsent(settled.spent));
}

/** A server that can't tell an open challenge from an ended one says that it is over, and shows the open one when asked. */
function afterReplacing(state: OnScreen, entry: Entry, spent: Known<boolean>): ChallengeState {
  const next = afterLoad(entry, state.way);
  return next.status === 'asking' ? { ...next, trouble: unsent(spent), restarted: false } : next;
}

/** What is true of the code in the field when the person is not in. */
const unsent = (spent: Known<boolean>): Trouble =>
  spent === true ? { code: 'used-code' } : { code: spent === false ? 'not-spent' : 'maybe-spent' };

const onScreen = ({ challenge, way }: OnScreen): OnScreen => ({ challenge, way });

const asking = (state: OnScreen, trouble: Trouble): ChallengeState => ({
  status: 'asking',
  ...onScreen(state),
  trouble,
  restarted: false,
});

const passed = (state: OnScreen, verified: Verified): ChallengeState => ({
  status: 'passed',
  verified,
  account: state.challenge.account,
});
