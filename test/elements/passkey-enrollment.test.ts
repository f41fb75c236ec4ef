import { expect } from '@open-wc/testing';
import { BETTER_AUTH, KRATOS } from '../../src/backends/capabilities.js';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import type { MfaEvent } from '../../src/elements/events.js';
import type { MfaBackend } from '../../src/ports/backend.js';
import {
  asServer,
  createFakePlatform,
  createSimulatedServer,
  type FakePlatformOptions,
  type OperationId,
  type SimulatedServer,
} from '../../src/testing/index.js';
import { screenOf, STATES, showState, type Screen } from '../../src/testing/states/index.js';

const EVENTS = [
  'mfa-factor-added',
  'mfa-other-kind',
  'mfa-back',
  'mfa-step-up-needed',
  'mfa-step-up-passed',
  'mfa-sign-in-needed',
  'mfa-done',
] as const;
const READY = '[data-action=add]:not([aria-busy])';
const ERROR = '[data-part=error]:not(:empty)';

interface Setting {
  readonly privileged?: boolean;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly browser?: FakePlatformOptions;
  readonly otherKinds?: readonly string[];
  readonly arrange?: (server: SimulatedServer) => void;
  readonly as?: (backend: MfaBackend) => MfaBackend;
}

/** Adding a passkey or a security key on an account page, on the simulated server. */
describe('a passkey that is added', () => {
  const host = document.createElement('main');
  before(() => document.body.append(host));
  after(() => host.remove());
  afterEach(() => host.replaceChildren());

  function placed({
    privileged = true,
    attributes = {},
    browser,
    otherKinds,
    arrange,
    as = (one) => one,
  }: Setting = {}) {
    const server = createSimulatedServer();
    server.signIn({ privileged });
    arrange?.(server);
    const platform = createFakePlatform({ ...browser, passkeys: server.account.passkeys });
    const element = document.createElement('mfa-passkey-enrollment');
    const events: MfaEvent[] = [];
    for (const type of EVENTS) element.addEventListener(type, (event: Event) => events.push(event as MfaEvent));
    for (const [name, value] of Object.entries({ service: 'Fjord Bank', ...attributes }))
      element.setAttribute(name, value);
    const backend = as(createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch }));
    Object.assign(element, { backend, platform, otherKinds });
    host.append(element);
    return { events, ...screenOf(element, server, platform) };
  }

  async function added(setting: Setting = {}) {
    const screen = placed(setting);
    await add(screen);
    return screen;
  }

  async function add(screen: Screen): Promise<void> {
    await screen.until(READY);
    await screen.choose('add');
  }

  const asked = ({ server }: Screen, operation: OperationId): number =>
    server.log.filter(({ operationId }) => operationId === operation).length;
  const textOf = ({ element }: { element: Element }): string => element.textContent.replaceAll(/\s+/g, ' ').trim();
  const field = ({ element }: { element: Element }) => element.querySelector<HTMLInputElement>('[data-part=input]')!;
  const typesOf = ({ events }: { events: readonly Event[] }): string[] => events.map(({ type }) => type);
  const keysOf = ({ server }: Screen): number => server.account.passkeys.length;
  const turn = (): Promise<void> => new Promise((done) => setTimeout(done));
  const page = (type: 'pagehide' | 'pageshow') => dispatchEvent(new PageTransitionEvent(type, { persisted: true }));

  describe('before the click', () => {
    it('says what will happen, and takes nobody’s focus', async () => {
      const screen = placed({ attributes: { account: 'ada@example.com' } });
      await screen.until(READY);
      expect(textOf(screen)).to.equal(
        'Add this device Fjord Bank · a•••@example.com Your browser will ask for your fingerprint, face or screen lock. ' +
          'It stays on your device; we never see it. Add this device Back',
      );
      expect(document.activeElement).to.equal(document.body);
    });

    it('is titled by its kind', async () => {
      const screen = placed({ attributes: { kind: 'security-key' } });
      await screen.until(READY);
      expect(screen.element.querySelector('h2')?.textContent).to.equal('Add a security key');
    });

    it('is of the first kind that the server takes, where it does not take the one that was asked for', async () => {
      const screen = placed({
        attributes: { kind: 'security-key' },
        as: (backend) => asServer(backend, BETTER_AUTH),
      });
      await screen.until(READY);
      expect(screen.element.querySelector('h2')?.textContent).to.equal('Add this device');
    });

    it('changes its kind with its attribute', async () => {
      const screen = placed();
      await screen.until(READY);
      screen.element.setAttribute('kind', 'security-key');
      await screen.until('[data-state=loading]');
      await screen.until(READY);
      expect(screen.element.querySelector('h2')?.textContent).to.equal('Add a security key');
    });

    it('opens no dialog, in no state, by moving, or by coming back', async () => {
      const screen = placed();
      await screen.until(READY);
      screen.element.remove();
      await turn();
      host.append(screen.element);
      await screen.until(READY);
      page('pagehide');
      page('pageshow');
      await screen.until(READY);
      expect(screen.platform.ceremonies).to.deep.equal([]);
      // It would have been seen.
      await screen.choose('add');
      await screen.until('[data-state=naming]');
      expect(screen.platform.ceremonies.length).to.equal(1);
    });

    for (const state of STATES.filter(({ tag, reach }) => tag === 'mfa-passkey-enrollment' && !reach)) {
      it(`opens no dialog by showing ${state.id}`, async () => {
        const screen = await showState(state, host, (server) =>
          createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch }),
        );
        await turn();
        expect(screen.platform.ceremonies).to.deep.equal([]);
      });
    }

    for (const [what, browser, words] of [
      ['browser', { supported: false }, "This browser can't do that."],
      ['device', { deviceCan: false }, 'This device has no fingerprint, face or screen lock'],
      ['frame', { allowed: false }, 'This page stands inside another one'],
    ] as const) {
      it(`is not offered where the ${what} can’t`, async () => {
        const screen = placed({ browser });
        await screen.until('[data-state=impossible]');
        expect(textOf(screen)).to.contain(words);
        expect([screen.element.querySelector('[data-action=add]'), asked(screen, 'prepareRegistration')]).to.deep.equal(
          [null, 0],
        );
      });
    }

    it('can be a key where the device can’t', async () => {
      const screen = placed({ browser: { deviceCan: false } });
      await screen.choose('add-key');
      await add(screen);
      await screen.until('[data-state=naming]');
      expect(screen.events[0]?.detail).to.include({ kind: 'security-key' });
    });

    it('is offered on a page of its own where the frame does not let it', async () => {
      const screen = placed({ browser: { allowed: false } });
      const link = (await screen.until('[data-action=open-page]')) as HTMLAnchorElement;
      expect([link.target, link.href]).to.deep.equal(['_top', location.href]);
    });

    it('leaves the way to an app where there is one', async () => {
      const without = placed();
      await without.until(READY);
      expect(without.element.querySelector('[data-action=other-kind]')).to.equal(null);
      host.replaceChildren();
      const screen = placed({ otherKinds: ['totp'] });
      await screen.until(READY);
      await screen.choose('other-kind');
      expect(screen.events.map(({ type, detail }) => [type, (detail as { kind?: string }).kind])).to.deep.equal([
        ['mfa-other-kind', 'totp'],
      ]);
    });

    it('leaves the way back', async () => {
      const screen = placed();
      await screen.choose('back');
      expect(typesOf(screen)).to.deep.equal(['mfa-back']);
    });
  });

  describe('by a click', () => {
    it('is on the account, told once, and called by the server’s name', async () => {
      const screen = await added();
      await screen.until('[data-state=naming]');
      const name = screen.server.account.factors.find(({ kind }) => kind === 'passkey')?.name;
      expect(keysOf(screen)).to.equal(1);
      expect(screen.element.querySelector('h2')?.textContent).to.equal(`Added: ${name}.`);
      expect(field(screen).value).to.equal(name);
      expect(document.activeElement).to.equal(screen.element.querySelector('h2'));
      expect(typesOf(screen)).to.deep.equal(['mfa-factor-added']);
      expect(screen.events[0]?.detail).to.include({ kind: 'passkey', flow: null });
      expect(screen.events[0]?.detail).to.have.deep.property('notified', ['a•••@example.com']);
      expect(screen.element.textContent).to.contain('We told you about this at a•••@example.com.');
    });

    it('is one for two clicks', async () => {
      const screen = placed();
      const button = await screen.until(READY);
      button.click();
      button.click();
      await screen.until('[data-state=naming]');
      expect([screen.platform.ceremonies.length, asked(screen, 'registerPasskey')]).to.deep.equal([1, 1]);
    });

    it('opens the dialog in the turn of the click', async () => {
      const screen = placed();
      (await screen.until(READY)).click();
      expect(screen.platform.ceremonies.length).to.equal(1);
    });

    for (const [end, attributes, words] of [
      [{ is: 'not-finished' }, {}, "That didn't finish. Nothing was changed. Try again when you're ready."],
      [{ is: 'exists' }, {}, "This device is already set up. You don't need to add it again."],
      [{ is: 'exists' }, { kind: 'security-key' }, "This key is already set up. You don't need to add it again."],
      [{ is: 'impossible', developer: 'why' }, {}, "Error: This device can't be added here."],
    ] as const) {
      it(`that ends as ${end.is} changes nothing and says so: ${words}`, async () => {
        const screen = placed({ attributes });
        screen.platform.endNextCeremony(end);
        await add(screen);
        await screen.until(
          end.is === 'exists' ? '[data-state=exists]' : ':is([data-part=status],[data-part=error]):not(:empty)',
        );
        expect(textOf(screen)).to.contain(words);
        expect([keysOf(screen), asked(screen, 'registerPasskey'), typesOf(screen)]).to.deep.equal([0, 0, []]);
      });
    }

    it('that was left may be made again', async () => {
      const screen = placed();
      screen.platform.endNextCeremony({ is: 'not-finished' });
      await add(screen);
      await screen.until('[data-part=status]:not(:empty)');
      await add(screen);
      await screen.until('[data-state=naming]');
      expect(keysOf(screen)).to.equal(1);
    });

    for (const [what, leave] of [
      ['Back', (screen: Screen) => screen.choose('back')],
      ['the page’s end', () => Promise.resolve(void page('pagehide'))],
      ['another kind', (screen: Screen) => Promise.resolve(screen.element.setAttribute('kind', 'security-key'))],
      [
        'its removal',
        async (screen: Screen) => {
          screen.element.remove();
          await turn();
        },
      ],
    ] as const) {
      it(`ends with ${what}, and what comes late is dropped`, async () => {
        const screen = placed();
        screen.platform.holdCeremonies(true);
        await add(screen);
        await screen.until('[data-state=prompting]');
        await leave(screen);
        screen.platform.holdCeremonies(false);
        await turn();
        await turn();
        expect([screen.platform.ceremonies.length, asked(screen, 'registerPasskey'), keysOf(screen)]).to.deep.equal([
          1, 0, 0,
        ]);
      });
    }
  });

  describe('by a name', () => {
    it('keeps the server’s where it was not changed, and goes on', async () => {
      const screen = await added();
      await screen.until('[data-state=naming]');
      await screen.choose('done');
      await turn();
      expect([asked(screen, 'renameFactor'), typesOf(screen)]).to.deep.equal([0, ['mfa-factor-added', 'mfa-done']]);
    });

    it('is called as the person wants, inert', async () => {
      const screen = await added();
      await screen.until('[data-state=naming]');
      const gone = new Promise<void>((done) => screen.element.addEventListener('mfa-done', () => done()));
      screen.element.addEventListener('mfa-done', (event) => event.preventDefault());
      await screen.submit(' <img src=x onerror=alert(1)> ');
      await gone;
      await screen.until('[data-state=added]');
      expect(screen.element.querySelector('h2')?.textContent).to.equal('Added: <img src=x onerror=alert(1)>.');
      expect([screen.element.querySelector('img'), asked(screen, 'renameFactor')]).to.deep.equal([null, 1]);
    });

    for (const [what, typed, words] of [
      ['no name', ' ', 'Error: Type a name.'],
      ['too long', 'x'.repeat(65), 'Error: Use a name of at most 64 characters, on one line.'],
    ] as const) {
      it(`is asked again where that is ${what}, and keeps what was typed`, async () => {
        const screen = await added();
        await screen.until('[data-state=naming]');
        await screen.submit(typed);
        await screen.until(ERROR);
        expect(textOf(screen)).to.contain(words);
        expect([field(screen).value, document.activeElement, asked(screen, 'renameFactor')]).to.deep.equal([
          typed,
          field(screen),
          0,
        ]);
      });
    }

    it('may stay as it is where the server does not take another', async () => {
      const screen = await added({
        arrange: ({ faults }) =>
          faults.next('renameFactor', { kind: 'refused', problem: { code: 'not-allowed', reason: 'not-offered' } }),
      });
      await screen.until('[data-state=naming]');
      await screen.submit('My laptop');
      await screen.until(ERROR);
      await screen.choose('keep-name');
      expect(typesOf(screen)).to.deep.equal(['mfa-factor-added', 'mfa-done']);
    });

    it('is asked for before the dialog where the server wants one', async () => {
      const screen = placed({
        attributes: { kind: 'security-key' },
        as: (backend) => asServer(backend, KRATOS),
      });
      await screen.until(READY);
      expect(field(screen).value).to.equal('Security key');
      await screen.submit(' ');
      await screen.until(ERROR);
      expect([textOf(screen).includes('Error: Type a name.'), screen.platform.ceremonies.length]).to.deep.equal([
        true,
        0,
      ]);
      await screen.submit('Blue key');
      await screen.until('[data-state=added]');
      expect(screen.element.querySelector('h2')?.textContent).to.equal('Added: Blue key.');
    });

    it('is not asked for where the server takes none', async () => {
      const screen = await added({ as: (backend) => asServer(backend, KRATOS) });
      await screen.until('[data-state=added]');
      expect(screen.element.querySelector('input')).to.equal(null);
    });
  });

  describe('with a proof', () => {
    it('waits for the click, for the proof, and for another click', async () => {
      const screen = placed({ privileged: false });
      await screen.until(READY);
      expect(asked(screen, 'prepareRegistration')).to.equal(0);
      await screen.choose('add');
      await screen.submit(screen.server.appCode());
      await screen.until('[data-part=status]:not(:empty)');
      expect(textOf(screen)).to.contain('Thank you. Now choose “Add this device” again.');
      expect(screen.platform.ceremonies.length).to.equal(0);
      await add(screen);
      await screen.until('[data-state=naming]');
      expect(typesOf(screen)).to.deep.equal(['mfa-step-up-needed', 'mfa-step-up-passed', 'mfa-factor-added']);
    });

    it('may be left for the screen before', async () => {
      const screen = placed({ privileged: false });
      await add(screen);
      await screen.choose('cancel');
      await screen.until(READY);
      expect(typesOf(screen)).not.to.include('mfa-back');
    });
  });

  describe('whose answer was lost', () => {
    for (const committed of [true, false]) {
      it(`is neither called added nor not, until the server is asked: ${committed ? 'it was' : 'it was not'}`, async () => {
        const screen = await added({
          arrange: ({ faults }) => faults.next('registerPasskey', { kind: 'lost', committed }),
        });
        await screen.until('[data-action=retry]');
        expect(textOf(screen)).to.contain("Error: We don't know yet whether it was added.");
        expect(typesOf(screen)).to.deep.equal([]);
        await screen.choose('retry');
        await screen.until(committed ? '[data-state=naming]' : '[data-state=asking] [data-part=error]:not(:empty)');
        expect(asked(screen, 'registerPasskey')).to.equal(1);
        expect(typesOf(screen)).to.deep.equal(committed ? ['mfa-factor-added'] : []);
      });
    }
  });
});
