import type { Locator, Page } from '@playwright/test';
import { JOURNEY } from '../../demo/playground/journeys';
import type { Step } from '../../demo/playground/steps';
import { atHand, expect, open, stage, test } from './playground/page';

/** Walked in every run: by an app's code, and by a backup code with the repair after it. */
const ALWAYS: readonly string[] = ['app', 'lost-factor'];

/** More stops than the whole page has: who comes around without meeting what they want is in a trap. */
const STOPS = 200;

const holdsFocus = (one: Locator): Promise<boolean> => one.evaluate((element) => element === document.activeElement);

/** From key to key until it has the focus, which can be seen there. */
async function tabTo(page: Page, control: Locator, stops = STOPS): Promise<void> {
  await expect(control).toBeVisible();
  await expect(control).not.toHaveAttribute('aria-busy', 'true');
  for (let stop = 0; !(await holdsFocus(control)); stop += 1) {
    expect(stop, `no key leads to ${String(control)}`).toBeLessThan(stops);
    await page.keyboard.press('Tab');
  }
  const ring = await control.evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return element.matches(':focus-visible') && outlineStyle !== 'none' ? Number.parseFloat(outlineWidth) : 0;
  });
  expect(ring, 'the focus is seen').toBeGreaterThanOrEqual(2);
}

async function take(page: Page, step: Step): Promise<void> {
  const here = stage(page);
  switch (step.does) {
    case 'press':
    case 'follow':
      await tabTo(page, here.getByRole(step.does === 'press' ? 'button' : 'link', { name: step.name }));
      return page.keyboard.press('Enter');
    case 'tick':
      await tabTo(page, here.getByLabel(step.name));
      return page.keyboard.press('Space');
    case 'write':
      await tabTo(page, here.getByLabel(step.field));
      await page.keyboard.press('ControlOrMeta+A');
      return page.keyboard.type(step.text);
    case 'give':
      await tabTo(page, here.getByLabel(step.field, { exact: true }));
      await page.keyboard.type(await atHand(page, step.what));
      return page.keyboard.press('Enter');
  }
}

/** The labels of the fields for text that are on screen and empty. */
const asked = (page: Page): Promise<string[]> =>
  stage(page)
    .locator('input[data-part=input]')
    .evaluateAll((fields) =>
      (fields as HTMLInputElement[])
        .filter((field) => field.checkVisibility() && field.value === '')
        .map((field) => field.labels?.[0]?.textContent.trim() ?? ''),
    );

for (const { id, label, steps, end } of JOURNEY.choices) {
  test(
    `“${label}” is walked by keys alone, and nothing is asked twice`,
    { tag: ALWAYS.includes(id) ? [] : ['@long'] },
    async ({ page, playground }) => {
      await open(page, playground, `#journey=${id}`);
      const given: string[] = [];
      for (const [index, step] of steps.entries()) {
        await take(page, step);
        if (step.does === 'give') given.push(step.field);
        if (index === steps.length - 1) break;
        // The next step is on screen once its own control is.
        const next = steps[index + 1]!;
        const name = 'field' in next ? next.field : next.name;
        const roles = { press: 'button', follow: 'link' } as const;
        const control =
          next.does === 'press' || next.does === 'follow'
            ? stage(page).getByRole(roles[next.does], { name })
            : stage(page).getByLabel(name, { exact: true });
        await expect(control).toBeVisible();
        await expect(stage(page).locator(':focus'), 'the focus is not lost').toBeVisible();
        expect((await asked(page)).filter((one) => given.includes(one))).toEqual([]);
      }
      await expect(stage(page)).toContainText(end);
    },
  );
}

test('who looks for what no key leads to is told', async ({ page, playground }) => {
  await open(page, playground, '#journey=app');
  const cancel = stage(page).getByRole('link', { name: 'Cancel' });
  await cancel.evaluate((element) => (element.tabIndex = -1));
  await expect(tabTo(page, cancel, 30)).rejects.toThrow('no key leads to');
});

test('the keys lead out of the element again, both ways', { tag: '@long' }, async ({ page, playground }) => {
  await open(page, playground, '#journey=app');
  const field = stage(page).getByLabel('App code');
  await tabTo(page, field);
  const isInside = (): Promise<boolean> => page.evaluate(() => Boolean(document.activeElement?.closest('#stage')));
  for (const key of ['Tab', 'Shift+Tab']) {
    await field.focus();
    for (let stop = 0; await isInside(); stop += 1) {
      expect(stop, `${key} leads nowhere`).toBeLessThan(20);
      await page.keyboard.press(key);
    }
  }
});
