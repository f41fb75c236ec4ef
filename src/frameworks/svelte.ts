/** Our elements in Svelte 5: `import type {} from 'mfa-elements/svelte'` once in an app. */
import type {} from 'svelte/elements';
import type { MfaElements } from '../jsx/index.js';

declare module 'svelte/elements' {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- this is how a list of elements is extended
  interface SvelteHTMLElements extends MfaElements<HTMLAttributes<HTMLElement>> {}
}
