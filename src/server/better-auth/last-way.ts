import type { AuthContext } from 'better-auth';
import { countUnused } from './backup-code.js';
import { equal, type Database } from './database.js';
import { destinationsKept, type Destination } from './destinations.js';
import { settingsOf } from './options.js';
import { passkeysOf } from './passkey.js';
import { isOffered } from './policy.js';
import { problem, Problem } from './problem.js';
import type { FactorRow, PasskeyRow } from './rows.js';

type Kind = 'totp' | 'passkey' | 'delivered-code';

/** What opens an account besides its first factor. */
export interface WaysIn {
  readonly apps: readonly FactorRow[];
  readonly passkeys: readonly PasskeyRow[];
  /** Where codes were said to go to. The account's own address is none of them. */
  readonly destinations: readonly Destination[];
  /** Unused backup codes. */
  readonly codes: number;
}

/** A factor that a phone or a key holds. */
interface Held {
  readonly id: string;
  readonly kind: Kind;
  readonly added: number;
}

export async function waysIn(context: AuthContext, db: Database, userId: string): Promise<WaysIn> {
  const apps = await db.findMany<FactorRow>({ model: 'mfaFactor', where: equal({ userId, kind: 'totp' }) });
  const destinations = await destinationsKept(context, db, userId);
  return { apps, passkeys: await passkeysOf(db, userId), destinations, codes: await countUnused(context, db, userId) };
}

/** Apps and keys: what is lost with a phone. */
export function factorsOf({ apps, passkeys }: WaysIn): readonly Held[] {
  return [
    ...apps.map(({ id, createdAt }) => ({ id, kind: 'totp' as const, added: createdAt.getTime() })),
    ...passkeys.map(({ id, createdAt }) => ({ id, kind: 'passkey' as const, added: createdAt.getTime() })),
  ];
}

/** The factors that the challenge would take now. */
function usable(context: AuthContext, ways: WaysIn): readonly Pick<Held, 'id'>[] {
  const { policy, deliver } = settingsOf(context);
  const sent = ways.destinations.filter(({ channel }) => deliver[channel]);
  const all = [...factorsOf(ways), ...sent.map(({ id }) => ({ id, kind: 'delivered-code' as const }))];
  return all.filter(({ kind }) => isOffered(policy, kind));
}

const counted = (context: AuthContext, { codes }: WaysIn): number =>
  (settingsOf(context).policy.codesCount ?? false) && codes > 0 ? 1 : 0;

const wanted = (context: AuthContext): number => settingsOf(context).policy.minFactors ?? 1;

/** Whether a factor is missing that codes can't stand for. */
export function lacksFactor(context: AuthContext, ways: WaysIn): boolean {
  const { policy } = settingsOf(context);
  const codesMayCount = policy.codesCount === true && isOffered(policy, 'backup-code');
  return usable(context, ways).length < Math.max(1, wanted(context) - (codesMayCount ? 1 : 0));
}

/** Whether the account can't do without a factor. Codes alone are none: nobody would be asked for them. */
export function isNeeded(context: AuthContext, ways: WaysIn, { id }: { readonly id: string }): boolean {
  const now = usable(context, ways);
  const rest = now.filter((one) => one.id !== id).length;
  return rest < now.length && (rest === 0 || rest + counted(context, ways) < wanted(context));
}

const isLast = (title: string) => new Problem(problem('not-allowed', 403, title, { reason: 'last-factor' }));

/** Throws where the account stands on a factor. In a transaction that holds the guards of factors and of backup codes. */
export async function holdLastFactor(context: AuthContext, db: Database, userId: string, id: string): Promise<void> {
  if (isNeeded(context, await waysIn(context, db, userId), { id })) throw isLast('This is the last way in.');
}

/** Throws where the person's backup codes are what the account stands on. Codes that are used up hold nothing. */
export async function holdLastWay(context: AuthContext, db: Database, userId: string): Promise<void> {
  const ways = await waysIn(context, db, userId);
  if (ways.codes === 0) return;
  const factors = usable(context, ways).length;
  const isCounted = counted(context, ways) === 1 && factors + 1 === wanted(context);
  if (factors === 0 || isCounted) throw isLast('The codes are the last way in.');
}
