import type { Browser, CDPSession, Page } from '@playwright/test';
import type { Load } from './figures';
import { isKept, probe, type Probed } from './probe';

/** DevTools' preset "Slow 4G", called "Fast 3G" before: 1.6 Mbit/s down, 750 kbit/s up, less 10 %, and 150 ms as an app sees them. */
const NETWORK = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: (1.6 * 1000 * 1000 * 0.9) / 8,
  uploadThroughput: (750 * 1000 * 0.9) / 8,
};
/** How much slower the processor is than this machine's. */
export const SLOWER = 4;
/** Nothing is on its way for so long: the page is as it stays. */
const CALM = 900;
const PATIENCE = 30_000;

interface Wire {
  requests: number;
  bytes: number;
}

/** A page on a slow phone, with a count of what comes over the wire. */
export interface Slow {
  readonly page: Page;
  readonly cdp: CDPSession;
  /** So far. */
  wire(): Readonly<Wire>;
  /** Once nothing is under way any more. */
  calm(): Promise<void>;
  metrics(): Promise<{ readonly script: number; readonly task: number; readonly heap: number }>;
  heapAfterGc(): Promise<number>;
  close(): Promise<void>;
}

/** A function as text for the page, which has none of the helpers that its compiler may have put in. */
export const inPage = <Given extends readonly unknown[]>(run: (...given: Given) => unknown, ...given: Given): string =>
  `(() => { const __name = (one) => one; return (${run.toString()})(${given.map((one) => JSON.stringify(one)).join()}); })()`;

/** A browser that has never seen anything. */
export async function openSlow(browser: Browser): Promise<Slow> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  const wire: Wire = { requests: 0, bytes: 0 };
  const underWay = new Set<string>();
  let last = performance.now();

  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
    if (!request.url.startsWith('http')) return;
    wire.requests += 1;
    underWay.add(requestId);
    last = performance.now();
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (underWay.delete(requestId)) wire.bytes += encodedDataLength;
    last = performance.now();
  });
  cdp.on('Network.loadingFailed', ({ requestId }) => {
    underWay.delete(requestId);
    last = performance.now();
  });
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', NETWORK);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  // What the thread itself was busy: of a machine that does more besides, a clock would tell too much.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await cdp.send('Page.enable');
  await cdp.send('Runtime.enable');
  for (const name of ['fieldShown', 'keyTaken']) await cdp.send('Runtime.addBinding', { name });
  await cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: inPage(probe) });

  const metrics = async () => {
    const { metrics: all } = await cdp.send('Performance.getMetrics');
    const valueOf = (name: string): number => all.find((one) => one.name === name)?.value ?? Number.NaN;
    return {
      script: valueOf('ScriptDuration') * 1000,
      task: valueOf('TaskDuration') * 1000,
      heap: valueOf('JSHeapUsedSize'),
    };
  };

  return {
    page,
    cdp,
    wire: () => ({ ...wire }),
    async calm() {
      const end = performance.now() + PATIENCE;
      while ((underWay.size > 0 || performance.now() - last < CALM) && performance.now() < end)
        await new Promise((done) => setTimeout(done, 50));
    },
    metrics,
    async heapAfterGc() {
      for (let times = 0; times < 3; times += 1) await cdp.send('HeapProfiler.collectGarbage');
      return (await metrics()).heap;
    },
    close: () => context.close(),
  };
}

/** Loads a page until its first field takes a key. Resolves to the milliseconds since the navigation began. */
export function untilReady({ cdp }: Slow, url: string): Promise<number> {
  const key = { key: '1', code: 'Digit1', windowsVirtualKeyCode: 49 };
  return new Promise((taken, missed) => {
    const timer = setTimeout(() => missed(new Error(`${url} had no field that takes a key.`)), PATIENCE);
    const hear = ({ name, payload }: { readonly name: string; readonly payload: string }): void => {
      if (name === 'fieldShown') {
        void cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', text: '1', ...key });
        void cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
      } else if (name === 'keyTaken') {
        cdp.off('Runtime.bindingCalled', hear);
        clearTimeout(timer);
        taken(Number(payload));
      }
    };
    cdp.on('Runtime.bindingCalled', hear);
    cdp.send('Page.navigate', { url }).catch(missed);
  });
}

/** One cold load, measured. */
export async function load(browser: Browser, url: string): Promise<Load> {
  const slow = await openSlow(browser);
  try {
    const ready = await untilReady(slow, url);
    const atReady = { ...slow.wire(), ...(await slow.metrics()) };
    await slow.calm();
    const inAll = { ...slow.wire(), ...(await slow.metrics()) };
    return {
      ready,
      requests: atReady.requests,
      requestsInAll: inAll.requests,
      bytes: atReady.bytes,
      bytesInAll: inAll.bytes,
      script: atReady.script,
      scriptInAll: inAll.script,
      main: atReady.task,
      mainInAll: inAll.task,
      longTasks: await slow.page.evaluate(() => (globalThis as unknown as Probed).bench.longTasks),
      kept: Number(await slow.page.evaluate<boolean>(inPage(isKept))),
      heap: await slow.heapAfterGc(),
    };
  } finally {
    await slow.close();
  }
}
