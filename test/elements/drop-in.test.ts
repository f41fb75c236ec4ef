import { expect } from '@open-wc/testing';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import { createFakePlatform, createSimulatedServer, type AccountOptions } from '../../src/testing/index.js';
import { screenOf } from '../../src/testing/states/index.js';

/** What goes wrong between the screens of a drop-in. */
describe('the drop-in', () => {
  const host = document.createElement('main');
  before(() => document.body.append(host));
  after(() => host.remove());
  afterEach(() => host.replaceChildren());

  function shown(account: AccountOptions = {}) {
    const server = createSimulatedServer({ account });
    server.passFirstFactor();
    const element = document.createElement('mfa-sign-in');
    const events: string[] = [];
    for (const type of ['mfa-sign-in-needed', 'mfa-verified', 'mfa-done']) {
      element.addEventListener(type, (event) => {
        event.preventDefault();
        events.push(type);
      });
    }
    const backend = createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch });
    const platform = createFakePlatform({ passkeys: server.account.passkeys });
    Object.assign(element, { backend, platform, service: 'Fjord Bank', helpUrl: '/help' });
    host.append(element);
    return { events, ...screenOf(element, server) };
  }

  it('leads to the sign-in when a person cancels on the help screen', async () => {
    const screen = shown({ backupCodes: false });
    await screen.choose('lost-factor');
    await screen.until('mfa-support [data-action=cancel]');
    await screen.choose('cancel');
    await screen.until('[data-action=sign-in]');
    expect(screen.events).to.deep.equal(['mfa-sign-in-needed']);
  });

  it('leads to the sign-in once when a person cancels on the challenge', async () => {
    const screen = shown();
    await screen.until('[data-part=input]');
    await screen.choose('cancel');
    await screen.until('[data-action=sign-in]');
    expect(screen.events).to.deep.equal(['mfa-sign-in-needed']);
  });

  it('comes back from help however often help was asked for', async () => {
    const screen = shown();
    await screen.choose('lost-factor');
    const help = await screen.until('[data-action=cannot-find]');
    help.click();
    help.click();
    await screen.until('mfa-support');
    await screen.choose('back');
    await screen.until('mfa-backup-code-form [data-part=input]');
    expect(screen.element.querySelector('mfa-support')).to.equal(null);
  });

  it('does not let a person cancel while their code is being checked', async () => {
    const screen = shown();
    screen.server.faults.next('attempt', { kind: 'slow' });
    await screen.submit(screen.server.appCode());
    await screen.until('[aria-busy=true]');
    await screen.choose('cancel');
    while (screen.server.faults.held === 0) await new Promise((frame) => requestAnimationFrame(frame));
    screen.server.faults.release();
    await screen.until('[data-state=passed]');
    expect(screen.events).to.include('mfa-verified');
  });

  it('offers no way back to a challenge of backup codes alone', async () => {
    const screen = shown({ totp: false });
    await screen.until('[data-action=cannot-find]');
    expect(screen.element.querySelector('[data-action=back]')).to.equal(null);
  });

  it('sends the code that the ladder says it sends', async () => {
    const screen = shown({ lastUsed: 'totp', delivered: [{ channel: 'email', to: 'a•••@example.com' }] });
    await screen.choose('lost-factor');
    await screen.choose('way-delivered-code');
    await screen.until('mfa-challenge [data-part=input]');
    await screen.submit(screen.server.sentCode());
    await screen.until('[data-state=passed]');
    expect(screen.server.signedIn).to.equal(true);
  });

  it('shows its times in a page whose language is written otherwise', async () => {
    const screen = shown();
    host.lang = 'en_US';
    screen.server.faults.next('attempt', { kind: 'lock', way: 'totp' });
    await screen.submit('123456');
    const error = await screen.until('[data-part=error]:not(:empty)');
    host.removeAttribute('lang');
    expect(error.textContent).to.contain('You can use your app again at');
  });

  it('asks its server when it is put back with an entry that was true before', async () => {
    const screen = shown();
    await screen.until('[data-part=input]');
    const answer = await screen.server.fetch(`${screen.server.baseUrl}/challenge`, { headers: { 'x-mfa': '1' } });
    const challenge: unknown = await answer.json();
    const given = document.createElement('mfa-challenge');
    const backend = createRestBackend({ baseUrl: screen.server.baseUrl, fetch: screen.server.fetch });
    Object.assign(given, { backend, challenge });
    host.replaceChildren(given);
    await screenOf(given, screen.server).until('[data-part=input]');
    given.remove();
    await new Promise((done) => setTimeout(done));
    screen.server.signIn();
    host.append(given);
    await screenOf(given, screen.server).until('[data-action=done]');
  });
});
