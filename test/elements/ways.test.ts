import { expect } from '@open-wc/testing';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import {
  createFakePlatform,
  createSimulatedServer,
  type AccountOptions,
  type FakePlatformOptions,
  type OperationId,
  type SimulatedServer,
} from '../../src/testing/index.js';
import type { Delivery } from '../../src/core/factor.js';
import type { MfaBackend } from '../../src/ports/backend.js';
import { screenOf, type Screen } from '../../src/testing/states/index.js';

const MINUTE = 60_000;
const EMAIL = { channel: 'email', to: 'a•••@example.com' } as const;
const SMS = { channel: 'sms', to: '••• 42' } as const;

const FIELD = '[data-part=input]';
const ERROR = '[data-part=error]:not(:empty)';
const NEWS = '[data-part=status]:not(:empty)';
const PASSKEY_READY = '[data-action=use-passkey]:not([aria-busy])';
const IN = '[data-action=done]';

type Tag = 'mfa-challenge' | 'mfa-backup-code-form' | 'mfa-sign-in';

/** The ways of the challenge besides the app's code, on the simulated server. */
describe('a challenge with several ways', () => {
  const host = document.createElement('main');
  before(() => document.body.append(host));
  after(() => host.remove());
  afterEach(() => host.replaceChildren());

  function shown(account: AccountOptions, can: FakePlatformOptions = {}, tag: Tag = 'mfa-challenge') {
    const server = createSimulatedServer({ account });
    server.passFirstFactor();
    const platform = createFakePlatform({ passkeys: server.account.passkeys, ...can });
    const element = document.createElement(tag);
    const events: string[] = [];
    for (const type of ['mfa-way-chosen', 'mfa-proof-refused', 'mfa-verified'] as const)
      element.addEventListener(type, ({ detail }) => events.push(`${type} ${detail.way}`));
    element.addEventListener('mfa-done', (event) => event.preventDefault());
    const backend = createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch });
    host.append(Object.assign(element, { backend, platform, service: 'Fjord Bank' }));
    return { events, ...screenOf(element, server, platform) };
  }

  const words = (element: Element | null | undefined): string =>
    element?.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
  const all = ({ element }: Screen, selector: string): string[] =>
    [...element.querySelectorAll(selector)].map((one) => words(one));
  const title = ({ element }: Screen): string => words(element.querySelector('[data-part=title]'));
  const field = ({ element }: Screen): HTMLInputElement | null => element.querySelector(FIELD);
  const isFocused = ({ element }: Screen, selector: string): boolean =>
    document.activeElement === element.querySelector(selector);
  const asked = ({ log }: SimulatedServer, operation: OperationId): number =>
    log.filter(({ operationId }) => operationId === operation).length;

  async function usePasskey(screen: Screen): Promise<void> {
    await screen.until(PASSKEY_READY);
    await screen.choose('use-passkey');
  }

  async function getCode(screen: Screen): Promise<void> {
    await screen.choose('send');
    await screen.until(FIELD);
  }

  describe('shows the choice of a way', () => {
    it('with every ordinary one, strongest first, and no backup code', async () => {
      const screen = shown({ passkeys: 1, delivered: [EMAIL, SMS] });
      await screen.until('[data-part=choice]');
      expect(title(screen)).to.equal("How do you want to confirm it's you?");
      expect(all(screen, '[data-part=choice]')).to.deep.equal([
        'Passkey or security key On this device or another one.',
        'Authenticator app A code from your phone.',
        'Code by email We send it to a•••@example.com.',
        'Code by text We send it to ••• 42.',
      ]);
    });

    it('without what the browser can’t do', async () => {
      const screen = shown({ passkeys: 1, delivered: [EMAIL] }, { supported: false });
      await screen.until('[data-part=choice]');
      expect(all(screen, '[data-part=choice-title]')).to.deep.equal(['Authenticator app', 'Code by email']);
    });

    it('not where the browser leaves one way', async () => {
      const screen = shown({ passkeys: 1 }, { supported: false });
      await screen.until(FIELD);
      expect(title(screen)).to.equal('Enter the code from your app');
    });

    it('and goes where the person chooses, focus with them', async () => {
      const screen = shown({ passkeys: 1, delivered: [EMAIL] });
      await screen.choose('way-delivered-code');
      await screen.until('[data-action=send]');
      expect([title(screen), isFocused(screen, '[data-part=title]')]).to.deep.equal(['Get a code', true]);
      expect(screen.events).to.deep.equal(['mfa-way-chosen delivered-code']);
    });

    it('and says there what stands in the way', async () => {
      const screen = shown({ passkeys: 1 }, {}, 'mfa-sign-in');
      await screen.until('[data-part=choice]');
      const { controller } = screen.element as unknown as { controller: { hinder(trouble: object): void } };
      controller.hinder({ code: 'unreachable' });
      expect(words(await screen.until(ERROR))).to.contain("We can't reach Fjord Bank right now.");
    });
  });

  describe('leads from one way to the others', () => {
    for (const [what, account, name] of [
      ['the passkey', { passkeys: 1, lastUsed: 'totp' }, 'Use your passkey'],
      ['a code by e-mail', { delivered: [EMAIL], lastUsed: 'totp' }, 'Send a code to a•••@example.com'],
      ['the app', { passkeys: 1, lastUsed: 'passkey' }, 'Use a code from your app'],
    ] as const satisfies readonly (readonly [string, AccountOptions, string])[]) {
      it(`by the name of the only other one: ${what}`, async () => {
        const screen = shown(account);
        expect(words(await screen.until('[data-action=choose]'))).to.equal(name);
      });
    }

    it('by the choice, where there are more', async () => {
      const screen = shown({ passkeys: 1, delivered: [EMAIL], lastUsed: 'totp' });
      expect(words(await screen.until('[data-action=choose]'))).to.equal('Use another way');
      await screen.choose('choose');
      await screen.until('[data-part=choice]');
      expect([title(screen), isFocused(screen, '[data-part=title]')]).to.deep.equal([
        "How do you want to confirm it's you?",
        true,
      ]);
    });

    it('and nowhere, where there is none', async () => {
      const screen = shown({});
      await screen.until(FIELD);
      expect(all(screen, '[data-part=out] [role=link]')).to.deep.equal(['I lost my second factor', 'Cancel']);
    });

    it('and leaves what was typed behind', async () => {
      const screen = shown({ delivered: [EMAIL], lastUsed: 'totp' });
      const before = (await screen.until(FIELD)) as HTMLInputElement;
      before.value = '482913';
      await screen.choose('choose');
      await getCode(screen);
      expect([before.value, field(screen)?.value]).to.deep.equal(['', '']);
    });

    it('where one of them is locked, too', async () => {
      const screen = shown({ passkeys: 1, lastUsed: 'totp' });
      screen.server.faults.next('attempt', { kind: 'lock', way: 'totp' });
      await screen.submit('123456');
      expect(words(await screen.until(ERROR))).to.contain('Too many tries. You can use your app again at');
      await screen.choose('choose');
      await usePasskey(screen);
      await screen.until(IN);
      expect(screen.server.signedIn).to.equal(true);
    });
  });

  it('tells the end of a lock, and takes nobody’s focus', async () => {
    const screen = shown({});
    await import('../../src/elements/later.js');
    screen.server.faults.next('attempt', { kind: 'busy', retryAfter: 0 });
    await screen.submit('123456');
    await screen.until(ERROR);
    // In the same turn: the end of the lock has not come yet.
    (await screen.until('[data-action=cancel]')).focus();
    expect(words(await screen.until(NEWS))).to.equal('You can try again now.');
    expect(isFocused(screen, '[data-action=cancel]')).to.equal(true);
    expect(all(screen, ERROR)).to.deep.equal([]);
  });

  describe('asks for a passkey', () => {
    const PASSKEY: AccountOptions = { totp: false, passkeys: 1 };

    it('by a button that says what will happen, and opens nothing by itself', async () => {
      const screen = shown(PASSKEY);
      expect(words(await screen.until(PASSKEY_READY))).to.equal('Use passkey');
      expect(title(screen)).to.equal('Use your passkey');
      expect(all(screen, '[data-part=text]')).to.deep.equal([
        'Your browser will ask for your fingerprint, face, screen lock or security key.',
      ]);
      expect(screen.platform.ceremonies).to.deep.equal([]);
    });

    it('and opens the dialog in the turn of the click', async () => {
      const screen = shown(PASSKEY);
      const button = await screen.until(PASSKEY_READY);
      screen.platform.holdCeremonies(true);
      button.click();
      expect(screen.platform.ceremonies).to.have.length(1);
    });

    it('and lets the person in', async () => {
      const screen = shown(PASSKEY);
      await usePasskey(screen);
      await screen.until(IN);
      expect([screen.server.signedIn, screen.events]).to.deep.equal([true, ['mfa-verified passkey']]);
    });

    it('and says without blame that the dialog was left', async () => {
      const screen = shown(PASSKEY);
      screen.platform.endNextCeremony({ is: 'not-finished' });
      await usePasskey(screen);
      expect(words(await screen.until(NEWS))).to.equal("That didn't finish. Try again, or choose another way.");
      expect([all(screen, ERROR), screen.events, asked(screen.server, 'attempt')]).to.deep.equal([[], [], 0]);
    });

    it('and again after the dialog was left', async () => {
      const screen = shown(PASSKEY);
      screen.platform.endNextCeremony({ is: 'not-finished' });
      await usePasskey(screen);
      await screen.until(NEWS);
      await usePasskey(screen);
      await screen.until(IN);
      expect(asked(screen.server, 'preparePasskey')).to.equal(2);
    });

    it('and tells that one was refused', async () => {
      const screen = shown(PASSKEY);
      screen.server.faults.next('attempt', { kind: 'refused', problem: { code: 'passkey-refused' } });
      await usePasskey(screen);
      expect(words(await screen.until(ERROR))).to.equal(
        "Error: That passkey didn't work. Try again, or choose another way.",
      );
      expect(screen.events).to.deep.equal(['mfa-proof-refused passkey']);
    });

    it('and closes the dialog when the person goes to another way', async () => {
      const screen = shown({ passkeys: 1, lastUsed: 'passkey' });
      screen.platform.holdCeremonies(true);
      await usePasskey(screen);
      await screen.until('[data-state=prompting]');
      await screen.choose('choose');
      await screen.until(FIELD);
      screen.platform.holdCeremonies(false);
      await screen.submit(screen.server.appCode());
      await screen.until(IN);
      expect([asked(screen.server, 'attempt'), screen.events.at(-1)]).to.deep.equal([1, 'mfa-verified totp']);
    });

    it('and by a click again, where the server could not be asked', async () => {
      const screen = shown(PASSKEY);
      screen.server.faults.next('preparePasskey', { kind: 'lost', committed: false });
      await screen.until(ERROR);
      await screen.choose('use-passkey');
      await screen.until('[data-part=error]:empty');
      expect(screen.platform.ceremonies).to.deep.equal([]);
      await usePasskey(screen);
      await screen.until(IN);
    });

    it('and asks what became of it where the answer was lost, without another dialog', async () => {
      const screen = shown(PASSKEY);
      screen.server.faults.next('attempt', { kind: 'lost', committed: true });
      screen.server.faults.next('settle', { kind: 'wrong-shape', committed: false });
      await usePasskey(screen);
      expect(words(await screen.until('[data-action=retry]'))).to.equal('Check again');
      await screen.choose('retry');
      await screen.until(IN);
      expect([asked(screen.server, 'attempt'), screen.platform.ceremonies.length]).to.deep.equal([1, 1]);
    });

    it('on a screen that was left and made anew while the button was not ready', async () => {
      const screen = shown({ totp: false, passkeys: 1, delivered: [EMAIL], lastUsed: 'passkey' }, {}, 'mfa-sign-in');
      screen.server.faults.next('preparePasskey', { kind: 'slow' });
      await screen.until('[data-action=use-passkey][aria-busy]');
      await screen.choose('lost-factor');
      await screen.until('mfa-lost-factor');
      await screen.choose('back');
      await screen.until('[data-action=use-passkey][aria-busy]');
      while (screen.server.faults.held === 0) await new Promise((turn) => setTimeout(turn));
      screen.server.faults.release();
      await usePasskey(screen);
      await screen.until(IN);
    });

    it('by the browser’s own dialog, where the page brings none', async function () {
      if (!('PublicKeyCredential' in globalThis)) return this.skip();
      const { get } = navigator.credentials;
      const left = (): Promise<never> => Promise.reject(new DOMException('left', 'NotAllowedError'));
      Object.assign(CredentialsContainer.prototype, { get: left });
      const screen = shown(PASSKEY);
      Object.assign(screen.element, { platform: undefined });
      await usePasskey(screen);
      const news = await screen.until(NEWS);
      Object.assign(CredentialsContainer.prototype, { get });
      expect(words(news)).to.contain("That didn't finish.");
    });

    it('with no tick to trust the device', async () => {
      const screen = shown({ ...PASSKEY, trustDays: 30 });
      await screen.until(PASSKEY_READY);
      expect(screen.element.querySelector('input')).to.equal(null);
    });
  });

  describe('sends a code', () => {
    const BY_EMAIL: AccountOptions = { totp: false, delivered: [EMAIL] };

    it('by a button, and not by itself', async () => {
      const screen = shown(BY_EMAIL);
      expect(words(await screen.until('[data-action=send]'))).to.equal('Send code');
      expect(all(screen, '[data-part=text]')).to.deep.equal(["We'll send a 6-digit code to a•••@example.com."]);
      expect(screen.server.account.outbox).to.deep.equal([]);
    });

    it('and asks for it in one labelled field, focus at the new heading', async () => {
      const screen = shown(BY_EMAIL);
      await getCode(screen);
      expect([title(screen), isFocused(screen, '[data-part=title]')]).to.deep.equal(['Enter the code we sent', true]);
      expect(words(field(screen)?.labels?.[0])).to.equal('Code from the email');
      expect(field(screen)?.getAttribute('autocomplete')).to.equal('one-time-code');
    });

    it('and lets the person in', async () => {
      const screen = shown(BY_EMAIL);
      await getCode(screen);
      const code = screen.server.sentCode();
      await screen.submit(` ${code.slice(0, 3)} ${code.slice(3)} `);
      await screen.until(IN);
      expect([screen.server.signedIn, screen.events]).to.deep.equal([true, ['mfa-verified delivered-code']]);
    });

    it('to the destination that was chosen of two', async () => {
      const screen = shown({ totp: false, delivered: [EMAIL, SMS] });
      await screen.until('[data-part=choice]');
      screen.element.querySelectorAll<HTMLElement>('[data-part=choice-button]')[1]?.click();
      await getCode(screen);
      expect(screen.server.account.outbox.map(({ to }) => to)).to.deep.equal([SMS.to]);
      expect(words(field(screen)?.labels?.[0])).to.equal('Code from the text');
    });

    it('and says when another may be asked for, in the page’s language', async () => {
      const screen = shown(BY_EMAIL);
      screen.element.lang = 'de';
      await getCode(screen);
      const at = new Intl.DateTimeFormat('de', { timeStyle: 'short' }).format(screen.server.clock.now() + 30_000);
      expect(all(screen, '[data-part=after] [data-part=hint]')).to.deep.equal([`You can ask for a new code at ${at}.`]);
    });

    it('and says so no longer once another may be asked for', async () => {
      const screen = shown(BY_EMAIL);
      const { backend } = screen.element as unknown as { backend: MfaBackend };
      // By the server's clock, which is years away from the browser's.
      const send = async (): Promise<Delivery> => ({ sentAt: 1000, resendAt: 1001 });
      Object.assign(screen.element, { backend: { ...backend, challenge: { ...backend.challenge, send } } });
      await screen.choose('send');
      await screen.until('[data-part=after]:not(:has([data-part=hint]))');
      expect(title(screen)).to.equal('Enter the code we sent');
    });

    it('anew, and says so in the field’s place', async () => {
      const screen = shown(BY_EMAIL);
      await getCode(screen);
      screen.server.clock.advance(MINUTE);
      await screen.choose('send');
      expect(words(await screen.until(NEWS))).to.equal('We sent a new code.');
      expect([screen.server.account.outbox.length, isFocused(screen, FIELD)]).to.deep.equal([2, true]);
      await screen.submit(screen.server.sentCode());
      await screen.until(IN);
    });

    it('not twice within a moment, and says so', async () => {
      const screen = shown(BY_EMAIL);
      await getCode(screen);
      await screen.choose('send');
      expect(words(await screen.until(NEWS))).to.contain('We sent you a code a moment ago.');
      expect(screen.server.account.outbox).to.have.length(1);
    });

    it('and keeps a wrong one in its field, where the person goes on', async () => {
      const screen = shown(BY_EMAIL);
      await getCode(screen);
      const wrong = screen.server.wrongCode('delivered-code');
      await screen.submit(wrong);
      await screen.until(ERROR);
      expect([field(screen)?.value, isFocused(screen, FIELD)]).to.deep.equal([wrong, true]);
      expect(field(screen)?.getAttribute('aria-invalid')).to.equal('true');
      expect(screen.events).to.deep.equal(['mfa-proof-refused delivered-code']);
    });

    it('in place of one that is too old', async () => {
      const screen = shown(BY_EMAIL);
      await getCode(screen);
      screen.server.clock.advance(15 * MINUTE);
      await screen.submit(screen.server.sentCode());
      expect(words(await screen.until(ERROR))).to.equal('Error: That code is too old. Ask for a new one.');
      expect(field(screen)?.getAttribute('aria-invalid')).to.equal('true');
      await screen.choose('send');
      await screen.until(NEWS);
      await screen.submit(screen.server.sentCode());
      await screen.until(IN);
    });

    it('and holds a second gesture while it is on its way', async () => {
      const screen = shown(BY_EMAIL);
      screen.server.faults.next('sendCode', { kind: 'slow' });
      await screen.choose('send');
      expect(words(await screen.until('[data-action=send][aria-busy]'))).to.equal('Sending…');
      await screen.choose('send');
      while (screen.server.faults.held === 0) await new Promise((turn) => setTimeout(turn));
      screen.server.faults.release();
      await screen.until(FIELD);
      expect(asked(screen.server, 'sendCode')).to.equal(1);
    });
  });

  describe('offers to trust this device', () => {
    const TICK = 'input[type=checkbox]';
    const tick = async ({ until }: Screen): Promise<HTMLInputElement> => (await until(TICK)) as HTMLInputElement;

    it('by a tick that nobody made for the person, with its words', async () => {
      const box = await tick(shown({ trustDays: 30 }));
      expect([box.checked, words(box.labels?.[0])]).to.deep.equal([false, "Don't ask on this device for 30 days."]);
      expect(words(document.getElementById(box.getAttribute('aria-describedby') ?? ''))).to.equal(
        'Only tick this on your own device.',
      );
    });

    for (const [what, isTicked] of [
      ['and is believed where the person ticked it', true],
      ['and does not where the person did not', false],
    ] as const) {
      it(what, async () => {
        const screen = shown({ trustDays: 30 });
        if (isTicked) (await tick(screen)).click();
        await screen.submit(screen.server.appCode());
        await screen.until(IN);
        expect(screen.server.trusted).to.equal(isTicked);
      });
    }

    it('with a code that is sent, too', async () => {
      const screen = shown({ totp: false, delivered: [EMAIL], trustDays: 30 });
      await getCode(screen);
      (await tick(screen)).click();
      await screen.submit(screen.server.sentCode());
      await screen.until(IN);
      expect(screen.server.trusted).to.equal(true);
    });

    it('and forgets the tick with what was typed', async () => {
      const screen = shown({ trustDays: 30 });
      const box = await tick(screen);
      box.click();
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      expect(box.checked).to.equal(false);
    });

    it('not where the server does not', async () => {
      const screen = shown({});
      await screen.until(FIELD);
      expect(screen.element.querySelector(TICK)).to.equal(null);
    });

    it('never with a backup code', async () => {
      const screen = shown({ trustDays: 30 }, {}, 'mfa-backup-code-form');
      await screen.until(FIELD);
      expect(screen.element.querySelectorAll('input')).to.have.length(1);
    });
  });

  describe('leaves the way back in open on every screen:', () => {
    for (const [what, account, there, go] of [
      ['the choice', { passkeys: 1 }, '[data-part=choice-button]', undefined],
      ['the app’s code', { trustDays: 30 }, '[type=submit]', undefined],
      ['the passkey', { totp: false, passkeys: 1 }, PASSKEY_READY, undefined],
      ['before a code is sent', { totp: false, delivered: [EMAIL] }, '[data-action=send]', undefined],
      ['after a code was sent', { totp: false, delivered: [EMAIL] }, '[type=submit]', getCode],
    ] as const satisfies readonly (readonly [
      string,
      AccountOptions,
      string,
      ((screen: Screen) => Promise<void>) | undefined,
    ])[]) {
      it(`${what}, after what is asked for`, async () => {
        const screen = shown(account);
        await go?.(screen);
        const main = await screen.until(there);
        const lost = await screen.until('[data-action=lost-factor]');
        const stops = [...screen.element.querySelectorAll('button, input, a[href]')];
        expect(stops.indexOf(lost)).to.be.greaterThan(stops.indexOf(main));
        expect([lost.getAttribute('role'), lost.checkVisibility()]).to.deep.equal(['link', true]);
      });

      it(`${what}, usable by everyone as far as axe can see`, async () => {
        const screen = shown(account);
        await go?.(screen);
        await screen.until(there);
        for (const animation of screen.element.getAnimations({ subtree: true })) animation.finish();
        await expect(screen.element).to.be.accessible();
      });
    }
  });

  it('has its later look, too, and none where the page turned it off', async () => {
    const screen = shown({ passkeys: 1 });
    const row = await screen.until('[data-part=choice-button]');
    expect(getComputedStyle(row).borderTopLeftRadius).to.equal('10px');
    (screen.element as HTMLElement & { unstyled: boolean }).unstyled = true;
    await screen.until('[data-look=none]');
    expect(getComputedStyle(row).borderTopLeftRadius).to.equal('0px');
  });
});
