import type { AuthContext } from 'better-auth';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { contextOf, equal, transaction, type AuthApp, type Database } from './database.js';
import { reachedBefore, type Reached } from './desk/standing.js';
import { lockGuard } from './guard.js';
import { maskEmail, maskPhone } from './mask.js';
import { settingsOf } from './options.js';
import type { FactorRow } from './rows.js';
import { forgetDevices } from './trusted-device.js';

/** Where a code can be sent. */
export interface Destination {
  /** What the offer is called by. */
  readonly id: string;
  readonly channel: 'email' | 'sms';
  readonly to: string;
  readonly createdAt: Date | null;
  readonly lastUsedAt: Date | null;
}

/** The offer of a code to the account's own address, which needs no record. */
export const ACCOUNT_EMAIL = 'account-email';

/** What the challenge may show of it. */
export const masked = ({ channel, to }: Destination): string => (channel === 'email' ? maskEmail(to) : maskPhone(to));

/** Where codes can be sent to a person, e-mail before text messages. */
export async function destinationsOf(context: AuthContext, db: Database, userId: string): Promise<Destination[]> {
  const { deliver } = settingsOf(context);
  if (!deliver.email && !deliver.sms) return [];
  const factors = await factorsOf(db, userId);
  const kept = await keptOf(context, factors);
  const own = deliver.accountEmail === false ? null : await accountEmail(context, userId, factors);
  const isKept = kept.some(({ channel, to }) => channel === 'email' && to === own?.to);
  const all = own && !isKept ? [own, ...kept] : kept;
  return (['email', 'sms'] as const).flatMap((channel) =>
    deliver[channel] ? all.filter((one) => one.channel === channel) : [],
  );
}

/**
 * Every e-mail address at which a person can be told something: the account's own, those that codes go to, and those that they
 * went to before a reset.
 */
export async function addressesOf(context: AuthContext, db: Database, userId: string): Promise<string[]> {
  const user = await context.internalAdapter.findUserById(userId);
  const kept = await keptOf(context, await factorsOf(db, userId));
  const others = kept.flatMap(({ channel, to }) => (channel === 'email' ? [to] : []));
  const { emails } = await reachedBefore(context, db, userId);
  return [...new Set([...(user ? [user.email] : []), ...others, ...emails])];
}

/** Where codes were said to go to, whether or not there is a sender. The account's own address is none of them. */
export async function destinationsKept(context: AuthContext, db: Database, userId: string): Promise<Destination[]> {
  return keptOf(context, await factorsOf(db, userId));
}

/** Every address, and every number on file: those that codes go to, and those that they went to before a reset. */
export async function reachedAt(context: AuthContext, db: Database, userId: string): Promise<Reached> {
  const kept = await destinationsKept(context, db, userId);
  const now = kept.flatMap(({ channel, to, createdAt }) =>
    channel === 'sms' ? [{ to, since: createdAt?.getTime() ?? ('unknown' as const) }] : [],
  );
  const { phones } = await reachedBefore(context, db, userId);
  const former = phones.filter((old) => !now.some(({ to }) => to === old.to));
  return { emails: await addressesOf(context, db, userId), phones: [...now, ...former] };
}

function factorsOf(db: Database, userId: string): Promise<FactorRow[]> {
  return db.findMany<FactorRow>({
    model: 'mfaFactor',
    where: equal({ userId }),
    sortBy: { field: 'createdAt', direction: 'asc' },
  });
}

async function keptOf(context: AuthContext, factors: readonly FactorRow[]): Promise<Destination[]> {
  const kept: Destination[] = [];
  for (const { id, kind, secret, createdAt, lastUsedAt } of factors) {
    if (kind !== 'email' && kind !== 'sms') continue;
    const to = await symmetricDecrypt({ key: context.secretConfig, data: secret });
    kept.push({ id, channel: kind, to, createdAt, lastUsedAt });
  }
  return kept;
}

async function accountEmail(
  context: AuthContext,
  userId: string,
  factors: readonly FactorRow[],
): Promise<Destination | null> {
  const user = await context.internalAdapter.findUserById(userId);
  if (!user?.emailVerified) return null;
  const note = factors.find(({ kind }) => kind === ACCOUNT_EMAIL);
  const lastUsedAt = note?.lastUsedAt ?? null;
  return { id: ACCOUNT_EMAIL, channel: 'email', to: user.email, createdAt: null, lastUsedAt };
}

/** Notes that a code was used that went there. */
export async function noteUse(db: Database, userId: string, { id }: Destination, now: number): Promise<void> {
  const where = id === ACCOUNT_EMAIL ? equal({ userId, kind: ACCOUNT_EMAIL }) : equal({ id, userId });
  const lastUsedAt = new Date(now);
  const noted = await db.updateMany({ model: 'mfaFactor', where, update: { lastUsedAt } });
  if (noted > 0 || id !== ACCOUNT_EMAIL) return;
  const data = { userId, kind: ACCOUNT_EMAIL, secret: '', lastStep: 0, createdAt: lastUsedAt, lastUsedAt };
  await db.create({ model: 'mfaFactor', data });
}

/** The one way in which an address or a number is kept. */
function normal({ channel, to }: Pick<Destination, 'channel' | 'to'>): string {
  const plain = channel === 'email' ? to.trim().toLowerCase() : to.replace(/[\s().-]/g, '');
  const isGood = channel === 'email' ? /^[^\s@]+@[^\s@]+$/.test(plain) : /^\+[1-9]\d{6,14}$/.test(plain);
  if (!isGood) throw new Error(channel === 'email' ? 'This is no e-mail address.' : 'Write the number as +4712345678.');
  return plain;
}

/**
 * Gives a person codes by e-mail or text message as second factor; from now on no session is made for them without one of
 * their second factors. The address or number has to be theirs: have them prove it before.
 */
export async function addDestination(
  auth: AuthApp,
  userId: string,
  destination: { channel: 'email' | 'sms'; to: string },
): Promise<void> {
  const context = await contextOf(auth);
  const { deliver, now } = settingsOf(context);
  const { channel } = destination;
  if (!deliver[channel]) throw new Error(`mfaElements() has no \`deliver.${channel}\` to send it by.`);
  if (!(await context.internalAdapter.findUserById(userId))) throw new Error('There is no such user.');
  const to = normal(destination);
  const secret = await symmetricEncrypt({ key: context.secretConfig, data: to });
  await transaction(context, async (db) => {
    await lockGuard(db, userId, 'delivered-code');
    const known = await destinationsOf(context, db, userId);
    if (known.some((one) => one.id !== ACCOUNT_EMAIL && one.channel === channel && one.to === to)) {
      throw new Error('The person has this destination already.');
    }
    await forgetDevices(db, userId);
    const data = { userId, kind: channel, secret, lastStep: 0, createdAt: new Date(now()) };
    await db.create({ model: 'mfaFactor', data });
  });
}
