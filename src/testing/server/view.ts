import type { RepairTask } from '../../core/challenge.js';
import type { Instant } from '../../core/factor.js';
import { toBase64Url } from '../base64.js';
import { tell } from './factors.js';
import type { Schemas } from './schema.js';
import { codesLeft, todo } from './standing.js';
import type { Sent, World } from './world.js';

export interface CodeSetView {
  readonly id: string;
  /** 'on': in force. 'replaced' and 'discarded' sets open nothing. */
  readonly state: 'staged' | 'on' | 'replaced' | 'discarded';
  readonly temporary: boolean;
  readonly codes: readonly { readonly code: string; readonly usedAt: Instant | null }[];
}

/** What is true of the account, for assertions: a copy, made when it is asked for. */
export interface AccountView {
  readonly email: string;
  readonly password: string;
  /** As `GET /factors` tells them. */
  readonly factors: readonly Schemas['Factor'][];
  /** The key of the app in force; null without one. */
  readonly appKey: string | null;
  /** The key of the app that is being set up; null while none is. */
  readonly newAppKey: string | null;
  /** What an authenticator has to hold so that the account's passkeys are on it: for `createFakePlatform`. */
  readonly passkeys: readonly { readonly id: string; readonly userHandle: string; readonly relyingParty: null }[];
  /** Every set that was ever made, oldest first. */
  readonly codeSets: readonly CodeSetView[];
  /** Unused codes of the set in force. */
  readonly codesLeft: number;
  readonly sessions: readonly {
    readonly id: string;
    readonly browser: string;
    readonly privilegedUntil: Instant | null;
  }[];
  readonly trustedDevices: number;
  readonly cases: readonly Schemas['Case'][];
  /** Oldest first. */
  readonly activity: readonly Schemas['Activity'][];
  /** Every message that left, oldest first. */
  readonly outbox: readonly Sent[];
  readonly todo: readonly RepairTask[];
  readonly suspended: boolean;
  /** Why a second factor has to be set up before a session is given; null where it hasn't. */
  readonly enroll: { readonly because: 'reset' | 'policy' | 'lost'; readonly pass: string | null } | null;
}

export function viewOf(world: World): AccountView {
  const { account, clock } = world;
  const app = account.factors.find((factor) => factor.kind === 'totp');
  return {
    email: account.email,
    password: account.password,
    factors: account.factors.map((factor) => tell(world, factor)),
    appKey: app?.kind === 'totp' ? app.key : null,
    newAppKey: [...world.setups.values()].find(({ state }) => state === 'open')?.key ?? null,
    passkeys: account.factors.flatMap((factor) =>
      'credential' in factor
        ? [{ id: factor.credential, userHandle: toBase64Url(account.userId), relyingParty: null }]
        : [],
    ),
    codeSets: account.sets.map(({ id, state, temporary, codes }) => ({
      id,
      state,
      temporary,
      codes: codes.map((code) => ({ ...code })),
    })),
    codesLeft: codesLeft(world),
    sessions: [...world.sessions.values()].map((session) => ({ ...session })),
    trustedDevices: [...world.trusted.values()].filter((until) => clock.now() < until).length,
    cases: account.cases.map((one) => ({ ...one })),
    activity: [...account.activity],
    outbox: [...account.outbox],
    todo: todo(world),
    suspended: account.suspended,
    enroll: account.enroll && { because: account.enroll.because, pass: account.enroll.pass?.code ?? null },
  };
}
