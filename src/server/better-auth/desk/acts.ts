import type { AuthContext, GenericEndpointContext } from 'better-auth';
import { show } from '../activity.js';
import { database, equal, transaction, type Database } from '../database.js';
import { lockGuard } from '../guard.js';
import { settingsOf } from '../options.js';
import { emptyResponse, jsonResponse, traceOf } from '../problem.js';
import { readId, readObject } from '../request.js';
import { actAs, deny, roleOf, type Agent } from './agent.js';
import type { AuditEvent } from '../audit/events.js';
import { audit, countActs } from '../audit/log.js';
import { findCase } from './cases.js';
import { endAccess } from './ending.js';
import { makeFreezeToken } from './freeze-token.js';
import { tellOfDesk, type DeskNotice } from './notices.js';
import { DEEDS, type Deed, type Told } from './deeds.js';
import type { CaseRow } from './rows.js';
import { ACTS, ALONE_NEVER, APPROVAL_TTL, COUNTED, DAY, denialOf, type Act } from './rules.js';

const DEFAULT_CAP = 20;

/** What the owner is told, and what their account's own list shows. What was refused or handed on is said to nobody. */
const TOLD: Partial<Record<Act, { notice: DeskNotice; shown: AuditEvent }>> = {
  reset: { notice: 'factors-reset', shown: 'mfa.factor_admin_reset' },
  'temporary-codes': { notice: 'temporary-codes-made', shown: 'mfa.temporary_codes_made' },
  'temporary-password': { notice: 'temporary-password-set', shown: 'user.password_set_by_admin' },
  suspend: { notice: 'suspended', shown: 'user.suspended' },
};

/** Those after which nobody may be in, whatever was under way. */
const ENDING: readonly Act[] = ['reset', 'temporary-password', 'suspend'];

/** `POST /desk/cases/{number}/{act}` */
export async function perform(ctx: GenericEndpointContext, act: Act): Promise<Response> {
  const number = readId(ctx.params?.number, 'number');
  const { subject, ...given } = readObject(ctx.body);
  const subjectId = readId(subject, 'subject');
  const { context } = ctx;
  const now = settingsOf(context).now();
  const { secrets, freezeToken } = await actAs(ctx, { act, case: number, subjectId }, async (agent) => {
    const prepared = await DEEDS[act].prepare?.(context, subjectId, given);
    // The host's own directory is asked, which may take its time: before anything is held.
    const isColleague = (await roleOf(context, subjectId)) !== null;
    const approvedBy = isColleague ? await approvalsOf(context, number, act, now) : [];
    const asked: Asked = { act, agent, number, subjectId, given, prepared, isColleague, approvedBy, now };
    return transaction(context, (db) => decide(context, db, asked));
  });
  // A sign-in that was judged before the account was closed may have come in after it.
  try {
    if (ENDING.includes(act)) await endAccess(context, await database(context), subjectId);
  } catch (error) {
    // What is in the answer can be said once, and is done.
    context.logger.error('mfa-elements: sessions of a closed account were not looked for again.', traceOf(error));
  }
  const told = TOLD[act];
  if (told) await tellOfDesk(context, subjectId, told.notice, { at: now, ...(freezeToken && { freezeToken }) });
  return secrets ? jsonResponse(secrets) : emptyResponse();
}

interface Asked {
  readonly act: Act;
  readonly agent: Agent;
  readonly number: string;
  readonly subjectId: string;
  readonly given: Readonly<Record<string, unknown>>;
  readonly prepared: unknown;
  readonly isColleague: boolean;
  readonly approvedBy: readonly string[];
  readonly now: number;
}

interface Decided {
  readonly secrets: Told['secrets'];
  readonly freezeToken: string | null;
}

/** One transaction: the rules, the deed, and the line in the log stand or fall together. */
async function decide(context: AuthContext, db: Database, asked: Asked): Promise<Decided> {
  const { act, agent, number, subjectId, given, now } = asked;
  // The day's number is counted one act after the other.
  await lockGuard(db, agent.id, 'agent');
  const found = await holdRules(context, db, asked);
  const deed: Deed = { context, db, agent, case: found, given, prepared: asked.prepared, now };
  const { secrets, detail } = await DEEDS[act].commit(deed);
  const { event, opens } = ACTS[act];
  const said = { case: number, ...(opens && { proof: String(given.proof) }), reason: String(given.reason).trim() };
  await audit(db, { event, actorId: agent.id, subjectId, role: agent.role, detail: { ...said, ...detail } }, now);
  const told = TOLD[act];
  if (told) await show(db, subjectId, told.shown, now, 'help-desk');
  const hasLink = told !== undefined && told.notice !== 'suspended';
  return { secrets, freezeToken: hasLink ? await makeFreezeToken(db, subjectId, now) : null };
}

/** Throws, with why, for what may not be; gives the case. */
async function holdRules(context: AuthContext, db: Database, asked: Asked): Promise<CaseRow> {
  const { act, agent, number, subjectId, given, now } = asked;
  const { assistance, policy } = settingsOf(context);
  const isTheirs = (await findCase(db, number))?.userId === subjectId;
  // As every change of the factors does: another act, or an enrollment, comes before or after.
  if (isTheirs) await lockGuard(db, subjectId, 'factors');
  const found = await findCase(db, number);
  const denial = denialOf({
    ...{ act, proof: given.proof, reason: given.reason, agentId: agent.id, subjectId, case: found },
    isColleague: asked.isColleague,
    approvedBy: asked.approvedBy,
    actsToday: await countActs(db, agent.id, COUNTED, now - DAY),
    cap: assistance?.cap ?? DEFAULT_CAP,
    isForbidden: policy.selfRecovery === false,
  });
  if (denial) throw deny(denial);
  if (!found) throw deny('foreign-case');
  if (asked.isColleague && ALONE_NEVER.includes(act)) await useApprovals(db, asked);
  return found;
}

/** An agreement is good for one act. Two agents may have the same one: one of them uses it. */
async function useApprovals(db: Database, { act, number }: Asked): Promise<void> {
  const used = await db.deleteMany({ model: 'mfaApproval', where: equal({ caseNumber: number, act }) });
  if (used === 0) throw deny('no-second-agent');
}

/** Agents who agreed to an act on a colleague, not long ago, and are agents still. */
async function approvalsOf(context: AuthContext, caseNumber: string, act: Act, now: number): Promise<string[]> {
  const db = await database(context);
  const agents = (await approvals(db, caseNumber, now)).flatMap((one) => (one.act === act ? [one.agentId] : []));
  const still = await Promise.all(agents.map((id) => roleOf(context, id)));
  return agents.filter((_, which) => still[which] !== null);
}

/** What was agreed to on a case not long ago, and by whom. */
export function approvals(db: Database, caseNumber: string, now: number): Promise<{ act: Act; agentId: string }[]> {
  const recent = { field: 'at', operator: 'gt' as const, value: new Date(now - APPROVAL_TTL) };
  return db.findMany({ model: 'mfaApproval', where: [...equal({ caseNumber }), recent] });
}
