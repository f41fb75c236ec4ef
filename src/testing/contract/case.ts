import type { Capabilities, FacetName, Methods } from '../../ports/capabilities.js';
import type { MfaBackend } from '../../ports/backend.js';
import type { ContractWorld } from './world.js';

/** A method of the port, as `facet.method`. */
export type MethodPath = {
  [F in FacetName]: `${F}.${keyof Methods<NonNullable<MfaBackend[F]>> & string}`;
}[FacetName];

/** One sentence that every server has to make true which serves what it uses. */
export interface ContractCase {
  readonly name: string;
  readonly uses: readonly MethodPath[];
  /** By which of the server's values the sentence applies. Default: always. */
  readonly when?: (capabilities: Capabilities) => boolean;
  /** Throws where the sentence is not true. */
  run(world: ContractWorld): Promise<void>;
}

/** Whether a server that has these capabilities is to be held to the sentence. */
export function applies({ uses, when }: ContractCase, capabilities: Capabilities): boolean {
  return uses.every((path) => serves(capabilities, path)) && (when?.(capabilities) ?? true);
}

export function serves(capabilities: Capabilities, path: MethodPath): boolean {
  const [facet, method] = path.split('.') as [FacetName, string];
  const methods: Readonly<Record<string, string>> | undefined = capabilities[facet]?.methods;
  return methods?.[method] === 'served';
}
