// What a page loads, in brotli bytes, lit included: before the first input of `<mfa-challenge>` with
// the REST adapter, and then for each screen that comes later. Exits with 1 above a limit. `--parts` shows each module, packed
// alone.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { atOnce, libraryChunks, packed, weightOf } from './support/library-build.ts';

const FIRST = 13_000;
const AIM = 11_500;
const SCREEN = 6_000;
/** Limits of their own: what a library weighs that is fetched for one picture, and what comes once a person is in. */
const OWN_LIMITS = {
  'src/platform/qr.ts': 8_300,
  'src/elements/later.ts': 6_250,
  'src/define/repair.ts': 11_050,
  'src/define/backup-codes.ts': 11_700,
  'src/define/passkey-enrollment.ts': 9_100,
  'src/define/totp-enrollment.ts': 14_050,
};
const REST = 'src/backends/rest.ts';
const KRATOS = 'src/backends/kratos.ts';
/** On Kratos forms have to be read before it is known what they offer. */
const FIRST_ON_KRATOS = 14_850;
const PAGES = [
  ['mfa-challenge', 'src/define/challenge.ts', FIRST],
  ['mfa-challenge on Kratos', 'src/define/challenge.ts', FIRST_ON_KRATOS, KRATOS],
  ['mfa-sign-in', 'src/define/sign-in.ts', 21_100],
  ['mfa-backup-codes', 'src/define/backup-codes.ts', 29_100],
  ['mfa-totp-enrollment', 'src/define/totp-enrollment.ts', 29_900],
  ['mfa-step-up', 'src/define/step-up.ts', 19_450],
  ['mfa-settings', 'src/define/settings.ts', 31_650],
];

/** What the person has met before some screens, so that it is there: the challenge's own gestures, and then repair. */
const GESTURES = ['src/elements/gestures.ts', 'src/elements/later.ts'];
const REPAIR = [...GESTURES, 'src/define/repair.ts'];
const BEFORE = {
  'src/define/repair.ts': GESTURES,
  'src/define/support.ts': GESTURES,
  'src/define/reset.ts': GESTURES,
  'src/define/backup-codes.ts': [...REPAIR, 'src/define/step-up.ts'],
  'src/define/passkey-enrollment.ts': [...REPAIR, 'src/define/step-up.ts'],
  'src/define/totp-enrollment.ts': [...REPAIR, 'src/define/step-up.ts'],
  'src/define/step-up.ts': REPAIR,
};

const here = (path) => new URL(`../${path}`, import.meta.url).pathname;
const FOLDER = here(`node_modules/.cache/size/${String(process.pid)}`);

/**
 * The chunks of a build whose entries load these modules.
 *
 * @param exported somebody imports from them, as from a screen; nobody does from a page
 */
async function chunksOf(entries, exported, ...extra) {
  mkdirSync(FOLDER, { recursive: true });
  const entry = {};
  for (const [name, modules] of Object.entries(entries)) {
    entry[name] = `${FOLDER}/${name}.ts`;
    writeFileSync(
      entry[name],
      modules.map((module) => `${exported ? 'export * from' : 'import'} ${JSON.stringify(here(module))};\n`).join(''),
    );
  }
  return libraryChunks(entry, { exported, extra });
}

/** What a page loads at once, in the files a bundler makes of it. */
const first = async (...modules) => ({ own: atOnce(await chunksOf({ page: modules }, false)) });

/**
 * What a screen adds to what is there. Each is built apart from those after it: what two later screens share, a bundler puts
 * wherever it likes, and the screen's own weight would change with its neighbors.
 */
async function then(before, file) {
  const later = new Set();
  const apart = {
    name: 'later-apart',
    enforce: 'pre',
    async resolveDynamicImport(name, importer) {
      const found = await this.resolve(name, importer);
      later.add(found.id.replace(here(''), ''));
      return { id: found.id, external: true };
    },
  };
  const chunks = await chunksOf({ there: before, page: [...before, file] }, true, apart);
  return { own: chunks.filter(({ name }) => name === 'page'), later };
}

const parts = process.argv.includes('--parts');
let failed = false;

function tell({ own }, limit, name) {
  const bytes = weightOf(own);
  failed ||= bytes > limit;
  console.log(`  ${String(bytes).padStart(6)} of ${String(limit).padStart(6)}  ${name}`);
  if (!parts) return;
  for (const [id, { code }] of own.flatMap(({ modules }) => Object.entries(modules)))
    if (code) console.log(`          ${String(packed(code).length).padStart(6)}  ${id.replace(here(''), '')}`);
}

console.log(`Brotli bytes, and what they are held to (mfa-challenge at first: aim ${AIM})`);
for (const [title, entry, limit, backend = REST] of PAGES) {
  console.log(`${title}, at first`);
  tell(await first(entry, backend), limit, entry);
  console.log(`${title}, then`);
  const met = (await then([], entry)).later;
  for (const next of (await then([entry], backend)).later) met.add(next);
  for (const file of met) {
    const screen = await then([entry, backend, ...(BEFORE[file] ?? [])], file);
    tell(screen, OWN_LIMITS[file] ?? SCREEN, file);
    for (const next of screen.later) if (next !== entry) met.add(next);
  }
}
rmSync(FOLDER, { recursive: true });
process.exit(failed ? 1 : 0);
