import type { GenericEndpointContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { record } from './activity.js';
import { transaction } from './database.js';
import { settingsOf } from './options.js';
import { jsonResponse } from './problem.js';
import { endTask } from './repair.js';
import { readObject } from './request.js';
import { forgetRotations } from './rotation.js';
import { needSession } from './session.js';
import { forgetDevices } from './trusted-device.js';

/** `POST /mfa/sessions/end-others`: every session but this one, and every trust in a device. */
export async function endOtherSessions(ctx: GenericEndpointContext): Promise<Response> {
  readObject(ctx.body);
  const { id, userId } = await needSession(ctx);
  const { internalAdapter } = ctx.context;
  const ended = await transaction(ctx.context, async (db) => {
    const sessions = await internalAdapter.listSessions(userId, { onlyActiveSessions: true });
    const others = sessions.filter((one) => one.id !== id).map(({ token }) => token);
    if (others.length > 0) await internalAdapter.deleteSessions(others);
    await forgetRotations(db, userId);
    await forgetDevices(db, userId);
    await endTask(db, userId, 'end-other-sessions');
    await record(db, userId, 'mfa.sessions_ended', settingsOf(ctx.context).now());
    return others.length;
  });
  return jsonResponse({ ended, trustedDevices: 'forgotten' } satisfies components['schemas']['SessionsEnded']);
}
