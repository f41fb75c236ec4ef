import type { AuthContext, GenericEndpointContext } from 'better-auth';
import { findOutcome, replaceOutcome, type Verified } from './attempt-log.js';
import { database } from './database.js';
import { tellPerson } from './notice.js';
import { traceOf } from './problem.js';
import { whereOf } from './where.js';

/** How long a person who is in waits for a message about it to leave. */
const PATIENCE = 3_000;

interface Passed {
  readonly challengeId: string;
  readonly userId: string;
  readonly attempt: string;
  readonly verified: Verified;
}

/** Of this process: the same attempt, sent again meanwhile, waits for the same answer. */
const underWay = new Map<string, Promise<Verified>>();

/** Tells a person that a backup code was used to sign in. Keeps and answers who was told; never throws. */
export function tellOfCode(ctx: GenericEndpointContext, passed: Passed, now: number): Promise<Verified> {
  const key = `${passed.challengeId} ${passed.attempt}`;
  const telling = tell(ctx, passed, now)
    .catch((error: unknown) => {
      ctx.context.logger.error('mfa-elements: nobody was told of a backup code.', traceOf(error));
      return passed.verified;
    })
    .finally(() => underWay.delete(key));
  underWay.set(key, telling);
  return telling;
}

/** The same of a code that the help team made, which opened the set-up of a factor. Never throws. */
export async function tellOfTemporaryCode(ctx: GenericEndpointContext, userId: string, now: number): Promise<void> {
  const { context } = ctx;
  try {
    await tellPerson(context, userId, 'backup-code-used', now, { patience: PATIENCE, where: whereOf(ctx) });
  } catch (error) {
    context.logger.error('mfa-elements: nobody was told of a temporary code.', traceOf(error));
  }
}

async function tell(
  ctx: GenericEndpointContext,
  { challengeId, userId, attempt, verified }: Passed,
  now: number,
): Promise<Verified> {
  const { context } = ctx;
  const more = { patience: PATIENCE, where: whereOf(ctx) };
  const notified = await tellPerson(context, userId, 'backup-code-used', now, more);
  const told = { ...verified, notified };
  await replaceOutcome(await database(context), challengeId, attempt, { kind: 'passed', verified: told });
  return told;
}

/** What is answered to an attempt that passed before: with who was told, as far as it is known by now. */
export async function toldBefore(context: AuthContext, { challengeId, attempt, verified }: Passed): Promise<Verified> {
  const telling = underWay.get(`${challengeId} ${attempt}`);
  if (telling) return telling;
  const outcome = await findOutcome(await database(context), challengeId, attempt);
  return outcome?.kind === 'passed' ? outcome.verified : verified;
}
