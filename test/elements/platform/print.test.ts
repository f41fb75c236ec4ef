import { expect } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { createPrint } from '../../../src/platform/print.js';
import type { Sheet } from '../../../src/ports/platform.js';

const isChromium = /Chrome\//.test(navigator.userAgent);

const SHEET: Sheet = {
  title: 'Fjord Bank backup codes',
  about: ['bank.example', 'a•••@example.com', 'made 22 November 2026 (2026-11-22)', 'set set-2'],
  codes: Array.from({ length: 10 }, (_, at) => `CK7Q-M9XA-4TP${String(at)}`),
  notes: ['Each works once. Cross it out.', 'New set: bank.example/account', 'We never ask for these by phone.'],
};
const LINES = [SHEET.title, ...SHEET.about, ...SHEET.codes, ...SHEET.notes];
const HOST_TEXT = 'The host says a lot';

/** A page of somebody else, under a policy that lets no style in but the host's own. */
async function hostPage(styles = '', body = `<main>${HOST_TEXT}</main>`, sandbox?: string): Promise<Page> {
  const frame = document.createElement('iframe');
  if (sandbox !== undefined) frame.setAttribute('sandbox', sandbox);
  // A4 without its margins.
  frame.width = '680';
  frame.height = '1009';
  frame.srcdoc = `<!doctype html><html lang="en"><meta http-equiv="Content-Security-Policy"
    content="default-src 'none'; style-src 'nonce-host'"><style nonce="host">${styles}</style><body>${body}`;
  document.body.append(frame);
  await new Promise((loaded) => frame.addEventListener('load', loaded, { once: true }));
  const view = frame.contentWindow as Window & typeof globalThis;
  const violations: string[] = [];
  view.document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
    violations.push(effectiveDirective);
  });
  return { frame, view, document: view.document, violations };
}
interface Page {
  readonly frame: HTMLIFrameElement;
  readonly view: Window & typeof globalThis;
  readonly document: Document;
  readonly violations: readonly string[];
}

/** The dialog of a browser, which the test opens and closes: a headless one shows none. */
function dialog({ view }: Page): { close(): void } {
  view.print = () => void view.dispatchEvent(new view.Event('beforeprint'));
  return { close: () => view.dispatchEvent(new view.Event('afterprint')) };
}

const clones = ({ document }: Page): readonly Element[] => [...document.querySelectorAll('[data-mfa-print]')];

let page: Page;
afterEach(() => page.frame.remove());

describe('a sheet', () => {
  let life: AbortController;
  beforeEach(async () => {
    page = await hostPage();
    life = new AbortController();
  });

  it('stands outside the body, marked as nobody’s but the person’s, with every code exact', async () => {
    dialog(page);
    expect(await createPrint(page.view)(SHEET, life.signal)).to.equal('shown');
    const [clone] = clones(page);
    expect(clone?.parentElement).to.equal(page.document.documentElement);
    expect([...(clone?.querySelectorAll('li') ?? [])].map(({ textContent }) => textContent)).to.deep.equal(SHEET.codes);
    expect(
      [...(clone?.children ?? [])].flatMap((one) => [...(one.children.length ? one.children : [one])]),
    ).to.have.length(LINES.length);
    expect([clone?.getAttribute('aria-hidden'), clone?.getAttribute('translate')]).to.deep.equal(['true', 'no']);
    for (const mark of ['rr-block', 'sentry-block', 'ph-no-capture', 'notranslate']) {
      expect(clone?.classList.contains(mark), mark).to.equal(true);
    }
    expect(clone?.getAttribute('data-dd-privacy')).to.equal('hidden');
  });

  it('is not seen on screen', async () => {
    dialog(page);
    await createPrint(page.view)(SHEET, life.signal);
    expect(page.document.documentElement.innerText.trim()).to.equal(HOST_TEXT);
  });

  for (const [end, happen] of [
    ['the dialog is closed', (_: AbortController, { close }: { close(): void }) => close()],
    ['the codes leave the screen', (codes: AbortController) => codes.abort()],
    ['the page is left', () => void page.view.dispatchEvent(new page.view.Event('pagehide'))],
  ] as const) {
    it(`is gone once ${end}, and its style with it`, async () => {
      const browser = dialog(page);
      const before = page.document.adoptedStyleSheets.length;
      await createPrint(page.view)(SHEET, life.signal);
      const [clone] = clones(page);
      expect(page.document.adoptedStyleSheets).to.have.length(before + 1);
      happen(life, browser);
      expect([clones(page), clone?.textContent]).to.deep.equal([[], '']);
      expect(page.document.adoptedStyleSheets).to.have.length(before);
    });
  }

  it('breaks no strict policy', async () => {
    dialog(page);
    await createPrint(page.view)(SHEET, life.signal);
    expect(page.violations).to.deep.equal([]);
    // Would have been seen.
    const style = page.document.createElement('style');
    style.append('p { color: red }');
    page.document.head.append(style);
    await new Promise((seen) => setTimeout(seen));
    expect(page.violations).to.deep.equal(['style-src-elem']);
  });

  it('that a browser does not print, without a word, is said to be blocked, and waits for its step to end', async () => {
    page.view.print = () => undefined;
    expect(await createPrint(page.view)(SHEET, life.signal)).to.equal('blocked');
    // A browser that is only late would print the page of the host instead.
    expect(clones(page)).to.have.length(1);
    life.abort();
    expect(clones(page)).to.deep.equal([]);
  });

  for (const [what, print] of [
    ['has no print', undefined],
    [
      'throws',
      () => {
        throw new DOMException('no', 'InvalidAccessError');
      },
    ],
  ] as const) {
    it(`leaves nothing where the browser ${what}`, async () => {
      page.view.print = print as () => void;
      expect([await createPrint(page.view)(SHEET, life.signal), clones(page)]).to.deep.equal(['blocked', []]);
    });
  }

  it('is not made after its step', async () => {
    dialog(page);
    expect([await createPrint(page.view)(SHEET, AbortSignal.abort()), clones(page)]).to.deep.equal(['blocked', []]);
  });
});

describe('a sandbox', () => {
  for (const [sandbox, how] of [
    ['allow-same-origin allow-scripts', 'blocked'],
    ['allow-same-origin allow-scripts allow-modals', 'shown'],
  ] as const) {
    it(`with “${sandbox}” has the sheet ${how}`, async () => {
      page = await hostPage('', HOST_TEXT, sandbox);
      dialog(page);
      expect(await createPrint(page.view)(SHEET, new AbortController().signal)).to.equal(how);
    });
  }
});

/** As the browser lays it out for paper; only Chromium's DevTools can ask for that on screen. */
(isChromium ? describe : describe.skip)('on paper, of a page with', () => {
  beforeEach(() => emulateMedia({ media: 'print' }));
  afterEach(() => emulateMedia({ media: 'screen' }));

  const NESTED = `<div class="scroll"><div class="turn"><main>${HOST_TEXT}</main></div></div>`;
  for (const [what, styles, body] of [
    ['nothing special', ''],
    [
      'columns, page breaks and paper on its side',
      '@page{size:A4 landscape} @media print{html{columns:3} main{break-before:page} section,li{break-after:page}}',
    ],
    [
      'a body that scrolls, turns and clips',
      'html,body{height:100%;overflow:hidden} .scroll{height:100vh;overflow:auto;contain:strict} .turn{transform:rotate(9deg)}',
      NESTED,
    ],
    ['a body whose children are hidden', '@media print{body>*{display:none!important}}'],
    ['an invisible body', '@media print{body{visibility:hidden!important}}'],
    ['no body on paper', '@media print{body{display:none!important}}'],
    [
      'fixed things, filters and texts in pseudo-elements',
      "html{filter:blur(3px)} main{position:fixed;inset:0} html::before,html::after,body::before{content:'The host says more'}",
    ],
    [
      'a framework’s rules for paper',
      '@media print{*,::before,::after{color:#eee!important;background:#eee!important;text-shadow:none!important} li{float:left;display:inline} ol{list-style:none;padding:9rem} section{display:none;position:absolute;inset-inline-start:-99rem}}',
    ],
    ['everything invisible and of no size', 'html *{visibility:hidden!important;font-size:0!important}'],
  ] as const) {
    it(`${what}: the sheet alone, on one page, to be read`, async () => {
      page = await hostPage(styles, body);
      dialog(page);
      await createPrint(page.view)(SHEET, new AbortController().signal);
      const { documentElement } = page.document;
      const seen = documentElement.innerText.split('\n').map((line) => line.trim());
      expect(seen.filter((line) => line !== '')).to.deep.equal(LINES);
      for (const pseudo of ['::before', '::after']) {
        expect(page.view.getComputedStyle(documentElement, pseudo).content).to.equal('none');
      }
      const [clone] = clones(page);
      const box = clone?.getBoundingClientRect();
      expect(box?.height).to.be.within(200, 1009);
      for (const item of clone?.querySelectorAll('li') ?? []) {
        const style = page.view.getComputedStyle(item);
        expect(parseFloat(style.fontSize)).to.be.at.least(16);
        expect([style.color, style.visibility, style.whiteSpace]).to.deep.equal(['rgb(0, 0, 0)', 'visible', 'nowrap']);
        const { left, right, height } = item.getBoundingClientRect();
        expect(left >= 0 && right <= 680 && height > 10, 'in the page').to.equal(true);
      }
    });
  }

  it('one of those would show its own text without the sheet', async () => {
    page = await hostPage('', NESTED);
    expect(page.document.documentElement.innerText).to.contain(HOST_TEXT);
  });
});
