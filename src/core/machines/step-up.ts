/**
 * "Confirm it's you" inside a session as a machine. Owns: which state follows which event. Does not own: requests, time, words,
 * or a proof, which stays in the field and in the call that sends it.
 */
import type { TypedCode } from '../backup-code.js';
import type { MfaProblem } from '../errors.js';
import type { Delivery, StepUpNeed, StepUpWay } from '../factor.js';
import { isSameStepUpWay } from '../step-up.js';

/** Why the form did not lead on. `not-proved`: the answer was lost, and it is not them yet; the proof may be used up. */
export type StepUpTrouble =
  | { readonly code: 'typed'; readonly is: Exclude<TypedCode['is'], 'code'> }
  | { readonly code: 'not-proved' }
  | MfaProblem;

/** What happened that is no trouble. */
export type StepUpNews = 'not-finished' | 'sent-again' | 'sent-before';

/** What stands on screen where a proof is given here. `way`: the one asked for; the others are links, strongest first. */
export interface Asked {
  readonly ways: readonly StepUpWay[];
  readonly way: StepUpWay;
}

export type StepUpState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly problem: MfaProblem }
  | ({ readonly status: 'asking'; readonly trouble: StepUpTrouble | null; readonly news: StepUpNews | null } & Asked)
  /** A code is being sent to the person. */
  | ({ readonly status: 'sending' } & Asked)
  /** The browser asks for the passkey. */
  | ({ readonly status: 'prompting' } & Asked)
  /** A proof has left. */
  | ({ readonly status: 'checking' } & Asked)
  /** Its answer was lost and the server is being asked whether it counted. */
  | ({ readonly status: 'settling' } & Asked)
  /** The server could not be asked either; the person may ask again. */
  | ({ readonly status: 'unsettled'; readonly problem: MfaProblem } & Asked)
  /** It is asked on another page, which leads back. */
  | { readonly status: 'redirect'; readonly url: string }
  /** It takes a whole sign-in. */
  | { readonly status: 'sign-in-again' }
  /** None of the ways can be used here. */
  | { readonly status: 'no-way' }
  /** It's them. What they wanted waits for their click. */
  | { readonly status: 'proved' }
  /** The session is over. */
  | { readonly status: 'sign-in' };

export type StepUpEvent =
  | { readonly type: 'loading' }
  /** `ways`: those that can be used here, strongest first; empty where the proof is not given here. */
  | { readonly type: 'needed'; readonly need: StepUpNeed; readonly ways: readonly StepUpWay[] }
  | { readonly type: 'load-failed'; readonly problem: MfaProblem }
  | { readonly type: 'chosen'; readonly way: StepUpWay }
  | { readonly type: 'hindered'; readonly trouble: StepUpTrouble }
  | { readonly type: 'sending' | 'prompting' | 'sent' | 'lost' }
  | { readonly type: 'delivered'; readonly delivery: Delivery }
  | { readonly type: 'not-finished' }
  | { readonly type: 'proved' | 'not-proved' }
  | { readonly type: 'refused'; readonly problem: MfaProblem }
  | { readonly type: 'unsettled'; readonly problem: MfaProblem };

/** A state in which a proof is given here. */
export type AskedState = Extract<StepUpState, Asked>;

/** The next state. An event that does not fit the state changes nothing: late answers are dropped here. */
export function stepUpMachine(state: StepUpState, event: StepUpEvent): StepUpState {
  if (event.type === 'loading') return state.status === 'loading' ? state : { status: 'loading' };
  if (state.status === 'loading') return afterLoading(state, event);
  return 'way' in state ? whileAsked(state, event) : state;
}

function afterLoading(state: StepUpState, event: StepUpEvent): StepUpState {
  switch (event.type) {
    case 'needed':
      return needed(event.need, event.ways);
    case 'load-failed':
      return isOver(event.problem) ? { status: 'sign-in' } : { status: 'failed', problem: event.problem };
    default:
      return state;
  }
}

function needed(need: StepUpNeed, ways: readonly StepUpWay[]): StepUpState {
  if (need.how === 'redirect') return { status: 'redirect', url: need.url };
  if (need.how === 'sign-in-again') return { status: 'sign-in-again' };
  const [way] = ways;
  return way ? asking({ ways, way }) : { status: 'no-way' };
}

function whileAsked(state: AskedState, event: StepUpEvent): StepUpState {
  const { status } = state;
  switch (event.type) {
    case 'chosen': {
      const way = state.ways.find((one) => isSameStepUpWay(one, event.way));
      const isFree = status === 'asking' || status === 'prompting' || status === 'unsettled';
      return way && isFree ? asking({ ...state, way }) : state;
    }
    case 'hindered':
      return status === 'asking' || status === 'prompting' ? asking(state, event.trouble) : state;
    case 'sending':
    case 'prompting':
      return status === 'asking' ? { status: event.type, ...onScreen(state) } : state;
    case 'delivered':
      return status === 'sending' ? afterDelivery(state, event.delivery) : state;
    case 'not-finished':
      return status === 'prompting' ? asking(state, null, event.type) : state;
    case 'sent':
      return status === 'asking' || status === 'prompting' ? { status: 'checking', ...onScreen(state) } : state;
    case 'lost':
      return status === 'checking' || status === 'unsettled' ? { status: 'settling', ...onScreen(state) } : state;
    case 'proved':
      return status === 'checking' || status === 'settling' ? { status: 'proved' } : state;
    case 'not-proved':
      return status === 'settling' ? asking(state, { code: event.type }) : state;
    case 'refused':
      if (status !== 'checking' && status !== 'sending' && status !== 'asking') return state;
      return isOver(event.problem) ? { status: 'sign-in' } : asking(state, event.problem);
    case 'unsettled':
      if (status !== 'settling') return state;
      return isOver(event.problem)
        ? { status: 'sign-in' }
        : { status: 'unsettled', problem: event.problem, ...onScreen(state) };
    default:
      return state;
  }
}

/** The delivery stands in the way, as the server itself tells it when it is asked again. */
function afterDelivery({ ways, way }: Asked, sent: Delivery): StepUpState {
  if (way.kind !== 'delivered-code') return asking({ ways, way });
  const next: StepUpWay = { ...way, sent };
  // Asked again too soon, a server may answer with the code that has left.
  const news = way.sent ? (way.sent.sentAt === sent.sentAt ? 'sent-before' : 'sent-again') : null;
  return asking({ ways: ways.map((one) => (isSameStepUpWay(one, way) ? next : one)), way: next }, null, news);
}

const isOver = ({ code }: MfaProblem): boolean => code === 'signed-out' || code === 'other-account';

const onScreen = ({ ways, way }: Asked): Asked => ({ ways, way });

const asking = (state: Asked, trouble: StepUpTrouble | null = null, news: StepUpNews | null = null): StepUpState => ({
  status: 'asking',
  ...onScreen(state),
  trouble,
  news,
});
