// What a login page loads before its first input: `<mfa-challenge>` with the REST adapter, lit included, in brotli bytes.
// Exits with 1 above the limit. `--parts` shows each module, packed alone.
import { mkdirSync, writeFileSync } from 'node:fs';
import { constants, brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

const LIMIT = 13_000;
const AIM = 11_500;
const SCREEN_LIMIT = 6_000;
const ENTRY = 'node_modules/.cache/login-page.ts';

function here(path) {
  return new URL(`../${path}`, import.meta.url).pathname;
}

mkdirSync(here('node_modules/.cache'), { recursive: true });
writeFileSync(
  here(ENTRY),
  `import ${JSON.stringify(here('src/define/challenge.ts'))}; import ${JSON.stringify(here('src/backends/rest.ts'))};\n`,
);

const brotli = (text) =>
  brotliCompressSync(Buffer.from(text), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const { default: config } = await import('../vite.config.ts');
const { plugins } = config({ mode: 'production', command: 'build' });
const [{ output }] = await build({
  configFile: false,
  root: here(''),
  logLevel: 'error',
  plugins,
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    target: 'es2022',
    write: false,
    minify: true,
    lib: { entry: here(ENTRY), formats: ['es'], fileName: 'page' },
    rolldownOptions: { output: { minify: true } },
  },
});

const chunks = new Map(output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
const first = new Set();
const follow = (file) => {
  if (first.has(file)) return;
  first.add(file);
  chunks.get(file).imports.forEach(follow);
};
for (const { fileName, isEntry } of chunks.values()) if (isEntry) follow(fileName);

const sum = (files) => [...files].reduce((total, file) => total + brotli(chunks.get(file).code), 0);
const total = sum(first);
console.log(`before the first input: ${total} bytes (held to ${LIMIT}, aim ${AIM})`);
if (process.argv.includes('--parts')) {
  for (const file of first) {
    for (const [id, { code }] of Object.entries(chunks.get(file).modules))
      if (code) console.log(`  ${String(brotli(code)).padStart(6)}  ${id.replace(here(''), '')}`);
  }
}
let failed = total > LIMIT;
for (const [file, { code }] of chunks) {
  if (first.has(file)) continue;
  const size = brotli(code);
  console.log(`later, ${file.replace(/-[\w-]{8}\.js$/, '')}: ${size} bytes`);
  failed ||= size > SCREEN_LIMIT;
}
process.exit(failed ? 1 : 0);
