import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { copy } from '../../../src/platform/clipboard.js';

const isChromium = /Chrome\//.test(navigator.userAgent);
/** The clipboard that the page finds, until the test is over. */
const find = (clipboard: Clipboard | undefined): void =>
  void Object.defineProperty(navigator, 'clipboard', { configurable: true, get: () => clipboard });
afterEach(() => {
  delete (navigator as { clipboard?: Clipboard }).clipboard;
});

/** Only Chromium's DevTools can allow and deny. */
(isChromium ? describe : describe.skip)('the clipboard', () => {
  before(() =>
    executeServerCommand('cdp', {
      method: 'Browser.grantPermissions',
      params: { permissions: ['clipboardReadWrite', 'clipboardSanitizedWrite'], origin: location.origin },
    }),
  );
  after(() => executeServerCommand('cdp', { method: 'Browser.resetPermissions', params: {} }));

  it('holds the text afterwards, exact', async () => {
    const text = 'Fjord Bank backup codes\n\nCK7Q-M9XA-4TPB\nH3VR-8NCA-Z2JF\n';
    expect(await copy(text)).to.equal(true);
    expect(await navigator.clipboard.readText()).to.equal(text);
  });

  it('that this page may not use is said to be blocked, and keeps what it held', async () => {
    await copy('before');
    const frame = document.createElement('iframe');
    frame.allow = "clipboard-write 'none'";
    frame.srcdoc = '';
    document.body.append(frame);
    await new Promise((loaded) => frame.addEventListener('load', loaded, { once: true }));
    find(frame.contentWindow?.navigator.clipboard);
    expect(await copy('after')).to.equal(false);
    frame.remove();
    delete (navigator as { clipboard?: Clipboard }).clipboard;
    expect(await navigator.clipboard.readText()).to.equal('before');
  });
});

describe('a browser without a clipboard', () => {
  it('says so', async () => {
    find(undefined);
    expect(await copy('CK7Q-M9XA-4TPB')).to.equal(false);
  });
});
