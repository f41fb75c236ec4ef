import { param, type Ask } from './ask.js';
import { needEnrolling } from './enroll.js';
import { notify, record } from './record.js';
import type { Ok, Schemas } from './schema.js';
import { acceptedOf, isLast } from './standing.js';
import { forgetDevices } from './sessions.js';
import { needFresh } from './step-up.js';
import { badRequest, notAllowed, problem, Refusal, type Reply } from './wire.js';
import type { FactorRecord, World } from './world.js';

/** As `GET /factors` tells it. */
export function tell(world: World, factor: FactorRecord): Schemas['Factor'] {
  return {
    id: factor.id,
    kind: factor.kind,
    name: factor.name,
    opens: 'second-step',
    added: factor.added,
    lastUsed: factor.lastUsed ?? 'unknown',
    synced: 'synced' in factor ? factor.synced : 'unknown',
    // A destination is called by what it is.
    canRename: factor.kind !== 'delivered-code',
    removal: isLast(world, factor.id) ? 'blocked' : 'alone',
  };
}

/** `GET /factors` */
export function listFactors(ask: Ask): Reply<Ok<'listFactors'>> {
  needEnrolling(ask);
  return { body: { factors: ask.world.account.factors.map((factor) => tell(ask.world, factor)) } };
}

/** The name as it is kept: what a person gives may not be empty, too long, or hold control characters. */
export function readName(value: unknown): string {
  const isGood = typeof value === 'string' && value.trim() !== '' && value.length <= 64 && !/\p{Cc}/u.test(value);
  if (!isGood) throw new Refusal(problem('invalid-name', 422, 'This is no name.'));
  return value.trim();
}

/** `POST /factors/{factor}/rename` */
export function renameFactor(ask: Ask): Reply<null> {
  const id = param(ask, 'factor');
  if (typeof ask.body.name !== 'string') throw badRequest('Malformed: name.');
  needEnrolling(ask);
  const name = readName(ask.body.name);
  const factor = ask.world.account.factors.find((one) => one.id === id);
  if (!factor) throw badRequest('There is no such factor.', 404);
  if (factor.kind === 'delivered-code') throw notAllowed('not-offered', 'A destination has no other name.');
  factor.name = name;
  record(ask, 'mfa.factor_renamed');
  return { body: null };
}

/** `POST /factors/{factor}/remove` */
export function removeFactor(ask: Ask): Reply<Ok<'removeFactor'>> {
  const { world } = ask;
  const id = param(ask, 'factor');
  needFresh(ask);
  const { factors, repair } = world.account;
  const at = factors.findIndex((one) => one.id === id);
  if (at < 0) return { body: { ...acceptedOf(world, ask.relyingParty), notified: [] } };
  if (isLast(world, id)) throw notAllowed('last-factor', 'This is the last way into the account.');
  factors.splice(at, 1);
  forgetDevices(world);
  repair.delete('retire-lost');
  record(ask, 'mfa.factor_removed');
  return { body: { ...acceptedOf(world, ask.relyingParty), notified: notify(world, 'mfa.factor_removed') } };
}
