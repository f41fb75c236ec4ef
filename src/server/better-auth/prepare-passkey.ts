import type { GenericEndpointContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { findChallenge, holdOpen } from './challenge.js';
import { transaction, type Database } from './database.js';
import { holdNothingStands } from './desk/standing.js';
import { settingsOf } from './options.js';
import { beginCeremony, passkeysOf } from './passkey.js';
import { isOffered } from './policy.js';
import { jsonResponse, notOffered, Problem, ruledOut } from './problem.js';
import { readObject } from './request.js';
import type { ChallengeRow } from './rows.js';

/** `POST /mfa/challenge/passkey`: options for one assertion, bound to the challenge and its person. */
export async function preparePasskey(ctx: GenericEndpointContext): Promise<Response> {
  readObject(ctx.body);
  const ceremony = await ceremonyFor(ctx, async (db, now) => {
    const challenge = await findChallenge(ctx);
    holdOpen(challenge, now);
    await holdNothingStands(ctx.context, db, challenge);
    return challenge;
  });
  return jsonResponse(ceremony);
}

/** Begins a ceremony for who is asked: at the challenge or in a step-up. */
export function ceremonyFor(
  ctx: GenericEndpointContext,
  take: (db: Database, now: number) => Promise<ChallengeRow>,
): Promise<components['schemas']['RequestCeremony']> {
  const { policy, now: clock } = settingsOf(ctx.context);
  if (!isOffered(policy, 'passkey')) throw new Problem(ruledOut());
  const now = clock();
  return transaction(ctx.context, async (db) => {
    const challenge = await take(db, now);
    const passkeys = await passkeysOf(db, challenge.userId);
    if (passkeys.length === 0) throw new Problem(notOffered(403, 'The person has no passkey.'));
    return beginCeremony(ctx.context, db, challenge, passkeys, now);
  });
}
