import { expect } from '@open-wc/testing';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import * as exported from '../../src/elements/events.js';
import {
  createFakePlatform,
  createSimulatedServer,
  findCanary,
  type AccountOptions,
  type SimulatedServer,
} from '../../src/testing/index.js';
import { screenOf, type Screen } from '../../src/testing/states/index.js';

/** Whatever an element may tell. */
const NAMES = Object.values(exported).flatMap((one) => ('eventName' in one ? [String(one.eventName)] : []));

const BACKUP_CODE = 'mfa-backup-code-form [data-part=input]';
const CODES = 'mfa-backup-codes [data-part=codes]';

/** What a page hears of a person's way, in the order in which it happens, and once. */
describe('the events of', () => {
  const host = document.createElement('main');
  before(() => document.body.append(host));
  after(() => host.remove());

  let heard: exported.MfaEvent[] = [];
  const hear = (event: Event): void => {
    heard.push(event as exported.MfaEvent);
    // Where an event comes before the element leads away, the test stays.
    event.preventDefault();
  };
  beforeEach(() => {
    heard = [];
    for (const name of NAMES) document.addEventListener(name, hear);
  });
  afterEach(() => {
    host.replaceChildren();
    for (const name of NAMES) document.removeEventListener(name, hear);
  });

  function placed(tag: 'mfa-sign-in' | 'mfa-backup-codes' | 'mfa-totp-enrollment', server: SimulatedServer): Screen {
    const platform = createFakePlatform({ passkeys: server.account.passkeys });
    const element = document.createElement(tag);
    const backend = createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch });
    Object.assign(element, { backend, platform, service: 'Fjord Bank', contact: { phone: '+47 22 00 00 00' } });
    host.append(element);
    return screenOf(element, server, platform);
  }

  function signIn(account: AccountOptions = {}): Screen {
    const server = createSimulatedServer({ account });
    server.passFirstFactor();
    return placed('mfa-sign-in', server);
  }

  function inside(tag: 'mfa-backup-codes' | 'mfa-totp-enrollment', privileged: boolean): Screen {
    const server = createSimulatedServer();
    server.signIn({ privileged });
    return placed(tag, server);
  }

  /** What was told since the last time it was asked, with what makes one differ from another. */
  function told(...members: string[]): unknown[] {
    const lines = heard.map(({ type, detail }) => {
      const one = detail as unknown as Record<string, unknown>;
      const shown = members.filter((member) => member in one).map((member) => one[member]);
      return shown.length > 0 ? [type, ...shown] : type;
    });
    expect(findCanary(JSON.stringify(heard.map(({ detail }) => detail as unknown)))).to.deep.equal([]);
    for (const { detail } of heard) expect(new Date(detail.at).toISOString()).to.equal(detail.at);
    heard = [];
    return lines;
  }

  async function lost(screen: Screen): Promise<void> {
    await screen.choose('lost-factor');
    await screen.until(BACKUP_CODE);
  }

  async function save(screen: Screen): Promise<void> {
    await screen.until(CODES);
    await screen.choose('copy');
    await screen.until('mfa-backup-codes [data-part=status]:not(:empty)');
    screen.element.querySelector<HTMLElement>('[data-part=checkbox]')?.click();
    await screen.choose('finish');
  }

  it('a person who gets back by a backup code, and sets up what they lost', async () => {
    const screen = signIn();
    await lost(screen);
    await screen.submit('AAAA-AAAA-AAAA');
    await screen.until('[data-part=error]:not(:empty)');
    await screen.submit(screen.server.backupCode());
    await screen.choose('set-up');
    await screen.until('mfa-repair [data-action=passkey]');
    expect(told('way', 'outcome', 'codesLeft')).to.deep.equal([
      'mfa-challenge-shown',
      'mfa-lost-factor',
      ['mfa-way-chosen', 'backup-code'],
      ['mfa-proof-refused', 'backup-code', 'refused'],
      ['mfa-verified', 'backup-code', 'accepted', 9],
      'mfa-repair-begun',
    ]);

    await screen.choose('passkey');
    (await screen.until('[data-action=add]:not([aria-busy])')).click();
    await screen.submit('Laptop');
    await save(screen);
    await screen.until('mfa-repair > [data-state=done]');
    await screen.choose('done');
    expect(told('kind', 'count', 'by', 'left', 'what')).to.deep.equal([
      ['mfa-factor-added', 'passkey'],
      ['mfa-codes-shown', 10],
      ['mfa-codes-kept', 'copied'],
      ['mfa-codes-confirmed', 10],
      ['mfa-secrets-wiped', 'codes'],
      ['mfa-factor-removed', 1],
      'mfa-repair-done',
      'mfa-done',
    ]);
  });

  it('codes that are made with a fresh proof, and left', async () => {
    const screen = inside('mfa-backup-codes', false);
    await screen.choose('make');
    await screen.until('mfa-step-up [data-part=input]');
    await screen.submit(screen.server.appCode());
    await screen.choose('make');
    await screen.until(CODES);
    await screen.choose('leave');
    await screen.until('[data-state=overview]');
    expect(told('step', 'way', 'count', 'reason', 'what')).to.deep.equal([
      ['mfa-step-up-needed', 'make'],
      ['mfa-step-up-passed', 'totp'],
      ['mfa-codes-shown', 10],
      ['mfa-codes-abandoned', 'left'],
      ['mfa-secrets-wiped', 'codes'],
    ]);
  });

  it('codes that are turned off', async () => {
    const screen = inside('mfa-backup-codes', true);
    await screen.choose('turn-off');
    await screen.choose('remove');
    await screen.until('[data-state=overview]');
    expect(told()).to.deep.equal(['mfa-codes-removed']);
  });

  it('an app whose set-up is left, and wiped', async () => {
    const screen = inside('mfa-totp-enrollment', true);
    await screen.choose('start');
    await screen.until('[data-part=key]');
    await screen.choose('cancel');
    await screen.until('[data-state=ready]');
    expect(told('what')).to.deep.equal([['mfa-secrets-wiped', 'key'], 'mfa-back']);
  });

  it('a request to the help team, and its end', async () => {
    const screen = signIn();
    await screen.choose('lost-factor');
    await screen.choose('cannot-find');
    await screen.choose('ask-help');
    await screen.choose('cancel-help');
    await screen.until('mfa-support [data-part=screen]:not(:has([data-action=cancel-help])) [data-action=back]');
    expect(told('way', 'why')).to.deep.equal([
      'mfa-challenge-shown',
      'mfa-lost-factor',
      ['mfa-way-chosen', 'backup-code'],
      'mfa-help',
      'mfa-help-requested',
      ['mfa-help-cancelled', 'found'],
    ]);
  });

  it('a reset that the person is told of', async () => {
    const screen = signIn({ enroll: { because: 'reset' } });
    await screen.until('mfa-reset [data-part=input]');
    await screen.submit(screen.server.account.enroll?.pass ?? '');
    await screen.until('mfa-repair [data-action=totp]');
    expect(told('reason')).to.deep.equal([
      ['mfa-challenge-over', 'elsewhere'],
      'mfa-reset-shown',
      'mfa-enrollment-opened',
      // The challenge was met again, with the pass in it.
      ['mfa-challenge-over', 'elsewhere'],
    ]);
  });
});
