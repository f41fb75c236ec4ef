import type { Page } from '@playwright/test';
import { SoftwareAuthenticator } from '../support/software-authenticator';
import { expect, givePasskey, passFirstFactor, test } from './support';

interface Told {
  status: number;
  body: { by?: string; code?: string };
}

/** What a screen does, without one: options from the server, an assertion of the browser, and its answer to the server. */
const useBrowsersPasskey = (page: Page, { times = 1, ceremonies = 1 } = {}): Promise<Told[]> =>
  page.evaluate(
    async ({ times, ceremonies }) => {
      const ask = async (path: string, body: object) => {
        const response = await fetch(`/api/auth/mfa/challenge/${path}`, {
          method: 'POST',
          headers: { 'X-MFA': '1', 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        });
        return { status: response.status, body: await response.json() };
      };
      const asked = [];
      for (let i = 0; i < ceremonies; i += 1) asked.push((await ask('passkey', {})).body);
      const [{ options }, { id }] = [asked[0], asked.at(-1)];
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
      const made = (await navigator.credentials.get({ publicKey })) as PublicKeyCredential;
      const proof = { kind: 'passkey', ceremony: id, credential: made.toJSON() };
      const told = [];
      for (let i = 0; i < times; i += 1) {
        told.push(await ask('attempts', { attempt: crypto.randomUUID(), proof }));
      }
      return told;
    },
    { times, ceremonies },
  );

const refused = { status: 422, body: { code: 'passkey-refused' } };

async function signedInAs(page: Page): Promise<string | null> {
  return page.evaluate(async () => ((await (await fetch('/api/me')).json()) as { email: string | null }).email);
}

test.beforeEach(async ({ page, person }) => {
  await page.goto('/login');
  await passFirstFactor(page, person);
});

test('a passkey of the browser gets its person in', async ({ page, person, server, violations }) => {
  await givePasskey(page, server, person);
  expect(await useBrowsersPasskey(page)).toMatchObject([{ status: 200, body: { by: 'passkey' } }]);
  expect(await signedInAs(page)).toBe(person.email);
  expect(await violations()).toEqual([]);
});

test('an assertion gets in once', async ({ page, person, server }) => {
  await givePasskey(page, server, person);
  const [first, second] = await useBrowsersPasskey(page, { times: 2 });
  expect([first?.status, second?.status]).toEqual([200, 410]);
});

test('an assertion that was refused once is refused ever after', async ({ page, person, server }) => {
  await givePasskey(page, server, person);
  // Two ceremonies: the answer to the first one is sent as the answer to the second.
  expect(await useBrowsersPasskey(page, { times: 2, ceremonies: 2 })).toMatchObject([refused, refused]);
  expect(await signedInAs(page)).toBe(null);
  expect(await useBrowsersPasskey(page)).toMatchObject([{ status: 200 }]);
});

test('an assertion without the check of who used it is refused', async ({ page, person, server }) => {
  const { authenticator } = await givePasskey(page, server, person);
  await authenticator.verifies(false);
  // The page leaves out what the server asked for.
  await page.route('**/challenge/passkey', async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as { options: { userVerification: string } };
    body.options.userVerification = 'discouraged';
    await route.fulfill({ response, json: body });
  });
  expect(await useBrowsersPasskey(page)).toMatchObject([refused]);
  expect(await signedInAs(page)).toBe(null);
});

test("another person's passkey in the same browser is not even asked for", async ({ page, person, server }) => {
  const { authenticator } = await givePasskey(page, server, person);
  const stranger = new SoftwareAuthenticator(server.origin);
  await authenticator.hold(stranger);
  const answer = await page.evaluate(async () => {
    const response = await fetch('/api/auth/mfa/challenge/passkey', {
      method: 'POST',
      headers: { 'X-MFA': '1', 'Content-Type': 'application/json' },
      body: '{}',
    });
    return (await response.json()) as { options: { allowCredentials: { id: string }[] } };
  });
  const asked = answer.options.allowCredentials.map(({ id }) => id);
  expect(asked).toHaveLength(1);
  expect(asked).not.toContain(stranger.id);
});

test("another person's passkey, used all the same, is refused", async ({ page, person, server }) => {
  const { authenticator } = await givePasskey(page, server, person);
  const stranger = new SoftwareAuthenticator(server.origin);
  await authenticator.hold(stranger);
  // The page asks for the stranger's key where the server asked for the person's.
  await page.route('**/challenge/passkey', async (route) => {
    const response = await route.fetch();
    const body = (await response.json()) as { options: { allowCredentials: { id: string }[] } };
    body.options.allowCredentials[0]!.id = stranger.id;
    await route.fulfill({ response, json: body });
  });
  expect(await useBrowsersPasskey(page)).toMatchObject([refused]);
  expect(await signedInAs(page)).toBe(null);
});
