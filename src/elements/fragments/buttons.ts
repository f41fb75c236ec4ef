import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Action } from './parts.js';

/** Buttons and ticks of the account page's screens. */

/** Of the same weight as its neighbours. */
export const second = (action: Action, words: string, go: () => void): TemplateResult =>
  html`<button type="button" data-part="second-button" data-action=${action} @click=${go}>${words}</button>`;

/** Sends the form that it stands in. */
export const send = (action: Action, words: string, busy: boolean): TemplateResult =>
  html`<button
    type="submit"
    data-part="button"
    data-variant="primary"
    data-action=${action}
    aria-busy=${busy ? 'true' : nothing}
  >
    ${words}
  </button>`;

export interface Tick {
  readonly id: string;
  readonly name?: string;
  readonly words: string;
  /** As it stood when the screen was left. */
  readonly ticked: boolean;
  readonly invalid: boolean;
  readonly errorId: string;
  readonly change?: (ticked: boolean) => void;
}

/** "I have …": never ticked by us. */
export const tick = ({ id, name, words, ticked, invalid, errorId, change }: Tick): TemplateResult =>
  html`<p data-part="tick">
    <input
      data-part="checkbox"
      type="checkbox"
      id=${id}
      name=${name ?? nothing}
      ?checked=${ticked}
      aria-describedby=${errorId}
      aria-invalid=${invalid ? 'true' : nothing}
      @change=${({ target }: Event) => change?.((target as HTMLInputElement).checked)}
    />
    <label data-part="tick-label" for=${id}>${words}</label>
  </p>`;
