import { expect, nextFrame } from '@open-wc/testing';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import { codeOfMessage } from '../../src/platform/text-message.js';
import { createFakePlatform, createSimulatedServer } from '../../src/testing/index.js';
import { screenOf, type Screen } from '../../src/testing/states/index.js';

const BY_TEXT = { channel: 'sms', to: '••• 42' } as const;
const BY_EMAIL = { channel: 'email', to: 'a•••@example.com' } as const;
const FIELD = 'input[data-part=input]';
const PROOFS = ['attempt', 'proveStepUp'];

/** A browser that hands over the code of a text message (WebOTP). */
describe('a code by text', () => {
  const host = document.createElement('main');
  before(() => document.body.append(host));
  after(() => host.remove());
  afterEach(() => host.replaceChildren());

  /** An element that has sent a code. */
  async function sent(tag: 'mfa-challenge' | 'mfa-sign-in' | 'mfa-step-up', by: typeof BY_TEXT | typeof BY_EMAIL) {
    const server = createSimulatedServer({ account: { totp: false, passkeys: 1, delivered: [by] } });
    if (tag === 'mfa-step-up') server.signIn({ privileged: false });
    else server.passFirstFactor();
    const platform = createFakePlatform({ passkeys: server.account.passkeys });
    const element = document.createElement(tag);
    const backend = createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch });
    Object.assign(element, { backend, platform, service: 'Fjord Bank' });
    host.append(element);
    const screen = screenOf(element, server, platform);
    await screen.choose('way-delivered-code');
    await screen.choose('send');
    await screen.until(FIELD);
    return { ...screen, platform };
  }

  const field = ({ element }: Screen): HTMLInputElement | null => element.querySelector(FIELD);
  const proofs = ({ server }: Screen): number =>
    server.log.filter(({ operationId }) => PROOFS.includes(operationId ?? '')).length;

  for (const tag of ['mfa-challenge', 'mfa-sign-in', 'mfa-step-up'] as const) {
    it(`stands in the field of ${tag} once it has come, and is not sent by that`, async () => {
      const screen = await sent(tag, BY_TEXT);
      screen.platform.receiveMessage('314159');
      await nextFrame();
      expect([field(screen)?.value, proofs(screen)]).to.deep.equal(['314159', 0]);
    });
  }

  it('replaces nothing that was typed', async () => {
    const screen = await sent('mfa-challenge', BY_TEXT);
    field(screen)!.value = '27';
    screen.platform.receiveMessage('314159');
    await nextFrame();
    expect([field(screen)?.value, screen.platform.awaitingMessage]).to.deep.equal(['27', 0]);
  });

  it('is waited for no longer once another way was chosen', async () => {
    const screen = await sent('mfa-challenge', BY_TEXT);
    const before = screen.platform.awaitingMessage;
    await screen.choose('choose');
    expect([before, screen.platform.awaitingMessage]).to.deep.equal([1, 0]);
  });

  it('is waited for no longer once the element is gone', async () => {
    const screen = await sent('mfa-sign-in', BY_TEXT);
    const before = screen.platform.awaitingMessage;
    screen.element.remove();
    await nextFrame();
    expect([before, screen.platform.awaitingMessage]).to.deep.equal([1, 0]);
  });

  it('is waited for anew once another was sent', async () => {
    const screen = await sent('mfa-challenge', BY_TEXT);
    screen.platform.receiveMessage('314159');
    await nextFrame();
    screen.server.clock.advance(120_000);
    const between = screen.platform.awaitingMessage;
    await screen.choose('send');
    await screen.until('[data-part=status]:not(:empty)');
    expect([between, screen.platform.awaitingMessage]).to.deep.equal([0, 1]);
  });

  it('is not waited for where it comes by e-mail', async () => {
    const screen = await sent('mfa-challenge', BY_EMAIL);
    expect(screen.platform.awaitingMessage).to.equal(0);
  });
});

describe('the browser’s part of it', () => {
  const own = Object.getOwnPropertyDescriptor(navigator, 'credentials');
  const asked: unknown[] = [];

  function browser(answer: () => Promise<unknown>, known = true): void {
    asked.length = 0;
    if (known) Object.assign(globalThis, { OTPCredential: class {} });
    const get = (options: unknown) => {
      asked.push(options);
      return answer();
    };
    Object.defineProperty(navigator, 'credentials', { configurable: true, value: { get } });
  }
  const before = Object.getOwnPropertyDescriptor(globalThis, 'OTPCredential');
  beforeEach(() => Reflect.deleteProperty(globalThis, 'OTPCredential'));
  after(() => {
    if (own) Object.defineProperty(navigator, 'credentials', own);
    else Reflect.deleteProperty(navigator, 'credentials');
    Reflect.deleteProperty(globalThis, 'OTPCredential');
    if (before) Object.defineProperty(globalThis, 'OTPCredential', before);
  });

  it('asks for text messages alone', async () => {
    browser(() => Promise.resolve({ code: '314159' }));
    const { signal } = new AbortController();
    expect(await codeOfMessage(signal)).to.equal('314159');
    expect(asked).to.deep.equal([{ otp: { transport: ['sms'] }, signal }]);
  });

  it('is none where the person declines', async () => {
    browser(() => Promise.reject(new DOMException('', 'AbortError')));
    expect(await codeOfMessage(new AbortController().signal)).to.equal(null);
  });

  it('is none where the browser does not know it, and nothing is asked', async () => {
    browser(() => Promise.resolve({ code: '314159' }), false);
    expect(await codeOfMessage(new AbortController().signal)).to.equal(null);
    expect(asked).to.deep.equal([]);
  });
});
