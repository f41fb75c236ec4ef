import type { AuthContext } from 'better-auth';
import type { components } from '../../../backends/rest/contract.js';
import { equal, type Database } from '../database.js';
import { settingsOf } from '../options.js';
import type { LinkedProvider } from './options.js';
import type { LinkRow } from './rows.js';

/** As long as a notice of the link has time to be read, by the person whose account it opens. */
export const LINK_AGE = 7 * 24 * 60 * 60_000;

const model = 'mfaLink';

type Offer = Extract<components['schemas']['Offer'], { kind: 'federated' }>;

/** A person's links to providers that are still there, under the issuer that they were made with. */
export async function linksOf(
  context: AuthContext,
  db: Database,
  userId: string,
): Promise<{ link: LinkRow; provider: LinkedProvider }[]> {
  const providers = settingsOf(context).linked?.providers ?? [];
  if (providers.length === 0) return [];
  const links = await db.findMany<LinkRow>({ model, where: equal({ userId }) });
  return providers.flatMap((provider) => {
    const link = links.find((one) => one.provider === provider.id && one.issuer === provider.issuer);
    return link ? [{ link, provider }] : [];
  });
}

const isOld = ({ createdAt }: LinkRow, now: number): boolean => now >= createdAt.getTime() + LINK_AGE;

/**
 * Whether the password is older than that too. A mailbox may reset the password, and open the account that is linked as well: then
 * the two together prove no more than the mailbox.
 */
async function isPasswordOld({ internalAdapter }: AuthContext, userId: string, now: number): Promise<boolean> {
  const account = await internalAdapter.findCredentialAccount(userId);
  return account !== null && now >= account.updatedAt.getTime() + LINK_AGE;
}

/** What the challenge offers of them. */
export async function linkedOffers(
  context: AuthContext,
  db: Database,
  userId: string,
  now: number,
): Promise<{ offer: Offer; lastUsedAt: Date | null }[]> {
  if (!(await isPasswordOld(context, userId, now))) return [];
  const links = (await linksOf(context, db, userId)).filter(({ link }) => isOld(link, now));
  return links.map(({ link: { lastUsedAt }, provider: { id, label } }) => ({
    offer: { kind: 'federated', id, label, url: `${context.baseURL}/linked/${id}/start` },
    lastUsedAt,
  }));
}

/** The link of a person that may be used now, to whoever it is. */
export async function usableLink(
  context: AuthContext,
  db: Database,
  userId: string,
  { id }: LinkedProvider,
  now: number,
): Promise<LinkRow | null> {
  const found = (await linksOf(context, db, userId)).find(({ provider }) => provider.id === id);
  return found && isOld(found.link, now) && (await isPasswordOld(context, userId, now)) ? found.link : null;
}

/** Whose link the provider's id is, or null. */
export function linkOfSubject(db: Database, { id, issuer }: LinkedProvider, sub: string): Promise<LinkRow | null> {
  return db.findOne<LinkRow>({ model, where: equal({ provider: id, issuer, sub }) });
}

/** Makes a link, in the place of one to somebody else at the same provider. */
export async function makeLink(
  db: Database,
  userId: string,
  { id, issuer }: LinkedProvider,
  sub: string,
  now: number,
): Promise<void> {
  await db.deleteMany({ model, where: equal({ userId, provider: id }) });
  const data = { userId, provider: id, issuer, sub, createdAt: new Date(now), lastUsedAt: null };
  await db.create({ model, data });
}

/** Whether there was one. */
export async function dropLink(db: Database, userId: string, { id }: LinkedProvider): Promise<boolean> {
  return (await db.deleteMany({ model, where: equal({ userId, provider: id }) })) > 0;
}

export async function noteLinkUse(db: Database, { id }: LinkRow, now: number): Promise<void> {
  await db.updateMany({ model, where: equal({ id }), update: { lastUsedAt: new Date(now) } });
}
