import { readdirSync } from 'node:fs';
import { FILES } from '../../src/i18n/files.js';

/** The modules of the package that bring a language, one for each folder of words. */

const LOCALES = new URL('../../src/i18n/locales/', import.meta.url);

/** The tags of all locales. */
export const tags = readdirSync(LOCALES).sort();

/** What is fetched when a screen needs it: the first words come with the entry, and the plain form's are the server's. */
const LATER = [...new Set(Object.values(FILES))].filter((file) => file !== 'first' && file !== 'fallback');

const quoted = (name: string): string => (/^\w+$/.test(name) ? name : `'${name}'`);

const entry = (tag: string): string => `import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/${tag}/first.js';

registerLocale('${tag}', first, {
${LATER.map((file) => `  ${quoted(file)}: () => import('../i18n/locales/${tag}/${file}.js'),\n`).join('')}});
`;

const all = `/** Speaks the language of the page, and fetches it by itself. \`mfa-elements/locales/<tag>\` brings one at once. */
import { offerLocales } from './i18n/interpreter.js';

offerLocales({
${tags.map((tag) => `  ${quoted(tag)}: () => import('./locales/${tag}.js'),\n`).join('')}});
`;

const plainForm = (tag: string): string => `import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/${tag}/fallback.js';
import { challenge } from '../i18n/locales/${tag}/first.js';
import { shared } from '../i18n/locales/${tag}/later.js';
import { backupCode } from '../i18n/locales/${tag}/sign-in.js';

/** What \`renderFallback\` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
`;

/** What stands in each of them, by its path below `src`. */
export const entries: ReadonlyMap<string, string> = new Map([
  ['locales.ts', all],
  ...tags.map((tag) => [`locales/${tag}.ts`, entry(tag)] as const),
  ...tags.map((tag) => [`fallback/${tag}.ts`, plainForm(tag)] as const),
]);
