import { constants, brotliCompressSync } from 'node:zlib';
import { build, type Plugin, type Rolldown } from 'vite';
import config from '../../vite.config';

const ROOT = new URL('../../', import.meta.url).pathname;

/** As hosts of files do it: once, and as small as it gets. */
export const packed = (text: string | Uint8Array): Buffer =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } });

/** What builds our sources. */
export const { plugins } = config({ mode: 'production', command: 'build' });

/**
 * The chunks of a library build: an app's, without the code by which Vite loads lazy parts and which an app has once.
 * @param entry modules by the names of their chunks
 * @param options.exported somebody imports from them, as from a screen; nobody does from a page
 */
export async function libraryChunks(
  entry: Readonly<Record<string, string>>,
  { exported = false, extra = [] }: { readonly exported?: boolean; readonly extra?: readonly Plugin[] } = {},
): Promise<readonly Rolldown.OutputChunk[]> {
  const [result] = (await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    plugins: [...extra, plugins],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      target: 'es2022',
      write: false,
      minify: true,
      lib: { entry: { ...entry }, formats: ['es'] },
      // Library builds keep white space, and what nobody imports, unless they are told.
      rolldownOptions: {
        preserveEntrySignatures: exported && 'strict',
        output: { minify: true, comments: { annotation: false } },
      },
    },
  })) as Rolldown.RolldownOutput[];
  return result!.output.filter((one) => one.type === 'chunk');
}

/** The entry, and all that it imports at once. */
export function atOnce(chunks: readonly Rolldown.OutputChunk[]): readonly Rolldown.OutputChunk[] {
  const found = new Set(chunks.filter(({ isEntry }) => isEntry));
  for (const { imports } of found) for (const chunk of chunks) if (imports.includes(chunk.fileName)) found.add(chunk);
  return [...found];
}

/** What chunks weigh on the wire. */
export const weightOf = (chunks: readonly { readonly code: string }[]): number =>
  chunks.reduce((total, { code }) => total + packed(code).length, 0);
