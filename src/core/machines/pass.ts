/**
 * The code from the help team as a machine. Owns: which state follows which event. Does not own: requests, words, or the code,
 * which stands in its field and in the call that sends it.
 */
import type { TypedCode } from '../backup-code.js';
import type { Entry } from '../challenge.js';
import type { MfaProblem } from '../errors.js';
import type { Known } from '../factor.js';

/** Why the form did not lead on. */
export type PassTrouble =
  | { readonly code: 'typed'; readonly is: Exclude<TypedCode['is'], 'code'> }
  | { readonly code: 'not-spent' | 'maybe-spent' }
  | MfaProblem;

export type PassState =
  | { readonly status: 'asking'; readonly trouble: PassTrouble | null }
  /** The code has left. */
  | { readonly status: 'checking'; readonly attempt: string }
  /** Its answer was lost, and the server is being asked what became of it. */
  | { readonly status: 'settling'; readonly attempt: string }
  | { readonly status: 'unsettled'; readonly attempt: string }
  /** What the person meets now: an enrollment without a code, or something else. */
  | { readonly status: 'moved'; readonly entry: Entry };

export type PassEvent =
  | { readonly type: 'sent'; readonly attempt: string }
  | { readonly type: 'lost' | 'unsettled' }
  | { readonly type: 'refused'; readonly trouble: PassTrouble }
  /** What the person meets after the code was looked at. `trouble`: what is said where it is asked for still. */
  | { readonly type: 'met'; readonly entry: Entry; readonly trouble: PassTrouble };

/** An event that does not fit the state changes nothing: late answers are dropped here. */
export function passMachine(state: PassState, event: PassEvent): PassState {
  const { status } = state;
  switch (event.type) {
    case 'sent':
      return status === 'asking' ? { status: 'checking', attempt: event.attempt } : state;
    case 'lost':
      return status === 'checking' || status === 'unsettled' ? { status: 'settling', attempt: state.attempt } : state;
    case 'unsettled':
      return status === 'settling' || status === 'checking' ? { status: 'unsettled', attempt: state.attempt } : state;
    case 'refused':
      return status === 'moved' ? state : { status: 'asking', trouble: event.trouble };
    case 'met':
      return status === 'checking' || status === 'settling' ? met(event.entry, event.trouble) : state;
  }
}

const met = (entry: Entry, trouble: PassTrouble): PassState =>
  entry.status === 'enroll' && entry.passNeeded ? { status: 'asking', trouble } : { status: 'moved', entry };

/** What is said of a code that is asked for still although it left. */
export const stillAsked = (spent: Known<boolean>): PassTrouble =>
  spent === true ? { code: 'used-code' } : { code: spent === false ? 'not-spent' : 'maybe-spent' };
