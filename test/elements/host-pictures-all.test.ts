import { expect } from '@open-wc/testing';
import { differencesOf, openLoginPage, STATES, type LoginPage } from './host-pictures.js';
import { BOOTSTRAP, NORMALIZE, OPEN_PROPS, PICO, REBOOT, TAILWIND, withSheets, type Host } from './hosts.js';

/** With the parts that a sheet is known to change: `docs/look.md` tells them. */
const HOSTS: readonly (Host & { readonly changes?: readonly string[] })[] = [
  REBOOT,
  BOOTSTRAP,
  TAILWIND,
  NORMALIZE,
  { ...PICO, changes: ['input', 'checkbox', 'tick-label', 'code', 'key', 'fold-title', 'link', 'list', 'places'] },
  { ...OPEN_PROPS, changes: ['fold', 'list', 'places'] },
];

const chromium = /Chrome\//.test(navigator.userAgent) ? describe : describe.skip;

/** With every sheet. Long, so it runs with the long tests alone. */
chromium('a login page in pictures', () => {
  let page: LoginPage;
  before(async function () {
    this.timeout(60_000);
    page = await openLoginPage(STATES);
  });
  after(() => page.close());

  for (const { name, sheets, changes } of HOSTS) {
    for (const theme of ['light', 'dark'] as const) {
      it(`looks the same with ${name}, ${theme}`, async function () {
        this.timeout(60_000);
        const plain = await page.take(theme);
        let found = ['nothing was looked at'];
        await withSheets(sheets, async () => {
          found = differencesOf(plain, await page.take(theme), changes);
        });
        expect(found).to.deep.equal([]);
      });
    }
  }
});
