import type { RepairTask } from './challenge.js';
import type { Known } from './factor.js';

/** What can be set up in place of what was lost. */
export type NewKind = 'passkey' | 'totp' | 'security-key';

/** What a server can do for it, as the values of its port say. */
export interface Means {
  /** What becomes of an old app while a new one is set up; null: it knows no apps. */
  readonly app: 'atomic' | 'gap' | 'all-off' | null;
  readonly keys: readonly {
    readonly kind: Exclude<NewKind, 'totp'>;
    readonly opens: 'second-step' | 'whole-sign-in' | 'both';
  }[];
  readonly codes: boolean;
  readonly removal: boolean;
  readonly sessions: boolean;
}

/** What the browser can hold. */
export interface Abilities {
  /** Whether it knows passkeys and security keys at all. */
  readonly keys: boolean;
  /** Whether this device can hold a passkey itself. */
  readonly device: boolean;
}

export interface Situation {
  /** Whether the person said that what they lost is gone for good. */
  readonly gone: boolean;
  readonly codesLeft: Known<number>;
  /** What the server says is left to do. */
  readonly todo: readonly RepairTask[];
  /** What is to be set up, once that is chosen. */
  readonly adds: NewKind | null;
}

/** All of them, in the usual order. */
export const TASKS: readonly RepairTask[] = ['add-factor', 'new-codes', 'retire-lost', 'end-other-sessions'];
const CODES_FIRST: readonly RepairTask[] = ['new-codes', 'add-factor', 'retire-lost', 'end-other-sessions'];

/**
 * What is to be done, in an order in which the account never stands without a working factor or an unused code: the new one,
 * then codes, then what was lost is retired. Codes come first where there may be none and the old app ends before the new one
 * works.
 */
export function plan({ gone, codesLeft, todo, adds }: Situation, means: Means): readonly RepairTask[] {
  const can: Readonly<Record<RepairTask, boolean>> = {
    'add-factor': means.app !== null || means.keys.some(isSecondStep),
    // Where setting up the app turns all off, its new codes come with it.
    'new-codes': means.codes && !(adds === 'totp' && means.app === 'all-off'),
    'retire-lost': means.removal,
    'end-other-sessions': means.sessions,
  };
  const isWanted = (task: RepairTask): boolean => (gone || todo.includes(task)) && can[task];
  const order = needsCodesFirst({ codesLeft, adds }, means) ? CODES_FIRST : TASKS;
  return order.filter(isWanted);
}

/** Whether the account would stand without a way in while the app is replaced. */
export const needsCodesFirst = (
  { codesLeft, adds }: Pick<Situation, 'codesLeft' | 'adds'>,
  { app, codes }: Means,
): boolean => codes && adds === 'totp' && app === 'gap' && (codesLeft === 'unknown' || codesLeft === 0);

/** A passkey that signs in by itself is no second factor: it replaces none. */
const isSecondStep = ({ opens }: Means['keys'][number]): boolean => opens !== 'whole-sign-in';

/** What can be chosen, the quickest first. */
export function newKinds({ app, keys }: Means, { keys: known, device }: Abilities): readonly NewKind[] {
  const has = (kind: NewKind): boolean => known && keys.some((key) => key.kind === kind && isSecondStep(key));
  return [
    ...(has('passkey') && device ? (['passkey'] as const) : []),
    ...(app === null ? [] : (['totp'] as const)),
    ...(has('security-key') ? (['security-key'] as const) : []),
  ];
}

/** A factor as far as repair needs to know it. */
export interface OldFactor {
  readonly id: string;
  readonly kind: string;
  readonly name: Known<string>;
  readonly removal: 'alone' | 'all-second-factors' | 'blocked' | 'not-here';
}

/** One that works no longer. */
export type Retired = Pick<OldFactor, 'kind' | 'name'>;

/** What may be retired of the factors from before: what can go alone. A code that is sent was not lost with a phone or key. */
export const retirable = (now: readonly OldFactor[], before: readonly OldFactor[]): readonly OldFactor[] =>
  now.filter(
    ({ id, kind, removal }) =>
      before.some((factor) => factor.id === id) && kind !== 'delivered-code' && removal === 'alone',
  );
