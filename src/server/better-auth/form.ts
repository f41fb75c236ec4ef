import type { AuthContext, GenericEndpointContext } from 'better-auth';
import { formFault, type FormFault } from '../../core/form-fault.js';
import { findChallenge, isOpen, renewChallenge } from './challenge.js';
import { database } from './database.js';
import { keyedHashes } from './keyed-hash.js';
import { settingsOf } from './options.js';
import { problemOf, type ProblemBody } from './problem.js';
import { readForm } from './request.js';
import type { ChallengeRow } from './rows.js';
import { giveSession, signedInUser } from './session.js';
import { spend } from './attempt.js';

const MINUTE = 60_000;

/** Leads the browser on by a GET. */
export function lead(location: string): Response {
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
}

/** Whatever the address of a page is, only the one word is added to it. */
export function addFault(page: string, fault: FormFault): string {
  const [address = '', ...fragment] = page.split('#');
  const query = `${address}${address.includes('?') ? '&' : '?'}mfa=${fault}`;
  return [query, ...fragment].join('#');
}

/** Back to the challenge's page. */
export const leadBack = (context: AuthContext, fault: FormFault): Response =>
  lead(addFault(settingsOf(context).challengeUrl, fault));

const faultOf = ({ code }: ProblemBody): FormFault => formFault(code) ?? 'server';

/**
 * `POST /mfa/challenge/form`: spends the one code of a plain HTML form, for a page without script. The same attempt as
 * `POST /mfa/challenge/attempts` makes, answered by leading the browser on.
 */
export async function submitForm(ctx: GenericEndpointContext): Promise<Response> {
  const { continueUrl } = settingsOf(ctx.context);
  try {
    const form = readForm(ctx.body);
    if ('fault' in form) return leadBack(ctx.context, form.fault);
    const challenge = await findChallenge(ctx);
    if (challenge) await keepOpen(ctx, challenge);
    const attempt = attemptOf(ctx.context, challenge, form);
    await spend(ctx, { attempt, proof: form.proof, trustDevice: false });
    return lead(continueUrl);
  } catch (error) {
    const fault = faultOf(problemOf(error, ctx.context.logger));
    const isIn = fault === 'challenge-over' && (await findsThemselvesIn(ctx));
    return isIn ? lead(continueUrl) : leadBack(ctx.context, fault);
  }
}

/** A page without script never loads the challenge, so the form does what loading would: it opens an ended one again. */
async function keepOpen(ctx: GenericEndpointContext, challenge: ChallengeRow): Promise<void> {
  const now = settingsOf(ctx.context).now();
  if (isOpen(challenge, now)) await renewChallenge(await database(ctx.context), challenge, now);
}

/** The answer that carried the session may have been lost, or the form was sent again from a page that was left. */
async function findsThemselvesIn(ctx: GenericEndpointContext): Promise<boolean> {
  const challenge = await findChallenge(ctx);
  const given = challenge && (await giveSession(ctx, challenge, settingsOf(ctx.context).now()));
  return given !== null || (await signedInUser(ctx)) !== null;
}

/**
 * The attempt's id: the same for the same form in the same challenge, so that what the browser sends again by itself is
 * answered and not judged again. Without an id from the page it holds for a minute: by then a person meant it.
 */
function attemptOf(
  context: AuthContext,
  challenge: ChallengeRow | null,
  { attempt, proof }: Extract<ReturnType<typeof readForm>, { proof: object }>,
): string {
  const gesture = attempt ?? Math.floor(settingsOf(context).now() / MINUTE);
  const [id] = keyedHashes(context, 'form', [challenge?.id, gesture, proof.kind, proof.code].join('\n'));
  return id;
}
