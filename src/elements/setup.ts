import { isFramedByStranger } from '../platform/frame.js';
import type { MfaBackend } from '../ports/backend.js';
import { backendFactory } from '../ports/registry.js';
import { isSameOrigin } from './urls.js';

/** What a page says about its server: a registered name with a base URL, or a backend made by script. */
export interface Setup {
  readonly backend: string | MfaBackend | null | undefined;
  readonly baseUrl: string | null | undefined;
  readonly allowFraming: boolean;
}

/** What is wrong with a page; `developer.ts` has the words. */
export interface Fault {
  readonly fault:
    'insecure' | 'framed' | 'in-form' | 'no-backend' | 'no-facet' | 'foreign-base' | 'unregistered' | 'fallback';
  /** What the page says wrongly. */
  readonly detail?: string;
  /** An adapter that loads later can mend it. */
  readonly mayCome?: true;
}

/** A part of a backend. */
export type Facet = Exclude<keyof MfaBackend, 'id' | 'policy'>;

/** The backend a page asked for, or what is wrong with the page. */
export function resolveBackend(element: HTMLElement, setup: Setup, facet: Facet): MfaBackend | Fault {
  if (!isSecureContext) return { fault: 'insecure' };
  if (!setup.allowFraming && isFramedByStranger()) return { fault: 'framed' };
  if (element.parentElement?.closest('form')) return { fault: 'in-form' };
  const found = typeof setup.backend === 'string' ? registered(setup.backend, setup.baseUrl) : setup.backend;
  if (!found) return { fault: 'no-backend' };
  return 'fault' in found || found[facet] ? found : { fault: 'no-facet', detail: `${found.id}" has no "${facet}` };
}

/** @param baseUrl null where the attribute was removed */
function registered(name: string, baseUrl: string | null | undefined): MfaBackend | Fault | undefined {
  if (baseUrl && !isSameOrigin(baseUrl)) return { fault: 'foreign-base', detail: baseUrl };
  const factory = backendFactory(name);
  if (factory) return factory(baseUrl ? { baseUrl } : {});
  return name ? { fault: 'unregistered', detail: name, mayCome: true } : undefined;
}

/** What is wrong with fallback HTML: without both attributes a code would be sent in the page's URL. */
export function faultOfFallback(form: HTMLFormElement | null): Fault | undefined {
  return form && (form.method !== 'post' || !form.hasAttribute('action')) ? { fault: 'fallback' } : undefined;
}
