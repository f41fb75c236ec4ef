import type { AuthContext, GenericEndpointContext } from 'better-auth';
import { show } from '../activity.js';
import { countUnused } from '../backup-code.js';
import { database, equal, transaction, type Database } from '../database.js';
import { ACCOUNT_EMAIL, reachedAt } from '../destinations.js';
import { listOf } from '../factors.js';
import { lockGuard } from '../guard.js';
import { settingsOf } from '../options.js';
import { badRequest, jsonResponse, Problem } from '../problem.js';
import { readId, readObject } from '../request.js';
import type { ActivityRow } from '../rows.js';
import { approvals } from './acts.js';
import { actAs, asAgent, deny, roleOf } from './agent.js';
import { OF_THE_DESK } from '../audit/events.js';
import { audit, findLines } from '../audit/log.js';
import { casesOf, findCase, makeCase, openCases } from './cases.js';
import { makeFreezeToken } from './freeze-token.js';
import { tellOfDesk } from './notices.js';
import type { CaseRow } from './rows.js';
import { DAY, IDENTITY_PROOFS, isReason } from './rules.js';
import { obstacleFor } from './standing.js';

const LOOKED_BACK = 30 * DAY;
const MOST = 20;
const FAILED = ['mfa.challenge_refused', 'mfa.step_up_refused'];
const CHANGES = [
  'mfa.factor_enrolled',
  'mfa.factor_removed',
  'mfa.backup_codes_confirmed',
  'mfa.backup_codes_removed',
  'mfa.factor_admin_reset',
  'mfa.temporary_codes_made',
  'user.password_set_by_admin',
  'mfa.contact_change_refused',
];

const emailOf = async ({ internalAdapter }: AuthContext, id: string): Promise<string> =>
  (await internalAdapter.findUserById(id))?.email ?? 'unknown';

const lineOf = async (context: AuthContext, { number, state, openedAt, userId }: CaseRow) => ({
  ...{ number, state, openedAt: openedAt.getTime() },
  account: await emailOf(context, userId),
});

/** `GET /desk/cases`: what waits for an agent. */
export function listCases(ctx: GenericEndpointContext): Promise<Response> {
  return asAgent(ctx, async () => {
    const cases = await openCases(await database(ctx.context));
    const lines = [];
    for (const one of cases) lines.push(await lineOf(ctx.context, one));
    return jsonResponse({ cases: lines, proofs: IDENTITY_PROOFS });
  });
}

async function eventsOf(db: Database, userId: string, names: readonly string[], since: number) {
  const rows = await db.findMany<ActivityRow>({
    model: 'mfaActivity',
    where: [
      ...equal({ userId }),
      { field: 'what', operator: 'in', value: [...names] },
      { field: 'at', operator: 'gt', value: new Date(since) },
    ],
    sortBy: { field: 'at', direction: 'desc' },
    limit: MOST,
  });
  return rows.map(({ what, at }) => ({ what, at: at.getTime() }));
}

/** `GET /desk/cases/{number}`: what an agent has to see before they decide. */
export function readCase(ctx: GenericEndpointContext): Promise<Response> {
  const number = readId(ctx.params?.number, 'number');
  return asAgent(ctx, async (agent) => {
    const { context } = ctx;
    const db = await database(context);
    const found = await findCase(db, number);
    if (!found) throw new Problem(badRequest('There is no such case.', 404));
    const { userId } = found;
    const now = settingsOf(context).now();
    const factors = (await listOf(context, userId)).filter(({ id }) => id !== ACCOUNT_EMAIL);
    const { phones } = await reachedAt(context, db, userId);
    const others = (await casesOf(db, userId)).filter((one) => one.number !== number);
    return jsonResponse({
      ...(await lineOf(context, found)),
      subject: userId,
      isYou: userId === agent.id,
      isColleague: (await roleOf(context, userId)) !== null,
      approvals: (await approvals(db, number, now)).map(({ act }) => act),
      codesLeft: await countUnused(context, db, userId),
      factors: factors.map(({ kind, name, added, lastUsed }) => ({
        kind,
        name,
        added,
        lastUsed,
      })),
      phonesOnFile: phones,
      failedSignIns: await eventsOf(db, userId, FAILED, now - LOOKED_BACK),
      changes: await eventsOf(db, userId, CHANGES, now - LOOKED_BACK),
      otherCases: others.map(({ number: other, state, openedAt }) => ({
        ...{ number: other, state, openedAt: openedAt.getTime() },
      })),
      stands: await obstacleFor(context, db, { userId, passFor: null }),
      log: await logOf(context, db, userId),
    });
  });
}

async function logOf(context: AuthContext, db: Database, userId: string) {
  const lines = [];
  for (const { at, event, actorId, role, detail } of await findLines(db, {
    subjectId: userId,
    events: OF_THE_DESK,
    limit: MOST,
  })) {
    const actor = await emailOf(context, actorId);
    lines.push({ at: at.getTime(), event, actor, role, detail: JSON.parse(detail) as unknown });
  }
  return lines;
}

/** `POST /desk/cases/open`: opens a case for somebody who called and can't ask by themselves, or finds the one that is open. */
export async function openCase(ctx: GenericEndpointContext): Promise<Response> {
  const { account, reason } = readObject(ctx.body);
  const email = readId(account, 'account');
  const { context } = ctx;
  const user = (await context.internalAdapter.findUserByEmail(email.trim().toLowerCase()))?.user;
  const subjectId = user?.id ?? null;
  const now = settingsOf(context).now();
  const { found, freezeToken } = await actAs(ctx, { act: 'open', case: null, subjectId }, async (agent) => {
    if (!isReason(reason)) throw deny('no-reason');
    if (subjectId === null) throw deny('unknown-account');
    if (subjectId === agent.id) throw deny('own-account');
    return transaction(context, async (db) => {
      await lockGuard(db, subjectId, 'help');
      const isOpen = ({ state }: CaseRow): boolean => state === 'waiting' || state === 'escalated';
      const open = (await casesOf(db, subjectId)).find(isOpen);
      if (open) return { found: open, freezeToken: null };
      const made = await makeCase(db, subjectId, now);
      const detail = { case: made.number, reason: reason.trim() };
      const who = { actorId: agent.id, subjectId, role: agent.role };
      await audit(db, { event: 'mfa.help_requested', ...who, detail }, now);
      await show(db, subjectId, 'mfa.help_requested', now, 'help-desk');
      return { found: made, freezeToken: await makeFreezeToken(db, subjectId, now) };
    });
  });
  if (subjectId !== null && freezeToken !== null) {
    await tellOfDesk(context, subjectId, 'help-opened', { at: now, freezeToken });
  }
  return jsonResponse({ number: found.number });
}
