import type { operations } from '../../src/backends/rest/contract.js';
import type { BackupCodesPort, Call, FactorsPort, MfaBackend, TotpPort } from '../../src/ports/backend.js';
import { CHALLENGE, FORMAT, IN_BY_CODE } from './challenge.js';

/** The REST adapter's object with nothing left out. */
export interface Whole extends Required<MfaBackend> {
  readonly factors: Required<FactorsPort>;
  readonly backupCodes: Required<Omit<BackupCodesPort, 'reveal'>>;
  readonly totp: Required<TotpPort>;
}

/** One call of the port, what it is to send, and the contract's answer to it. */
export interface RestCall {
  readonly make: (backend: Whole, call: Call) => Promise<unknown>;
  /** Below the base URL, as it stands in the request line. */
  readonly path: string;
  /** Absent where the call is a GET. */
  readonly body?: unknown;
  /** Absent where it is a 204. */
  readonly answer?: unknown;
  /** What the port gives. Absent where it is the answer itself. */
  readonly gives?: unknown;
  /** Members of the answer, by their place in it, that may be absent. */
  readonly optional?: readonly string[];
}

const ID = 'id/1?#é';
const AT = encodeURIComponent(ID);
const T = 1_700_000_000_000;
const attempt = 'attempt-0123456789';
const delivery = { sentAt: T, resendAt: T + 30_000 };
const notified = ['a•••@example.com'];
const helpCase = { number: 'C-17', state: 'waiting', openedAt: T, askAgainAt: T + 1 };
const request = { id: 'c1', options: { challenge: 'AQ', rpId: 'example.com' }, expiresAt: T };
const creation = { id: 'c2', options: { challenge: 'Ag', rp: { name: 'Example' } }, expiresAt: 'unknown' };
const FORMAT_IS = ['alphabet', 'case', 'groups', 'separator'];

export const FACTOR = {
  id: 'f1',
  kind: 'security-key',
  name: 'Blue key',
  opens: 'second-step',
  added: T,
  lastUsed: 'unknown',
  synced: false,
  canRename: true,
  removal: 'blocked',
};
export const STEP_UP = {
  privilegedUntil: T,
  need: { how: 'in-place', ways: [{ kind: 'totp' }, { kind: 'password' }] },
};
const EVENT = { what: 'backup-code-used', at: T, where: 'Lyon, FR', byRole: 'you' };

const proof = { kind: 'backup-code', code: 'CK7Q-M9XA-4TPB' } as const;
const credential = { id: 'AQ', rawId: 'AQ', type: 'public-key', clientExtensionResults: {}, response: {} };

/** Every operation of the contract that an adapter asks and the call that asks it. */
export const REST_CALLS: Readonly<Record<Exclude<keyof operations, 'submitForm'>, RestCall>> = {
  loadChallenge: {
    make: ({ challenge }, call) => challenge.load(ID, call),
    path: `/challenge?handle=${AT}`,
    answer: { status: 'challenge', challenge: CHALLENGE },
    optional: FORMAT_IS.map((member) => `challenge.offers.1.format.${member}`),
  },
  sendCode: {
    make: ({ challenge }, call) => challenge.send(ID, call),
    path: '/challenge/deliveries',
    body: { offer: ID },
    answer: delivery,
  },
  preparePasskey: {
    make: ({ challenge }, call) => challenge.preparePasskey(call),
    path: '/challenge/passkey',
    body: {},
    answer: request,
  },
  attempt: {
    make: ({ challenge }, call) => challenge.verify(proof, { attempt, trustDevice: true }, call),
    path: '/challenge/attempts',
    body: { attempt, proof, trustDevice: true },
    answer: IN_BY_CODE,
  },
  settle: {
    make: ({ challenge }, call) => challenge.settle(attempt, call),
    path: `/challenge/attempts/${attempt}/settle`,
    body: {},
    answer: { state: 'signed-in', verified: IN_BY_CODE },
  },
  cancel: { make: ({ challenge }, call) => challenge.cancel(call), path: '/challenge/cancel', body: {} },

  loadStepUp: {
    make: ({ stepUp }, call) => stepUp.privilegedUntil(call),
    path: '/step-up',
    answer: STEP_UP,
    gives: T,
  },
  sendStepUpCode: {
    make: ({ stepUp }, call) => stepUp.send(ID, call),
    path: '/step-up/deliveries',
    body: { offer: ID },
    answer: delivery,
  },
  prepareStepUpPasskey: {
    make: ({ stepUp }, call) => stepUp.preparePasskey(call),
    path: '/step-up/passkey',
    body: {},
    answer: request,
  },
  proveStepUp: {
    make: ({ stepUp }, call) => stepUp.prove({ kind: 'password', password: 'open sesame' }, call),
    path: '/step-up/proofs',
    body: { attempt: 'a fresh one', proof: { kind: 'password', password: 'open sesame' } },
  },

  listFactors: {
    make: ({ factors }, call) => factors.list(call),
    path: '/factors',
    answer: { factors: [FACTOR] },
    gives: [FACTOR],
  },
  renameFactor: {
    make: ({ factors }, call) => factors.rename(ID, 'Blue key', call),
    path: `/factors/${AT}/rename`,
    body: { name: 'Blue key' },
  },
  removeFactor: {
    make: ({ factors }, call) => factors.remove(ID, call),
    path: `/factors/${AT}/remove`,
    body: {},
    answer: { acceptedPasskeys: { relyingParty: 'app.example', user: 'dTE', ids: ['AQ'] }, notified },
    optional: ['acceptedPasskeys'],
  },

  backupCodesStatus: {
    make: ({ backupCodes }, call) => backupCodes.status(call),
    path: '/backup-codes',
    answer: { state: 'on', left: 7, of: 10, made: T, lastUsed: T, temporary: false },
  },
  issueBackupCodes: {
    make: ({ backupCodes }, call) => backupCodes.issue(call),
    path: '/backup-codes/sets',
    body: {},
    answer: { id: 's1', codes: ['CK7Q-M9XA-4TPB', 'CK7Q-M9XA-4TPC'], format: FORMAT, state: 'staged', confirmBy: T },
    optional: FORMAT_IS.map((member) => `format.${member}`),
  },
  confirmBackupCodes: {
    make: ({ backupCodes }, call) => backupCodes.confirm(ID, call),
    path: `/backup-codes/sets/${AT}/confirm`,
    body: {},
    answer: { left: 10, notified },
  },
  discardBackupCodes: {
    make: ({ backupCodes }, call) => backupCodes.discard(ID, call),
    path: `/backup-codes/sets/${AT}/discard`,
    body: {},
  },
  removeBackupCodes: {
    make: ({ backupCodes }, call) => backupCodes.remove(call),
    path: '/backup-codes/remove',
    body: {},
  },

  startTotp: {
    make: ({ totp }, call) => totp.start({ replace: true, lost: false }, call),
    path: '/totp/setups',
    body: { replace: true, lost: false },
    answer: { id: 't1', uri: 'otpauth://totp/Example:ada?secret=MFRGG', key: 'MFRGG' },
  },
  verifyTotp: {
    make: ({ totp }, call) => totp.verify(ID, '123456', call),
    path: `/totp/setups/${AT}/verify`,
    body: { code: '123456' },
    answer: { todo: ['new-codes'], notified: 'unknown' },
  },
  abandonTotp: { make: ({ totp }, call) => totp.abandon(ID, call), path: `/totp/setups/${AT}/abandon`, body: {} },

  prepareRegistration: {
    make: ({ passkeys }, call) => passkeys.prepare('security-key', call),
    path: '/passkeys/ceremonies',
    body: { kind: 'security-key' },
    answer: creation,
  },
  registerPasskey: {
    make: ({ passkeys }, call) =>
      passkeys.register(ID, credential as unknown as RegistrationResponseJSON, 'Blue key', call),
    path: `/passkeys/ceremonies/${AT}/register`,
    body: { credential, name: 'Blue key' },
    answer: { todo: [], notified, factor: FACTOR },
  },

  endOtherSessions: {
    make: ({ sessions }, call) => sessions.endOthers(call),
    path: '/sessions/end-others',
    body: {},
    answer: { ended: 2, trustedDevices: 'forgotten' },
  },

  currentCase: {
    make: ({ assistance }, call) => assistance.current(call),
    path: '/assistance/case',
    answer: { case: helpCase },
    gives: helpCase,
  },
  requestHelp: {
    make: ({ assistance }, call) => assistance.request(call),
    path: '/assistance/cases',
    body: {},
    answer: helpCase,
  },
  cancelHelp: {
    make: ({ assistance }, call) => assistance.cancel(ID, call),
    path: `/assistance/cases/${AT}/cancel`,
    body: {},
  },
  freeze: {
    make: ({ assistance }, call) => assistance.freeze('token-0123456789', call),
    path: '/assistance/freeze',
    body: { token: 'token-0123456789' },
  },

  recentActivity: {
    make: ({ activity }, call) => activity.recent(call),
    path: '/activity',
    answer: { events: [EVENT] },
    gives: [EVENT],
  },
  policy: {
    make: (backend, call) => backend.policy(call),
    path: '/policy',
    answer: { lowAt: 5 },
    // A bad value takes its strict default: `parsePolicy`'s own tests.
    optional: ['lowAt'],
  },
};
