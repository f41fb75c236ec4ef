import type { GenericEndpointContext } from 'better-auth';
import { findChallenge, holdOpen } from './challenge.js';
import { database } from './database.js';
import { settingsOf } from './options.js';
import { beginCeremony, passkeysOf } from './passkey.js';
import { isOffered } from './policy.js';
import { jsonResponse, notOffered, Problem, ruledOut } from './problem.js';
import { readObject } from './request.js';

/** `POST /mfa/challenge/passkey`: options for one assertion, bound to the challenge and its person. */
export async function preparePasskey(ctx: GenericEndpointContext): Promise<Response> {
  readObject(ctx.body);
  const { policy, now: clock } = settingsOf(ctx.context);
  if (!isOffered(policy, 'passkey')) throw new Problem(ruledOut());
  const now = clock();
  const challenge = await findChallenge(ctx);
  holdOpen(challenge, now);
  const db = await database(ctx.context);
  const passkeys = await passkeysOf(db, challenge.userId);
  if (passkeys.length === 0) throw new Problem(notOffered(403, 'The person has no passkey.'));
  return jsonResponse(await beginCeremony(ctx.context, db, challenge, passkeys, now));
}
