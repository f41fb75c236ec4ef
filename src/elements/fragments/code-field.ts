import { html, nothing, type TemplateResult } from 'lit/html.js';

export interface CodeField {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  /** A code of digits that authenticator apps and phones offer to fill in; else one that stands on a list. */
  readonly oneTime: boolean;
  readonly hint: string | null;
  readonly invalid: boolean;
  /** The id of the region that holds the error. */
  readonly errorId: string;
}

/** The analyzer's list of autofill tokens lacks this one, so it is shown as one that it knows. */
const ONE_TIME_CODE = 'one-time-code' as string as 'on';

/**
 * The one input for a code, whole, with room for what comes along when one is pasted. Its value is not bound: a render
 * between a password manager's fill and the submit must not overwrite it, and what was typed stands in the field and
 * nowhere else.
 */
export const codeField = ({ id, name, label, oneTime, hint, invalid, errorId }: CodeField): TemplateResult => html`
  <label data-part="label" for=${id}>${label}</label>
  ${hint === null ? nothing : html`<p data-part="hint" id="${id}-hint">${hint}</p>`}
  <input
    data-part="input"
    data-variant=${oneTime ? 'short' : nothing}
    data-private
    id=${id}
    name=${name}
    type="text"
    inputmode=${oneTime ? 'numeric' : nothing}
    autocomplete=${oneTime ? ONE_TIME_CODE : 'off'}
    autocapitalize="none"
    autocorrect="off"
    spellcheck="false"
    translate="no"
    dir="ltr"
    aria-describedby=${hint === null ? errorId : `${errorId} ${id}-hint`}
    aria-invalid=${invalid ? 'true' : nothing}
  />
`;
