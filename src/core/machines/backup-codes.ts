/**
 * Backup codes on an account page as a machine: made, shown once, saved, confirmed. Owns: which state follows which event, and
 * with it where the codes are: in the states with `shown` and in `revealed`, nowhere else. Does not own: requests, time, words.
 */
import { NO_CODES, oldCodes, type CodeSet, type CodeSetStatus, type RevealedCode } from '../code-set.js';
import {
  isInDoubt,
  type CodesNews,
  type CodesState,
  type CodesTrouble,
  type Ground,
  type OnGround,
  type OnShow,
  type Said,
  type ShownState,
  type Step,
} from '../codes-state.js';
import { lossOf, withTick, type KeptNews, type Shown } from '../custody.js';
import type { MfaProblem } from '../errors.js';
import type { ProofNeed } from '../step-up.js';
import type { Instant, Known } from '../factor.js';

export type CodesEvent =
  | { readonly type: 'loading' }
  /** Null: the policy rules them out. `step`: the person comes back from signing in, to go on there. */
  | { readonly type: 'loaded'; readonly ground: Ground | null; readonly step: Step | null }
  | { readonly type: 'load-failed'; readonly problem: MfaProblem }
  /** The status was read again. */
  | { readonly type: 'refreshed'; readonly codes: CodeSetStatus }
  | { readonly type: 'dismissed' }
  /** The screen before the step is shown. */
  | { readonly type: 'asked'; readonly step: 'make' | 'remove' }
  | { readonly type: 'hindered'; readonly trouble: CodesTrouble }
  | { readonly type: 'started'; readonly step: Step }
  | { readonly type: 'confirming' }
  | ({ readonly type: 'proof-needed' } & ProofNeed)
  | { readonly type: 'proved' }
  | { readonly type: 'back' }
  | { readonly type: 'issued'; readonly set: CodeSet; readonly made: Instant }
  | { readonly type: 'unshown' }
  | { readonly type: 'removed' }
  | { readonly type: 'revealed'; readonly codes: readonly RevealedCode[] }
  | { readonly type: 'refused'; readonly problem: MfaProblem }
  | { readonly type: 'confirmed'; readonly left: Known<number>; readonly notified: Known<readonly string[]> }
  | { readonly type: 'unsettled'; readonly problem: MfaProblem }
  | { readonly type: 'superseded' }
  | { readonly type: 'kept'; readonly news: KeptNews }
  | { readonly type: 'ticked'; readonly ticked: boolean }
  | { readonly type: 'masked'; readonly masked: boolean }
  | { readonly type: 'leaving' }
  | { readonly type: 'stayed' }
  | { readonly type: 'left' }
  | { readonly type: 'signed-out' };

/** The next state. An event that does not fit the state changes nothing: late answers are dropped here. */
export function codesMachine(state: CodesState, event: CodesEvent): CodesState {
  if (event.type === 'loading') return state.status === 'loading' ? state : { status: 'loading' };
  if (state.status === 'loading') return afterLoading(state, event);
  if (event.type === 'signed-out') return { status: 'sign-in', lost: lostBySignOut(state) };
  if ('shown' in state) return withCodes(state, event);
  return 'ground' in state ? withoutCodes(state, event) : state;
}

function afterLoading(state: CodesState, event: CodesEvent): CodesState {
  switch (event.type) {
    case 'loaded':
      if (!event.ground) return { status: 'absent' };
      if (event.step === 'remove' && event.ground.may.remove) return said('removal', event.ground);
      return event.step === 'make' && event.ground.issuing === 'immediate'
        ? { ...said('accepting', event.ground), accepted: false }
        : said('overview', event.ground);
    case 'load-failed':
      return { status: 'failed', problem: event.problem };
    case 'signed-out':
      return { status: 'sign-in', lost: false };
    default:
      return state;
  }
}

type Grounded = Exclude<Extract<CodesState, OnGround>, OnShow>;

function withoutCodes(state: Grounded, event: CodesEvent): CodesState {
  const { status, ground } = state;
  switch (event.type) {
    case 'refreshed':
      return { ...state, ground: { ...ground, codes: event.codes } };
    case 'dismissed':
      return { ...state, ground: { ...ground, occasion: null, dismissed: true } };
    case 'asked':
      if (event.step === 'remove') return status === 'overview' ? said('removal', ground) : state;
      return MAKING.includes(status) ? { ...said('accepting', ground), accepted: false } : state;
    case 'hindered':
      return 'trouble' in state ? { ...state, trouble: event.trouble, news: null } : state;
    case 'started':
      return 'trouble' in state || MAKING.includes(status) ? { status: 'working', step: event.step, ground } : state;
    case 'proof-needed':
      return status === 'working'
        ? { status: 'proving', step: state.step, need: event.need, until: event.until, ground }
        : state;
    case 'proved':
      return status === 'proving' ? before(state, { news: 'proved' }) : state;
    case 'back':
      if (status === 'working') return state;
      return status === 'proving' ? before(state) : said('overview', ground);
    case 'issued':
      return isUnderWay(state, 'make') ? show(ground, event.set, event.made) : state;
    case 'unshown':
      return isUnderWay(state, 'make')
        ? { status: 'unshown', old: ground.issuing === 'immediate' ? 'unknown' : oldCodes(ground.codes), ground }
        : state;
    case 'removed':
      return isUnderWay(state, 'remove') ? said('overview', { ...ground, codes: NO_CODES }, null, 'removed') : state;
    case 'revealed':
      return isUnderWay(state, 'reveal') ? { status: 'revealed', codes: event.codes, masked: false, ground } : state;
    case 'refused':
      return status === 'working' || status === 'proving' ? before(state, { trouble: event.problem }) : state;
    case 'masked':
      return status === 'revealed' ? { ...state, masked: event.masked } : state;
    default:
      return state;
  }
}

/** Where new codes may be made from. */
const MAKING: readonly CodesState['status'][] = ['overview', 'accepting', 'unshown', 'replaced', 'done'];

/** Whether an answer for this step can come: with the password in the call, it comes while the proof is asked for. */
const isUnderWay = (state: Grounded, step: Step): boolean =>
  (state.status === 'working' || state.status === 'proving') && state.step === step;

/** The screen that the step was begun on, with what was ticked there. */
function before({ step, ground }: { readonly step: Step } & OnGround, more: Partial<Said> = {}): CodesState {
  if (step === 'remove') return { ...said('removal', ground), ...more };
  return step === 'make' && ground.issuing === 'immediate'
    ? { ...said('accepting', ground), accepted: true, ...more }
    : { ...said('overview', ground), ...more };
}

function withCodes(state: ShownState, event: CodesEvent): CodesState {
  const { status, ground, shown } = state;
  switch (event.type) {
    case 'refreshed':
      // Only while those that wait are certainly not the ones that are counted: a proof may have taken the last old code.
      return (status === 'showing' || (status === 'proving-over' && !state.doubt)) && shown.set.state === 'staged'
        ? { ...state, ground: { ...ground, codes: event.codes } }
        : state;
    case 'kept':
      return { ...state, shown: { ...shown, news: event.news, kept: kept(shown, event.news) } };
    case 'ticked':
      return withTick(state, event.ticked);
    case 'masked':
      return { ...state, shown: { ...shown, masked: event.masked } };
    case 'hindered':
      return status === 'showing' ? showing(state, event.trouble) : state;
    case 'confirming':
      return status === 'showing' || status === 'unsure'
        ? {
            status: 'confirming',
            doubt: status === 'unsure',
            shown: { ...shown, news: null },
            ground,
          }
        : state;
    case 'proof-needed':
      return status === 'confirming'
        ? { status: 'proving-over', doubt: state.doubt, need: event.need, until: event.until, shown, ground }
        : state;
    case 'proved':
    case 'back':
      if (status !== 'proving-over') return state;
      // A proof that is asked for says nothing of the confirmation whose answer was lost.
      if (state.doubt) return unsure(state, { code: 'outcome-unknown' });
      return { ...showing(state), news: event.type === 'proved' ? event.type : null };
    case 'refused':
      if (status !== 'confirming' && status !== 'proving-over') return state;
      return state.doubt ? unsure(state, event.problem) : showing(state, event.problem);
    case 'unsettled':
      return status === 'confirming' || status === 'proving-over' ? unsure(state, event.problem) : state;
    case 'confirmed':
      return status === 'confirming' || status === 'proving-over' ? finished(state, event) : state;
    case 'superseded':
      return { status: 'replaced', ground };
    case 'leaving':
      return leave(state);
    case 'stayed':
      if (status !== 'leaving') return state;
      return state.problem ? unsure(state, state.problem) : showing(state);
    case 'left':
      return status === 'leaving' ? said('overview', ground) : state;
    default:
      return state;
  }
}

/** Only what happened: who blocked a copy has not kept one. */
const kept = ({ kept: already }: Shown, { by, ok }: KeptNews): Shown['kept'] =>
  ok && !already.includes(by) ? [...already, by] : already;

const finished = (
  { ground, shown }: OnShow,
  { left, notified }: Extract<CodesEvent, { type: 'confirmed' }>,
): CodesState => ({
  status: 'done',
  left,
  notified,
  old: oldCodes(ground.codes),
  ground: {
    ...ground,
    occasion: null,
    codes: { ...NO_CODES, state: 'on', left, of: shown.set.codes.length, made: shown.made },
  },
});

function leave(state: ShownState): CodesState {
  const { status, shown, ground } = state;
  if (status !== 'showing' && status !== 'unsure' && status !== 'proving-over') return state;
  const problem = status === 'unsure' ? state.problem : null;
  const loss = lossOf(shown, oldCodes(ground.codes), problem !== null);
  return loss === null ? said('overview', ground, null, 'left') : { status: 'leaving', loss, problem, shown, ground };
}

const show = (ground: Ground, set: CodeSet, made: Instant): CodesState => ({
  status: 'showing',
  shown: { set, made, proof: ground.policy.proof, ticked: false, kept: [], news: null, masked: false },
  trouble: null,
  news: null,
  ground,
});

const showing = ({ ground, shown }: OnShow, trouble: CodesTrouble | null = null) =>
  ({ status: 'showing', shown, trouble, news: null, ground }) as const;

const unsure = ({ ground, shown }: OnShow, problem: MfaProblem) =>
  ({ status: 'unsure', problem, shown, ground }) as const;

const said = <S extends 'overview' | 'removal' | 'accepting'>(
  status: S,
  ground: Ground,
  trouble: CodesTrouble | null = null,
  news: CodesNews | null = null,
) => ({ status, trouble, news, ground });

/** A staged set dies with the session; one that is on stays on, and whether one is on may be what nobody knows. */
function lostBySignOut(state: CodesState): Known<boolean> {
  if (!('shown' in state) || state.shown.set.state === 'active') return false;
  return isInDoubt(state) ? 'unknown' : true;
}
