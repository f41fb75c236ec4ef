import { readdirSync } from 'node:fs';
import { read, ROOT } from './manifest';

/** A fenced block of code in the documentation. */
export interface Block {
  readonly file: string;
  /** The line of its fence. */
  readonly line: number;
  /** The second-level heading over it. */
  readonly section: string;
  readonly language: string;
  readonly text: string;
}

/** What is wrong with a block, in words. */
export interface Wrong {
  readonly block: Block;
  readonly what: string;
}

const FENCE = /^( *)```(\w*)\n([^]*?)^\1```$/gm;

/** The README and everything in `docs`. */
export const DOCUMENTS: readonly string[] = [
  'README.md',
  ...readdirSync(new URL('docs', ROOT), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`)
    .sort(),
];

export function blocksIn(file: string, text = read(file)): Block[] {
  return [...text.matchAll(FENCE)].map(({ 1: indent = '', 2: language = '', 3: code = '', index }) => {
    const before = text.slice(0, index);
    return {
      file,
      line: before.split('\n').length,
      section: [...before.matchAll(/^## (.*)$/gm)].at(-1)?.[1] ?? '',
      language,
      text: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
    };
  });
}

/** `README.md:12`, to be found by. */
export const placeOf = ({ file, line }: Block): string => `${file}:${String(line)}`;
