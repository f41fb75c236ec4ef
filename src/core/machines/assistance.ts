/**
 * The last resort as a machine. Owns: which screen of the help team follows which event. Does not own: requests, time, words.
 */
import type { Case, Entry } from '../challenge.js';
import type { MfaProblem } from '../errors.js';

/** Why something came to nothing. `not-asked`, `still-open`: the answer was lost, and the server says what is true. */
export type HelpTrouble = MfaProblem | { readonly code: 'not-asked' | 'still-open' };

interface Open {
  readonly case: Case;
}

export type AssistanceState =
  | { readonly status: 'loading' }
  /** This server takes no requests: how the team is reached is all there is to say. */
  | { readonly status: 'facts' }
  /** Nothing can be done here: suspended, or too late. */
  | { readonly status: 'call' }
  /** Nobody opens this account without its second factor. */
  | { readonly status: 'forbidden' }
  /** The second question before a new account. `lacks`: its tick was missing. */
  | { readonly status: 'starting-over'; readonly lacks: boolean }
  | { readonly status: 'ready'; readonly trouble: HelpTrouble | null; readonly news: 'open-again' | null }
  | { readonly status: 'requesting' }
  | ({ readonly status: 'waiting'; readonly trouble: HelpTrouble | null } & Open)
  /** "I didn't ask for this." */
  | ({ readonly status: 'not-me'; readonly trouble: HelpTrouble | null } & Open)
  | ({ readonly status: 'cancelling'; readonly why: 'found' | 'not-me' } & Open)
  | { readonly status: 'cancelled'; readonly why: 'found' | 'not-me' };

export type AssistanceEvent =
  | { readonly type: 'no-requests' | 'forbidden' }
  /** What the server says is open; null: nothing. */
  | { readonly type: 'found'; readonly case: Case | null }
  | { readonly type: 'requesting' | 'cancelling' | 'cancelled' | 'open-again' }
  | { readonly type: 'refused'; readonly trouble: HelpTrouble }
  | { readonly type: 'denied' | 'back' }
  | { readonly type: 'start-over' | 'unticked' };

type Blocked = Extract<Entry, { status: 'blocked' }>['why'];

/** The screen that needs no question to the server. @param blocked why the challenge is not met; undefined: it is */
export function helpFor(blocked: Blocked | undefined): AssistanceState {
  switch (blocked) {
    case 'suspended':
    case 'deadline-passed':
      return { status: 'call' };
    case 'recovery-forbidden':
      return { status: 'forbidden' };
    default:
      return { status: 'loading' };
  }
}

/** An event that does not fit the state changes nothing: late answers are dropped here. */
export function assistanceMachine(state: AssistanceState, event: AssistanceEvent): AssistanceState {
  const { status } = state;
  switch (event.type) {
    case 'no-requests':
      return status === 'loading' ? { status: 'facts' } : state;
    case 'forbidden':
      return status === 'loading' ? { status: 'forbidden' } : state;
    case 'found':
      return status === 'loading' || status === 'requesting' ? found(event.case) : state;
    case 'requesting':
      return status === 'ready' ? { status: 'requesting' } : state;
    case 'cancelling':
      return status === 'waiting' || status === 'not-me'
        ? { status: 'cancelling', case: state.case, why: status === 'waiting' ? 'found' : 'not-me' }
        : state;
    case 'cancelled':
      return status === 'cancelling' ? { status: 'cancelled', why: state.why } : state;
    case 'refused':
      return refused(state, event.trouble);
    case 'open-again':
      // The end of a lock is news to who still reads of the lock.
      return status === 'ready' && state.trouble?.code === 'too-many-attempts'
        ? { status, trouble: null, news: 'open-again' }
        : state;
    case 'denied':
      return status === 'waiting' ? { status: 'not-me', case: state.case, trouble: null } : state;
    case 'back':
      if (status === 'not-me') return { status: 'waiting', case: state.case, trouble: null };
      return status === 'starting-over' ? { status: 'forbidden' } : state;
    case 'start-over':
      return status === 'forbidden' ? { status: 'starting-over', lacks: false } : state;
    case 'unticked':
      return status === 'starting-over' ? { status, lacks: true } : state;
  }
}

/** A request that was taken back is none. */
const found = (open: Case | null): AssistanceState =>
  open && open.state !== 'cancelled'
    ? { status: 'waiting', case: open, trouble: null }
    : { status: 'ready', trouble: null, news: null };

function refused(state: AssistanceState, trouble: HelpTrouble): AssistanceState {
  switch (state.status) {
    case 'requesting':
      return { status: 'ready', trouble, news: null };
    case 'cancelling':
      return { status: state.why === 'found' ? 'waiting' : 'not-me', case: state.case, trouble };
    default:
      return state;
  }
}
