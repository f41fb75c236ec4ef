import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TOTP } from 'otpauth';
import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startDemoServer, type DemoServer } from '../../demo/server/start';
import { ensureBrowser, firefoxPrefs } from '../support/browser.mjs';
import { faultProxy, type FaultProxy } from '../support/fault-proxy';
import { openFor, somebody, type Person } from './person';

const PROVING = /\/challenge\/attempts$/;

let browser: Browser;
let network: FaultProxy;
let server: DemoServer;
let dataDir: string;
const people: Person[] = [];

beforeAll(async () => {
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: ensureBrowser('firefox'),
    headless: true,
    extraPrefsFirefox: firefoxPrefs,
  });
  network = await faultProxy();
  dataDir = await mkdtemp(join(tmpdir(), 'mfa-demo-'));
  const limits = { attempt: 1000, load: 1000, other: 1000 };
  server = await startDemoServer({ signInsPerMinute: 1000, limits, origin: network.origin, dataDir });
  network.leadTo(server.port);
});
afterEach(async () => {
  network.heal();
  await Promise.all(people.splice(0).map((person) => person.leave()));
});
afterAll(async () => {
  await browser.close();
  await network.close();
  await server.close();
  await rm(dataDir, { recursive: true });
});

async function ann(): Promise<Person> {
  const person = await somebody(browser, server, network.origin);
  people.push(person);
  return person;
}

async function elsewhere(person: Person): Promise<Person> {
  const other = await openFor(browser, network.origin, person);
  people.push(other);
  return other;
}

/** On to the field for a backup code. */
async function loseSecondFactor(person: Person): Promise<void> {
  await person.passFirstFactor();
  await person.press('I lost my second factor', 'link');
  await person.reads('Enter a backup code');
}

async function useCode(person: Person, code = person.codes.shift() ?? ''): Promise<void> {
  await person.type('Backup code', code);
  await person.press('Use this code');
}

const proofs = (): number => network.arrivals.filter(({ path }) => PROVING.test(path)).length;

describe('in Firefox, a person', () => {
  test('signs in with a code from their app, and the field has the focus', async () => {
    const person = await ann();
    await person.passFirstFactor();
    await person.reads('Enter the code from your app');
    expect(await person.focused()).toBe('App code');
    await person.page.keyboard.type(person.appCode());
    await person.page.keyboard.press('Enter');
    await person.reads(`You are signed in as ${person.email}.`);
  });

  test('who lost the phone connects another, saves new codes, and the old ones open nothing', async () => {
    const person = await ann();
    const [first = '', second = ''] = person.codes;
    await loseSecondFactor(person);
    await useCode(person, first);
    await person.press('Yes, set up a new one');
    const setup = person.page.waitForResponse((response) => response.url().endsWith('/totp/setups'));
    await person.page.locator('[data-part~=choice-button] ::-p-text(An app on a phone)').click();
    const { key } = (await (await setup).json()) as { key: string };
    await person.type('App code', new TOTP({ secret: key }).generate());
    await person.press('Continue');
    await person.reads('Save your backup codes');
    const fresh = await person.page.$$eval('[data-part=codes] code', (codes) => codes.map((one) => one.textContent));
    expect(fresh).toHaveLength(10);
    await person.press('I have saved these codes.', 'checkbox');
    await person.press('Finish');
    await person.reads('All set');

    const thief = await elsewhere(person);
    await loseSecondFactor(thief);
    await useCode(thief, second);
    await thief.reads("That code didn't work.");
    const owner = await elsewhere(person);
    await loseSecondFactor(owner);
    await useCode(owner, fresh[0]);
    await owner.reads("You're in");
  });

  test('is in by one code, though the answer to it was lost', async () => {
    const person = await ann();
    await loseSecondFactor(person);
    const before = proofs();
    // Firefox sends a POST again by itself on a connection that had carried one: that is the same attempt, and spends once.
    network.lose({ path: PROVING, cut: 'after' });
    await useCode(person);
    await person.reads("You're in");
    await person.reads('You have 9 left.');
    expect(proofs() - before).toBeGreaterThanOrEqual(1);
  });

  test('whose code never arrived reads that it still works, and gets in with it', async () => {
    const person = await ann();
    await loseSecondFactor(person);
    network.lose({ path: PROVING, cut: 'before' });
    await useCode(person);
    await person.reads("You're not in yet, and your code still works.");
    network.heal();
    await person.press('Try again');
    await person.reads('You have 9 left.');
  });

  test('whose code is wrong is back in the field, with what they typed', async () => {
    const person = await ann();
    await loseSecondFactor(person);
    await useCode(person, 'WRQN-GCQD-EXYZ');
    await person.reads("That code didn't work.");
    expect(await person.focused()).toBe('Backup code');
    expect(await person.page.$eval('[data-part=input]', (field) => (field as HTMLInputElement).value)).toBe(
      'WRQN-GCQD-EXYZ',
    );
  });

  test('who has nothing left is shown the help team, and can ask it', async () => {
    const person = await ann();
    await loseSecondFactor(person);
    await person.press("I can't find my codes", 'link');
    await person.reads('Ask our help team');
    await person.press('Ask for help');
    await person.reads('We have your request');
  });
});
