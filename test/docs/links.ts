import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import { read, ROOT } from './manifest';

const LINK = /(?<!!)\[(?:[^\]]|\\\])*\]\(([^)\s]+)\)|<img\b[^>]*\bsrc="([^"]+)"|<source\b[^>]*\bsrcset="([^"]+)"/g;
const CODE = /^( *)```[^]*?^\1```$|`[^`\n]*`/gm;

/** The relative links of a document that lead nowhere. */
export function deadLinks(file: string, text = read(file)): string[] {
  return [...text.replaceAll(CODE, (code) => (code.startsWith('`<') ? code : '`code`')).matchAll(LINK)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .filter((target) => !/^[a-z]+:/.test(target))
    .filter((target) => !leadsSomewhere(file, target, text))
    .map((target) => `${file} → ${target}`);
}

function leadsSomewhere(file: string, target: string, text: string): boolean {
  const [path = '', anchor] = target.split('#');
  const to = path === '' ? file : join(dirname(file), path);
  if (path !== '' && !existsSync(new URL(to, ROOT))) return false;
  return anchor === undefined || anchorsIn(to === file ? text : read(to)).includes(anchor);
}

/** The anchors of a document's headings, as GitHub makes them. */
export function anchorsIn(text: string): string[] {
  const headings = text.replaceAll(/^( *)```[^]*?^\1```$/gm, '').matchAll(/^#+ (.*)$/gm);
  return [...headings].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
