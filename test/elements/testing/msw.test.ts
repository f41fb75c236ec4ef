import { expect } from '@open-wc/testing';
import { setupWorker, type SetupWorker } from 'msw/browser';
import { createRestBackend } from '../../../src/backends/rest/create.js';
import { problemOf } from '../../../src/core/errors.js';
import { createSimulatedServer, setOnline, type Fault, type SimulatedServer } from '../../../src/testing/index.js';
import { handlers } from '../../../src/testing/msw.js';

const CALL = { signal: new AbortController().signal };
const servers = new Set<SimulatedServer>();
let worker: SetupWorker;

before(async () => {
  worker = setupWorker(...handlers(servers, { baseUrl: '/simulated' }));
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass', serviceWorker: { url: '/mockServiceWorker.js' } });
});

after(() => worker.stop());

function story(name: string): SimulatedServer {
  const server = createSimulatedServer({ baseUrl: `/simulated/${name}` });
  servers.add(server);
  server.passFirstFactor();
  return server;
}

const challengeOf = ({ baseUrl }: SimulatedServer) => {
  const { challenge } = createRestBackend({ baseUrl });
  if (!challenge) throw new Error('The adapter has no challenge.');
  return challenge;
};

const useCode = (server: SimulatedServer) =>
  challengeOf(server)
    .verify({ kind: 'backup-code', code: server.backupCode() }, { attempt: crypto.randomUUID() }, CALL)
    .then(
      () => 'in',
      (error: unknown) => problemOf(error).code,
    );

describe('the simulated server behind a service worker', () => {
  it('lets a person in over the page’s own fetch', async () => {
    const server = story('one');
    expect((await challengeOf(server).load(null, CALL)).status).to.equal('challenge');
    expect([await useCode(server), server.signedIn]).to.deep.equal(['in', true]);
  });

  it('is several servers on one page, each with its own state', async () => {
    const [one, other] = [story('a'), story('a/b')];
    await useCode(other);
    expect([one.account.codesLeft, other.account.codesLeft]).to.deep.equal([10, 9]);
  });

  for (const [fault, expected, signedIn] of [
    [{ kind: 'lost', committed: true }, 'outcome-unknown', false],
    [{ kind: 'lost', committed: false }, 'outcome-unknown', false],
    [{ kind: 'offline' }, 'outcome-unknown', false],
    [{ kind: 'resent' }, 'in', true],
    [{ kind: 'busy', as: 'date' }, 'too-many-attempts', false],
    [{ kind: 'broken', as: 'problem', committed: true }, 'server', false],
    [{ kind: 'portal', committed: true }, 'bad-response', false],
    [{ kind: 'truncated', committed: true }, 'bad-response', true],
    [{ kind: 'expired', restart: 'here' }, 'challenge-over', false],
  ] as const satisfies readonly (readonly [Fault, string, boolean])[]) {
    it(`serves the fault ${JSON.stringify(fault)}`, async () => {
      const server = story(`fault-${crypto.randomUUID()}`);
      server.faults.next('attempt', fault);
      expect([await useCode(server), server.signedIn]).to.deep.equal([expected, signedIn]);
    });
  }

  it('holds a slow answer until it is let go', async () => {
    const server = story('slow');
    server.faults.next('attempt', { kind: 'slow' });
    const waiting = useCode(server);
    while (server.faults.held === 0) await new Promise((turn) => setTimeout(turn));
    expect(server.signedIn).to.equal(false);
    server.faults.release();
    expect([await waiting, server.signedIn]).to.deep.equal(['in', true]);
  });

  it('leaves other requests alone', async () => {
    expect((await fetch('/package.json')).status).to.equal(200);
  });

  it('is not asked while the page is offline', async () => {
    const server = story('offline');
    const restore = setOnline(false);
    const problem = await useCode(server);
    restore();
    expect([problem, server.log.length, navigator.onLine]).to.deep.equal(['offline', 0, true]);
  });
});
