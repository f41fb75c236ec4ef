import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDestination, addTotp } from '../../src/server/better-auth';
import { MINUTE, startHarness, type Browser, type Harness, type Person } from './support/harness';

let code = '';
let t: Harness;
beforeAll(async () => {
  const keep = async (message: { code: string }) => void ({ code } = message);
  t = await startHarness({ deliver: { email: keep, sms: keep } });
});
afterAll(() => t.close());

interface Offer {
  kind: string;
  id?: string;
  channel?: string;
  lastUsed?: boolean;
}

const offersOf = async (browser: Browser): Promise<Offer[]> => (await browser.load()).body.challenge.offers;
const nameOf = ({ kind, channel }: Offer) => channel ?? kind;

/** A person who has every way there is. */
async function withAll() {
  const person = await t.addPerson();
  await addDestination(t.server.auth, person.id, { channel: 'sms', to: '+4755500142' });
  const key = await t.addKey(person);
  return { person, key };
}

const last = async (person: Person) => {
  const offers = await offersOf(await t.challenged(person));
  return offers.filter(({ lastUsed }) => lastUsed !== undefined).map((offer) => [nameOf(offer), offer.lastUsed]);
};

test('the ways are offered strongest first', async () => {
  const { person } = await withAll();
  const offers = await offersOf(await t.challenged(person));
  expect(offers.map(nameOf)).toEqual(['passkey', 'totp', 'email', 'sms', 'backup-code']);
});

test('no way is marked before one was used', async () => {
  const { person } = await withAll();
  expect(await last(person)).toEqual([]);
});

describe('the way used last is marked, and no other', () => {
  async function useSent(person: Person, channel: string) {
    const browser = await t.challenged(person);
    const { id } = (await offersOf(browser)).find((offer) => offer.channel === channel)!;
    await browser.sendCode(id!);
    return browser.prove({ kind: 'delivered-code', id, code });
  }
  type All = Awaited<ReturnType<typeof withAll>>;
  const USES: Record<string, (all: All) => Promise<{ status: number }>> = {
    passkey: async ({ person, key }) => (await t.challenged(person)).useKey(key),
    totp: async ({ person }) => (await t.challenged(person)).attempt('totp', person.appCode()),
    email: ({ person }) => useSent(person, 'email'),
    sms: ({ person }) => useSent(person, 'sms'),
    'backup-code': async ({ person }) => (await t.challenged(person)).attempt('backup-code', person.codes.pop()!),
  };

  test.each(Object.keys(USES))('%s', async (name) => {
    const all = await withAll();
    const [other] = Object.keys(USES).filter((one) => one !== name);
    for (const used of [name, other!, name]) {
      t.clock.now += MINUTE;
      expect((await USES[used]!(all)).status).toBe(200);
      expect(await last(all.person)).toEqual([[used, true]]);
    }
  });
});

test('a way that was refused is not the one used last', async () => {
  const { person, key } = await withAll();
  const browser = await t.challenged(person);
  await browser.attempt('totp', 'not a code');
  await browser.useKey(key, { verified: false });
  expect(await last(person)).toEqual([]);
});

test('the app is not offered to a person whose only factor is another', async () => {
  const person = await t.addPerson({ factor: false });
  await t.addKey(person);
  expect((await offersOf(await t.challenged(person))).map(nameOf)).toEqual(['passkey', 'email']);
  await addTotp(t.server.auth, person.id);
  expect((await offersOf(await t.challenged(person))).map(nameOf)).toEqual(['passkey', 'totp', 'email']);
});

test('that a code to the account’s address was used makes that address no second factor', async () => {
  const person = await t.addPerson();
  const browser = await t.challenged(person);
  await browser.sendCode('account-email');
  await browser.prove({ kind: 'delivered-code', id: 'account-email', code });
  await t.sql(`delete from "mfaFactor" where "userId" = $1 and kind = 'totp'`, [person.id]);
  const later = t.browser();
  await later.signIn(person);
  expect(await later.whoAmI()).toBe(person.email);
});
