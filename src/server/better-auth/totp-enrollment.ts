import type { GenericEndpointContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { database } from './database.js';
import { answerFor, noted, tellOf } from './enroll.js';
import { holdFresh, needEnroller, type Enroller } from './enroller.js';
import { settingsOf } from './options.js';
import { isOffered } from './policy.js';
import { emptyResponse, jsonResponse, Problem, ruledOut, superseded } from './problem.js';
import { readCode, readId, readObject, readStart } from './request.js';
import { sharing } from './sending.js';
import { beginSetup, dropSetup, findSetup, verifySetup } from './totp-setup.js';

type Schemas = components['schemas'];

const REFUSED = 'mfa.factor_refused';

function holdPolicy({ context }: GenericEndpointContext): void {
  if (!isOffered(settingsOf(context).policy, 'totp')) throw new Problem(ruledOut('The policy rules apps out.'));
}

/** `POST /mfa/totp/setups`: the key of a new app, which is in this answer and nowhere else. */
export async function startTotp(ctx: GenericEndpointContext): Promise<Response> {
  const wanted = readStart(ctx.body);
  const enroller = await needEnroller(ctx);
  return noted(ctx, enroller, REFUSED, async () => {
    await holdFresh(ctx, enroller);
    holdPolicy(ctx);
    const { setupId, key } = await beginSetup(ctx.context, enroller, wanted);
    return jsonResponse({ id: setupId, uri: key.uri, key: key.base32 } satisfies Schemas['TotpSetup']);
  });
}

const once = sharing<void>();

/** `POST /mfa/totp/setups/{setup}/verify`: puts the app in force, and ends the one that it replaces. */
export async function verifyTotp(ctx: GenericEndpointContext): Promise<Response> {
  const setupId = readId(ctx.params?.setup, 'setup');
  const code = readCode(ctx.body);
  const enroller = await needEnroller(ctx);
  holdPolicy(ctx);
  await once(`${enroller.id} ${setupId} ${code}`, () =>
    noted(ctx, enroller, REFUSED, () => verify(ctx, enroller, setupId, code)),
  );
  const setup = await findSetup(await database(ctx.context), enroller.userId, setupId);
  if (!setup) throw new Problem(superseded('This set-up can no longer be finished.'));
  return jsonResponse(await answerFor(ctx, setup, enroller));
}

async function verify(ctx: GenericEndpointContext, enroller: Enroller, setupId: string, code: string): Promise<void> {
  const found = await verifySetup(ctx, enroller, setupId, code);
  if (found.kind === 'refused') throw new Problem(found.problem);
  if (!found.isNew) return;
  const what = found.replaced ? 'app-replaced' : 'factor-added';
  await tellOf(ctx, 'mfaSetup', found.setup, what, settingsOf(ctx.context).now());
}

/** `POST /mfa/totp/setups/{setup}/abandon` */
export async function abandonTotp(ctx: GenericEndpointContext): Promise<Response> {
  readObject(ctx.body);
  const setupId = readId(ctx.params?.setup, 'setup');
  await dropSetup(ctx.context, await needEnroller(ctx), setupId);
  return emptyResponse();
}
