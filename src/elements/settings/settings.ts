import { type PropertyDeclarations } from '@lit/reactive-element';
import { html, type TemplateResult } from 'lit/html.js';
import { SettingsController } from '../../controllers/settings-controller.js';
import { isOccasion } from '../../core/code-set.js';
import { viewOf } from '../../core/settings.js';
import { placeOf } from '../../core/settings-return.js';
import type { SettingsState } from '../../core/settings-state.js';
import { describeSettings } from '../../i18n/describe-settings.js';
import { dayAndTime, longDate, timeOfDay } from '../../i18n/format.js';
import { common } from '../../i18n/messages/common.js';
import type { MfaBackend } from '../../ports/backend.js';
import { adopt } from '../../styles/adopt.js';
import { codes } from '../../styles/codes.js';
import { later } from '../../styles/later.js';
import { name } from '../../styles/name.js';
import { settings as look } from '../../styles/settings.js';
import { abilitiesOf, tellAccepted } from '../abilities.js';
import { MfaElement } from '../base.js';
import { MfaSignInNeededEvent, type MfaStepUpNeededEvent } from '../events.js';
import { status } from '../fragments/parts.js';
import { insideOf, isAwaited, LATER, screenInside, TAGS } from '../inside.js';
import { LaterScreens } from '../later-screens.js';
import { leave } from '../leave.js';
import { Proof } from '../proof.js';
import { factOf, focusAfter } from './follow.js';
import { renderInside, wayBack } from './inside.js';
import { dropPlace, keepPlace, keptPlace } from './kept-place.js';
import { renderOverview } from './overview.js';
import type { SettingsScene } from './scene.js';
import { renderActivity, renderFailed, renderRemoval, renderRenaming, renderSignIn } from './screens.js';

/**
 * The account page: everything that opens the account in one place. A card for each way and for the backup codes; names,
 * removal with what it really does, new ways, signing out elsewhere, and what happened lately where the server tells.
 *
 * @tag mfa-settings
 * @summary account page, whole: a card for each way, names, removal, new ways, codes, other devices
 * @stability stable
 * @holds mfa-totp-enrollment mfa-passkey-enrollment mfa-backup-codes mfa-step-up
 * @keeps mfa-back mfa-done mfa-other-kind
 * @attr {string} account - whose account this is; shown and written down only masked
 * @attr {string} occasion - what just happened that makes new codes a good idea: recovery, factor-removed or exposed
 * @attr {string} view - opens one screen at once, with nothing begun on it: passkey, security-key, app, codes or activity
 * @attr {boolean} allow-framing - works in a frame of another origin too
 * @fires {MfaFactorAddedEvent} mfa-factor-added - the server accepted a new one
 * @fires {MfaFactorRenamedEvent} mfa-factor-renamed - one has another name
 * @fires {MfaFactorRemovedEvent} mfa-factor-removed - one was removed
 * @fires {MfaOthersEndedEvent} mfa-others-ended - the person is signed out everywhere else
 * @fires {MfaCodesShownEvent} mfa-codes-shown - new codes are on screen
 * @fires {MfaCodesKeptEvent} mfa-codes-kept - they were copied, printed or downloaded, or the browser said no
 * @fires {MfaCodesConfirmedEvent} mfa-codes-confirmed - they are on
 * @fires {MfaCodesAbandonedEvent} mfa-codes-abandoned - they left the screen before that
 * @fires {MfaCodesRemovedEvent} mfa-codes-removed - backup codes were turned off
 * @fires {MfaStepUpNeededEvent} mfa-step-up-needed - a fresh proof is asked for; cancelable where it leads away
 * @fires {MfaStepUpPassedEvent} mfa-step-up-passed - it's them
 * @fires {MfaSignInNeededEvent} mfa-sign-in-needed - the session is over; cancelable
 * @csspart banner - the one suggestion at the top
 * @csspart progress - how many of the ways that are wanted are there
 * @csspart cards - the list of ways
 * @csspart card - one of them, or the backup codes
 * @csspart card-title - its name
 * @csspart card-line - when it was added and used, and what it opens
 * @csspart card-prompt - why new codes are due
 * @csspart card-actions - the links below it
 * @csspart save-buttons - buttons side by side
 * @csspart happenings - what happened lately
 * @csspart happening - one thing that happened
 * @csspart happening-line - when, and from where
 */
export class MfaSettings extends MfaElement<SettingsState, SettingsController> {
  static override properties: PropertyDeclarations = { account: {}, occasion: {}, view: {} };

  declare account: string | null | undefined;
  declare occasion: string | null | undefined;
  declare view: string | null | undefined;

  #proof: Proof | undefined;
  #showsCodes = false;
  readonly #later = new LaterScreens(LATER, () => this.requestUpdate());

  constructor() {
    super();
    this.addEventListener('mfa-step-up-needed', this.#away);
  }

  protected get facet(): 'factors' {
    return 'factors';
  }

  protected begin(backend: MfaBackend): SettingsController {
    const controller = new SettingsController(backend, {
      occasion: isOccasion(this.occasion) ? this.occasion : null,
      accepted: (passkeys) => void tellAccepted(this.platform, passkeys).catch(() => undefined),
    });
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
    this.onForget = () => this.#proof?.follow(undefined);
    return controller;
  }

  protected load(controller: SettingsController): void {
    const view = viewOf(this.view);
    void controller.load(view ? { open: view } : keptPlace(), abilitiesOf(this.platform, this.knowsPasskeys));
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const view = this.hasUpdated && changed.has('view') ? viewOf(this.view) : null;
    if (view) this.controller?.dispatch({ type: 'opened', view });
    super.willUpdate(changed);
    if (!this.unstyled) for (const sheet of [later, codes, name, look]) adopt(this, sheet);
  }

  protected override updated(): void {
    const inside = screenInside(this.box, this.state);
    if (inside && !this.waiting) this.leaveTo(inside);
    else super.updated();
  }

  protected override get waiting(): boolean {
    return super.waiting || isAwaited(this.state);
  }

  protected override onChange(state: SettingsState, previous: SettingsState): void {
    super.onChange(state, previous);
    this.#proof?.follow(state.status === 'proving' ? state : undefined);
    if (state.status !== 'codes') this.#showsCodes = false;
    // Fetched while the person reads: what asks for a proof must not break with the network that is to carry it.
    if (previous.status === 'loading' && state.status === 'overview') void LATER.stepUp().catch(() => undefined);
    if (previous.status === 'loading' && 'ground' in state) dropPlace();
    const focus = focusAfter(state, previous);
    if (focus) this.focusOn(focus);
    const fact = factOf(state, previous);
    if (fact) this.dispatchEvent(fact);
  }

  protected override renderState(state: SettingsState): TemplateResult {
    const scene = this.#scene;
    if (!scene || state.status === 'loading') return html`<div data-part="screen">${status(common().loading)}</div>`;
    switch (state.status) {
      case 'overview':
        return renderOverview(state, scene);
      case 'renaming':
        return renderRenaming(state, state, scene);
      case 'removal':
        return renderRemoval(state, state, scene);
      case 'working':
        if (state.act.what === 'rename') return renderRenaming(state.act, null, scene);
        return state.act.what === 'remove'
          ? renderRemoval({ factor: state.act.factor, ground: state.ground }, null, scene)
          : renderOverview(state, scene);
      case 'activity':
        return renderActivity(state, scene);
      case 'failed':
        return renderFailed(state, scene);
      case 'sign-in':
        return renderSignIn(scene);
      default: {
        const inside = insideOf(state);
        return (inside && this.#later.instead(inside, TAGS[inside], wayBack(scene))) ?? renderInside(state, scene);
      }
    }
  }

  /** The proof is given elsewhere: whoever comes back finds their question. New codes stay here, and the proof opens beside them. */
  readonly #away = ({ detail }: MfaStepUpNeededEvent): void => {
    const { state } = this;
    const place = detail.how === 'in-place' || this.#showsCodes ? null : placeOf(state);
    if (place && 'ground' in state) keepPlace(place, state.ground);
  };

  get #scene(): SettingsScene | undefined {
    const { account, controller, language, serviceName: service, uid } = this;
    if (!controller) return undefined;
    return {
      ...{ account, controller, service, uid, host: this },
      errorId: `${uid}-error`,
      stepUp: this.#proof?.stepUp,
      showsCodes: this.#showsCodes,
      codesShown: (shown) => {
        this.#showsCodes = shown;
        this.requestUpdate();
      },
      date: (at) => longDate(at, language),
      time: (at) => dayAndTime(at, language),
      problem: (trouble) => describeSettings(trouble, { service, time: (at) => timeOfDay(at, language) }),
      retry: () => {
        this.focusOn('title');
        this.load(controller);
      },
      signIn: () => leave(this, new MfaSignInNeededEvent(null), this.signInUrl),
    };
  }
}
