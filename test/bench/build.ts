import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { build, type Rolldown } from 'vite';
import config from '../../vite.config';
import { atOnce, libraryChunks, packed, plugins, weightOf } from '../support/library-build';
import type { Candidate } from './candidates';

export interface File {
  readonly type: string;
  readonly content: Buffer;
}

type Output = readonly (Rolldown.OutputChunk | Rolldown.OutputAsset)[];

const HERE = new URL('.', import.meta.url).pathname;
const ROOT = new URL('../../', import.meta.url).pathname;

/** The peers, as their lock file has them. */
export function installPeers(): void {
  const cwd = `${HERE}peers`;
  if (existsSync(`${cwd}/node_modules`)) return;
  console.log('Installing the peers.');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', args, { cwd, stdio: 'inherit' });
  if (status !== 0) throw new Error('The peers could not be installed; --only leaves them out.');
}

const shared = { configFile: false, root: ROOT, logLevel: 'error', plugins } as const;

/** The output of a production build, as an app makes it with Vite. */
async function chunksOf(script: string, base: string): Promise<Output> {
  const options = {
    target: 'es2022',
    write: false,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: HERE + script },
  };
  const result = await build({ ...shared, base, build: options });
  return (result as Rolldown.RolldownOutput).output;
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

/** What a page loads of ours, lit included, before a challenge from the REST adapter is on screen, in brotli bytes. */
export const bytesOfChallenge = async (): Promise<number> =>
  weightOf(atOnce(await libraryChunks({ page: `${HERE}pages/challenge-rest.ts` })));

/** What every screen of every element weighs with the REST adapter, in brotli bytes. */
export const bytesOfEverything = async (): Promise<number> =>
  weightOf((await chunksOf('pages/everything.ts', '/')).filter(isChunk));
