/** What password managers do in a page, as a content script: find a field by what it says of itself, and set its value. */

/** A token of `autocomplete`, or words of the name or the label. */
export type Wanted = 'one-time-code' | 'current-password' | RegExp;

const FIELDS = 'input:not([type=checkbox], [type=hidden], [type=submit])';

const saysOf = (field: HTMLInputElement): string =>
  [...(field.labels ?? []), field]
    .map((one) => (one === field ? field.name : one.textContent))
    .join(' ')
    .trim();

/** The one field that is wanted. Throws where there is none, or more than one. */
export function findField(page: Document, wanted: Wanted): HTMLInputElement {
  const found = [...page.querySelectorAll<HTMLInputElement>(FIELDS)].filter(
    (field) =>
      field.checkVisibility() &&
      !field.readOnly &&
      !field.disabled &&
      // Firefox has the attribute and does not know the word.
      (typeof wanted === 'string' ? field.getAttribute('autocomplete') === wanted : wanted.test(saysOf(field))),
  );
  const [field] = found;
  if (!field || found.length > 1)
    throw new Error(`A manager that looks for ${String(wanted)} finds ${String(found.length)} fields.`);
  return field;
}

/** Sets the value past whatever the page has put in the way, and tells the page by these events alone. */
export function fill(field: HTMLInputElement, value: string, events: readonly ('input' | 'change')[]): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value);
  for (const type of events) field.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
}
