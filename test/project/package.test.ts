import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { installPacked, type Packed } from '../support/packed';

/** The package as npm would publish it, in a folder of somebody who knows nothing of this one. */

/** npm and compilers take their time where the machine is busy. */
const BUSY = 120_000;
vi.setConfig({ testTimeout: BUSY });

const run = promisify(execFile);
const SCRIPT_FILE = /\.js$/;

interface PackageJson {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
}

let packed: Packed;
let manifest: PackageJson;
let files: readonly string[];
beforeAll(async () => {
  packed = await installPacked();
  manifest = JSON.parse(await text('package.json')) as PackageJson;
  files = await readdir(packed.installed, { recursive: true });
}, BUSY);
afterAll(() => packed.remove());

const text = (file: string): Promise<string> => readFile(join(packed.installed, file), 'utf8');

/** Every name under which something can be imported. */
const names = (): readonly string[] =>
  Object.keys(manifest.exports).flatMap((name) => {
    if (!name.includes('*')) return [name];
    const [before = '', after = ''] = name.slice(2).split('*');
    return files
      .filter((file) => file.startsWith(`dist/${before}`) && SCRIPT_FILE.test(file))
      .map((file) => `./${before}${file.slice(`dist/${before}`.length, -3)}${after}`);
  });

/** Are the types wrong? Fails where they are. */
const attw = (tarball: string, ...more: string[]) =>
  run('npx', ['--no-install', 'attw', tarball, '--profile', 'esm-only', ...more]);

/** Runs a module in the stranger's folder. */
async function inFolder(code: string): Promise<string> {
  const file = join(packed.folder, 'try.mjs');
  await writeFile(file, code);
  return (await run(process.execPath, [file])).stdout.trim();
}

describe('the package', () => {
  it('has nothing that publint would change', async () => {
    const { messages } = await publint({ pkgDir: packed.installed, strict: true });
    expect(messages).toEqual([]);
  });

  it('has types for every way to import it', async () => {
    await attw(packed.tarball, '--exclude-entrypoints', 'openapi.yaml');
  });

  it('would be refused by the same check without types', async () => {
    const folder = join(packed.folder, 'untyped');
    await mkdir(folder);
    const exports = { '.': { types: './index.d.ts', default: './index.js' }, './other': './other.js' };
    await writeFile(
      join(folder, 'package.json'),
      JSON.stringify({ name: 'untyped', version: '1.0.0', type: 'module', exports }),
    );
    for (const file of ['index.js', 'other.js', 'index.d.ts']) await writeFile(join(folder, file), 'export {};\n');
    await run('npm', ['pack', '--pack-destination', folder], { cwd: folder });
    await expect(attw(join(folder, 'untyped-1.0.0.tgz'))).rejects.toThrow();
  });

  it('runs no script when it is installed', () => {
    const hooks = ['preinstall', 'install', 'postinstall', 'prepare'];
    expect(Object.keys(manifest.scripts).filter((name) => hooks.includes(name))).toEqual([]);
  });

  it('brings no tool of its own making along', async () => {
    const installed = await readdir(join(packed.folder, 'node_modules'));
    const tools = ['vite', 'typescript', 'storybook', 'msw', 'better-auth', 'vitest', 'eslint', 'react'];
    expect(installed).toEqual(expect.arrayContaining(['lit', 'qrcode', 'file-saver']));
    expect(installed.filter((name) => tools.includes(name))).toEqual([]);
  });

  it('brings a command that checks a configuration', async () => {
    const file = join(packed.folder, 'policy.json');
    await writeFile(file, '{ "reveal": true }');
    const command = run(join(packed.folder, 'node_modules/.bin/mfa-elements'), ['check-config', file]);
    await expect(command).rejects.toMatchObject({ code: 1, stdout: expect.stringContaining('error reveal:') });
  });

  it('holds its sources in its source maps', async () => {
    const scripts = files.filter((file) => file.startsWith('dist/') && SCRIPT_FILE.test(file));
    expect(scripts.length).toBeGreaterThan(50);
    for (const script of scripts) {
      // What only passes other modules on has nothing to map.
      if (!/\b(function|class|const)\b/.test(await text(script))) continue;
      const map = JSON.parse(await text(`${script}.map`)) as { sources: string[]; sourcesContent?: string[] };
      expect([script, map.sourcesContent?.length]).toEqual([script, map.sources.length]);
    }
  });

  it('says the hash of its one-file build', async () => {
    const said = JSON.parse(await text('dist/cdn/integrity.json')) as Record<string, string>;
    const file = await readFile(join(packed.installed, 'dist/cdn/mfa-elements.min.js'));
    expect(said).toEqual({ 'mfa-elements.min.js': `sha384-${createHash('sha384').update(file).digest('base64')}` });
  });

  it('tells an editor of every element', async () => {
    const { tags } = JSON.parse(await text('dist/vscode/vscode.html-custom-data.json')) as { tags: { name: string }[] };
    const defined = names().filter((name) => name.startsWith('./define/'));
    expect(tags.map(({ name }) => `./define/${name.slice('mfa-'.length)}`).sort()).toEqual([...defined].sort());
  });

  it('holds nothing of the workshop', () => {
    const workshop = /(^|\/)(test|stories|demo|node_modules)\/|\.test\.|\.stories\.|tsconfig/;
    expect(files.filter((file) => workshop.test(file))).toEqual([]);
    expect(workshop.test('test/run.mjs')).toBe(true);
  });
});

describe('imported on Node', () => {
  /** The one-file build holds its own lit, made for browsers; types and data are no modules; what frameworks are told needs them. */
  const isModule = (name: string) => !/cdn|\.json|\.yaml|jsx|server|msw|angular|react|solid|svelte|vue/.test(name);

  it('no module asks for a page', async () => {
    const modules = names().filter(isModule);
    expect(modules).toEqual(expect.arrayContaining(['.', './define', './define/sign-in', './fallback', './testing']));
    // Lit looks whether there is a document; that is its own affair.
    const trap = `for (const name of ['document', 'window', 'location', 'navigator', 'self', 'matchMedia', 'localStorage'])
      Object.defineProperty(globalThis, name, { get() {
        if (/mfa-elements|try\\.mjs/.test(new Error().stack.split('\\n')[2])) throw new Error('asked for ' + name);
      } });`;
    const imports = modules.map((name) => `await import('mfa-elements${name.slice(1)}');`).join('\n');
    expect(await inFolder(`${trap}\n${imports}\nconsole.log('done');`)).toBe('done');
    await expect(inFolder(`${trap}\ndocument.title;`)).rejects.toThrow('asked for document');
  });

  it('the plain form is made without lit', async () => {
    const code = `import { renderFallback } from 'mfa-elements/fallback'; console.log(renderFallback());`;
    expect(await inFolder(code)).toContain('<form method="post" action="/api/auth/mfa/challenge/form">');
    expect(await text('dist/fallback.js')).not.toContain('lit');
  });
});

describe('in an app of strict types', () => {
  /** What TypeScript says of a file in the stranger's folder. */
  async function compile(name: string, code: string): Promise<readonly string[]> {
    const types = join(packed.folder, 'node_modules/@types');
    await mkdir(types, { recursive: true });
    await symlink(resolve('node_modules/@types/react'), join(types, 'react'));
    const file = join(packed.folder, name);
    await writeFile(file, code);
    const program = ts.createProgram([file], {
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      jsx: ts.JsxEmit.ReactJSX,
      types: [],
    });
    return ts
      .getPreEmitDiagnostics(program)
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  }

  it('elements, events and JSX have their types, and what is wrong is found', async () => {
    const code = `import 'mfa-elements/define';
      import type {} from 'mfa-elements/jsx/react';

      const element = document.createElement('mfa-sign-in');
      element.service = 'Fjord Bank';
      element.addEventListener('mfa-verified', ({ detail }) => { const way: string = detail.way; console.log(way); });
      // @ts-expect-error the way is a text
      element.addEventListener('mfa-verified', ({ detail }) => { const way: number = detail.way; console.log(way); });

      export const all = <mfa-sign-in backend="rest" base-url="/mfa" key="a" className="b"
        onmfa-verified={({ detail }) => console.log(detail.codesLeft)} />;
      // @ts-expect-error no such attribute
      export const one = <mfa-sign-in nothing="x" />;
      // @ts-expect-error not a text
      export const two = <mfa-sign-in service={3} />;
      // @ts-expect-error a method
      export const three = <mfa-challenge wipe={() => undefined} />;
      // @ts-expect-error not a listener
      export const four = <mfa-sign-in onmfa-verified={3} />;
    `;
    expect(await compile('app.tsx', code)).toEqual([]);
  });
});
