import { format } from 'prettier';
import type { Block, Wrong } from './blocks';
import { readElements } from './manifest';

const TAG = /<(mfa-[\w-]+)((?:\s+[@\w:[\]()-]+(?:=(?:"[^"]*"|\{.*?\}(?=[\s/>]|$)))?)*)\s*\/?>/g;
const ATTRIBUTE = /([@\w:[\]()-]+)(?:=(?:"([^"]*)"|\{.*?\}(?=[\s/>]|$)))?/g;
/** How frameworks write a listener, a bound property, and the property of a React component. */
const LISTENER = /^(?:@|on:?|\()(mfa-[\w-]+)\)?$/;
const PROPERTY = /^(?:prop:(\w+)|:([\w-]+)|\[(\w+)\])$/;
/** Attributes that any element may have, and what frameworks write like one. */
const ANY =
  /^(id|class|className|dir|lang|hidden|slot|style|key|ref|data-[\w-]+|aria-[\w-]+|v-[\w-]+|@\w+|on\w+|dangerouslySetInnerHTML|suppressHydrationWarning)$/;
const BACKENDS = ['rest', 'kratos', 'better-auth'];

const elements = readElements();
const parts = new Set(elements.flatMap(({ cssParts = [] }) => cssParts.map(({ name }) => name)));
const tokens = new Set(elements.flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name)));

const parsed = (block: Block, parser: string): Promise<Wrong[]> =>
  format(block.text, { parser }).then(
    () => [],
    (error: unknown) => [{ block, what: String(error).split('\n')[0] ?? '' }],
  );

/** Elements, their attributes and the names of backends; and whether the page can be read at all. */
export async function wrongPage(block: Block): Promise<Wrong[]> {
  const tags = [...block.text.matchAll(TAG)];
  const opened = block.text.match(/<mfa-/g) ?? [];
  const unread = opened.length > tags.length ? ['an element that can’t be read'] : [];
  const wrong = [...unread, ...tags.flatMap(([, tag = '', rest = '']) => wrongTag(tag, rest))];
  return [...(block.language === 'html' ? await parsed(block, 'html') : []), ...wrong.map((what) => ({ block, what }))];
}

function wrongTag(tag: string, rest: string): string[] {
  const element = elements.find(({ tagName }) => tagName === tag);
  if (!element) return [`no element <${tag}>`];
  const { attributes = [], events = [], members = [] } = element;
  const names = attributes.map(({ name }) => name);
  const properties = [...names, ...attributes.map(({ fieldName }) => fieldName), ...members.map(({ name }) => name)];
  const knows = (written: string): boolean => {
    const [, event] = LISTENER.exec(written) ?? [];
    if (event) return events.some(({ name }) => name === event);
    const [, ...found] = PROPERTY.exec(written) ?? [];
    const property = found.find(Boolean);
    return property
      ? properties.includes(property) || ANY.test(property)
      : names.includes(written) || ANY.test(written);
  };
  return [...rest.matchAll(ATTRIBUTE)].flatMap(([whole, name = '', value]) => {
    if (name === 'backend' && value !== undefined && !BACKENDS.includes(value)) return [`no backend "${value}"`];
    // What stands in braces may be a property: Svelte sets those.
    const isSet = whole.includes('={') && properties.includes(name);
    return isSet || knows(name) ? [] : [`<${tag}> has no attribute ${name}`];
  });
}

/** Custom properties, parts and elements that rules name. */
export async function wrongStyle(block: Block): Promise<Wrong[]> {
  const { text } = block;
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name);
  const wrong = [
    ...all(/(--mfa-[\w-]+)/g).filter((name) => !tokens.has(name)),
    ...all(/data-part~?=['"]?([\w-]+)/g).filter((name) => !parts.has(name)),
    ...all(/(?<![\w-])(mfa-[\w-]+)/g).filter((name) => !elements.some(({ tagName }) => tagName === name)),
  ];
  return [...(await parsed(block, 'css')), ...wrong.map((name) => ({ block, what: `nothing is called ${name}` }))];
}
