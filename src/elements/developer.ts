import type { Fault } from './setup.js';

/** What the page of an element was said to do wrong, so that it is said once. */
const told = new WeakMap<Element, string>();

/** Tells a page's developer what is wrong with it. Fetched only where something is. */
export function tell(element: Element, fault: Fault): void {
  const words = wordsFor(element.localName, fault);
  if (told.get(element) === words) return;
  told.set(element, words);
  console.error(`mfa-elements: ${words}`);
}

function wordsFor(name: string, { fault, detail = '' }: Fault): string {
  const tag = `<${name}>`;
  switch (fault) {
    case 'insecure':
      return `${tag} takes codes only on https (or localhost): this page is ${location.protocol}//${location.host}.`;
    case 'framed':
      return `${tag} stands in a frame of another origin, which could lay itself over it. Send frame-ancestors, or set allowFraming.`;
    case 'in-form':
      return `${tag} brings its own form and stands inside another one. Move it out: browsers ignore a form in a form.`;
    case 'no-backend':
      return `${tag} has no backend. Set backend="rest" and import "mfa-elements/backends/rest", or set its backend property.`;
    case 'no-facet':
      return `The backend "${detail}", which ${tag} needs.`;
    case 'foreign-base':
      return `${tag} has the base-url "${detail}" on another origin. An attribute takes this page's origin only: make the backend by script.`;
    case 'unregistered':
      return `${tag} has the backend "${detail}", which nothing has registered. Import "mfa-elements/backends/${detail}".`;
    case 'fallback':
      return 'A fallback form needs method="post" and an action: without them a code would land in the URL.';
  }
}
