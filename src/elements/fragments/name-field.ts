import { html, nothing, type TemplateResult } from 'lit/html.js';
import { passkeyEnrollment as words } from '../../i18n/messages/passkey-enrollment.js';

export interface NameField {
  readonly id: string;
  /** What stands in it before anything is typed. */
  readonly name: string;
  readonly invalid: boolean;
  /** The id of the region that holds the error. */
  readonly errorId: string;
}

/** The name of a second factor. Its value is not bound: what was typed stays, whatever is rendered. */
export const nameField = ({ id, name, invalid, errorId }: NameField): TemplateResult => html`
  <label data-part="label" for=${id}>${words().name}</label>
  <p data-part="hint" id="${id}-hint">${words().nameHint}</p>
  <input
    data-part="input"
    data-variant="name"
    id=${id}
    name="factor-name"
    type="text"
    value=${name}
    autocomplete="off"
    dir="auto"
    aria-describedby="${errorId} ${id}-hint"
    aria-invalid=${invalid ? 'true' : nothing}
  />
`;
