import { chromium } from '@playwright/test';
import { writeFileSync } from 'node:fs';
import { answers } from './answers';
import { buildPage } from './build';
import { CANDIDATES } from './candidates';
import { openSlow, untilReady } from './load';
import { serve } from './serve';
import { chromeArgs, ensureBrowser } from '../support/browser.mjs';
const a = await answers();
const names = process.argv.slice(2);
const files = new Map();
for (const n of names) for (const [p, f] of await buildPage(CANDIDATES.find((c) => c.name === n)!, a.get('GET /api/auth/mfa/challenge'))) files.set(p, f);
const site = await serve(files, a);
const browser = await chromium.launch({ executablePath: ensureBrowser('chromium'), args: chromeArgs, chromiumSandbox: false });
for (const n of [...names, ...names]) {
  const slow = await openSlow(browser);
  await slow.cdp.send('Profiler.enable'); 
  await browser.startTracing(slow.page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'v8.execute', 'blink.user_timing', 'loading', 'disabled-by-default-v8.compile'], path: `/tmp/trace-${n}.json` });
  const r = await untilReady(slow, site.url + `/${n}/`);
  await slow.calm();
  await browser.stopTracing();
  console.log(n, r, JSON.stringify(await slow.metrics()));
  await slow.close();
}
await browser.close(); await site.close();
process.exit();
