/**
 * Connecting an authenticator app as a machine: begun by a click, shown, verified. Owns: which state follows which event, and with
 * it where key and codes are: in `setup.secret` while they are needed, in `connecting.codes` and `saving`, nowhere else. Does not
 * own: requests, time, words.
 */
import type { RepairTask } from '../challenge.js';
import type { CodeSet } from '../code-set.js';
import { withTick, type KeptNews, type Shown, type Unproved } from '../custody.js';
import type { MfaProblem } from '../errors.js';
import type { Instant, Known } from '../factor.js';
import type { AppSettings } from '../otpauth.js';
import type { Policy } from '../policy.js';
import type { ProofNeed } from '../step-up.js';
import type { AppSecret, TotpGround, TotpNews, TotpSetupUnderWay, TotpState, TotpTrouble } from '../totp-state.js';

export type TotpEvent =
  | { readonly type: 'loading' }
  | { readonly type: 'loaded'; readonly ground: TotpGround }
  | { readonly type: 'load-failed'; readonly problem: MfaProblem }
  | { readonly type: 'starting' }
  | ({ readonly type: 'proof-needed' } & ProofNeed)
  | { readonly type: 'proved' }
  | { readonly type: 'set-up'; readonly setup: NewSetup }
  /** What came can't be shown to anybody. */
  | { readonly type: 'unusable'; readonly problem: MfaProblem }
  | { readonly type: 'copied'; readonly ok: boolean }
  /** The picture was scanned; what comes with the set-up is next. */
  | { readonly type: 'scanned'; readonly made: Instant; readonly proof: Policy['proof'] }
  | { readonly type: 'kept'; readonly news: KeptNews }
  | { readonly type: 'ticked'; readonly ticked: boolean }
  | { readonly type: 'masked'; readonly masked: boolean }
  | { readonly type: 'unsaved'; readonly trouble: Unproved }
  | { readonly type: 'saved' }
  | { readonly type: 'hindered'; readonly trouble: TotpTrouble }
  | { readonly type: 'verifying' }
  | { readonly type: 'refused'; readonly problem: MfaProblem }
  | { readonly type: 'asking' }
  | { readonly type: 'not-arrived' }
  | { readonly type: 'verified'; readonly todo: readonly RepairTask[]; readonly notified: Known<readonly string[]> }
  /** The page was in the background for long. */
  | { readonly type: 'away' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'signed-out' };

/** What a server made, read. */
export interface NewSetup extends AppSecret {
  readonly id: string;
  readonly settings: AppSettings;
  readonly codes: CodeSet | null;
}

type With = Extract<TotpState, { setup: unknown }>;
type Without = Extract<Exclude<TotpState, With>, { ground: unknown }>;

/** The next state. An event that does not fit the state changes nothing: late answers are dropped here. */
export function totpMachine(state: TotpState, event: TotpEvent): TotpState {
  if (event.type === 'loading') return state.status === 'loading' ? state : { status: 'loading' };
  if (event.type === 'signed-out') return { status: 'sign-in' };
  if (state.status === 'loading') {
    if (event.type === 'loaded') return ready(event.ground);
    return event.type === 'load-failed' ? { status: 'failed', problem: event.problem } : state;
  }
  if ('setup' in state) return withSetup(state, event);
  return 'ground' in state ? withoutSetup(state, event) : state;
}

function withoutSetup(state: Without, event: TotpEvent): TotpState {
  const { status, ground } = state;
  const isUnderWay = status === 'starting' || status === 'proving';
  switch (event.type) {
    case 'starting':
      return status === 'ready' || status === 'over' ? { status: 'starting', ground } : state;
    case 'proof-needed':
      return status === 'starting' ? { status: 'proving', need: event.need, until: event.until, ground } : state;
    case 'proved':
      return status === 'proving' ? ready(ground, { news: 'proved' }) : state;
    case 'cancelled':
      return status === 'proving' || status === 'over' ? ready(ground) : state;
    case 'set-up':
      return isUnderWay ? connecting(event.setup, ground) : state;
    case 'unusable':
      return isUnderWay ? { status: 'failed', problem: event.problem } : state;
    case 'refused':
      return isUnderWay ? ready(ground, { trouble: event.problem }) : state;
    default:
      return state;
  }
}

function withSetup(state: With, event: TotpEvent): TotpState {
  const { status, ground, setup } = state;
  switch (event.type) {
    case 'starting':
      // "Start again": another set-up takes the place of this one.
      return status === 'typing' ? { status: 'starting', ground } : state;
    case 'cancelled':
      if (status === 'proving-over') return asked(state);
      return status === 'verifying' || status === 'unsure' ? state : ready(ground, { news: 'cancelled' });
    case 'away':
      return wiped(state);
    case 'proof-needed':
      return status === 'verifying'
        ? { status: 'proving-over', need: event.need, until: event.until, setup, ground }
        : state;
    case 'proved':
      return status === 'proving-over' ? asked(state, { news: 'proved' }) : state;
    case 'hindered':
      return status === 'connecting' || status === 'typing' ? { ...state, trouble: event.trouble, news: null } : state;
    case 'verifying':
      return (status === 'connecting' && !state.codes) || status === 'typing'
        ? { status: 'verifying', setup, ground }
        : state;
    case 'refused':
      return refused(state, event.problem);
    case 'asking':
      return status === 'unsure' && !state.asking ? { ...state, asking: true, problem: null } : state;
    case 'not-arrived':
      return status === 'unsure' ? asked(state, { trouble: { code: 'not-arrived' } }) : state;
    case 'verified': {
      const { todo, notified } = event;
      return status === 'verifying' || status === 'unsure' || status === 'proving-over'
        ? { status: 'done', id: setup.id, codes: setup.codes, todo, notified, ground }
        : state;
    }
    default:
      return status === 'connecting' ? whileConnecting(state, event) : whileSaving(state, event);
  }
}

function whileConnecting(state: Extract<With, { status: 'connecting' }>, event: TotpEvent): TotpState {
  const { ground, setup, codes } = state;
  if (event.type === 'copied') return { ...state, trouble: null, news: event.ok ? 'copied' : 'copy-blocked' };
  if (event.type !== 'scanned' || !codes) return state;
  const shown = {
    set: codes,
    made: event.made,
    proof: event.proof,
    ticked: false,
    kept: [],
    news: null,
    masked: false,
  };
  return { status: 'saving', shown, trouble: null, setup: { ...setup, secret: null }, ground };
}

function whileSaving(state: With, event: TotpEvent): TotpState {
  if (state.status !== 'saving') return state;
  const { shown } = state;
  const change = (more: Partial<Shown>): TotpState => ({ ...state, shown: { ...shown, ...more } });
  switch (event.type) {
    case 'kept': {
      const { by, ok } = event.news;
      return change({ news: event.news, kept: ok && !shown.kept.includes(by) ? [...shown.kept, by] : shown.kept });
    }
    case 'ticked':
      return withTick(state, event.ticked);
    case 'masked':
      return change({ masked: event.masked });
    case 'unsaved':
      return { ...state, trouble: event.trouble };
    case 'saved':
      return asked(state);
    default:
      return state;
  }
}

/** Only a refusal that says so leaves nothing in doubt. */
function refused(state: With, problem: MfaProblem): TotpState {
  const { status, ground, setup } = state;
  if (status === 'unsure') return { ...state, asking: false, problem };
  if (status !== 'verifying' && status !== 'proving-over') return state;
  if (problem.code === 'superseded') return { status: 'over', ground };
  if (IN_DOUBT.includes(problem.code) && ground.listed)
    return { status: 'unsure', asking: false, problem: null, setup, ground };
  const wrongs = setup.wrongs + (problem.code === 'wrong-code' ? 1 : 0);
  return asked({ ...state, setup: { ...setup, wrongs } }, { trouble: problem });
}

const IN_DOUBT: readonly MfaProblem['code'][] = ['outcome-unknown', 'bad-response', 'server'];

/** Where picture and key are on screen, or wait to be, they go; the app may have taken them, so its code is asked for still. */
function wiped(state: With): TotpState {
  const { status, ground } = state;
  const setup = { ...state.setup, secret: null };
  if (!state.setup.secret || status === 'verifying') return state;
  // Its codes were not shown: without them the set-up must not be finished.
  if (status === 'connecting')
    return state.codes ? { status: 'over', ground } : asked({ setup, ground }, { news: 'away' });
  return { ...state, setup };
}

/** The screen on which the app's code is asked for. */
function asked({ setup, ground }: Pick<With, 'setup' | 'ground'>, said: Partial<Said> = {}): TotpState {
  const rest = { ...NOTHING, ...said, setup, ground };
  return setup.secret ? { status: 'connecting', codes: null, ...rest } : { status: 'typing', ...rest };
}

function connecting({ id, settings, uri, key, codes }: NewSetup, ground: TotpGround): TotpState {
  const setup: TotpSetupUnderWay = {
    ...{ id, settings, wrongs: 0 },
    secret: { uri, key },
    codes: codes && codes.codes.length,
  };
  return { status: 'connecting', codes, ...NOTHING, setup, ground };
}

interface Said {
  readonly trouble: TotpTrouble | null;
  readonly news: TotpNews | null;
}
const NOTHING: Said = { trouble: null, news: null };

const ready = (ground: TotpGround, said: Partial<Said> = {}): TotpState => ({
  status: 'ready',
  ...NOTHING,
  ...said,
  ground,
});
