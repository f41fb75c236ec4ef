import type { AuthContext, GenericEndpointContext } from 'better-auth';
import { record } from '../activity.js';
import { findChallenge, holdOpen, lockChallenge } from '../challenge.js';
import { database, equal, transaction, type Database } from '../database.js';
import { settingsOf } from '../options.js';
import { judgePassword, passwordMark } from '../password.js';
import { badRequest, challengeOver, emptyResponse, Problem, ruledOut } from '../problem.js';
import { readObject } from '../request.js';
import type { ChallengeRow } from '../rows.js';
import { needDesk } from './assistance.js';
import { obstacleFor, setStanding } from './standing.js';

/**
 * `POST /desk/new-password`: who signed in by a temporary password sets one of their own. Gives no session; the challenge goes
 * on with what comes next.
 */
export async function setNewPassword(ctx: GenericEndpointContext): Promise<Response> {
  needDesk(ctx);
  const { password } = readObject(ctx.body);
  const { context } = ctx;
  const now = settingsOf(context).now();
  const found = await findChallenge(ctx);
  if (!found) throw new Problem(challengeOver('sign-in'));
  const { minPasswordLength: least, maxPasswordLength: most } = context.password.config;
  const isLong = typeof password === 'string' && password.length >= least && password.length <= most;
  if (!isLong) throw new Problem(badRequest(`Choose a password of ${least} to ${most} characters.`, 422));
  // Before the password is looked at: nobody may try passwords here who has none to change.
  holdOpen(found, now);
  await holdChange(context, await database(context), found);
  const isSame = (await judgePassword(context, found.userId, password)) === 'right';
  if (isSame) throw new Problem(badRequest('Choose another password than the temporary one.', 422));
  const hash = await context.password.hash(password);
  await transaction(context, async (db) => {
    const challenge = await lockChallenge(context, db, found.id);
    holdOpen(challenge, now);
    const { id, userId } = challenge;
    await holdChange(context, db, challenge);
    await context.internalAdapter.updatePassword(userId, hash);
    await setStanding(db, userId, { passwordDueBy: null });
    // Every other challenge was opened by the temporary one, and is over with it.
    const update = { passwordMark: await passwordMark(context, userId) };
    await db.updateMany({ model: 'mfaChallenge', where: equal({ id }), update });
    await record(db, userId, 'user.password_changed', now);
  });
  return emptyResponse();
}

async function holdChange(context: AuthContext, db: Database, challenge: ChallengeRow): Promise<void> {
  const obstacle = await obstacleFor(context, db, challenge);
  if (obstacle?.status !== 'change-password') throw new Problem(ruledOut('No password is changed here.'));
}
