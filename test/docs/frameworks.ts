import type { ElementDoc } from './manifest';

/** What frameworks have to be told of the elements, made from the manifest: class and events of each, and Angular's directives. */
export function frameworkFiles(elements: readonly ElementDoc[]): ReadonlyMap<string, string> {
  const sorted = [...elements].sort((a, b) => a.tagName.localeCompare(b.tagName));
  return new Map([
    ['src/frameworks/elements.ts', table(sorted)],
    ['src/frameworks/angular.ts', angular(sorted)],
  ]);
}

const table = (
  elements: readonly ElementDoc[],
): string => `/** Every element: its class, and the events that come out of it. Made by \`npm run docs\`. */
${elements.map(({ name, module }) => `import type { ${name} } from '${module.replace(/^src/, '..').replace(/ts$/, 'js')}';`).join('\n')}

/** Tags and classes. */
export interface MfaTagMap {
${elements.map(({ tagName, name }) => `'${tagName}': ${name};`).join('\n')}
}

/** Tags and names of events. */
export const FIRED = {
${elements.map(({ tagName, events = [] }) => `'${tagName}': [${events.map(({ name }) => `'${name}'`).join()}],`).join('\n')}
} as const;
`;

const camel = (name: string): string => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Not for apps: a drop-in hands them to its screens. */
const INTERNAL = ['flow', 'platform'];

interface Input {
  readonly name: string;
  readonly isBoolean: boolean;
}

/** Whatever can be set: attributes by their properties, and properties that are no attribute. */
function inputsOf({ attributes = [], members = [] }: ElementDoc): readonly Input[] {
  const fields = members.filter(
    ({ kind, privacy = 'public', static: isStatic, readonly }) =>
      kind === 'field' && privacy === 'public' && !isStatic && !readonly,
  );
  const all = [...attributes.map(({ name, fieldName = camel(name), type }) => ({ name: fieldName, type })), ...fields];
  const inputs = all.map(({ name, type }) => [name, { name, isBoolean: type?.text === 'boolean' }] as const);
  return [...new Map(inputs).values()].filter(({ name }) => !INTERNAL.includes(name)).sort(byName);
}

const byName = (a: Input, b: Input): number => a.name.localeCompare(b.name);

const angular = (elements: readonly ElementDoc[]): string => `/**
 * Directives for Angular 17.1 and later, one of each element's tag: a template's inputs are checked, and set as properties.
 * Events need none: Angular listens to the element, whose types say them. In the form in which Angular's libraries are
 * published, which its linker reads as text. Made by \`npm run docs\`.
 */
import * as i0 from '@angular/core';
import type { MfaTagMap } from './elements.js';

type Of<Tag extends keyof MfaTagMap, Name extends keyof MfaTagMap[Tag]> = MfaTagMap[Tag][Name];

/** Hands each input on to the element. */
abstract class MfaDirective implements i0.OnChanges {
  readonly #element: HTMLElement;

  constructor(element: i0.ElementRef<HTMLElement>) {
    this.#element = element.nativeElement;
  }

  ngOnChanges(changes: i0.SimpleChanges): void {
    for (const [name, { currentValue }] of Object.entries(changes)) Reflect.set(this.#element, name, currentValue);
  }
}

${elements.map(directive).join('\n')}`;

function directive(element: ElementDoc): string {
  const { name, tagName, summary = '' } = element;
  const inputs = inputsOf(element);
  return `/** \`<${tagName}>\`: ${summary} */
export class ${name} extends MfaDirective {
${inputs.map((input) => `declare ${input.name}: Of<'${tagName}', '${input.name}'>;`).join('\n')}
${inputs
  .filter(({ isBoolean }) => isBoolean)
  .map((input) => `declare static ngAcceptInputType_${input.name}: unknown;`)
  .join('\n')}

static readonly ɵfac: i0.ɵɵFactoryDeclaration<${name}, never> = i0.ɵɵngDeclareFactory({
  minVersion: '12.0.0', version: '21.2.26', ngImport: i0, type: ${name},
  deps: [{ token: i0.ElementRef }], target: i0.ɵɵFactoryTarget.Directive,
} as never) as never;

static readonly ɵdir: i0.ɵɵDirectiveDeclaration<
  ${name}, '${tagName}', never,
  { ${inputs.map((input) => `${input.name}: { alias: '${input.name}'; required: false }`).join(';')} },
  {}, never, never, true, never
> = i0.ɵɵngDeclareDirective({
  minVersion: '17.1.0', version: '21.2.26', ngImport: i0, type: ${name},
  isStandalone: true, selector: '${tagName}', usesOnChanges: true,
  inputs: { ${inputs.map(inputOf).join()} },
} as never) as never;
}
`;
}

const inputOf = ({ name, isBoolean }: Input): string =>
  `${name}: ${isBoolean ? `['${name}', '${name}', i0.booleanAttribute]` : `'${name}'`}`;
