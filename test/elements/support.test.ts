import { expect } from '@open-wc/testing';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import type { MfaEvent } from '../../src/elements/events.js';
import type { MfaSignIn } from '../../src/elements/sign-in/sign-in.js';
import {
  createFakePlatform,
  createSimulatedServer,
  type OperationId,
  type SimulatedServer,
  type SimulatedServerOptions,
} from '../../src/testing/index.js';
import { screenOf, type Screen } from '../../src/testing/states/index.js';

const EVENTS = ['mfa-help-requested', 'mfa-help-cancelled', 'mfa-new-account', 'mfa-reset-shown', 'mfa-back'] as const;
const ASK = '[data-action=ask-help]:not([aria-busy])';
const BACK = 'mfa-support [data-action=back][data-variant=primary]';
const WAITING = 'mfa-support [data-action=cancel-help]';
const ERROR = 'mfa-support [data-part=error]:not(:empty)';
const LOST = { kind: 'lost', committed: false } as const;
const HELP_ALONE: SimulatedServerOptions = { account: { backupCodes: false } };
const CONTACT = { phone: '+47 22 00 00 00' };

/** The last resort inside the drop-in, on the simulated server. */
describe('the help team', () => {
  const host = document.createElement('main');
  before(() => document.body.append(host));
  after(() => host.remove());
  afterEach(() => host.replaceChildren());

  function placed(server: SimulatedServer, properties: Partial<MfaSignIn> = {}) {
    const element = document.createElement('mfa-sign-in');
    const events: MfaEvent[] = [];
    for (const type of EVENTS)
      element.addEventListener(type, (event) => {
        event.preventDefault();
        events.push(event);
      });
    const backend = createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch });
    const platform = createFakePlatform({ passkeys: server.account.passkeys });
    Object.assign(element, { backend, platform, service: 'Fjord Bank', contact: CONTACT, ...properties });
    host.append(element);
    return { events, ...screenOf(element, server, platform) };
  }

  function shown(options: SimulatedServerOptions = HELP_ALONE, properties: Partial<MfaSignIn> = {}) {
    const server = createSimulatedServer(options);
    server.passFirstFactor();
    return placed(server, properties);
  }

  async function atHelp(options: SimulatedServerOptions = HELP_ALONE) {
    const screen = shown(options);
    await screen.choose('lost-factor');
    await screen.until(ASK);
    return screen;
  }

  async function asked(options: SimulatedServerOptions = HELP_ALONE) {
    const screen = await atHelp(options);
    await screen.choose('ask-help');
    await screen.until(WAITING);
    return screen;
  }

  const calls = ({ server }: Screen, operation: OperationId): number =>
    server.log.filter(({ operationId }) => operationId === operation).length;
  const textOf = ({ element }: Screen): string => element.textContent.replaceAll(/\s+/g, ' ');
  const title = ({ element }: Screen): string => element.querySelector('[data-part=title]')?.textContent ?? '';
  const isFocused = ({ element }: Screen): boolean =>
    document.activeElement === element.querySelector('mfa-support [data-part=title]');

  describe('takes a request', () => {
    it('and says its number, with focus on what it says', async () => {
      const screen = await asked();
      const [open] = screen.server.account.cases;
      expect(title(screen)).to.equal('We have your request');
      expect(textOf(screen)).to.contain(`Case ${open?.number ?? '?'}, asked`);
      expect(isFocused(screen)).to.equal(true);
    });

    it('and tells the page once, without its number', async () => {
      const screen = await asked();
      const [open] = screen.server.account.cases;
      expect(screen.events.map(({ type }) => type)).to.deep.equal(['mfa-help-requested']);
      expect(JSON.stringify(screen.events.map(({ detail }) => detail))).to.not.contain(open?.number ?? '?');
    });

    it('that is there after a reload, and on the first screen already', async () => {
      const { server, element } = await asked();
      element.remove();
      const screen = placed(server);
      await screen.choose('see-request');
      await screen.until(WAITING);
      expect([title(screen), server.account.cases.length]).to.deep.equal(['We have your request', 1]);
    });

    it('once, however often the button is clicked', async () => {
      const screen = await atHelp();
      const button = await screen.until(ASK);
      button.click();
      button.click();
      await screen.until(WAITING);
      expect(calls(screen, 'requestHelp')).to.equal(1);
    });

    it('after a first try that never arrived', async () => {
      const screen = await atHelp();
      screen.server.faults.next('requestHelp', LOST);
      await screen.choose('ask-help');
      await screen.until(ERROR);
      await screen.choose('ask-help');
      await screen.until(WAITING);
      expect(screen.server.account.cases).to.have.length(1);
    });

    it('and says when it takes another one where it was asked not long ago', async () => {
      const screen = await asked();
      await screen.choose('cancel-help');
      (await screen.until(BACK)).click();
      await screen.choose('lost-factor');
      await screen.until(ASK);
      await screen.choose('ask-help');
      const error = await screen.until(ERROR);
      expect(error.textContent).to.contain('You asked us not long ago. You can ask again on');
    });

    it('only where the server takes some', async () => {
      const screen = shown({ ...HELP_ALONE, unserved: ['currentCase', 'requestHelp', 'cancelHelp'] });
      await screen.choose('lost-factor');
      await screen.until('mfa-support [data-part=facts]');
      expect(screen.element.querySelectorAll('[data-action=ask-help]')).to.have.length(0);
    });

    it('in a challenge that ran out, once it is opened again', async () => {
      const screen = await atHelp();
      screen.server.faults.next('requestHelp', { kind: 'expired', restart: 'here' });
      await screen.choose('ask-help');
      await screen.until(ERROR);
      await screen.choose('ask-help');
      await screen.until(WAITING);
      expect(screen.server.account.cases).to.have.length(1);
    });

    it('of nobody whose first factor is too old', async () => {
      const screen = await atHelp();
      screen.server.faults.next('requestHelp', { kind: 'expired', restart: 'sign-in' });
      await screen.choose('ask-help');
      await screen.until('[data-action=sign-in]');
      expect(title(screen)).to.equal('Please sign in again');
    });

    it('that the challenge names at once, and no more once it was taken back', async () => {
      const screen = await asked();
      await screen.choose('back');
      await screen.until('mfa-challenge [data-variant=case-open]');
      await screen.choose('see-request');
      await screen.choose('cancel-help');
      (await screen.until(BACK)).click();
      await screen.until('mfa-challenge [data-part=input]');
      expect(screen.element.querySelectorAll('[data-action=see-request]')).to.have.length(0);
    });

    it('and shows none that was taken back where the server can’t be asked', async () => {
      const screen = shown({ account: { backupCodes: false, helpCase: 'waiting' } });
      await screen.choose('see-request');
      await screen.choose('cancel-help');
      (await screen.until(BACK)).click();
      screen.server.faults.next('currentCase', LOST, { times: Infinity });
      await screen.choose('lost-factor');
      await screen.until(`${ASK}, ${WAITING}`);
      expect(screen.element.querySelectorAll(WAITING)).to.have.length(0);
    });

    describe('that is under way still when its screen is left', () => {
      async function left() {
        const screen = await atHelp();
        screen.server.faults.next('requestHelp', { kind: 'slow' });
        await screen.choose('ask-help');
        await screen.until('mfa-support [aria-busy=true]');
        await screen.choose('back');
        await screen.until('mfa-challenge [data-part=input]');
        while (screen.server.faults.held === 0) await new Promise((turn) => setTimeout(turn));
        return screen;
      }

      it('and tells the page, and the challenge, once', async () => {
        const screen = await left();
        screen.server.faults.release();
        await screen.until('mfa-challenge [data-variant=case-open]');
        expect(screen.events.map(({ type }) => type)).to.deep.equal(['mfa-back', 'mfa-help-requested']);
      });

      it('and is there still for who comes back, and sent once', async () => {
        const screen = await left();
        await screen.choose('lost-factor');
        await screen.until('mfa-support [aria-busy=true]');
        screen.server.faults.release();
        await screen.until(WAITING);
        expect([
          calls(screen, 'requestHelp'),
          screen.events.filter(({ type }) => type === 'mfa-help-requested').length,
        ]).to.deep.equal([1, 1]);
      });
    });

    it('of a person who has no way at all', async () => {
      const screen = shown({ account: { totp: false, backupCodes: false } });
      await screen.choose('ask-help');
      await screen.until(WAITING);
      expect(screen.server.account.cases).to.have.length(1);
    });
  });

  describe('gives a request back', () => {
    it('to who found what was lost, and leads to where they were', async () => {
      const screen = await asked();
      await screen.choose('cancel-help');
      (await screen.until(BACK)).click();
      await screen.until('mfa-challenge [data-part=input]');
      expect([screen.server.account.cases[0]?.state, calls(screen, 'cancelHelp')]).to.deep.equal(['cancelled', 1]);
      expect(screen.events.map(({ type }) => type)).to.deep.equal([
        'mfa-help-requested',
        'mfa-help-cancelled',
        'mfa-back',
      ]);
    });

    it('to who never asked, and says that the password may be known', async () => {
      const screen = await asked();
      await screen.choose('not-me');
      await screen.until('[data-part=facts]');
      expect(textOf(screen)).to.contain('It locks your account.');
      await screen.choose('cancel-help');
      await screen.until(BACK);
      expect(textOf(screen)).to.contain('Somebody else may know your password. Sign in, and change it now.');
      expect(screen.server.account.cases[0]?.state).to.equal('cancelled');
    });
  });

  it('says what became of taking it back in words of its own', async () => {
    const screen = await asked();
    screen.server.faults.next('cancelHelp', LOST);
    screen.server.faults.next('currentCase', LOST, { times: Infinity });
    await screen.choose('cancel-help');
    const error = await screen.until(ERROR);
    expect(error.textContent).to.contain("can't tell if your request is cancelled. Cancel it again.");
  });

  it('says whose account it is on each of its screens', async () => {
    const whose = ({ element }: Screen): string | undefined =>
      element.querySelector('mfa-support [data-part=who]')?.textContent;
    const screen = await asked();
    const waiting = whose(screen);
    await screen.choose('not-me');
    await screen.until('mfa-support [data-action=back]');
    const notMe = whose(screen);
    await screen.choose('cancel-help');
    await screen.until(BACK);
    expect([waiting, notMe, whose(screen)]).to.deep.equal(Array(3).fill(waiting));
    expect(waiting).to.contain('Fjord Bank');
  });

  it('asks for nothing but a click: no number, no address, no file, no hurry', async () => {
    const screen = await asked();
    expect(screen.element.querySelectorAll('input, textarea, select')).to.have.length(0);
    expect(textOf(screen)).to.not.match(/urgent|expedite/i);
  });

  describe('is told of on the challenge', () => {
    let resets = 0;
    // Each at a time of its own: a page tells of a reset once.
    const told = (kind: 'reset') =>
      shown({ account: { notices: [{ kind, at: Date.UTC(2027, 0, 12) + (resets += 1) }] } }, { helpUrl: '/help' });

    it('where it took the second factor away: what, after a request, and that it is written down, once', async () => {
      const screen = told('reset');
      const news = await screen.until('[data-variant=reset]');
      expect(news.textContent.replaceAll(/\s+/g, ' ')).to.contain(
        'removed your old second factor on January 12, 2027, after a request. This is written down. Didn',
      );
      await screen.submit('123456');
      await screen.until('[data-part=error]:not(:empty)');
      expect(screen.events.map(({ type }) => type)).to.deep.equal(['mfa-reset-shown']);
    });

    it('once, although its screen is left and comes again', async () => {
      const screen = told('reset');
      await screen.until('[data-variant=reset]');
      await screen.choose('lost-factor');
      (await screen.until('mfa-backup-code-form [data-action=back]')).click();
      await screen.until('mfa-challenge [data-variant=reset]');
      expect(screen.events.map(({ type }) => type)).to.deep.equal(['mfa-reset-shown', 'mfa-back']);
    });

    it('no more on a page on which somebody got in past it', async () => {
      const { element, server, until, submit } = told('reset');
      await until('[data-variant=reset]');
      const isIn = new Promise((resolve) => element.addEventListener('mfa-verified', resolve));
      element.addEventListener('mfa-done', (event) => event.preventDefault());
      await submit(server.appCode());
      await isIn;
      element.remove();
      server.passFirstFactor();
      const screen = placed(server);
      await screen.until('mfa-challenge [data-part=input]');
      await screen.choose('lost-factor');
      await screen.choose('back');
      await screen.until('mfa-challenge [data-part=input]');
      expect(screen.element.querySelectorAll('[data-variant=reset]')).to.have.length(0);
    });

    it('below the form, whose focus it leaves alone', async () => {
      const screen = told('reset');
      const news = await screen.until('[data-variant=reset]');
      const field = screen.element.querySelector('[data-part=input]');
      const comesAfter = field?.compareDocumentPosition(news) === Node.DOCUMENT_POSITION_FOLLOWING;
      expect([comesAfter, document.activeElement === field]).to.deep.equal([true, true]);
    });

    it('with no word of how many codes are left: that is for who is in', async () => {
      const screen = shown({
        account: {
          notices: [
            { kind: 'codes-low', at: 1 },
            { kind: 'reset', at: 1 },
          ],
        },
      });
      await screen.until('[data-variant=reset]');
      expect(screen.element.querySelectorAll('[data-part=news]')).to.have.length(1);
    });
  });

  describe('where nobody opens an account without its second factor', () => {
    const policy = { selfRecovery: false };

    it('is not offered to who lost it, and a new account only where the page has a place for it', async () => {
      const screen = shown({ policy });
      await screen.choose('lost-factor');
      await screen.until('mfa-support [data-part=title]');
      expect(title(screen)).to.equal("This account can't be opened without your second factor");
      expect(screen.element.querySelectorAll('[data-action=ask-help], [data-action=start-over]')).to.have.length(0);
    });

    it('wants a tick before a new account', async () => {
      const screen = shown({ policy }, { newAccountUrl: '/sign-up' });
      await screen.choose('lost-factor');
      await screen.choose('start-over');
      await screen.until('[data-part=checkbox]');
      await screen.choose('start-over');
      await screen.until(ERROR);
      expect(screen.events.map(({ type }) => type)).to.deep.equal([]);
      screen.element.querySelector<HTMLInputElement>('[data-part=checkbox]')?.click();
      await screen.choose('start-over');
      expect(screen.events.map(({ type }) => type)).to.deep.equal(['mfa-new-account']);
    });

    it('offers no new account where the page’s place for it is on another origin, and tells its developer', async () => {
      const warned: unknown[] = [];
      const { warn } = console;
      console.warn = (...words: unknown[]) => void warned.push(...words);
      try {
        const screen = shown({ policy }, { newAccountUrl: 'https://elsewhere.example/sign-up' });
        await screen.choose('lost-factor');
        await screen.until('mfa-support [data-part=title]');
        expect(screen.element.querySelectorAll('[data-action=start-over]')).to.have.length(0);
      } finally {
        console.warn = warn;
      }
      expect(warned.join()).to.contain('new-account-url "https://elsewhere.example/sign-up" is on another origin');
    });

    it('leads back to the second factor', async () => {
      const screen = shown({ policy });
      await screen.choose('lost-factor');
      await screen.choose('back');
      await screen.until('mfa-challenge [data-part=input]');
    });
  });
});
