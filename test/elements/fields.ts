/** What each field tells browsers, phones and password managers. Null: the attribute is not there. */
const ATTRIBUTES = [
  'type',
  'autocomplete',
  'inputmode',
  'enterkeyhint',
  'spellcheck',
  'autocapitalize',
  'autocorrect',
  'translate',
] as const;
type Attributes = readonly (string | null)[];

/** `enterkeyhint` is left to the browser: each form has one field and one button, which its own key names best. */
const ONE_TIME: Attributes = ['text', 'one-time-code', 'numeric', null, 'false', 'none', 'off', 'no'];
/** Any keyboard: a code from a list has letters. */
const FROM_A_LIST: Attributes = ['text', 'off', null, null, 'false', 'none', 'off', 'no'];

const KINDS: Readonly<Record<string, Attributes>> = {
  totp: ONE_TIME,
  'app-code': ONE_TIME,
  'delivered-code': ONE_TIME,
  'backup-code': FROM_A_LIST,
  'saved-code': FROM_A_LIST,
  'help-code': FROM_A_LIST,
  password: ['password', 'current-password', null, null, null, null, null, null],
  'factor-name': ['text', 'off', null, null, null, null, null, null],
};

/** What is wrong with the fields in an element. A code that is shown as dots is of type `password`, and no password. */
export function wrongFieldsIn(root: Element): string[] {
  const fields = [...root.querySelectorAll<HTMLInputElement>('input:not([type=checkbox])')];
  return fields.flatMap((field) => {
    const wanted = KINDS[field.name];
    if (!wanted) return [`a field has the name "${field.name}"`];
    return ATTRIBUTES.flatMap((name, at) => {
      const value = field.getAttribute(name);
      return value === wanted[at] ? [] : [`${field.name} has ${name}=${String(value)}`];
    });
  });
}
