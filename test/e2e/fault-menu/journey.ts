import type { BrowserContext, Locator, Page } from '@playwright/test';
import type { DemoServer } from '../../../demo/server/start';
import type { FaultProxy } from '../../support/fault-proxy';
import { test as base, type Site } from '../network';
import { expect, type Person } from '../support';
import type { Way } from './ways';

/** The request that gives a proof; the one that asks what became of it. */
export const PROVING = /\/challenge\/attempts$/;
export const ASKING = /\/challenge\/attempts\/([^/]+)\/settle$/;
export const LOADING = /\/auth\/mfa\/challenge(\?|$)/;
export const SENDING = /\/challenge\/deliveries$/;
export const PREPARING = /\/challenge\/passkey$/;
export const CODE = /^\/assets\/.*\.js$/;

/** Beyond the client's time-out, and beyond its pauses before it asks again. */
const TIME_OUT = 16_000;
const PAUSE = 1000;

interface Sent {
  readonly path: string;
  readonly body: string;
}

/** One person on the way in, what their page sends, and what the server holds of it. */
export interface Journey {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly person: Person;
  readonly site: Site;
  readonly server: DemoServer;
  readonly network: FaultProxy;
  /** What the page has sent to such an address, in order. What a browser sends again by itself is none of it. */
  sent(path: RegExp): Sent[];
  /** How many requests to such an address have neither been answered nor failed. */
  underWay(path: RegExp): number;
  /** The addresses of such a kind whose answers the page has read to the end. */
  answered(path: RegExp): string[];
}

export const test = base.extend<{ journey: Journey }>({
  journey: async ({ page, context, person, site, server, network }, use) => {
    const sent: Sent[] = [];
    const answered: string[] = [];
    const failed: string[] = [];
    page.on('request', (request) => sent.push({ path: pathOf(request.url()), body: request.postData() ?? '' }));
    page.on('requestfinished', (request) => answered.push(pathOf(request.url())));
    page.on('requestfailed', (request) => failed.push(pathOf(request.url())));
    const among = (paths: readonly string[], path: RegExp) => paths.filter((one) => path.test(one));
    await use({
      page,
      context,
      person,
      site,
      server,
      network,
      sent: (path) => sent.filter((one) => path.test(one.path)),
      underWay: (path) =>
        sent.filter((one) => path.test(one.path)).length - among([...answered, ...failed], path).length,
      answered: (path) => among(answered, path),
    });
  },
});

const pathOf = (url: string): string => url.slice(new URL(url).origin.length);

/** Hands the page's time to the test, that of the time-outs of its requests as well, which a fake clock leaves alone. */
async function takeTime(page: Page): Promise<void> {
  await page.addInitScript(() => {
    AbortSignal.timeout = (ms) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(new DOMException('', 'TimeoutError')), ms);
      return controller.signal;
    };
  });
  await page.clock.install();
}

/** The first factor has passed, with all that the way needs. */
export async function begin(journey: Journey, way: Way): Promise<void> {
  const { page, person, network } = journey;
  await takeTime(page);
  await way.equip(journey);
  const { email, password } = person;
  const signIn = await page.request.post(`${network.origin}/api/auth/sign-in/email`, { data: { email, password } });
  expect(await signIn.json()).toMatchObject({ secondFactor: true });
}

/** The person stands before the gesture that gives the proof, and the page has all the code that it fetches by then. */
export async function reach(journey: Journey, way: Way): Promise<void> {
  await begin(journey, way);
  await journey.page.goto('/challenge');
  await way.reach(journey);
  await hasCode(journey, way.name);
}

/** The files that a page has fetched at a place: found out once, when it fetches no more. */
const codeAt = new Map<string, readonly string[]>();

/** Waits for all the code that the page fetches at this place. */
export async function hasCode({ page, answered }: Journey, place: string): Promise<void> {
  const code = codeAt.get(place);
  if (code) return expect.poll(() => answered(CODE)).toEqual(expect.arrayContaining([...code]));
  await page.waitForLoadState('networkidle');
  codeAt.set(place, answered(CODE));
}

/** Waits for a sign while the page's pauses before it asks again are let pass. */
export async function until(page: Page, sign: Locator): Promise<void> {
  await expect(async () => {
    if (!(await sign.isVisible())) await page.clock.fastForward(PAUSE);
    await expect(sign).toBeVisible({ timeout: 100 });
  }).toPass({ intervals: [0], timeout: 10_000 });
}

/** Lets so many requests run out of time, one after the other. */
export async function timeOut({ page, network }: Journey, times = 1): Promise<void> {
  for (let time = 1; time <= times; time += 1) {
    await network.whenHeld(time);
    await page.clock.fastForward(TIME_OUT);
  }
}

/** Network, server and browser are what they were. */
export async function comesBack({ context, site, network }: Journey): Promise<void> {
  await site.comeBack();
  await network.listenAgain();
  network.heal();
  await context.setOffline(false);
}

/** How the page writes a time of day. */
export const timeOf = ({ page }: Journey, at: number): Promise<string> =>
  page.evaluate((at) => new Intl.DateTimeFormat('en', { timeStyle: 'short' }).format(at), at);

/** Reads what the person is told went wrong. */
export async function reads({ page }: Journey, words: string): Promise<void> {
  const alert = page.getByRole('alert').filter({ hasText: words });
  await until(page, alert);
  await expect(alert).toHaveText(`Error: ${words}`);
}

/** What the server holds of this person, asked past the network; and whether this browser is in. */
export async function truth({ page, person, server }: Journey) {
  const connection = await server.database.connect();
  const count = async (table: string, condition: string): Promise<number> => {
    const { rows } = await connection.query(
      `select 1 from ${table} where ${condition} and "userId" = (select id from "user" where email = $1)`,
      [person.email],
    );
    return rows.length;
  };
  const burnt = await count('"mfaBackupCode"', '"usedAt" is not null');
  const passed = await count('"mfaChallenge"', `state = 'passed'`);
  connection.release();
  const signedIn = (await page.request.get(`http://localhost:${String(server.port)}/api/me`)).ok();
  return { burnt, passed, signedIn };
}

/** The person is in by this way: they see it, this browser holds the session, and no more was used up than the words say. */
export async function isIn(journey: Journey, way: Way): Promise<void> {
  await until(journey.page, way.arrival(journey.page));
  expect(await truth(journey)).toEqual({ burnt: way.burns, passed: 1, signedIn: true });
}

/** Nothing has been used up, and nobody is in. `isIn` sees both by the same look. */
export async function isStillOut(journey: Journey): Promise<void> {
  expect(await truth(journey)).toEqual({ burnt: 0, passed: 0, signedIn: false });
}

/**
 * The page has sent so many proofs, each under an id of its own; what reached the server is no other, and nothing else was
 * asked about.
 */
export function expectProofs({ sent, network }: Journey, count: number): void {
  const ids = sent(PROVING).map(idOf);
  expect(ids).toHaveLength(count);
  expect(new Set(ids).size).toBe(count);
  const arrived = network.arrivals.filter(({ path }) => PROVING.test(path)).map(idOf);
  const asked = sent(ASKING).map(({ path }) => ASKING.exec(path)?.[1]);
  expect(ids).toEqual(expect.arrayContaining([...arrived, ...asked]));
}

const idOf = ({ body }: Pick<Sent, 'body'>): string => (JSON.parse(body) as { attempt: string }).attempt;
