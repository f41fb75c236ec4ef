/** Names that a person gives to a second factor. */

const LONGEST = 64;

/** A name as it is sent, or what keeps it from being one. The server has the last word. */
export type FactorName = { readonly name: string } | { readonly code: 'no-name' | 'invalid-name' };

export function readFactorName(raw: string): FactorName {
  const name = raw.trim();
  if (name === '') return { code: 'no-name' };
  return name.length > LONGEST || /\p{Cc}/u.test(name) ? { code: 'invalid-name' } : { name };
}
