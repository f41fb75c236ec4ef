import type { AuthContext, GenericEndpointContext } from 'better-auth';
import { database, transaction } from '../database.js';
import { settingsOf } from '../options.js';
import { badRequest, Problem, problem, ruledOut, type ProblemBody } from '../problem.js';
import { hasSecondFactor } from '../second-factor.js';
import { needSession, type Session } from '../session.js';
import { needFresh } from '../step-up.js';
import { needDesk } from './assistance.js';
import { audit } from '../audit/log.js';
import type { Denial } from './rules.js';

/** Somebody who acts for the help team. */
export interface Agent {
  readonly id: string;
  readonly role: string;
}

/** A refusal that the audit log keeps. */
export class Denied extends Problem {
  constructor(
    body: ProblemBody,
    readonly why: Denial,
  ) {
    super(body);
  }
}

/** What an agent is told, in words that their page may show. */
const WORDS: Readonly<Record<Denial, string>> = {
  'not-an-agent': 'This is for the help team.',
  'no-fresh-proof': 'An agent needs a second factor.',
  'no-proof': 'Choose how you know who it is.',
  'no-reason': 'Write a reason of ten characters or more.',
  'foreign-case': 'This case is not of this person.',
  'own-account': 'Nobody acts on their own account.',
  'closed-case': 'This case is closed, or somebody was faster.',
  'escalated-by-you': 'You handed this case on: another agent decides.',
  'no-second-agent': "A second agent has to agree before a colleague's account is changed.",
  'too-many-today': 'You have opened as many accounts as one agent may in a day.',
  'recovery-forbidden': 'The policy forbids recovery.',
  'not-possible': 'This account has nothing that this would help with.',
  'unknown-account': 'There is no such account.',
  malformed: 'This can not be read: one to three codes, and for an agreement the act that it is for.',
};

const MALFORMED: readonly Denial[] = ['no-proof', 'no-reason', 'malformed'];

export function deny(why: Denial): Denied {
  if (MALFORMED.includes(why)) return new Denied(problem('bad-request', 422, WORDS[why]), why);
  if (why === 'unknown-account') return new Denied(badRequest(WORDS[why], 404), why);
  if (why === 'closed-case') return new Denied(problem('superseded', 409, WORDS[why]), why);
  return new Denied(ruledOut(WORDS[why]), why);
}

/** The role that somebody has in the help team by now; null for everybody else. */
export async function roleOf(context: AuthContext, userId: string): Promise<string | null> {
  const user = await context.internalAdapter.findUserById(userId);
  const { assistance } = settingsOf(context);
  if (!user || !assistance) return null;
  const { id, email, emailVerified } = user;
  return assistance.role({ id, email, emailVerified });
}

/** Who acts: an agent by role, with a second factor and a fresh proof of it. */
export async function needAgent(ctx: GenericEndpointContext, session: Session): Promise<Agent> {
  const role = await roleOf(ctx.context, session.userId);
  if (role === null) throw deny('not-an-agent');
  if (!(await hasSecondFactor(ctx.context, session.userId))) throw deny('no-fresh-proof');
  try {
    await needFresh(ctx, session);
  } catch (error) {
    throw error instanceof Problem ? new Denied(error.body, 'no-fresh-proof') : error;
  }
  return { id: session.userId, role };
}

/** Serves an agent who only looks. */
export async function asAgent<T>(ctx: GenericEndpointContext, work: (agent: Agent) => Promise<T>): Promise<T> {
  needDesk(ctx);
  return work(await needAgent(ctx, await needSession(ctx)));
}

/** Serves an agent who acts; what is refused is written down, after the transaction that refused it is undone. */
export async function actAs<T>(
  ctx: GenericEndpointContext,
  what: { readonly act: string; readonly case: string | null; readonly subjectId: string | null },
  work: (agent: Agent) => Promise<T>,
): Promise<T> {
  needDesk(ctx);
  const session = await needSession(ctx);
  try {
    return await work(await needAgent(ctx, session));
  } catch (error) {
    if (error instanceof Denied) await noteDenial(ctx, session.userId, what, error.why);
    throw error;
  }
}

async function noteDenial(
  { context }: GenericEndpointContext,
  actorId: string,
  { act, case: number, subjectId }: { act: string; case: string | null; subjectId: string | null },
  why: Denial,
): Promise<void> {
  const role = (await roleOf(context, actorId)) ?? 'user';
  // Whoever is no agent may name anybody and write anything: it stands in nobody's log but their own.
  const isAgent = why !== 'not-an-agent';
  const isNumber = number !== null && /^\d{3}-\d{6}$/.test(number);
  const detail = { act, case: isNumber ? number : null, why };
  const known =
    isAgent && subjectId !== null && (await context.internalAdapter.findUserById(subjectId)) ? subjectId : null;
  await transaction(context, async () =>
    audit(
      await database(context),
      { event: 'mfa.admin_action_denied', actorId, subjectId: known, role, detail },
      settingsOf(context).now(),
    ),
  );
}
