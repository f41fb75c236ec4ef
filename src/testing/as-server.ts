import type { Entry } from '../core/challenge.js';
import { MfaError } from '../core/errors.js';
import type { StepUpNeed } from '../core/factor.js';
import type {
  BackupCodesPort,
  Call,
  ChallengePort,
  Factor,
  FactorsPort,
  MfaBackend,
  PasskeysPort,
  SessionsPort,
  StepUpPort,
} from '../ports/backend.js';
import type { Capabilities, FacetName } from '../ports/capabilities.js';

type Method = (...args: unknown[]) => Promise<unknown>;

/**
 * The backend cut down to what a server with these capabilities serves: methods that it lacks are not there, ways that it
 * lacks are not offered, and what it can't say is unknown. For tests and stories of screens on servers weaker than the REST
 * contract. It does not imitate how those servers replace an authenticator app.
 * @param reveal what a server that keeps readable codes shows; only where the capabilities have it
 */
export function asServer(backend: MfaBackend, can: Capabilities, reveal?: BackupCodesPort['reveal']): MfaBackend {
  const shaped: Record<string, unknown> = { id: can.id, policy: backend.policy };
  for (const name of Object.keys(can).filter((key): key is FacetName => key !== 'id')) {
    if (can[name] && backend[name]) shaped[name] = { ...cut(backend[name], can[name].methods), ...valuesOf(can, name) };
  }
  const whole = shaped as unknown as MfaBackend;
  return {
    ...whole,
    ...(whole.challenge && { challenge: weakChallenge(whole.challenge, can) }),
    ...(whole.stepUp && { stepUp: weakStepUp(whole.stepUp, can) }),
    ...(whole.backupCodes && {
      backupCodes: {
        ...weakCodes(whole.backupCodes, backend, can),
        ...(reveal && can.backupCodes?.methods.reveal === 'served' && { reveal }),
      },
    }),
    ...(whole.totp && { totp: { ...whole.totp, start: passwordFirst(whole.totp.start, backend, can) } }),
    ...(whole.factors && { factors: weakFactors(whole.factors, backend, can) }),
    ...(whole.sessions && { sessions: weakSessions(whole.sessions, can) }),
    ...(whole.passkeys && {
      passkeys: {
        ...whole.passkeys,
        async register(...args) {
          const made = await (whole.passkeys as PasskeysPort).register(...args);
          return { ...made, factor: made.factor === 'unknown' ? 'unknown' : weakFactor(made.factor, can) };
        },
      },
    }),
  };
}

const notOffered = (): Promise<never> => Promise.reject(new MfaError({ code: 'not-allowed', reason: 'not-offered' }));

function cut(port: object, methods: Readonly<Record<string, string>>): Record<string, unknown> {
  const kept = Object.entries(port).filter(([name]) => methods[name] !== 'absent');
  return Object.fromEntries(kept.map(([name, member]) => [name, methods[name] === 'unreached' ? notOffered : member]));
}

function valuesOf(can: Capabilities, name: FacetName): object {
  switch (name) {
    case 'factors':
      return { complete: can.factors?.values.complete };
    case 'backupCodes':
      return { issuing: can.backupCodes?.values.issuing, count: can.backupCodes?.values.count };
    case 'totp':
      return { replacing: can.totp?.values.replacing };
    case 'passkeys':
      return { kinds: can.passkeys?.values.kinds };
    default:
      return {};
  }
}

function weakChallenge(port: ChallengePort, can: Capabilities): ChallengePort {
  const values = can.challenge?.values;
  if (!values) return port;
  const weaken = (entry: Entry): Entry =>
    entry.status !== 'challenge'
      ? entry
      : {
          status: 'challenge',
          challenge: {
            ...entry.challenge,
            offers: entry.challenge.offers.filter(
              ({ kind }) => kind === 'federated' || values.proofs.some((proof) => proof === kind),
            ),
            handle: values.handle ? entry.challenge.handle : null,
            account: values.account === 'told' ? entry.challenge.account : 'unknown',
            certainty: values.certainty,
          },
        };
  return {
    ...port,
    load: async (resume, call) => weaken(await port.load(resume, call)),
    async verify(proof, options, call) {
      try {
        // A server that ignores attempts has never seen this one before.
        const attempt = values.attempts === 'replayed' ? options.attempt : crypto.randomUUID();
        const verified = await port.verify(proof, { ...options, attempt }, call);
        if (values.codesLeft === 'told') return verified;
        return { ...verified, codesLeft: 'unknown', todo: [], notified: 'unknown' };
      } catch (error) {
        const used = error instanceof MfaError && error.problem.code === 'used-code';
        throw used && values.usedCode === 'wrong-code' ? new MfaError({ code: 'wrong-code' }) : error;
      }
    },
    async settle(attempt, call) {
      if (values.attempts === 'replayed') return port.settle(attempt, call);
      if (values.lostSession === 'lost') return { state: 'over', spent: 'unknown' };
      // Loading gives the session again where there is one: the server knows the browser and no attempt.
      const { status } = await port.load(null, call);
      if (status !== 'signed-in') return { state: 'pending', spent: 'unknown' };
      const verified = {
        by: 'backup-code',
        codesLeft: 'unknown',
        todo: [],
        mayPostpone: true,
        notified: 'unknown',
      } as const;
      return { state: 'signed-in', verified };
    },
  };
}

function weakStepUp(port: StepUpPort, can: Capabilities): StepUpPort {
  const need = needOf(can);
  return {
    ...port,
    ...(can.stepUp?.values.privilegedUntil !== 'told' && {
      privilegedUntil: (call: Call) => port.privilegedUntil(call).then(() => 'unknown' as const),
    }),
    ...(need && { need: (call: Call) => port.need(call).then(() => need) }),
  };
}

function weakFactor(factor: Factor, can: Capabilities): Factor {
  const { passkeyOpens = factor.opens, totpRemoval = factor.removal } = can.factors?.values ?? {};
  const kind = can.passkeys?.values.kinds.find((one) => one.kind === factor.kind);
  return {
    ...factor,
    opens: kind?.opens ?? (factor.kind === 'passkey' ? passkeyOpens : factor.opens),
    canRename: factor.canRename && can.factors?.methods.rename === 'served',
    removal: factor.kind === 'totp' && factor.removal === 'alone' ? totpRemoval : factor.removal,
  };
}

function weakFactors(port: FactorsPort, backend: MfaBackend, can: Capabilities): FactorsPort {
  const list = async (call: Call) => (await port.list(call)).map((factor) => weakFactor(factor, can));
  return {
    ...port,
    list,
    remove: passwordFirst(
      async (id, call) => {
        const found = (await list(call)).find((factor) => factor.id === id);
        if (found?.removal === 'all-second-factors') await backend.backupCodes?.remove?.(call);
        return port.remove(id, call);
      },
      backend,
      can,
    ),
  };
}

function weakSessions(port: SessionsPort, can: Capabilities): SessionsPort {
  const { trustedDevices } = can.sessions?.values ?? {};
  return {
    async endOthers(call) {
      const told = await port.endOthers(call);
      return trustedDevices === 'kept' ? { ended: 'unknown', trustedDevices } : told;
    },
  };
}

/** What is needed where nothing is asked in place. */
function needOf(can: Capabilities): StepUpNeed | undefined {
  return can.stepUp?.values.how[0] === 'with-call' ? { how: 'with-call', ways: ['password'] } : undefined;
}

function weakCodes(port: BackupCodesPort, backend: MfaBackend, can: Capabilities): BackupCodesPort {
  const issue = passwordFirst(port.issue, backend, can);
  const immediate = can.backupCodes?.values.issuing === 'immediate';
  return {
    ...port,
    issue: immediate
      ? async (call) => {
          const set = await issue(call);
          await backend.backupCodes?.confirm?.(set.id, call);
          return { ...set, state: 'active', confirmBy: 'unknown' };
        }
      : issue,
    ...(can.backupCodes?.values.count === 'unknown' && {
      async status(call: Call) {
        const status = await port.status(call);
        const known = can.backupCodes?.values.states.includes(status.state);
        const state = known ? status.state : can.backupCodes?.values.states.includes('on') ? 'on' : 'unknown';
        return { ...status, state, left: 'unknown', of: 'unknown', made: 'unknown', lastUsed: 'unknown' } as const;
      },
    }),
  };
}

/** Where the password goes with the call, it is looked at before anything is done. */
function passwordFirst<M extends (...args: never[]) => Promise<unknown>>(
  method: M,
  backend: MfaBackend,
  can: Capabilities,
): M {
  const need = needOf(can);
  if (!need) return method;
  const guarded: Method = async (...args) => {
    const call = args.at(-1) as Call;
    const { password } = call.stepUp ?? {};
    if (password !== undefined) await backend.stepUp?.prove({ kind: 'password', password }, call);
    try {
      return await (method as unknown as Method)(...args);
    } catch (error) {
      const asks = error instanceof MfaError && error.problem.code === 'step-up-required';
      throw asks ? new MfaError({ code: 'step-up-required', need }) : error;
    }
  };
  return guarded as unknown as M;
}
