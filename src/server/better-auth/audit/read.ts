import type { AuthContext, GenericEndpointContext } from 'better-auth';
import { contextOf, database, type AuthApp } from '../database.js';
import { asAgent } from '../desk/agent.js';
import { badRequest, jsonResponse, Problem } from '../problem.js';
import { credentialChangeOf, type CredentialChange } from './caep.js';
import { auditEventOf, type AuditEvent } from './events.js';
import { findLines, type AuditQuery } from './log.js';
import { readId } from '../request.js';

const MOST = 200;
const USUAL = 50;

/** A line of the log. */
export interface AuditLine {
  readonly id: string;
  /** Milliseconds, by the server's clock. */
  readonly at: number;
  readonly event: AuditEvent;
  /** The id of who did it. */
  readonly actor: string;
  /** The id of whose account it is about; null: nobody's that there is. */
  readonly subject: string | null;
  /** `user`, or the role that an agent acted in. */
  readonly role: string;
  /** What there is to say of it: the case, how identity was proved, the reason, the kind of the factor. Never a secret. */
  readonly detail: Readonly<Record<string, unknown>>;
  /** What it means to OpenID CAEP; null: it changes no credential. */
  readonly change: CredentialChange | null;
}

/** What is asked of the log. Every member narrows it. */
export interface AuditRequest extends Omit<AuditQuery, 'events' | 'actorId' | 'subjectId' | 'limit'> {
  /** One event or several, by the log's names or another's, see `AUDIT_ALIASES`. */
  readonly event?: string | readonly string[];
  readonly actor?: string;
  readonly subject?: string;
  /** At most 200. [50] */
  readonly limit?: number;
}

/**
 * Reads the audit log, newest first: by what happened, who did it, whose account it is about, and when.
 *
 * @throws {RangeError} for an event that nobody writes, a time or a number that is none
 */
export async function readAudit(auth: AuthApp, request: AuditRequest = {}): Promise<readonly AuditLine[]> {
  return linesOf(await contextOf(auth), request);
}

async function linesOf(context: AuthContext, request: AuditRequest): Promise<readonly AuditLine[]> {
  const { event, actor, subject, from, to, offset, limit = USUAL } = request;
  const whole = [from, to, offset, limit].filter((number) => number !== undefined);
  if (!whole.every((number) => Number.isSafeInteger(number) && number >= 0) || limit < 1 || limit > MOST)
    throw new RangeError(`Times, offset and limit are whole numbers; the limit is ${MOST} at most.`);
  const events = event === undefined ? undefined : [event].flat().map(named);
  const query: AuditQuery = {
    ...{ limit, ...(events && { events }) },
    ...(actor !== undefined && { actorId: actor }),
    ...(subject !== undefined && { subjectId: subject }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(offset !== undefined && { offset }),
  };
  return (await findLines(await database(context), query)).map(
    ({ id, at, event: name, actorId, subjectId, role, detail }) => {
      const line = { event: name as AuditEvent, role, detail: JSON.parse(detail) as AuditLine['detail'] };
      return { id, at: at.getTime(), actor: actorId, subject: subjectId, ...line, change: credentialChangeOf(line) };
    },
  );
}

function named(name: string): AuditEvent {
  const event = auditEventOf(name);
  if (!event) throw new RangeError(`Nobody writes an event "${name}".`);
  return event;
}

/** `GET /desk/audit`, for agents: as `readAudit`, by the query of the address; `event` may stand in it several times. */
export function auditRoute(ctx: GenericEndpointContext): Promise<Response> {
  return asAgent(ctx, async () => {
    const asked = new URL(ctx.request?.url ?? 'http://localhost').searchParams;
    const number = (name: string) => (asked.has(name) ? { [name]: Number(asked.get(name)) } : {});
    const text = (name: string) => (asked.has(name) ? { [name]: readId(asked.get(name), name) } : {});
    const request: AuditRequest = {
      ...(asked.has('event') && { event: asked.getAll('event') }),
      ...{ ...text('actor'), ...text('subject') },
      ...{ ...number('from'), ...number('to'), ...number('offset'), ...number('limit') },
    };
    try {
      return jsonResponse({ lines: await linesOf(ctx.context, request) });
    } catch (error) {
      throw error instanceof RangeError ? new Problem(badRequest(error.message, 422)) : error;
    }
  });
}
