import type { Page } from '@playwright/test';

/** So that V8 cuts no string of a snapshot short: a code far back in an answer would be missed. */
export const WHOLE_STRINGS = '--js-flags=--heap-snapshot-string-limit=1000000';

/** Every string that the page's heap still holds, after what nobody holds was collected. */
export async function heapStrings(page: Page): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page);
  const parts: string[] = [];
  cdp.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => parts.push(chunk));
  await cdp.send('HeapProfiler.enable');
  // What was written to the console is held by it.
  await cdp.send('Runtime.discardConsoleEntries');
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.takeHeapSnapshot', { exposeInternals: true });
  await cdp.detach();
  const { strings } = JSON.parse(parts.join('')) as { strings: string[] };
  return strings;
}
