import type { ScreenState } from '../../src/testing/states/index';
import type { EventDetails } from './event-details';
import type { ElementDoc } from './manifest';

/** What the pages are made of. */
export interface Sources {
  readonly elements: readonly ElementDoc[];
  readonly details: EventDetails;
  readonly states: readonly ScreenState[];
  /** Our style sheets. */
  readonly styles: string;
}

/** Files of `docs/elements`, by their names. */
export function elementPages(sources: Sources): ReadonlyMap<string, string> {
  const pages = sources.elements.map((element) => [`${element.tagName}.md`, page(element, sources)] as const);
  return new Map([['README.md', index(sources.elements)], ...pages]);
}

/** The list of all elements, for the README and for the index of their pages. */
export function elementList(elements: readonly ElementDoc[], folder: string): string {
  return table(
    ['element', 'what it is', ''],
    elements.map(({ tagName, summary = '', stability = '' }) => [
      `[\`<${tagName}>\`](${folder}${tagName}.md)`,
      summary,
      stability,
    ]),
  );
}

function index(elements: readonly ElementDoc[]): string {
  return `# Elements

${elementList(elements, '')}

**Stable**: what a page of it names keeps its name and meaning until the next major version. **Composable**: a part of a stable
element, to be placed alone where your app wants another arrangement; it may change with a minor version, and the
[changelog](../../CHANGELOG.md) says so. Before 1.0 that holds for all of them.
`;
}

function page(element: ElementDoc, { details, states, styles }: Sources): string {
  const { tagName, description = '', stability } = element;
  return [
    `# \`<${tagName}>\``,
    description,
    stability === 'stable' ? 'Stable.' : 'Composable: a part of a [stable element](README.md).',
    `## Import\n\n${example(element)}`,
    `## Attributes\n\n${attributes(element)}`,
    `## Properties\n\nBy script alone.\n\n${properties(element)}`,
    `## Events\n\nThey bubble. Each tells \`at\` and \`flow\` too: [events](../events-and-audit.md).\n\n${events(element, details)}`,
    `## Custom properties\n\nOn the element or anything around it: [the look](../look.md).\n\n${tokens(element, styles)}`,
    `## Parts\n\nTokens of \`data-part\`, in the light DOM.\n\n${parts(element)}`,
    `## States\n\n\`data-state\` on the box says the state. Each of these is a story in Storybook, by its id.\n\n${statesOf(tagName, states)}`,
  ].join('\n\n');
}

function example({ tagName, attributes = [] }: ElementDoc): string {
  const here = attributes.some(({ name }) => name === 'continue-url') ? '\n  continue-url="/account"' : '';
  return `\`\`\`html
<${tagName}
  backend="rest"
  base-url="/api/auth/mfa"
  service="Fjord Bank"
  sign-in-url="/login"${here}
></${tagName}>
<script type="module">
  import 'mfa-elements/backends/rest';
  import 'mfa-elements/define/${tagName.replace('mfa-', '')}';
</script>
\`\`\``;
}

const FIRST = ['backend', 'base-url', 'service'];
const camel = (name: string): string => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

function attributes({ attributes = [] }: ElementDoc): string {
  const order = ({ name }: { name: string }) => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
  const rows = [...attributes].sort((a, b) => order(a) - order(b));
  return table(
    ['attribute', 'property', 'type', 'meaning', 'default'],
    rows.map(({ name, fieldName = camel(name), type, description }) => {
      const [meaning, otherwise] = withDefault(description);
      return [code(name), code(fieldName), code(short(type?.text)), meaning, otherwise];
    }),
  );
}

function properties({ members = [], attributes = [] }: ElementDoc): string {
  const reflected = attributes.map(({ name, fieldName = camel(name) }) => fieldName);
  const fields = members.filter(
    ({ kind, name, privacy = 'public', static: isStatic }) =>
      kind === 'field' && privacy === 'public' && !isStatic && !reflected.includes(name),
  );
  return table(
    ['property', 'type', 'meaning', 'default'],
    fields.map(({ name, type, description, readonly }) => {
      const [meaning, otherwise] = withDefault(description);
      return [code(name), code(short(type?.text)), `${meaning}${readonly ? ' Read only.' : ''}`, otherwise];
    }),
  );
}

function events({ tagName, events = [] }: ElementDoc, details: EventDetails): string {
  return table(
    ['event', 'when', 'detail'],
    events.map(({ name, type, description = '' }) => {
      const detail = details.get(type?.text ?? '');
      if (!detail) throw new Error(`<${tagName}> fires ${name}, but "${type?.text ?? ''}" is no event of ours.`);
      return [code(name), description, detail.map((one) => code(`${one.name}: ${one.type}`)).join('<br>')];
    }),
  );
}

function tokens({ cssProperties = [] }: ElementDoc, styles: string): string {
  return table(
    ['property', 'what it changes', 'ours'],
    cssProperties.map(({ name, description }) => [
      code(name),
      withDefault(description)[0],
      code(ourValue(styles, name)),
    ]),
  );
}

/** The custom properties of all elements, for the guide of the look. */
export function tokenList(elements: readonly ElementDoc[], styles: string): string {
  const all = elements.flatMap(({ cssProperties = [] }) => cssProperties);
  const cssProperties = [...new Map(all.map((one) => [one.name, one])).values()];
  return tokens({ tagName: '', name: '', module: '', cssProperties }, styles);
}

function parts({ cssParts = [] }: ElementDoc): string {
  return table(
    ['part', 'what it is'],
    cssParts.map(({ name, description = '' }) => [code(name), description]),
  );
}

function statesOf(tag: string, states: readonly ScreenState[]): string {
  return table(
    ['story', '`data-state`', 'what happened'],
    states.filter((state) => state.tag === tag).map(({ id, status, title }) => [code(id), code(status), title]),
  );
}

/** The second argument of the property's `var()`, which may hold brackets itself. */
function ourValue(styles: string, name: string): string {
  const [, rest = ''] = styles.split(`var(${name},`);
  let open = 1;
  const end = [...rest].findIndex((letter) => (open += letter === '(' ? 1 : letter === ')' ? -1 : 0) === 0);
  return rest.slice(0, end).replaceAll(/\s+/g, ' ').trim();
}

/** `meaning [default]`, taken apart. */
function withDefault(description = ''): readonly [string, string] {
  const found = /^(.*?)\s*\[([^[]*)\]$/s.exec(description);
  return found ? [found[1]!, found[2]!] : [description, ''];
}

/** A type without what every property may be. */
const short = (type = ''): string => type.replaceAll(/ \| (null|undefined)/g, '');

const code = (text: string): string => (text === '' ? '' : `\`${text}\``);

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
