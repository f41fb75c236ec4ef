import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

/** An attribute is a text or a switch, whatever else its property takes. */
const attributeTypes = {
  name: 'attribute-types',
  packageLinkPhase({ customElementsManifest }) {
    const declarations = customElementsManifest.modules.flatMap(({ declarations }) => declarations ?? []);
    for (const attribute of declarations.flatMap(({ attributes }) => attributes ?? [])) {
      attribute.type = { text: attribute.type?.text.includes('boolean') ? 'boolean' : 'string' };
    }
  },
};

export default {
  globs: ['src/elements/**/*.ts', 'src/define/*.ts'],
  exclude: ['src/elements/fragments/**'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [attributeTypes, customElementVsCodePlugin({ outdir: 'dist/vscode', hideLogs: true, hideMethodDocs: true })],
};
