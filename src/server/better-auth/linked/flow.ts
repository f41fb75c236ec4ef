import type { AuthContext } from 'better-auth';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { database, equal } from '../database.js';
import { settingsOf } from '../options.js';
import { notOffered, Problem, ruledOut } from '../problem.js';
import { hashToken } from '../token.js';
import { isFresh, newSecrets, signInUrl, whoCameBack } from './openid.js';
import type { LinkedProvider } from './options.js';
import type { LinkFlowRow } from './rows.js';

const FLOW_TTL = 10 * 60_000;
const model = 'mfaLinkFlow';

/** Who goes to the provider and back: the challenge or the session that it is begun in. */
interface Owner {
  readonly id: string;
  readonly userId: string;
}

export function providerOf(context: AuthContext, id: unknown): LinkedProvider {
  const found = settingsOf(context).linked?.providers.find((one) => one.id === id);
  if (!found) throw new Problem(notOffered(501, 'There is no such linked sign-in here.'));
  return found;
}

const redirectUri = ({ baseURL }: AuthContext, { id }: LinkedProvider): string => `${baseURL}/linked/${id}/callback`;

/** Begins a flow, which one answer ends. Gives the address to sign in at. */
export async function beginFlow(
  context: AuthContext,
  provider: LinkedProvider,
  owner: Owner,
  purpose: LinkFlowRow['purpose'],
): Promise<string> {
  const now = settingsOf(context).now();
  const secrets = await newSecrets();
  const url = await signInUrl(provider, redirectUri(context, provider), secrets);
  const db = await database(context);
  const { userId, id } = owner;
  const old = { field: 'createdAt', operator: 'lt' as const, value: new Date(now - FLOW_TTL) };
  await db.deleteMany({ model, where: [...equal({ userId }), old] });
  const data: Omit<LinkFlowRow, 'id'> = {
    userId,
    owner: id,
    purpose,
    provider: provider.id,
    stateHash: hashToken(secrets.state),
    nonce: secrets.nonce,
    verifier: await symmetricEncrypt({ key: context.secretConfig, data: secrets.verifier }),
    createdAt: new Date(now),
  };
  await db.create({ model, data });
  return url;
}

/** Takes the flow that an answer belongs to, so that no answer counts twice. */
export async function takeFlow(
  context: AuthContext,
  provider: LinkedProvider,
  answer: URLSearchParams,
): Promise<LinkFlowRow> {
  const stateHash = hashToken(answer.get('state') ?? '');
  const db = await database(context);
  const flow = await db.findOne<LinkFlowRow>({ model, where: equal({ stateHash, provider: provider.id }) });
  const isTaken = flow !== null && (await db.deleteMany({ model, where: equal({ id: flow.id }) })) === 1;
  if (!isTaken || settingsOf(context).now() >= flow.createdAt.getTime() + FLOW_TTL) throw new Problem(notBegun());
  return flow;
}

/** Holds it to who began it: another browser's answer is nobody's here. */
export function holdOwner(flow: LinkFlowRow, owner: Owner): void {
  if (flow.owner !== owner.id || flow.userId !== owner.userId) throw new Problem(notBegun());
}

const notBegun = () => ruledOut('This answer belongs to nothing that was begun here.');

/** Whose answer it is. */
export async function subjectOf(
  context: AuthContext,
  provider: LinkedProvider,
  answer: URLSearchParams,
  { nonce, verifier: kept, createdAt }: LinkFlowRow,
): Promise<string> {
  const verifier = await symmetricDecrypt({ key: context.secretConfig, data: kept });
  const secrets = { state: answer.get('state') ?? '', nonce, verifier };
  const now = settingsOf(context).now();
  const { sub, signedInAt } = await whoCameBack(provider, redirectUri(context, provider), answer, secrets, now);
  if (!isFresh(signedInAt, createdAt.getTime())) throw new Problem(ruledOut('The provider did not ask anew.'));
  return sub;
}
