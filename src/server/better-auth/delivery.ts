import { randomInt } from 'node:crypto';
import type { AuthContext, GenericEndpointContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { findChallenge, holdOpen, lockChallenge } from './challenge.js';
import { database, equal, transaction, type Database } from './database.js';
import { destinationsOf, noteUse, type Destination } from './destinations.js';
import { blockedUntil, lockGuard, type Judgement } from './guard.js';
import { keyedHashes } from './keyed-hash.js';
import { codeMessage } from './message.js';
import { settingsOf, type CodeMessage } from './options.js';
import { isOffered } from './policy.js';
import { challengeOver, jsonResponse, locked, notOffered, Problem, problemOf, ruledOut } from './problem.js';
import { readOffer } from './request.js';
import type { ChallengeRow, DeliveryRow } from './rows.js';

type Delivery = components['schemas']['Delivery'];

const CODE_TTL = 10 * 60_000;
const RESEND_AFTER = 30_000;
const HOUR = 60 * 60_000;
const MOST_AN_HOUR = 5;
/** Before the client gives up waiting. */
const SEND_TIMEOUT = 12_000;

const randomCode = () => String(randomInt(1_000_000)).padStart(6, '0');

const tell = ({ sentAt }: DeliveryRow): Delivery => ({
  sentAt: sentAt.getTime(),
  resendAt: sentAt.getTime() + RESEND_AFTER,
});

/** A code counts for one person, in one challenge, from one place that it was sent to. */
const hashes = (context: AuthContext, challenge: ChallengeRow, { id, to }: Destination, code: string) =>
  keyedHashes(context, 'delivered code', [challenge.userId, challenge.id, id, to, code].join('\n'));

/** The newest code of a challenge and an offer; those before it are void. */
async function newest(db: Database, challenge: ChallengeRow, offer: string): Promise<DeliveryRow | null> {
  const [row = null] = await db.findMany<DeliveryRow>({
    model: 'mfaDelivery',
    where: equal({ challengeId: challenge.id, offer }),
    sortBy: { field: 'sentAt', direction: 'desc' },
    limit: 1,
  });
  return row;
}

const isLive = ({ usedAt, sentAt }: DeliveryRow, now: number) => usedAt === null && now < sentAt.getTime() + CODE_TTL;

/** When the code was sent that is in force, for the offer; null without one. */
export async function standingDelivery(
  db: Database,
  challenge: ChallengeRow,
  offer: string,
  now: number,
): Promise<Delivery | null> {
  const row = await newest(db, challenge, offer);
  return row && isLive(row, now) ? tell(row) : null;
}

/** Deliveries of this process that are under way: a request that the browser sent a second time waits for the first. */
const underWay = new Map<string, Promise<Delivery>>();

/** `POST /mfa/challenge/deliveries`: sends a code. */
export async function sendCode(ctx: GenericEndpointContext): Promise<Response> {
  const offer = readOffer(ctx.body);
  const { policy, now } = settingsOf(ctx.context);
  if (!isOffered(policy, 'delivered-code')) throw new Problem(ruledOut());
  const challenge = await findChallenge(ctx);
  if (!challenge) throw new Problem(challengeOver('sign-in'));
  const key = `${challenge.id} ${offer}`;
  const sending = underWay.get(key) ?? deliver(ctx, challenge.id, offer, now()).finally(() => underWay.delete(key));
  underWay.set(key, sending);
  return jsonResponse(await sending);
}

/**
 * The code is stored before the message leaves, outside of any transaction: a slow mail server must hold no row. Where the
 * message fails the row goes, so that nothing was counted and the code before it is in force again.
 */
async function deliver(ctx: GenericEndpointContext, challengeId: string, offer: string, now: number) {
  const { message, row } = await transaction(ctx.context, (db) => prepare(ctx.context, db, challengeId, offer, now));
  if (!message) return tell(row);
  try {
    await handOver(ctx.context, message);
  } catch (error) {
    const db = await database(ctx.context);
    await db.deleteMany({ model: 'mfaDelivery', where: equal({ id: row.id }) });
    throw new Problem(problemOf(error, ctx.context.logger, 502));
  }
  return tell(row);
}

async function prepare(
  context: AuthContext,
  db: Database,
  challengeId: string,
  offer: string,
  now: number,
): Promise<{ row: DeliveryRow; message: CodeMessage | null }> {
  const challenge = await lockChallenge(context, db, challengeId);
  holdOpen(challenge, now);
  const { userId } = challenge;
  const destination = (await destinationsOf(context, db, userId)).find(({ id }) => id === offer);
  if (!destination) throw new Problem(notOffered(403, 'No code can be sent there.'));
  const blocked = blockedUntil(await lockGuard(db, userId, 'delivered-code'), now);
  if (blocked !== null) throw new Problem(locked('delivered-code', blocked));

  const last = await newest(db, challenge, offer);
  if (last && isLive(last, now) && now < last.sentAt.getTime() + RESEND_AFTER) return { row: last, message: null };
  await holdHourlyLimit(db, userId, now);

  const code = randomCode();
  const [hash] = hashes(context, challenge, destination, code);
  const data = { userId, challengeId, offer, hash, sentAt: new Date(now), usedAt: null };
  const row = await db.create<typeof data, DeliveryRow>({ model: 'mfaDelivery', data });
  return { row, message: write(context, destination, code) };
}

async function holdHourlyLimit(db: Database, userId: string, now: number): Promise<void> {
  const sent = await db.findMany<DeliveryRow>({
    model: 'mfaDelivery',
    where: [...equal({ userId }), { field: 'sentAt', operator: 'gt', value: new Date(now - HOUR) }],
    sortBy: { field: 'sentAt', direction: 'asc' },
  });
  const [oldest] = sent;
  if (oldest && sent.length >= MOST_AN_HOUR) {
    throw new Problem(locked('delivered-code', oldest.sentAt.getTime() + HOUR, 'Too many codes were sent.'));
  }
}

function write(context: AuthContext, { channel, to }: Destination, code: string): CodeMessage {
  const { issuer: service = context.appName, helpUrl } = settingsOf(context);
  const { hostname: host } = new URL(context.baseURL);
  return codeMessage({ channel, to, code, service, minutes: CODE_TTL / 60_000, host, helpUrl });
}

async function handOver(context: AuthContext, message: CodeMessage): Promise<void> {
  const { deliver } = settingsOf(context);
  const send = deliver[message.channel];
  if (!send) throw new Error('There is no sender.');
  const { timeout = SEND_TIMEOUT } = deliver;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The message was not handed over in time.')), timeout);
  });
  try {
    await Promise.race([send(message), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Judges a code that was sent, and uses it up. */
export async function judgeDelivered(
  context: AuthContext,
  db: Database,
  challenge: ChallengeRow,
  { id, code }: { id: string; code: string },
  now: number,
): Promise<Judgement> {
  const destination = (await destinationsOf(context, db, challenge.userId)).find((one) => one.id === id);
  const row = destination ? await newest(db, challenge, id) : null;
  if (!destination || !row || !isLive(row, now)) return 'expired';
  if (!hashes(context, challenge, destination, code.replace(/\s/g, '')).includes(row.hash)) return 'wrong';
  await db.updateMany({ model: 'mfaDelivery', where: equal({ id: row.id }), update: { usedAt: new Date(now) } });
  await noteUse(db, challenge.userId, destination, now);
  return 'right';
}
