import type { Page } from '@playwright/test';
import { expect, press, send, stage, title } from './page';

interface Journey {
  /** From the first screen to the last. */
  readonly walk: (page: Page) => Promise<void>;
  /** The words of the end. */
  readonly end: string;
  /** Whether it is walked in every run. */
  readonly always?: boolean;
}

const IN = 'The server has signed this browser in.';

async function addKey(page: Page, kind: RegExp): Promise<void> {
  await press(page, kind);
  await press(page, 'Continue');
}

async function saveCodes(page: Page): Promise<void> {
  await stage(page).getByLabel('I have saved these codes.').check();
  await press(page, 'Finish');
}

async function sent(page: Page, kind: 'email' | 'text'): Promise<void> {
  await press(page, 'Send code');
  await expect(stage(page).getByLabel(`Code from the ${kind}`)).toBeVisible();
  await send(page, `Code from the ${kind}`, 'Sent', 'Continue');
}

/** Every journey of the playground, by its id. */
export const JOURNEYS: Readonly<Record<string, Journey>> = {
  'lost-factor': {
    always: true,
    async walk(page) {
      await stage(page).getByRole('link', { name: 'I lost my second factor' }).click();
      await expect(title(page, 'Enter a backup code')).toBeVisible();
      await send(page, 'Backup code', 'Backup codes', 'Use this code');
      await press(page, 'Yes, set up a new one');
      await press(page, 'This device');
      await addKey(page, /^Add this device/);
      await saveCodes(page);
      await press(page, /^Go to/);
    },
    end: IN,
  },
  app: { walk: (page) => send(page, 'App code', 'App', 'Continue'), end: IN },
  passkey: { walk: (page) => press(page, 'Use passkey'), end: IN },
  'security-key': { walk: (page) => press(page, 'Use passkey'), end: IN },
  email: { walk: (page) => sent(page, 'email'), end: IN },
  text: { walk: (page) => sent(page, 'text'), end: IN },
  'every-way': {
    async walk(page) {
      await press(page, 'Code by text');
      await sent(page, 'text');
    },
    end: IN,
  },
  required: {
    always: true,
    async walk(page) {
      await press(page, 'An app on a phone');
      await send(page, 'App code', 'New app', 'Continue');
      await saveCodes(page);
      await press(page, /^Go to/);
    },
    end: IN,
  },
  first: {
    async walk(page) {
      await press(page, 'This device');
      await addKey(page, /^Add this device/);
      await saveCodes(page);
      await press(page, /^Go to/);
    },
    end: IN,
  },
  settings: {
    async walk(page) {
      await stage(page).getByRole('link', { name: 'Rename This device' }).click();
      await stage(page).getByLabel('Name').fill('My laptop');
      await press(page, 'Save');
    },
    end: 'The new name is saved.',
  },
  codes: {
    async walk(page) {
      await press(page, 'Make new codes');
      await saveCodes(page);
    },
    end: 'All set',
  },
  connect: {
    async walk(page) {
      await press(page, 'Set up the app');
      await send(page, 'App code', 'New app', 'Continue');
    },
    end: 'Your app is connected',
  },
  replace: {
    async walk(page) {
      await press(page, 'Set up the app');
      await send(page, 'App code', 'New app', 'Continue');
    },
    end: 'Your old app no longer works.',
  },
  device: { walk: (page) => press(page, /^Add this device/), end: 'Added: This device.' },
  'add-key': { walk: (page) => press(page, /^Add/), end: 'Added: Security key.' },
  'step-up': { walk: (page) => send(page, 'App code', 'App', 'Continue'), end: "Thank you. It's you" },
  reset: {
    async walk(page) {
      await send(page, 'Code from the help team', "The help team's code", 'Continue');
      await press(page, 'This device');
      await addKey(page, /^Add this device/);
      await saveCodes(page);
      await press(page, /^Go to/);
    },
    end: IN,
  },
  help: {
    async walk(page) {
      await stage(page).getByRole('link', { name: 'I lost my second factor' }).click();
      await stage(page)
        .getByRole('link', { name: /find my codes/ })
        .click();
      await press(page, 'Ask for help');
    },
    end: 'We have your request',
  },
};
