import type { GenericEndpointContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { CODE_FORMAT, codesMadeOn } from './backup-code.js';
import { findChallenge, hasSecondFactor, isOpen, renewChallenge } from './challenge.js';
import { database } from './database.js';
import { settingsOf } from './options.js';
import { jsonResponse } from './problem.js';
import { readHandle } from './request.js';
import type { ChallengeRow } from './schema.js';
import { signedInUser } from './session.js';

type Schemas = components['schemas'];

/** `GET /mfa/challenge`: what the person meets. */
export async function loadChallenge(ctx: GenericEndpointContext): Promise<Response> {
  readHandle((ctx.query as { handle?: unknown } | undefined)?.handle);
  return jsonResponse(await entry(ctx));
}

async function entry(ctx: GenericEndpointContext): Promise<Schemas['Entry']> {
  const now = settingsOf(ctx.context).now();
  const challenge = await findChallenge(ctx);
  if (challenge && isOpen(challenge, now) && (await hasSecondFactor(ctx.context, challenge.userId))) {
    return { status: 'challenge', challenge: await describe(ctx, challenge, now) };
  }
  const signedIn = (await signedInUser(ctx)) !== null;
  return signedIn ? { status: 'signed-in', todo: [] } : { status: 'sign-in-first' };
}

async function describe(
  ctx: GenericEndpointContext,
  challenge: ChallengeRow,
  now: number,
): Promise<Schemas['Challenge']> {
  const db = await database(ctx.context);
  const user = await ctx.context.internalAdapter.findUserById(challenge.userId);
  const madeOn = await codesMadeOn(db, challenge.userId);
  const offers: Schemas['Offer'][] = [{ kind: 'totp' }];
  if (madeOn !== null) offers.push({ kind: 'backup-code', format: CODE_FORMAT, madeOn });
  return {
    handle: challenge.id,
    offers,
    certainty: 'told',
    account: user ? maskEmail(user.email) : 'unknown',
    expiresAt: await renewChallenge(db, challenge, now),
    trust: null,
    notices: [],
  };
}

/** Enough for the person to know which account it is, and for nobody else to learn it. */
function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const [first = ''] = email.slice(0, at);
  return `${first}•••${email.slice(at)}`;
}
