import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { NewKind } from '../../core/repair.js';
import type { StepUpKind } from '../../core/step-up.js';
import { fill } from '../../i18n/catalogue.js';
import { common } from '../../i18n/messages/common.js';

/** Pieces that the first screen is made of. Each names its part; none knows a state. */

export const title = (words: string): TemplateResult => html`<h2 data-part="title" tabindex="-1">${words}</h2>`;

export const who = (words: string): TemplateResult => html`<p data-part="who">${words}</p>`;

/** Who is signing in, and where. */
export const whoSignsIn = (service: string, account: string | null): TemplateResult =>
  who(account === null ? fill(common().who, { service }) : fill(common().whoAs, { service, account }));

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
  | 'send'
  | 'hide'
  | `way-${StepUpKind}`
  | 'make'
  | 'accept'
  | 'turn-off'
  | 'remove'
  | 'keep'
  | 'reveal'
  | 'show'
  | 'later'
  | 'print'
  | 'download'
  | 'copy'
  | 'finish'
  | 'leave'
  | 'leave-anyway'
  | 'stay'
  | 'set-up'
  | 'only-away'
  | 'not-here'
  | 'this-device'
  | 'second-way'
  | 'add'
  | 'add-key'
  | 'other-kind'
  | 'keep-name'
  | 'open-page'
  | 'start'
  | 'open-app'
  | `add-${NewKind}`
  | 'rename'
  | 'elsewhere'
  | 'activity'
  | 'ask-help'
  | 'cancel-help'
  | 'not-me'
  | 'start-over'
  | 'see-request'
  | 'help'
  | 'sign-out';

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
export const alert = (id: string, content: TemplateResult | string | typeof nothing): TemplateResult =>
  html`<div data-part="error" role="alert" id=${id}>${content}</div>`;

export const submit = (words: string, busy: boolean): TemplateResult =>
  html`<button type="submit" data-part="button" data-variant="primary" aria-busy=${busy ? 'true' : nothing}>
    ${busy ? common().checking : words}
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
