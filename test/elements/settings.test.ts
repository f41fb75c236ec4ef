import { expect } from '@open-wc/testing';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import type { MfaEvent } from '../../src/elements/events.js';
import {
  createFakePlatform,
  createSimulatedServer,
  type OperationId,
  type SimulatedServer,
  type SimulatedServerOptions,
} from '../../src/testing/index.js';
import { screenOf, type Screen } from '../../src/testing/states/index.js';

const EVENTS = [
  'mfa-factor-added',
  'mfa-factor-renamed',
  'mfa-factor-removed',
  'mfa-others-ended',
  'mfa-codes-shown',
  'mfa-codes-confirmed',
  'mfa-step-up-needed',
  'mfa-step-up-passed',
  'mfa-sign-in-needed',
  'mfa-back',
  'mfa-done',
] as const;
const KEYS = [
  { kind: 'passkey', name: 'Laptop' },
  { kind: 'security-key', name: 'Blue key' },
] as const;
const TWO: SimulatedServerOptions = { account: { passkeys: KEYS } };
const CARD = '[data-part=card][data-variant=totp]';
const AWAY = 'mfa-step-up [data-action=sign-in]';
const KEEP = '[data-action=keep]';

/** The account page on the simulated server. */
describe('the account page', () => {
  const host = document.createElement('main');
  before(() => document.body.append(host));
  after(() => host.remove());
  afterEach(() => {
    host.replaceChildren();
    sessionStorage.clear();
  });

  function placed(options: SimulatedServerOptions = TWO, fresh = true) {
    const server = createSimulatedServer(options);
    server.signIn({ privileged: fresh });
    return shown(server, createFakePlatform({ passkeys: server.account.passkeys }));
  }

  /** An element on a server that is there already. */
  function shown(
    server: SimulatedServer,
    platform = createFakePlatform(),
    attributes: Readonly<Record<string, string>> = {},
  ) {
    const element = document.createElement('mfa-settings');
    const events: MfaEvent[] = [];
    for (const type of EVENTS) element.addEventListener(type, (event: Event) => events.push(event as MfaEvent));
    const all = { service: 'Fjord Bank', 'sign-in-url': '#sign-in', ...attributes };
    for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
    const backend = createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch });
    Object.assign(element, { backend, platform });
    host.append(element);
    return { events, ...screenOf(element, server, platform) };
  }

  type Placed = ReturnType<typeof placed>;

  const asked = ({ server }: Screen, operation: OperationId): number =>
    server.log.filter(({ operationId }) => operationId === operation).length;
  const typesOf = ({ events }: Placed): string[] => events.map(({ type }) => type);
  const textOf = ({ element }: Screen): string => (element.textContent ?? '').replaceAll(/\s+/g, ' ');
  /** The link on the card of this name. */
  const follow = async ({ until }: Screen, label: string): Promise<void> =>
    (await until(`[aria-label="${label}"]`)).click();
  const focused = (): string => (document.activeElement?.textContent ?? '').trim();

  async function remove(screen: Screen, name: string): Promise<void> {
    await follow(screen, `Remove ${name}`);
    await screen.until(KEEP);
    await screen.choose('remove');
  }

  it('takes nobody’s focus when it comes', async () => {
    const field = document.createElement('input');
    host.append(field);
    field.focus();
    const screen = placed();
    await screen.until(CARD);
    expect(document.activeElement === field).to.equal(true);
  });

  it('puts focus on the heading of each screen, and on the field that is wrong', async () => {
    const screen = placed();
    await follow(screen, 'Rename Blue key');
    await screen.until('[data-part=input]');
    const there = focused();
    await screen.submit(' ');
    await screen.until('[aria-invalid]');
    const wrong = document.activeElement?.matches('[aria-invalid]');
    await screen.choose('cancel');
    await screen.until(CARD);
    expect([there, wrong, focused()]).to.deep.equal(['Rename Blue key', true, "Ways to confirm it's you"]);
  });

  it('tells what was done once each, with no name in it', async () => {
    const screen = placed();
    await follow(screen, 'Rename Blue key');
    await screen.submit('typed-by-hand');
    await remove(screen, 'typed-by-hand');
    await screen.until(CARD);
    await screen.choose('elsewhere');
    await screen.until('[data-state=overview] [data-action=elsewhere]');
    await screen.until('[data-part=status]:not(:empty)');
    expect(typesOf(screen)).to.deep.equal(['mfa-factor-renamed', 'mfa-factor-removed', 'mfa-others-ended']);
    expect(JSON.stringify(screen.events.map(({ detail }) => detail as unknown))).not.to.contain('typed-by-hand');
  });

  it('suggests new codes after what the page says happened, until that is put off', async () => {
    const server = createSimulatedServer(TWO);
    server.signIn({ privileged: true });
    const screen = shown(server, undefined, { occasion: 'recovery' });
    const suggestion = (await screen.until('[data-part=banner]')).textContent.replaceAll(/\s+/g, ' ').trim();
    await screen.choose('later');
    await screen.until('[data-part=screen]:not(:has([data-part=banner]))');
    expect(suggestion).to.contain('You just used a way back in.');
  });

  it('sends a removal once, however often its button is pressed', async () => {
    const screen = placed();
    await follow(screen, 'Remove Blue key');
    const button = await screen.until('[data-action=remove]:not([aria-label])');
    for (let times = 0; times < 3; times += 1) button.click();
    await screen.until(CARD);
    expect([asked(screen, 'removeFactor'), screen.server.account.factors.length]).to.deep.equal([1, 2]);
  });

  it('keeps its question when the host moves it', async () => {
    const screen = placed();
    await follow(screen, 'Remove Blue key');
    await screen.until(KEEP);
    const section = document.createElement('section');
    host.append(section);
    section.append(screen.element);
    await Promise.resolve();
    expect([textOf(screen).includes('Remove Blue key?'), asked(screen, 'listFactors')]).to.deep.equal([true, 1]);
  });

  describe('after a removal', () => {
    it('tells the browser which passkeys the account still takes', async () => {
      const screen = placed();
      const [laptop] = screen.server.account.passkeys;
      await remove(screen, 'Blue key');
      await screen.until(CARD);
      expect(screen.platform.accepted.map(({ passkeys }) => passkeys)).to.deep.equal([[laptop?.id]]);
    });

    it('tells it nothing where none is left: that would hide them all', async () => {
      const screen = placed({ account: { passkeys: [KEYS[0]] } });
      await remove(screen, 'Laptop');
      await screen.until(CARD);
      expect([screen.server.account.passkeys, screen.platform.accepted]).to.deep.equal([[], []]);
    });

    it('tells it nothing where the removal was refused', async () => {
      const screen = placed();
      screen.server.faults.next('removeFactor', { kind: 'offline' });
      await remove(screen, 'Blue key');
      await screen.until('[data-part=error]:not(:empty), [role=alert]:not(:empty)');
      expect(screen.platform.accepted).to.deep.equal([]);
    });
  });

  describe('a proof on another page', () => {
    const ELSEWHERE: SimulatedServerOptions = {
      account: { passkeys: KEYS, stepUp: { how: 'redirect', url: 'https://id.example/prove' } },
    };

    /** Follows the link to the proof, which leads nowhere in a test; then the page is there anew. */
    async function thereAndBack(screen: Placed): Promise<Placed> {
      const link = await screen.until(AWAY);
      link.addEventListener('click', (event) => event.preventDefault());
      link.click();
      screen.element.remove();
      screen.server.signIn({ privileged: true });
      return shown(screen.server, screen.platform);
    }

    it('leads back to the removal, which waits for another click', async () => {
      const before = placed(ELSEWHERE, false);
      await remove(before, 'Blue key');
      const screen = await thereAndBack(before);
      await screen.until(KEEP);
      const sent = asked(screen, 'removeFactor');
      await screen.choose('remove');
      await screen.until(CARD);
      expect([sent, asked(screen, 'removeFactor'), textOf(screen).includes('Blue key no longer works.')]).to.deep.equal(
        [1, 2, true],
      );
    });

    it('leads back to the app that was to be added, with nothing begun', async () => {
      const before = placed(ELSEWHERE, false);
      await before.choose('add-totp');
      await before.choose('start');
      const screen = await thereAndBack(before);
      await screen.until('mfa-totp-enrollment [data-action=start]');
      expect(asked(screen, 'startTotp')).to.equal(asked(before, 'startTotp'));
    });

    it('leads back once', async () => {
      const before = placed(ELSEWHERE, false);
      await remove(before, 'Blue key');
      const back = await thereAndBack(before);
      await back.until(KEEP);
      back.element.remove();
      const later = shown(back.server, back.platform);
      await later.until(CARD);
      expect(textOf(later)).not.to.contain('Remove Blue key?');
    });

    it('leads back to the page itself where the browser keeps nothing', async () => {
      const own = Object.getOwnPropertyDescriptor(window, 'sessionStorage');
      Object.defineProperty(window, 'sessionStorage', {
        configurable: true,
        get: () => {
          throw new DOMException('Forbidden', 'SecurityError');
        },
      });
      try {
        const before = placed(ELSEWHERE, false);
        await remove(before, 'Blue key');
        const screen = await thereAndBack(before);
        await screen.until(CARD);
      } finally {
        if (own) Object.defineProperty(window, 'sessionStorage', own);
      }
    });

    it('is no way back for somebody else, who has no such key', async () => {
      const before = placed(ELSEWHERE, false);
      await remove(before, 'Blue key');
      (await before.until(AWAY)).addEventListener('click', (event) => event.preventDefault());
      await before.choose('sign-in');
      before.element.remove();
      const other = placed({});
      await other.until(CARD);
      expect(textOf(other)).to.contain("Ways to confirm it's you");
    });
  });
});
