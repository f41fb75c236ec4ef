import { param, readFlag, readText, type Ask } from './ask.js';
import { MINUTE } from './clock.js';
import { cookiesAfter, enrolled, needEnroller, needEnrolling } from './enroll.js';
import { takeStep } from './judge.js';
import type { Ok } from './schema.js';
import { notAllowed, problem, Refusal, superseded, type Reply } from './wire.js';
import type { SetupRecord, TotpFactor, World } from './world.js';

const SETUP_TTL = 30 * MINUTE;

/** `POST /totp/setups` */
export function startTotp(ask: Ask): Reply<Ok<'startTotp'>> {
  const { world } = ask;
  const [replace, lost] = [readFlag(ask, 'replace'), readFlag(ask, 'lost')];
  needEnroller(ask);
  const { factors, email } = world.account;
  if (!replace && factors.some(({ kind }) => kind === 'totp')) {
    throw notAllowed('policy', 'An app is there already: the new one has to take its place.');
  }
  for (const older of world.setups.values()) if (older.state === 'open') older.state = 'ended';
  const key = world.secrets.key();
  const id = world.newId('setup');
  world.setups.set(id, { id, key, replace, lost, at: world.clock.now(), state: 'open', done: null });
  const label = `Simulated service:${email}`;
  const uri = `otpauth://totp/${encodeURIComponent(label)}?secret=${key}&issuer=Simulated%20service`;
  return { body: { id, uri, key } };
}

/** `POST /totp/setups/{setup}/verify` */
export function verifyTotp(ask: Ask): Reply<Ok<'verifyTotp'>> {
  const { world } = ask;
  const setup = world.setups.get(param(ask, 'setup'));
  const code = readText(ask, 'code', 64);
  needEnrolling(ask);
  const inForce = setup?.done && world.account.factors.some(({ id }) => id === setup.done?.factor);
  // Asked again after a lost answer.
  if (setup?.done && inForce) return { body: setup.done.enrolled, ...cookiesAfter(ask) };
  if (setup?.state !== 'open' || world.clock.now() >= setup.at + SETUP_TTL) {
    throw superseded('This setup can no longer be finished.');
  }
  const app = newApp(world, setup);
  const judgement = takeStep(world, app, code);
  if (judgement !== 'right') throw new Refusal(problem('wrong-code', 422, 'This code is not right.'));
  putInForce(world, setup, app);
  setup.state = 'done';
  setup.done = { factor: app.id, enrolled: enrolled(ask, 'mfa.factor_enrolled') };
  return { body: setup.done.enrolled, ...cookiesAfter(ask) };
}

function newApp({ clock, account }: World, { id, key, replace }: SetupRecord): TotpFactor {
  const old = replace ? account.factors.find(({ kind }) => kind === 'totp') : undefined;
  const name = old?.name ?? 'Authenticator app';
  return { kind: 'totp', id: `app-of-${id}`, name, key, added: clock.now(), lastUsed: null, lastStep: 0 };
}

/** The new app comes into force and the replaced one ends in one act. */
function putInForce({ account }: World, { replace, lost }: SetupRecord, app: TotpFactor): void {
  const { factors, repair } = account;
  const at = factors.findIndex(({ kind }) => kind === 'totp');
  if (replace && at >= 0) {
    factors.splice(at, 1, app);
    repair.delete('retire-lost');
  } else {
    factors.push(app);
  }
  if (lost) repair.add('end-other-sessions');
}

/** `POST /totp/setups/{setup}/abandon` */
export function abandonTotp(ask: Ask): Reply<null> {
  const id = param(ask, 'setup');
  needEnrolling(ask);
  const setup = ask.world.setups.get(id);
  if (setup?.state === 'open') setup.state = 'ended';
  return { body: null };
}
