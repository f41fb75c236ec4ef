import { expect } from '@open-wc/testing';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import type { MfaSignIn } from '../../src/elements/sign-in/sign-in.js';
import { createFakePlatform, createSimulatedServer, type AccountOptions } from '../../src/testing/index.js';
import { screenOf } from '../../src/testing/states/index.js';

/** The way back in through the drop-in, on the simulated server. */
describe('a person who lost a second factor', () => {
  const host = document.createElement('main');
  before(() => document.body.append(host));
  after(() => host.remove());
  afterEach(() => host.replaceChildren());

  function shown(account: AccountOptions, properties: Partial<MfaSignIn> = {}) {
    const server = createSimulatedServer({ account });
    server.passFirstFactor();
    const element = document.createElement('mfa-sign-in');
    const platform = createFakePlatform({ passkeys: server.account.passkeys });
    const events: string[] = [];
    for (const type of ['mfa-rung-chosen', 'mfa-way-chosen', 'mfa-help', 'mfa-back', 'mfa-done']) {
      element.addEventListener(type, (event) => {
        event.preventDefault();
        events.push(type);
      });
    }
    const backend = createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch });
    Object.assign(element, { backend, platform, service: 'Fjord Bank', helpUrl: '/help', ...properties });
    host.append(element);
    return { events, ...screenOf(element, server) };
  }

  const heading = ({ element }: { element: Element }): string =>
    element.querySelector('[data-part=title]')?.textContent.trim() ?? '';

  it('goes straight to the backup code where it is the only way besides help', async () => {
    const screen = shown({});
    await screen.choose('lost-factor');
    await screen.until('[data-action=cannot-find]');
    expect(heading(screen)).to.equal('Enter a backup code');
  });

  it('goes straight to help where nothing else is left', async () => {
    const screen = shown({ backupCodes: false });
    await screen.choose('lost-factor');
    await screen.until('mfa-support [data-part=title]');
    expect(heading(screen)).to.equal('Ask our help team');
  });

  it('sees what is left, strongest first and help last', async () => {
    const screen = shown({
      passkeys: 1,
      lastUsed: 'totp',
      delivered: [{ channel: 'email', to: 'a•••@example.com' }],
      federated: [{ label: 'Example', url: '/linked' }],
    });
    await screen.choose('lost-factor');
    await screen.until('mfa-lost-factor [data-action=help]');
    const rows = [...screen.element.querySelectorAll('[data-part=choice-title]')].map((one) => one.textContent.trim());
    expect(rows).to.deep.equal([
      'Passkey or security key',
      'Code to a•••@example.com',
      'A backup code',
      'Example sign-in',
      'None of these',
    ]);
  });

  it('sees no linked sign-in that leads nowhere safe', async () => {
    const screen = shown({
      passkeys: 1,
      lastUsed: 'totp',
      federated: [
        { label: 'Unsafe', url: 'javascript:alert(1)' },
        { label: 'Example', url: '/linked' },
      ],
    });
    await screen.choose('lost-factor');
    await screen.until('mfa-lost-factor [data-action=help]');
    const linked = [...screen.element.querySelectorAll('[data-action=way-federated]')];
    expect(linked.map((one) => one.getAttribute('href'))).to.deep.equal(['/linked']);
  });

  it('comes to the way that was chosen', async () => {
    const screen = shown({ passkeys: 1, lastUsed: 'totp' });
    await screen.choose('lost-factor');
    await screen.choose('way-passkey');
    await screen.until('[data-action=use-passkey]');
    expect(heading(screen)).to.equal('Use your passkey');
  });

  it('gets in with a backup code from the ladder', async () => {
    const screen = shown({ passkeys: 1, lastUsed: 'totp' });
    await screen.choose('lost-factor');
    await screen.choose('way-backup-code');
    await screen.until('[data-action=cannot-find]');
    await screen.submit(screen.server.backupCode());
    await screen.until('[data-action=set-up]');
    expect(screen.server.signedIn).to.equal(true);
  });

  it('goes back to what they found', async () => {
    const screen = shown({ passkeys: 1, lastUsed: 'totp' });
    await screen.choose('lost-factor');
    await screen.choose('back');
    await screen.until('mfa-challenge [data-part=input]');
    expect(heading(screen)).to.equal('Enter the code from your app');
  });

  it('comes back from help to where they were', async () => {
    const screen = shown({ passkeys: 1, lastUsed: 'totp' });
    await screen.choose('lost-factor');
    await screen.choose('help');
    await screen.until('mfa-support');
    await screen.choose('back');
    await screen.until('mfa-lost-factor');
    expect(heading(screen)).to.equal("Let's get you back in");
  });

  it('is led to the app’s own check by the app', async () => {
    const screen = shown({}, { rungs: [{ id: 'card', title: 'Your bank card', line: 'With the reader.' }] });
    await screen.choose('lost-factor');
    await screen.choose('way-host');
    expect(screen.events).to.include('mfa-rung-chosen');
  });

  it('finds their focus on the heading of each screen', async () => {
    const screen = shown({ passkeys: 1, lastUsed: 'totp' });
    await screen.choose('lost-factor');
    const title = await screen.until('mfa-lost-factor [data-part=title]:focus');
    expect(title.textContent).to.contain('back in');
  });

  it('spends nothing on the way', async () => {
    const screen = shown({ passkeys: 1, lastUsed: 'totp' });
    await screen.choose('lost-factor');
    await screen.choose('help');
    await screen.until('mfa-support');
    expect(screen.server.log.map(({ operationId }) => operationId)).to.not.include('attempt');
    expect(screen.server.log.length).to.be.greaterThan(0);
  });
});
