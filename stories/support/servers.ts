import { handlers } from '../../src/testing/msw.js';
import { createSimulatedServer, type SimulatedServer } from '../../src/testing/server.js';
import type { SimulatedServerOptions } from '../../src/testing/server/options.js';

const BASE = '/simulated';
const open = new Set<SimulatedServer>();
let made = 0;

/** A server for one story, until the story goes: a page of docs shows many at once, each with an account of its own. */
export function openServer(options: SimulatedServerOptions | undefined, until: AbortSignal): SimulatedServer {
  const server = createSimulatedServer({ ...options, baseUrl: `${BASE}/${String((made += 1))}` });
  open.add(server);
  until.addEventListener('abort', () => open.delete(server));
  return server;
}

/** The handlers of all stories together: handlers of their own would replace one another. */
export const everyServer = handlers(open, { baseUrl: BASE });
