import { startDemoServer, type DemoServer, type DemoServerOptions } from '../../demo/server/start';
import { addDevice, banner, card, cards, openSettings, removeByHand } from './settings-page';
import { addAuthenticator, expect, SERVER_START, test as base, type Clock } from './support';

const LONG = { tag: '@long' };
const APP = 'App on a phone';

/** A server with a policy of its own. */
const under = (policy: NonNullable<DemoServerOptions['policy']>) =>
  base.extend<object, { clock: Clock; server: DemoServer }>({
    server: [
      async ({ clock }, use) => {
        const limits = { attempt: 1000, load: 1000, other: 1000 };
        const server = await startDemoServer({ now: clock.now, policy, limits });
        await use(server);
        await server.close();
      },
      { scope: 'worker', timeout: SERVER_START },
    ],
  });

under({ backupCodes: false })(
  'where backup codes are ruled out, no screen says a word of them',
  LONG,
  async ({ page, person }) => {
    const seen: string[] = [];
    const look = async (): Promise<void> => {
      seen.push(await page.locator('mfa-settings').innerHTML());
    };
    await page.goto('/login');
    await addAuthenticator(page);
    await openSettings(page, person);
    await look();
    await addDevice(page, 'Laptop');
    await look();
    for (const action of ['rename', 'remove', 'activity'] as const) {
      await page.locator(`[data-action=${action}]`).last().click();
      await expect(cards(page)).toHaveCount(0);
      await look();
      await page.locator('[data-action=cancel], [data-action=keep], [data-action=back]').first().click();
      await expect(card(page, APP)).toBeVisible();
    }
    await page.goto('/settings?view=codes');
    await expect(card(page, APP)).toBeVisible();
    await look();
    expect(seen.filter((html) => /backup/i.test(html))).toEqual([]);
    expect(seen.every((html) => html.includes('data-part'))).toBe(true);
  },
);

under({ minFactors: 2 })(
  'where everyone has two ways, the page counts them and none of two can go',
  LONG,
  async ({ page, person }) => {
    await page.goto('/login');
    await addAuthenticator(page);
    await openSettings(page, person);
    await expect(page.getByText('1 of 2 done')).toBeVisible();
    await expect(banner(page)).toContainText('You have one way only.');
    await addDevice(page, 'Laptop');
    await expect(page.getByText('of 2 done')).toHaveCount(0);
    await expect(banner(page)).toHaveCount(0);
    await page.getByRole('link', { name: `Remove ${APP}` }).click();
    await expect(page.getByText('Your account needs as many ways as it has now.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Remove', exact: true })).toHaveCount(0);
    expect(await removeByHand(page)).toEqual({ status: 403, reason: 'last-factor' });
  },
);
