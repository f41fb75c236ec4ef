import type { Fault } from '../../support/fault-proxy';
import { expect } from '../support';
import { begin, CODE, expectProofs, isIn, isStillOut, reads, test, type Journey } from './journey';
import { ANSWERS, unseen } from './menu';
import { APP_CODE, BACKUP_CODE, EMAIL_CODE, loseSecondFactor, PASSKEY, press, type Way } from './ways';

/** A page's code is more than one file. The first ones bring the first screen; here those after them do not come. */

const NOT_LOADED = "Part of this page didn't load. Try again.";

/** How far a person gets, and the gesture there; it comes to nothing. */
interface Stop {
  readonly way: Way;
  tries(journey: Journey): Promise<void>;
  /** The same gesture again, and from there on. */
  triesAgain(journey: Journey): Promise<void>;
}

/** The choice of a way comes with later code, so there is only a way to ask for it again. */
const atTheChoice = (way: Way): Stop => ({
  way,
  tries: ({ page }) => expect(page.getByRole('button', { name: 'Try again' })).toBeVisible(),
  async triesAgain(journey) {
    await press(journey.page, 'Try again');
    await way.reach(journey);
    await way.prove(journey);
  },
});

const STOPS: readonly Stop[] = [
  {
    way: APP_CODE,
    async tries(journey) {
      await APP_CODE.prove(journey);
      await expect(journey.page.getByRole('button', { name: 'Continue' })).toBeVisible();
    },
    triesAgain: APP_CODE.prove,
  },
  {
    way: BACKUP_CODE,
    async tries(journey) {
      await expect.poll(() => journey.underWay(CODE)).toBe(0);
      const before = journey.sent(CODE).length;
      await loseSecondFactor(journey);
      await expect.poll(() => journey.sent(CODE).length).toBeGreaterThan(before);
      await expect.poll(() => journey.underWay(CODE)).toBe(0);
    },
    async triesAgain(journey) {
      await BACKUP_CODE.reach(journey);
      await BACKUP_CODE.prove(journey);
    },
  },
  atTheChoice(EMAIL_CODE),
  atTheChoice(PASSKEY),
];

/** Opens the challenge, where every file meets this that the page does not name itself. */
async function open(journey: Journey, way: Way, fault: Fault): Promise<void> {
  const { page, network } = journey;
  await begin(journey, way);
  const html = await (await page.request.get(`${network.origin}/challenge`)).text();
  const named = [...html.matchAll(/assets\/([\w.-]+\.js)/g)].map(([, name]) => name);
  expect(named).not.toEqual([]);
  network.lose({ path: new RegExp(`^/assets/(?!${named.join('|')})[^/]+\\.js$`), ...fault });
  await page.goto('/challenge');
}

const FAULTS: readonly { readonly what: string; readonly fault: Fault; readonly tag: string[] }[] = [
  { what: 'is lost', fault: { cut: 'before' }, tag: [] },
  { what: 'gets a 503', fault: unseen(ANSWERS.gateway), tag: ['@long'] },
];

for (const { way, tries, triesAgain } of STOPS) {
  for (const { what, fault, tag } of FAULTS) {
    test(`${way.name}: when later code ${what}, the person reads “${NOT_LOADED}”`, { tag }, async ({ journey }) => {
      await open(journey, way, fault);
      await tries(journey);
      await reads(journey, NOT_LOADED);
    });

    test(
      `${way.name}: when later code ${what} for a while, nothing is lost and trying again leads in`,
      { tag },
      async ({ journey }) => {
        await open(journey, way, fault);
        await tries(journey);
        expectProofs(journey, 0);
        await isStillOut(journey);
        journey.network.heal();
        await triesAgain(journey);
        await isIn(journey, way);
        expectProofs(journey, 1);
      },
    );
  }

  test(`${way.name}: when later code is slow, the person waits and gets in`, { tag: '@long' }, async ({ journey }) => {
    await open(journey, way, { hold: 'answer' });
    await journey.network.whenHeld();
    const reached = way.reach(journey);
    journey.network.heal();
    await journey.network.release();
    await reached;
    await way.prove(journey);
    await isIn(journey, way);
    expectProofs(journey, 1);
  });
}

test('a refused code is explained although later code was lost at first', async ({ journey }) => {
  const { page, person, network } = journey;
  await open(journey, APP_CODE, { cut: 'before' });
  await expect(page.getByLabel('App code')).toBeVisible();
  await expect.poll(() => journey.underWay(CODE)).toBe(0);
  network.heal();
  await page.getByLabel('App code').fill(person.appCode() === '000000' ? '111111' : '000000');
  await page.keyboard.press('Enter');
  await reads(journey, "That code didn't work. Wait for a new code in your app and try that one.");
});
