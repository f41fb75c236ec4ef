import { CANARY_DIGITS, CANARY_LETTERS } from './marker.js';

/** One find. Never holds the secret itself. */
export interface CanaryFind {
  readonly kind: 'code-or-key' | 'six-digits';
  /** How it was written. */
  readonly as: 'plain' | 'url' | 'entities' | 'escapes' | 'base64';
  /** What stands around it, masked. */
  readonly sample: string;
}

/** Blanks, dashes, invisible characters and the like, which may stand between the characters of a code. */
const BETWEEN = String.raw`[\s\p{Pd}\p{Cf}_.·−]*`;
const spaced = (text: string): string => [...text].join(BETWEEN);

/** The mark, and as many characters as a key goes on for: they are masked with it. */
const LETTERS = new RegExp(`${spaced(CANARY_LETTERS)}${BETWEEN}[2-7](?:[\\s\\p{Pd}]?[A-Z0-9]){0,25}`, 'giu');
const DIGITS = new RegExp(
  String.raw`(?<![0-9])${CANARY_DIGITS.split('').join('[\\s\\p{Pd}]?')}(?:[\s\p{Pd}]?[0-9]){3}(?![0-9])`,
  'gu',
);
/** Random ids hold every run of digits sooner or later, and no code. */
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;
const RUN_OF_BASE64 = /[A-Za-z0-9+/_-]{8,}/g;
const AROUND = 24;

/**
 * Looks for the marks of the simulated server's secrets in a text: in any case, with blanks or dashes between the
 * characters, and also URL-encoded, as HTML entities, as `\u` or `\x` escapes, and in base64. An empty list: nothing found.
 */
export function findCanary(text: string): CanaryFind[] {
  const found = plain(text, 'plain');
  if (found.length > 0) return found;
  for (const [as, decode] of DECODERS) {
    for (const decoded of decode(text)) {
      // One within another: a body that was encoded before it went into an address.
      const inner = decoded === text ? [] : [...plain(decoded, as), ...(as === 'base64' ? [] : findCanary(decoded))];
      if (inner.length > 0) return inner.map((one) => ({ ...one, as }));
    }
  }
  return [];
}

/** Stand in for what was found while a sample is cut, so that no cut goes through a secret. */
const HIDDEN = { 'code-or-key': '\ue000', 'six-digits': '\ue001' } as const;

function plain(text: string, as: CanaryFind['as']): CanaryFind[] {
  const hidden = text
    .replaceAll(UUID, '(id)')
    .replaceAll(LETTERS, HIDDEN['code-or-key'])
    .replaceAll(DIGITS, HIDDEN['six-digits']);
  return [...hidden.matchAll(/[\ue000\ue001]/g)].map(({ index, 0: hit }) => ({
    kind: hit === HIDDEN['six-digits'] ? 'six-digits' : 'code-or-key',
    as,
    sample: hidden.slice(Math.max(0, index - AROUND), index + 1 + AROUND).replaceAll(/[\ue000\ue001]/g, '•••'),
  }));
}

/** The text with every marked secret replaced by `•••`. */
export const mask = (text: string): string => text.replaceAll(LETTERS, '•••').replaceAll(DIGITS, '•••');

const DECODERS: readonly (readonly [CanaryFind['as'], (text: string) => Iterable<string>])[] = [
  ['url', (text) => (/%[0-9A-F]{2}/i.test(text) ? [unescaped(text)] : [])],
  ['entities', (text) => (text.includes('&') ? [withoutEntities(text)] : [])],
  ['escapes', (text) => (/\\[ux]/i.test(text) ? [withoutEscapes(text)] : [])],
  ['base64', fromBase64],
];

const character = (digits: string, radix: number): string => {
  const point = parseInt(digits, radix);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '';
};

/** Byte by byte: half an address must not keep the other half from being read. */
const unescaped = (text: string): string =>
  text.replaceAll('+', ' ').replaceAll(/%([0-9A-F]{2})/gi, (_, hex: string) => character(hex, 16));

const withoutEntities = (text: string): string =>
  text
    .replaceAll(/&#x([0-9A-F]+);?/gi, (_, hex: string) => character(hex, 16))
    .replaceAll(/&#(\d+);?/g, (_, digits: string) => character(digits, 10))
    .replaceAll(/&\w+;/g, ' ');

const withoutEscapes = (text: string): string =>
  text.replaceAll(/\\u\{?([0-9A-F]{4,6})\}?|\\x([0-9A-F]{2})/gi, (_, long?: string, short?: string) =>
    character(long ?? short ?? '0', 16),
  );

function* fromBase64(text: string): Iterable<string> {
  for (const [run] of text.matchAll(RUN_OF_BASE64)) {
    const plainRun = run.replaceAll('-', '+').replaceAll('_', '/');
    // What was encoded may begin anywhere in the run.
    for (const offset of [0, 1, 2, 3]) {
      const whole = plainRun.slice(offset);
      yield atob(whole.slice(0, whole.length - (whole.length % 4 === 1 ? 1 : 0)));
    }
  }
}
