import { type PropertyDeclarations } from '@lit/reactive-element';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { TotpController } from '../../controllers/totp-controller.js';
import { maskedAccount } from '../../core/codes-document.js';
import { appCodesOnScreen, secretOnScreen, wantsConsent, type TotpState } from '../../core/totp-state.js';
import { describeTotp } from '../../i18n/describe-totp.js';
import { timeOfDay } from '../../i18n/format.js';
import { common } from '../../i18n/messages/common.js';
import { isTouch, openApp } from '../../platform/app-link.js';
import { copy } from '../../platform/clipboard.js';
import { save } from '../../platform/download.js';
import { print } from '../../platform/print.js';
import { watchVisibility } from '../../platform/visibility.js';
import type { MfaBackend } from '../../ports/backend.js';
import { adopt } from '../../styles/adopt.js';
import { codes } from '../../styles/codes.js';
import { later } from '../../styles/later.js';
import { totp as look } from '../../styles/totp.js';
import { MfaElement } from '../base.js';
import { MfaBackEvent, MfaDoneEvent, MfaSignInNeededEvent } from '../events.js';
import { writeCodes } from '../fragments/codes-list.js';
import { status } from '../fragments/parts.js';
import { proof } from '../fragments/proof.js';
import { LaterScreens } from '../later-screens.js';
import { leave } from '../leave.js';
import { Proof } from '../proof.js';
import { renderReady, renderTotpEnd } from './before.js';
import { renderConnecting, renderSetupCodes, writeSecret } from './connecting.js';
import { focusAfterApp, tellOfApp } from './follow.js';
import { Picture } from './picture.js';
import type { TotpScene } from './scene.js';

const LATER = { stepUp: () => import('../../define/step-up.js') };

/**
 * Connects an authenticator app: a picture to scan, or a key to type, and the app's first code. It is begun by a click. An app
 * that is there already is replaced, and what holds in between is said before.
 *
 * @tag mfa-totp-enrollment
 * @summary account page: connects an authenticator app, and replaces one that is there
 * @stability composable
 * @holds mfa-step-up
 * @attr {string} account - whose account it is; shown only masked
 * @attr {boolean} replace - the new app takes the place of another; the property set to false: it does not [the server is asked]
 * @attr {boolean} lost - the old one is gone for good
 * @attr {boolean} with-back - offers "Back" before anything is begun too, for a page that has a screen to go back to
 * @attr {string} continue-url - where "Continue" leads at the end, on this origin [back to the start]
 * @attr {boolean} allow-framing - shows keys in a frame of another origin too
 * @fires {MfaFactorAddedEvent} mfa-factor-added - the server accepted the app
 * @fires {MfaCodesShownEvent} mfa-codes-shown - codes that come with the app are on screen
 * @fires {MfaCodesKeptEvent} mfa-codes-kept - they were copied, printed or downloaded, or the browser said no
 * @fires {MfaCodesAbandonedEvent} mfa-codes-abandoned - they left the screen, and the app is not connected
 * @fires {MfaSecretsWipedEvent} mfa-secrets-wiped - neither key nor code stands in the page any more
 * @fires {MfaBackEvent} mfa-back - "Back" or "Cancel" was chosen
 * @fires {MfaStepUpNeededEvent} mfa-step-up-needed - a fresh proof is asked for; cancelable where it leads away
 * @fires {MfaStepUpPassedEvent} mfa-step-up-passed - it's them
 * @fires {MfaSignInNeededEvent} mfa-sign-in-needed - the session is over; cancelable
 * @fires {MfaDoneEvent} mfa-done - "Continue" was chosen at the end; cancelable
 * @csspart step - a line of what is to be done
 * @csspart step-number - its number
 * @csspart qr - the place of the picture
 * @csspart qr-image - the picture
 * @csspart fold - "Can't scan it?"
 * @csspart fold-title - what opens it
 * @csspart key - the key, in groups of four
 * @csspart list - what holds until the app is connected
 * @csspart codes - the codes that come with the app
 * @csspart code-item - one line of them
 * @csspart code - the code
 * @csspart places - where codes are kept well, and where not
 * @csspart save-buttons - Print, Download, Copy
 */
export class MfaTotpEnrollment extends MfaElement<TotpState, TotpController> {
  static override properties: PropertyDeclarations = {
    account: {},
    replace: { type: Boolean },
    lost: { type: Boolean },
    withBack: { type: Boolean, attribute: 'with-back' },
    chosen: { attribute: false },
  };

  declare account: string | null | undefined;
  declare replace: boolean | undefined;
  declare lost: boolean | undefined;
  declare withBack: boolean | undefined;
  /** Whether the click that brought this screen asked for the set-up: then it is begun, once, where nothing is to be accepted first. */
  declare chosen: boolean | undefined;

  #proof: Proof | undefined;
  #isBegun = false;
  readonly #later = new LaterScreens(LATER, () => this.requestUpdate());
  readonly #picture = new Picture(() => this.requestUpdate());

  protected get facet(): 'totp' {
    return 'totp';
  }

  protected begin(backend: MfaBackend): TotpController {
    const { replace, lost } = this;
    const controller = new TotpController(backend, { replace, lost });
    this.#proof = new Proof(backend, {
      // Read when a proof is asked for: by then the policy is known.
      get policy() {
        return controller.policy;
      },
      withCall: controller.withPassword,
      supports: (kind) => kind !== 'passkey' || this.knowsPasskeys,
      proved: () => controller.proved(),
      signedOut: () => controller.dispatch({ type: 'signed-out' }),
    });
    const unwatch = watchVisibility((isHidden) => controller.away(isHidden));
    this.onForget = () => {
      unwatch();
      this.#settle({ status: 'loading' });
    };
    return controller;
  }

  protected load(controller: TotpController): void {
    void controller.load().then(() => {
      const { state } = controller;
      if (!this.chosen || this.#isBegun || state.status !== 'ready' || wantsConsent(state.ground)) return;
      this.#isBegun = true;
      void controller.start();
    });
  }

  /** Neither key nor code stands in the page once it is left, or the element is out of it. */
  override wipe(): void {
    super.wipe();
    if (!this.flow) this.controller?.stop();
    this.requestUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.isConnected ? super.render() : nothing;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (!this.unstyled) for (const sheet of [later, codes, look]) adopt(this, sheet);
  }

  protected override updated(): void {
    this.#write(this.state);
    const stepUp = this.box.querySelector('mfa-step-up');
    if (stepUp && !this.waiting) this.leaveTo(stepUp);
    else super.updated();
  }

  protected override get waiting(): boolean {
    return super.waiting || (this.#proof?.stepUp !== undefined && !customElements.get('mfa-step-up'));
  }

  protected override onChange(state: TotpState, previous: TotpState): void {
    super.onChange(state, previous);
    const focused = this.box.querySelector(':focus');
    const isFocusGone = focused !== null && !focused.closest('form') && 'news' in state && state.news === 'away';
    this.#settle(state);
    if (previous.status === 'loading' && state.status !== 'loading') {
      void LATER.stepUp().catch(() => undefined);
      this.#picture.fetch();
    }
    const focus = isFocusGone ? 'title' : focusAfterApp(state, previous);
    if (focus) this.focusOn(focus);
    if (state.status === 'failed' && state.problem.code === 'misconfigured')
      console.error(`mfa-elements: ${state.problem.developer}`);
    tellOfApp(this, state, previous);
  }

  /** What begins and ends with a state. Key and codes go before their screen does. */
  #settle(state: TotpState): void {
    this.#proof?.follow('need' in state ? state : undefined);
    this.#write(state);
    if (state.status === 'done' || state.status === 'over') super.wipe();
  }

  #write(state: TotpState): void {
    writeSecret(this.box, secretOnScreen(state), this.#picture.draw);
    writeCodes(this.box, state.status === 'saving' ? appCodesOnScreen(state) : []);
  }

  protected override renderState(state: TotpState): TemplateResult | typeof nothing {
    const scene = this.#scene;
    if (!scene || state.status === 'loading') return html`<div data-part="screen">${status(common().loading)}</div>`;
    switch (state.status) {
      case 'ready':
      case 'starting':
        return renderReady(state, scene);
      case 'proving':
      case 'proving-over':
        return this.#stepUp();
      case 'connecting':
      case 'typing':
      case 'verifying':
      case 'unsure':
        return renderConnecting(state, scene);
      case 'saving':
        return renderSetupCodes(state, scene);
      default:
        return renderTotpEnd(state, scene);
    }
  }

  #stepUp(): TemplateResult {
    const { account } = this;
    const back = (): void => void this.controller?.cancel();
    return (
      this.#later.instead('stepUp', 'mfa-step-up') ??
      proof(this, { stepUp: this.#proof?.stepUp, step: 'add-app', account, back })
    );
  }

  get #scene(): TotpScene | undefined {
    const { controller, language, uid, serviceName: service } = this;
    if (!controller) return undefined;
    return {
      ...{ controller, language, uid, service },
      platform: { copy, print, save, isTouch, openApp, ...this.platform },
      errorId: `${uid}-error`,
      account: this.account ? maskedAccount(this.account) : null,
      isPictureMissing: this.#picture.isMissing,
      withBack: this.withBack === true,
      problem: (trouble) => describeTotp(trouble, controller.state, { service, time: (at) => timeOfDay(at, language) }),
      redraw: () => {
        this.#picture.fetch();
        this.requestUpdate();
      },
      retry: () => {
        this.focusOn('title');
        void controller.load();
      },
      back: () => void this.dispatchEvent(new MfaBackEvent(null)),
      cancel: () => {
        void controller.cancel();
        this.dispatchEvent(new MfaBackEvent(null));
      },
      signIn: () => leave(this, new MfaSignInNeededEvent(null), this.signInUrl),
      done: () => this.#done(controller),
    };
  }

  #done(controller: TotpController): void {
    const event = new MfaDoneEvent(null);
    leave(this, event, this.continueUrl);
    if (!event.defaultPrevented && !this.continueUrl) void controller.load();
  }
}
