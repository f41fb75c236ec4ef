import { MfaError, problemOf, type MfaProblemCode } from '../../core/errors.js';
import type { Enrolled, TotpPort } from '../../ports/backend.js';
import { NOT_OFFERED, SUPERSEDED } from './errors.js';
import type { Flow } from './flow.js';
import { heldOf, type Held } from './flows.js';
import { connectApp, unlinkApp } from './bodies.js';
import { GROUP, NAME, nodeOf } from './nodes.js';
import { isAppLinked, type Settings } from './settings.js';

/** What an authenticator app shows beside its codes. Kratos sends the key without it. */
export interface TotpOptions {
  /** Whose account it is: the service, as `totp.config.issuer` of Kratos says it. */
  readonly issuer: string;
  /** The person's account, or how to read it from the traits of their identity. */
  readonly accountName: string | ((traits: Readonly<Record<string, unknown>>) => string);
}

/** The set-up that is on screen. */
interface Setup {
  readonly held: Held;
  /** Whether a code may have been taken although no answer said so. */
  isInDoubt: boolean;
}

export function createTotp(settings: Settings, options: TotpOptions | null): Omit<TotpPort, 'replacing' | 'abandon'> {
  let last: Setup | null = null;

  return {
    async start({ replace }, call) {
      if (!options) throw new MfaError(NOT_OFFERED);
      const before = await settings.begin(call);
      if (isAppLinked(before) && !replace) throw new MfaError({ code: 'not-allowed', reason: 'policy' });
      const account = accountOf(options, before.traits);
      // One app for each account: the old one ends here, and what comes back shows the key of a new one.
      const flow = isAppLinked(before)
        ? settings.saved(await settings.post(heldOf(before), unlinkApp(), call), 'remove')
        : before;
      const key = keyIn(flow);
      last = { held: heldOf(flow), isInDoubt: false };
      return { id: last.held.id, key, uri: address(key, options.issuer, account) };
    },
    async verify(setup, code, call) {
      const made = last;
      if (made?.held.id !== setup || settings.isPast(made.held)) throw new MfaError(SUPERSEDED);
      // Where an app is linked by now, Kratos would take any code for saved.
      if (isAppLinked(await settings.begin(call))) {
        if (made.isInDoubt) return ENROLLED;
        throw new MfaError(SUPERSEDED);
      }
      made.isInDoubt = true;
      const flow = await settings.post(made.held, connectApp(code), call).catch((error: unknown) => {
        made.isInDoubt = mayHaveHappened.includes(problemOf(error).code);
        throw error;
      });
      made.isInDoubt = false;
      if (!isAppLinked(settings.saved(flow, 'totp'))) throw new MfaError({ code: 'bad-response' });
      return ENROLLED;
    },
  };
}

const mayHaveHappened: readonly MfaProblemCode[] = ['outcome-unknown', 'server', 'bad-response'];

const ENROLLED: Enrolled = { todo: [], notified: 'unknown' };

function keyIn(flow: Flow): string {
  const { secret } = nodeOf(flow, GROUP.app, NAME.appSecret)?.text?.context ?? {};
  if (typeof secret === 'string' && /^[A-Z2-7]+$/.test(secret)) return secret;
  // No form for an app: the method is turned off.
  const isThere = flow.nodes.some(({ group }) => group === GROUP.app);
  throw new MfaError(isThere ? { code: 'bad-response' } : NOT_OFFERED);
}

/** Asked before anything is changed. */
function accountOf({ accountName }: TotpOptions, traits: Flow['traits']): string {
  try {
    const account: unknown = typeof accountName === 'function' ? accountName(traits) : accountName;
    if (typeof account === 'string' && account !== '') return account;
  } catch {
    // Said below.
  }
  throw new MfaError({ code: 'misconfigured', developer: 'totp.accountName gives no name for this identity.' });
}

/** Kratos checks by these parameters, whatever else an address said. */
const PARAMETERS = 'algorithm=SHA1&digits=6&period=30';

function address(key: string, issuer: string, account: string): string {
  const [service, name] = [encodeURIComponent(issuer), encodeURIComponent(account)];
  return `otpauth://totp/${service}:${name}?secret=${key}&issuer=${service}&${PARAMETERS}`;
}
