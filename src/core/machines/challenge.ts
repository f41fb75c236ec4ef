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
  /** `prefer`: the way to ask for first, if it is offered. */
  | { readonly status: 'loading'; readonly prefer?: OfferKind }
  /** Nothing could be loaded; loading again may help. */
  | { readonly status: 'failed'; readonly problem: MfaProblem }
  /** `restarted`: the old challenge ended and a new one took its place, once. */
  | ({ readonly status: 'asking'; readonly trouble: Trouble | null; readonly restarted: boolean } & OnScreen)
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
  | { readonly status: 'signed-in' }
  /** The first factor is needed. `codes`: what may be said of the person's backup codes. */
  | {
      readonly status: 'sign-in';
      readonly why: 'over' | 'none' | 'cancelled';
      readonly codes: 'good' | 'spent' | 'unsaid';
    }
  | {
      readonly status: 'elsewhere';
      readonly entry: Extract<Entry, { status: 'enroll' | 'change-password' | 'blocked' }>;
    }
  /** The server is being told that the person leaves. */
  | { readonly status: 'cancelling' };

export type ChallengeEvent =
  | { readonly type: 'loading'; readonly prefer?: OfferKind }
  | { readonly type: 'loaded'; readonly entry: Entry }
  | { readonly type: 'load-failed'; readonly problem: MfaProblem }
  | { readonly type: 'chosen'; readonly way: OfferKind }
  /** Something stood in the way before anything was sent. */
  | { readonly type: 'hindered'; readonly trouble: Trouble }
  | { readonly type: 'sent'; readonly attempt: string }
  | { readonly type: 'passed'; readonly verified: Verified }
  | { readonly type: 'refused'; readonly problem: MfaProblem }
  | { readonly type: 'lost' }
  | { readonly type: 'settled'; readonly settled: Exclude<Settled, { state: 'over' }> }
  /** The attempt's challenge is over; what stands in its place was loaded. */
  | { readonly type: 'replaced'; readonly spent: Known<boolean>; readonly entry: Entry }
  | { readonly type: 'unsettled'; readonly problem: MfaProblem }
  | { readonly type: 'cancelling' }
  | { readonly type: 'cancelled' };

/** The ways that have a screen. A way without one is not offered. */
const SHOWN: readonly OfferKind[] = ['totp', 'backup-code'];

/** The ways on screen besides a backup code, which is never among the ordinary ones. */
export function ordinaryWays(challenge: Challenge): OfferKind[] {
  return challenge.offers.map((offer) => offer.kind).filter((kind) => kind !== 'backup-code' && SHOWN.includes(kind));
}

/** Whether a way has a screen and the server offers it. */
export function hasWay(challenge: Challenge, way: OfferKind): boolean {
  return SHOWN.includes(way) && challenge.offers.some((offer) => offer.kind === way);
}

/** The next state. An event that does not fit the state changes nothing: late answers are dropped here. */
export function challengeMachine(state: ChallengeState, event: ChallengeEvent): ChallengeState {
  switch (event.type) {
    case 'loading':
      return { status: 'loading', ...(event.prefer && { prefer: event.prefer }) };
    case 'loaded':
      if (state.status === 'loading') return afterLoad(event.entry, state.prefer);
      return state.status === 'checking' ? afterRestart(state, event.entry, false, null) : state;
    case 'load-failed':
      if (state.status === 'checking') return asking(state, event.problem);
      return state.status === 'loading' ? { status: 'failed', problem: event.problem } : state;
    case 'chosen':
      return (state.status === 'asking' || state.status === 'unsettled') && hasWay(state.challenge, event.way)
        ? asking({ ...state, way: event.way }, null)
        : state;
    case 'hindered':
      return state.status === 'asking' ? asking(state, event.trouble) : state;
    case 'sent':
      return state.status === 'asking' ? { status: 'checking', attempt: event.attempt, ...onScreen(state) } : state;
    case 'passed':
      return state.status === 'checking' ? passed(state, event.verified) : state;
    case 'refused':
      if (state.status !== 'checking') return state;
      return isOver(event.problem) ? over(state, false) : asking(state, event.problem);
    case 'lost':
      return state.status === 'checking' || state.status === 'unsettled'
        ? { status: 'settling', attempt: state.attempt, ...onScreen(state) }
        : state;
    case 'settled':
      return state.status === 'settling' ? afterSettling(state, event.settled) : state;
    case 'replaced':
      return state.status === 'settling' ? afterRestart(state, event.entry, event.spent, unsent(event.spent)) : state;
    case 'unsettled':
      if (state.status !== 'settling') return state;
      return isOver(event.problem) ? over(state, 'unknown') : { ...state, status: 'unsettled', problem: event.problem };
    case 'cancelling':
      return { status: 'cancelling' };
    case 'cancelled':
      return state.status === 'cancelling' ? { status: 'sign-in', why: 'cancelled', codes: 'unsaid' } : state;
  }
}

function afterLoad(entry: Entry, prefer: OfferKind | undefined): ChallengeState {
  switch (entry.status) {
    case 'challenge': {
      const { challenge } = entry;
      const ways = [prefer, ...ordinaryWays(challenge), 'backup-code' as const];
      const way = ways.find((one) => one && hasWay(challenge, one));
      return way
        ? { status: 'asking', challenge, way, trouble: null, restarted: false }
        : { status: 'elsewhere', entry: { status: 'blocked', why: 'no-usable-factor' } };
    }
    case 'signed-in':
      return { status: 'signed-in' };
    case 'sign-in-first':
      return { status: 'sign-in', why: 'none', codes: 'unsaid' };
    default:
      return { status: 'elsewhere', entry };
  }
}

/** The form's challenge is over and another stands in its place, or none does. The place is kept, and it is said. */
function afterRestart(state: OnScreen, entry: Entry, spent: Known<boolean>, trouble: Trouble | null): ChallengeState {
  const next = afterLoad(entry, state.way);
  if (next.status === 'sign-in') return over(state, spent);
  return next.status === 'asking' ? { ...next, trouble, restarted: trouble === null } : next;
}

const isOver = ({ code }: MfaProblem): boolean =>
  code === 'challenge-over' || code === 'signed-out' || code === 'other-account';

/** Codes are called good only where there are some and the server said that none was spent. */
function over(state: OnScreen, spent: Known<boolean>): ChallengeState {
  const good = spent === false && hasWay(state.challenge, 'backup-code');
  const used = spent === true && state.way === 'backup-code';
  return { status: 'sign-in', why: 'over', codes: used ? 'spent' : good ? 'good' : 'unsaid' };
}

function afterSettling(state: OnScreen, settled: Exclude<Settled, { state: 'over' }>): ChallengeState {
  return settled.state === 'signed-in' ? passed(state, settled.verified) : asking(state, unsent(settled.spent));
}

/** What is true of the code in the field when the person is not in. */
const unsent = (spent: Known<boolean>): Trouble =>
  spent === true ? { code: 'used-code' } : { code: spent === false ? 'not-spent' : 'maybe-spent' };

const onScreen = ({ challenge, way }: OnScreen): OnScreen => ({ challenge, way });

const asking = (state: OnScreen, trouble: Trouble | null): ChallengeState => ({
  status: 'asking',
  ...onScreen(state),
  trouble,
  restarted: false,
});

const passed = (state: OnScreen, verified: Verified): ChallengeState => ({
  status: 'passed',
  verified,
  account: state.challenge.account,
  handle: state.challenge.handle,
});
