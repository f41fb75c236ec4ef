import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemoServer } from '../../demo/server/start';
import { faultProxy, type FaultProxy } from '../support/fault-proxy';
import { SERVER_START, test as base, type Clock } from './support';

/** The server behind a proxy that can lose its answers; and the server itself can go down and come back. */
async function openSite(clock: Clock) {
  const network = await faultProxy();
  const dataDir = await mkdtemp(join(tmpdir(), 'mfa-demo-'));
  const start = async () => {
    const started = await startDemoServer({
      now: clock.now,
      signInsPerMinute: 1000,
      limits: { attempt: 1000, load: 1000, other: 1000 },
      origin: network.origin,
      dataDir,
    });
    network.leadTo(started.port);
    return started;
  };
  const server = await start();
  let isUp = true;
  return {
    network,
    server,
    async goDown(): Promise<void> {
      await server.close();
      isUp = false;
    },
    /** Starts it anew on the same database, behind the same address. */
    async comeBack(): Promise<void> {
      if (!isUp) Object.assign(server, await start());
      isUp = true;
    },
    async close(): Promise<void> {
      await network.close();
      await server.close();
      await rm(dataDir, { recursive: true });
    },
  };
}

export type Site = Awaited<ReturnType<typeof openSite>>;

export const test = base.extend<{ healed: void }, { site: Site; network: FaultProxy }>({
  site: [
    async ({ clock }, use) => {
      const site = await openSite(clock);
      await use(site);
      await site.close();
    },
    { scope: 'worker', timeout: SERVER_START },
  ],
  network: [async ({ site }, use) => use(site.network), { scope: 'worker' }],
  server: [async ({ site }, use) => use(site.server), { scope: 'worker' }],
  healed: [
    async ({ site, network }, use) => {
      network.arrivals.length = 0;
      await use();
      await site.comeBack();
      network.heal();
      await network.listenAgain();
      await network.release();
    },
    { auto: true },
  ],
});
