export default {
  globs: ['src/elements/**/*.ts', 'src/define/*.ts'],
  exclude: ['src/elements/fragments/**'],
  outdir: '.',
  litelement: true,
  packagejson: false,
};
