/**
 * `npm run bench`: how soon a page takes the first key, and what that costs, beside the least that is possible and what others ship.
 * Prints it and, if every page was loaded often enough, writes it into docs/performance.md. `--runs 9`, `--only html,lit`; with
 * `--check` a reach that is missed is a failure.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { format, resolveConfig } from 'prettier';
import { chromeArgs, ensureBrowser } from '../support/browser.mjs';
import { answers } from './answers';
import { leftByMount, steps } from './around';
import { buildPage, bytesOfChallenge, bytesOfEverything, installPeers, type File } from './build';
import { CANDIDATES } from './candidates';
import { reachesOf, type Extras, type Load } from './figures';
import { load } from './load';
import { readOptions, report, withReport } from './report';
import { serve } from './serve';

const DOCUMENT = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
/** Fewer say too little to be written down. */
const ENOUGH = 7;

const { runs, only, check } = readOptions(
  process.argv.slice(2),
  CANDIDATES.map(({ name }) => name),
);
const pages = CANDIDATES.filter(({ name }) => only?.includes(name) ?? true);
if (pages.some(({ isPeer }) => isPeer)) installPeers();

const told = await answers();
const challenge = told.get('GET /api/auth/mfa/challenge');
const files = new Map<string, File>();
for (const page of pages) for (const [path, file] of await buildPage(page, challenge)) files.set(path, file);

const site = await serve(files, told);
const browser = await chromium.launch({
  executablePath: ensureBrowser('chromium'),
  args: chromeArgs,
  chromiumSandbox: process.getuid?.() !== 0,
});
const session = new Map<string, Load[]>(pages.map(({ name }) => [name, []]));
let extras: Partial<Extras> = {};
try {
  const urlOf = (name: string): string => `${site.url}/${name}/`;
  // The first load of each starts what a browser starts once.
  for (const { name } of pages) await load(browser, urlOf(name));
  for (let run = 0; run < runs; run += 1) {
    // None comes always after the same one.
    for (const { name } of [...pages.slice(run % pages.length), ...pages.slice(0, run % pages.length)])
      session.get(name)!.push(await load(browser, urlOf(name)));
    console.log(`${run + 1} of ${runs}`);
  }
  if (session.has('given')) extras = { ...extras, leftByMount: await leftByMount(browser, urlOf('given'), challenge) };
  if (session.has('sign-in')) extras = { ...extras, steps: await steps(browser, urlOf('sign-in')) };
  if (!only) extras = { ...extras, challenge: await bytesOfChallenge(), everything: await bytesOfEverything() };
} finally {
  await browser.close();
  await site.close();
}
if (site.missed.length > 0) throw new Error(`Nothing answered ${[...new Set(site.missed)].join(', ')}.`);

const reaches = reachesOf(session, extras);
const version = `Chromium ${browser.version().split('.')[0]!}`;
const options = await resolveConfig(DOCUMENT);
const written = (
  await format(report({ session, reaches, pages, runs, browser: version }), { ...options, parser: 'markdown' })
).trim();
console.log(`\n${written}\n`);
if (!only && runs >= ENOUGH) writeFileSync(DOCUMENT, withReport(readFileSync(DOCUMENT, 'utf8'), written));
process.exit(check && reaches.some(({ isReached }) => !isReached) ? 1 : 0);
