import { expect } from '@open-wc/testing';
import { save } from '../../../src/platform/download.js';
import { isAllowedByFrame } from '../../../src/platform/frame.js';

const TEXT = 'Fjord Bank backup codes\na•••@example.com\n\nCK7Q-M9XA-4TPB\n';

/** What the browser is asked to download: the clicks on links that never stand in the page. */
const own = HTMLAnchorElement.prototype.dispatchEvent;
const asked: { name: string; url: string }[] = [];
beforeEach(() => {
  asked.length = 0;
  HTMLAnchorElement.prototype.dispatchEvent = function (event) {
    if (event.type === 'click') asked.push({ name: this.download, url: this.href });
    return true;
  };
});
afterEach(() => {
  HTMLAnchorElement.prototype.dispatchEvent = own;
});

const isDead = (url: string): Promise<boolean> =>
  fetch(url).then(
    () => false,
    () => true,
  );

describe('a file', () => {
  it('is offered under its name, in the turn of the click', () => {
    void save('codes.txt', TEXT, new AbortController().signal);
    expect(asked.map(({ name }) => name)).to.deep.equal(['codes.txt']);
  });

  it('is plain text as UTF-8, byte for byte', async () => {
    expect(await save('codes.txt', TEXT, new AbortController().signal)).to.equal('offered');
    const answer = await fetch(asked[0]?.url ?? '');
    expect(answer.headers.get('content-type')).to.equal('text/plain;charset=utf-8');
    expect(new Uint8Array(await answer.arrayBuffer())).to.deep.equal(new TextEncoder().encode(TEXT));
  });

  it('is not held by the browser once its step has ended', async () => {
    const life = new AbortController();
    await save('codes.txt', TEXT, life.signal);
    const [{ url } = { url: '' }] = asked;
    expect(await isDead(url)).to.equal(false);
    life.abort();
    expect(await isDead(url)).to.equal(true);
  });

  it('is not held by a page that is left', async () => {
    await save('codes.txt', TEXT, new AbortController().signal);
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(await isDead(asked[0]?.url ?? '')).to.equal(true);
  });

  it('is not offered after its step', async () => {
    expect([await save('codes.txt', TEXT, AbortSignal.abort()), asked]).to.deep.equal(['blocked', []]);
  });

  it('is not offered by a browser that can’t, where the library would open a window', async () => {
    const download = Object.getOwnPropertyDescriptor(HTMLAnchorElement.prototype, 'download');
    delete (HTMLAnchorElement.prototype as Partial<HTMLAnchorElement>).download;
    try {
      expect([await save('codes.txt', TEXT, new AbortController().signal), asked]).to.deep.equal(['blocked', []]);
    } finally {
      if (download) Object.defineProperty(HTMLAnchorElement.prototype, 'download', download);
    }
  });
});

describe('a frame', () => {
  let frame: HTMLIFrameElement;
  const inFrame = async (sandbox: string | null): Promise<Window> => {
    frame = document.createElement('iframe');
    if (sandbox !== null) frame.setAttribute('sandbox', sandbox);
    frame.srcdoc = '<!doctype html><p>in a frame</p>';
    document.body.append(frame);
    await new Promise((loaded) => frame.addEventListener('load', loaded, { once: true }));
    return frame.contentWindow as Window;
  };
  afterEach(() => frame.remove());

  for (const [sandbox, allowed] of [
    [null, true],
    ['allow-same-origin', false],
    ['allow-same-origin allow-downloads', true],
    ['allow-same-origin Allow-Downloads', true],
  ] as const) {
    it(`${sandbox === null ? 'without a sandbox' : `with “${sandbox}”`} lets files be saved: ${allowed}`, async () => {
      expect(isAllowedByFrame('allow-downloads', await inFrame(sandbox))).to.equal(allowed);
    });
  }

  it('whose rules can’t be read is taken for one that forbids', () => {
    expect(isAllowedByFrame('allow-downloads', { origin: 'null' } as Window)).to.equal(false);
  });

  it('is none around this page of a test', () => {
    expect(isAllowedByFrame('allow-downloads')).to.equal(true);
  });
});
