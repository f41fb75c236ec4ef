import { expect } from '@open-wc/testing';
import { BETTER_AUTH, KRATOS } from '../../src/backends/capabilities.js';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import type { MfaEvent } from '../../src/elements/events.js';
import type { MfaBackend } from '../../src/ports/backend.js';
import {
  asServer,
  createFakePlatform,
  type FakePlatform,
  createSimulatedServer,
  findCanary,
  type OperationId,
  type SimulatedServer,
  type SimulatedServerOptions,
} from '../../src/testing/index.js';
import { screenOf, type Screen } from '../../src/testing/states/index.js';

const MINUTE = 60_000;
const EVENTS = [
  'mfa-codes-shown',
  'mfa-codes-kept',
  'mfa-codes-confirmed',
  'mfa-codes-abandoned',
  'mfa-codes-removed',
  'mfa-codes-revealed',
  'mfa-step-up-needed',
  'mfa-step-up-passed',
  'mfa-sign-in-needed',
  'mfa-done',
] as const;

interface Setting {
  readonly options?: SimulatedServerOptions;
  readonly privileged?: boolean;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly server?: SimulatedServer;
  /** The same for two tabs of one browser. */
  readonly platform?: FakePlatform;
  readonly as?: (backend: MfaBackend) => MfaBackend;
}

/** Backup codes on an account page, on the simulated server. */
describe('backup codes', () => {
  const host = document.createElement('main');
  const clock = Date.now;
  before(() => document.body.append(host));
  after(() => host.remove());
  afterEach(() => {
    host.replaceChildren();
    Date.now = clock;
    Reflect.deleteProperty(document, 'hidden');
  });

  function placed({
    options,
    privileged = true,
    attributes = {},
    server: given,
    platform: same,
    as = (one) => one,
  }: Setting = {}) {
    const server = given ?? createSimulatedServer(options);
    if (!given) server.signIn({ privileged });
    const platform = same ?? createFakePlatform({ passkeys: server.account.passkeys });
    const element = document.createElement('mfa-backup-codes');
    const events: string[] = [];
    const details: MfaEvent['detail'][] = [];
    for (const type of EVENTS) {
      element.addEventListener(type, (event: Event) => {
        events.push(type);
        details.push((event as MfaEvent).detail);
      });
    }
    element.addEventListener('mfa-sign-in-needed', (event) => event.preventDefault());
    for (const [name, value] of Object.entries({ service: 'Fjord Bank', ...attributes }))
      element.setAttribute(name, value);
    const backend = as(createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch }));
    Object.assign(element, { backend, platform });
    host.append(element);
    return { events, details, ...screenOf(element, server, platform) };
  }

  async function onCodes(setting: Setting = {}) {
    const screen = placed(setting);
    await screen.choose('make');
    await screen.until('[data-part=codes]');
    return screen;
  }

  const asked = ({ server }: Screen, operation: OperationId): number =>
    server.log.filter(({ operationId }) => operationId === operation).length;
  const textOf = ({ element }: { element: Element }): string => element.textContent.replaceAll(/\s+/g, ' ').trim();
  const codesIn = ({ element }: { element: Element }): string[] =>
    [...element.querySelectorAll('code')].map(({ textContent }) => textContent);
  const newest = ({ server }: Screen): string[] => server.account.codeSets.at(-1)?.codes.map(({ code }) => code) ?? [];
  const box = ({ element }: { element: Element }): HTMLInputElement =>
    element.querySelector<HTMLInputElement>('[data-part=checkbox]')!;
  const turn = (): Promise<void> => new Promise((done) => setTimeout(done));
  async function tickAndFinish(screen: Screen): Promise<void> {
    box(screen).click();
    await screen.choose('finish');
  }
  function hide(isHidden: boolean): void {
    Object.defineProperty(document, 'hidden', { configurable: true, value: isHidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }
  const leavingIsAsked = (): boolean => !dispatchEvent(new Event('beforeunload', { cancelable: true }));
  const page = (type: 'pagehide' | 'pageshow') => dispatchEvent(new PageTransitionEvent(type, { persisted: true }));

  describe('before anything is made', () => {
    it('are counted', async () => {
      const screen = placed({ options: { account: { backupCodes: 9 } } });
      await screen.until('[data-action=make]');
      expect(textOf(screen)).to.match(
        /^Backup codes 9 of 10 left · made \w+ \d+, 20\d\d · last used \w+ \d+, 20\d\d Make new codes Turn off$/,
      );
    });

    it('are not made by showing the page, moving the element, or going away and coming back', async () => {
      const screen = placed({ attributes: { step: 'make' } });
      await screen.until('[data-action=make]');
      screen.element.remove();
      await turn();
      host.append(screen.element);
      await screen.until('[data-action=make]');
      page('pagehide');
      await turn();
      page('pageshow');
      await screen.until('[data-action=make]');
      expect(asked(screen, 'backupCodesStatus')).to.be.greaterThan(2);
      expect([asked(screen, 'issueBackupCodes'), screen.server.account.codeSets.length]).to.deep.equal([0, 1]);
    });

    for (const [name, options, words] of [
      ['low', { account: { backupCodes: 3 } }, '3 backup codes left. Make new ones.'],
      ['used up', { account: { backupCodes: 0 } }, 'No backup codes left. Make new ones now,'],
      ['not there', { account: { backupCodes: false } }, 'Not set up.'],
    ] as const) {
      it(`say that they are ${name}`, async () => {
        const screen = placed({ options });
        await screen.until('[data-action=make]');
        expect(textOf(screen)).to.contain(words);
      });
    }

    it('claim no count that the server can’t tell', async () => {
      const screen = placed({ as: (backend) => asServer(backend, BETTER_AUTH) });
      await screen.until('[data-action=make]');
      expect(textOf(screen)).not.to.match(/\d/);
    });

    it('leave no trace where the policy rules them out', async () => {
      const screen = placed({ options: { policy: { backupCodes: false } } });
      await screen.until('[data-state=absent]');
      expect(textOf(screen)).to.equal('');
    });

    it('suggest new ones after what just happened, until the person puts it off', async () => {
      const screen = placed({ attributes: { occasion: 'recovery' } });
      await screen.choose('later');
      await turn();
      expect(textOf(screen)).not.to.contain('You just used a way back in.');
    });

    it('take nobody’s focus when they come', async () => {
      const screen = placed();
      await screen.until('[data-action=make]');
      expect(document.activeElement).to.equal(document.body);
    });

    it('ask again for what could not be read', async () => {
      const server = createSimulatedServer();
      server.signIn();
      server.faults.next('backupCodesStatus', { kind: 'refused', problem: { code: 'not-allowed', reason: 'policy' } });
      const screen = placed({ server });
      await screen.choose('retry');
      await screen.until('[data-action=make]');
      expect(document.activeElement?.textContent).to.equal('Backup codes');
    });
  });

  describe('made by a click', () => {
    it('stand there in the server’s order, exact, once', async () => {
      const screen = await onCodes();
      expect(codesIn(screen)).to.deep.equal(newest(screen));
      expect(asked(screen, 'issueBackupCodes')).to.equal(1);
      expect(document.activeElement?.textContent).to.equal('Save your backup codes');
    });

    it('are made once for two clicks', async () => {
      const screen = placed();
      const make = await screen.until('[data-action=make]');
      make.click();
      make.click();
      await screen.until('[data-part=codes]');
      expect(asked(screen, 'issueBackupCodes')).to.equal(1);
    });

    it('are set so that 0 and O, and 1, l and I, read apart', async () => {
      const screen = await onCodes();
      const { fontFamily, fontSize, fontVariantNumeric } = getComputedStyle(screen.element.querySelector('code')!);
      expect(fontFamily).to.contain('monospace');
      expect(fontVariantNumeric).to.contain('slashed-zero');
      expect(parseFloat(fontSize)).to.be.at.least(16);
    });

    it('are kept from translators and session replay', async () => {
      const list = (await onCodes()).element.querySelector('ol')!;
      expect(list.matches('.notranslate.rr-block.sentry-block.ph-no-capture[translate=no][data-private]')).to.equal(
        true,
      );
    });

    it('say where they are kept well before they offer to save them', async () => {
      const screen = await onCodes();
      const places = screen.element.querySelector('[data-part=places]')!;
      const print = screen.element.querySelector('[data-action=print]')!;
      expect(places.compareDocumentPosition(print)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    });

    it('can’t be made too often, and say until when', async () => {
      const screen = await onCodes({ options: { limits: { setsAnHour: 1 } } });
      await screen.choose('leave');
      await screen.choose('make');
      await screen.until('[data-part=error]:not(:empty)');
      expect(textOf(screen)).to.match(/You made many new codes in a short time\. You can make more at \d/);
      expect(asked(screen, 'issueBackupCodes')).to.equal(2);
    });

    it('say what became of it where their answer did not come', async () => {
      const server = createSimulatedServer();
      server.signIn();
      server.faults.next('issueBackupCodes', { kind: 'lost', committed: true });
      const screen = placed({ server });
      await screen.choose('make');
      await screen.until('[data-state=unshown]');
      expect(textOf(screen)).to.contain(
        "We couldn't show your new codes They are not on, and your old codes still work.",
      );
      await screen.choose('make');
      await screen.until('[data-part=codes]');
      expect(asked(screen, 'issueBackupCodes')).to.equal(2);
    });
  });

  describe('saved', () => {
    it('are copied whole, with whose they are', async () => {
      const screen = await onCodes({ attributes: { account: 'ada@example.com' } });
      await screen.choose('copy');
      await screen.until('[data-part=status]:not(:empty)');
      expect(textOf(screen)).to.contain('Copied. Paste them into your password manager.');
      const lines = (screen.platform.clipboard ?? '').split('\n');
      expect(lines).to.include.members([...newest(screen), 'Fjord Bank backup codes', 'localhost', 'a•••@example.com']);
      expect(textOf(screen)).not.to.contain('ada@');
    });

    it('are printed on one sheet', async () => {
      const screen = await onCodes();
      await screen.choose('print');
      await screen.until('[data-part=status]:not(:empty)');
      expect(textOf(screen)).to.contain('Check that every code is on the paper.');
      expect(screen.platform.sheets.map(({ codes }) => codes)).to.deep.equal([newest(screen)]);
    });

    it('are downloaded under the service’s name', async () => {
      const screen = await onCodes();
      await screen.choose('download');
      await screen.until('[data-part=status]:not(:empty)');
      expect(textOf(screen)).to.contain('Downloaded. Keep the file where only you can open it.');
      expect(screen.platform.files[0]?.name).to.match(/^fjord-bank-backup-codes-\d{4}-\d\d-\d\d\.txt$/);
      expect(screen.platform.files[0]?.text.split('\n')).to.include.members(newest(screen));
    });

    for (const [what, action, words] of [
      ['clipboard', 'copy', "Your browser didn't let us copy. Print them, or select them by hand."],
      ['printing', 'print', "Your browser didn't let us print."],
      ['saving', 'download', "Your browser didn't let us download."],
    ] as const) {
      it(`say when the browser blocks it: ${what}`, async () => {
        const screen = await onCodes();
        screen.platform.block(what);
        await screen.choose(action);
        await screen.until('[data-part=status]:not(:empty)');
        expect(textOf(screen)).to.contain(words);
        expect(screen.details.at(-1)).to.include({ ok: false });
      });
    }
  });

  describe('finished', () => {
    it('need the tick, and say so where it is missing', async () => {
      const screen = await onCodes();
      await screen.choose('finish');
      await screen.until('[data-part=error]:not(:empty)');
      expect(textOf(screen)).to.contain('Error: Tick the box first, so we know you have them.');
      expect([document.activeElement, asked(screen, 'confirmBackupCodes')]).to.deep.equal([box(screen), 0]);
    });

    it('leave the tick no longer wrong once it is there', async () => {
      const screen = await onCodes();
      await screen.choose('finish');
      await screen.until('[data-part=error]:not(:empty)');
      box(screen).click();
      await screen.until('[data-part=error]:empty');
      expect([box(screen).hasAttribute('aria-invalid'), document.activeElement === box(screen)]).to.deep.equal([
        false,
        true,
      ]);
    });

    it('are on, the old ones are not, and the person is told', async () => {
      const screen = await onCodes();
      const set = screen.server.account.codeSets.at(-1)?.id;
      await tickAndFinish(screen);
      await screen.until('[data-action=done]');
      expect(textOf(screen)).to.equal(
        'All set 10 backup codes are on; old codes no longer work We told you about this at a•••@example.com ' +
          'Throw away any old list or file. Continue',
      );
      expect(screen.server.account.codeSets.map(({ state }) => state)).to.deep.equal(['replaced', 'on']);
      expect(screen.events).to.deep.equal(['mfa-codes-shown', 'mfa-codes-confirmed']);
      expect(screen.details.map(({ flow }) => flow)).to.deep.equal([set, set]);
      expect(findCanary(JSON.stringify(screen.details))).to.deep.equal([]);
      expect(findCanary(screen.element.innerHTML)).to.deep.equal([]);
    });

    it('are counted again once the person goes on', async () => {
      const screen = await onCodes();
      await tickAndFinish(screen);
      await screen.choose('done');
      await screen.until('[data-action=make]');
      expect(textOf(screen)).to.contain('10 of 10 left');
      expect(screen.events.at(-1)).to.equal('mfa-done');
    });

    it('take one code from the saved list where the policy wants it, and burn none', async () => {
      const screen = await onCodes({ options: { policy: { proof: 'type-one' } } });
      box(screen).click();
      await screen.submit(screen.server.wrongCode('backup-code'));
      await screen.until('[data-part=error]:not(:empty)');
      expect(textOf(screen)).to.contain("That code isn't on this list.");
      expect((document.activeElement as HTMLInputElement).name).to.equal('saved-code');
      await screen.submit(newest(screen)[0]!.toLowerCase());
      await screen.until('[data-action=done]');
      expect(screen.server.account.codesLeft).to.equal(10);
    });

    it('move to the tick, not to the code, where the tick is what is missing', async () => {
      const screen = await onCodes({ options: { policy: { proof: 'type-one' } } });
      await screen.submit(newest(screen)[0]!);
      await screen.until('[data-part=error]:not(:empty)');
      expect(document.activeElement).to.equal(box(screen));
    });

    it('stay on screen while nobody knows whether they are on, and ask again by a click', async () => {
      const screen = await onCodes();
      screen.server.faults.next('confirmBackupCodes', { kind: 'lost', committed: true });
      await tickAndFinish(screen);
      await screen.until('[data-action=retry]');
      expect(textOf(screen)).to.contain("Error: We don't know yet if they are on. Check again");
      expect(codesIn(screen)).to.deep.equal(newest(screen));
      expect(asked(screen, 'confirmBackupCodes')).to.equal(1);
      await screen.choose('retry');
      await screen.until('[data-action=done]');
      expect(asked(screen, 'confirmBackupCodes')).to.equal(2);
    });
  });

  describe('with the page in the background', () => {
    it('are hidden after a while, and shown again by a click', async () => {
      let now = clock();
      Date.now = () => now;
      const screen = await onCodes();
      box(screen).click();
      hide(true);
      now += 61_000;
      hide(false);
      await screen.until('[data-part=masked]');
      expect(findCanary(screen.element.innerHTML)).to.deep.equal([]);
      await screen.choose('show');
      await screen.until('[data-part=codes]');
      expect(codesIn(screen)).to.deep.equal(newest(screen));
      expect(box(screen).checked).to.equal(true);
    });

    it('stay as they are for a moment away, and however long the person looks at them', async () => {
      let now = clock();
      Date.now = () => now;
      const screen = await onCodes();
      hide(true);
      now += 59_000;
      hide(false);
      now += 60 * MINUTE;
      hide(true);
      hide(false);
      await turn();
      expect(codesIn(screen)).to.deep.equal(newest(screen));
    });
  });

  describe('with a proof first', () => {
    it('ask for it in place, come back, and wait for a new click', async () => {
      const screen = placed({ privileged: false });
      await screen.choose('make');
      await screen.until('mfa-step-up [data-part=input]');
      expect(textOf(screen)).to.contain("Confirm it's you Fjord Bank You're about to make new backup codes.");
      expect(document.activeElement?.textContent).to.equal("Confirm it's you");
      await screen.submit(screen.server.appCode());
      await screen.until('[data-action=make]');
      expect(textOf(screen)).to.contain('Thank you. Now choose “Make new codes” again.');
      expect(asked(screen, 'issueBackupCodes')).to.equal(0);
      await screen.choose('make');
      await screen.until('[data-part=codes]');
      expect(asked(screen, 'issueBackupCodes')).to.equal(1);
      expect(screen.events).to.deep.equal(['mfa-step-up-needed', 'mfa-step-up-passed', 'mfa-codes-shown']);
    });

    it('go back with nothing changed', async () => {
      const screen = placed({ privileged: false });
      await screen.choose('make');
      await screen.choose('cancel');
      await screen.until('[data-action=make]');
      expect([asked(screen, 'issueBackupCodes'), document.activeElement?.textContent]).to.deep.equal([
        0,
        'Backup codes',
      ]);
    });

    it('stay where they are when it is wanted at the end', async () => {
      const screen = await onCodes();
      const codes = newest(screen);
      screen.server.clock.advance(31 * MINUTE);
      await tickAndFinish(screen);
      await screen.until('mfa-step-up [data-part=input]');
      expect(codesIn(screen)).to.deep.equal(codes);
      await screen.submit(screen.server.appCode());
      await screen.until('[data-action=finish]:not(mfa-step-up *)');
      expect(textOf(screen)).to.contain('Thank you. Now choose “Finish” again.');
      expect([codesIn(screen), box(screen).checked]).to.deep.equal([codes, true]);
      expect(asked(screen, 'confirmBackupCodes')).to.equal(1);
      await screen.choose('finish');
      await screen.until('[data-action=done]');
      expect(asked(screen, 'confirmBackupCodes')).to.equal(2);
    });

    it('lead to another page, and come back to the same step', async () => {
      const options = { account: { stepUp: { how: 'redirect', url: '/refresh' } } } as const;
      const screen = placed({ options, privileged: false });
      await screen.choose('turn-off');
      await screen.choose('remove');
      const link = await screen.until('mfa-step-up [data-action=sign-in]');
      expect([link.getAttribute('href'), link.getAttribute('target')]).to.deep.equal(['/refresh', null]);
      link.addEventListener('click', (event) => event.preventDefault());
      link.click();
      expect(screen.details.at(-1)).to.include({ how: 'redirect', step: 'remove' });
      const back = placed({ server: screen.server, attributes: { step: 'remove' } });
      await back.until('[data-action=keep]');
      expect(asked(back, 'removeBackupCodes')).to.equal(1);
    });

    it('come back to the same step from the back/forward cache', async () => {
      const options = { account: { stepUp: { how: 'redirect', url: '/refresh' } } } as const;
      const screen = placed({ options, privileged: false });
      await screen.choose('turn-off');
      await screen.choose('remove');
      await screen.until('mfa-step-up [data-action=sign-in]');
      page('pagehide');
      page('pageshow');
      await screen.until('[data-action=keep]');
      expect(asked(screen, 'removeBackupCodes')).to.equal(1);
    });

    it('open another page in a new tab where codes would be lost, and keep them', async () => {
      const options = { account: { stepUp: { how: 'redirect', url: '/refresh' } } } as const;
      const screen = await onCodes({ options });
      screen.server.clock.advance(31 * MINUTE);
      await tickAndFinish(screen);
      const link = await screen.until('mfa-step-up [data-action=sign-in]');
      expect([link.getAttribute('target'), link.getAttribute('rel')]).to.deep.equal(['_blank', 'noopener']);
      screen.element.addEventListener('mfa-step-up-needed', (event) => event.preventDefault());
      link.click();
      await screen.until('[data-action=finish]:not(mfa-step-up *)');
      expect(codesIn(screen)).to.deep.equal(newest(screen));
    });

    it('say that the session is over', async () => {
      const screen = placed({ privileged: false });
      await screen.choose('make');
      await screen.until('mfa-step-up [data-part=input]');
      const code = screen.server.appCode();
      screen.server.signOut();
      await screen.submit(code);
      await screen.until('[data-state=sign-in] > [data-part=screen] [data-action=sign-in]');
      await screen.choose('sign-in');
      expect(screen.events.at(-1)).to.equal('mfa-sign-in-needed');
    });
  });

  describe('left before they are on', () => {
    it('go without a question where the old ones still work', async () => {
      const screen = await onCodes();
      expect(leavingIsAsked()).to.equal(false);
      await screen.choose('leave');
      await screen.until('[data-action=make]');
      expect(textOf(screen)).to.contain("These new codes won't work. Your old codes still do.");
      while (asked(screen, 'discardBackupCodes') === 0) await turn();
      expect(screen.server.account.codeSets.map(({ state }) => state)).to.deep.equal(['on', 'discarded']);
      expect(screen.details.at(-1)).to.include({ reason: 'left' });
    });

    it('are asked about where there are no others, by the page and by the browser, and only then', async () => {
      const screen = placed({ options: { account: { backupCodes: false } } });
      await screen.until('[data-action=make]');
      const before = leavingIsAsked();
      await screen.choose('make');
      await screen.until('[data-part=codes]');
      const during = leavingIsAsked();
      await screen.choose('leave');
      await screen.until('[data-action=stay]');
      expect(textOf(screen)).to.equal('Leave without saving? You will have no backup codes. Stay Leave');
      await screen.choose('stay');
      await screen.until('[data-part=codes]');
      await tickAndFinish(screen);
      await screen.until('[data-action=done]');
      expect([before, during, leavingIsAsked()]).to.deep.equal([false, true, false]);
    });

    it('are gone from the page, whatever holds on to it', async () => {
      const screen = await onCodes();
      screen.element.remove();
      await turn();
      expect(findCanary(screen.element.innerHTML)).to.deep.equal([]);
    });

    it('are gone when the page goes, and are not made again when it comes back', async () => {
      const screen = await onCodes({ options: { account: { backupCodes: false } } });
      page('pagehide');
      expect(leavingIsAsked()).to.equal(false);
      await Promise.resolve();
      expect(findCanary(screen.element.innerHTML)).to.deep.equal([]);
      page('pageshow');
      await screen.until('[data-action=make]');
      expect(asked(screen, 'issueBackupCodes')).to.equal(1);
    });

    it('are dropped on the server, and said to be abandoned, when a host takes the element away', async () => {
      const screen = await onCodes();
      screen.element.remove();
      while (asked(screen, 'discardBackupCodes') === 0) await turn();
      expect(screen.server.account.codeSets.map(({ state }) => state)).to.deep.equal(['on', 'discarded']);
      expect([screen.events.at(-1), screen.details.at(-1)?.flow]).to.deep.equal([
        'mfa-codes-abandoned',
        screen.server.account.codeSets.at(-1)?.id,
      ]);
    });

    it('stay while a host moves the element', async () => {
      const screen = await onCodes();
      const other = document.createElement('div');
      host.append(other);
      other.append(screen.element);
      await turn();
      expect(codesIn(screen)).to.deep.equal(newest(screen));
    });

    it('go when another tab makes a set', async () => {
      const screen = await onCodes();
      const other = placed({ server: screen.server, platform: screen.platform });
      await other.choose('make');
      await other.until('[data-part=codes]');
      await screen.until('[data-state=replaced]');
      expect(textOf(screen)).to.contain("These codes can't be turned on any more");
      expect(findCanary(screen.element.innerHTML)).to.deep.equal([]);
      expect(codesIn(other)).to.deep.equal(newest(other));
      expect(screen.details.at(-1)).to.include({ reason: 'replaced' });
    });
  });

  describe('on servers that differ', () => {
    const immediate = (backend: MfaBackend): MfaBackend => asServer(backend, BETTER_AUTH);

    it('are not made before it is accepted that the old ones stop at once', async () => {
      const screen = placed({ as: immediate });
      await screen.choose('make');
      await screen.choose('accept');
      await screen.until('[data-part=error]:not(:empty)');
      expect(textOf(screen)).to.contain('Your old codes stop working at once. Error: Tick the box first.');
      expect([document.activeElement, asked(screen, 'issueBackupCodes')]).to.deep.equal([box(screen), 0]);
    });

    it('take the password with the call where the server wants it so', async () => {
      const options = { account: { stepUp: { how: 'in-place', password: true } } } as const;
      const screen = placed({ options, as: immediate, privileged: false });
      await screen.choose('make');
      await screen.until('[data-action=accept]');
      box(screen).click();
      await screen.choose('accept');
      await screen.until('mfa-step-up input[type=password]');
      await screen.submit(screen.server.account.password);
      await screen.until('[data-part=codes]');
      expect(codesIn(screen)).to.deep.equal(newest(screen));
    });

    it('are shown again only where the policy lets it and the server can', async () => {
      const reveal = () => Promise.resolve([{ code: 'ck7q2m9x' }, { code: null, usedAt: 1_700_000_000_000 }]);
      const as = (backend: MfaBackend): MfaBackend => asServer(backend, KRATOS, reveal);
      const hidden = placed({ as });
      await hidden.until('[data-action=make]');
      expect(hidden.element.querySelector('[data-action=reveal]')).to.equal(null);
      hidden.element.remove();
      const screen = placed({ as, options: { policy: { reveal: true } } });
      await screen.choose('reveal');
      await screen.until('[data-part=codes]');
      expect(codesIn(screen)).to.deep.equal(['ck7q2m9x']);
      expect(textOf(screen)).to.match(/Used on \w+ \d+, 2023/);
      await screen.choose('back');
      await screen.until('[data-action=make]');
      expect(textOf(screen)).not.to.contain('ck7q2m9x');
      expect(screen.events).to.deep.equal(['mfa-codes-revealed']);
    });
  });

  describe('turned off', () => {
    it('warn first, and keep them by the first button', async () => {
      const screen = placed();
      await screen.choose('turn-off');
      await screen.until('[data-action=keep]');
      expect(textOf(screen)).to.contain('If you lose your second factor, you could be locked out.');
      await screen.choose('keep');
      await screen.until('[data-action=make]');
      expect(asked(screen, 'removeBackupCodes')).to.equal(0);
    });

    it('are off after a second click', async () => {
      const screen = placed();
      await screen.choose('turn-off');
      await screen.choose('remove');
      await screen.until('[data-action=make]');
      expect(textOf(screen)).to.contain('Your backup codes are off.');
      expect(textOf(screen)).to.contain('Not set up.');
      expect(screen.events).to.deep.equal(['mfa-codes-removed']);
    });

    it('say so where they are the last way', async () => {
      const screen = placed({ options: { account: { totp: false } } });
      await screen.choose('turn-off');
      await screen.choose('remove');
      await screen.until('[data-part=error]:not(:empty)');
      expect(textOf(screen)).to.contain('Error: This is your last way. Add another one first.');
    });
  });
});
