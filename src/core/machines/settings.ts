/**
 * The account page as a machine: what there is, and one screen at a time. Owns: which state follows which event. Does not own:
 * requests, words, or what the screens inside do.
 */
import type { MfaProblem } from '../errors.js';
import type { Known } from '../factor.js';
import { canShow, type Place, type SettingsGround, type View } from '../settings.js';
import { isTheirs } from '../settings-return.js';
import type { Act, OnSettings, SettingsNews, SettingsState, SettingsTrouble } from '../settings-state.js';
import type { ProofNeed } from '../step-up.js';

export type SettingsEvent =
  | { readonly type: 'loading' }
  /** `place`: where the page, or the person before they proved it elsewhere, wants to be. */
  | {
      readonly type: 'loaded';
      readonly ground: SettingsGround;
      readonly place: (Place & { readonly of?: string }) | null;
    }
  | { readonly type: 'load-failed'; readonly problem: MfaProblem }
  /** What there is was read again. */
  | { readonly type: 'refreshed'; readonly ground: SettingsGround }
  | { readonly type: 'dismissed' }
  | { readonly type: 'asked'; readonly what: 'rename' | 'remove'; readonly id: string }
  | { readonly type: 'opened'; readonly view: View }
  /** The screen of the codes, for what the click asked for. */
  | { readonly type: 'codes'; readonly step: 'make' | 'remove' }
  | { readonly type: 'hindered'; readonly trouble: SettingsTrouble }
  | { readonly type: 'started'; readonly act: Act }
  | ({ readonly type: 'proof-needed' } & ProofNeed)
  | { readonly type: 'proved' }
  | { readonly type: 'back'; readonly news?: SettingsNews }
  | { readonly type: 'refused'; readonly problem: MfaProblem }
  | { readonly type: 'renamed' }
  | { readonly type: 'removed'; readonly notified: Known<readonly string[]> }
  | { readonly type: 'ended'; readonly ended: Known<number>; readonly trustedDevices: 'forgotten' | 'kept' }
  | { readonly type: 'signed-out' };

type Grounded = Extract<SettingsState, OnSettings>;

/** The next state. An event that does not fit the state changes nothing: late answers are dropped here. */
export function settingsMachine(state: SettingsState, event: SettingsEvent): SettingsState {
  if (event.type === 'loading') return state.status === 'loading' ? state : { status: 'loading' };
  if (event.type === 'signed-out') return { status: 'sign-in' };
  if (state.status === 'loading') return afterLoading(state, event);
  return 'ground' in state ? onGround(state, event) : state;
}

function afterLoading(state: SettingsState, event: SettingsEvent): SettingsState {
  if (event.type === 'load-failed') return { status: 'failed', problem: event.problem };
  if (event.type !== 'loaded') return state;
  const place = event.place && isTheirs(event.place, event.ground) ? event.place : null;
  return (place && at(place, event.ground)) ?? overview(event.ground);
}

function onGround(state: Grounded, event: SettingsEvent): SettingsState {
  const { status, ground } = state;
  switch (event.type) {
    case 'refreshed':
      return refreshed(state, event.ground);
    case 'dismissed':
      return { ...state, ground: { ...ground, occasion: null, dismissed: true } };
    case 'asked':
      return status === 'overview' ? (asked(ground, event) ?? state) : state;
    case 'opened':
      return LEFT_FREELY.includes(status) ? (opened(event.view, ground) ?? state) : state;
    case 'codes':
      return status === 'overview' && ground.codes ? { status: 'codes', step: event.step, ground } : state;
    case 'hindered':
      return 'trouble' in state ? { ...state, trouble: event.trouble, news: null } : state;
    case 'started':
      return 'trouble' in state ? { status: 'working', act: event.act, ground } : state;
    case 'proof-needed':
      return status === 'working'
        ? { status: 'proving', act: state.act, need: event.need, until: event.until, ground }
        : state;
    case 'proved':
      return status === 'proving' ? before(state, { news: { what: 'proved' } }) : state;
    case 'refused':
      return status === 'working' || status === 'proving' ? before(state, { trouble: event.problem }) : state;
    case 'back':
      if (status === 'working') return state;
      return status === 'proving' ? before(state) : overview(ground, event.news);
    default:
      return status === 'working' || status === 'proving' ? done(state, event) : state;
  }
}

/** Screens on which nothing would be lost. */
const LEFT_FREELY: readonly SettingsState['status'][] = ['overview', 'activity'];

const overview = (ground: SettingsGround, news: SettingsNews | null = null): SettingsState => ({
  ...{ status: 'overview', trouble: null, news, ground },
});

/** What a screen asks about may be another by now, or gone. */
function refreshed(state: Grounded, ground: SettingsGround): SettingsState {
  if (state.status !== 'renaming' && state.status !== 'removal') return { ...state, ground };
  const factor = ground.factors.find(({ id }) => id === state.factor.id);
  return factor ? { ...state, factor, ground } : overview(ground);
}

function opened(view: View, ground: SettingsGround): SettingsState | null {
  if (!canShow(view, ground)) return null;
  if (view === 'codes') return { status: 'codes', step: null, ground };
  return view === 'activity' ? { status: 'activity', ground } : { status: 'adding', kind: view, ground };
}

function at(place: Place, ground: SettingsGround): SettingsState | null {
  if ('open' in place) return opened(place.open, ground);
  return asked(ground, { what: place.ask, ...place });
}

/** Null: nothing of the kind is there. */
function asked(
  ground: SettingsGround,
  { what, id, name }: { readonly what: 'rename' | 'remove'; readonly id: string; readonly name?: string },
): SettingsState | null {
  const factor = ground.factors.find((one) => one.id === id);
  if (!factor) return null;
  const said = { trouble: null, news: null, factor, ground };
  if (what === 'remove') return { status: 'removal', ...said };
  return { status: 'renaming', name: name ?? (factor.name === 'unknown' ? '' : factor.name), ...said };
}

type Acting = Extract<SettingsState, { act: Act }>;

/** The screen that the act was begun on. */
function before(
  { act, ground }: Acting,
  more: { readonly trouble?: SettingsTrouble; readonly news?: SettingsNews } = {},
): SettingsState {
  const said = { trouble: null, news: null, ground, ...more };
  switch (act.what) {
    case 'rename':
      return { status: 'renaming', factor: act.factor, name: act.name, ...said };
    case 'remove':
      return { status: 'removal', factor: act.factor, ...said };
    case 'end-others':
      return { status: 'overview', ...said };
  }
}

/** What the server did. With the password in the call, it comes while the proof is asked for. */
function done(state: Acting, event: SettingsEvent): SettingsState {
  const { act, ground } = state;
  switch (event.type) {
    case 'renamed': {
      if (act.what !== 'rename') return state;
      const factors = ground.factors.map((one) => (one.id === act.factor.id ? { ...one, name: act.name } : one));
      return overview({ ...ground, factors }, { what: 'renamed' });
    }
    case 'removed': {
      if (act.what !== 'remove') return state;
      const { factor } = act;
      const factors = ground.factors.filter(({ id }) => id !== factor.id);
      const news = { what: 'removed', factor, notified: event.notified } as const;
      return overview({ ...ground, factors, occasion: 'factor-removed', dismissed: false }, news);
    }
    case 'ended':
      return act.what === 'end-others'
        ? overview(ground, { what: 'signed-out', ended: event.ended, trustedDevices: event.trustedDevices })
        : state;
    default:
      return state;
  }
}
