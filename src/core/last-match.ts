const ANYTHING = new RegExp('');

/** After a secret was read: an engine keeps the text that a pattern matched last, and any script of the page can read it there. */
export function forgetLastMatch(): void {
  ANYTHING.test('');
}
