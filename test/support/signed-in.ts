import { vi } from 'vitest';
import { createRestBackend } from '../../src/backends/rest/create.js';
import type { MfaBackend } from '../../src/ports/backend.js';
import {
  createSimulatedServer,
  type OperationId,
  type SimulatedServer,
  type SimulatedServerOptions,
} from '../../src/testing/index.js';

/** A server, and a person who is in, with a fresh proof unless said. */
export function signedIn(options: SimulatedServerOptions = {}, { privileged = true } = {}) {
  const server = createSimulatedServer({ baseUrl: 'https://app.example/mfa', ...options });
  server.signIn({ privileged });
  const sent: string[] = [];
  const backend = createRestBackend({
    baseUrl: server.baseUrl,
    fetch: (input, init) => {
      if (init?.method === 'POST') sent.push((input as string).slice(server.baseUrl.length));
      return server.fetch(input, init);
    },
  });
  /** Paths of what the page sent to change something, each time once; a browser may send it again by itself. */
  return { server, backend, sent };
}

/** How often the server was asked for an operation. */
export const asked = (server: SimulatedServer, operation: OperationId): number =>
  server.log.filter(({ operationId }) => operationId === operation).length;

/** Whether a code lets somebody in, in a browser of its own. */
export async function opens(server: SimulatedServer, code: string): Promise<boolean> {
  server.faults.clear();
  const browser = server.browser();
  browser.passFirstFactor();
  const backend: MfaBackend = createRestBackend({ baseUrl: server.baseUrl, fetch: browser.fetch });
  const call = { signal: new AbortController().signal };
  return (await backend.challenge?.verify({ kind: 'backup-code', code }, { attempt: crypto.randomUUID() }, call).then(
    () => true,
    () => false,
  )) as boolean;
}

/** Waits for a promise while the fake clock goes on, as pauses between reads need it. */
export async function patiently<T>(promise: Promise<T>): Promise<T> {
  let isOver = false;
  const over = (): void => void (isOver = true);
  promise.then(over, over);
  while (!isOver) await vi.advanceTimersByTimeAsync(100);
  return promise;
}
