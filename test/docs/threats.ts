import { existsSync } from 'node:fs';
import ts from 'typescript';
import { read, ROOT } from './manifest';

export interface Threat {
  readonly attacker: string;
  readonly tests: readonly { readonly file: string; readonly sentence: string }[];
}

const ENTRY = /^- \*\*(.+)\*\*\n((?: {2}- .+\n(?: {4}.+\n)*)*)/gm;
const TEST = /^ {2}- `([^`]+)`: (.+(?:\n {4}.+)*)/gm;

/** The attackers in the table of a page, in order. */
export const attackersIn = (page: string): readonly string[] =>
  [...page.matchAll(/^\| ([^|]+?) +\|/gm)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'attacker' && !/^-+$/.test(name));

/** What a page says which tests hold each of them. */
export function threatsIn(page: string): readonly Threat[] {
  return [...page.matchAll(ENTRY)].map(([, attacker = '', list = '']) => ({
    attacker,
    tests: [...list.matchAll(TEST)].map(([, file = '', sentence = '']) => ({
      file,
      sentence: sentence.replaceAll(/\s*\n\s*/g, ' ').trim(),
    })),
  }));
}

/** The titles of the tests in a file: what differs from case to case is `…`. */
export function titlesIn(text: string): readonly string[] {
  const titles: string[] = [];
  const source = ts.createSourceFile('a.ts', text, ts.ScriptTarget.Latest);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(it|test|describe|\w+It)\b/.test(node.expression.getText(source))) {
      const [title] = node.arguments;
      if (title && ts.isStringLiteralLike(title)) titles.push(title.text);
      if (title && ts.isTemplateExpression(title))
        titles.push([title.head.text, ...title.templateSpans.map(({ literal }) => literal.text)].join('…'));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return titles;
}

/** What a page says of its tests that is not so. */
export function wrongIn(page: string): readonly string[] {
  const threats = threatsIn(page);
  const held = new Set(threats.filter(({ tests }) => tests.length > 0).map(({ attacker }) => attacker));
  const attackers = attackersIn(page);
  return [
    ...attackers.filter((name) => !held.has(name)).map((name) => `${name}: no test`),
    ...threats
      .filter(({ attacker }) => !attackers.includes(attacker))
      .map(({ attacker }) => `${attacker}: not in the table`),
    ...threats
      .flatMap(({ tests }) => tests)
      .filter((one) => !isThere(one))
      .map(({ file, sentence }) => `${file} has no "${sentence}"`),
  ];
}

/** Each file is read once. */
const known = new Map<string, readonly string[]>();

function isThere({ file, sentence }: Threat['tests'][number]): boolean {
  const titles = known.get(file) ?? (existsSync(new URL(file, ROOT)) ? titlesIn(read(file)) : []);
  known.set(file, titles);
  return titles.includes(sentence);
}
