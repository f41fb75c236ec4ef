/** The HTML that puts the journey's element into a page of one's own. */
import { SERVER } from './abilities.js';
import { chosen, type Settings } from './control.js';
import { attributesOf } from './element.js';
import { JOURNEY } from './journeys.js';

interface Connection {
  /** What the element says of the server, where attributes are enough. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly imports: string;
  /** What a script says of it otherwise. */
  readonly backend?: readonly string[];
}

const CONNECTIONS: Readonly<Record<string, Connection>> = {
  rest: { attributes: { backend: 'rest', 'base-url': '/api/auth/mfa' }, imports: `'mfa-elements/backends/rest'` },
  kratos: {
    attributes: {},
    imports: `{ createKratosBackend } from 'mfa-elements/backends/kratos'`,
    backend: [
      `createKratosBackend({`,
      `  baseUrl: '/kratos',`,
      `  totp: { issuer: 'Fjord Bank', accountName: ({ email }) => String(email) },`,
      `});`,
    ],
  },
  'better-auth': {
    attributes: { backend: 'better-auth', 'base-url': '/api/auth' },
    imports: `'mfa-elements/backends/better-auth'`,
  },
};

const attribute = ([name, value]: readonly [string, string]): string =>
  value === '' ? name : `${name}="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;

const indented = (lines: readonly string[]): string[] => lines.map((line) => (line === '' ? '' : `  ${line}`));

/** A value as a script writes it. */
const literal = (value: unknown): string =>
  JSON.stringify(value, null, 2)
    .replaceAll(/"(\w+)":/g, '$1:')
    .replaceAll(/"([^"\\]*)"/g, (_, text: string) => (text.includes("'") ? `"${text}"` : `'${text}'`));

export function snippetOf(settings: Settings, language: string | null): string {
  const { tag, contact } = chosen(settings, JOURNEY);
  const connection = CONNECTIONS[chosen(settings, SERVER).id] as Connection;
  const attributes = { ...connection.attributes, ...attributesOf(settings, language) };
  const lines = [
    `import ${connection.imports};`,
    `import 'mfa-elements/define/${tag.slice('mfa-'.length)}';`,
    ...scriptOf(tag, connection, contact),
  ];
  return [
    `<${tag}`,
    ...indented(Object.entries(attributes).map(attribute)),
    `></${tag}>`,
    `<script type="module">`,
    ...indented(lines),
    `</script>`,
    '',
  ].join('\n');
}

/** What attributes can't say. */
function scriptOf(tag: string, { backend }: Connection, contact: object | undefined): string[] {
  if (!backend && !contact) return [];
  return [
    '',
    `const element = document.querySelector('${tag}');`,
    ...(backend ? `element.backend = ${backend.join('\n')}`.split('\n') : []),
    ...(contact ? `element.contact = ${literal(contact)};`.split('\n') : []),
  ];
}
