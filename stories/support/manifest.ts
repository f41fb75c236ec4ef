import manifest from '../../custom-elements.json';

export interface Named {
  readonly name: string;
  readonly description: string;
}

/** What a host can use of an element. Its fields are left out: whatever is public of them is an attribute too. */
interface Element {
  readonly tagName: string;
  readonly events?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly cssParts?: readonly Named[];
}

export const elements = manifest.modules
  .flatMap(({ declarations }) => declarations as readonly (Element & { members?: unknown })[])
  .filter(({ tagName }) => tagName)
  .map(({ members: _, ...element }): Element => element);

/** The names of all events. */
export const events = [...new Set(elements.flatMap(({ events = [] }) => events.map(({ name }) => name)))];
