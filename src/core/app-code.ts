import type { TypedCode } from './backup-code.js';

/** What nobody sees, and what copying from a page, a chat or a PDF brings along: zero-width signs, marks of direction and of style. */
export const INVISIBLE = /\p{DI}/gu;

/**
 * Reads a code from an authenticator app, a message or an e-mail: six digits of any script, blanks and dashes dropped.
 * @param length how many digits it has
 */
export function parseAppCode(raw: string, length = 6): Extract<TypedCode, { is: 'code' | 'empty' | 'incomplete' }> {
  const text = raw.replace(INVISIBLE, '').trim();
  if (text === '') return { is: 'empty' };
  const digits = [...text.normalize('NFKC')].filter((c) => !/[\s\p{Pd}.·]/u.test(c)).map(asciiDigit);
  return digits.length === length && digits.every((d) => d !== undefined)
    ? { is: 'code', code: digits.join('') }
    : { is: 'incomplete' };
}

/** The ASCII digit for a decimal digit of any script, since codes are typed on keyboards of any script. */
export function asciiDigit(c: string): string | undefined {
  if (c >= '0' && c <= '9') return c;
  if (!/^\p{Nd}$/u.test(c)) return undefined;
  // Unicode keeps every script's ten digits in one run: the distance to its start is the value.
  const point = c.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(point - value - 1))) value += 1;
  return String(value);
}
