import { expect } from '@open-wc/testing';
import jsQR from 'jsqr';
import { BETTER_AUTH, KRATOS } from '../../src/backends/capabilities.js';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import type { MfaEvent } from '../../src/elements/events.js';
import type { MfaBackend } from '../../src/ports/backend.js';
import {
  asServer,
  createFakePlatform,
  createSimulatedServer,
  findCanary,
  type OperationId,
  type SimulatedServerOptions,
} from '../../src/testing/index.js';
import { screenOf, type Screen } from '../../src/testing/states/index.js';

const MINUTE = 60_000;
const PICTURE = '[data-part=qr-image]';
const EVENTS = ['mfa-factor-added', 'mfa-back', 'mfa-codes-shown', 'mfa-step-up-needed', 'mfa-done'] as const;

interface Setting {
  readonly options?: SimulatedServerOptions;
  readonly privileged?: boolean;
  readonly touch?: boolean;
  readonly properties?: object;
  readonly as?: (backend: MfaBackend) => MfaBackend;
}

/** An authenticator app on an account page, on the simulated server. */
describe('connecting an app', () => {
  const host = document.createElement('main');
  const clock = Date.now;
  before(() => document.body.append(host));
  after(() => host.remove());
  afterEach(() => {
    host.replaceChildren();
    Date.now = clock;
    Reflect.deleteProperty(document, 'hidden');
  });

  function placed({ options, privileged = true, touch = false, properties = {}, as = (one) => one }: Setting = {}) {
    const server = createSimulatedServer(options);
    server.signIn({ privileged });
    const platform = createFakePlatform({ touch });
    const element = document.createElement('mfa-totp-enrollment');
    const events: MfaEvent[] = [];
    for (const type of EVENTS) element.addEventListener(type, (event: Event) => events.push(event as MfaEvent));
    element.setAttribute('service', 'Fjord Bank');
    const setups: { id: string; uri: string; key: string }[] = [];
    const backend = as(createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch }));
    const { totp } = backend;
    const watched = totp && {
      ...backend,
      totp: {
        ...totp,
        async start(...args: Parameters<typeof totp.start>) {
          const setup = await totp.start(...args);
          setups.push(setup);
          return setup;
        },
      },
    };
    Object.assign(element, { backend: watched, platform, ...properties });
    host.append(element);
    return { events, setups, ...screenOf(element, server, platform), element };
  }
  type Placed = ReturnType<typeof placed>;

  async function onPicture(setting?: Setting): Promise<Placed> {
    const screen = placed(setting);
    await screen.choose('start');
    await screen.until(PICTURE);
    return screen;
  }

  const asked = ({ server }: Screen, operation: OperationId): number =>
    server.log.filter(({ operationId }) => operationId === operation).length;
  const textOf = (element: Element | null): string => element?.textContent.replaceAll(/\s+/g, ' ').trim() ?? '';
  const newest = ({ setups }: Placed) => setups.at(-1) ?? { id: '', uri: '', key: '' };
  const verify = (screen: Placed): Promise<void> => screen.submit(screen.server.appCode(newest(screen).key));
  const turn = (): Promise<void> => new Promise((done) => setTimeout(done));
  /** Waits until the server was asked. */
  async function whenAsked(screen: Screen, operation: OperationId): Promise<void> {
    for (let turns = 0; asked(screen, operation) === 0 && turns < 100; turns += 1) await turn();
  }
  function hide(isHidden: boolean): void {
    Object.defineProperty(document, 'hidden', { configurable: true, value: isHidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }
  const page = (type: 'pagehide' | 'pageshow') => dispatchEvent(new PageTransitionEvent(type, { persisted: true }));

  /** What a scanner reads in a drawing. */
  async function scan(svg: SVGSVGElement): Promise<string | undefined> {
    const copy = svg.cloneNode(true) as SVGSVGElement;
    const [width, height] = ['width', 'height'].map((name) => Number(svg.getAttribute(name)));
    const image = new Image();
    const text = new XMLSerializer().serializeToString(copy);
    image.src = `data:image/svg+xml,${encodeURIComponent(text)}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width ?? 0, height ?? 0];
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return jsQR(data, canvas.width, canvas.height)?.data;
  }

  it('is begun by a click, and not by showing the page, moving the element, or coming back', async () => {
    const screen = placed();
    await screen.until('[data-action=start]');
    screen.element.remove();
    await turn();
    host.append(screen.element);
    await screen.until('[data-action=start]');
    page('pagehide');
    page('pageshow');
    await screen.until('[data-action=start]');
    expect([asked(screen, 'startTotp'), asked(screen, 'listFactors') > 1]).to.deep.equal([0, true]);
    await screen.choose('start');
    await screen.until(PICTURE);
    expect(asked(screen, 'startTotp')).to.equal(1);
  });

  it('is begun once by the click that brought the screen', async () => {
    const screen = placed({ properties: { chosen: true } });
    await screen.until(PICTURE);
    page('pagehide');
    page('pageshow');
    await screen.until('[data-action=start]');
    expect(asked(screen, 'startTotp')).to.equal(1);
  });

  for (const [name, can, words] of [
    ['gap', KRATOS, 'Between the two, only your backup codes work.'],
    ['all-off', BETTER_AUTH, 'This turns your second factor and all backup codes off until you finish.'],
  ] as const) {
    it(`is accepted first where there is a ${name} in between, whoever brought the screen`, async () => {
      const screen = placed({ properties: { chosen: true }, as: (backend) => asServer(backend, can) });
      const button = await screen.until('[data-action=start]');
      expect(textOf(screen.element)).to.contain(words);
      expect([textOf(button), asked(screen, 'startTotp')]).to.deep.equal(['I understand, go on', 0]);
    });
  }

  it('shows a picture of the server’s address, exactly', async () => {
    const screen = await onPicture();
    const picture = screen.element.querySelector<SVGSVGElement>(PICTURE)!;
    expect(await scan(picture)).to.equal(newest(screen).uri);
    expect(picture.getBoundingClientRect().width).to.be.at.least(200);
    const [first] = picture.getAttribute('viewBox')!.split(' ').slice(2).map(Number);
    expect(picture.querySelector('path')!.getBBox().x).to.equal(4);
    expect(picture.querySelector('path')!.getBBox().width).to.equal(first! - 8);
  });

  it('says what the picture is for, and nothing of the key', async () => {
    const { element } = await onPicture();
    const name = element.querySelector(PICTURE)?.getAttribute('aria-label') ?? '';
    expect(name).to.contain('use the key');
    expect([findCanary(name), findCanary(element.textContent).length > 0]).to.deep.equal([[], true]);
  });

  it('shows the key in groups of four, and copies it without blanks', async () => {
    const screen = await onPicture();
    const { key } = newest(screen);
    expect(textOf(screen.element.querySelector('[data-part=key]'))).to.equal(key.match(/.{1,4}/g)!.join(' '));
    await screen.choose('copy');
    await screen.until('[data-part=status]:not(:empty)');
    expect(screen.platform.clipboard).to.equal(key);
    expect(textOf(screen.element)).to.contain('Type: time-based, 6 digits, 30 seconds');
  });

  it('puts the picture first on a computer, and the key behind “Can’t scan it?”', async () => {
    const { element } = await onPicture();
    expect(element.querySelector('details [data-part=key]')).to.exist;
    expect(element.querySelector('details [data-part=qr]')).not.to.exist;
    expect(element.querySelector('[data-action=open-app]')).not.to.exist;
  });

  it('opens the app of a phone by a click, with no link that holds the address', async () => {
    const screen = await onPicture({ touch: true });
    expect(screen.element.querySelector('details [data-part=qr]')).to.exist;
    expect(screen.element.querySelector('details [data-part=key]')).not.to.exist;
    expect([...document.querySelectorAll('a[href^=otpauth]')]).to.deep.equal([]);
    expect(screen.platform.opened).to.deep.equal([]);
    await screen.choose('open-app');
    expect(screen.platform.opened).to.deep.equal([newest(screen).uri]);
  });

  it('draws nothing of an address that apps would read in different ways, and tells the developer why', async () => {
    const logged: unknown[] = [];
    const { error } = console;
    console.error = (...said: unknown[]) => void logged.push(...said);
    const screen = placed({
      as: (backend) => ({
        ...backend,
        totp: {
          ...backend.totp!,
          start: async (...args) => {
            const setup = await backend.totp!.start(...args);
            return { ...setup, uri: `${setup.uri}&secret=${setup.key}` };
          },
        },
      }),
    });
    await screen.choose('start');
    await screen.until('[data-part=error]:not(:empty)');
    console.error = error;
    await whenAsked(screen, 'abandonTotp');
    expect(screen.element.querySelector(PICTURE)).not.to.exist;
    expect(String(logged[0])).to.contain("can't be shown: repeated");
    expect([findCanary(logged.join(' ')), asked(screen, 'abandonTotp')]).to.deep.equal([[], 1]);
  });

  it('sends one code, in any digits and spelling, and tells that the app was added', async () => {
    const screen = await onPicture();
    const code = screen.server.appCode(newest(screen).key);
    const arabic = [...code].map((digit) => String.fromCodePoint(0x660 + Number(digit))).join('');
    await screen.submit(` ${arabic.slice(0, 3)}-${arabic.slice(3)} `);
    await screen.until('[data-action=done]');
    expect(asked(screen, 'verifyTotp')).to.equal(1);
    const added = screen.events.filter(({ type }) => type === 'mfa-factor-added').map(({ detail }) => detail);
    expect(added).to.have.length(1);
    expect(added[0]).to.include({ kind: 'totp', flow: newest(screen).id });
    expect(findCanary(JSON.stringify(added))).to.deep.equal([]);
    expect(screen.server.account.appKey).to.equal(newest(screen).key);
  });

  it('hints at the clock with the second wrong code, and keeps the picture', async () => {
    const screen = await onPicture();
    await screen.submit('123456');
    await screen.until('[data-part=error]:not(:empty)');
    expect(textOf(screen.element)).not.to.contain('sets its time by itself');
    await screen.submit('234567');
    await screen.until('[data-state=verifying]');
    await screen.until('[data-state=connecting]');
    expect(textOf(screen.element)).to.contain('Check that your phone sets its time by itself.');
    expect(screen.element.querySelector(PICTURE)).to.exist;
    expect(document.activeElement).to.equal(screen.element.querySelector('[data-part=input]'));
  });

  it('asks no server about what can’t be a code', async () => {
    const screen = await onPicture();
    await screen.submit('12 34');
    await screen.until('[data-part=error]:not(:empty)');
    expect([textOf(screen.element).includes("doesn't look complete"), asked(screen, 'verifyTotp')]).to.deep.equal([
      true,
      0,
    ]);
  });

  it('says that it does not know after a lost answer, and finds out by reading', async () => {
    const screen = await onPicture();
    screen.server.faults.next('verifyTotp', { kind: 'lost', committed: true });
    await verify(screen);
    await screen.choose('retry');
    await screen.until('[data-action=done]');
    expect(asked(screen, 'verifyTotp')).to.equal(1);
  });

  it('asks for the code again where it never arrived', async () => {
    const screen = await onPicture();
    screen.server.faults.next('verifyTotp', { kind: 'lost', committed: false });
    await verify(screen);
    await screen.choose('retry');
    await screen.until(PICTURE);
    expect(textOf(screen.element)).to.contain('Your app is not connected yet.');
    await verify(screen);
    await screen.until('[data-action=done]');
  });

  it('waits for a new click after a proof', async () => {
    const screen = placed({ privileged: false });
    await screen.choose('start');
    await screen.until('mfa-step-up [data-part=input]');
    await screen.submit(screen.server.appCode());
    await screen.until('[data-part=status]:not(:empty)');
    expect(textOf(screen.element)).to.contain('Thank you. Now choose “Set up the app” again.');
    expect(asked(screen, 'startTotp')).to.equal(0);
    await screen.choose('start');
    await screen.until(PICTURE);
  });

  it('drops the set-up that is cancelled, and the old app works', async () => {
    const screen = await onPicture();
    const old = screen.server.account.appKey;
    await screen.choose('cancel');
    await screen.until('[data-action=start]');
    await whenAsked(screen, 'abandonTotp');
    expect([asked(screen, 'abandonTotp'), screen.server.account.appKey]).to.deep.equal([1, old]);
    expect(screen.events.map(({ type }) => type)).to.deep.equal(['mfa-back']);
  });

  for (const [name, act] of [
    ['verified', async (screen: Placed) => (await verify(screen), screen.until('[data-action=done]'))],
    ['cancelled', (screen: Placed) => screen.choose('cancel')],
    [
      'replaced by another',
      async (screen: Placed) => {
        await createRestBackend({ baseUrl: screen.server.baseUrl, fetch: screen.server.fetch }).totp?.start(
          { replace: true, lost: false },
          { signal: new AbortController().signal },
        );
        await verify(screen);
        await screen.until('[data-state=over]');
      },
    ],
    ['in a page that is left', () => Promise.resolve(page('pagehide'))],
    ['in an element that is gone', async ({ element }: Placed) => (element.remove(), turn())],
    [
      'out of sight for ten minutes',
      () => {
        hide(true);
        Date.now = () => clock() + 10 * MINUTE;
        hide(false);
        return Promise.resolve();
      },
    ],
  ] as const) {
    it(`takes picture and key out of the page once the set-up is ${name}`, async () => {
      const screen = await onPicture();
      const nodes = [...screen.element.querySelectorAll('[data-part=qr], [data-part=key]')];
      expect(nodes.every((node) => node.firstChild !== null)).to.equal(true);
      await act(screen);
      // They are emptied where they stood, before their screen goes.
      expect(nodes.map((node) => node.innerHTML)).to.deep.equal(['', '']);
      expect(findCanary(screen.element.textContent)).to.deep.equal([]);
    });
  }

  it('stays while the page is away for less', async () => {
    const screen = await onPicture();
    hide(true);
    Date.now = () => clock() + 9 * MINUTE;
    hide(false);
    expect(screen.element.querySelector(PICTURE)).to.exist;
  });

  it('takes the code of an app that was there before picture and key went, and makes a new key by a click', async () => {
    const screen = await onPicture();
    hide(true);
    Date.now = () => clock() + 10 * MINUTE;
    hide(false);
    await screen.until('[data-state=typing]');
    expect(asked(screen, 'startTotp')).to.equal(1);
    await screen.choose('start');
    await screen.until(PICTURE);
    const [first, second] = screen.setups;
    expect(second?.key).not.to.equal(first?.key);
    await verify(screen);
    await screen.until('[data-action=done]');
  });
});
