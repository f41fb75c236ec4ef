import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** Signs by which a browser or a system says that something is safe: on a page they would claim it. */
const SIGNS =
  /[\u{1F510}-\u{1F513}\u{1F50F}\u{1F511}\u{1F5DD}\u{1F6E1}]|padlock|\bshield\b|lock-?icon|icon-?lock|lock\.svg/iu;

/** Every picture that we draw: a triangle with a mark beside an error; the demo bank's letter; and codes for a camera. */
const DRAWN = ['demo/icon.svg', 'src/elements/fragments/later-parts.ts'];

const files = ['src', 'demo'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    .filter((file) => /\.(ts|html|css|svg)$/.test(file) && !/(^|\/)(dist|node_modules)\//.test(file)),
);
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

describe('what we draw', () => {
  it('has nothing of the signs by which browsers say that a page is safe', () => {
    expect(files.length).toBeGreaterThan(200);
    expect(files.filter((file) => SIGNS.test(file) || SIGNS.test(read(file)))).toEqual([]);
  });

  it.each(['\u{1F512} Secure', '<svg class="padlock">', 'A shield', 'data-part="lock-icon"', '\u{1F6E1}\u{FE0F}'])(
    'would be seen to have %s',
    (text) => {
      expect(SIGNS.test(text)).toBe(true);
    },
  );

  it('is what somebody has looked at', () => {
    const draws = /<svg|<img|<picture|background(-image)?:[^;]*url\(|\.png['")]/;
    expect(files.filter((file) => draws.test(read(file))).sort()).toEqual(DRAWN);
  });

  it('is left out by screen readers where its words say as much', () => {
    expect(read('src/elements/fragments/later-parts.ts').match(/<svg[^>]*>/g)).toEqual([
      expect.stringContaining('aria-hidden="true"'),
    ]);
  });
});
