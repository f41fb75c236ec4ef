import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { transform } from 'lightningcss';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { OTHER_PAGES, PAGES, pageAt } from './demo/addresses.ts';

/** The test kit's entries. */
const TESTING = ['testing/index', 'testing/msw', 'testing/contract/index', 'testing/states/index'];

/** The adapters; what else lies beside them is theirs. */
const BACKENDS = ['rest.ts', 'kratos.ts', 'better-auth.ts'];

/** One output file per entry of `exports`, so that a page loads what it names. */
const entries = {
  ...Object.fromEntries(
    [
      'index',
      'define',
      'fallback',
      'locales',
      'words',
      ...['define', 'fallback', 'locales'].flatMap((name) => inside(name)),
      ...inside('backends', BACKENDS),
      ...TESTING,
    ].map((name) => [name, `src/${name}.ts`]),
  ),
  // The other frameworks need types alone.
  react: 'src/frameworks/react.ts',
  angular: 'src/frameworks/angular.ts',
};

function inside(folder: string, only?: readonly string[]): string[] {
  return readdirSync(`src/${folder}`)
    .filter((file) => file.endsWith('.ts') && (only?.includes(file) ?? true))
    .map((file) => `${folder}/${file.slice(0, -3)}`);
}

/** What a page on another host writes into `integrity`, so that nobody can put another file in the place of this one. */
const integrity: Plugin = {
  name: 'integrity',
  generateBundle(_, bundle) {
    const hashes = Object.values(bundle).flatMap((file) =>
      file.type === 'chunk'
        ? [[file.fileName, `sha384-${createHash('sha384').update(file.code).digest('base64')}`]]
        : [],
    );
    const source = `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`;
    this.emitFile({ type: 'asset', fileName: 'integrity.json', source });
  },
};

/** A locale for pages that load the one-file build: all of its words in one file beside it. */
const wholeLocales: Plugin = {
  name: 'whole-locales',
  resolveId(id) {
    if (id.endsWith('mfa-elements.min.js')) return { id, external: true };
    const [whole] = /whole:[\w-]+$/.exec(id) ?? [];
    return whole && `\0${whole}`;
  },
  load(id) {
    if (!id.startsWith('\0whole:')) return undefined;
    const tag = id.slice('\0whole:'.length);
    const files = readdirSync(`src/i18n/locales/${tag}`).filter((file) => file !== 'fallback.ts');
    const from = (file: string) => JSON.stringify(`${import.meta.dirname}/src/i18n/locales/${tag}/${file}`);
    return [
      `import { registerLocale } from '../mfa-elements.min.js';`,
      ...files.map((file, index) => `import * as words${String(index)} from ${from(file)};`),
      `registerLocale(${JSON.stringify(tag)}, { ${files.map((_, index) => `...words${String(index)}`).join()} }, {});`,
    ].join('\n');
  },
};

/** Styles leave without their white space: no minifier looks into a template. */
const styles: Plugin = {
  name: 'styles',
  apply: 'build',
  transform: {
    filter: { id: /\/src\/styles\/\w+\.ts$/ },
    handler: (code, filename) => ({
      code: code.replace(/(?<=\bcss`)[^`$]*(?=`)/g, (rules) =>
        transform({ filename, code: Buffer.from(rules), minify: true })
          .code.toString()
          .replaceAll('\\', '\\\\'),
      ),
      // The lines stay in the source: what is left out is inside of one string.
      map: null,
    }),
  },
};

/** Markup leaves without its indentation, which means nothing there; code that loses it too is printed anew. */
const markup: Plugin = {
  name: 'markup',
  apply: 'build',
  transform: {
    filter: { id: /\/src\/elements\/.+\.ts$/ },
    // The lines stay.
    handler: (code) => ({ code: code.replace(/^ +/gm, ''), map: null }),
  },
};

const FRAMEWORKS = ['react', '@lit/react', '@angular/core'];

const shared = { target: 'es2022', copyPublicDir: false, sourcemap: true } as const;

const configs: Record<string, UserConfig> = {
  /** The package: lit stays outside, so that a page has one. */
  production: {
    build: {
      ...shared,
      outDir: 'dist',
      emptyOutDir: true,
      minify: false,
      lib: { entry: entries, formats: ['es'] },
      rolldownOptions: {
        external: [/^(@lit|lit)\//, /^@simplewebauthn\//, 'file-saver', 'qrcode', 'msw', ...FRAMEWORKS],
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  /** Everything in one file, for a page without a build. */
  cdn: {
    plugins: [integrity],
    build: {
      ...shared,
      outDir: 'dist/cdn',
      emptyOutDir: true,
      minify: true,
      lib: { entry: 'src/cdn.ts', formats: ['es'], fileName: () => 'mfa-elements.min.js' },
      // Library builds keep white space unless the output is told apart.
      rolldownOptions: { output: { minify: true, codeSplitting: false } },
    },
  },
  /** The locales for such a page. */
  'cdn-locales': {
    plugins: [wholeLocales, integrity],
    build: {
      ...shared,
      outDir: 'dist/cdn/locales',
      emptyOutDir: true,
      minify: true,
      lib: {
        entry: Object.fromEntries(readdirSync('src/i18n/locales').map((tag) => [tag, `whole:${tag}`])),
        formats: ['es'],
        fileName: (_, tag) => `${tag}.min.js`,
      },
      rolldownOptions: { output: { minify: true } },
    },
  },
  /** What runs on Node only: the plugin for the reference server, and the command line. */
  server: {
    build: {
      ...shared,
      outDir: 'dist',
      // The package's modules are there already.
      emptyOutDir: false,
      minify: false,
      ssr: true,
      rolldownOptions: {
        input: {
          'server/better-auth': 'src/server/better-auth/index.ts',
          'cli/mfa-elements': 'src/cli/mfa-elements.ts',
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  /** The demo's pages, as the demo's server serves them. */
  demo: {
    build: {
      target: 'es2022',
      outDir: 'demo/dist',
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: [PAGES, ...Object.values(OTHER_PAGES)].flatMap((files) => Object.values(files)),
      },
    },
  },
  /** The playground as static files, for any host and any path. */
  playground: {
    base: './',
    build: {
      target: 'es2022',
      outDir: 'playground-static',
      emptyOutDir: true,
      copyPublicDir: false,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: { checks: { ineffectiveDynamicImport: false } },
    },
  },
};

/** The demo's addresses on the development server too, but the first: there the playground is. */
const addresses: Plugin = {
  name: 'demo-addresses',
  configureServer: ({ middlewares }) => {
    middlewares.use((request, _, next) => {
      const { pathname, search } = new URL(request.url ?? '', 'http://localhost');
      const file = pageAt(pathname, search);
      if (file !== undefined && pathname !== '/') request.url = `/${file}${search}`;
      next();
    });
  },
};

export default defineConfig(({ mode }) => ({
  ...configs[mode],
  plugins: [addresses, styles, markup, configs[mode]?.plugins],
  server: {
    host: 'localhost',
    port: 5173,
    proxy: { '/api': 'http://localhost:4173', '/kratos': 'http://localhost:4173' },
  },
}));
