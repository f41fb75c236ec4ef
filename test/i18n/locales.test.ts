import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Words } from '../../src/i18n/catalogue.js';
import { FILES } from '../../src/i18n/files.js';
import { faultsOf, type Same } from './check-locale.js';
import { english } from './english.js';

const LOCALES = new URL('../../src/i18n/locales/', import.meta.url);
const REVIEWS = new URL('../../src/i18n/reviews/', import.meta.url);
const SAME = new URL('same-as-english/', import.meta.url);

/** `LOCALE=fr` checks one, while it is written. */
const only = process.env['LOCALE'];
const tags = readdirSync(LOCALES).filter((tag) => only === undefined || tag === only);

async function load(tag: string): Promise<Record<string, Record<string, Words>>> {
  const folder = new URL(`${tag}/`, LOCALES);
  const files = readdirSync(folder);
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file) => [
        file.replace(/\.ts$/, ''),
        (await import(new URL(file, folder).href)) as Record<string, Words>,
      ]),
    ),
  ) as Record<string, Record<string, Words>>;
}

const sameIn = (tag: string): Same => {
  const file = new URL(`${tag}.json`, SAME);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Same) : { sentences: [], words: [] };
};

it('finds the locale that is asked for', () => {
  expect(tags).not.toEqual([]);
});

describe.each(tags)('locale %s', (tag) => {
  it('has each catalogue in its file', async () => {
    const found = Object.entries(await load(tag)).flatMap(([file, exports]) =>
      Object.keys(exports).map((name) => [name, file] as const),
    );
    expect(Object.fromEntries(found)).toEqual(FILES);
  });

  it('says all that English says, in its own words, slots and plural forms', async () => {
    const own = Object.assign({}, ...Object.values(await load(tag))) as Record<string, Words>;
    expect(faultsOf(tag, english, own, sameIn(tag))).toEqual([]);
  });

  it('has a glossary, a tone and the findings of a second reader on record', () => {
    const review = readFileSync(new URL(`${tag}.md`, REVIEWS), 'utf8');
    for (const part of ['## Glossary', '## Tone', '## Second reader']) expect(review).toContain(part);
    for (const term of ['second factor', 'backup code', 'passkey', 'app code', 'help team'])
      expect(review).toMatch(new RegExp(`^\\| ${term} +\\| \\S`, 'm'));
  });
});
