import type { GenericEndpointContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { database, equal } from './database.js';
import { jsonResponse } from './problem.js';
import type { ActivityRow } from './rows.js';
import { needSession } from './session.js';

const MOST = 50;

/**
 * `GET /mfa/activity`: what happened to the account, newest first. Where from, nobody has written down.
 */
export async function recentActivity(ctx: GenericEndpointContext): Promise<Response> {
  const { userId } = await needSession(ctx);
  const db = await database(ctx.context);
  const sortBy = { field: 'at', direction: 'desc' as const };
  const rows = await db.findMany<ActivityRow>({ model: 'mfaActivity', where: equal({ userId }), sortBy, limit: MOST });
  const events = rows.map(({ what, at, byRole }): components['schemas']['Activity'] => ({
    what,
    at: at.getTime(),
    where: 'unknown',
    byRole: byRole ?? 'you',
  }));
  return jsonResponse({ events });
}
