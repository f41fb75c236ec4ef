// What a page loads, in brotli bytes, lit included: before the first input of `<mfa-challenge>` with
// the REST adapter and with that for Kratos, and then for each screen that comes later. Exits with 1 above a limit. `--parts` shows each module, packed
// alone.
import { mkdirSync, writeFileSync } from 'node:fs';
import { constants, brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

const LIMIT = 13_000;
/** Forms have to be read before it is known what they offer. */
const LIMIT_ON_KRATOS = 14_800;
const AIM = 11_500;
const SCREEN_LIMIT = 6_000;
/** Limits of their own: what a library weighs that is fetched for one picture, and what comes once a person is in. */
const OWN_LIMITS = {
  'src/platform/qr.ts': 8_500,
  'src/define/repair.ts': 12_000,
  'src/define/backup-codes.ts': 14_000,
  'src/define/passkey-enrollment.ts': 11_000,
  'src/define/totp-enrollment.ts': 16_500,
};
/** The drop-in's bundle cuts what these share with the screens after it into files of their own. */
const IN_SIGN_IN = { 'src/elements/later.ts': 6_200 };

/** What the person has met before some screens, so that it is there: the challenge's own gestures, and then repair. */
const GESTURES = ['src/elements/gestures.ts', 'src/elements/later.ts'];
const REPAIR = [...GESTURES, 'src/define/repair.ts'];
const BEFORE = {
  'src/define/repair.ts': GESTURES,
  'src/define/backup-codes.ts': [...REPAIR, 'src/define/step-up.ts'],
  'src/define/passkey-enrollment.ts': [...REPAIR, 'src/define/step-up.ts'],
  'src/define/totp-enrollment.ts': [...REPAIR, 'src/define/step-up.ts'],
  'src/define/step-up.ts': REPAIR,
};

const here = (path) => new URL(`../${path}`, import.meta.url).pathname;
const brotli = (text) =>
  brotliCompressSync(Buffer.from(text), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const { default: config } = await import('../vite.config.ts');
const { plugins } = config({ mode: 'production', command: 'build' });

/** The chunks of a page that imports these modules, by file name, and those that it loads at once. */
async function page(name, ...modules) {
  const input = here(`node_modules/.cache/${name}.ts`);
  mkdirSync(here('node_modules/.cache'), { recursive: true });
  writeFileSync(input, modules.map((module) => `import ${JSON.stringify(here(module))};\n`).join(''));
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
      // A library build, which leaves Vite's own loader out; but like a page, nobody imports from it.
      lib: { entry: input, formats: ['es'], fileName: 'page' },
      rolldownOptions: { preserveEntrySignatures: false, output: { minify: true } },
    },
  });
  const chunks = new Map(output.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const entry = [...chunks.values()].find(({ isEntry }) => isEntry);
  return { chunks, first: reached(chunks, entry.fileName) };
}

/** What is loaded with a file, itself included, besides what is there already. */
function reached(chunks, file, there = new Set(), found = new Set()) {
  if (there.has(file) || found.has(file)) return found;
  found.add(file);
  for (const next of chunks.get(file).imports) reached(chunks, next, there, found);
  return found;
}

const sum = (chunks, files) => [...files].reduce((total, file) => total + brotli(chunks.get(file).code), 0);

const challenge = await page('size-challenge', 'src/define/challenge.ts', 'src/backends/rest.ts');
const total = sum(challenge.chunks, challenge.first);
console.log(`before the first input: ${total} bytes (held to ${LIMIT}, aim ${AIM})`);
let failed = total > LIMIT;

const kratos = await page('size-kratos', 'src/define/challenge.ts', 'src/backends/kratos.ts');
const onKratos = sum(kratos.chunks, kratos.first);
console.log(`before the first input, on Kratos: ${onKratos} bytes (held to ${LIMIT_ON_KRATOS})`);
failed ||= onKratos > LIMIT_ON_KRATOS;

if (process.argv.includes('--parts')) {
  for (const file of challenge.first) {
    for (const [id, { code }] of Object.entries(challenge.chunks.get(file).modules))
      if (code) console.log(`  ${String(brotli(code)).padStart(6)}  ${id.replace(here(''), '')}`);
  }
}

const pages = {
  'mfa-challenge': challenge,
  'mfa-sign-in': await page('size-sign-in', 'src/define/sign-in.ts', 'src/backends/rest.ts'),
  'mfa-backup-codes': await page('size-backup-codes', 'src/define/backup-codes.ts', 'src/backends/rest.ts'),
  'mfa-totp-enrollment': await page('size-totp-enrollment', 'src/define/totp-enrollment.ts', 'src/backends/rest.ts'),
  'mfa-step-up': await page('size-step-up', 'src/define/step-up.ts', 'src/backends/rest.ts'),
};
for (const [title, { chunks, first }] of Object.entries(pages)) {
  if (title !== 'mfa-challenge') console.log(`at first, with ${title}: ${sum(chunks, first)} bytes`);
  console.log(`then, with ${title}: (each held to ${SCREEN_LIMIT}, or to its own limit)`);
  for (const { fileName, isDynamicEntry, facadeModuleId } of chunks.values()) {
    if (!isDynamicEntry || first.has(fileName)) continue;
    const file = facadeModuleId.replace(here(''), '');
    const there = new Set(first);
    for (const before of BEFORE[file] ?? []) {
      const chunk = [...chunks.values()].find((one) => one.facadeModuleId === here(before));
      if (chunk) for (const found of reached(chunks, chunk.fileName, there)) there.add(found);
    }
    const size = sum(chunks, reached(chunks, fileName, there));
    console.log(`  ${String(size).padStart(6)}  ${file}`);
    const own = (title === 'mfa-sign-in' ? IN_SIGN_IN[file] : undefined) ?? OWN_LIMITS[file];
    failed ||= size > (own ?? SCREEN_LIMIT);
  }
}
process.exit(failed ? 1 : 0);
