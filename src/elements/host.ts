import type { PropertyDeclarations } from 'lit';
import type { ChallengeController } from '../controllers/challenge-controller.js';
import type { MfaBackend } from '../ports/backend.js';
import type { Platform } from '../ports/platform.js';
import type { MfaEvent } from './events.js';
import { LightDomElement } from './light-dom.js';
import { isSameOrigin } from './setup.js';

/** What a page tells an element, and where the element may send the person from it. */
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
    challenge: { attribute: false },
  };

  declare backend: string | MfaBackend | null | undefined;
  declare baseUrl: string | null | undefined;
  declare service: string | null | undefined;
  declare helpUrl: string | null | undefined;
  declare signInUrl: string | null | undefined;
  declare continueUrl: string | null | undefined;
  declare unstyled: boolean;
  declare allowFraming: boolean;
  /** The controller of the drop-in that shows this screen. */
  declare flow: ChallengeController | undefined;
  /** What the browser can do; parts of it, for tests and hosts that bring their own. [the browser's own] */
  declare platform: Partial<Platform> | undefined;
  /** An entry that the page brought along as its server told it, so that none has to be asked for. */
  declare challenge: unknown;

  /** The name of the app, for the words. */
  protected get serviceName(): string {
    return this.service || location.hostname;
  }

  /** The language of the page around the element, for dates and times. */
  protected get language(): string | undefined {
    return this.closest('[lang]')?.getAttribute('lang') || undefined;
  }

  /** Sends an event and, unless a listener prevented it, the person to a place on this origin. */
  protected leave(event: MfaEvent, url: string | null | undefined): void {
    if (this.isConnected && this.dispatchEvent(event) && url && isSameOrigin(url)) {
      location.assign(new URL(url, location.href));
    }
  }

  protected get knowsPasskeys(): boolean {
    return this.platform?.webauthn?.supported ?? 'PublicKeyCredential' in globalThis;
  }
}
