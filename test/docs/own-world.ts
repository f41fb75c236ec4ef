import { createRestBackend } from '../../src/backends/rest';
import { problemOf, type MfaProblemCode } from '../../src/core/errors';
import type { ChallengePort, MfaBackend, Proof } from '../../src/ports/backend';
import { simulatedWorld, type ContractWorld } from '../../src/testing/contract/index';

type Make = (options: { baseUrl: string; fetch: typeof fetch }) => MfaBackend;

/** Stands for the service of the guide's example, which answers in its own words; behind it is the simulated server. */
export const makeWorld = (make: Make): ContractWorld =>
  simulatedWorld(({ baseUrl, fetch }) => {
    const { challenge } = createRestBackend({ baseUrl, fetch });
    return make({ baseUrl: 'https://acme.example', fetch: serve(challenge!) });
  });

const STATES: Readonly<Record<string, string>> = { challenge: 'open', 'signed-in': 'in', 'sign-in-first': 'nobody' };
const STATUSES: Partial<Record<MfaProblemCode, number>> = {
  'wrong-code': 403,
  'used-code': 403,
  'challenge-over': 401,
  'signed-out': 401,
  'too-many-attempts': 429,
};

const serve =
  (challenge: ChallengePort): typeof fetch =>
  async (_, init) => {
    const call = { signal: init?.signal ?? new AbortController().signal };
    if (init?.method !== 'POST') return Response.json({ state: STATES[(await challenge.load(null, call)).status] });
    const sent = JSON.parse(init.body as string) as Proof | { kind: 'cancel' };
    try {
      if (sent.kind === 'cancel') return Response.json((await challenge.cancel(call)) ?? {});
      const { codesLeft: left } = await challenge.verify(sent, { attempt: crypto.randomUUID() }, call);
      return Response.json({ left });
    } catch (error) {
      const status = STATUSES[problemOf(error).code];
      if (status === undefined) throw error;
      return Response.json({}, { status });
    }
  };
