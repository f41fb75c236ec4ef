import { base } from './base.js';

const adopted = new WeakSet<Document | ShadowRoot>();

/** Gives the root an element stands in our sheet, once: constructed, so that a strict CSP needs no nonce. */
export function adopt(element: Element): void {
  const root = element.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot) || adopted.has(root)) return;
  adopted.add(root);
  const sheet = base.styleSheet;
  if (sheet) root.adoptedStyleSheets.push(sheet);
}
