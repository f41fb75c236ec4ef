import { promptOf, type CodeSetStatus, type Occasion, type Prompt } from './code-set.js';
import type { Instant, Known } from './factor.js';
import type { Policy } from './policy.js';
import type { Abilities, Means, NewKind, OldFactor } from './repair.js';

/** A factor as the account page shows it. */
export interface HeldFactor extends OldFactor {
  readonly kind: 'totp' | 'passkey' | 'security-key' | 'delivered-code';
  readonly opens: 'second-step' | 'whole-sign-in' | 'both';
  readonly added: Known<Instant>;
  readonly lastUsed: Known<Instant>;
  readonly synced: Known<boolean>;
  readonly canRename: boolean;
}

/** What happened to the account, in the server's own name for it. */
export interface Happening {
  readonly what: string;
  readonly at: Instant;
  readonly where: Known<string>;
  readonly byRole: 'you' | 'help-desk' | 'system';
}

/** A screen of its own. */
export type View = NewKind | 'codes' | 'activity';
const VIEWS: Readonly<Record<string, View>> = {
  passkey: 'passkey',
  'security-key': 'security-key',
  app: 'totp',
  codes: 'codes',
  activity: 'activity',
};
/** The view that a page names; null: none that there is. */
export const viewOf = (name: string | null | undefined): View | null =>
  name && Object.hasOwn(VIEWS, name) ? (VIEWS[name] ?? null) : null;

/** Where a person may begin: on a screen of its own, or at a question about one of their ways. `name`: what they had typed. */
export type Place =
  | { readonly open: View }
  | { readonly ask: 'remove'; readonly id: string }
  | { readonly ask: 'rename'; readonly id: string; readonly name: string };

/** Everything that is known of the account's ways, whatever stands on screen. */
export interface SettingsGround {
  readonly factors: readonly HeldFactor[];
  /** Whether the list is whole. Where it is not, nothing is said of how many there are. */
  readonly complete: boolean;
  /** Null: there are none here, or the policy rules them out. Nothing is said of them then. */
  readonly codes: CodeSetStatus | null;
  readonly policy: Pick<Policy, 'lowAt' | 'postponeRepair' | 'minFactors' | 'codesCount'>;
  readonly may: { readonly rename: boolean; readonly turnOffCodes: boolean; readonly endOthers: boolean };
  /** What can be set up with this browser, the quickest first. */
  readonly adds: readonly NewKind[];
  /** Newest first; null: the server does not tell. */
  readonly activity: readonly Happening[] | null;
  readonly occasion: Occasion | null;
  /** Whether the person has put off what was suggested. */
  readonly dismissed: boolean;
}

type Counted = Pick<SettingsGround, 'factors' | 'complete' | 'codes' | 'policy'>;

/** A second factor of the person's own. The account's own address is none, and a passkey that is a whole sign-in replaces none. */
const isOwn = ({ opens, removal }: HeldFactor): boolean => opens !== 'whole-sign-in' && removal !== 'not-here';

const haveCodes = ({ codes }: Counted): boolean => codes?.state === 'on' && codes.left !== 0;

/** How many of the ways that the policy wants are there; null: nobody can count them. */
export function waysOf(ground: Counted): { readonly done: number; readonly of: number } | null {
  if (!ground.complete) return null;
  const { codesCount, minFactors: of } = ground.policy;
  return { done: ground.factors.filter(isOwn).length + (codesCount && haveCodes(ground) ? 1 : 0), of };
}

/** How far a person is who has to have several ways; null: they have them, or nobody can say. */
export function progressOf(ground: Counted): { readonly done: number; readonly of: number } | null {
  const ways = waysOf(ground);
  return ways && ways.of > 1 && ways.done < ways.of ? ways : null;
}

/** The one suggestion at the top. */
export type Banner = Prompt | { readonly because: 'one-way'; readonly mayWait: boolean };

/**
 * The most pressing first; null: none, or it was put off. What is wrong with the codes comes before "one way only": codes are
 * what is left when the one way is lost.
 */
export function bannerOf(ground: Omit<SettingsGround, 'may' | 'adds' | 'activity'>): Banner | null {
  const ways = waysOf(ground);
  // Codes have to be there for old ones to be of concern.
  const occasion = haveCodes(ground) ? ground.occasion : null;
  const prompt = ground.codes && promptOf(ground.codes, ground.policy, occasion);
  const banner = prompt ?? (ways?.done === 1 ? ({ because: 'one-way', mayWait: ways.of < 2 } as const) : null);
  return ground.dismissed && banner?.mayWait ? null : banner;
}

/** What removing a factor does. `needed`: it is not the last, and the policy wants as many as there are. */
export type RemovalEffect = 'alone' | 'all-second-factors' | 'last' | 'needed' | 'not-here';

export function effectOf({ removal }: Pick<HeldFactor, 'removal'>, ground: Counted): RemovalEffect {
  if (removal !== 'blocked') return removal;
  return ground.factors.filter(isOwn).length > 1 ? 'needed' : 'last';
}

/** What can be set up, the quickest first. A passkey that is a whole sign-in belongs to the account too. */
export function addable(
  { app, keys }: Pick<Means, 'app' | 'keys'>,
  { keys: known, device }: Abilities,
  { hide }: Pick<Policy, 'hide'>,
): readonly NewKind[] {
  const has = (kind: NewKind): boolean => known && !hide.includes('passkey') && keys.some((key) => key.kind === kind);
  return [
    ...(has('passkey') && device ? (['passkey'] as const) : []),
    ...(app === null || hide.includes('totp') ? [] : (['totp'] as const)),
    ...(has('security-key') ? (['security-key'] as const) : []),
  ];
}

/** Whether a view can be opened here. */
export function canShow(view: View, { adds, codes, activity }: SettingsGround): boolean {
  if (view === 'codes') return codes !== null;
  return view === 'activity' ? activity !== null : adds.includes(view);
}
