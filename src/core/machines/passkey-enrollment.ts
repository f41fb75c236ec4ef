/**
 * Setting up a passkey or a security key as a machine. Owns: which state follows which event. Does not own: requests, the
 * browser's dialog, words, or what the dialog made.
 */
import type { MfaProblem } from '../errors.js';
import { mayGoBack } from '../passkey-enrollment.js';
import type {
  AddedKey,
  KeyGround,
  KeyNews,
  KeyObstacle,
  KeyTrouble,
  PasskeyEnrollmentState as State,
} from '../passkey-enrollment.js';
import type { ProofNeed } from '../step-up.js';

export type PasskeyEnrollmentEvent =
  | { readonly type: 'loading' }
  /** What the browser can do is known. */
  | { readonly type: 'loaded'; readonly ground: KeyGround; readonly obstacle: KeyObstacle | null }
  /** A proof will come first, once the person clicks. */
  | ({ readonly type: 'proof-first' } & ProofNeed)
  | ({ readonly type: 'proof-needed' } & ProofNeed)
  | { readonly type: 'proved' }
  | { readonly type: 'hindered'; readonly trouble: KeyTrouble }
  /** What stood in the way does not any more. */
  | { readonly type: 'cleared' }
  | { readonly type: 'prompting' | 'not-finished' | 'exists' | 'registering' | 'checking' | 'renaming' }
  /** `id`: where its name may be changed; null: it may not. */
  | { readonly type: 'added'; readonly added: AddedKey; readonly id: string | null }
  | { readonly type: 'renamed'; readonly name: string }
  | { readonly type: 'unsettled'; readonly canCheck: boolean }
  | { readonly type: 'refused'; readonly problem: MfaProblem }
  | { readonly type: 'not-added' }
  | { readonly type: 'back' }
  | { readonly type: 'signed-out' };

/** The next state. An event that does not fit the state changes nothing: late answers are dropped here. */
export function passkeyEnrollmentMachine(state: State, event: PasskeyEnrollmentEvent): State {
  if (event.type === 'loading') return state.status === 'loading' ? state : { status: 'loading' };
  if (state.status === 'loading') {
    if (event.type !== 'loaded') return state;
    const { ground, obstacle } = event;
    return obstacle ? { status: 'impossible', obstacle, ground } : asking({ ground });
  }
  if (event.type === 'signed-out') return { status: 'sign-in' };
  return 'ground' in state ? onGround(state, event) : state;
}

type Grounded = Extract<State, { ground: KeyGround }>;

function onGround(state: Grounded, event: PasskeyEnrollmentEvent): State {
  const { status, ground } = state;
  switch (event.type) {
    case 'proof-first':
      return status === 'asking' ? { ...state, first: { need: event.need, until: event.until } } : state;
    case 'proof-needed':
      return status === 'asking' || status === 'registering'
        ? { status: 'proving', need: event.need, until: event.until, ground }
        : state;
    case 'proved':
      return status === 'proving' ? asking(state, null, 'proved') : state;
    case 'hindered':
      if (status === 'naming') return { ...state, trouble: event.trouble };
      return status === 'asking' || status === 'prompting' ? asking(state, event.trouble) : state;
    case 'cleared':
      return status === 'asking' ? { ...state, trouble: null } : state;
    case 'prompting':
      return status === 'asking' ? { status: 'prompting', ground } : state;
    case 'not-finished':
      return status === 'prompting' ? asking(state, null, 'not-finished') : state;
    case 'exists':
      return status === 'prompting' || status === 'registering' ? { status: 'exists', ground } : state;
    case 'registering':
      return status === 'asking' || status === 'prompting' ? { status: 'registering', ground } : state;
    case 'refused':
      if (status === 'renaming') return { ...state, status: 'naming', trouble: event.problem };
      return isAnswerable(status) ? asking(state, event.problem) : state;
    case 'back':
      return mayGoBack(state) ? asking(state) : state;
    default:
      return afterwards(state, event);
  }
}

/** From the server's yes on, and where its answer is lost. */
function afterwards(state: Grounded, event: PasskeyEnrollmentEvent): State {
  const { status, ground } = state;
  switch (event.type) {
    case 'added': {
      if (status !== 'registering' && status !== 'checking' && status !== 'proving') return state;
      const { added, id } = event;
      const mayName = id !== null && ground.naming === 'optional';
      return mayName ? { status: 'naming', id, added, trouble: null, ground } : { status: 'added', added, ground };
    }
    case 'renaming':
      return status === 'naming' ? { status: 'renaming', id: state.id, added: state.added, ground } : state;
    case 'renamed':
      return status === 'renaming' ? { status: 'added', added: { ...state.added, name: event.name }, ground } : state;
    case 'unsettled':
      return status === 'registering' || status === 'checking' || status === 'proving'
        ? { status: 'unsure', canCheck: event.canCheck, ground }
        : state;
    case 'checking':
      return status === 'unsure' && state.canCheck ? { status: 'checking', ground } : state;
    case 'not-added':
      return status === 'checking' ? asking(state, { code: 'not-added' }) : state;
    default:
      return state;
  }
}

/** Whether a refusal can meet it. */
const isAnswerable = (status: State['status']): boolean =>
  status === 'asking' || status === 'registering' || status === 'proving';

const asking = (
  { ground }: { readonly ground: KeyGround },
  trouble: KeyTrouble | null = null,
  news: KeyNews | null = null,
): State => ({ status: 'asking', trouble, news, first: null, ground });
