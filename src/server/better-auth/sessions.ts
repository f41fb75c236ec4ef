import type { GenericEndpointContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { record } from './activity.js';
import { transaction } from './database.js';
import { settingsOf } from './options.js';
import { jsonResponse } from './problem.js';
import { endTask } from './repair.js';
import { readObject } from './request.js';
import { forgetRotations, giveRotated, rotateSession } from './rotation.js';
import { needSession } from './session.js';
import { lockFactors } from './totp-setup.js';
import { forgetDevices } from './trusted-device.js';

/**
 * `POST /mfa/sessions/end-others`: every session but this one, every trust in a device, and every copy of this session's own
 * cookie. Here the token from before leads nowhere: whoever holds a copy would come along.
 */
export async function endOtherSessions(ctx: GenericEndpointContext): Promise<Response> {
  readObject(ctx.body);
  const session = await needSession(ctx);
  const { id, userId } = session;
  const { internalAdapter } = ctx.context;
  const ended = await transaction(ctx.context, async (db) => {
    await lockFactors(db, userId);
    await rotateSession(ctx, db, session, settingsOf(ctx.context).now());
    const sessions = await internalAdapter.listSessions(userId, { onlyActiveSessions: true });
    const others = sessions.filter((one) => one.id !== id).map(({ token }) => token);
    if (others.length > 0) await internalAdapter.deleteSessions(others);
    await forgetRotations(db, userId);
    await forgetDevices(db, userId);
    await endTask(db, userId, 'end-other-sessions');
    await record(db, userId, 'mfa.sessions_ended', settingsOf(ctx.context).now());
    return others.length;
  });
  await giveRotated(ctx, id);
  return jsonResponse({ ended, trustedDevices: 'forgotten' } satisfies components['schemas']['SessionsEnded']);
}
