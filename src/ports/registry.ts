import type { MfaBackend } from './backend.js';

/** What plain HTML can say of a server: the rest needs `create*Backend` and the property. */
export interface BackendAttributes {
  readonly baseUrl?: string;
}
export type BackendFactory = (attributes: BackendAttributes) => MfaBackend;

const factories = new Map<string, BackendFactory>();

/** The elements on the page. What they show changes with what is registered, and a page may load that after them. */
export const elements = new Set<Element & { requestUpdate(): void }>();

/** Makes `backend="name"` known. Called by each backend's own module when it is imported. */
export function registerBackend(name: string, factory: BackendFactory): void {
  factories.set(name, factory);
  for (const element of elements) element.requestUpdate();
}

export function backendFactory(name: string): BackendFactory | undefined {
  return factories.get(name);
}
