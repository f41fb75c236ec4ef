import type { CSSResult } from '@lit/reactive-element';

/** Gives the root an element stands in a sheet of ours, once: constructed, so that a strict CSP needs no nonce. */
export function adopt(element: Element, { styleSheet }: CSSResult): void {
  const root = element.getRootNode();
  if (!styleSheet || !(root instanceof Document || root instanceof ShadowRoot)) return;
  if (!root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets.push(styleSheet);
}
