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
  | { readonly type: 'settled'; readonly settled: Settled }
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
      return state.status === 'loading' || state.status === 'checking' ? afterLoad(state, event.entry) : state;
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
    case 'unsettled':
      if (state.status !== 'settling') return state;
      return isOver(event.problem) ? SIGN_IN_AGAIN : { ...state, status: 'unsettled', problem: event.problem };
    case 'cancelled':
      return { status: 'cancelled' };
  }
}

function afterLoad(state: ChallengeState, entry: Entry): ChallengeState {
  switch (entry.status) {
    case 'challenge': {
      const { challenge } = entry;
      // Loading while a form is up means that the old challenge was over: the place is kept, and said.
      const place = 'way' in state && hasWay(challenge, state.way) ? state.way : undefined;
      const way = place ?? ordinaryWays(challenge)[0] ?? (hasWay(challenge, 'backup-code') ? 'backup-code' : undefined);
      return way
        ? { status: 'asking', challenge, way, trouble: null, restarted: 'way' in state }
        : { status: 'elsewhere', entry: { status: 'blocked', why: 'no-usable-factor' } };
    }
    case 'signed-in':
      return { status: 'signed-in' };
    case 'sign-in-first':
      return { status: 'sign-in', ended: 'way' in state };
    default:
      return { status: 'elsewhere', entry };
  }
}

const SIGN_IN_AGAIN: ChallengeState = { status: 'sign-in', ended: true };

const isOver = ({ code }: MfaProblem): boolean =>
  code === 'challenge-over' || code === 'signed-out' || code === 'other-account';

function afterSettling(state: OnScreen, settled: Settled): ChallengeState {
  if (settled.state === 'signed-in') return passed(state, settled.verified);
  if (settled.state === 'over') return SIGN_IN_AGAIN;
  if (settled.spent === true) return asking(state, { code: 'used-code' });
  return asking(state, { code: settled.spent === false ? 'not-spent' : 'maybe-spent' });
}

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
