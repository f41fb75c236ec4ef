import { codeList, expectAllSet, finish, makeCodes, opens, savedBox, shownCodes, signIn } from './codes';
import { test } from './network';
import { alert } from './said';
import { expect, nextCode } from './support';

/** The request that turns codes on. */
const CONFIRM = /\/backup-codes\/sets\/[^/]+\/confirm$/;

for (const cut of ['after', 'before'] as const) {
  const what = cut === 'after' ? 'were turned on and the answer was lost' : 'may never have been asked for';
  test(
    `a person whose codes ${what} keeps the list, and checks again`,
    { tag: cut === 'before' ? ['@long'] : [] },
    async ({ page, person, network, browser, server }) => {
      const isOpened = (code: string) => opens(browser, server.origin, person, code);
      await signIn(page, person);
      const codes = await makeCodes(page);
      network.lose({ path: CONFIRM, cut });
      await finish(page);

      await expect(alert(page)).toContainText("We don't know yet if they are on.");
      expect(await shownCodes(page)).toEqual(codes);
      await expect(savedBox(page)).toHaveCount(0);
      const old = nextCode(person);
      expect(await isOpened(old)).toBe(cut === 'before');

      await page.getByRole('button', { name: 'Check again' }).click();
      await expect(page.getByRole('button', { name: 'Check again' })).toBeEnabled();
      await expect(alert(page)).toContainText("We don't know yet if they are on.");
      expect(await shownCodes(page)).toEqual(codes);

      network.heal();
      await page.getByRole('button', { name: 'Check again' }).click();
      await expectAllSet(page);
      await expect(codeList(page)).toHaveCount(0);
      expect(await isOpened(nextCode(person))).toBe(false);
      expect(await isOpened(codes[0]!)).toBe(true);
    },
  );
}
