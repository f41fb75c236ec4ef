import type {
  BackupCodesPort,
  FactorsPort,
  MfaBackend,
  PasskeyKind,
  PasskeysPort,
  SessionsPort,
  StepUpPort,
  TotpPort,
} from '../../ports/backend.js';
import { parsePolicy, type Policy } from '../../core/policy.js';
import { tellOfCaches } from '../caching.js';
import type { Http } from '../http.js';
import { createBackupCodes } from './backup-codes.js';
import { createFactors } from './factors.js';
import { createKratos } from './flows.js';
import { createPasskeys } from './passkeys.js';
import { createSessions } from './sessions.js';
import { createSettings } from './settings.js';
import { createStepUp } from './step-up.js';
import { createTotp, type TotpOptions } from './totp.js';

/** Every method of the facets but the challenge's; their values stand in `create`. */
export interface Account {
  readonly stepUp: StepUpPort;
  readonly factors: Pick<FactorsPort, 'list' | 'remove'>;
  readonly backupCodes: Required<Omit<BackupCodesPort, 'issuing' | 'count' | 'discard'>>;
  readonly totp: Omit<TotpPort, 'replacing' | 'abandon'>;
  readonly passkeys: Omit<PasskeysPort, 'kinds'>;
  readonly sessions: SessionsPort;
  readonly whole: Pick<MfaBackend, 'policy'>;
}

export interface AccountOptions {
  readonly totp: TotpOptions | null;
  readonly privilegedSeconds: number | undefined;
  readonly passkeyKinds: readonly PasskeyKind[];
  readonly policy: Partial<Policy> | undefined;
}

export function createAccount(http: Http, options: AccountOptions): Account {
  const { totp, privilegedSeconds, passkeyKinds } = options;
  const policy = parsePolicy(options.policy);
  // What a POST answers comes without Cache-Control, and is kept by no cache without it (RFC 9110 section 9.3.3).
  const kratos = createKratos({ ...http, read: tellOfCaches(http).read });
  const stepUp = createStepUp(kratos, privilegedSeconds);
  const settings = createSettings(kratos, (call) => stepUp.need(call));
  return {
    stepUp,
    factors: createFactors(settings, passkeyKinds),
    backupCodes: createBackupCodes(settings),
    totp: createTotp(settings, totp),
    passkeys: createPasskeys(settings, passkeyKinds),
    sessions: createSessions(kratos),
    whole: { policy: () => Promise.resolve(policy) },
  };
}
