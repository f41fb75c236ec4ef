import { describe, expect, it } from 'vitest';
import { BETTER_AUTH, KRATOS, REST } from '../../src/backends/capabilities.js';
import { createRestBackend } from '../../src/backends/rest.js';
import { MfaError, problemOf } from '../../src/core/errors.js';
import type { MfaBackend } from '../../src/ports/backend.js';
import { contract, type Capabilities, type ContractCase, type FacetName } from '../../src/testing/contract/index.js';
import { asServer } from '../../src/testing/as-server.js';
import { simulatedWorld, type Connection } from '../../src/testing/contract/simulated-world.js';

const rest = ({ baseUrl, fetch }: Connection): MfaBackend => createRestBackend({ baseUrl, fetch });
const weak = (can: Capabilities) => (connection: Connection) =>
  asServer(rest(connection), can, () =>
    Promise.resolve(connection.server.account.codeSets.flatMap((set) => set.codes.map(({ code }) => ({ code })))),
  );
const run = (one: ContractCase, connect = rest): Promise<void> =>
  one.run(simulatedWorld(connect, { account: { stepUp: { how: 'in-place', password: true } } }));

describe('the REST adapter on the simulated server keeps the contract', () => {
  for (const { facet, cases } of contract(REST)) {
    describe(facet, () => {
      for (const one of cases) it(one.name, () => run(one));
    });
  }
});

describe.each([KRATOS, BETTER_AUTH])(
  'a server that has no more than $id keeps the cases that apply to it',
  (can: Capabilities) => {
    for (const { facet, cases } of contract(can)) {
      describe(facet, () => {
        for (const one of cases) it(one.name, () => run(one, weak(can)));
      });
    }
  },
);

/** Which sentences an adapter breaks. */
async function broken(change: (backend: MfaBackend) => MfaBackend): Promise<string[]> {
  const found: string[] = [];
  for (const one of contract(REST).flatMap(({ cases }) => cases))
    await run(one, (browser) => change(rest(browser))).catch(() => found.push(one.name));
  return found;
}

/** An adapter with one method of one facet done otherwise. */
const but =
  <F extends FacetName>(facet: F, change: (port: NonNullable<MfaBackend[F]>) => Partial<NonNullable<MfaBackend[F]>>) =>
  (backend: MfaBackend): MfaBackend => {
    const port = backend[facet] as NonNullable<MfaBackend[F]>;
    return { ...backend, [facet]: { ...port, ...change(port) } };
  };

const IN = { by: 'backup-code', codesLeft: 9, todo: [], mayPostpone: true, notified: 'unknown' } as const;

describe('the suite notices an adapter that', () => {
  it.each<[string, (backend: MfaBackend) => MfaBackend, string]>([
    [
      'takes a lost answer for a refusal',
      but('challenge', ({ verify }) => ({
        verify: (...args) =>
          verify(...args).catch((error: unknown) => {
            throw problemOf(error).code === 'outcome-unknown' ? new MfaError({ code: 'wrong-code' }) : error;
          }),
      })),
      'calls a lost request neither accepted nor refused',
    ],
    [
      'sends a proof twice',
      but('challenge', ({ verify }) => ({
        verify: (proof, options, call) =>
          verify(proof, options, call).catch(() => verify(proof, { ...options, attempt: crypto.randomUUID() }, call)),
      })),
      'calls a lost request neither accepted nor refused',
    ],
    [
      'believes every attempt',
      but('challenge', () => ({ settle: () => Promise.resolve({ state: 'signed-in', verified: IN }) })),
      'never says that an attempt which never arrived signed the person in',
    ],
    [
      'confirms nothing',
      but('backupCodes', () => ({ confirm: () => Promise.resolve({ left: 10, notified: 'unknown' as const }) })),
      'refuses the old codes, and takes the new ones, once the set is confirmed',
    ],
    [
      'confirms at once',
      but('backupCodes', ({ issue, confirm }) => ({
        issue: async (call) => {
          const set = await issue(call);
          await confirm?.(set.id, call);
          return set;
        },
      })),
      'keeps the old codes, and refuses the new ones, until the set is confirmed',
    ],
    [
      'keeps every factor',
      but('factors', () => ({ remove: () => Promise.resolve({ notified: 'unknown' as const }) })),
      'removes a factor that is not the last, and does not mind being asked again',
    ],
    [
      'tells the browser of too few passkeys',
      but('factors', ({ remove }) => ({
        async remove(id, call) {
          const told = await remove(id, call);
          return { ...told, acceptedPasskeys: { relyingParty: 'app.example', user: 'dTE', ids: [] } };
        },
      })),
      'never says after a removal that fewer passkeys are taken than there are',
    ],
    [
      'signs out nobody elsewhere, and says it did',
      but('sessions', () => ({ endOthers: () => Promise.resolve({ ended: 1, trustedDevices: 'forgotten' as const }) })),
      'asks a device that was trusted again, once others are signed out',
    ],
    [
      'goes on after its caller has gone',
      but('challenge', ({ load }) => ({ load: (resume) => load(resume, { signal: new AbortController().signal }) })),
      'drops a call with its own reason, not as a failure of the server',
    ],
  ])('%s', async (_, change, sentence) => {
    expect(await broken(change)).toContain(sentence);
  });

  it('does nothing wrong: the control', async () => {
    expect(await broken((backend) => backend)).toEqual([]);
  });
});
