import type { Locator, Page } from '@playwright/test';
import { alert } from '../said';
import { expect, giveEmailCodes, givePasskey, nextCode, passkeyIsReady, sentCode, usePasskey } from '../support';
import { PREPARING, PROVING, type Journey } from './journey';

/** A way in as a person goes it, and what it says when things go wrong. */
export interface Way {
  readonly name: string;
  /** How many backup codes it costs. */
  readonly burns: 0 | 1;
  /** Gives the person what the way needs, before the challenge. */
  equip(journey: Journey): Promise<void>;
  /** From the challenge to the last step before the gesture. */
  reach(journey: Journey): Promise<void>;
  /** The gesture that gives the proof. */
  prove(journey: Journey): Promise<void>;
  /** The gesture once more, after the words that it did not lead in. */
  again(journey: Journey): Promise<void>;
  /** The gesture once nothing stands in its way any more. */
  resume(journey: Journey): Promise<void>;
  /** What is there once the person is in. */
  arrival(page: Page): Locator;
  readonly says: {
    readonly notSpent: string;
    readonly offline: string;
    readonly unknown: string;
  };
}

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();
const account = (page: Page): Locator => page.getByText('You are signed in as');
const nothing = (): Promise<void> => Promise.resolve();
const UNKNOWN = "We still can't tell whether you're in.";

async function proveByApp({ page, person }: Journey): Promise<void> {
  await page.getByLabel('App code').fill(person.appCode());
  await page.keyboard.press('Enter');
}

const APP_CODE: Way = {
  name: 'an app code',
  burns: 0,
  equip: nothing,
  reach: ({ page }) => expect(page.getByLabel('App code')).toBeVisible(),
  prove: proveByApp,
  resume: proveByApp,
  async again({ page, person }) {
    await page.getByLabel('App code').fill(person.appCode());
    await press(page, 'Try again');
  },
  arrival: account,
  says: {
    notSpent: "You're not in yet. Type the newest code from your app.",
    offline: "You're offline. Your code was not sent.",
    unknown: `${UNKNOWN} Your code was not sent again.`,
  },
};

const BACKUP_CODE: Way = {
  name: 'a backup code',
  burns: 1,
  equip: nothing,
  async reach(journey) {
    await loseSecondFactor(journey);
    await journey.page.getByLabel('Backup code').fill(nextCode(journey.person));
  },
  prove: ({ page }) => page.getByLabel('Backup code').press('Enter'),
  resume: ({ page }) => press(page, 'Use this code'),
  // What was typed still stands in the field.
  again: ({ page }) => press(page, 'Try again'),
  arrival: (page) => page.getByRole('status').filter({ hasText: 'That backup code is now used up. You have 9 left.' }),
  says: {
    notSpent: "You're not in yet, and your code still works.",
    offline: "You're offline. Your code was not sent.",
    unknown: `${UNKNOWN} Your code was not sent again.`,
  },
};

const EMAIL_CODE: Way = {
  name: 'a code by e-mail',
  burns: 0,
  equip: ({ server, person }) => giveEmailCodes(server, person),
  async reach(journey) {
    await chooseEmail(journey);
    await press(journey.page, 'Send code');
    await typeSentCode(journey);
  },
  prove: ({ page }) => page.getByLabel('Code from the email').press('Enter'),
  resume: ({ page }) => press(page, 'Continue'),
  again: ({ page }) => press(page, 'Try again'),
  arrival: account,
  says: {
    notSpent: "You're not in yet. Try that code again.",
    offline: "You're offline. Nothing was sent.",
    unknown: `${UNKNOWN} What you typed was not sent again.`,
  },
};

const PASSKEY: Way = {
  name: 'a passkey',
  burns: 0,
  async equip({ page, server, person }) {
    await givePasskey(page, server, person);
  },
  async reach(journey) {
    await choosePasskey(journey);
    await passkeyIsReady(journey.page);
  },
  prove: ({ page }) => usePasskey(page),
  async resume(journey) {
    await askForPasskey(journey);
    await usePasskey(journey.page);
  },
  async again(journey) {
    await isReadyAgain(journey);
    await press(journey.page, 'Try again');
  },
  arrival: account,
  says: {
    notSpent: "You're not in yet. Use your passkey again.",
    offline: "You're offline. Nothing was sent.",
    unknown: `${UNKNOWN} Nothing was sent again.`,
  },
};

/** The link below every first screen. */
export const loseSecondFactor = ({ page }: Journey): Promise<void> =>
  page.getByRole('link', { name: 'I lost my second factor' }).click();

/** To the screen on which a code can be asked for. */
export const chooseEmail = ({ page }: Journey): Promise<void> =>
  page.getByRole('button', { name: 'Code by email' }).click();

/** Types the code that was sent last, as soon as there is a field for it. */
export async function typeSentCode({ page, server, person }: Journey): Promise<void> {
  const field = page.getByLabel('Code from the email');
  await expect(field).toBeVisible();
  await field.fill(sentCode(server, person));
}

/** To the screen with the passkey's button. */
export const choosePasskey = ({ page }: Journey): Promise<void> =>
  page.getByRole('button', { name: 'Passkey or security key' }).click();

/** Each use needs options of its own. Under the words that it did not lead in, the button tells nothing of them. */
const isReadyAgain = ({ answered, sent }: Journey): Promise<void> =>
  expect.poll(() => answered(PREPARING).length).toBeGreaterThan(sent(PROVING).length);

/** Where the options could not be had ahead, the first click gets them, and takes the words away that said so. */
export async function askForPasskey({ page }: Journey): Promise<void> {
  await press(page, 'Use passkey');
  // One that says nothing is there all the time.
  await expect(alert(page)).toHaveCount(0);
}

export const WAYS: readonly Way[] = [APP_CODE, BACKUP_CODE, EMAIL_CODE, PASSKEY];
export { APP_CODE, BACKUP_CODE, EMAIL_CODE, PASSKEY };
