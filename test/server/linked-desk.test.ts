import { afterAll, beforeAll, expect, test } from 'vitest';
import { startOpenIdProvider, type OpenIdProvider } from '../support/openid-provider';
import { startDesk, type Desk } from './support/desk';
import { MINUTE, type Browser, type Person } from './support/harness';

/** What the help team closes is closed to a linked sign-in too. */

const WEEK = 7 * 24 * 60 * MINUTE;
const API = '/api/auth';
const REFUSED = [303, '/challenge?mfa=not-allowed'];

let provider: OpenIdProvider;
let d: Desk;
beforeAll(async () => {
  let now = () => Date.now();
  provider = await startOpenIdProvider(() => now());
  d = await startDesk({ linked: { providers: [provider.options], returnUrl: '/account' } });
  now = () => d.t.clock.now;
});
afterAll(async () => {
  await d.t.close();
  await provider.close();
});

const start = async (browser: Browser) => {
  const { status, headers } = await browser.send('GET', `${API}/linked/example/start`);
  return [status, headers.get('location')];
};

/** Somebody whose link is old enough, with a request that waits. */
async function linkedInNeed(): Promise<{ person: Person; browser: Browser; number: string }> {
  const person = await d.t.addPerson();
  const signedIn = await d.t.signedIn(person);
  const { url } = (await signedIn.send('POST', `${API}/linked/example/link`, {})).body as { url: string };
  provider.state.person = `subject of ${person.id}`;
  const back = (await fetch(url, { redirect: 'manual' })).headers.get('location')!;
  await signedIn.send('GET', back.replace(d.t.server.origin, ''));
  d.t.clock.now += WEEK;
  const browser = await d.t.challenged(person);
  const { body } = await d.askForHelp(browser);
  return { person, browser, number: body.number as string };
}

test('a link leads to the provider while nothing is closed: the control', async () => {
  const { browser } = await linkedInNeed();
  const [status, location] = await start(browser);
  expect([status, location!.toString().startsWith(provider.options.issuer)]).toEqual([303, true]);
});

test('a suspended account opens by no link', async () => {
  const { person, number } = await linkedInNeed();
  await d.act((await d.onDuty()).browser, 'suspend', number, person);
  const browser = await d.firstFactor(person);
  expect(await start(browser)).toEqual(REFUSED);
  expect((await browser.load()).body).toEqual({ status: 'blocked', why: 'suspended' });
});

test('a reset ends the links too, and none stands in for the pass', async () => {
  const { person, number } = await linkedInNeed();
  await d.act((await d.onDuty()).browser, 'reset', number, person);
  expect(await d.t.sql('select id from "mfaLink" where "userId" = $1', [person.id])).toEqual([]);
  const browser = await d.firstFactor(person);
  expect(await start(browser)).toEqual(REFUSED);
  expect((await browser.load()).body).toMatchObject({ status: 'enroll', passNeeded: true });
});
