import { fileURLToPath } from 'node:url';
import { basename, dirname, join } from 'node:path';
import ts from 'typescript';
import type { Block, Wrong } from './blocks';
import { read, ROOT } from './manifest';

const HERE = fileURLToPath(ROOT);
/** Stands for the app's own files that a guide names and does not show. */
const OWN: Readonly<Record<string, string>> = {
  './mailer.js': 'test/server/support/guide-mailer.ts',
  './server.js': 'test/docs/own-server.ts',
  './world.js': 'test/docs/own-world.ts',
};

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  jsx: ts.JsxEmit.ReactJSX,
  strict: true,
  skipLibCheck: true,
  allowJs: true,
  checkJs: true,
  moduleDetection: ts.ModuleDetectionKind.Force,
  useDefineForClassFields: false,
  allowImportingTsExtensions: true,
  noEmit: true,
  types: ['node'],
  typeRoots: [join(HERE, 'node_modules/@types')],
};

type Exports = Readonly<Record<string, string | { readonly types: string }>>;
const { exports } = JSON.parse(read('package.json')) as { exports: Exports };

/** The source of what the package exports under a name, or undefined where it exports nothing of that name. */
export function sourceOf(specifier: string): string | undefined {
  const name = specifier.replace(/^mfa-elements/, '.');
  for (const [key, target] of Object.entries(exports)) {
    if (typeof target === 'string') continue;
    const [start = '', end] = key.split('*');
    const isMeant =
      end === undefined ? name === key : name.startsWith(start) && !name.slice(start.length).includes('/');
    if (!isMeant) continue;
    const file = target.types.replace('*', name.slice(start.length)).replace('./dist/types', 'src');
    return file.replace(/\.d\.ts$/, '.ts');
  }
  return undefined;
}

/** Where a block would stand: the blocks of one section are one folder, a first line `// name.ts` names the file. */
export function fileOf(block: Block, folder = join(HERE, 'test-results/docs')): string {
  const slug = `${block.file.replaceAll(/[^\w]+/g, '-')}/${block.section.replaceAll(/[^\w]+/g, '-')}`;
  const ending = block.language === 'html' ? 'js' : block.language;
  const name = /^\/\/ ([\w./-]+\.[jt]sx?)\b/.exec(block.text)?.[1] ?? `line-${String(block.line)}.${ending}`;
  return join(folder, slug, name);
}

/** The script inside a block of HTML, or the block itself. */
export const scriptOf = ({ language, text }: Block): string =>
  language === 'html'
    ? [...text.matchAll(/<script type="module">([^]*?)<\/script>/g)].map(([, code]) => code).join('\n')
    : text;

/** "Possibly null": what plain JavaScript has no word for. */
const MAYBE_NULL = [2531, 18047];

/** The block that a relative import means: of its own section, or else of another one of the same document. */
function shownAs(specifier: string, from: string, files: readonly string[]): string | undefined {
  if (!specifier.startsWith('./')) return undefined;
  const here = join(dirname(from), specifier.replace(/\.js$/, '.ts'));
  const elsewhere = (file: string) =>
    basename(file) === basename(here) && dirname(dirname(file)) === dirname(dirname(here));
  return files.find((file) => file === here) ?? files.find(elsewhere);
}

/** The code of a block with what it imports put where it stands here, so that it can be run. */
export function runnable(block: Block, blocks: readonly Block[]): string {
  const files = blocks.map((one) => fileOf(one));
  return scriptOf(block).replaceAll(/(?<=\b(?:from|import) |\bimport\()'([^']+)'/g, (whole, specifier: string) => {
    const own = specifier.startsWith('mfa-elements') ? sourceOf(specifier) : OWN[specifier];
    const target = own ? join(HERE, own) : shownAs(specifier, fileOf(block), files);
    return target ? `'${target}'` : whole;
  });
}

/** Checks blocks as one program, against the sources that the package is made of. */
export function wrongCode(blocks: readonly Block[]): Wrong[] {
  const files = new Map(blocks.map((block) => [fileOf(block), block]));
  const host = ts.createCompilerHost(OPTIONS);
  const known = host.fileExists.bind(host);
  const readFile = host.readFile.bind(host);
  const getSource = host.getSourceFile.bind(host);
  const textOf = (name: string) => {
    const block = files.get(name);
    return block && scriptOf(block);
  };
  Object.assign(host, {
    fileExists: (name: string) => files.has(name) || known(name),
    // The folders of the blocks are nowhere, and looked into all the same.
    directoryExists: undefined,
    readFile: (name: string) => textOf(name) ?? readFile(name),
    getSourceFile: (name: string, ...rest: [ts.ScriptTarget]) => {
      const text = textOf(name);
      return text === undefined ? getSource(name, ...rest) : ts.createSourceFile(name, text, ...rest);
    },
    resolveModuleNameLiterals: (names: readonly ts.StringLiteralLike[], from: string) =>
      names.map(({ text }) => {
        const own = text.startsWith('mfa-elements') ? sourceOf(text) : files.has(from) ? OWN[text] : undefined;
        const shown = files.has(from) ? shownAs(text, from, [...files.keys()]) : undefined;
        if (shown) return { resolvedModule: { resolvedFileName: shown, extension: '.ts' } };
        const inside = files.has(from) && !text.startsWith('.') ? join(HERE, 'test/docs/x.ts') : from;
        if (own === undefined) return ts.resolveModuleName(text, inside, OPTIONS, host);
        return { resolvedModule: { resolvedFileName: join(HERE, own), extension: '.ts' } };
      }),
  });
  const program = ts.createProgram([...files.keys()], OPTIONS, host);
  return [...files].flatMap(([name, block]) => {
    const source = program.getSourceFile(name);
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    const meant = found.filter(({ code }) => block.language === 'ts' || !MAYBE_NULL.includes(code));
    return meant.map(({ messageText }) => ({ block, what: ts.flattenDiagnosticMessageText(messageText, '\n') }));
  });
}
