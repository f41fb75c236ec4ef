import { expect } from '@open-wc/testing';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import { createSimulatedServer } from '../../src/testing/index.js';
import { screenOf } from '../../src/testing/states/index.js';

/** What a page brings along, and what happens around it. */
describe('a challenge in its page', () => {
  const host = document.createElement('main');
  before(() => document.body.append(host));
  after(() => host.remove());
  afterEach(() => {
    host.replaceChildren();
    history.replaceState(null, '');
  });

  function shown(
    tag: 'mfa-challenge' | 'mfa-sign-in',
    { inner = '', given }: { inner?: string; given?: unknown } = {},
  ) {
    const server = createSimulatedServer();
    server.passFirstFactor();
    const element = document.createElement(tag);
    const backend = createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch });
    if (inner) {
      const script = document.createElement('script');
      script.type = 'application/json';
      script.textContent = inner;
      element.append(script);
    }
    Object.assign(element, { backend, challenge: given });
    return screenOf(element, server);
  }

  async function entryOf(server: ReturnType<typeof createSimulatedServer>): Promise<unknown> {
    const answer = await server.fetch(`${server.baseUrl}/challenge`, { headers: { 'x-mfa': '1' } });
    return answer.json();
  }

  const asked = ({ log }: ReturnType<typeof createSimulatedServer>): number =>
    log.filter(({ operationId }) => operationId === 'loadChallenge').length;

  it('shows an entry that script hands in without asking for one, in the first frame', async () => {
    const screen = shown('mfa-challenge');
    const entry = await entryOf(screen.server);
    const before = asked(screen.server);
    Object.assign(screen.element, { challenge: entry });
    host.append(screen.element);
    await (screen.element as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete;
    expect(screen.element.querySelector('[data-part=input]')).to.be.instanceOf(HTMLInputElement);
    expect(asked(screen.server)).to.equal(before);
  });

  it('reads an entry that the page’s server wrote into it', async () => {
    const first = shown('mfa-challenge');
    const inner = JSON.stringify(await entryOf(first.server));
    const screen = shown('mfa-challenge', { inner });
    host.append(screen.element);
    await screen.until('[data-part=input]');
    expect(asked(screen.server)).to.equal(0);
  });

  it('asks the server where what the page brought along makes no sense', async () => {
    const screen = shown('mfa-challenge', { given: { status: 'challenge' } });
    host.append(screen.element);
    await screen.until('[data-part=input]');
    expect(asked(screen.server)).to.equal(1);
  });

  it('keeps the handle with the history entry where it was asked to', async () => {
    const screen = shown('mfa-sign-in');
    screen.element.setAttribute('history', '');
    host.append(screen.element);
    await screen.until('[data-part=input]');
    expect(history.state).to.have.property('mfaChallenge').that.is.a('string');
  });

  it('leaves the history alone where it was not', async () => {
    const screen = shown('mfa-sign-in');
    host.append(screen.element);
    await screen.until('[data-part=input]');
    expect(history.state).to.equal(null);
  });

  it('passes the handle back when the page is loaded again', async () => {
    const screen = shown('mfa-sign-in');
    screen.element.setAttribute('history', '');
    history.replaceState({ mfaChallenge: 'kept-handle' }, '');
    const urls: string[] = [];
    const fetching: typeof fetch = (input, init) => {
      urls.push(input instanceof Request ? input.url : input.toString());
      return screen.server.fetch(input, init);
    };
    Object.assign(screen.element, { backend: createRestBackend({ baseUrl: screen.server.baseUrl, fetch: fetching }) });
    host.append(screen.element);
    await screen.until('[data-part=input]');
    expect(urls[0]).to.contain('handle=kept-handle');
  });

  it('follows another tab that has signed in', async () => {
    const screen = shown('mfa-challenge');
    host.append(screen.element);
    await screen.until('[data-part=input]');
    screen.server.signIn();
    // What another tab's element says.
    const channel = new BroadcastChannel('mfa-elements');
    await until(() => {
      channel.postMessage('passed');
      return screen.element.querySelector('[data-action=done]') !== null;
    });
    channel.close();
  });

  it('keeps what was typed when another tab’s news changes nothing here', async () => {
    const screen = shown('mfa-challenge');
    host.append(screen.element);
    const input = (await screen.until('[data-part=input]')) as HTMLInputElement;
    input.value = '123';
    const before = asked(screen.server);
    const channel = new BroadcastChannel('mfa-elements');
    await until(() => {
      channel.postMessage('passed');
      return asked(screen.server) > before;
    });
    channel.close();
    expect(screen.element.querySelector('input')?.value).to.equal('123');
  });

  it('does not take over a fallback in which an input method is at work', async () => {
    const screen = shown('mfa-challenge');
    const form = document.createElement('form');
    form.method = 'post';
    form.action = '/challenge';
    const field = document.createElement('input');
    form.append(field);
    screen.element.append(form);
    host.append(screen.element);
    field.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
    field.value = '１２';
    await until(() => asked(screen.server) === 1);
    await new Promise((frame) => requestAnimationFrame(frame));
    expect(field.value).to.equal('１２');
    field.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
    const input = (await screen.until('[data-part=input]')) as HTMLInputElement;
    expect(input.value).to.equal('１２');
  });
});

/** Looks once in every frame. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((frame) => requestAnimationFrame(frame));
}
