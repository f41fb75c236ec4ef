import type { PropertyDeclarations } from 'lit';
import type { MfaBackend } from '../ports/backend.js';
import type { Platform } from '../ports/platform.js';
import { LightDomElement } from './light-dom.js';

/** What a page tells an element. */
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

  declare backend: string | MfaBackend | null | undefined;
  declare baseUrl: string | null | undefined;
  declare service: string | null | undefined;
  declare helpUrl: string | null | undefined;
  declare signInUrl: string | null | undefined;
  declare continueUrl: string | null | undefined;
  declare unstyled: boolean;
  declare allowFraming: boolean;
  /** What the browser can do; parts of it, for tests and hosts that bring their own. [the browser's own] */
  declare platform: Partial<Platform> | undefined;

  /** The name of the app, for the words. @internal */
  get serviceName(): string {
    return this.service || location.hostname;
  }

  /** The language of the page around the element, for dates and times. @internal */
  get language(): string | undefined {
    return this.closest('[lang]')?.getAttribute('lang') || undefined;
  }

  protected get knowsPasskeys(): boolean {
    return this.platform?.webauthn?.supported ?? 'PublicKeyCredential' in globalThis;
  }
}
