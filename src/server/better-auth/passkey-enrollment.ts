import type { GenericEndpointContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { database } from './database.js';
import { answerFor, noted, tellOf } from './enroll.js';
import { holdFresh, needEnroller, type Enroller } from './enroller.js';
import { listOf } from './factors.js';
import { settingsOf } from './options.js';
import { isOffered } from './policy.js';
import { jsonResponse, Problem, ruledOut, superseded } from './problem.js';
import { beginRegistration, findRegistration, finishRegistration } from './registration.js';
import { readId, readKind, readRegistration } from './request.js';
import { sharing } from './sending.js';

const REFUSED = 'mfa.factor_refused';

function holdPolicy({ context }: GenericEndpointContext): void {
  if (!isOffered(settingsOf(context).policy, 'passkey')) throw new Problem(ruledOut('The policy rules passkeys out.'));
}

/** `POST /mfa/passkeys/ceremonies`: options for one registration, bound to who begins it. */
export async function prepareRegistration(ctx: GenericEndpointContext): Promise<Response> {
  const kind = readKind(ctx.body);
  const enroller = await needEnroller(ctx);
  return noted(ctx, enroller, REFUSED, async () => {
    await holdFresh(ctx, enroller);
    holdPolicy(ctx);
    return jsonResponse(await beginRegistration(ctx.context, enroller, kind));
  });
}

const once = sharing<void>();

/** `POST /mfa/passkeys/ceremonies/{ceremony}/register` */
export async function registerPasskey(ctx: GenericEndpointContext): Promise<Response> {
  const ceremony = readId(ctx.params?.ceremony, 'ceremony');
  const given = readRegistration(ctx.body);
  const enroller = await needEnroller(ctx);
  holdPolicy(ctx);
  const { userId } = enroller;
  await once(`${enroller.id} ${ceremony}`, () =>
    noted(ctx, enroller, REFUSED, () => register(ctx, enroller, ceremony, given)),
  );
  const db = await database(ctx.context);
  const begun = await findRegistration(db, userId, ceremony);
  if (!begun) throw new Problem(superseded('This ceremony can no longer be finished.'));
  const factor = (await listOf(ctx.context, userId)).find(({ id }) => id === begun.passkeyId) ?? 'unknown';
  const body: components['schemas']['Registered'] = { ...(await answerFor(ctx, begun, enroller)), factor };
  return jsonResponse(body);
}

async function register(
  ctx: GenericEndpointContext,
  enroller: Enroller,
  ceremony: string,
  given: ReturnType<typeof readRegistration>,
): Promise<void> {
  const found = await finishRegistration(ctx, enroller, ceremony, given);
  if (found.kind === 'refused') throw new Problem(found.problem);
  if (!found.isNew) return;
  await tellOf(ctx, 'mfaRegistration', found.begun, 'factor-added', settingsOf(ctx.context).now());
}
