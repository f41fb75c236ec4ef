import { type PropertyDeclarations } from '@lit/reactive-element';
import { html, type nothing, type TemplateResult } from 'lit/html.js';
import { PasskeyEnrollmentController } from '../../controllers/passkey-enrollment-controller.js';
import { maskedAccount } from '../../core/codes-document.js';
import type { AddedKey, KeyKind, PasskeyEnrollmentState } from '../../core/passkey-enrollment.js';
import { whoIn } from '../fragments/who-in.js';
import { describeKey } from '../../i18n/describe-key.js';
import { timeOfDay } from '../../i18n/format.js';
import { common } from '../../i18n/messages/common.js';
import { webauthn } from '../../platform/webauthn.js';
import type { MfaBackend } from '../../ports/backend.js';
import { adopt } from '../../styles/adopt.js';
import { later } from '../../styles/later.js';
import { name } from '../../styles/name.js';
import { MfaElement } from '../base.js';
import { MfaBackEvent, MfaDoneEvent, MfaOtherKindEvent, MfaSignInNeededEvent } from '../events.js';
import { status } from '../fragments/parts.js';
import { proof } from '../fragments/proof.js';
import { LaterScreens } from '../later-screens.js';
import { leave } from '../leave.js';
import { Proof } from '../proof.js';
import { factOf, focusAfter } from './follow.js';
import { renderAsking, renderEnd, renderObstacle, type KeyScene } from './screens.js';

const LATER = { stepUp: () => import('../../define/step-up.js') };

/**
 * Adds a passkey on this device, or a security key, for a person who is in. The browser's dialog opens by a click alone. Where
 * the server wants a fresh proof, it is asked for in place.
 *
 * @tag mfa-passkey-enrollment
 * @summary account page: add a passkey on this device, or a security key
 * @stability composable
 * @holds mfa-step-up
 * @attr {string} kind - `passkey` or `security-key`; where the server does not take it, the first that it takes [passkey]
 * @attr {string} account - whose account this is; shown only masked
 * @attr {string} continue-url - where "Continue" leads once it is added, on this origin [back to the start]
 * @attr {boolean} allow-framing - works in a frame of another origin too, if that allows `publickey-credentials-create`
 * @fires {MfaFactorAddedEvent} mfa-factor-added - the server accepted it
 * @fires {MfaOtherKindEvent} mfa-other-kind - "Use an app instead" was chosen
 * @fires {MfaStepUpNeededEvent} mfa-step-up-needed - a fresh proof is asked for; cancelable where it leads away
 * @fires {MfaStepUpPassedEvent} mfa-step-up-passed - it's them
 * @fires {MfaBackEvent} mfa-back - "Back" was chosen
 * @fires {MfaSignInNeededEvent} mfa-sign-in-needed - the session is over; cancelable
 * @fires {MfaDoneEvent} mfa-done - "Continue" was chosen once it is added, or was there already; cancelable
 */
export class MfaPasskeyEnrollment extends MfaElement<PasskeyEnrollmentState, PasskeyEnrollmentController> {
  static override properties: PropertyDeclarations = {
    ...{ kind: {}, account: {} },
    ...{ otherKinds: { attribute: false }, afterReset: { attribute: false } },
  };

  declare kind: string | null | undefined;
  declare account: string | null | undefined;
  /** What else can be set up where this element stands: with `totp`, "Use an app instead" is there. */
  declare otherKinds: readonly string[] | undefined;
  /** Whether the help team has just taken every factor away: then the browser's password manager is told of no list. */
  declare afterReset: boolean | undefined;

  #proof: Proof | undefined;
  readonly #later = new LaterScreens(LATER, () => this.requestUpdate());

  /** What was added, by the name it has now; null: nothing yet, or it was there before. */
  get added(): (AddedKey & { readonly kind: KeyKind }) | null {
    const { state } = this;
    return 'added' in state ? { kind: state.ground.kind, ...state.added } : null;
  }

  protected get facet(): 'passkeys' {
    return 'passkeys';
  }

  protected begin(backend: MfaBackend): PasskeyEnrollmentController {
    const controller = new PasskeyEnrollmentController(backend, {
      webauthn: this.platform?.webauthn ?? webauthn,
      kind: this.#wanted,
      afterReset: this.afterReset ?? false,
    });
    this.#proof = new Proof(backend, {
      withCall: controller.withPassword,
      supports: (kind) => kind !== 'passkey' || this.knowsPasskeys,
      proved: () => controller.proved(),
      signedOut: () => controller.dispatch({ type: 'signed-out' }),
    });
    this.onForget = () => this.#proof?.follow(undefined);
    return controller;
  }

  protected load(controller: PasskeyEnrollmentController): void {
    void controller.load();
  }

  /** A dialog does not stay open over another page. */
  override wipe(): void {
    super.wipe();
    if (!this.flow) this.controller?.stop();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (this.hasUpdated && changed.has('kind')) void this.controller?.load(this.#wanted);
    super.willUpdate(changed);
    if (!this.unstyled) for (const sheet of [later, name]) adopt(this, sheet);
  }

  protected override updated(): void {
    const stepUp = this.box.querySelector('mfa-step-up');
    if (stepUp && !this.waiting) this.leaveTo(stepUp);
    else super.updated();
  }

  protected override get waiting(): boolean {
    return super.waiting || (this.#proof?.stepUp !== undefined && !customElements.get('mfa-step-up'));
  }

  protected override onChange(state: PasskeyEnrollmentState, previous: PasskeyEnrollmentState): void {
    super.onChange(state, previous);
    this.#proof?.follow('need' in state ? state : undefined);
    // Fetched while the person reads: what asks for a proof must not break with the network that is to carry it.
    if (previous.status === 'loading' && state.status === 'asking') void LATER.stepUp().catch(() => undefined);
    const focus = focusAfter(state, previous);
    if (focus) this.focusOn(focus);
    const fact = factOf(state, previous);
    if (fact) this.dispatchEvent(fact);
  }

  protected override renderState(state: PasskeyEnrollmentState): TemplateResult | typeof nothing {
    const scene = this.#scene;
    if (!scene || state.status === 'loading') return html`<div data-part="screen">${status(common().loading)}</div>`;
    switch (state.status) {
      case 'impossible':
        return renderObstacle(state, scene);
      case 'proving':
        return this.#stepUp(scene.controller);
      case 'asking':
      case 'prompting':
      case 'registering':
      case 'unsure':
      case 'checking':
        return renderAsking(state, scene);
      default:
        return renderEnd(state, scene);
    }
  }

  #stepUp(controller: PasskeyEnrollmentController): TemplateResult {
    const { account } = this;
    const back = (): void => controller.back();
    return (
      this.#later.instead('stepUp', 'mfa-step-up') ??
      proof(this, { stepUp: this.#proof?.stepUp, step: 'add-passkey', account, back })
    );
  }

  get #wanted(): KeyKind {
    return this.kind === 'security-key' ? 'security-key' : 'passkey';
  }

  get #scene(): KeyScene | undefined {
    const { controller, language, uid, serviceName: service } = this;
    if (!controller) return undefined;
    const { state } = controller;
    const kind = 'ground' in state ? state.ground.kind : this.#wanted;
    const time = (at: number): string => timeOfDay(at, language);
    return {
      ...{ controller, uid },
      errorId: `${uid}-error`,
      who: whoIn(service, this.account ? maskedAccount(this.account) : null),
      hasApp: this.otherKinds?.includes('totp') === true,
      problem: (trouble) => describeKey(trouble, { kind, service, time }),
      useApp: () => {
        controller.back();
        this.dispatchEvent(new MfaOtherKindEvent('totp'));
      },
      back: () => {
        controller.back();
        this.dispatchEvent(new MfaBackEvent(null));
      },
      signIn: () => leave(this, new MfaSignInNeededEvent(null), this.signInUrl),
      done: () => this.#done(controller),
    };
  }

  #done(controller: PasskeyEnrollmentController): void {
    const event = new MfaDoneEvent(null);
    leave(this, event, this.continueUrl);
    if (!event.defaultPrevented && !this.continueUrl) controller.back();
  }
}
