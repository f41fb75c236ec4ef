import { readFileSync } from 'node:fs';

interface Described {
  readonly name: string;
  readonly description?: string;
}

interface Typed extends Described {
  readonly type?: { readonly text: string };
}

/** What the analyzer makes of an element's JSDoc. */
export interface ElementDoc {
  readonly tagName: string;
  readonly name: string;
  /** The file of its class. */
  readonly module: string;
  readonly summary?: string;
  readonly description?: string;
  readonly stability?: string;
  readonly attributes?: readonly (Typed & { readonly fieldName?: string })[];
  readonly members?: readonly (Typed & {
    readonly kind: 'field' | 'method';
    readonly attribute?: string;
    readonly privacy?: string;
    readonly static?: boolean;
    readonly readonly?: boolean;
  })[];
  readonly events?: readonly Typed[];
  readonly cssParts?: readonly Described[];
  readonly cssProperties?: readonly Described[];
}

interface Manifest {
  readonly modules: readonly {
    readonly path: string;
    readonly declarations?: readonly (Partial<ElementDoc> & { readonly name: string })[];
  }[];
}

export const ROOT = new URL('../../', import.meta.url);
export const read = (file: string): string => readFileSync(new URL(file, ROOT), 'utf8');

/** Every element, the stable ones first, each by its tag. */
export function readElements(): readonly ElementDoc[] {
  const { modules } = JSON.parse(read('custom-elements.json')) as Manifest;
  return modules
    .flatMap(({ path, declarations = [] }) => declarations.map((one) => ({ ...one, module: path })))
    .filter((one): one is ElementDoc => one.tagName !== undefined)
    .sort((a, b) => rank(a) - rank(b) || a.tagName.localeCompare(b.tagName));
}

const STABILITIES = ['stable', 'composable'];

function rank({ tagName, stability = '' }: ElementDoc): number {
  const found = STABILITIES.indexOf(stability);
  if (found < 0) throw new Error(`The JSDoc of <${tagName}> needs "@stability ${STABILITIES.join('" or "')}".`);
  return found;
}
