import { expect } from '@open-wc/testing';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import type { MfaEvent } from '../../src/elements/events.js';
import {
  createFakePlatform,
  createSimulatedServer,
  findCanary,
  type AccountOptions,
  type OperationId,
  type SimulatedServer,
  type SimulatedServerOptions,
} from '../../src/testing/index.js';
import { screenOf, type Screen } from '../../src/testing/states/index.js';

const EVENTS = [
  'mfa-reset-shown',
  'mfa-enrollment-opened',
  'mfa-factor-added',
  'mfa-codes-confirmed',
  'mfa-repair-done',
  'mfa-sign-in-needed',
  'mfa-help',
  'mfa-done',
] as const;
const PASS = 'mfa-reset [data-part=input]';
const ERROR = 'mfa-reset [data-part=error]:not(:empty)';
const CHOICE = 'mfa-repair [data-action=totp]';
const ADD = '[data-action=add]:not([aria-busy])';
const CODES = 'mfa-backup-codes [data-part=codes]';
const DONE = 'mfa-repair > [data-state=done]';
const HELP = 'mfa-repair [data-action=help]';
const OUT = 'mfa-repair [data-action=sign-out]';
const LATER = '[data-action=later], [data-action=not-here], [data-action=only-away]';
const RESET: AccountOptions = { enroll: { because: 'reset' } };

/** After the help team took the second factor away, in the drop-in, on the simulated server. */
describe('after a reset', () => {
  const host = document.createElement('main');
  before(() => document.body.append(host));
  after(() => host.remove());
  afterEach(() => host.replaceChildren());

  let resets = 0;

  function shown(
    account: AccountOptions = RESET,
    properties: object = {},
    policy: SimulatedServerOptions['policy'] = {},
  ) {
    // Each at a time of its own: a page tells of a reset once.
    const server = createSimulatedServer({ account, policy, now: Date.UTC(2027, 0, 15, 8) + (resets += 1) });
    server.passFirstFactor();
    return placed(server, properties);
  }

  function placed(server: SimulatedServer, properties: object = {}) {
    const platform = createFakePlatform({ passkeys: server.account.passkeys });
    const element = document.createElement('mfa-sign-in');
    const events: MfaEvent[] = [];
    for (const type of EVENTS)
      element.addEventListener(type, (event) => {
        event.preventDefault();
        events.push(event);
      });
    const backend = createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch });
    const contact = { phone: '+47 22 00 00 00' };
    Object.assign(element, { backend, platform, contact, service: 'Fjord Bank', helpUrl: '/help', ...properties });
    host.append(element);
    return { events, ...screenOf(element, server, platform) };
  }

  type Shown = ReturnType<typeof shown>;

  const passOf = ({ server }: Screen): string => server.account.enroll?.pass ?? '';
  const textOf = ({ element }: Screen): string => element.textContent.replaceAll(/\s+/g, ' ');
  const typesOf = ({ events }: Shown): string[] => events.map(({ type }) => type);
  const asked = ({ server }: Screen, operation: OperationId): number =>
    server.log.filter(({ operationId }) => operationId === operation).length;
  const count = ({ element }: Screen, selector: string): number => element.querySelectorAll(selector).length;

  async function opened(
    account?: AccountOptions,
    properties?: object,
    policy?: SimulatedServerOptions['policy'],
    there = CHOICE,
  ): Promise<Shown> {
    const screen = shown(account, properties, policy);
    await screen.until(PASS);
    await screen.submit(passOf(screen));
    await screen.until(there);
    return screen;
  }

  async function addPasskey(screen: Screen): Promise<void> {
    await screen.choose('passkey');
    (await screen.until(ADD)).click();
    await screen.submit('Laptop');
  }

  async function saveCodes(screen: Screen): Promise<void> {
    await screen.until(CODES);
    screen.element.querySelector<HTMLElement>('mfa-backup-codes [data-part=checkbox]')?.click();
    await screen.choose('finish');
  }

  async function inByOne(): Promise<Shown> {
    const screen = shown({ backupCodes: { of: 2, temporary: true } });
    await screen.until('[data-variant=temporary-codes]');
    await screen.choose('lost-factor');
    await screen.until('[data-action=cannot-find]');
    await screen.submit(screen.server.backupCode());
    await screen.until('mfa-repair [data-action=set-up]');
    return screen;
  }

  it('says who did what, when, until when, and where to turn for who never asked', async () => {
    const screen = shown();
    await screen.until(PASS);
    expect(textOf(screen)).to.contain('Our help team removed your old one on January 15, 2027, after a request.');
    expect(textOf(screen)).to.match(/Please set up a new one by Jan 1[56], 2027, \d/);
    expect(textOf(screen)).to.contain("Didn't ask for this? Stop here and call us on +47 22 00 00 00.");
    expect(screen.element.querySelector('mfa-reset a')?.getAttribute('href')).to.equal('tel:+4722000000');
  });

  it('tells the browser of no list of passkeys, which would hide what was the owner’s', async () => {
    const screen = await opened();
    await addPasskey(screen);
    await screen.until(CODES);
    expect([screen.platform.passkeys.length, screen.platform.accepted]).to.deep.equal([1, []]);
  });

  it('leads through the code, a new second factor and own codes into the app', async () => {
    const screen = await opened();
    expect(screen.server.signedIn).to.equal(false);
    await addPasskey(screen);
    await saveCodes(screen);
    await screen.until(DONE);
    await screen.choose('done');
    expect(screen.server.signedIn).to.equal(true);
    expect(typesOf(screen)).to.deep.equal([
      'mfa-reset-shown',
      'mfa-enrollment-opened',
      'mfa-factor-added',
      'mfa-codes-confirmed',
      'mfa-repair-done',
      'mfa-done',
    ]);
    expect(findCanary(JSON.stringify(screen.events.map(({ detail }) => detail as unknown)))).to.deep.equal([]);
  });

  it('can be put off nowhere', async () => {
    const screen = await opened();
    const before = count(screen, LATER);
    await addPasskey(screen);
    await screen.until(CODES);
    expect([before, count(screen, LATER)]).to.deep.equal([0, 0]);
  });

  describe('on every step that can’t be put off', () => {
    const WITH_URL = { signOutUrl: '/sign-out' };

    it('says how the help team is reached, and has a way out', async () => {
      const screen = await opened(RESET, WITH_URL);
      const offered: unknown[] = [];
      const look = (step: string): number => offered.push([step, count(screen, HELP), count(screen, OUT)]);
      await screen.until(HELP);
      look('choice');
      await screen.choose('passkey');
      (await screen.until(ADD)).click();
      await screen.until('mfa-passkey-enrollment [data-part=input]');
      look('set-up');
      await screen.submit('Laptop');
      await screen.until(CODES);
      look('codes');
      await saveCodes(screen);
      await screen.until(DONE);
      look('end');
      expect(offered).to.deep.equal(['choice', 'set-up', 'codes', 'end'].map((step) => [step, 1, 1]));
    });

    it('opens the help team’s facts in place, and tells the page', async () => {
      const screen = await opened();
      const fold = (await screen.until(HELP)) as HTMLDetailsElement;
      const told = new Promise((resolve) => screen.element.addEventListener('mfa-help', resolve));
      fold.querySelector('summary')?.click();
      await told;
      expect([fold.open, fold.querySelector('a')?.getAttribute('href'), count(screen, CHOICE)]).to.deep.equal([
        true,
        'tel:+4722000000',
        1,
      ]);
    });

    it('ends the challenge of who leaves before there is a session', async () => {
      const screen = await opened(RESET, WITH_URL);
      await screen.until(OUT);
      await screen.choose('sign-out');
      await screen.until('[data-action=sign-in]');
      expect([asked(screen, 'cancel'), screen.server.challenged, typesOf(screen).at(-1)]).to.deep.equal([
        1,
        false,
        'mfa-sign-in-needed',
      ]);
    });

    it('leaves ending a session to the page’s own place for it', async () => {
      const screen = await opened(RESET, WITH_URL);
      await addPasskey(screen);
      await screen.until(CODES);
      const sent = new Promise<HTMLFormElement>((resolve) =>
        screen.element.addEventListener('submit', (event) => {
          event.preventDefault();
          resolve(event.target as HTMLFormElement);
        }),
      );
      await screen.choose('sign-out');
      const { action, method } = await sent;
      expect([action, method, asked(screen, 'cancel')]).to.deep.equal([`${location.origin}/sign-out`, 'post', 0]);
    });

    it('offers no place on another origin, nor none', async () => {
      const screen = await opened(RESET, { signOutUrl: 'https://elsewhere.example/out' });
      await screen.until(OUT);
      await addPasskey(screen);
      await screen.until(CODES);
      expect([count(screen, HELP), count(screen, OUT)]).to.deep.equal([1, 0]);
    });

    it('is no dead end where nothing can be set up in this browser', async () => {
      const screen = await opened(RESET, {}, { hide: ['totp', 'passkey'] }, HELP);
      await screen.until('mfa-repair [data-part=title]');
      expect([count(screen, '[data-part=choice]'), count(screen, OUT)]).to.deep.equal([0, 1]);
      expect(textOf(screen)).to.contain('Nothing can be set up in this browser.');
    });
  });

  it('moves focus to the heading of what follows', async () => {
    const screen = shown();
    await screen.until(PASS);
    const focused = new Promise<EventTarget | null>((resolve) =>
      screen.element.addEventListener('focusin', ({ target }) => {
        if ((target as Element).matches('mfa-repair [data-part=title]')) resolve(target);
      }),
    );
    await screen.submit(passOf(screen));
    expect(((await focused) as Element).textContent).to.equal('Set up a new second factor');
  });

  it('counts the ways where everyone has two', async () => {
    const server = createSimulatedServer({ account: RESET, policy: { minFactors: 2 } });
    server.passFirstFactor();
    const element = document.createElement('mfa-sign-in');
    const backend = createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch });
    host.append(Object.assign(element, { backend, platform: createFakePlatform() }));
    const screen = screenOf(element, server);
    await screen.until(PASS);
    await screen.submit(passOf(screen));
    await screen.until(CHOICE);
    expect(textOf(screen)).to.contain('0 of 2 done');
  });

  it('is told to the page once, however often its screen comes', async () => {
    const { server, element } = shown();
    await screenOf(element, server).until(PASS);
    element.remove();
    const screen = placed(server);
    await screen.until(PASS);
    await screen.submit(passOf(screen));
    await screen.until(CHOICE);
    expect(typesOf(screen)).to.deep.equal(['mfa-enrollment-opened']);
  });

  it('asks for no code where none was read out, and waits for a click', async () => {
    const screen = shown({ enroll: { because: 'reset', passNeeded: false } });
    await screen.until('mfa-reset [data-action=set-up]');
    expect([count(screen, PASS), count(screen, CHOICE)]).to.deep.equal([0, 0]);
    await screen.choose('set-up');
    await screen.until(CHOICE);
  });

  describe('the code from the help team', () => {
    it('keeps what was typed where it was wrong, with focus on it', async () => {
      const screen = shown();
      await screen.until(PASS);
      await screen.submit('WRQN-GCQD-EXYZ');
      await screen.until(ERROR);
      const field = screen.element.querySelector<HTMLInputElement>(PASS);
      expect([field?.value, field?.getAttribute('aria-invalid'), document.activeElement === field]).to.deep.equal([
        'WRQN-GCQD-EXYZ',
        'true',
        true,
      ]);
    });

    it('says how many tries are left where they are few', async () => {
      const screen = shown();
      screen.server.faults.next('attempt', { kind: 'refused', problem: { code: 'wrong-code', triesLeft: 2 } });
      await screen.until(PASS);
      await screen.submit('WRQN-GCQD-EXYZ');
      expect((await screen.until(ERROR)).textContent).to.contain('You can try 2 more times.');
    });

    it('opens the way although the answer was lost, and is sent once', async () => {
      const screen = shown();
      screen.server.faults.next('attempt', { kind: 'lost', committed: true });
      await screen.until(PASS);
      await screen.submit(passOf(screen));
      await screen.until(CHOICE);
      expect(asked(screen, 'attempt')).to.equal(1);
    });

    it('sends nobody to another way where the server takes none: there is no other', async () => {
      const screen = shown();
      screen.server.faults.next('attempt', { kind: 'refused', problem: { code: 'not-allowed', reason: 'policy' } });
      await screen.until(PASS);
      await screen.submit(passOf(screen));
      expect((await screen.until(ERROR)).textContent).to.contain(
        "We can't take a code here right now. Please call our help team.",
      );
    });

    it('leads to the help team where it comes too late', async () => {
      const screen = shown({ enroll: { because: 'reset', hoursLeft: 0.25 } });
      await screen.until(PASS);
      screen.server.clock.advance(15 * 60_000);
      await screen.submit(passOf(screen));
      const title = await screen.until('mfa-support [data-part=title]');
      expect(title.textContent).to.equal('Please call us');
    });

    it('is in no field once it was right', async () => {
      const screen = shown();
      const field = (await screen.until(PASS)) as HTMLInputElement;
      await screen.submit(passOf(screen));
      await screen.until(CHOICE);
      expect(field.value).to.equal('');
    });
  });

  it('leads to how the help team is reached, with nothing to ask for or to take back, and back', async () => {
    const screen = shown();
    await screen.until(PASS);
    await screen.choose('help');
    await screen.until('mfa-support [data-part=facts]');
    expect([count(screen, '[data-action=ask-help]'), count(screen, '[data-action=cancel-help]')]).to.deep.equal([0, 0]);
    await screen.choose('back');
    await screen.until(PASS);
  });

  it('ends the challenge of who signs out', async () => {
    const screen = shown();
    await screen.until(PASS);
    await screen.choose('sign-out');
    await screen.until('[data-action=sign-in]');
    expect([asked(screen, 'cancel'), screen.server.challenged, typesOf(screen).at(-1)]).to.deep.equal([
      1,
      false,
      'mfa-sign-in-needed',
    ]);
  });

  it('goes on where it was after a reload', async () => {
    const first = await opened();
    first.element.remove();
    const again = document.createElement('mfa-sign-in');
    const backend = createRestBackend({ baseUrl: first.server.baseUrl, fetch: first.server.fetch });
    host.append(Object.assign(again, { backend, platform: first.platform }));
    const screen = screenOf(again, first.server, first.platform);
    await screen.choose('set-up');
    await screen.until(CHOICE);
  });

  describe('with codes that the help team made', () => {
    it('a new second factor and own codes follow, and nothing can be put off', async () => {
      const screen = await inByOne();
      expect([count(screen, LATER), textOf(screen).includes('This has to be done before you go on:')]).to.deep.equal([
        0,
        true,
      ]);
      await screen.choose('set-up');
      await screen.until(CHOICE);
      expect(count(screen, LATER)).to.equal(0);
      await addPasskey(screen);
      await saveCodes(screen);
      await screen.until(DONE);
      expect(
        screen.server.account.codeSets.filter(({ state }) => state === 'on').map(({ temporary }) => temporary),
      ).to.deep.equal([false]);
    });
  });

  it('is owed still after a reload, for who came in by such a code', async () => {
    const { server, element } = await inByOne();
    element.remove();
    const screen = placed(server);
    await screen.until(HELP);
    expect([count(screen, LATER), textOf(screen).includes('This has to be done before you go on:')]).to.deep.equal([
      0,
      true,
    ]);
    await screen.choose('set-up');
    await screen.until(CHOICE);
    expect(count(screen, LATER)).to.equal(0);
  });

  it('leads to a new password first', async () => {
    const screen = shown({ ...RESET, changePassword: '/new-password' });
    await screen.until('a[href="/new-password"]');
    expect(count(screen, PASS)).to.equal(0);
  });
});
