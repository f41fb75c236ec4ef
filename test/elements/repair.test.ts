import { expect } from '@open-wc/testing';
import { createRestBackend } from '../../src/backends/rest.js';
import type { RepairStart } from '../../src/controllers/repair-controller.js';
import '../../src/define.js';
import type { MfaEvent } from '../../src/elements/events.js';
import {
  createFakePlatform,
  createSimulatedServer,
  findCanary,
  type OperationId,
  type SimulatedServer,
  type SimulatedServerOptions,
} from '../../src/testing/index.js';
import { screenOf, type Screen } from '../../src/testing/states/index.js';

const EVENTS = [
  'mfa-repair-begun',
  'mfa-factor-added',
  'mfa-codes-shown',
  'mfa-codes-confirmed',
  'mfa-factor-removed',
  'mfa-repair-postponed',
  'mfa-repair-done',
  'mfa-other-kind',
  'mfa-back',
  'mfa-sign-in-needed',
  'mfa-done',
] as const;
const ADD = '[data-action=add]:not([aria-busy])';
const CODES = 'mfa-backup-codes [data-part=codes]';
const DONE = ':scope > [data-state=done] [data-part=title]';
const NEW_PERSON: SimulatedServerOptions = { account: { totp: false, backupCodes: false } };

interface Setting {
  readonly start?: RepairStart;
  readonly server?: SimulatedServerOptions;
  readonly arrange?: (server: SimulatedServer) => void;
  /** Stands before the session, where the challenge sent the person to set up a second factor. */
  readonly outside?: boolean;
}

/** The way back to safe, and a first second factor, on the simulated server. */
describe('repair', () => {
  const host = document.createElement('main');
  before(() => document.body.append(host));
  after(() => host.remove());
  afterEach(() => host.replaceChildren());

  function placed({ start, server: options = NEW_PERSON, arrange, outside = false }: Setting = {}) {
    const server = createSimulatedServer(options);
    if (outside) server.passFirstFactor();
    else server.signIn({ privileged: true });
    arrange?.(server);
    const platform = createFakePlatform({ passkeys: server.account.passkeys });
    const element = document.createElement('mfa-repair');
    const events: MfaEvent[] = [];
    for (const type of EVENTS) element.addEventListener(type, (event: Event) => events.push(event as MfaEvent));
    element.setAttribute('service', 'Fjord Bank');
    const backend = createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch });
    Object.assign(element, { backend, platform, start });
    host.append(element);
    return { events, ...screenOf(element, server, platform) };
  }

  type Placed = ReturnType<typeof placed>;

  const asked = ({ server }: Screen, operation: OperationId): number =>
    server.log.filter(({ operationId }) => operationId === operation).length;
  const typesOf = ({ events }: Placed): string[] => events.map(({ type }) => type);
  // Not `innerText`, which Firefox leaves empty for a page that it has not laid out yet.
  const textOf = ({ element }: Screen): string => (element.textContent ?? '').replaceAll(/\s+/g, ' ');
  const linesOf = ({ element }: Screen): string[] =>
    [...element.querySelectorAll(':scope > [data-state=done] li')].map(({ textContent }) => textContent.trim());

  async function addPasskey(screen: Screen, name = 'Laptop'): Promise<void> {
    await screen.choose('passkey');
    (await screen.until(ADD)).click();
    await screen.submit(name);
  }

  async function saveCodes(screen: Screen): Promise<void> {
    await screen.until(CODES);
    screen.element.querySelector<HTMLElement>('mfa-backup-codes [data-part=checkbox]')?.click();
    await screen.choose('finish');
  }

  async function connectApp(screen: Screen): Promise<void> {
    await screen.choose('totp');
    const key = await screen.until('mfa-totp-enrollment [data-part=key]');
    await screen.submit(screen.server.appCode(key.textContent.replaceAll(' ', '')));
  }

  describe('alone on a page, after a sign-up', () => {
    it('ends in codes, and says what is true under the name that the person gave', async () => {
      const screen = placed();
      await addPasskey(screen, 'My old laptop');
      await saveCodes(screen);
      await screen.until(DONE);
      expect(linesOf(screen).slice(0, 2)).to.deep.equal([
        'New second factor: My old laptop',
        '10 backup codes are on; old codes no longer work',
      ]);
    });

    it('tells each step once, in order, with nothing typed and nothing secret in it', async () => {
      const screen = placed();
      await addPasskey(screen, 'typed-by-hand');
      await saveCodes(screen);
      await screen.until(DONE);
      await screen.choose('done');
      await screen.until('[data-state=left]');
      expect(typesOf(screen)).to.deep.equal([
        'mfa-factor-added',
        'mfa-codes-shown',
        'mfa-codes-confirmed',
        'mfa-repair-done',
        'mfa-done',
      ]);
      const told = JSON.stringify(screen.events.map(({ detail }) => detail as unknown));
      expect([told.includes('typed-by-hand'), findCanary(told)]).to.deep.equal([false, []]);
    });

    it('connects an app, and its codes follow', async () => {
      const screen = placed();
      await connectApp(screen);
      await saveCodes(screen);
      await screen.until(DONE);
      expect(screen.server.account.factors.map(({ kind }) => kind)).to.deep.equal(['totp']);
    });

    it('can be put off nowhere', async () => {
      const screen = placed();
      await addPasskey(screen);
      await screen.until(CODES);
      expect(screen.element.querySelectorAll('[data-action=later], [data-action=not-now]')).to.have.length(0);
    });

    it('makes no codes before a second factor is there', async () => {
      const screen = placed();
      await screen.choose('totp');
      await screen.until('mfa-totp-enrollment [data-part=key]');
      expect([asked(screen, 'issueBackupCodes'), asked(screen, 'startTotp')]).to.deep.equal([0, 1]);
    });

    it('goes from one kind to another and back without adding any', async () => {
      const screen = placed();
      await screen.choose('passkey');
      await screen.choose('other-kind');
      await screen.until('mfa-totp-enrollment [data-part=key]');
      await screen.choose('cancel');
      await screen.until('[data-state=choosing]');
      expect([typesOf(screen), screen.server.account.factors]).to.deep.equal([[], []]);
    });

    it('leads through no codes where the server has none', async () => {
      const screen = placed({ server: { ...NEW_PERSON, policy: { backupCodes: false } } });
      await addPasskey(screen);
      await screen.until(DONE);
      expect([asked(screen, 'issueBackupCodes'), linesOf(screen)[0]]).to.deep.equal([0, 'New second factor: Laptop']);
    });

    it('sends to sign-in where the session has ended meanwhile', async () => {
      const screen = placed();
      await screen.choose('passkey');
      await screen.until(ADD);
      screen.server.signOut();
      await screen.choose('add');
      await screen.choose('sign-in');
      expect(typesOf(screen).at(-1)).to.equal('mfa-sign-in-needed');
    });
  });

  describe('where an account needs two methods', () => {
    const two = { ...NEW_PERSON, policy: { minFactors: 2 } };

    it('says so, and how many are done', async () => {
      const screen = placed({ server: two });
      await screen.until('[data-action=passkey]');
      expect(textOf(screen)).to.contain('Set up two ways to sign in. If you lose one, you can still use the other.');
      expect(textOf(screen)).to.contain('0 of 2 done');
      await addPasskey(screen);
      await screen.until('[data-state=choosing] [data-action=totp]');
      expect(textOf(screen)).to.contain('1 of 2 done');
    });

    it('ends only with both, and then codes', async () => {
      const screen = placed({ server: two });
      await addPasskey(screen);
      await connectApp(screen);
      await saveCodes(screen);
      await screen.until(DONE);
      expect(linesOf(screen).slice(0, 2)).to.deep.equal([
        'New second factor: Laptop',
        'New second factor: An app on a phone',
      ]);
    });

    it('ends with one and codes, where these count', async () => {
      const screen = placed({ server: { ...NEW_PERSON, policy: { minFactors: 2, codesCount: true } } });
      await addPasskey(screen);
      await screen.until(CODES);
      expect(textOf(screen)).to.contain('1 of 2 done');
      await saveCodes(screen);
      await screen.until(DONE);
    });
  });

  describe('before a session', () => {
    const sent = (policy: SimulatedServerOptions['policy']): Setting => ({
      outside: true,
      server: { account: { totp: false, backupCodes: false, enroll: { because: 'policy' } }, policy },
    });

    it('connects the first app, is in by it, and makes codes', async () => {
      const screen = placed(sent({}));
      await screen.until('[data-action=totp]');
      expect(screen.server.signedIn).to.equal(false);
      await connectApp(screen);
      await saveCodes(screen);
      await screen.until(DONE);
      expect(screen.server.signedIn).to.equal(true);
    });

    it('names the first of two before the second lets the person in', async () => {
      const screen = placed(sent({ minFactors: 2 }));
      await addPasskey(screen, 'My laptop');
      await connectApp(screen);
      await saveCodes(screen);
      await screen.until(DONE);
      expect(linesOf(screen)[0]).to.equal('New second factor: My laptop');
    });

    it('counts what an enrollment that was left has set up', async () => {
      const setting = sent({ minFactors: 2 });
      const first = placed(setting);
      await addPasskey(first);
      await first.until('[data-state=choosing] [data-action=totp]');
      first.element.remove();
      const again = document.createElement('mfa-repair');
      const backend = createRestBackend({ baseUrl: first.server.baseUrl, fetch: first.server.fetch });
      Object.assign(again, { backend, platform: first.platform });
      host.append(again);
      const screen = screenOf(again, first.server, first.platform);
      await screen.until('[data-action=totp]');
      expect(textOf(screen)).to.contain('1 of 2 done');
    });
  });

  describe('after a backup code', () => {
    const start: RepairStart = { because: 'code', todo: [], codesLeft: 5, mayPostpone: true };

    it('says where the person was told of it', async () => {
      const notified = ['a•••@example.com', 'o•••@example.com'];
      const screen = placed({ start: { ...start, notified }, server: {} });
      await screen.until('[data-state=in]');
      expect(textOf(screen)).to.contain('We told you about this at a•••@example.com and o•••@example.com.');
    });

    it('turns off nothing of who only has the phone at home', async () => {
      const screen = placed({ start, server: {} });
      await screen.choose('only-away');
      await screen.until('[data-state=left]');
      expect([asked(screen, 'removeFactor'), typesOf(screen)]).to.deep.equal([0, ['mfa-done']]);
    });

    it('shows no empty list where nothing was changed', async () => {
      const screen = placed({ start, server: {} });
      await screen.choose('only-away');
      await screen.until('[data-state=left]');
      expect(screen.element.querySelectorAll('ul')).to.have.length(0);
    });

    it('puts focus on each step’s heading', async () => {
      const screen = placed({ start, server: {} });
      await screen.choose('set-up');
      const title = await screen.until('[data-state=choosing] [data-part=title]');
      // Compared here: an assertion would print the whole page.
      expect(document.activeElement === title).to.equal(true);
    });
  });
});
