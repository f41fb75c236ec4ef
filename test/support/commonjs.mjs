import { build } from 'esbuild';

/** Serves a package that is no ES module as one, as bundlers do: a test's page has none. */
export const commonjs = (...packages) => ({
  name: 'commonjs',
  async serve({ path }) {
    const name = packages.find((one) => path.includes(`/node_modules/${one}/`));
    if (!name) return undefined;
    const { outputFiles } = await build({ entryPoints: [name], bundle: true, format: 'esm', write: false });
    return { body: outputFiles[0].text, type: 'js' };
  },
});
