import { readdirSync, statSync } from 'node:fs';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { DESK_PATHS } from '../../src/server/better-auth/desk/paths';
import { blocksIn, DOCUMENTS, placeOf, type Block, type Wrong } from './blocks';
import { wrongCode } from './check-code';
import { wrongPage, wrongStyle } from './check-page';
import { wrongHeader, wrongJson, wrongShell, wrongYaml } from './check-rest';
import { read, ROOT } from './manifest';
import { anchorsIn, deadLinks } from './links';

type Check = (block: Block) => Wrong[] | Promise<Wrong[]>;

/** By its language, who checks a block besides the compiler. */
const CHECKS: Readonly<Record<string, Check>> = {
  sh: wrongShell,
  html: wrongPage,
  tsx: wrongPage,
  jsx: wrongPage,
  svelte: wrongPage,
  css: wrongStyle,
  json: wrongJson,
  yaml: wrongYaml,
  http: wrongHeader,
  ts: () => [],
  js: () => [],
};
/** Milliseconds for a program with all that the blocks import, where others are at work too. */
const COMPILING = 120_000;
const COMPILED = ['ts', 'tsx', 'js', 'jsx', 'html'];

/** Everything that is wrong with the blocks, as `place: what`. */
async function wrongIn(blocks: readonly Block[]): Promise<string[]> {
  const compiled = wrongCode(blocks.filter(({ language }) => COMPILED.includes(language)));
  const others = blocks.map(async (block) => CHECKS[block.language]?.(block) ?? [{ block, what: 'nobody checks it' }]);
  const wrong = [...compiled, ...(await Promise.all(others)).flat()];
  return wrong.map(({ block, what }) => `${placeOf(block)}: ${what}`);
}

describe('the code in the documentation', () => {
  it(
    'is right, every block of it',
    async () => {
      expect(await wrongIn(DOCUMENTS.flatMap((file) => blocksIn(file)))).toEqual([]);
    },
    COMPILING,
  );

  it('is found, each block with its language and place', () => {
    const text = '# One\n\n## Two\n\n- a\n\n  ```ts\n  one();\n  ```\n\n```\nnothing\n```\n';
    expect(blocksIn('x.md', text).map(({ line, section, language, text }) => [line, section, language, text])).toEqual([
      [7, 'Two', 'ts', 'one();\n'],
      [11, 'Two', '', 'nothing\n'],
    ]);
  });

  it('would be seen to be wrong, in each language', async () => {
    const wrong: readonly (readonly [string, string])[] = [
      ['ts', "import { createRestBackend } from 'mfa-elements/backends/rest';\ncreateRestBackend({ baseURL: '/' });"],
      ['ts', "import 'mfa-elements/backends/none';"],
      ['js', "document.querySelector('mfa-sign-in').backend = 3;"],
      ['tsx', 'export const form = <mfa-sing-in backend="rest" />;'],
      ['tsx', 'export const form = <mfa-sign-in onmfa-verify={console.log} />;'],
      ['html', '<mfa-sign-in backend="rest" base-uri="/api"></mfa-sign-in>'],
      ['html', '<mfa-sign-in backend="soap"></mfa-sign-in>'],
      ['html', '<mfa-sing-in></mfa-sing-in>'],
      ['html', '<mfa-sign-in @mfa-verify="log" />'],
      ['html', '<mfa-sign-in (mfa-verify)="log()" />'],
      ['html', '<mfa-sign-in :contacts="contact" />'],
      ['html', '<mfa-sign-in [contacts]="contact" />'],
      ['svelte', '<mfa-sign-in contacts={contact}></mfa-sign-in>'],
      ['tsx', 'export const form = <mfa-sign-in prop:contacts={{}} />;'],
      ['html', '<p></div>'],
      ['html', '<script type="module">\nimport \'mfa-elements/define/sing-in\';\n</script>'],
      ['css', "mfa-sign-in [data-part='buton'] { color: red; }"],
      ['css', 'mfa-sign-in { --mfa-acent: red; }'],
      ['css', 'mfa-sign-in { color: red;'],
      ['json', '{ "a": }'],
      ['yaml', 'a: [1'],
      ['sh', 'npm run nothing'],
      ['sh', 'npm install left-pad'],
      ['sh', 'curl https://x.example'],
      ['http', "Content-Security-Policy: script-src 'unsafe-inline'"],
      ['', 'anything'],
    ];
    const blocks = wrong.map(([language, text], line) => ({ file: 'x.md', section: '', line, language, text }));
    const found = await wrongIn(blocks);
    const seen = blocks.filter((block) => found.some((one) => one.startsWith(`${placeOf(block)}:`)));
    expect(blocks.filter((block) => !seen.includes(block)).map(({ text }) => text)).toEqual([]);
  });
});

describe('what the documentation names', () => {
  const { paths } = parse(read('src/backends/rest/openapi.yaml')) as { paths: Record<string, object> };
  // The example of an adapter is one for another API; the page of rights is made by asking the routes.
  const OTHERS = ['docs/your-own-adapter.md', 'docs/rights.md'];
  const named = DOCUMENTS.filter((file) => !OTHERS.includes(file)).flatMap((file) =>
    [...read(file).matchAll(/`(GET|POST) (\/[^`\s]*)`/g)].map(([, method = '', path = '']) => ({ file, method, path })),
  );
  const isOfDesk = (path: string) => DESK_PATHS.includes(path.replaceAll(/\{(\w+)\}/g, ':$1'));
  const isThere = ({ method, path }: { method: string; path: string }) =>
    method.toLowerCase() in (paths[path] ?? {}) || isOfDesk(path);

  it('is an operation of the contract, or a route of the help desk', () => {
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((one) => !isThere(one))).toEqual([]);
  });

  it('would be seen not to be one', () => {
    expect([isThere({ method: 'GET', path: '/challenge' }), isThere({ method: 'POST', path: '/codes' })]).toEqual([
      true,
      false,
    ]);
  });
});

describe('the pictures of the README', () => {
  const images = [...read('README.md').matchAll(/<img\b[^>]*>/g)].map(([tag]) => tag);
  const said = (tag: string) => /\balt="([^"]{20,})"/.test(tag);
  const shown = [...read('README.md').matchAll(/docs\/pictures\/([\w-]+\.png)/g)].map(([, name = '']) => name);
  const there = readdirSync(new URL('docs/pictures', ROOT));
  const weights = there.map((name) => statSync(new URL(`docs/pictures/${name}`, ROOT)).size);

  it('say what they show', () => {
    expect(images).toHaveLength(5);
    expect(images.filter((tag) => !said(tag))).toEqual([]);
    expect(said('<img src="x.png" alt="">')).toBe(false);
  });

  it('are those that are there, light and dark', () => {
    expect([...shown].sort()).toEqual([...there].sort());
    expect(there.filter((name) => name.endsWith('-dark.png'))).toHaveLength(5);
  });

  it('are light to load', () => {
    expect(Math.max(...weights)).toBeLessThan(40_000);
    expect(weights.reduce((sum, one) => sum + one, 0)).toBeLessThan(400_000);
  });
});

describe('the links of the documentation', () => {
  it.each(DOCUMENTS)('lead somewhere in %s', (file) => {
    expect(deadLinks(file)).toEqual([]);
  });

  it('would be seen to lead nowhere', () => {
    const text =
      '[a](none.md) [b](README.md#nothing) [c](#here) [d](https://x.example)\n\n## Here\n\n<img src="no.png">';
    expect(deadLinks('x.md', text)).toEqual(['x.md → none.md', 'x.md → README.md#nothing', 'x.md → no.png']);
  });

  it('know the anchors that GitHub makes', () => {
    expect(anchorsIn('## React, Vue\n\n### `data-part`s\n')).toEqual(['react-vue', 'data-parts']);
  });
});
