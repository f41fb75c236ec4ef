import { assistanceMachine, type AssistanceEvent, type AssistanceState } from '../../src/core/machines/assistance.js';
import { codesMachine, type CodesEvent } from '../../src/core/machines/backup-codes.js';
import { challengeMachine, type ChallengeEvent } from '../../src/core/machines/challenge.js';
import { passkeyEnrollmentMachine, type PasskeyEnrollmentEvent } from '../../src/core/machines/passkey-enrollment.js';
import { passMachine, type PassEvent } from '../../src/core/machines/pass.js';
import { begun, repairMachine, type RepairEvent } from '../../src/core/machines/repair.js';
import { settingsMachine, type SettingsEvent } from '../../src/core/machines/settings.js';
import { stepUpMachine, type StepUpEvent } from '../../src/core/machines/step-up.js';
import { totpMachine, type NewSetup, type TotpEvent } from '../../src/core/machines/totp.js';
import { opened } from '../../src/core/opening.js';
import type { Case } from '../../src/core/challenge.js';
import type { HeldFactor, SettingsGround } from '../../src/core/settings.js';
import { DEFAULT_POLICY } from '../../src/core/policy.js';
import { BACKUP, challengeOf, EMAIL, IN_BY_CODE, PASSKEY, TOTP } from './challenge.js';
import { GROUND, MADE, ON, SET } from './codes.js';

export interface State {
  readonly status: string;
}
/** A machine, and what can happen to it. */
export interface Walked {
  readonly name: string;
  readonly machine: (state: State, event: Event) => State;
  readonly first: readonly State[];
  readonly events: readonly Event[];
  /** From here the person is led elsewhere, or begins anew. */
  readonly ends: readonly string[];
  /** What only an answer of the server leads into, and which. */
  readonly won: readonly [states: readonly string[], by: readonly string[]];
  /** Where a code or a key may be; nowhere else is one. */
  readonly holds: readonly string[];
}
export interface Event {
  readonly type: string;
}

const LOADING = { status: 'loading' } as const;
const KEY = 'JBSWY3DPEHPK3PXP';
/** What stands in some states and in no others. */
export const SECRETS = [KEY, ...SET.codes];

/** One machine with what can happen to it. The types are checked here; the walks know none. */
function of<S extends State, E extends Event>(
  name: string,
  machine: (state: S, event: E) => S,
  {
    first = [LOADING as State as S],
    events,
    ...rest
  }: { first?: readonly S[]; events: readonly E[] } & Pick<Walked, 'ends' | 'won'> & Partial<Pick<Walked, 'holds'>>,
): Walked {
  return { name, machine: machine as unknown as Walked['machine'], first, events, holds: [], ...rest };
}

const MANY = challengeOf(TOTP, EMAIL, PASSKEY, BACKUP);
const OPEN = { status: 'challenge', challenge: MANY } as const;
const ENROLL = { status: 'enroll', because: 'reset', byRole: 'help-desk', at: MADE, deadline: null } as const;
const NEED = { need: { how: 'in-place', ways: [{ kind: 'totp' }] }, until: null } as const;
const WRONG = { code: 'wrong-code' } as const;
const OVER = { code: 'challenge-over', restart: 'sign-in' } as const;
const LOST = { code: 'outcome-unknown' } as const;
const CASE: Case = { number: '1', state: 'waiting', openedAt: MADE, askAgainAt: MADE };
const FACTOR: HeldFactor = {
  id: 'key',
  kind: 'security-key',
  name: 'Blue key',
  opens: 'second-step',
  added: 1,
  lastUsed: 'unknown',
  synced: 'unknown',
  canRename: true,
  removal: 'alone',
};
const SETTINGS: SettingsGround = {
  factors: [FACTOR],
  complete: true,
  codes: ON,
  policy: DEFAULT_POLICY,
  may: { rename: true, turnOffCodes: true, endOthers: true },
  adds: ['totp'],
  activity: [],
  occasion: null,
  dismissed: false,
};
const SETUP: NewSetup = {
  id: 'setup-1',
  uri: `otpauth://totp/Fjord:ada?secret=${KEY}`,
  key: KEY,
  codes: null,
  settings: { digits: 6, period: 30, algorithm: 'SHA1', issuer: 'Fjord', account: 'ada' },
};
const NEWS = { by: 'copied', ok: true } as const;

export const MACHINES: readonly Walked[] = [
  of('the challenge', challengeMachine, {
    first: [opened(OPEN)],
    events: [
      { type: 'seen', entry: OPEN },
      { type: 'seen', entry: { status: 'sign-in-first' } },
      { type: 'restarted', entry: OPEN },
      { type: 'restarted', entry: { status: 'sign-in-first' } },
      ...[null, TOTP, EMAIL, PASSKEY, BACKUP].map((offer) => ({ type: 'chosen', offer }) as const),
      { type: 'hindered', trouble: { code: 'typed', is: 'empty' } },
      { type: 'sending' },
      { type: 'delivered', delivery: { sentAt: MADE, resendAt: 'unknown' } },
      { type: 'prompting' },
      { type: 'told', news: 'not-finished' },
      { type: 'told', news: 'open-again' },
      { type: 'sent', attempt: 'a1' },
      { type: 'passed', verified: IN_BY_CODE },
      { type: 'refused', problem: WRONG },
      { type: 'refused', problem: OVER },
      { type: 'refused', problem: { code: 'too-many-attempts', blocks: 'all', retryAt: 'unknown' } },
      { type: 'lost' },
      { type: 'settled', settled: { state: 'pending', spent: false } },
      { type: 'settled', settled: { state: 'signed-in', verified: IN_BY_CODE } },
      { type: 'replaced', spent: 'unknown', entry: OPEN },
      { type: 'unsettled', problem: { code: 'unreachable' } },
      { type: 'assistance', open: CASE },
      { type: 'cancelling' },
      { type: 'cancelled' },
    ] satisfies readonly ChallengeEvent[],
    ends: ['passed', 'signed-in', 'sign-in', 'elsewhere'],
    won: [['passed'], ['passed', 'settled']],
  }),
  of('backup codes', codesMachine, {
    events: [
      { type: 'loading' },
      { type: 'loaded', ground: GROUND, step: null },
      { type: 'loaded', ground: { ...GROUND, issuing: 'immediate' }, step: 'make' },
      { type: 'loaded', ground: { ...GROUND, may: { remove: true, reveal: true } }, step: 'remove' },
      { type: 'load-failed', problem: { code: 'unreachable' } },
      { type: 'refreshed', codes: ON },
      { type: 'dismissed' },
      { type: 'asked', step: 'make' },
      { type: 'asked', step: 'remove' },
      { type: 'hindered', trouble: { code: 'missing', what: 'acceptance' } },
      { type: 'started', step: 'make' },
      { type: 'started', step: 'remove' },
      { type: 'started', step: 'reveal' },
      { type: 'confirming' },
      { type: 'proof-needed', ...NEED },
      { type: 'proved' },
      { type: 'back' },
      { type: 'issued', set: SET, made: MADE },
      { type: 'issued', set: { ...SET, state: 'active' }, made: MADE },
      { type: 'unshown' },
      { type: 'removed' },
      { type: 'revealed', codes: SET.codes.map((code) => ({ code, used: false })) },
      { type: 'refused', problem: { code: 'server' } },
      { type: 'confirmed', left: 10, notified: 'unknown' },
      { type: 'unsettled', problem: LOST },
      { type: 'superseded' },
      { type: 'kept', news: NEWS },
      { type: 'ticked', ticked: true },
      { type: 'masked', masked: true },
      { type: 'leaving' },
      { type: 'stayed' },
      { type: 'left' },
      { type: 'signed-out' },
    ] satisfies readonly CodesEvent[],
    ends: ['sign-in'],
    won: [['done'], ['confirmed']],
    holds: ['showing', 'confirming', 'proving-over', 'unsure', 'leaving', 'revealed'],
  }),
  of('an app', totpMachine, {
    events: [
      { type: 'loading' },
      ...(['atomic', 'gap', 'all-off'] as const).map(
        (replacing) =>
          ({ type: 'loaded', ground: { replacing, replaces: true, listed: replacing !== 'gap' } }) as const,
      ),
      { type: 'load-failed', problem: { code: 'unreachable' } },
      { type: 'starting' },
      { type: 'proof-needed', ...NEED },
      { type: 'proved' },
      { type: 'set-up', setup: SETUP },
      { type: 'set-up', setup: { ...SETUP, codes: SET } },
      { type: 'unusable', problem: { code: 'server' } },
      { type: 'copied', ok: true },
      { type: 'scanned', made: MADE, proof: 'tick' },
      { type: 'kept', news: NEWS },
      { type: 'ticked', ticked: true },
      { type: 'masked', masked: true },
      { type: 'unsaved', trouble: { code: 'missing', what: 'tick' } },
      { type: 'saved' },
      { type: 'hindered', trouble: { code: 'typed', is: 'empty' } },
      { type: 'verifying' },
      { type: 'refused', problem: WRONG },
      { type: 'refused', problem: LOST },
      { type: 'refused', problem: { code: 'superseded' } },
      { type: 'asking' },
      { type: 'not-arrived' },
      { type: 'verified', todo: [], notified: 'unknown' },
      { type: 'away' },
      { type: 'cancelled' },
      { type: 'signed-out' },
    ] satisfies readonly TotpEvent[],
    ends: ['sign-in', 'done'],
    won: [['done'], ['verified']],
    holds: ['connecting', 'saving', 'verifying', 'proving-over', 'unsure'],
  }),
  of('a passkey', passkeyEnrollmentMachine, {
    events: [
      { type: 'loading' },
      { type: 'loaded', ground: { kind: 'passkey', opens: 'second-step', naming: 'optional' }, obstacle: null },
      { type: 'loaded', ground: { kind: 'passkey', opens: 'second-step', naming: 'none' }, obstacle: 'device' },
      { type: 'proof-first', ...NEED },
      { type: 'proof-needed', ...NEED },
      { type: 'proved' },
      { type: 'hindered', trouble: { code: 'passkey-refused' } },
      { type: 'cleared' },
      ...(['prompting', 'not-finished', 'exists', 'registering', 'checking', 'renaming'] as const).map((type) => ({
        type,
      })),
      { type: 'added', added: { name: 'MacBook', todo: [], notified: 'unknown' }, id: 'key-1' },
      { type: 'added', added: { name: 'MacBook', todo: [], notified: 'unknown' }, id: null },
      { type: 'renamed', name: 'Laptop' },
      { type: 'unsettled', canCheck: true },
      { type: 'unsettled', canCheck: false },
      { type: 'refused', problem: { code: 'passkey-refused' } },
      { type: 'not-added' },
      { type: 'back' },
      { type: 'signed-out' },
    ] satisfies readonly PasskeyEnrollmentEvent[],
    ends: ['sign-in', 'impossible'],
    won: [['naming', 'renaming', 'added'], ['added']],
  }),
  of('a fresh proof', stepUpMachine, {
    events: [
      { type: 'loading' },
      { type: 'needed', need: { how: 'in-place', ways: [PASSKEY, TOTP, EMAIL] }, ways: [PASSKEY, TOTP, EMAIL] },
      { type: 'needed', need: { how: 'in-place', ways: [] }, ways: [] },
      { type: 'needed', need: { how: 'sign-in-again' }, ways: [] },
      { type: 'load-failed', problem: { code: 'unreachable' } },
      ...[PASSKEY, TOTP, EMAIL].map((way) => ({ type: 'chosen', way }) as const),
      { type: 'hindered', trouble: { code: 'typed', is: 'empty' } },
      ...(['sending', 'prompting', 'sent', 'lost'] as const).map((type) => ({ type })),
      { type: 'delivered', delivery: { sentAt: MADE, resendAt: 'unknown' } },
      { type: 'not-finished' },
      { type: 'proved' },
      { type: 'not-proved' },
      { type: 'refused', problem: WRONG },
      { type: 'unsettled', problem: { code: 'unreachable' } },
    ] satisfies readonly StepUpEvent[],
    ends: ['proved', 'sign-in', 'redirect', 'sign-in-again', 'no-way'],
    won: [['proved'], ['proved']],
  }),
  of('repair', repairMachine, {
    first: (['code', 'unfinished', 'owed', 'reset', 'lost', 'required'] as const).map((because) =>
      begun(
        because,
        { todo: ['add-factor', 'new-codes'], codesLeft: 2, mayPostpone: true },
        {
          app: 'atomic',
          keys: [{ kind: 'passkey', opens: 'second-step' }],
          codes: true,
          removal: true,
          sessions: true,
        },
      ),
    ),
    events: [
      { type: 'gone' },
      { type: 'only-away', lowAt: 3 },
      { type: 'learned', codes: true, ways: { needed: 2, codesCount: false, before: 0 } },
      ...(['went-on', 'postponed', 'waiting', 'more', 'back', 'signed-out'] as const).map((type) => ({ type })),
      { type: 'chosen', kind: 'totp' },
      { type: 'chosen', kind: 'passkey' },
      { type: 'added', kind: 'passkey', name: 'Laptop', todo: [], notified: 'unknown' },
      { type: 'had' },
      { type: 'codes-on', left: 10 },
      { type: 'codes-left' },
      { type: 'found', old: [{ id: 'old', kind: 'totp', name: 'Old', removal: 'alone' }], replaced: [], problem: null },
      { type: 'found', old: [], replaced: [], problem: null },
      { type: 'proof-needed', old: [], ...NEED },
      ...(['retiring', 'kept', 'ending'] as const).map((type) => ({ type })),
      { type: 'retired', factors: [{ kind: 'totp', name: 'Old' }], notified: 'unknown' },
      { type: 'ended', problem: null },
    ] satisfies readonly RepairEvent[],
    ends: ['left', 'sign-in', 'done'],
    won: [[], []],
  }),
  of('the account page', settingsMachine, {
    events: [
      { type: 'loading' },
      { type: 'loaded', ground: SETTINGS, place: null },
      { type: 'load-failed', problem: { code: 'unreachable' } },
      { type: 'refreshed', ground: SETTINGS },
      { type: 'dismissed' },
      { type: 'asked', what: 'rename', id: 'key' },
      { type: 'asked', what: 'remove', id: 'key' },
      { type: 'opened', view: 'totp' },
      { type: 'opened', view: 'activity' },
      { type: 'codes', step: 'make' },
      { type: 'hindered', trouble: { code: 'no-name' } },
      { type: 'started', act: { what: 'remove', factor: FACTOR } },
      { type: 'started', act: { what: 'rename', factor: FACTOR, name: 'Red key' } },
      { type: 'started', act: { what: 'end-others' } },
      { type: 'proof-needed', ...NEED },
      { type: 'proved' },
      { type: 'back' },
      { type: 'refused', problem: { code: 'server' } },
      { type: 'renamed' },
      { type: 'removed', notified: 'unknown' },
      { type: 'ended', ended: 1, trustedDevices: 'kept' },
      { type: 'signed-out' },
    ] satisfies readonly SettingsEvent[],
    ends: ['sign-in'],
    won: [[], []],
  }),
  of('help', assistanceMachine, {
    first: [LOADING, { status: 'forbidden' }] satisfies readonly AssistanceState[],
    events: [
      { type: 'no-requests' },
      { type: 'forbidden' },
      { type: 'found', case: CASE },
      { type: 'found', case: null },
      ...(['requesting', 'cancelling', 'cancelled', 'open-again', 'denied', 'back'] as const).map((type) => ({ type })),
      { type: 'refused', trouble: { code: 'not-asked' } },
      { type: 'refused', trouble: { code: 'still-open' } },
      { type: 'start-over' },
      { type: 'unticked' },
    ] satisfies readonly AssistanceEvent[],
    ends: ['facts', 'call', 'cancelled'],
    won: [['cancelled'], ['cancelled']],
  }),
  of('the help team’s code', passMachine, {
    first: [{ status: 'asking', trouble: null }],
    events: [
      { type: 'sent', attempt: 'a1' },
      { type: 'lost' },
      { type: 'unsettled' },
      { type: 'refused', trouble: WRONG },
      { type: 'met', entry: { ...ENROLL, passNeeded: true }, trouble: WRONG },
      { type: 'met', entry: { ...ENROLL, passNeeded: false }, trouble: WRONG },
    ] satisfies readonly PassEvent[],
    ends: ['moved'],
    won: [['moved'], ['met']],
  }),
];
