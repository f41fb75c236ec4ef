import { html, nothing, type TemplateResult } from 'lit';

export interface CodeField {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly below?: TemplateResult;
  readonly name: string;
  readonly invalid: boolean;
  /** The id of the region that holds the error. */
  readonly errorId: string;
}

/** The analyzer's list of autofill tokens lacks this one, so it is shown as one that it knows. */
const ONE_TIME_CODE = 'one-time-code' as string as 'on';

/**
 * The one input for an app code. Its value is not bound: a render between a password manager's fill and the submit must
 * not overwrite it, and what was typed stands in the field and nowhere else.
 */
export const appCodeField = (field: CodeField): TemplateResult => html`
  <label data-part="label" for=${field.id}>${field.label}</label>
  <input
    data-part="input"
    data-variant="short"
    data-private
    id=${field.id}
    name=${field.name}
    type="text"
    inputmode="numeric"
    autocomplete=${ONE_TIME_CODE}
    autocapitalize="none"
    autocorrect="off"
    spellcheck="false"
    translate="no"
    dir="ltr"
    aria-describedby=${field.errorId}
    aria-invalid=${field.invalid ? 'true' : nothing}
  />
`;

/** The one input for a whole backup code, with room for what comes along when one is pasted. */
export const backupCodeField = (field: CodeField): TemplateResult => html`
  <label data-part="label" for=${field.id}>${field.label}</label>
  <p data-part="hint" id="${field.id}-hint">${field.hint}</p>
  <input
    data-part="input"
    data-private
    id=${field.id}
    name=${field.name}
    type="text"
    autocomplete="off"
    autocapitalize="none"
    autocorrect="off"
    spellcheck="false"
    translate="no"
    dir="ltr"
    aria-describedby="${field.errorId} ${field.id}-hint"
    aria-invalid=${field.invalid ? 'true' : nothing}
  />
  ${field.below ?? nothing}
`;
