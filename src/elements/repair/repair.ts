import { type PropertyDeclarations } from '@lit/reactive-element';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { RepairController, type RepairStart } from '../../controllers/repair-controller.js';
import type { Contact } from '../../core/contact.js';
import { isForcedStep, type RepairState } from '../../core/repair-state.js';
import { describe } from '../../i18n/describe.js';
import { timeOfDay } from '../../i18n/format.js';
import type { MfaBackend } from '../../ports/backend.js';
import { adopt } from '../../styles/adopt.js';
import { codes as look } from '../../styles/codes.js';
import { later } from '../../styles/later.js';
import { abilitiesOf, tellAccepted } from '../abilities.js';
import { MfaElement } from '../base.js';
import { MfaDoneEvent, MfaSignInNeededEvent } from '../events.js';
import { LaterScreens } from '../later-screens.js';
import { leave } from '../leave.js';
import { Proof } from '../proof.js';
import type { Facet } from '../setup.js';
import { renderChoice, renderIn } from './begin.js';
import { renderDone, renderLeft, renderLoading, renderSignIn, renderWhich, renderWorking } from './end.js';
import { factsOf, isElsewhere } from './follow.js';
import { insideOf, isAwaited, LATER, screenInside, TAGS } from '../inside.js';
import type * as ForcedModule from './forced.js';
import { renderInside } from './inside.js';
import type { RepairScene } from './scene.js';

const ALONE: RepairStart = { because: 'required', todo: [], codesLeft: 'unknown', mayPostpone: false };

/**
 * From "You're in" back to safe: a new authenticator app, passkey or security key, then new backup codes, then the end of what
 * was lost. Alone on a page it leads through setting up a first second factor, which ends in codes.
 *
 * @tag mfa-repair
 * @summary from “You're in” back to safe: a new second factor, new codes, the end of what was lost
 * @stability composable
 * @holds mfa-totp-enrollment mfa-passkey-enrollment mfa-backup-codes mfa-step-up
 * @keeps mfa-back mfa-other-kind
 * @attr {string} account - whose account this is; shown and written down only masked
 * @attr {string} continue-url - where the person goes at the end, on this origin
 * @attr {string} sign-out-url - where "Sign out" is posted to, on this origin, at a step that can't be put off [it is offered before a session alone]
 * @attr {boolean} allow-framing - works in a frame of another origin too
 * @fires {MfaRepairBegunEvent} mfa-repair-begun - the person sets up a new second factor, or new codes
 * @fires {MfaFactorAddedEvent} mfa-factor-added - the server has accepted a new one
 * @fires {MfaCodesConfirmedEvent} mfa-codes-confirmed - new backup codes are on
 * @fires {MfaFactorRemovedEvent} mfa-factor-removed - what was lost is turned off
 * @fires {MfaRepairPostponedEvent} mfa-repair-postponed - "Not now" was chosen
 * @fires {MfaRepairDoneEvent} mfa-repair-done - all is set
 * @fires {MfaHelpEvent} mfa-help - "Ask our help team" was opened, at a step that can't be put off
 * @fires {MfaSignInNeededEvent} mfa-sign-in-needed - the session is over, or the person signed out; cancelable
 * @fires {MfaDoneEvent} mfa-done - the person goes on to the app; cancelable
 * @csspart progress - which step of how many
 * @csspart choices - a list of what can be set up, or was lost
 * @csspart choice - one of them
 * @csspart choice-button - what is clicked
 * @csspart choice-title - its name
 * @csspart choice-line - what it is, in a line
 * @csspart list - what is done, and what ends
 * @csspart save-buttons - buttons side by side
 * @csspart fold - "Ask our help team", at a step that can't be put off
 * @csspart fold-title - what opens it
 * @csspart facts - phone, hours and page
 * @csspart fact - one of them
 * @csspart fact-name - what it is
 */
export class MfaRepair extends MfaElement<RepairState, RepairController> {
  static override properties: PropertyDeclarations = {
    account: {},
    signOutUrl: { attribute: 'sign-out-url' },
    contact: { attribute: false },
    start: { attribute: false },
  };

  declare signOutUrl: string | null | undefined;
  /** How the help team is reached: `phone`, `hours`. */
  declare contact: Contact | undefined;
  declare account: string | null | undefined;
  /** How the person got here, as the server told it. [a second factor has to be set up] */
  declare start: RepairStart | undefined;

  #proof: Proof | undefined;
  #showsCodes = false;
  #lacks = false;
  #forced: typeof ForcedModule | undefined;
  readonly #later = new LaterScreens(LATER, () => this.requestUpdate());

  protected get facet(): Facet {
    const { backend } = this;
    return typeof backend === 'object' && backend && !backend.totp ? 'passkeys' : 'totp';
  }

  protected begin(backend: MfaBackend): RepairController {
    const controller = new RepairController(
      backend,
      this.start ?? ALONE,
      (passkeys) => void tellAccepted(this.platform, passkeys).catch(() => undefined),
    );
    this.#proof = new Proof(backend, {
      // Read when a proof is asked for: by then the policy is known.
      get policy() {
        return controller.policy;
      },
      supports: (kind) => kind !== 'passkey' || this.knowsPasskeys,
      proved: () => controller.proved(),
      signedOut: () => controller.dispatch({ type: 'signed-out' }),
    });
    this.onForget = () => this.#proof?.follow(undefined);
    return controller;
  }

  protected load(controller: RepairController): void {
    void controller.load(abilitiesOf(this.platform, this.knowsPasskeys));
    // Fetched while the person reads: the way to safety must not wait for the network, nor break with it.
    for (const load of Object.values(LATER)) void load().catch(() => undefined);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (!this.unstyled) for (const sheet of [later, look]) adopt(this, sheet);
    if (isForcedStep(this.state)) void import('./forced.js').then(this.#hasForced, () => undefined);
  }

  readonly #hasForced = (forced: typeof ForcedModule): void => {
    if (this.#forced) return;
    this.#forced = forced;
    this.requestUpdate();
  };

  protected override updated(): void {
    const inside = screenInside(this.box, this.state);
    if (inside && !this.waiting) this.leaveTo(inside);
    else super.updated();
  }

  protected override get waiting(): boolean {
    return super.waiting || this.#isLearning || isAwaited(this.state);
  }

  /** What can be chosen is not known yet. */
  get #isLearning(): boolean {
    return this.state.status === 'choosing' && this.controller?.learned !== true;
  }

  protected override onChange(state: RepairState, previous: RepairState): void {
    super.onChange(state, previous);
    this.#proof?.follow(state.status === 'proving' ? state : undefined);
    this.#lacks = false;
    if (state.status !== previous.status) this.#showsCodes = false;
    if (isElsewhere(state, previous)) this.focusOn('title');
    for (const fact of factsOf(state, previous)) this.dispatchEvent(fact);
    if (state.status === 'left' && previous.status !== 'left') this.#done();
  }

  protected override renderState(state: RepairState): TemplateResult {
    const scene = this.#scene;
    if (!scene) return renderLoading();
    return html`${this.#screen(state, scene)}
    ${isForcedStep(state) ? this.#forced?.renderForced(state.journey, scene, this) : nothing}`;
  }

  #screen(state: RepairState, scene: RepairScene): TemplateResult {
    switch (state.status) {
      case 'in':
        return renderIn(state, scene);
      case 'choosing':
        return this.#isLearning ? renderLoading() : renderChoice(state, scene);
      case 'asking-which':
        return renderWhich(state, scene);
      case 'retiring':
      case 'ending':
        return renderWorking(state);
      case 'done':
        return renderDone(state, scene);
      case 'left':
        return renderLeft(state, scene);
      case 'sign-in':
        return renderSignIn(scene);
      default: {
        const name = insideOf(state);
        return (name && this.#later.instead(name, TAGS[name])) ?? renderInside(state, scene);
      }
    }
  }

  #done(): void {
    leave(this, new MfaDoneEvent(null), this.continueUrl);
  }

  get #scene(): RepairScene | undefined {
    const { account, controller, language, serviceName: service, uid } = this;
    if (!controller) return undefined;
    const { state } = controller;
    const time = (at: number): string => timeOfDay(at, language);
    return {
      ...{ account, controller, service, uid, host: this },
      errorId: `${uid}-error`,
      notified: this.start?.notified ?? 'unknown',
      stepUp: this.#proof?.stepUp,
      lacks: this.#lacks,
      showsCodes: this.#showsCodes,
      asksForCodes: 'journey' in state && (state.journey.gone || state.journey.because !== 'code'),
      problem: (problem) => describe(problem, { way: null, service, shape: '', time }),
      codesShown: (shown) => {
        this.#showsCodes = shown;
        this.requestUpdate();
      },
      hinder: () => {
        this.#lacks = true;
        this.focusOn('field');
      },
      done: () => this.#done(),
      signIn: () => leave(this, new MfaSignInNeededEvent(null), this.signInUrl),
    };
  }
}
