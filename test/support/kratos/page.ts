import { createKratosBackend, type KratosOptions } from '../../../src/backends/kratos.js';
import { problemOf, type MfaProblem } from '../../../src/core/errors.js';
import type { Challenge } from '../../../src/core/challenge.js';
import type { Call, ChallengePort, MfaBackend } from '../../../src/ports/backend.js';
import { createFakePlatform } from '../../../src/testing/platform.js';
import { createSimulatedKratos, type LogEntry } from './server.js';
import type { IdentityOptions, KratosConfig } from './state.js';

export const call: Call = { signal: new AbortController().signal };
export const attempt = 'attempt-of-a-test';
export const TOTP = { issuer: 'Fjord Bank', accountName: 'ada@example.com' };

/** The backend with the facets that it has when nothing is left out. */
type Whole = Required<Omit<MfaBackend, 'assistance' | 'activity'>>;

export interface PageOptions {
  readonly config?: KratosConfig;
  readonly person?: IdentityOptions;
  readonly backend?: Partial<KratosOptions>;
}

/** A page, its adapter and the simulated Kratos behind it. */
export function page({ config, person, backend }: PageOptions = {}) {
  const kratos = createSimulatedKratos(config, person);
  const { identity } = kratos.world;
  const held = [...identity.keys, ...identity.passkeys].map(({ id }) => ({ id, userHandle: null, relyingParty: null }));
  return {
    kratos,
    backend: createKratosBackend({ baseUrl: kratos.base, fetch: kratos.fetch, totp: TOTP, ...backend }) as Whole,
    authenticator: createFakePlatform({ passkeys: held }).webauthn,
    /** Another page of the same browser. */
    again: () => createKratosBackend({ baseUrl: kratos.base, fetch: kratos.fetch, totp: TOTP, ...backend }) as Whole,
    /** The routes that were asked since the log was this long. */
    routes: (from = 0) => kratos.log.slice(from).map(({ route }) => route),
    posts: () => kratos.log.filter(({ route }) => route.startsWith('POST')),
    unused: () => identity.codes?.find(({ usedAt }) => usedAt === null)?.code ?? '',
    sentCode: () => kratos.world.outbox.at(-1)?.code ?? '',
  };
}

/** A body without what differs each time. */
export function bodyOf(entry: LogEntry | undefined): Readonly<Record<string, unknown>> {
  const { csrf_token: token, ...body } = entry?.body ?? {};
  return { ...body, csrf: typeof token };
}

export async function challengeOf(port: ChallengePort, resume: string | null = null): Promise<Challenge> {
  const entry = await port.load(resume, call);
  if (entry.status !== 'challenge') throw new Error(`The entry is ${entry.status}.`);
  return entry.challenge;
}

/** The problem that a call ends in. */
export async function problem(work: Promise<unknown>): Promise<MfaProblem> {
  return work.then(
    () => {
      throw new Error('It was accepted.');
    },
    (error: unknown) => problemOf(error),
  );
}
