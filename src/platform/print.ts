import type { Platform, Sheet } from '../ports/platform.js';
import { isAllowedByFrame } from './frame.js';
import { markPrivate } from './private-marks.js';

/**
 * On paper only this sheet, black on white, on one page. It is a child of `<html>` and not of `<body>`: no print rule of the
 * page about its body reaches it, and no ancestor clips it. Weighed against hosts that hide, move and shrink everything.
 */
const CSS = `
@media not print { [data-mfa-print] { display: none !important } }
@page { size: auto; margin: 15mm }
@media print {
  :root:root::before, :root:root::after { content: none !important }
  :root:root {
    display: block !important; visibility: visible !important; overflow: visible !important;
    block-size: auto !important; min-block-size: 0 !important; margin: 0 !important; padding: 0 !important;
    columns: auto !important; transform: none !important; filter: none !important; opacity: 1 !important;
    background: #fff !important; font-size: 100% !important
  }
  :root:root > :not([data-mfa-print]) { display: none !important }
  :root:root:root > [data-mfa-print] {
    display: block !important; visibility: visible !important; position: static !important; opacity: 1 !important;
    inline-size: auto !important; margin: 0 !important; padding: 0 !important; transform: none !important;
    block-size: auto !important; min-block-size: 0 !important; max-block-size: none !important;
    columns: auto !important; overflow: visible !important; break-before: auto !important; break-after: auto !important;
    background: #fff !important; color: #000 !important; font: 12pt/1.4 system-ui, sans-serif !important
  }
  :root:root:root [data-mfa-print] * {
    visibility: visible !important; opacity: 1 !important; background: none !important; color: #000 !important;
    font-size: 12pt !important; text-transform: none !important
  }
  :root:root:root [data-mfa-print] :is(h1, p, ol, li) {
    display: block !important; position: static !important; float: none !important;
    margin: 0 0 .3em !important; padding: 0 !important;
    break-before: auto !important; break-after: auto !important; break-inside: avoid !important
  }
  :root:root:root [data-mfa-print] h1 { font-size: 16pt !important }
  :root:root:root [data-mfa-print] ol { margin: 1em 0 !important }
  :root:root:root [data-mfa-print] li {
    font: 14pt/1.5 ui-monospace, Menlo, Consolas, monospace !important;
    font-variant-numeric: slashed-zero !important; letter-spacing: .05em !important;
    direction: ltr !important; white-space: nowrap !important
  }
  :root:root:root [data-mfa-print] li::before {
    content: "" !important; display: inline-block !important; inline-size: .7em !important; block-size: .7em !important;
    margin-inline-end: .7em !important; border: 1pt solid #000 !important
  }
}`;

/** How long a browser may take to say that it prints. Most say it before the call is over. */
const SOON = 1000;

/** The print of a page; of this one unless said. No pop-up, no frame, no markup string, no inline style. */
export const createPrint =
  (view: Window & typeof globalThis = window): Platform['print'] =>
  async (sheet, life) => {
    if (life.aborted || typeof view.print !== 'function' || !isAllowedByFrame('allow-modals', view)) return 'blocked';
    const { document } = view;
    const sheets = new view.CSSStyleSheet();
    sheets.replaceSync(CSS);
    const node = draw(sheet, document);
    const drop = (): void => {
      node.replaceChildren();
      node.remove();
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheets);
      view.removeEventListener('afterprint', drop);
      view.removeEventListener('pagehide', drop);
      life.removeEventListener('abort', drop);
    };
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheets];
    document.documentElement.append(node);
    // Never "after the call": on iOS it returns at once, and the sheet would be gone before it is drawn.
    view.addEventListener('afterprint', drop);
    view.addEventListener('pagehide', drop);
    life.addEventListener('abort', drop);
    const begun = beforePrint(view);
    try {
      view.print();
    } catch {
      drop();
      return 'blocked';
    }
    return begun;
  };

export const print: Platform['print'] = (sheet, life) => createPrint()(sheet, life);

/** What a browser that was told not to print does: nothing, without a word. */
function beforePrint(view: Window): Promise<'shown' | 'blocked'> {
  return new Promise((resolve) => {
    const end = (how: 'shown' | 'blocked') => (): void => {
      view.removeEventListener('beforeprint', shown);
      clearTimeout(timer);
      resolve(how);
    };
    const shown = end('shown');
    const timer = setTimeout(end('blocked'), SOON);
    view.addEventListener('beforeprint', shown);
  });
}

function draw({ title, about, codes, notes }: Sheet, document: Document): HTMLElement {
  const made = (tag: string, text: string): HTMLElement => {
    const element = document.createElement(tag);
    element.textContent = text;
    // The page may be written the other way round; codes are turned by no page.
    element.dir = tag === 'li' ? 'ltr' : 'auto';
    return element;
  };
  const list = document.createElement('ol');
  list.append(...codes.map((code) => made('li', code)));
  const node = document.createElement('section');
  node.dataset['mfaPrint'] = '';
  // A second copy on screen would be read twice.
  node.setAttribute('aria-hidden', 'true');
  markPrivate(node);
  node.append(
    made('h1', title),
    ...about.map((line) => made('p', line)),
    list,
    ...notes.map((line) => made('p', line)),
  );
  return node;
}
