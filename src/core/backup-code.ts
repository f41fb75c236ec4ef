import { asciiDigit, INVISIBLE, parseAppCode } from './app-code.js';

/**
 * How a server writes its backup codes. Servers differ (Kratos: eight lower-case characters, compared exactly;
 * Better Auth: mixed case, the dash is part of the code), so cleaning up what was typed follows this and nothing else.
 */
export interface CodeFormat {
  /** `opaque`: nothing is known, so only blanks around the code are dropped. */
  readonly kind: 'opaque' | 'grouped';
  /** Every character that may occur, without the separator. */
  readonly alphabet?: string;
  readonly case?: 'exact' | 'lower' | 'upper';
  /** Lengths of the groups. */
  readonly groups?: readonly number[];
  /** Stands between the groups and is part of the code that is sent. */
  readonly separator?: string;
}

/** What a typed text is. Only `code` may be sent; the others cost no attempt. */
export type TypedCode =
  | { readonly is: 'code'; readonly code: string }
  | { readonly is: 'empty' }
  /** Six digits where a backup code never looks so: a code from the authenticator app. */
  | { readonly is: 'app-code'; readonly code: string }
  | { readonly is: 'many' }
  | { readonly is: 'incomplete' };

/** The number in front of a code on a list: `3.`, `3)`, `#3`, or `3` and a blank. */
const LIST_NUMBER = /^[^\p{L}\p{N}]*\d{1,2}(?:[.):\]]+\s*|\s+)/u;
const NEITHER_LETTER_NOR_DIGIT = /^[^\p{L}\p{N}]$/u;

/** Reads one typed or pasted backup code. Total: any text has an answer, and no text is guessed into another code. */
export function parseBackupCode(raw: string, format: CodeFormat): TypedCode {
  const text = raw.replace(INVISIBLE, '').trim();
  if (text === '') return { is: 'empty' };
  if (format.kind === 'opaque' || !format.groups || format.groups.length === 0) {
    return /[\r\n]/.test(text) ? { is: 'many' } : { is: 'code', code: text };
  }
  const code = canonical(text, format);
  if (code !== undefined) return { is: 'code', code };
  if (holdsMany(text, format)) return { is: 'many' };
  const app = parseAppCode(text);
  if (app.is === 'code' && length(format) !== 6) return { is: 'app-code', code: app.code };
  return { is: 'incomplete' };
}

/** How a code looks, with `X` for each character: `XXXX-XXXX-XXXX`; empty where nothing is known. */
export function codeShape(format: CodeFormat): string {
  if (format.kind === 'opaque' || !format.groups) return '';
  const letter = format.case === 'upper' ? 'X' : 'x';
  return format.groups.map((n) => letter.repeat(n)).join(format.separator ?? '');
}

const length = (format: CodeFormat): number => (format.groups ?? []).reduce((sum, n) => sum + n, 0);

/** The code in its own spelling, or undefined where the text is not exactly one. */
function canonical(text: string, format: CodeFormat): string | undefined {
  const whole = characters(text, format);
  const found = whole?.length === length(format) ? whole : characters(text.replace(LIST_NUMBER, ''), format);
  if (found?.length !== length(format)) return undefined;
  let at = 0;
  return (format.groups ?? []).map((n) => found.slice(at, (at += n)).join('')).join(format.separator ?? '');
}

/** The characters that count, cased as the format says; undefined if one can't be in any code. */
function characters(text: string, format: CodeFormat): string[] | undefined {
  const result: string[] = [];
  for (const typed of text.normalize('NFKC')) {
    const c = fold(asciiDigit(typed) ?? typed, format);
    if (format.alphabet ? format.alphabet.includes(c) : /^[A-Za-z0-9]$/.test(c)) result.push(c);
    else if (!NEITHER_LETTER_NOR_DIGIT.test(c)) return undefined;
  }
  return result;
}

/** ASCII only: a page in Turkish must not turn `i` into a dotted capital. */
function fold(c: string, format: CodeFormat): string {
  if (format.case === 'upper' && c >= 'a' && c <= 'z') return c.toUpperCase();
  if (format.case === 'lower' && c >= 'A' && c <= 'Z') return c.toLowerCase();
  return c;
}

/** A one-line field drops the line breaks of a pasted list, so codes are looked for wherever they stand. */
function holdsMany(text: string, format: CodeFormat): boolean {
  const letter = format.alphabet ? `[${format.alphabet.replace(/[\\\]^-]/g, '\\$&')}]` : '[A-Za-z0-9]';
  const shape = (format.groups ?? []).map((n) => `${letter}{${String(n)}}`).join('[\\s\\p{Pd}−_]{0,3}');
  const found = text.normalize('NFKC').match(new RegExp(shape, format.case === 'exact' ? 'gu' : 'giu'));
  return (found?.length ?? 0) > 1 || (characters(text, format)?.length ?? 0) >= 2 * length(format);
}
