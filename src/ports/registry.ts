import type { MfaBackend } from './backend.js';

/** What plain HTML can say of a server: the rest needs `create*Backend` and the property. */
export interface BackendAttributes {
  readonly baseUrl?: string;
}
export type BackendFactory = (attributes: BackendAttributes) => MfaBackend;

const factories = new Map<string, BackendFactory>();
const waiting = new Set<() => void>();

/** Makes `backend="name"` known. Called by each backend's own module when it is imported. */
export function registerBackend(name: string, factory: BackendFactory): void {
  factories.set(name, factory);
  for (const tell of waiting) tell();
}

export function backendFactory(name: string): BackendFactory | undefined {
  return factories.get(name);
}

/** Tells of later registrations, since a page may load an adapter after the elements. Returns the way to stop. */
export function onRegistration(tell: () => void): () => void {
  waiting.add(tell);
  return () => waiting.delete(tell);
}
