import { expect } from '@open-wc/testing';
import { differencesOf, openLoginPage, STATES, type LoginPage } from './host-pictures.js';
import { BOOTSTRAP, withRules, withSheets } from './hosts.js';

const chromium = /Chrome\//.test(navigator.userAgent) ? describe : describe.skip;

/** With one sheet; the long tests do it with all of them. */
chromium('a login page in pictures', function () {
  this.timeout(60_000);
  let page: LoginPage;
  before(async () => {
    page = await openLoginPage(STATES);
  });
  after(() => page.close());

  it('would be seen to have one rounded corner less', async () => {
    const plain = await page.take('light');
    let found: string[] = [];
    await withRules('button:not(#none) { border-start-end-radius: 1px }', async () => {
      found = differencesOf(plain, await page.take('light'));
    });
    expect(
      found.some((one) => /^mfa-challenge\/asking-wrong-code: button \(\d+\) has \d+ other pixels$/.test(one)),
    ).to.equal(true);
  });

  it('would be seen to have a color that is a little off', async () => {
    const plain = await page.take('light');
    let found: string[] = [];
    await withRules('h2:not(#none) { color: #2e3036 }', async () => {
      found = differencesOf(plain, await page.take('light'));
    });
    expect(found.some((one) => /title \(\d+\) has \d+ other pixels$/.test(one))).to.equal(true);
  });

  it(`would be seen to look as ${BOOTSTRAP.name} wants it, if our rules did not stand against that`, async () => {
    await page.dress('none');
    const plain = await page.take('light');
    let found: string[] = [];
    await withSheets(BOOTSTRAP.sheets, async () => {
      found = differencesOf(plain, await page.take('light'));
    });
    await page.dress('mfa');
    expect(new Set(found.map((one) => one.replace(/:.*/, ''))).size).to.equal(page.shown.length);
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`looks the same with ${BOOTSTRAP.name}, ${theme}`, async () => {
      const plain = await page.take(theme);
      let found = ['nothing was looked at'];
      await withSheets(BOOTSTRAP.sheets, async () => {
        found = differencesOf(plain, await page.take(theme));
      });
      expect(found).to.deep.equal([]);
    });
  }
});
