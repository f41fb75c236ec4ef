import { build } from 'esbuild';

/** What these packages ask of their bundler. */
const DEFINE = {
  'process.env.NODE_ENV': '"development"',
  __VUE_OPTIONS_API__: 'false',
  __VUE_PROD_DEVTOOLS__: 'false',
  __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
};

/** Leaves our own modules where they are. */
const ours = {
  name: 'ours',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.?\// }, ({ path, importer }) =>
      importer && !importer.includes('/node_modules/') ? { path, external: true } : undefined,
    );
  },
};

/**
 * For the test runner: serves these modules with their packages inside, since a browser can't load CommonJS nor `process.env`.
 * What they import of this project stays one module for all.
 */
export function bundlePlugin(files) {
  const bundles = new Map();

  async function bundle(file) {
    const { outputFiles } = await build({
      entryPoints: [`.${file}`],
      bundle: true,
      format: 'esm',
      target: 'es2022',
      define: DEFINE,
      write: false,
      logLevel: 'error',
      plugins: [ours],
    });
    return outputFiles[0].text;
  }

  return {
    name: 'bundle',
    async serve({ path }) {
      if (!files.includes(path)) return undefined;
      if (!bundles.has(path)) bundles.set(path, bundle(path));
      return { body: await bundles.get(path), type: 'js' };
    },
  };
}
