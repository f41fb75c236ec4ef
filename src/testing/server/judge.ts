import { DELIVERED_TTL } from './offers.js';
import { judgeAssertion } from './ceremonies.js';
import { countFailure, locked, resetGuard } from './guard.js';
import type { AnyProof } from './schema.js';
import { appCodeAt, CODE_FORMAT, grouped, stepAt } from './secrets.js';
import { setInForce } from './standing.js';
import { problem, type ProblemBody } from './wire.js';
import type { GuardedKind, TotpFactor, World } from './world.js';

type Judgement = 'right' | 'wrong' | 'used' | 'expired';
type Typed<K> = Extract<AnyProof, { kind: K }>;

/** Spends one proof: null if it is right, or why not. `owner`: the challenge or session that it is given in. */
export function judge(world: World, proof: AnyProof, owner: string): ProblemBody | null {
  if (proof.kind === 'passkey') {
    const factor = judgeAssertion(world, owner, proof.ceremony, proof.credential);
    if (!factor) return problem('passkey-refused', 422, 'This passkey is not right.');
    factor.lastUsed = world.clock.now();
    return null;
  }
  const blocked = locked(world, proof.kind);
  if (blocked) return blocked;
  return refusal(world, proof.kind, look(world, proof, owner));
}

function look(world: World, proof: Exclude<AnyProof, { kind: 'passkey' }>, owner: string): Judgement {
  switch (proof.kind) {
    case 'totp':
      return judgeApp(world, proof);
    case 'backup-code':
      return judgeBackupCode(world, proof);
    case 'delivered-code':
      return judgeDelivered(world, proof, owner);
    case 'enrollment-pass':
      return judgePass(world, proof);
    case 'password':
      return proof.password === world.account.password ? 'right' : 'wrong';
  }
}

function refusal(world: World, kind: GuardedKind, judgement: Judgement): ProblemBody | null {
  switch (judgement) {
    case 'right':
      resetGuard(world, kind);
      return null;
    case 'expired':
      return problem('delivered-code-expired', 422, 'This code is too old.');
    case 'used':
      return problem('used-code', 422, 'This code was used before.', countFailure(world, kind));
    case 'wrong':
      return problem('wrong-code', 422, 'This code is not right.', countFailure(world, kind));
  }
}

function judgeApp(world: World, { code }: Typed<'totp'>): Judgement {
  let judgement: Judgement = 'wrong';
  for (const factor of world.account.factors) {
    const one = factor.kind === 'totp' ? takeStep(world, factor, code) : 'wrong';
    if (one === 'right') return one;
    if (one === 'used') judgement = one;
  }
  return judgement;
}

/** Takes the time step of a code, so that no code of that step or an earlier one counts again (RFC 6238, 5.2). */
export function takeStep(
  { clock }: World,
  app: Pick<TotpFactor, 'key' | 'lastStep' | 'lastUsed'>,
  code: string,
): Judgement {
  const now = stepAt(clock.now());
  const typed = code.replaceAll(/\s/g, '');
  const step = [now, now - 1, now + 1].find((one) => appCodeAt(app.key, one) === typed);
  if (step === undefined) return 'wrong';
  if (step <= app.lastStep) return 'used';
  app.lastStep = step;
  app.lastUsed = clock.now();
  return 'right';
}

function judgeBackupCode(world: World, { code }: Typed<'backup-code'>): Judgement {
  const typed = canonical(code);
  const found = setInForce(world)?.codes.find((one) => one.code === typed);
  if (!found) return 'wrong';
  if (found.usedAt !== null) return 'used';
  found.usedAt = world.clock.now();
  return 'right';
}

function judgeDelivered({ account, clock }: World, { id, code }: Typed<'delivered-code'>, owner: string): Judgement {
  const factor = account.factors.find((one) => one.id === id);
  const sent = factor?.kind === 'delivered-code' ? factor.sent : null;
  const isLive = sent?.owner === owner && !sent.used && clock.now() < sent.at + DELIVERED_TTL;
  if (!factor || !isLive) return 'expired';
  if (sent.code !== code.replaceAll(/\s/g, '')) return 'wrong';
  sent.used = true;
  factor.lastUsed = clock.now();
  return 'right';
}

function judgePass({ account }: World, { code }: Typed<'enrollment-pass'>): Judgement {
  const pass = account.enroll?.pass;
  if (!pass || pass.code !== canonical(code)) return 'wrong';
  if (pass.used) return 'used';
  pass.used = true;
  return 'right';
}

/** The code as it is kept; undefined for what can't be one. */
function canonical(typed: string): string | undefined {
  const characters = typed.toUpperCase().replaceAll(/[\s\p{Pd}]/gu, '');
  const isCode = characters.length === 12 && [...characters].every((c) => CODE_FORMAT.alphabet.includes(c));
  return isCode ? grouped(characters) : undefined;
}
