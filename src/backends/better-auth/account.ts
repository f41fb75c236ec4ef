import type { CodeFormat } from '../../core/backup-code.js';
import { MfaError } from '../../core/errors.js';
import { readFactorName } from '../../core/factor-name.js';
import type {
  BackupCodesPort,
  Call,
  FactorsPort,
  PasskeysPort,
  SessionsPort,
  StepUpPort,
  TotpPort,
} from '../../ports/backend.js';
import type { Http } from '../http.js';
import type { BetterAuthPlugin } from './create.js';
import { createApps } from './apps.js';
import { codeOf, type Meanings } from './errors.js';
import { passwordOf, withPassword } from './password.js';
import { anything, newCodes, newSetId, passkey, passkeys, registrationOptions } from './read.js';
import { accepted, createWire, type Wire } from './wire.js';

/** Every method of the facets but the challenge's; their values stand in `create`. */
export interface Account {
  readonly stepUp: StepUpPort;
  readonly factors: Required<Omit<FactorsPort, 'complete'>>;
  readonly backupCodes: Pick<BackupCodesPort, 'status' | 'issue'>;
  readonly totp: Pick<TotpPort, 'start' | 'verify'>;
  readonly passkeys: Omit<PasskeysPort, 'kinds'>;
  readonly sessions: SessionsPort;
}

export interface Served {
  readonly plugins: readonly BetterAuthPlugin[];
  readonly codeFormat: CodeFormat;
}

const notOffered = (): Promise<never> => Promise.reject(new MfaError({ code: 'not-allowed', reason: 'not-offered' }));

const CODES: Meanings = { TWO_FACTOR_NOT_ENABLED: { code: 'not-allowed', reason: 'not-offered' } };
const REGISTRATION: Meanings = {
  FAILED_TO_VERIFY_REGISTRATION: { code: 'passkey-refused' },
  CHALLENGE_NOT_FOUND: { code: 'superseded' },
  YOU_ARE_NOT_ALLOWED_TO_REGISTER_THIS_PASSKEY: { code: 'other-account' },
};

export function createAccount(http: Http, { plugins, codeFormat }: Served): Account {
  const wire = createWire(http);
  const { get, post, signedIn } = wire;
  const apps = createApps(wire, codeFormat);
  const knows = (plugin: BetterAuthPlugin): boolean => plugins.includes(plugin);

  return {
    stepUp: {
      // The age of a session is compared with an option of the server that nobody says.
      privilegedUntil: async (call) => signedIn(call).then(() => 'unknown' as const),
      need: async (call) => signedIn(call).then(() => withPassword),
      send: notOffered,
      preparePasskey: notOffered,
      prove: notOffered,
    },

    factors: {
      async list(call) {
        const session = await signedIn(call);
        const keys = knows('passkey') ? await get('/passkey/list-user-passkeys', call, passkeys) : [];
        return [...(knows('two-factor') && session.secondFactor ? [apps.factor()] : []), ...keys];
      },
      async rename(id, typed, call) {
        const read = readFactorName(typed);
        // The server takes any text for a name.
        if ('code' in read) throw new MfaError({ code: 'invalid-name' });
        await post('/passkey/update-passkey', { id, name: read.name }, call, anything);
      },
      async remove(id, call) {
        if (apps.isOne(id)) await apps.disable(await passwordOf(wire, call), call);
        else await removeKey(wire, id, call);
        return { notified: 'unknown' };
      },
    },

    backupCodes: {
      async status(call) {
        const { secondFactor } = await signedIn(call);
        const untold = { made: 'unknown', lastUsed: 'unknown', temporary: false } as const;
        return secondFactor
          ? { state: 'unknown', left: 'unknown', of: 'unknown', ...untold }
          : { state: 'none', left: 0, of: 0, ...untold };
      },
      async issue(call) {
        const password = await passwordOf(wire, call);
        const codes = await post('/two-factor/generate-backup-codes', { password }, call, newCodes, CODES);
        return { id: newSetId(), codes, format: codeFormat, state: 'active', confirmBy: 'unknown' };
      },
    },

    totp: { start: apps.start, verify: apps.verify },

    passkeys: {
      async prepare(_, call) {
        const options = await get('/passkey/generate-register-options', call, registrationOptions);
        // Which one is meant stands in a cookie.
        return { id: 'passkey', options, expiresAt: 'unknown' };
      },
      async register(_, response, name, call) {
        const body = { response, ...(name !== null && { name }) };
        const factor = await post('/passkey/verify-registration', body, call, passkey, REGISTRATION);
        return { factor, todo: [], notified: 'unknown' };
      },
    },

    sessions: {
      async endOthers(call) {
        await post('/revoke-other-sessions', {}, call, accepted);
        return { ended: 'unknown', trustedDevices: 'kept' };
      },
    },
  };
}

/** One that is gone already is removed. */
async function removeKey({ send, readable }: Wire, id: string, call: Call): Promise<void> {
  const answer = await send('/passkey/delete-passkey', { id }, call);
  if (answer.status !== 404 || codeOf(answer) !== 'PASSKEY_NOT_FOUND') readable(answer, accepted);
}
