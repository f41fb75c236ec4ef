import { passkeyName } from './account.js';
import { param, readFields, readKind, type Ask } from './ask.js';
import { beginRegistration, readCredential } from './ceremonies.js';
import { cookiesAfter, enrolled, needEnroller, needEnrolling } from './enroll.js';
import { readName, tell } from './factors.js';
import type { Ok } from './schema.js';
import { credentialsOf } from './standing.js';
import { badRequest, problem, Refusal, superseded, type Reply } from './wire.js';
import type { PasskeyFactor } from './world.js';

/** `POST /passkeys/ceremonies` */
export function prepareRegistration(ask: Ask): Reply<Ok<'prepareRegistration'>> {
  const kind = readKind(ask);
  return { body: beginRegistration(ask, needEnroller(ask), kind) };
}

/** `POST /passkeys/ceremonies/{ceremony}/register` */
export function registerPasskey(ask: Ask): Reply<Ok<'registerPasskey'>> {
  const { world } = ask;
  const ceremony = world.ceremonies.get(param(ask, 'ceremony'));
  const given = readFields(ask, 'credential');
  if (typeof ask.body.name !== 'string' && ask.body.name !== null) throw badRequest('Malformed: name.');
  needEnrolling(ask);
  // Asked again after a lost answer.
  if (ceremony?.registered) return { body: ceremony.registered, ...cookiesAfter(ask) };
  const kind = ceremony?.kind ?? null;
  if (!ceremony || kind === null || world.clock.now() >= ceremony.expiresAt) {
    throw superseded('This ceremony can no longer be finished.');
  }
  const name = ask.body.name === null ? passkeyName(kind) : readName(ask.body.name);
  const read = readCredential(given, ceremony);
  if (!read) throw new Refusal(problem('passkey-refused', 422, 'This credential does not answer the ceremony.'));
  if (credentialsOf(world).includes(read.credential)) {
    throw new Refusal(problem('passkey-exists', 409, 'The account has this credential.'));
  }
  const factor: PasskeyFactor = {
    kind,
    id: world.newId('passkey'),
    name,
    credential: read.credential,
    synced: kind === 'passkey',
    added: world.clock.now(),
    lastUsed: null,
  };
  world.account.factors.push(factor);
  ceremony.registered = { ...enrolled(ask, 'mfa.factor_enrolled'), factor: tell(world, factor) };
  return { body: ceremony.registered, ...cookiesAfter(ask) };
}
