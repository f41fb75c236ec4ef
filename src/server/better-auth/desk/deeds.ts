import { randomBytes } from 'node:crypto';
import type { AuthContext } from 'better-auth';
import { symmetricEncrypt } from 'better-auth/crypto';
import { newCodes, randomCode, replaceCodes } from '../backup-code.js';
import { equal, type Database } from '../database.js';
import { reachedAt } from '../destinations.js';
import { lockGuard } from '../guard.js';
import { settingsOf } from '../options.js';
import { isOffered } from '../policy.js';
import { hasSecondFactor } from '../second-factor.js';
import { deny, type Agent } from './agent.js';
import { audit } from '../audit/log.js';
import { moveCase } from './cases.js';
import { endAccess, endFactors, holdAccess } from './ending.js';
import { forgetFreezeTokens } from './freeze-token.js';
import { newPass } from './pass.js';
import type { CaseRow } from './rows.js';
import { ALONE_NEVER, ENROLL_WITHIN, isAct, MOST_CODES, TEMPORARY_TTL, type Act } from './rules.js';
import { isReset, obstacleFor, setStanding, standingOf } from './standing.js';
import { closeAccount } from './suspend.js';

/** What an agent does to a case that the rules let them. */
export interface Deed {
  readonly context: AuthContext;
  readonly db: Database;
  readonly agent: Agent;
  readonly case: CaseRow;
  readonly given: Readonly<Record<string, unknown>>;
  readonly prepared: unknown;
  readonly now: number;
}

/** What came of it. */
export interface Told {
  /** What is in this answer and nowhere else. */
  readonly secrets?: object;
  /** What the log says besides. */
  readonly detail?: Readonly<Record<string, string | number>>;
}

interface DeedOf {
  /** What would hold the rows for long, or refuses a body that can't be read. */
  prepare?(context: AuthContext, subjectId: string, given: Deed['given']): Promise<unknown>;
  commit(deed: Deed): Promise<Told>;
}

/** Two agents may have the same case on screen: one of them moves it. */
async function move({ db, case: found }: Deed, update: Parameters<typeof moveCase>[2]): Promise<void> {
  if (!(await moveCase(db, found, update))) throw deny('closed-case');
}

async function reset(deed: Deed): Promise<Told> {
  const { context, db, agent, now } = deed;
  const { userId, number } = deed.case;
  await move(deed, { state: 'reset' });
  const before = await standingOf(db, userId);
  const reached = await reachedAt(context, db, userId);
  await holdAccess(db, userId);
  await endFactors(context, db, userId);
  await endAccess(context, db, userId);
  const { pass, kept } = await newPass(context, db, userId, now);
  const deadline = new Date(now + ENROLL_WITHIN);
  await setStanding(db, userId, {
    ...kept,
    ...{ suspendedAt: null, reset: randomBytes(12).toString('base64url'), caseNumber: number, byRole: agent.role },
    ...{ resetAt: new Date(now), deadline, doneAt: null, toldAt: null },
    // One that was read out and not used in time counts again: without it there would be no way to the pass.
    ...(before?.passwordDueBy && { passwordDueBy: new Date(now + TEMPORARY_TTL) }),
    addresses: await symmetricEncrypt({ key: context.secretConfig, data: JSON.stringify(reached) }),
  });
  const { id: actorId, role } = agent;
  if (before?.suspendedAt) {
    // Links in messages from before must not close it again.
    await forgetFreezeTokens(db, userId);
    await audit(db, { event: 'user.released', actorId, subjectId: userId, role, detail: { case: number } }, now);
  }
  return { secrets: { pass, passUntil: kept.passUntil?.getTime(), deadline: deadline.getTime() } };
}

/** Throws unless the reset of this very case waits for an enrollment; gives its deadline. */
async function holdUnderWay({ db, case: { userId, number }, now }: Deed): Promise<number> {
  const standing = await standingOf(db, userId);
  const isOpen = standing !== null && isReset(standing) && standing.caseNumber === number;
  const deadline = standing?.deadline?.getTime() ?? 0;
  if (!isOpen || now >= deadline) throw deny('closed-case');
  return deadline;
}

async function pass(deed: Deed): Promise<Told> {
  const { context, db, now } = deed;
  const { userId } = deed.case;
  const deadline = await holdUnderWay(deed);
  const made = await newPass(context, db, userId, now);
  await setStanding(db, userId, made.kept);
  return { secrets: { pass: made.pass, passUntil: made.kept.passUntil?.getTime(), deadline } };
}

function readCount({ count = 1 }: Deed['given']): number {
  const isCount = typeof count === 'number' && Number.isInteger(count) && count >= 1 && count <= MOST_CODES;
  if (!isCount) throw deny('malformed');
  return count;
}

async function temporaryCodes(deed: Deed): Promise<Told> {
  const { context, db, now, given } = deed;
  const { userId } = deed.case;
  const isOpen = (await obstacleFor(context, db, { userId, passFor: null })) === null;
  const isTaken = isOffered(settingsOf(context).policy, 'backup-code') && (await hasSecondFactor(context, userId));
  if (!isOpen || !isTaken) throw deny('not-possible');
  await move(deed, { state: 'helped' });
  await lockGuard(db, userId, 'backup-code');
  await db.updateMany({ model: 'mfaCodeSet', where: equal({ userId }), update: { state: 'ended', hashes: null } });
  const { codes, kept } = newCodes(context, userId, readCount(given));
  const until = now + TEMPORARY_TTL;
  await replaceCodes(db, userId, kept, new Date(now), new Date(until));
  return { secrets: { codes, until }, detail: { count: codes.length } };
}

async function temporaryPassword(deed: Deed): Promise<Told> {
  const { context, db, now } = deed;
  const { userId } = deed.case;
  const { password, hash } = deed.prepared as { password: string; hash: string };
  const obstacle = await obstacleFor(context, db, { userId, passFor: null });
  if (obstacle?.status === 'blocked' && obstacle.why === 'suspended') throw deny('not-possible');
  // After a reset the case stays the reset's, as long as that is under way.
  if (deed.case.state !== 'reset') await move(deed, { state: 'helped' });
  else await holdUnderWay(deed);
  await holdAccess(db, userId);
  const { internalAdapter } = context;
  if (await internalAdapter.findCredentialAccount(userId)) await internalAdapter.updatePassword(userId, hash);
  else await internalAdapter.linkAccount({ userId, providerId: 'credential', accountId: userId, password: hash });
  const until = now + TEMPORARY_TTL;
  await setStanding(db, userId, { passwordDueBy: new Date(until) });
  await endAccess(context, db, userId);
  return { secrets: { password, until } };
}

async function suspend({
  context,
  db,
  agent: { id: actorId, role },
  case: { userId, number },
  now,
}: Deed): Promise<Told> {
  await holdAccess(db, userId);
  await closeAccount(context, db, userId, { who: { actorId, role }, case: number }, now);
  return {};
}

async function refuse(deed: Deed): Promise<Told> {
  await move(deed, { state: 'refused' });
  return {};
}

async function escalate(deed: Deed): Promise<Told> {
  await move(deed, { state: 'escalated', escalatedBy: deed.agent.id });
  return {};
}

function readApproved({ to }: Deed['given']): Act {
  if (!isAct(to) || !ALONE_NEVER.includes(to)) throw deny('malformed');
  return to;
}

async function approve({ db, agent, case: { userId, number }, given, now }: Deed): Promise<Told> {
  const act = readApproved(given);
  const data = { userId, caseNumber: number, act, agentId: agent.id, at: new Date(now) };
  await db.create({ model: 'mfaApproval', data });
  return { detail: { to: act } };
}

export const DEEDS: Readonly<Record<Act, DeedOf>> = {
  reset: { commit: reset },
  pass: { commit: pass },
  'temporary-codes': { prepare: (_, __, given) => Promise.resolve(readCount(given)), commit: temporaryCodes },
  'temporary-password': {
    async prepare({ password: { hash } }) {
      const password = randomCode();
      return { password, hash: await hash(password) };
    },
    commit: temporaryPassword,
  },
  suspend: { commit: suspend },
  refuse: { commit: refuse },
  escalate: { commit: escalate },
  approve: { prepare: (_, __, given) => Promise.resolve(readApproved(given)), commit: approve },
};
