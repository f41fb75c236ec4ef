import { html, nothing, svg, type TemplateResult } from 'lit/html.js';
import { shared } from '../../i18n/messages/shared.js';
import { isSafeUrl } from '../safe-url.js';

/** Pieces of the screens that come later. Each names its part; none knows a state. */

/** A sentence with an element in its slot. */
export function around<Slot extends `{${string}}`>(
  sentence: `${string}${Slot}${string}`,
  slot: Slot,
  content: TemplateResult,
): TemplateResult {
  const [before, after] = sentence.split(slot);
  return html`${before}${content}${after}`;
}

/** A way to another page of the app; an address that runs, or that others on the network can read, is none. */
export const anchor = (words: string, href: string): TemplateResult | typeof nothing =>
  isSafeUrl(href) ? html`<a data-part="link" href=${href}>${words}</a>` : nothing;

/** A list of choices, the recommended one first. */
export const rows = (content: readonly TemplateResult[]): TemplateResult =>
  html`<ul role="list" data-part="choices">
    ${content}
  </ul>`;

/** One choice: the whole row is the target. */
export const row = (action: string, words: string, line: string, go: () => void): TemplateResult =>
  html`<li data-part="choice">
    <button type="button" data-part="choice-button" data-action=${action} @click=${go}>
      <span data-part="choice-title">${words}</span> <span data-part="choice-line">${line}</span>
    </button>
  </li>`;

/** One choice that leads to another page. */
export const linkRow = (action: string, words: string, line: string, href: string): TemplateResult =>
  html`<li data-part="choice">
    <a data-part="choice-button" data-action=${action} href=${href}>
      <span data-part="choice-title">${words}</span> <span data-part="choice-line">${line}</span>
    </a>
  </li>`;

/** What an error says, for the region that `alert` is. */
export const errorContent = (words: string): TemplateResult =>
  html`${icon}<span><b>${shared().errorPrefix}</b>${` ${words}`}</span>`;

/** What an error offers to do. */
export const errorAction = (action: TemplateResult): TemplateResult =>
  html`<span data-part="error-action">${action}</span>`;

const icon = html`<svg data-part="error-icon" viewBox="0 0 16 16" aria-hidden="true">
  ${svg`<path d="M8 1 15.5 15H.5L8 1Zm-.9 5v4.2h1.8V6H7.1Zm0 5.4v1.8h1.8v-1.8H7.1Z" fill-rule="evenodd"></path>`}
</svg>`;
