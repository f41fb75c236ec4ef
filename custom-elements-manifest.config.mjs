import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';

const wordsOf = ({ comment }, ts) => ts.getTextOfJSDocComment(comment)?.split(' ') ?? [];

/**
 * Tags of our own. `@stability`: `stable`, or `composable` for a part of a stable one. `@holds`: the elements inside it, whose
 * events come out of it too, but those that it `@keeps`.
 */
const tags = {
  name: 'tags',
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const element = moduleDoc.declarations?.find(({ name }) => name === node.name?.text);
    const words = (name) => ts.getJSDocTags(node).flatMap((tag) => (tag.tagName.text === name ? wordsOf(tag, ts) : []));
    const [stability] = words('stability');
    if (element && stability) Object.assign(element, { stability, holds: words('holds'), keeps: words('keeps') });
  },
  packageLinkPhase({ customElementsManifest }) {
    const elements = customElementsManifest.modules.flatMap(({ declarations = [] }) => declarations);
    const named = (tag) => elements.find(({ tagName }) => tagName === tag);
    const eventsOf = ({ events = [], holds = [], keeps = [] }) => {
      const inside = holds.flatMap((tag) => eventsOf(named(tag))).filter(({ name }) => !keeps.includes(name));
      return [...new Map([...inside, ...events].map((event) => [event.name, event])).values()];
    };
    const all = new Map(elements.filter(({ holds }) => holds).map((element) => [element, eventsOf(element)]));
    for (const [element, events] of all) {
      const own = (element.events ?? []).map(({ name }) => name);
      const isOwn = ({ name }) => own.includes(name);
      element.events = [...(element.events ?? []), ...events.filter((event) => !isOwn(event))];
      delete element.holds;
      delete element.keeps;
    }
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
    tags,
    events,
    attributeTypes,
    customElementVsCodePlugin({ outdir: 'dist/vscode', hideLogs: true, hideMethodDocs: true }),
  ],
};
