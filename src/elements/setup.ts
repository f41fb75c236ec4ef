import type { MfaBackend } from '../ports/backend.js';
import { backendFactory } from '../ports/registry.js';

/** What a page says about its server: a registered name with a base URL, or a backend made by script. */
export interface Setup {
  readonly backend: string | MfaBackend | null | undefined;
  readonly baseUrl: string | null | undefined;
  readonly allowFraming: boolean;
}

/** What is wrong with a page, in words for its developer. `mayCome`: an adapter that loads later can mend it. */
export interface Fault {
  readonly developer: string;
  readonly mayCome?: true;
}

/** The backend a page asked for, or what is wrong with the page. */
export function resolveBackend(element: HTMLElement, setup: Setup): MfaBackend | Fault {
  const tag = `<${element.localName}>`;
  if (!isSecureContext) {
    const here = `${location.protocol}//${location.host}`;
    return { developer: `${tag} takes codes only on https (or localhost): this page is ${here}.` };
  }
  if (!setup.allowFraming && isFramedByStranger()) {
    return {
      developer: `${tag} stands in a frame of another origin, which could lay itself over it. Send frame-ancestors, or set allowFraming.`,
    };
  }
  if (element.parentElement?.closest('form')) {
    return {
      developer: `${tag} brings its own form and stands inside another one. Move it out: browsers ignore a form in a form.`,
    };
  }
  const { backend } = setup;
  // An attribute that was removed reads as null.
  const baseUrl = setup.baseUrl ?? undefined;
  if (!backend) {
    return {
      developer: `${tag} has no backend. Set backend="rest" and import "mfa-elements/backends/rest", or set its backend property.`,
    };
  }
  if (typeof backend !== 'string') {
    return backend.challenge ? backend : { developer: `The backend "${backend.id}" has no challenge.` };
  }
  if (baseUrl !== undefined && !isSameOrigin(baseUrl)) {
    return {
      developer: `${tag} has the base-url "${baseUrl}" on another origin. An attribute takes this page's origin only: make the backend by script.`,
    };
  }
  const factory = backendFactory(backend);
  if (!factory) {
    return {
      developer: `${tag} has the backend "${backend}", which nothing has registered. Import "mfa-elements/backends/${backend}".`,
      mayCome: true,
    };
  }
  return factory(baseUrl === undefined ? {} : { baseUrl });
}

/** What is wrong with fallback HTML: without both attributes a code would be sent in the page's URL. */
export function faultOfFallback(form: HTMLFormElement | null): Fault | undefined {
  return form && (form.method !== 'post' || !form.hasAttribute('action'))
    ? { developer: 'A fallback form needs method="post" and an action: without them a code would land in the URL.' }
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

/** Where a link of the server or the app may lead: this origin, or https. */
export function isSafeUrl(url: string): boolean {
  try {
    return isSameOrigin(url) || new URL(url, location.href).protocol === 'https:';
  } catch {
    return false;
  }
}

/** Whether a page of another origin holds this one in a frame, or holds one that does. */
function isFramedByStranger(): boolean {
  try {
    for (let frame: Window = window; frame !== frame.parent; frame = frame.parent) {
      // Reading a stranger's origin throws.
      if (frame.parent.origin !== self.origin) return true;
    }
    return false;
  } catch {
    return true;
  }
}

/** An entry that the page's server wrote into the element, as JSON. Whether it can be read is the adapter's to say. */
export function inlineEntry(element: Element): unknown {
  try {
    return JSON.parse(element.querySelector('script[type="application/json"]')?.textContent ?? '') as unknown;
  } catch {
    return undefined;
  }
}
