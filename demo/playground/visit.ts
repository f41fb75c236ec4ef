/** One simulated server and the browser of its person: what happens where no page is seen. */
import { createRestBackend } from '../../src/backends/rest.js';
import type { MfaBackend } from '../../src/index.js';
import { asServer, createFakePlatform, createSimulatedServer, type SimulatedServer } from '../../src/testing/index.js';
import { abilitiesOf } from './abilities.js';
import { personOf, serverOptionsOf } from './account.js';
import { chosen, type Settings } from './control.js';
import { CALL, FAULT, TIMES } from './faults.js';
import { AUTHENTICATOR } from './surroundings.js';

const LOOK_AGAIN = 200;

export interface Visit {
  readonly server: SimulatedServer;
  readonly backend: MfaBackend;
  /** What the page can, where it isn't this browser's own. */
  readonly platform: object | undefined;
  /** The calls of the page that met a fault, by their names in the contract. */
  met(): readonly string[];
}

/**
 * Begins with a server of its own, in the state that was chosen.
 * @param answered called after each request, whatever became of it, and now and then while it is under way
 */
export async function begin(settings: Settings, answered: () => void): Promise<Visit> {
  // The elements count by this browser's clock how long something holds.
  const server = createSimulatedServer(serverOptionsOf(settings, Date.now()));
  const { at, locked } = personOf(settings);
  for (const way of locked) await lock(server, way);
  if (at === 'challenge') server.passFirstFactor();
  else server.signIn({ privileged: at === 'fresh' });
  setFault(server, settings);
  const before = server.log.length;
  const isOwn = chosen(settings, AUTHENTICATOR).id === 'browser';
  const { webauthn } = createFakePlatform({ passkeys: server.account.passkeys });
  return {
    server,
    backend: connect(server, settings, answered),
    platform: isOwn ? undefined : { webauthn },
    met: () =>
      server.log.slice(before).flatMap(({ fault, operationId }) => (fault === null ? [] : (operationId ?? 'any'))),
  };
}

function connect(server: SimulatedServer, settings: Settings, answered: () => void): MfaBackend {
  const fetched: typeof fetch = async (input, init) => {
    // What is held shows while it is.
    const looking = setInterval(answered, LOOK_AGAIN);
    try {
      return await server.fetch(input, init);
    } finally {
      clearInterval(looking);
      answered();
    }
  };
  const reveals = settings['policy.reveal'] === 'yes';
  const readable = () => {
    const inForce = server.account.codeSets.find(({ state }) => state === 'on');
    const codes = inForce?.codes ?? [];
    return Promise.resolve(codes.map(({ code, usedAt }) => (usedAt === null ? { code } : { code: null, usedAt })));
  };
  const rest = createRestBackend({ baseUrl: server.baseUrl, fetch: fetched });
  return asServer(rest, abilitiesOf(settings, reveals), reveals ? readable : undefined);
}

/** Somebody tried too often, elsewhere. */
async function lock(server: SimulatedServer, way: 'totp' | 'backup-code'): Promise<void> {
  const other = server.browser();
  other.passFirstFactor();
  server.faults.next('attempt', { kind: 'lock', way });
  const { challenge } = createRestBackend({ baseUrl: server.baseUrl, fetch: other.fetch });
  const call = { signal: new AbortController().signal };
  const tried = challenge?.verify({ kind: way, code: server.wrongCode(way) }, { attempt: crypto.randomUUID() }, call);
  await tried?.catch(() => undefined);
}

/** Has the next calls meet what was chosen, and nothing else. */
export function setFault(server: SimulatedServer, settings: Settings): void {
  server.faults.clear();
  server.faults.release();
  const { fault } = chosen(settings, FAULT);
  if (fault) {
    server.faults.next(chosen(settings, CALL).operation, fault, { times: chosen(settings, TIMES).times });
  }
}
