import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
// Lit first, while there is no document: it asks more of one than the stand-in has.
import { MfaVerifiedEvent, type MfaBackend } from '../../src/index';
import { blocksIn, DOCUMENTS, placeOf, type Block } from './blocks';
import { fileOf, runnable } from './check-code';
import { ROOT } from './manifest';

/** The guide for Better Auth is run on its databases, by `test/server/guide.test.ts`. */
const ELSEWHERE = ['docs/better-auth.md'];
const FOLDER = join(fileURLToPath(ROOT), 'test-results/docs');

const blocks = DOCUMENTS.filter((file) => !ELSEWHERE.includes(file))
  .flatMap((file) => blocksIn(file))
  .filter(({ language }) => language === 'ts' || language === 'js');

await rm(FOLDER, { recursive: true, force: true });
for (const block of blocks) {
  const file = fileOf(block, FOLDER);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, runnable(block, blocks));
}

const run = (block: Block) => import(/* @vite-ignore */ pathToFileURL(fileOf(block, FOLDER)).href) as Promise<unknown>;
/** At once, not when somebody does something. */
const SETS_BACKEND = /^(document.*|element)\.backend =/m;
const isSuite = ({ text }: Block) => /from 'vitest'/.test(text);

// A suite that a guide shows makes its tests when it is read.
for (const block of blocks.filter(isSuite)) {
  describe(`the suite at ${placeOf(block)}`, async () => {
    await run(block);
  });
}

describe('the code of the documentation runs', () => {
  let element: EventTarget & { contact?: unknown; backend?: unknown };
  // One for all: a module runs once.
  const page = Object.assign(new EventTarget(), { querySelector: () => element });
  beforeEach(() => {
    element = new EventTarget();
    vi.stubGlobal('document', page);
    vi.stubGlobal('customElements', { get: () => true });
  });
  afterEach(() => vi.unstubAllGlobals());

  it.each(blocks.filter((block) => !isSuite(block)).map((block) => [placeOf(block), block] as const))(
    'at %s',
    async (_, block) => {
      await run(block);
      if (SETS_BACKEND.test(block.text)) expect((element.backend as MfaBackend).challenge).toBeDefined();
      if (block.text.includes('element.contact')) expect(element.contact).toBeDefined();
    },
  );

  it('and hands each event to the log, as it is', async () => {
    const sendBeacon = vi.fn();
    vi.stubGlobal('navigator', { sendBeacon });
    await run(blocks.find(({ text }) => text.includes('sendBeacon'))!);
    page.dispatchEvent(new MfaVerifiedEvent('ch_1', 'totp', 'unknown'));
    const [address, sent] = sendBeacon.mock.lastCall as [string, string];
    expect([address, JSON.parse(sent)]).toMatchObject(['/logs', { type: 'mfa-verified', way: 'totp', flow: 'ch_1' }]);
  });
});
