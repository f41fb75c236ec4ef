import { expect } from '@open-wc/testing';
import '../../../src/define.js';
// What is fetched later is there from the start: how long that takes is no part of this.
import '../../../src/backends/rest/account.js';
import '../../../src/backends/rest/challenge.js';
import '../../../src/elements/challenge/notices.js';
import '../../../src/elements/gestures.js';
import '../../../src/elements/later.js';
import '../../../src/elements/repair/forced.js';
import '../../../src/platform/qr.js';
import '../../../src/platform/webauthn.js';
import { ACTS } from './acts.js';
import { live, type Outcome } from './cell.js';
import { MENU } from './menu.js';
import { lineOf, nameOf, readPage } from './table.js';

/** Lives the lines of the page of faults. @param every one of so many lines @param done with all that was found */
export function suite(every: number, done?: (found: ReadonlyMap<string, readonly Outcome[]>) => Promise<void>): void {
  describe('as the page of faults says', () => {
    const found = new Map<string, Outcome[]>();
    let kept: Map<string, string[]>;
    let count = 0;
    before(async () => {
      kept = readPage(await (await fetch('/docs/faults.md')).text());
    });
    after(() => done?.(found));

    for (const act of ACTS) {
      describe(nameOf(act), () => {
        for (const [at, [where, fault]] of MENU.entries()) {
          count += 1;
          if (count % every !== 0) continue;
          it(`where ${where}`, async () => {
            const outcome = await live(act, fault);
            found.set(nameOf(act), [...(found.get(nameOf(act)) ?? []), outcome]);
            expect(lineOf(where, outcome)).to.equal(kept.get(nameOf(act))?.[at]);
          });
        }
      });
    }
  });
}
