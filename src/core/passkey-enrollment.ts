import type { MfaProblem } from './errors.js';
import type { Known } from './factor.js';
import type { RepairTask } from './challenge.js';
import type { ProofNeed } from './step-up.js';

/** A passkey on this device, or a security key. */
export type KeyKind = 'passkey' | 'security-key';

/** What is set up, what it opens, and how the server wants it named. */
export interface KeyGround {
  readonly kind: KeyKind;
  readonly opens: 'second-step' | 'whole-sign-in' | 'both';
  readonly naming: 'required' | 'optional' | 'none';
}

/** What a browser can do, where the page stands. What it does not tell counts as no. */
export interface KeyAbilities {
  /** Whether it knows passkeys and security keys at all. */
  readonly supported: boolean;
  /** Whether the frame around the page lets it make one. */
  readonly allowed: boolean;
  /** Whether this device can hold a passkey itself. */
  readonly deviceCan: boolean;
}

/** Why nothing can be set up here. */
export type KeyObstacle = 'browser' | 'frame' | 'device';

/** What stands in the way of a kind; null: nothing. */
export function obstacleTo(kind: KeyKind, { supported, allowed, deviceCan }: KeyAbilities): KeyObstacle | null {
  if (!supported) return 'browser';
  if (!allowed) return 'frame';
  return kind === 'passkey' && !deviceCan ? 'device' : null;
}

/** What to set up: the kind that was asked for, or the first that the server takes; undefined: it takes none. */
export const groundFor = (kinds: readonly KeyGround[], kind: KeyKind): KeyGround | undefined =>
  kinds.find((one) => one.kind === kind) ?? kinds[0];

/** A factor of the account, as far as it is told apart here. */
interface Listed {
  readonly id: string;
  readonly kind: string;
  readonly name: Known<string>;
}

const isKey = ({ kind }: Listed): boolean => kind === 'passkey' || kind === 'security-key';

/** Which of the factors was added since the list before. */
export const addedSince = <F extends Listed>(before: readonly Listed[], now: readonly F[], kind: KeyKind) =>
  now.find((one) => one.kind === kind && !before.some(({ id }) => id === one.id));

/**
 * The credentials that the account takes now, for the browser's password manager; null: they can't be told. What is left out
 * is hidden or deleted there, so the ids that the server excluded and the new one have to be as many as it lists.
 */
export function acceptedKeys(
  excluded: readonly string[],
  made: string,
  listed: readonly Listed[],
): readonly string[] | null {
  const ids = [...new Set([...excluded, made])];
  return ids.length === listed.filter(isKey).length ? ids : null;
}

/** What the server said of a new key. */
export interface AddedKey {
  /** Null: it has none, or the server can't say. */
  readonly name: string | null;
  readonly todo: readonly RepairTask[];
  readonly notified: Known<readonly string[]>;
}

/** Why a click did not lead on. */
export type KeyTrouble =
  | { readonly code: 'no-name' }
  /** This browser can't do what the server asks for. */
  | { readonly code: 'impossible' }
  /** An answer was lost, and the account does not have it. */
  | { readonly code: 'not-added' }
  | MfaProblem;

/** What happened that is no trouble. */
export type KeyNews = 'not-finished' | 'proved';

export interface OnKeyGround {
  readonly ground: KeyGround;
}

export type PasskeyEnrollmentState =
  | { readonly status: 'loading' }
  | ({ readonly status: 'impossible'; readonly obstacle: KeyObstacle } & OnKeyGround)
  /** `first`: the proof that a click asks for before anything else. */
  | ({
      readonly status: 'asking';
      readonly trouble: KeyTrouble | null;
      readonly news: KeyNews | null;
      readonly first: ProofNeed | null;
    } & OnKeyGround)
  /** Confirm it's you. */
  | ({ readonly status: 'proving' } & ProofNeed & OnKeyGround)
  /** The browser's dialog is open. */
  | ({ readonly status: 'prompting' } & OnKeyGround)
  /** What it made has left for the server. */
  | ({ readonly status: 'registering' } & OnKeyGround)
  /** Nobody knows whether it was added. */
  | ({ readonly status: 'unsure'; readonly canCheck: boolean } & OnKeyGround)
  /** The server is asked what the account has. */
  | ({ readonly status: 'checking' } & OnKeyGround)
  /** This device or key is set up already. */
  | ({ readonly status: 'exists' } & OnKeyGround)
  /** Added; its name may be changed. */
  | ({
      readonly status: 'naming';
      readonly id: string;
      readonly added: AddedKey;
      readonly trouble: KeyTrouble | null;
    } & OnKeyGround)
  | ({ readonly status: 'renaming'; readonly id: string; readonly added: AddedKey } & OnKeyGround)
  | ({ readonly status: 'added'; readonly added: AddedKey } & OnKeyGround)
  /** The session is over. */
  | { readonly status: 'sign-in' };

/** Whether the button that begins stands on the screen. */
export const isAsking = (
  state: PasskeyEnrollmentState,
): state is Extract<PasskeyEnrollmentState, { status: 'asking' }> => state.status === 'asking';

/** Whether there is a screen before, and nothing under way that can't be called back. */
export const mayGoBack = ({ status }: PasskeyEnrollmentState): boolean => LEFT_ALONE.every((one) => one !== status);

const LEFT_ALONE: readonly PasskeyEnrollmentState['status'][] = [
  'loading',
  'impossible',
  'asking',
  'registering',
  'checking',
  'renaming',
  'sign-in',
];
