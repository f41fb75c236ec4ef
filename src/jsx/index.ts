/** What the elements take in JSX. For React 19 import `mfa-elements/jsx/react`; elsewhere extend your framework's own list. */
import type { ReactiveElement } from '@lit/reactive-element';
import type { MfaEventMap } from '../elements/events.js';
import type { FIRED, MfaTagMap } from '../frameworks/elements.js';

export type { MfaEventMap } from '../elements/events.js';
export type { MfaTagMap } from '../frameworks/elements.js';

/** The name of one of our elements. */
export type MfaTag = keyof MfaTagMap;

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

/** What can be set on an element: its own properties, without methods and what is only read. */
type Settable<E, K extends keyof E> = K extends keyof ReactiveElement | 'flow' | 'platform'
  ? never
  : E[K] extends (...args: never[]) => unknown
    ? never
    : Same<Pick<E, K>, Readonly<Pick<E, K>>> extends true
      ? never
      : K;

type Kebab<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Kebab<Rest>}`
  : Name;

/** The names of the events that come out of an element. */
export type Fired<Tag extends MfaTag> = (typeof FIRED)[Tag][number];

/** What can be set by script. */
export type Properties<E> = { [K in keyof E as Settable<E, K>]?: E[K] | undefined };

/** Attributes: the same names in kebab-case. */
export type Attributes<E> = { [K in keyof E as Kebab<Settable<E, K> & string>]?: E[K] | undefined };

/** Listeners as React 19, Preact and Svelte take them of custom elements: `on` and the event's whole name. */
type Listeners<Tag extends MfaTag> = {
  [Name in Fired<Tag> as `on${Name}`]?: ((event: MfaEventMap[Name]) => void) | undefined;
};

type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>;

/** Listeners as components take them: `onMfaVerified`. */
export type Handlers<Tag extends MfaTag> = {
  [Name in Fired<Tag> as `on${Pascal<Name>}`]?: ((event: MfaEventMap[Name]) => void) | undefined;
};

/** Attributes, properties and listeners of one element. */
export type MfaProps<Tag extends MfaTag> = Attributes<MfaTagMap[Tag]> & Properties<MfaTagMap[Tag]> & Listeners<Tag>;

/**
 * Every element, for a framework's own list. `Common` is what every tag takes there.
 *
 * ```ts
 * import type { HTMLAttributes } from 'preact';
 * import type { MfaElements } from 'mfa-elements/jsx';
 *
 * declare module 'preact' {
 *   namespace JSX {
 *     interface IntrinsicElements extends MfaElements<HTMLAttributes<HTMLElement>> {}
 *   }
 * }
 * ```
 */
export type MfaElements<Common = object> = { [Tag in MfaTag]: MfaProps<Tag> & Omit<Common, keyof MfaProps<Tag>> };
