import { type PropertyDeclarations } from '@lit/reactive-element';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { BackupCodesController } from '../../controllers/backup-codes-controller.js';
import { abandon } from '../../controllers/code-steps.js';
import { followCodeTabs } from '../../controllers/code-tabs.js';
import { isOccasion } from '../../core/code-set.js';
import { maskedAccount } from '../../core/codes-document.js';
import {
  asksBeforeLeaving,
  codesOnScreen,
  isStep,
  stepOf,
  type CodesState,
  type Step,
} from '../../core/codes-state.js';
import type { Purpose } from '../../core/step-up.js';
import { describeCodes } from '../../i18n/describe-codes.js';
import { longDate, timeOfDay } from '../../i18n/format.js';
import { common } from '../../i18n/messages/common.js';
import { copy } from '../../platform/clipboard.js';
import { save } from '../../platform/download.js';
import { print } from '../../platform/print.js';
import { openTabs } from '../../platform/tabs.js';
import { watchVisibility } from '../../platform/visibility.js';
import type { MfaBackend } from '../../ports/backend.js';
import { adopt } from '../../styles/adopt.js';
import { codes as look } from '../../styles/codes.js';
import { later } from '../../styles/later.js';
import { MfaElement } from '../base.js';
import { MfaDoneEvent, MfaSignInNeededEvent, type MfaStepUpNeededEvent } from '../events.js';
import { renderKeeping, writeCodes } from '../fragments/codes-list.js';
import { link, status } from '../fragments/parts.js';
import { proof } from '../fragments/proof.js';
import { LaterScreens } from '../later-screens.js';
import { leave } from '../leave.js';
import type { Proof } from '../proof.js';
import { renderAcceptance, renderCard, renderRemoval } from './card.js';
import { renderEnd } from './ends.js';
import { focusAfter, tell } from './follow.js';
import { renderSaving } from './saving.js';
import { proofOf } from './proof.js';
import type { CodesScene } from './scene.js';

const PLAIN: PropertyDeclarations = { account: {}, occasion: {}, step: {} };
const LATER = { stepUp: () => import('../../define/step-up.js') };

/**
 * Backup codes on an account page: how many are left, making new ones, saving them, turning them on and off. Nothing is made
 * but by a click. Where the server wants a fresh proof, it is asked for in place.
 *
 * @tag mfa-backup-codes
 * @summary account page: how many codes are left; make, save, turn on, turn off
 * @stability stable
 * @holds mfa-step-up
 * @attr {string} account - whose codes these are; shown and written down only masked
 * @attr {string} occasion - what just happened that makes new codes a good idea: recovery, factor-removed or exposed
 * @attr {string} step - where the person left to sign in, as `mfa-step-up-needed` told it: make, remove or reveal
 * @attr {string} continue-url - where "Continue" leads once the codes are on, on this origin [back to the count]
 * @attr {boolean} allow-framing - shows codes in a frame of another origin too
 * @fires {MfaCodesShownEvent} mfa-codes-shown - new codes are on screen
 * @fires {MfaCodesKeptEvent} mfa-codes-kept - they were copied, printed or downloaded, or the browser said no
 * @fires {MfaCodesConfirmedEvent} mfa-codes-confirmed - they are on
 * @fires {MfaCodesAbandonedEvent} mfa-codes-abandoned - they left the screen before that
 * @fires {MfaCodesRemovedEvent} mfa-codes-removed - backup codes were turned off
 * @fires {MfaCodesRevealedEvent} mfa-codes-revealed - the codes in force are shown again
 * @fires {MfaSecretsWipedEvent} mfa-secrets-wiped - no code stands in the page any more
 * @fires {MfaBackEvent} mfa-back - the count is there again, and nothing was done
 * @fires {MfaStepUpNeededEvent} mfa-step-up-needed - a fresh proof is asked for; cancelable where it leads away
 * @fires {MfaSignInNeededEvent} mfa-sign-in-needed - the session is over; cancelable
 * @fires {MfaDoneEvent} mfa-done - "Continue" was chosen once the codes are on; cancelable
 * @csspart card - count and state
 * @csspart card-title - its heading
 * @csspart card-line - how many are left
 * @csspart card-prompt - why new ones are due
 * @csspart card-actions - the links below it
 * @csspart list - what ends, or what to do
 * @csspart places - where codes are kept well, and where not
 * @csspart codes - the list of codes
 * @csspart code-item - one line of it
 * @csspart code - the code; `data-variant` used
 * @csspart masked - what stands in its place after the page was away
 * @csspart save-buttons - Print, Download, Copy
 */
export class MfaBackupCodes extends MfaElement<CodesState, BackupCodesController> {
  static override properties: PropertyDeclarations = { ...PLAIN, chosen: { attribute: false } };

  declare account: string | null | undefined;
  declare occasion: string | null | undefined;
  declare step: string | null | undefined;
  /** Begins with making new codes, once: the click that led here asked for them. */
  declare chosen: boolean | undefined;

  #proof: Proof | undefined;
  #left: Step | null = null;
  readonly #later = new LaterScreens(LATER, () => this.requestUpdate());

  protected get facet(): 'backupCodes' {
    return 'backupCodes';
  }

  protected begin(backend: MfaBackend): BackupCodesController {
    const occasion = isOccasion(this.occasion) ? this.occasion : null;
    const controller = new BackupCodesController(backend, { occasion });
    this.#proof = proofOf(backend, controller, (kind) => kind !== 'passkey' || this.knowsPasskeys);
    this.#left = isStep(this.step) ? this.step : null;
    const ends = [
      followCodeTabs(controller, (hear) => (this.platform?.openTabs ?? openTabs)('mfa-elements-codes', hear)),
      watchVisibility((isHidden) => controller.away(isHidden)),
      controller.subscribe((state, previous) => this.isConnected || this.#abandon(controller, state, previous)),
    ];
    this.onForget = () => {
      for (const end of ends) end();
      this.#settle({ status: 'loading' });
    };
    return controller;
  }

  protected load(controller: BackupCodesController): void {
    const [step, chosen] = [this.#left, this.chosen];
    [this.#left, this.chosen] = [null, false];
    void controller.load(step).then(() => (chosen ? controller.make() : undefined));
  }

  /** No code stands in the page once it is left, or the element is out of it. */
  override wipe(): void {
    super.wipe();
    this.#left = stepOf(this.state);
    if (!this.flow) this.controller?.stop();
    this.requestUpdate();
  }

  protected override render(): TemplateResult | typeof nothing {
    return this.isConnected ? super.render() : nothing;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (!this.unstyled) for (const sheet of [later, look]) adopt(this, sheet);
  }

  protected override updated(): void {
    writeCodes(this.box, codesOnScreen(this.state));
    const stepUp = this.box.querySelector('mfa-step-up');
    if (stepUp && !this.waiting) this.leaveTo(stepUp);
    else super.updated();
  }

  protected override get waiting(): boolean {
    return super.waiting || (this.#proof?.stepUp !== undefined && !customElements.get('mfa-step-up'));
  }

  protected override onChange(state: CodesState, previous: CodesState): void {
    super.onChange(state, previous);
    this.#settle(state);
    // Fetched while the person reads: what asks for a proof must not break with the network that is to carry it.
    if (previous.status === 'loading' && state.status !== 'loading') void LATER.stepUp().catch(() => undefined);
    const hadFocus = this.box.querySelector('[data-part=save-buttons]:focus-within') !== null;
    const isHidden = 'shown' in state && state.shown.masked && 'shown' in previous && !previous.shown.masked;
    const focus = isHidden && hadFocus ? 'title' : focusAfter(state, previous);
    if (focus) this.focusOn(focus);
    tell(this, state, previous);
  }

  /** What begins and ends with a state. Codes go before their screen does. The browser asks before the page goes only while something would be lost. */
  #settle(state: CodesState): void {
    this.#proof?.follow('need' in state ? state : undefined);
    writeCodes(this.box, codesOnScreen(state));
    if (asksBeforeLeaving(state)) addEventListener('beforeunload', this.#askFirst);
    else removeEventListener('beforeunload', this.#askFirst);
  }

  #abandon(controller: BackupCodesController, state: CodesState, previous: CodesState): void {
    tell(this, state, previous);
    abandon(controller, previous);
  }

  readonly #askFirst = (event: Event): void => event.preventDefault();

  protected override renderState(state: CodesState): TemplateResult | typeof nothing {
    const scene = this.#scene;
    if (!scene || state.status === 'loading') return html`<div data-part="screen">${status(common().loading)}</div>`;
    switch (state.status) {
      case 'absent':
        return nothing;
      case 'overview':
        return renderCard(state, scene);
      case 'accepting':
        return renderAcceptance(state, scene);
      case 'removal':
        return renderRemoval(state, scene);
      case 'working':
        if (state.step === 'remove') return renderRemoval(state, scene);
        return state.step === 'make' && state.ground.issuing === 'immediate'
          ? renderAcceptance(state, scene)
          : renderCard(state, scene);
      case 'proving':
        return this.#stepUp(state.step);
      case 'proving-over':
        return html`${this.#stepUp('turn-on')}
          <div data-part="screen">${renderKeeping(state.shown, scene)}</div>`;
      case 'showing':
      case 'confirming':
      case 'unsure':
        return renderSaving(state, scene);
      default:
        return renderEnd(state, scene);
    }
  }

  #stepUp(step: Purpose): TemplateResult {
    const back = (): void => this.controller?.back();
    const out = html`<div data-part="out">${link('cancel', common().cancel, back, true)}</div>`;
    return (
      this.#later.instead('stepUp', 'mfa-step-up', out) ??
      proof(this, { stepUp: this.#proof?.stepUp, step, account: this.account, back, away: this.#away })
    );
  }

  get #scene(): CodesScene | undefined {
    const { controller, language, uid, serviceName: service } = this;
    if (!controller) return undefined;
    return {
      ...{ controller, language, uid, service },
      platform: { copy, print, save, ...this.platform },
      errorId: `${uid}-error`,
      account: this.account ? maskedAccount(this.account) : null,
      date: (at) => longDate(at, language),
      problem: (trouble) => describeCodes(trouble, { service, shape: '', time: (at) => timeOfDay(at, language) }),
      retry: () => {
        this.focusOn('title');
        void controller.load();
      },
      signIn: () => leave(this, new MfaSignInNeededEvent(null), this.signInUrl),
      done: () => this.#done(controller),
    };
  }

  #done(controller: BackupCodesController): void {
    const event = new MfaDoneEvent(null);
    leave(this, event, this.continueUrl);
    if (!event.defaultPrevented && !this.continueUrl) controller.back();
  }

  /** The proof is given in another tab, where codes are on screen: the person comes back to them, and chooses Finish again. */
  readonly #away = ({ detail }: MfaStepUpNeededEvent): void => {
    if (detail.how !== 'in-place' && this.state.status === 'proving-over')
      queueMicrotask(() => this.controller?.back());
  };
}
