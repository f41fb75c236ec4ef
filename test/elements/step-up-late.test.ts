import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define/backup-codes.js';
import { createSimulatedServer } from '../../src/testing/index.js';
import { screenOf } from '../../src/testing/states/index.js';

const MINUTE = 60_000;
/** Only Chromium can be told which files do not come. */
const chromium = /Chrome\//.test(navigator.userAgent) ? describe : describe.skip;

const network = (method: string, params: object = {}): Promise<unknown> =>
  executeServerCommand('cdp', { method: `Network.${method}`, params });

/** In a file of its own: once the element's code is there, it is there for good. */
chromium('"Confirm it’s you" whose code does not come', () => {
  const host = document.createElement('main');
  before(async () => {
    document.body.append(host);
    await network('enable');
    await network('setBlockedURLs', { urls: ['*/define/step-up*'] });
  });
  afterEach(() => host.replaceChildren());
  after(async () => {
    host.remove();
    await network('disable');
  });

  function placed(privileged: boolean) {
    const server = createSimulatedServer();
    server.signIn({ privileged });
    const element = document.createElement('mfa-backup-codes');
    element.backend = createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch });
    host.append(element);
    return screenOf(element, server);
  }

  const sent = ({ server }: ReturnType<typeof placed>) =>
    server.log.map(({ operationId }) => operationId).filter((name) => /^(issue|confirm)BackupCodes$/.test(name ?? ''));

  /** Codes on screen, and a proof that is wanted before they can be turned on. */
  async function wantedAtTheEnd() {
    const screen = placed(true);
    await screen.choose('make');
    await screen.until('[data-part=codes]');
    screen.server.clock.advance(31 * MINUTE);
    (await screen.until('[data-part=checkbox]')).click();
    await screen.choose('finish');
    await screen.until('[data-part=error]:not(:empty)');
    return screen;
  }

  it('says so, and leads back with nothing changed', async () => {
    const screen = placed(false);
    await screen.choose('make');
    await screen.until('[data-part=error]:not(:empty)');
    expect(screen.element.textContent).to.contain("Part of this page didn't load.");
    await screen.choose('cancel');
    await screen.until('[data-action=make]');
    expect([sent(screen), document.activeElement?.textContent]).to.deep.equal([[], 'Backup codes']);
  });

  it('over codes leaves them there, and leads back to them', async () => {
    const screen = await wantedAtTheEnd();
    const shown = (): number => screen.element.querySelectorAll('code:not(:empty)').length;
    expect(shown()).to.equal(10);
    await screen.choose('cancel');
    await screen.until('[data-action=finish]');
    expect([shown(), sent(screen)]).to.deep.equal([10, ['issueBackupCodes', 'confirmBackupCodes']]);
  });

  it('is asked for again by a click, and takes the focus when it is there', async () => {
    const screen = await wantedAtTheEnd();
    await network('setBlockedURLs', { urls: [] });
    await screen.choose('retry');
    await screen.until('mfa-step-up [data-part=input]');
    expect(document.activeElement?.textContent).to.equal("Confirm it's you");
    await screen.submit(screen.server.appCode());
    (await screen.until('[data-action=finish]:not(mfa-step-up *)')).click();
    await screen.until('[data-action=done]');
  });
});
