import type { AuthContext, GenericEndpointContext } from 'better-auth';
import { findChallenge, holdOpen, isOpen, lockChallenge, renewChallenge } from './challenge.js';
import { database, equal, type Database } from './database.js';
import { finishReset } from './desk/finish.js';
import { holdNotSuspended, obstacleFor } from './desk/standing.js';
import { lacksFactor, waysIn } from './last-way.js';
import { settingsOf } from './options.js';
import { Problem, ruledOut, signedOut } from './problem.js';
import { planAfterLoss } from './repair.js';
import { rotateSession } from './rotation.js';
import type { ChallengeRow, RegistrationRow, SetupRow } from './rows.js';
import { factorIdsOf } from './second-factor.js';
import { findSession, giveSession, makeSession, type Session } from './session.js';
import { needFresh } from './step-up.js';

/** Who sets up a factor, and what it is begun and ended in: a session, or the challenge that stands in its place. */
export interface Enroller extends Pick<Session, 'id' | 'userId'> {
  /** Null while it is a challenge that stands in its place. */
  readonly session: Session | null;
  readonly challenge: ChallengeRow | null;
}

/**
 * Whether a challenge is there for setting up what the app wants of everyone. Whoever has a factor that was not set up in this
 * very challenge proves that instead: the password alone must not add another.
 */
export async function isEnrolling(context: AuthContext, db: Database, challenge: ChallengeRow): Promise<boolean> {
  const obstacle = await obstacleFor(context, db, challenge);
  // Password and pass together, which no factor of the account can stand against: they are gone.
  if (obstacle) return obstacle.status === 'enroll' && !obstacle.passNeeded;
  // Password and linked sign-in, or code of the help team, together stand in for the factor that is lost.
  if (challenge.enrollsSince) return true;
  if (!settingsOf(context).requireSecondFactor) return false;
  if (!(await standsAlone(db, challenge))) return false;
  return lacksFactor(context, await waysIn(context, db, challenge.userId));
}

/** Whether the account has no factor but those that were set up in this challenge. */
async function standsAlone(db: Database, { id, userId }: ChallengeRow): Promise<boolean> {
  const where = equal({ userId, sessionId: id, state: 'done' });
  const apps = await db.findMany<SetupRow>({ model: 'mfaSetup', where });
  const keys = await db.findMany<RegistrationRow>({ model: 'mfaRegistration', where });
  const own = [...apps.map(({ factorId }) => factorId), ...keys.map(({ passkeyId }) => passkeyId)];
  return (await factorIdsOf(db, userId)).every((factor) => own.includes(factor));
}

const enrollerOf = (session: Session, challenge: ChallengeRow | null): Enroller => ({
  ...{ id: session.id, userId: session.userId },
  ...{ session, challenge },
});

/** Who goes on with what was begun, or looks at it. The challenge that it was begun in may have been passed by it, and its answer lost. */
export async function needEnroller(ctx: GenericEndpointContext): Promise<Enroller> {
  const session = await findSession(ctx);
  if (session) return enrollerOf(session, null);
  const found = await passedEnroller(ctx);
  if (found) return found;
  const challenge = await findChallenge(ctx);
  const now = settingsOf(ctx.context).now();
  const db = await database(ctx.context);
  const open = challenge && isOpen(challenge, now) ? challenge : null;
  if (open && (await isEnrolling(ctx.context, db, open))) {
    // Nothing is guessed here: a set-up may take as long as the password counts.
    await renewChallenge(db, open, now);
    return { id: open.id, userId: open.userId, session: null, challenge: open };
  }
  // Another request may have passed it since it was looked at.
  const since = await passedEnroller(ctx);
  if (since) return since;
  if (!open) throw new Problem(signedOut());
  const obstacle = await holdNotSuspended(ctx.context, db, open);
  throw new Problem(obstacle?.status === 'enroll' ? ruledOut('The code of the help team comes first.') : signedOut());
}

/** Who it is by now, in the transaction that holds the factors: another process may have been sent the same, and been faster. */
export const enrollerByNow = async (ctx: GenericEndpointContext, enroller: Enroller): Promise<Enroller> =>
  enroller.session ? enroller : ((await passedEnroller(ctx)) ?? enroller);

async function passedEnroller(ctx: GenericEndpointContext): Promise<Enroller | null> {
  const challenge = await findChallenge(ctx);
  const session = challenge && (await giveSession(ctx, challenge, settingsOf(ctx.context).now()));
  return session && enrollerOf(session, challenge);
}

/** Who begins something new: a session's proof has to be fresh. */
export async function holdFresh(ctx: GenericEndpointContext, { session }: Enroller): Promise<void> {
  if (session) await needFresh(ctx, session);
}

/**
 * What a new factor means for who set it up, in its transaction: a session is renamed; a challenge is passed where nothing
 * more is wanted. What was set up in it then belongs to the session, which answers for it from now on.
 */
export async function carryOn(
  ctx: GenericEndpointContext,
  db: Database,
  { id, session: held, challenge }: Enroller,
  now: number,
): Promise<void> {
  if (held || !challenge) return rotateSession(ctx, db, { id }, now);
  const locked = await lockChallenge(ctx.context, db, challenge.id);
  holdOpen(locked, now);
  const obstacle = await obstacleFor(ctx.context, db, locked);
  // The time that was given may be over; or another browser has set up a factor, and this one is not what the account stands on.
  const mayGoOn =
    obstacle || locked.enrollsSince ? await isEnrolling(ctx.context, db, locked) : await standsAlone(db, locked);
  if (!mayGoOn) throw new Problem(signedOut());
  if (lacksFactor(ctx.context, await waysIn(ctx.context, db, locked.userId))) return;
  if (obstacle) await finishReset(db, locked.userId, now);
  else if (locked.enrollsSince) await planAfterLoss(db, locked.userId, now);
  const { session } = await makeSession(ctx, db, locked, now);
  for (const model of ['mfaSetup', 'mfaRegistration']) {
    await db.updateMany({ model, where: equal({ sessionId: id }), update: { sessionId: session.id } });
  }
}
