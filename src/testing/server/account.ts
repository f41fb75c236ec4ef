import type { Instant } from '../../core/factor.js';
import { DEFAULT_POLICY } from '../../core/policy.js';
import { toBase64Url } from '../base64.js';
import { DAY, DEFAULT_NOW, HOUR, createClock } from './clock.js';
import type { AccountOptions, CodesOption, EnrollOption, PasskeyOption, SimulatedServerOptions } from './options.js';
import { createSecrets, PASSWORD, type SecretSource } from './secrets.js';
import type { Account, CodeSetRecord, EnrollRecord, FactorRecord, World } from './world.js';

const CODES_IN_SET = 10;
/** How long after one request the help desk may be asked for another. */
export const HELP_AGAIN = 4 * HOUR;

/** What a new account's makers need: ids, secrets and the time. */
interface Making {
  readonly now: Instant;
  readonly secrets: SecretSource;
  newId(what: string): string;
}

/** Makes the server's state from the options. */
export function createWorld(options: SimulatedServerOptions): World {
  const clock = createClock(options.now ?? DEFAULT_NOW);
  const secrets = createSecrets();
  const counts = new Map<string, number>();
  const newId = (what: string): string => {
    const count = (counts.get(what) ?? 0) + 1;
    counts.set(what, count);
    return `${what}-${String(count)}`;
  };
  return {
    clock,
    policy: { ...DEFAULT_POLICY, ...options.policy },
    limits: { tries: 10, setsAnHour: 5, deliveriesAnHour: 5, ...options.limits },
    secrets,
    pages: { challenge: options.challengeUrl ?? '/', in: options.continueUrl ?? '/' },
    account: createAccount(options.account ?? {}, { now: clock.now(), secrets, newId }),
    challenges: new Map(),
    sessions: new Map(),
    attempts: new Map(),
    ceremonies: new Map(),
    setups: new Map(),
    trusted: new Map(),
    newId,
  };
}

function createAccount(options: AccountOptions, making: Making): Account {
  const email = options.email ?? 'ada@example.com';
  const wasReset = options.enroll?.because === 'reset';
  return {
    userId: making.newId('user'),
    email,
    password: options.password ?? PASSWORD,
    factors: wasReset ? [] : makeFactors(options, making),
    sets: wasReset ? [] : makeSets(options.backupCodes ?? CODES_IN_SET, making),
    federated: (options.federated ?? []).map(({ id, ...more }) => ({ id: id ?? making.newId('federated'), ...more })),
    trustDays: options.trustDays ?? null,
    notices: [...(options.notices ?? [])],
    certainty: options.certainty ?? 'told',
    stepUp: options.stepUp ?? { how: 'in-place' },
    notified: options.notified === 'unknown' ? 'unknown' : [...(options.notified ?? [maskEmail(email)])],
    lastUsed: options.lastUsed ?? null,
    suspended: options.suspended ?? false,
    changePassword: options.changePassword ?? null,
    enroll: options.enroll ? makeEnroll(options.enroll, making) : null,
    repair: new Set(options.todo),
    cases: options.helpCase ? [makeCase(options.helpCase, making)] : [],
    activity: [...(options.activity ?? [])].sort((a, b) => a.at - b.at),
    outbox: [],
    freezeTokens: new Map(),
    issuedAt: [],
    guards: new Map(),
  };
}

function makeFactors(options: AccountOptions, making: Making): FactorRecord[] {
  const { totp = true, passkeys = 0, delivered = [] } = options;
  const added = making.now - 90 * DAY;
  const factors: FactorRecord[] = [];
  if (totp !== false) {
    const name = totp === true ? 'Authenticator app' : totp.name;
    const key = making.secrets.key();
    factors.push({ kind: 'totp', id: making.newId('totp'), name, key, added, lastUsed: null, lastStep: 0 });
  }
  const given: readonly PasskeyOption[] =
    typeof passkeys === 'number' ? Array.from({ length: passkeys }, () => ({})) : passkeys;
  for (const { kind = 'passkey', name = passkeyName(kind), synced = kind === 'passkey' } of given) {
    const id = making.newId('passkey');
    factors.push({ kind, id, name, credential: toBase64Url(`credential of ${id}`), synced, added, lastUsed: null });
  }
  for (const one of delivered) {
    const id = making.newId('delivered');
    factors.push({ kind: 'delivered-code', id, name: one.to, ...one, added, lastUsed: null, sent: null });
  }
  return factors;
}

export const passkeyName = (kind: 'passkey' | 'security-key'): string =>
  kind === 'passkey' ? 'This device' : 'Security key';

function makeSets(option: number | false | CodesOption, making: Making): CodeSetRecord[] {
  if (option === false) return [];
  const given: CodesOption = typeof option === 'number' ? { of: Math.max(option, CODES_IN_SET), left: option } : option;
  const { of = CODES_IN_SET, left = of, made = making.now - 30 * DAY, temporary = false } = given;
  const set = makeSet(making, { of, made, session: null, temporary });
  set.state = 'on';
  set.codes.slice(0, of - left).forEach((code, at) => (code.usedAt = making.now - (of - left - at) * DAY));
  return [set];
}

/** A staged set. */
export function makeSet(
  { secrets, newId }: Pick<Making, 'secrets' | 'newId'>,
  { of = CODES_IN_SET, ...more }: { of?: number } & Pick<CodeSetRecord, 'made' | 'session' | 'temporary'>,
): CodeSetRecord {
  const codes = Array.from({ length: of }, () => ({ code: secrets.code(), usedAt: null }));
  return { id: newId('set'), codes, state: 'staged', ...more };
}

export function makeEnroll(
  { because, byRole = 'help desk', hoursLeft = 24, passNeeded = because === 'reset' }: EnrollOption,
  { now, secrets }: Pick<Making, 'now' | 'secrets'>,
): EnrollRecord {
  const deadline = because === 'reset' ? now + hoursLeft * HOUR : null;
  const pass = because === 'reset' && passNeeded ? { code: secrets.code(), used: false } : null;
  return { because, byRole, at: deadline === null ? now : deadline - 24 * HOUR, deadline, pass };
}

export function makeCase(
  state: 'waiting' | 'answered',
  { now, newId }: Pick<Making, 'now' | 'newId'>,
): Account['cases'][number] {
  return { number: newId('case'), state, openedAt: now, askAgainAt: now + HELP_AGAIN };
}

/** Enough for the person to know which account it is, and for nobody else to learn it. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const [first = ''] = email.slice(0, at);
  return `${first}•••${email.slice(at)}`;
}
