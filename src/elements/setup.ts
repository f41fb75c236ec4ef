import type { MfaBackend } from '../ports/backend.js';
import { backendFactory } from '../ports/registry.js';

/** What a page says about its server: a registered name with a base URL, or a backend made by script. */
export interface Setup {
  readonly backend: string | MfaBackend | undefined;
  readonly baseUrl: string | undefined;
}

/** The backend a page asked for, or what is wrong with the page, in words for its developer. */
export function resolveBackend(element: HTMLElement, setup: Setup): MfaBackend | string {
  const tag = `<${element.localName}>`;
  if (!isSecureContext) {
    return `${tag} takes codes only on https (or localhost): this page is ${location.protocol}//${location.host}.`;
  }
  if (element.parentElement?.closest('form')) {
    return `${tag} brings its own form and stands inside another one. Move it out: browsers ignore a form in a form.`;
  }
  const { backend, baseUrl } = setup;
  if (backend === undefined || backend === '') {
    return `${tag} has no backend. Set backend="rest" and import "mfa-elements/backends/rest", or set its backend property.`;
  }
  if (typeof backend !== 'string') return backend.challenge ? backend : `The backend "${backend.id}" has no challenge.`;
  const factory = backendFactory(backend);
  if (!factory) {
    return `${tag} has the backend "${backend}", which nothing has registered. Import "mfa-elements/backends/${backend}".`;
  }
  if (baseUrl !== undefined && !isSameOrigin(baseUrl)) {
    return `${tag} has the base-url "${baseUrl}" on another origin. An attribute takes this page's origin only: make the backend by script.`;
  }
  return factory(baseUrl === undefined ? {} : { baseUrl });
}

/** What is wrong with fallback HTML: without both attributes a code would be sent in the page's URL. */
export function faultOfFallback(form: HTMLFormElement | null): string | undefined {
  return form && (form.method !== 'post' || !form.hasAttribute('action'))
    ? 'A fallback form needs method="post" and an action: without them a code would land in the URL.'
    : undefined;
}

/** Where an element may send the person: a place on this origin. */
export function isSameOrigin(url: string): boolean {
  try {
    return new URL(url, location.href).origin === location.origin;
  } catch {
    return false;
  }
}
