import { base } from '../../src/styles/base.js';
import { codes } from '../../src/styles/codes.js';
import { help } from '../../src/styles/help.js';
import { later } from '../../src/styles/later.js';
import { settings } from '../../src/styles/settings.js';
import { totp } from '../../src/styles/totp.js';
import { elements, type Named } from './manifest.js';

const styles = [base, later, codes, help, settings, totp].map(({ cssText }) => cssText).join('\n');

export interface Token {
  readonly name: string;
  /** What it changes. */
  readonly changes: string;
  /** The value that our sheets give it. */
  readonly ours: string;
}

/** The custom properties. */
export const tokens: readonly Token[] = once(elements.flatMap(({ cssProperties = [] }) => cssProperties)).map(
  ({ name, description }) => ({ name, changes: description.replace(/ \[.*\]$/, ''), ours: valueOf(name) }),
);

/** The same, as Markdown. */
export const properties = table(
  ['property', 'what it changes', 'ours'],
  tokens.map(({ name, changes, ours }) => [`\`${name}\``, changes, `\`${ours}\``]),
);

/** The tokens of `data-part`, as Markdown. */
export const parts = table(
  ['part', 'what it is'],
  once(elements.flatMap(({ cssParts = [] }) => cssParts)).map(({ name, description }) => [`\`${name}\``, description]),
);

/** Several elements name the same one. */
function once(all: readonly Named[]): Named[] {
  return [...new Map(all.map((one) => [one.name, one])).values()];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The second argument of the property's `var()`, which may hold brackets itself. */
function valueOf(name: string): string {
  const [, rest] = styles.split(`var(${name},`);
  if (rest === undefined) throw new Error(`No sheet uses ${name}.`);
  let open = 1;
  const end = [...rest].findIndex((letter) => (open += letter === '(' ? 1 : letter === ')' ? -1 : 0) === 0);
  return rest.slice(0, end).trim();
}
