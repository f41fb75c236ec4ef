import { expect } from '@open-wc/testing';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import type { MfaEvent } from '../../src/elements/events.js';
import {
  createFakePlatform,
  createSimulatedServer,
  findCanary,
  type AccountOptions,
  type OperationId,
} from '../../src/testing/index.js';
import { screenOf, type Screen } from '../../src/testing/states/index.js';

const EVENTS = [
  'mfa-step-up-needed',
  'mfa-step-up-passed',
  'mfa-way-chosen',
  'mfa-proof-refused',
  'mfa-back',
  'mfa-sign-in-needed',
  'mfa-done',
] as const;
const EMAIL = { channel: 'email', to: 'a•••@example.com' } as const;
const PASSWORD = { how: 'in-place', password: true } as const;

/** "Confirm it's you" on a page of its own, on the simulated server. */
describe('a step-up', () => {
  const host = document.createElement('main');
  before(() => document.body.append(host));
  after(() => host.remove());
  afterEach(() => host.replaceChildren());

  function shown(account: AccountOptions = {}, properties: object = {}) {
    const server = createSimulatedServer({ account });
    server.signIn({ privileged: false });
    const platform = createFakePlatform({ passkeys: server.account.passkeys });
    const element = document.createElement('mfa-step-up');
    const events: MfaEvent[] = [];
    for (const type of EVENTS) {
      element.addEventListener(type, (event: Event) => {
        if (event.cancelable) event.preventDefault();
        events.push(event as MfaEvent);
      });
    }
    const backend = createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch });
    Object.assign(element, { backend, platform, service: 'Fjord Bank', action: 'delete your account', ...properties });
    host.append(element);
    return { events, ...screenOf(element, server, platform) };
  }

  const asked = ({ server }: Screen, operation: OperationId): number =>
    server.log.filter(({ operationId }) => operationId === operation).length;
  const textOf = ({ element }: { element: Element }): string => element.textContent.replaceAll(/\s+/g, ' ').trim();
  const field = ({ element }: { element: Element }) => element.querySelector<HTMLInputElement>('[data-part=input]')!;
  const actions = ({ element }: { element: Element }): (string | undefined)[] =>
    [...element.querySelectorAll<HTMLElement>('button, a')].map(({ dataset }) => dataset['action']);
  const typesOf = (events: readonly Event[]): string[] => events.map(({ type }) => type);
  const isFresh = ({ server }: Screen): boolean => server.account.sessions[0]?.privilegedUntil !== null;

  it('asks for the strongest way, and links to the others in their order', async () => {
    const screen = shown({ passkeys: 1, delivered: [EMAIL], stepUp: PASSWORD });
    await screen.until('[data-action=use-passkey]');
    expect(actions(screen)).to.deep.equal([
      'use-passkey',
      'way-totp',
      'way-delivered-code',
      'way-backup-code',
      'way-password',
      'cancel',
    ]);
  });

  it('says what it is for, and whose account it is, masked', async () => {
    const screen = shown({}, { account: 'ada@example.com' });
    await screen.until('[data-part=input]');
    expect(textOf(screen)).to.contain(
      "Confirm it's you Fjord Bank · a•••@example.com You're about to delete your account.",
    );
    expect(textOf(screen)).not.to.contain('ada');
  });

  it('takes nobody’s focus when it comes, and asks nothing of the server but what is needed', async () => {
    const screen = shown();
    await screen.until('[data-part=input]');
    expect(document.activeElement).to.equal(document.body);
    const operations = new Set(screen.server.log.map(({ operationId }) => operationId));
    expect([...operations].sort()).to.deep.equal(['loadStepUp', 'policy']);
  });

  it('is over by the app’s code, sent once, and told without it', async () => {
    const screen = shown();
    await screen.submit(screen.server.appCode());
    await screen.until('[data-action=done]');
    expect([isFresh(screen), asked(screen, 'proveStepUp')]).to.deep.equal([true, 1]);
    expect(document.activeElement?.textContent).to.equal("Thank you. It's you");
    expect(typesOf(screen.events)).to.deep.equal(['mfa-step-up-needed', 'mfa-step-up-passed']);
    expect(screen.events[1]?.detail).to.include({ way: 'totp', outcome: 'accepted' });
    expect(findCanary(JSON.stringify(screen.events.map(({ detail }) => detail)))).to.deep.equal([]);
    await screen.choose('done');
    expect(typesOf(screen.events).at(-1)).to.equal('mfa-done');
  });

  it('is over by the passkey', async () => {
    const screen = shown({ passkeys: 1 });
    await screen.until('[data-action=use-passkey]:not([aria-busy])');
    await screen.choose('use-passkey');
    await screen.until('[data-action=done]');
    expect(isFresh(screen)).to.equal(true);
  });

  it('is over by a code that is sent', async () => {
    const screen = shown({ totp: false, delivered: [EMAIL] });
    await screen.choose('send');
    await screen.until('[data-part=input]');
    await screen.submit(screen.server.sentCode());
    await screen.until('[data-action=done]');
    expect([isFresh(screen), asked(screen, 'sendStepUpCode')]).to.deep.equal([true, 1]);
  });

  it('is over by a backup code, and says that it is used up', async () => {
    const screen = shown();
    await screen.choose('way-backup-code');
    await screen.until('[name=backup-code]');
    expect(textOf(screen)).to.contain('This one is used up then.');
    await screen.submit(screen.server.backupCode());
    await screen.until('[data-action=done]');
    expect([isFresh(screen), screen.server.account.codesLeft]).to.deep.equal([true, 9]);
  });

  it('is over by the password, in a field that password managers know', async () => {
    const screen = shown({ totp: false, backupCodes: false, stepUp: PASSWORD });
    await screen.until('[data-part=input]');
    expect([field(screen).type, field(screen).autocomplete]).to.deep.equal(['password', 'current-password']);
    await screen.submit(screen.server.account.password);
    await screen.until('[data-action=done]');
    expect(isFresh(screen)).to.equal(true);
  });

  it('says what was wrong, keeps it in the field, and puts the focus there', async () => {
    const screen = shown();
    await screen.submit(screen.server.wrongCode('totp'));
    const error = await screen.until('[data-part=error]:not(:empty)');
    const input = field(screen);
    expect(error.textContent).to.contain("That code didn't work.");
    expect([input.value.length, document.activeElement, input.getAttribute('aria-invalid')]).to.deep.equal([
      6,
      input,
      'true',
    ]);
    expect(input.getAttribute('aria-describedby')).to.contain(error.id);
    expect(screen.events.at(-1)?.detail).to.include({ way: 'totp', outcome: 'refused' });
  });

  it('sends nothing that can’t be a proof', async () => {
    const screen = shown();
    await screen.submit('12');
    await screen.until('[data-part=error]:not(:empty)');
    expect(asked(screen, 'proveStepUp')).to.equal(0);
  });

  it('leaves what was typed behind on the way to another way, and moves the focus to the heading', async () => {
    const screen = shown({ stepUp: PASSWORD });
    await screen.until('[data-part=input]');
    field(screen).value = '123456';
    await screen.choose('way-password');
    await screen.until('[name=password]');
    expect([field(screen).value, document.activeElement?.textContent]).to.deep.equal(['', "Confirm it's you"]);
    expect(screen.events.at(-1)?.detail).to.include({ way: 'password' });
  });

  it('asks whether a proof counted whose answer was lost, and sends it once', async () => {
    const screen = shown();
    screen.server.faults.next('proveStepUp', { kind: 'lost', committed: true });
    await screen.submit(screen.server.appCode());
    await screen.until('[data-action=done]');
    expect(asked(screen, 'proveStepUp')).to.equal(1);
  });

  it('leads to another page by a link that a host may take over', async () => {
    const screen = shown({ stepUp: { how: 'redirect', url: '/refresh' } });
    const link = await screen.until('a[data-action=sign-in]');
    expect(link.getAttribute('href')).to.equal('/refresh');
    link.click();
    expect(screen.events.map(({ type, detail }) => [type, (detail as { how?: string }).how])).to.deep.equal([
      ['mfa-step-up-needed', 'redirect'],
    ]);
  });

  it('follows no address that leads nowhere safe', async () => {
    const screen = shown({ stepUp: { how: 'redirect', url: 'javascript:alert(1)' } });
    await screen.until('[data-action=cancel]');
    expect(screen.element.querySelector('a')).to.equal(null);
  });

  it('says that it takes a whole sign-in', async () => {
    const screen = shown({ stepUp: { how: 'sign-in-again' } }, { signInUrl: '/login' });
    const link = await screen.until('a[data-action=sign-in]');
    expect(textOf(screen)).to.contain('You will be signed out for a moment.');
    expect(link.getAttribute('href')).to.equal('/login');
  });

  it('tells that it was cancelled, and has sent nothing', async () => {
    const screen = shown();
    await screen.choose('cancel');
    expect(typesOf(screen.events)).to.deep.equal(['mfa-step-up-needed', 'mfa-back']);
    expect(asked(screen, 'proveStepUp')).to.equal(0);
  });

  it('holds nothing that was typed once it is out of the page', async () => {
    const screen = shown({ totp: false, backupCodes: false, stepUp: PASSWORD });
    await screen.until('[data-part=input]');
    const input = field(screen);
    input.value = screen.server.account.password;
    screen.element.remove();
    await new Promise((done) => setTimeout(done));
    expect(input.value).to.equal('');
  });
});
