import type { PropertyDeclarations } from '@lit/reactive-element';
import { interpreter } from '../i18n/catalogue.js';
import type { MfaBackend } from '../ports/backend.js';
import type { Platform } from '../ports/platform.js';
import { LightDomElement } from './light-dom.js';

/**
 * What a page tells an element.
 *
 * @csspart box - everything that the element shows
 * @csspart screen - one screen, in the box
 * @csspart title - the heading
 * @csspart who - the line of who and where
 * @csspart text - a sentence
 * @csspart status - what just happened, or is happening
 * @csspart error - what went wrong, above the field
 * @csspart error-icon - the sign before it
 * @csspart form - the form around the field
 * @csspart label - the field's label
 * @csspart hint - a line under a label, a field or a tick
 * @csspart input - a field; `data-variant` short, or name
 * @csspart button - a button; `data-variant` primary
 * @csspart second-button - a button that is not the one to choose
 * @csspart tick - what may be ticked, with its words
 * @csspart checkbox - its box
 * @csspart tick-label - its words
 * @csspart out - the links at the end
 * @csspart link - a link; `data-variant` quiet
 * @csspart notice - stands in place of everything where the page is set up wrong
 * @cssproperty --mfa-text - color of the text
 * @cssproperty --mfa-muted - color of hints, second lines and quiet links
 * @cssproperty --mfa-surface - background [transparent]
 * @cssproperty --mfa-sunken - background of status lines, codes and keys
 * @cssproperty --mfa-border - color of the borders of fields, rows and cards
 * @cssproperty --mfa-accent - color of links, focus and the primary button
 * @cssproperty --mfa-on-accent - color of text on it
 * @cssproperty --mfa-danger - color of errors
 * @cssproperty --mfa-warning - color of the bar beside what needs attention
 * @cssproperty --mfa-radius - radius of fields, buttons, rows and panels [8px]
 * @cssproperty --mfa-width - the widest it grows [26rem]
 * @cssproperty --mfa-padding - room inside [0]
 * @cssproperty --mfa-code-font - font of codes
 */
export abstract class HostElement extends LightDomElement {
  static override properties: PropertyDeclarations = {
    backend: {},
    baseUrl: { attribute: 'base-url' },
    service: {},
    helpUrl: { attribute: 'help-url' },
    signInUrl: { attribute: 'sign-in-url' },
    continueUrl: { attribute: 'continue-url' },
    unstyled: { type: Boolean },
    allowFraming: { type: Boolean, attribute: 'allow-framing' },
    flow: { attribute: false },
    platform: { attribute: false },
  };

  /** the registered name of a backend, for example `rest`; or the property, with a backend made by script */
  declare backend: string | MfaBackend | null | undefined;
  /** where the backend's paths begin, on this page's origin [the backend's own: `/api/auth/mfa` for `rest`] */
  declare baseUrl: string | null | undefined;
  /** the app's name in the words [the page's host name] */
  declare service: string | null | undefined;
  /** the page that says how to reach the help team */
  declare helpUrl: string | null | undefined;
  /** where "Go to sign-in" leads, on this origin [the person stays] */
  declare signInUrl: string | null | undefined;
  /** where the person goes once in, on this origin [the person stays] */
  declare continueUrl: string | null | undefined;
  /** turns our look off */
  declare unstyled: boolean;
  /** works in a frame of another origin too */
  declare allowFraming: boolean;
  /** What the browser can do; parts of it, for tests and hosts that bring their own. [the browser's own] */
  declare platform: Partial<Platform> | undefined;

  /** The name of the app, for the words. @internal */
  get serviceName(): string {
    return this.service || location.hostname;
  }

  /** The language for dates and times: that of the words, or of the page around while those are English alone. @internal */
  get language(): string | undefined {
    return interpreter?.languageOf(this) ?? (this.closest('[lang]')?.getAttribute('lang') || undefined);
  }

  protected get knowsPasskeys(): boolean {
    return this.platform?.webauthn?.supported ?? 'PublicKeyCredential' in globalThis;
  }
}
