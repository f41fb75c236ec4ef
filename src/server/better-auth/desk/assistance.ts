import type { GenericEndpointContext } from 'better-auth';
import type { components } from '../../../backends/rest/contract.js';
import { record } from '../activity.js';
import { findChallenge, holdOpen } from '../challenge.js';
import { database, transaction, type Database } from '../database.js';
import { lockGuard } from '../guard.js';
import { settingsOf, type AssistanceOptions } from '../options.js';
import { emptyResponse, jsonResponse, notOffered, Problem, problem, ruledOut, superseded } from '../problem.js';
import { readFreezeToken, readId, readObject } from '../request.js';
import type { ChallengeRow } from '../rows.js';
import { auditOwn } from '../audit/log.js';
import { casesOf, makeCase, withdraw } from './cases.js';
import { endAccess, holdAccess } from './ending.js';
import { findFreezeToken, makeFreezeToken, useFreezeToken } from './freeze-token.js';
import { tellOfDesk } from './notices.js';
import { seenCase } from './rules.js';
import { caseSeen } from './seen.js';
import { holdNotSuspended } from './standing.js';
import { whereOf } from '../where.js';
import { closeAccount } from './suspend.js';

type Case = components['schemas']['Case'];

/** How long a person who asks waits for the notices to leave. */
const PATIENCE = 3_000;

/** The help desk's settings; refuses where there is none. */
export function needDesk({ context }: GenericEndpointContext): AssistanceOptions {
  const { assistance } = settingsOf(context);
  if (!assistance) throw new Problem(notOffered(501, 'There is no help desk here.'));
  return assistance;
}

async function needChallenge(ctx: GenericEndpointContext): Promise<ChallengeRow> {
  needDesk(ctx);
  const challenge = await findChallenge(ctx);
  holdOpen(challenge, settingsOf(ctx.context).now());
  return challenge;
}

/** `GET /mfa/assistance/case` */
export async function currentCase(ctx: GenericEndpointContext): Promise<Response> {
  const { userId } = await needChallenge(ctx);
  return jsonResponse({ case: await caseSeen(ctx.context, await database(ctx.context), userId) });
}

/** `POST /mfa/assistance/cases`: only inside a challenge, so that no account name is ever asked. */
export async function requestHelp(ctx: GenericEndpointContext): Promise<Response> {
  readObject(ctx.body);
  const challenge = await needChallenge(ctx);
  const { context } = ctx;
  if (settingsOf(context).policy.selfRecovery === false) throw new Problem(ruledOut('The policy forbids recovery.'));
  const now = settingsOf(context).now();
  const { seen, freezeToken } = await transaction(context, async (db) => {
    await lockGuard(db, challenge.userId, 'help');
    await holdNotSuspended(context, db, challenge);
    return ask(db, challenge.userId, now);
  });
  if (freezeToken !== undefined) {
    await tellOfDesk(context, challenge.userId, 'help-asked', {
      ...{ at: now, where: whereOf(ctx), freezeToken, patience: PATIENCE },
    });
  }
  return jsonResponse(seen);
}

/** The request that is open, or a new one, of which the owner has to be told. */
async function ask(db: Database, userId: string, now: number): Promise<{ seen: Case; freezeToken?: string }> {
  const cases = await casesOf(db, userId);
  const open = cases.map((one) => seenCase(one, now)).find((seen) => seen !== null);
  if (open) return { seen: open };
  const retryAt = Math.max(0, ...cases.map(({ askAgainAt }) => askAgainAt.getTime()));
  if (now < retryAt) {
    throw new Problem(problem('too-many-attempts', 429, 'Help was asked for not long ago.', { blocks: [], retryAt }));
  }
  const made = await makeCase(db, userId, now);
  await record(db, userId, 'mfa.help_requested', now, { case: made.number });
  const seen = seenCase(made, now);
  if (!seen) throw new Error('A case that was just made is closed.');
  return { seen, freezeToken: await makeFreezeToken(db, userId, now) };
}

/** `POST /mfa/assistance/cases/{number}/cancel`: the number alone does nothing, it has to be the person's own. */
export async function cancelHelp(ctx: GenericEndpointContext): Promise<Response> {
  readObject(ctx.body);
  const number = readId(ctx.params?.number, 'number');
  const { userId } = await needChallenge(ctx);
  const now = settingsOf(ctx.context).now();
  await transaction(ctx.context, async (db) => {
    await lockGuard(db, userId, 'help');
    const own = (await casesOf(db, userId)).find((one) => one.number === number);
    if (!own || !seenCase(own, now)) return;
    await withdraw(db, own, now);
    await record(db, userId, 'mfa.help_cancelled', now, { case: number });
  });
  return emptyResponse();
}

/** `POST /mfa/assistance/freeze`: by the link of a notice, on a click. */
export async function freeze(ctx: GenericEndpointContext): Promise<Response> {
  needDesk(ctx);
  const token = readFreezeToken(ctx.body);
  const { context } = ctx;
  const now = settingsOf(context).now();
  const frozen = await transaction(context, async (db) => {
    const found = await findFreezeToken(db, token, now);
    if (!found) throw new Problem(superseded('This token stops nothing.'));
    const { userId } = found;
    await holdAccess(db, userId);
    if (!(await useFreezeToken(db, found, now))) return null;
    const stopped = await closeAccount(
      context,
      db,
      userId,
      { who: { actorId: userId, role: 'user' }, case: null },
      now,
    );
    await record(db, userId, 'mfa.account_frozen', now);
    await auditOwn(db, userId, 'mfa.reset_stopped_by_owner', now, { case: stopped });
    await auditOwn(db, userId, 'user.suspended', now);
    return userId;
  });
  if (frozen !== null) {
    await endAccess(context, await database(context), frozen);
    await tellOfDesk(context, frozen, 'suspended', { at: now, patience: PATIENCE });
  }
  return emptyResponse();
}
