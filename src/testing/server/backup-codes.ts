import { makeSet } from './account.js';
import { needSession, param, type Ask } from './ask.js';
import { HOUR } from './clock.js';
import { notify, record } from './record.js';
import type { Ok, Schemas } from './schema.js';
import { CODE_FORMAT } from './secrets.js';
import { forgetDevices } from './sessions.js';
import { codesLeft, couldStand, setInForce } from './standing.js';
import { needFresh } from './step-up.js';
import { notAllowed, problem, Refusal, superseded, type Reply } from './wire.js';
import type { CodeSetRecord, World } from './world.js';

/** How long a staged set waits for its confirmation. */
const CONFIRM_TTL = HOUR;

function staged({ account, clock }: World): CodeSetRecord | null {
  return account.sets.find((set) => set.state === 'staged' && clock.now() < set.made + CONFIRM_TTL) ?? null;
}

/** `GET /backup-codes` */
export function backupCodesStatus(ask: Ask): Reply<Ok<'backupCodesStatus'>> {
  needSession(ask);
  const { world } = ask;
  const set = setInForce(world) ?? staged(world);
  if (!set) {
    return { body: { state: 'none', left: 0, of: 0, made: 'unknown', lastUsed: 'unknown', temporary: false } };
  }
  const left = codesLeft(world);
  const state = set.state === 'staged' ? 'staged' : left > 0 ? 'on' : 'used-up';
  const used = set.codes.flatMap(({ usedAt }) => (usedAt === null ? [] : [usedAt]));
  const lastUsed = used.length > 0 ? Math.max(...used) : 'unknown';
  return { body: { state, left, of: set.codes.length, made: set.made, lastUsed, temporary: set.temporary } };
}

/** `POST /backup-codes/sets` */
export function issueBackupCodes(ask: Ask): Reply<Ok<'issueBackupCodes'>> {
  const { world } = ask;
  const session = needFresh(ask);
  holdPolicy(world);
  const { sets, issuedAt } = world.account;
  const now = world.clock.now();
  const recent = issuedAt.filter((at) => at > now - HOUR);
  if (recent.length >= world.limits.setsAnHour) {
    const retryAt = Math.min(...recent) + HOUR;
    throw new Refusal(problem('too-many-attempts', 429, 'Too many sets.', { blocks: [], retryAt }));
  }
  issuedAt.push(now);
  for (const older of sets) if (older.state === 'staged') older.state = 'replaced';
  const set = makeSet(world, { made: now, session: session.id, temporary: false });
  sets.push(set);
  record(ask, 'mfa.backup_codes_issued');
  return { body: shown(set) };
}

function shown(set: CodeSetRecord): Schemas['BackupCodeSet'] {
  const format = { ...CODE_FORMAT, groups: [...CODE_FORMAT.groups] };
  const codes = set.codes.map(({ code }) => code);
  return { id: set.id, codes, format, state: 'staged', confirmBy: set.made + CONFIRM_TTL };
}

function holdPolicy({ policy }: World): void {
  if (!policy.backupCodes) throw notAllowed('policy', 'The policy rules backup codes out.');
}

/** `POST /backup-codes/sets/{set}/confirm` */
export function confirmBackupCodes(ask: Ask): Reply<Ok<'confirmBackupCodes'>> {
  const { world } = ask;
  const id = param(ask, 'set');
  const session = needSession(ask);
  const { sets, repair } = world.account;
  const set = sets.find((one) => one.id === id);
  // Asked again after a lost answer: nothing changes, so no fresh proof is wanted.
  if (set?.state === 'on') return { body: { left: codesLeft(world), notified: told(world) } };
  needFresh(ask);
  holdPolicy(world);
  if (set !== staged(world) || set?.session !== session.id) throw superseded('This set can no longer be confirmed.');
  for (const old of sets) if (old.state === 'on') old.state = 'replaced';
  set.state = 'on';
  forgetDevices(world);
  repair.delete('new-codes');
  record(ask, 'mfa.backup_codes_confirmed');
  return { body: { left: codesLeft(world), notified: notify(world, 'mfa.backup_codes_confirmed') } };
}

const told = ({ account: { notified } }: World): Schemas['Notified'] =>
  notified === 'unknown' ? notified : [...notified];

/** `POST /backup-codes/sets/{set}/discard` */
export function discardBackupCodes(ask: Ask): Reply<null> {
  const id = param(ask, 'set');
  needSession(ask);
  const set = ask.world.account.sets.find((one) => one.id === id);
  if (set?.state !== 'staged') return { body: null };
  set.state = 'discarded';
  record(ask, 'mfa.backup_codes_abandoned');
  return { body: null };
}

/** Whether the codes are what the account stands on. */
function areLast(world: World): boolean {
  const { factors } = world.account;
  const left = codesLeft(world);
  if (left === 0) return false;
  return factors.length === 0 || (couldStand(world, factors, left) && !couldStand(world, factors, 0));
}

/** `POST /backup-codes/remove` */
export function removeBackupCodes(ask: Ask): Reply<null> {
  const { world } = ask;
  needFresh(ask);
  const ended = world.account.sets.filter(({ state }) => state === 'on' || state === 'staged');
  if (ended.length === 0) return { body: null };
  if (areLast(world)) {
    throw notAllowed('last-factor', 'The codes are the last way into the account.');
  }
  for (const set of ended) set.state = 'discarded';
  forgetDevices(world);
  record(ask, 'mfa.backup_codes_removed');
  notify(world, 'mfa.backup_codes_removed');
  return { body: null };
}
