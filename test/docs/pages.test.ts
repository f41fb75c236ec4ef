import { existsSync, readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { elementPages, type Sources } from './element-pages';
import { madeFiles } from './made';
import { read, readElements, ROOT, type ElementDoc } from './manifest';

const committed = (name: string): string | undefined => (existsSync(new URL(name, ROOT)) ? read(name) : undefined);

describe('the pages of the elements', () => {
  let made: ReadonlyMap<string, string>;
  beforeAll(async () => {
    made = await madeFiles();
  });

  it('are what `npm run docs` makes today', () => {
    expect([...made].filter(([name, text]) => committed(name) !== text).map(([name]) => name)).toEqual([]);
  });

  it('are there for every element, and for no other', () => {
    const pages = readdirSync(new URL('docs/elements', ROOT)).filter((name) => name !== 'README.md');
    expect(pages.sort()).toEqual(
      readElements()
        .map(({ tagName }) => `${tagName}.md`)
        .sort(),
    );
  });

  it('say of every attribute, event and part what it is', () => {
    const silent = readElements().flatMap(
      ({ tagName, summary, attributes = [], members = [], events = [], cssParts = [] }) => [
        ...(summary ? [] : [tagName]),
        ...[...attributes, ...events, ...cssParts, ...members.filter(ownField(attributes))]
          .filter(({ description }) => !description)
          .map(({ name }) => `${tagName} ${name}`),
      ],
    );
    expect(silent).toEqual([]);
  });

  it('name every custom property that our sheets use, and no other', () => {
    const sheets = readdirSync(new URL('src/styles', ROOT)).map((file) => read(`src/styles/${file}`));
    const used = [...sheets.join('\n').matchAll(/var\((--mfa-[\w-]+)/g)].map(([, name]) => name);
    const named = readElements().flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name));
    expect([...new Set(named)].sort()).toEqual([...new Set(used)].sort());
    expect(used).toContain('--mfa-accent');
  });

  it('name no part that the elements do not have', () => {
    const code = readdirSync(new URL('src', ROOT), { recursive: true, encoding: 'utf8' })
      .filter((file) => /^(elements|platform)\/.*\.ts$/.test(file))
      .map((file) => read(`src/${file}`).replaceAll(/\/\*[^]*?\*\//g, ''))
      .join('\n');
    const has = (name: string) => new RegExp(`["' ]${name}["' ]`).test(code);
    const named = readElements().flatMap(({ cssParts = [] }) => cssParts.map(({ name }) => name));
    expect([named.filter((name) => !has(name)), has('surprise')]).toEqual([[], false]);
  });
});

/** Fields that are no attribute. */
const ownField =
  (attributes: readonly { readonly name: string; readonly fieldName?: string }[]) =>
  ({ name, kind, privacy = 'public' }: NonNullable<ElementDoc['members']>[number]): boolean =>
    kind === 'field' && privacy === 'public' && !attributes.some((one) => [one.name, one.fieldName].includes(name));

describe('a page', () => {
  const element: ElementDoc = {
    tagName: 'mfa-one',
    name: 'MfaOne',
    module: 'src/elements/one.ts',
    summary: 'one',
    description: 'Does one thing.',
    stability: 'stable',
    attributes: [{ name: 'size', type: { text: 'string | null' }, description: 'how big it is [small]' }],
    events: [{ name: 'mfa-counted', type: { text: 'Counted' }, description: 'it was counted' }],
  };
  const sources: Sources = {
    elements: [element],
    details: new Map([['Counted', [{ name: 'count', type: "number | 'unknown'" }]]]),
    states: [],
    styles: '',
  };
  const page = (given: Partial<Sources> = {}) => elementPages({ ...sources, ...given }).get('mfa-one.md');

  it('says what an attribute means, and what holds without it', () => {
    expect(page()).toContain('| `size` | `size` | `string` | how big it is | small |');
  });

  it('says what an event tells', () => {
    expect(page()).toContain("| `mfa-counted` | it was counted | `count: number \\| 'unknown'` |");
  });

  it('changes with the JSDoc', () => {
    expect(page({ elements: [{ ...element, description: 'Does two things.' }] })).not.toBe(page());
  });

  it('is refused for an event that is none of ours', () => {
    expect(() => page({ details: new Map() })).toThrow(
      '<mfa-one> fires mfa-counted, but "Counted" is no event of ours.',
    );
  });
});
