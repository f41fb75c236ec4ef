import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

/** What an element's `@stability` says: `stable`, or `composable` for a part of a stable one. */
const stability = {
  name: 'stability',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === 'stability');
    const element = moduleDoc.declarations?.find(({ name }) => name === node.name?.text);
    if (tag && element) element.stability = ts.getTextOfJSDocComment(tag.comment);
  },
};

/** The analyzer takes the first argument of every event class for an event's name, whatever it is. */
const events = {
  name: 'events',
  moduleLinkPhase({ moduleDoc }) {
    for (const one of moduleDoc.declarations ?? [])
      if (one.events) one.events = one.events.filter(({ name = '' }) => name.startsWith('mfa-'));
  },
};

/** What else the property of an attribute takes does not stand in HTML. */
const attributeTypes = {
  name: 'attribute-types',
  packageLinkPhase({ customElementsManifest }) {
    const declarations = customElementsManifest.modules.flatMap(({ declarations }) => declarations ?? []);
    for (const { type } of declarations.flatMap(({ attributes }) => attributes ?? []))
      if (type) type.text = type.text.replaceAll(/ \| (null|undefined|MfaBackend)\b/g, '');
  },
};

export default {
  globs: ['src/elements/**/*.ts', 'src/define/*.ts'],
  exclude: ['src/elements/fragments/**'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [
    stability,
    events,
    attributeTypes,
    customElementVsCodePlugin({ outdir: 'dist/vscode', hideLogs: true, hideMethodDocs: true }),
  ],
};
