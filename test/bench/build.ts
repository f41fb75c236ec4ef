import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants, brotliCompressSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import config from '../../vite.config';
import type { Candidate } from './candidates';

export interface File {
  readonly type: string;
  readonly content: Buffer;
}

type Output = readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[];

const HERE = new URL('.', import.meta.url).pathname;
const ROOT = new URL('../../', import.meta.url).pathname;

/** As hosts of files do it: once, and as small as it gets. */
const packed = (text: string | Uint8Array): Buffer =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } });

/** The peers, as their lock file has them. */
export function installPeers(): void {
  const cwd = `${HERE}peers`;
  if (existsSync(`${cwd}/node_modules`)) return;
  console.log('Installing the peers.');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', args, { cwd, stdio: 'inherit' });
  if (status !== 0) throw new Error('The peers could not be installed; --only leaves them out.');
}

const { plugins } = config({ mode: 'production', command: 'build' });
const shared = { configFile: false, root: ROOT, logLevel: 'error', plugins } as const;
const asAnApp = { target: 'es2022', write: false, modulePreload: { polyfill: false } } as const;

/** The output of a production build, as an app makes it with Vite. */
async function chunksOf(script: string, base: string): Promise<Output> {
  const options = { ...asAnApp, rolldownOptions: { input: HERE + script } };
  const result = await build({ ...shared, base, build: options });
  return (result as Rolldown.RolldownOutput).output;
}

/** The same without what Vite adds for all lazy parts of an app: the code that loads them, which an app has once. */
async function ownChunksOf(script: string): Promise<readonly Rolldown.OutputChunk[]> {
  const options = {
    ...asAnApp,
    minify: true,
    lib: { entry: HERE + script, formats: ['es' as const] },
    // Library builds keep white space, and what nobody imports, unless they are told.
    rolldownOptions: {
      preserveEntrySignatures: false as const,
      output: { minify: true, comments: { annotation: false } },
    },
  };
  const [result] = (await build({ ...shared, build: options })) as Rolldown.RolldownOutput[];
  return result!.output.filter(isChunk);
}

/** The one-file build, as the package has it. */
async function oneFile(): Promise<Output> {
  const { build: options, plugins: own } = config({ mode: 'cdn', command: 'build' });
  const result = await build({ ...shared, plugins: own, build: { ...options, write: false, sourcemap: false } });
  return (result as Rolldown.RolldownOutput[])[0]!.output;
}

const isChunk = (one: Output[number]): one is Rolldown.OutputChunk => one.type === 'chunk';

/** A page with everything it loads, by path. */
export async function buildPage({ name, script, body }: Candidate, challenge: unknown): Promise<Map<string, File>> {
  const base = `/${name}/`;
  const output = script === undefined ? [] : await (script === 'cdn' ? oneFile() : chunksOf(script, base));
  const files = new Map<string, File>();
  for (const one of output) {
    if (isChunk(one)) files.set(base + one.fileName, { type: 'text/javascript', content: packed(one.code) });
    else if (one.fileName.endsWith('.css'))
      files.set(base + one.fileName, { type: 'text/css', content: packed(one.source) });
  }
  const page = shell(tagsOf(output, base), body(challenge));
  files.set(base, { type: 'text/html; charset=utf-8', content: packed(page) });
  return files;
}

/** What Vite writes into a page: the entry, all that it imports at once, its styles. */
function tagsOf(output: Output, base: string): string {
  const [entry, ...imported] = atOnce(output.filter(isChunk));
  if (!entry) return '';
  const styles = output.filter(({ fileName }) => fileName.endsWith('.css'));
  return [
    `<script type="module" src="${base}${entry.fileName}"></script>`,
    ...imported.map(({ fileName }) => `<link rel="modulepreload" href="${base}${fileName}">`),
    ...styles.map(({ fileName }) => `<link rel="stylesheet" href="${base}${fileName}">`),
  ].join('\n    ');
}

const shell = (tags: string, body: string): string => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Confirm it's you</title>
    <link rel="icon" href="data:,">
    ${tags}
  </head>
  <body>
    <main>
      ${body}
    </main>
  </body>
</html>
`;

const weightOf = (chunks: readonly Rolldown.OutputChunk[]): number =>
  chunks.reduce((total, { code }) => total + packed(code).length, 0);

/** What a page loads of ours, lit included, before a challenge from the REST adapter is on screen, in brotli bytes. */
export const bytesOfChallenge = async (): Promise<number> =>
  weightOf(atOnce(await ownChunksOf('pages/challenge-rest.ts')));

/** What every screen of every element weighs with the REST adapter, in brotli bytes. */
export const bytesOfEverything = async (): Promise<number> =>
  weightOf((await chunksOf('pages/everything.ts', '/')).filter(isChunk));

/** The entry, and all that it imports at once. */
function atOnce(chunks: readonly Rolldown.OutputChunk[]): readonly Rolldown.OutputChunk[] {
  const found = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of found) for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  return [...found];
}
