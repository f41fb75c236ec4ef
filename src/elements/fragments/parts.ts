import { html, nothing, svg, type TemplateResult } from 'lit';
import { common } from '../../i18n/messages/common.js';

/** Pieces that every screen is made of. Each names its part; none knows a state. */

export const title = (words: string): TemplateResult => html`<h2 data-part="title" tabindex="-1">${words}</h2>`;

export const who = (words: string): TemplateResult => html`<p data-part="who">${words}</p>`;

export const text = (words: string): TemplateResult => html`<p data-part="text">${words}</p>`;

/** What a link or button does, whatever its words and language: `data-action`, for a host's own rules and tests. */
export type Action =
  | 'choose'
  | 'lost-factor'
  | 'use-as-app-code'
  | 'cannot-find'
  | 'back'
  | 'cancel'
  | 'retry'
  | 'sign-in'
  | 'done'
  | 'use-passkey'
  | 'send';

/** A choice that stays on the page. Said as a link, since that is what it is for the person; a button, since it has no address. */
export const link = (action: Action, words: string, go: () => void, quiet = false): TemplateResult =>
  html`<button
    type="button"
    role="link"
    data-part="link"
    data-variant=${quiet ? 'quiet' : nothing}
    data-action=${action}
    @click=${go}
  >
    ${words}
  </button>`;

/** A way to another page of the app. */
export const anchor = (words: string, href: string): TemplateResult =>
  html`<a data-part="link" href=${href}>${words}</a>`;

/** A list of choices, the recommended one first. */
export const rows = (content: readonly TemplateResult[]): TemplateResult =>
  html`<ul data-part="choices">
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

/** Never ticked by us: it is the person's own device or it is not. */
export const trustTick = (id: string, words: string, hint: string): TemplateResult =>
  html`<p data-part="tick">
    <input data-part="checkbox" type="checkbox" id=${id} aria-describedby="${id}-hint" />
    <label data-part="tick-label" for=${id}>${words}</label>
    <span data-part="hint" id="${id}-hint">${hint}</span>
  </p>`;

/** A region that says what happens. In the page before its words are, so that screen readers hear them. */
export const status = (words: string | TemplateResult | typeof nothing): TemplateResult =>
  html`<div data-part="status" role="status">${words}</div>`;

/** The region for an error, above the field that it describes. Nothing stands in it, not even a blank, while there is none. */
export const error = (
  id: string,
  words: string | null,
  action: TemplateResult | typeof nothing = nothing,
): TemplateResult => {
  const content = words === null ? nothing : errorContent(words, action);
  return html`<div data-part="error" role="alert" id=${id}>${content}</div>`;
};

const errorContent = (words: string, action: TemplateResult | typeof nothing): TemplateResult =>
  html`${icon}<span><b>${common.errorPrefix}</b> ${words}</span>${action === nothing ? nothing : errorAction(action)}`;

const errorAction = (action: TemplateResult | typeof nothing): TemplateResult =>
  html`<span data-part="error-action">${action}</span>`;

export const submit = (words: string, busy: boolean): TemplateResult =>
  html`<button type="submit" data-part="button" data-variant="primary" aria-busy=${busy ? 'true' : nothing}>
    ${busy ? common.checking : words}
  </button>`;

export const primary = (action: Action, words: string, go: () => void, busy = false): TemplateResult =>
  html`<button
    type="button"
    data-part="button"
    data-variant="primary"
    data-action=${action}
    aria-busy=${busy ? 'true' : nothing}
    @click=${go}
  >
    ${words}
  </button>`;

const icon = html`<svg data-part="error-icon" viewBox="0 0 16 16" aria-hidden="true">
  ${svg`<path d="M8 1 15.5 15H.5L8 1Zm-.9 5v4.2h1.8V6H7.1Zm0 5.4v1.8h1.8v-1.8H7.1Z" fill-rule="evenodd"></path>`}
</svg>`;
