import { randomInt } from 'node:crypto';
import type { AuthContext, GenericEndpointContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { findChallenge, holdOpen, lockChallenge } from './challenge.js';
import { database, equal, transaction, type Database } from './database.js';
import { destinationsOf, noteUse, type Destination } from './destinations.js';
import { blockedUntil, lockGuard, type Judgement } from './guard.js';
import { holdNothingStands } from './desk/standing.js';
import { keyedHashes } from './keyed-hash.js';
import { codeMessage } from './message.js';
import { settingsOf, type CodeMessage } from './options.js';
import { isOffered } from './policy.js';
import { challengeOver, jsonResponse, locked, notOffered, Problem, problemOf, ruledOut } from './problem.js';
import { readOffer } from './request.js';
import type { Asked, ChallengeRow, DeliveryRow } from './rows.js';
import { inTime, sharing } from './sending.js';

type Delivery = components['schemas']['Delivery'];

const CODE_TTL = 10 * 60_000;
const RESEND_AFTER = 30_000;
const HOUR = 60 * 60_000;
const MOST_AN_HOUR = 5;

const randomCode = () => String(randomInt(1_000_000)).padStart(6, '0');

const tell = ({ sentAt }: DeliveryRow): Delivery => ({
  sentAt: sentAt.getTime(),
  resendAt: sentAt.getTime() + RESEND_AFTER,
});

/** A code counts for one person, in one challenge, from one place that it was sent to. */
const hashes = (context: AuthContext, challenge: ChallengeRow, { id, to }: Destination, code: string) =>
  keyedHashes(context, 'delivered code', [challenge.userId, challenge.id, id, to, code].join('\n'));

/** The newest code of a challenge and an offer; those before it are void. */
async function newest(db: Database, challengeId: string, offer: string): Promise<DeliveryRow | null> {
  const [row = null] = await db.findMany<DeliveryRow>({
    model: 'mfaDelivery',
    where: equal({ challengeId, offer }),
    sortBy: { field: 'sentAt', direction: 'desc' },
    limit: 1,
  });
  return row;
}

const isLive = ({ usedAt, sentAt }: DeliveryRow, now: number) => usedAt === null && now < sentAt.getTime() + CODE_TTL;

/** When the code was sent that is in force, for the offer; null without one. */
export async function standingDelivery(
  db: Database,
  { id }: Asked,
  offer: string,
  now: number,
): Promise<Delivery | null> {
  const row = id === null ? null : await newest(db, id, offer);
  return row && isLive(row, now) ? tell(row) : null;
}

/** Where a code is wanted, and by whom. */
interface Wanted {
  offer: string;
  /** The challenge or the session that asks. */
  owner: string;
  purpose: CodeMessage['purpose'];
  /** Takes and holds the challenge, or throws. */
  take: (db: Database, now: number) => Promise<ChallengeRow>;
}

/** `POST /mfa/challenge/deliveries`: sends a code. */
export async function sendCode(ctx: GenericEndpointContext): Promise<Response> {
  const offer = readOffer(ctx.body);
  holdPolicy(ctx.context);
  const found = await findChallenge(ctx);
  if (!found) throw new Problem(challengeOver('sign-in'));
  const take = async (db: Database, now: number) => {
    const challenge = await lockChallenge(ctx.context, db, found.id);
    holdOpen(challenge, now);
    await holdNothingStands(ctx.context, db, challenge);
    return challenge;
  };
  return jsonResponse(await deliver(ctx, { offer, owner: found.id, purpose: 'sign-in', take }));
}

function holdPolicy(context: AuthContext): void {
  if (!isOffered(settingsOf(context).policy, 'delivered-code')) throw new Problem(ruledOut());
}

const once = sharing<Delivery>();

/** Sends one code, to who asks at the challenge or in a step-up. */
export async function deliver(ctx: GenericEndpointContext, wanted: Wanted): Promise<Delivery> {
  holdPolicy(ctx.context);
  return once(`${wanted.purpose} ${wanted.owner} ${wanted.offer}`, () => send(ctx, wanted));
}

/**
 * The code is stored before the message leaves, outside of any transaction: a slow mail server must hold no row. Where the
 * message fails the row goes, so that nothing was counted and the code before it is in force again.
 */
async function send({ context }: GenericEndpointContext, wanted: Wanted): Promise<Delivery> {
  const now = settingsOf(context).now();
  const { message, row } = await transaction(context, (db) => prepare(context, db, wanted, now));
  if (!message) return tell(row);
  try {
    await handOver(context, message);
  } catch (error) {
    const db = await database(context);
    await db.deleteMany({ model: 'mfaDelivery', where: equal({ id: row.id }) });
    throw new Problem(problemOf(error, context.logger, 502));
  }
  return tell(row);
}

async function prepare(
  context: AuthContext,
  db: Database,
  { offer, purpose, take }: Wanted,
  now: number,
): Promise<{ row: DeliveryRow; message: CodeMessage | null }> {
  const challenge = await take(db, now);
  const { id: challengeId, userId } = challenge;
  const destination = (await destinationsOf(context, db, userId)).find(({ id }) => id === offer);
  if (!destination) throw new Problem(notOffered(403, 'No code can be sent there.'));
  const blocked = blockedUntil(await lockGuard(db, userId, 'delivered-code'), now);
  if (blocked !== null) throw new Problem(locked('delivered-code', blocked));

  const last = await newest(db, challengeId, offer);
  if (last && isLive(last, now) && now < last.sentAt.getTime() + RESEND_AFTER) return { row: last, message: null };
  await holdHourlyLimit(db, userId, now);

  const code = randomCode();
  const [hash] = hashes(context, challenge, destination, code);
  const data = { userId, challengeId, offer, hash, sentAt: new Date(now), usedAt: null };
  const row = await db.create<typeof data, DeliveryRow>({ model: 'mfaDelivery', data });
  return { row, message: write(context, destination, code, purpose) };
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

function write(
  context: AuthContext,
  { channel, to }: Destination,
  code: string,
  purpose: CodeMessage['purpose'],
): CodeMessage {
  const { issuer: service = context.appName, helpUrl } = settingsOf(context);
  const { hostname: host } = new URL(context.baseURL);
  return codeMessage({ channel, to, code, purpose, service, minutes: CODE_TTL / 60_000, host, helpUrl });
}

async function handOver(context: AuthContext, message: CodeMessage): Promise<void> {
  const { deliver } = settingsOf(context);
  const send = deliver[message.channel];
  if (!send) throw new Error('There is no sender.');
  await inTime(send(message), deliver.timeout);
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
  const row = destination ? await newest(db, challenge.id, id) : null;
  if (!destination || !row || !isLive(row, now)) return 'expired';
  if (!hashes(context, challenge, destination, code.replace(/\s/g, '')).includes(row.hash)) return 'wrong';
  await db.updateMany({ model: 'mfaDelivery', where: equal({ id: row.id }), update: { usedAt: new Date(now) } });
  await noteUse(db, challenge.userId, destination, now);
  return 'right';
}
