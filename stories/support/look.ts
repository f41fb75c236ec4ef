import { base } from '../../src/styles/base.js';
import { elements, type Named } from './manifest.js';

/** The custom properties, as Markdown, each with the value that our sheet gives it. */
export const properties = table(
  ['property', 'what it is', 'ours'],
  once(elements.flatMap(({ cssProperties = [] }) => cssProperties)).map(({ name, description }) => [
    `\`${name}\``,
    description.replace(/ \[.*\]$/, ''),
    `\`${valueOf(name)}\``,
  ]),
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
  const [, rest = ''] = base.cssText.split(`var(${name},`);
  let open = 1;
  const end = [...rest].findIndex((letter) => (open += letter === '(' ? 1 : letter === ')' ? -1 : 0) === 0);
  return rest.slice(0, end).trim();
}
