import { type PropertyDeclarations } from '@lit/reactive-element';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { StepUpController } from '../../controllers/step-up-controller.js';
import { maskedAccount } from '../../core/codes-document.js';
import type { AskedState, StepUpState } from '../../core/machines/step-up.js';
import { isSameStepUpWay, type Purpose } from '../../core/step-up.js';
import { fill } from '../../i18n/catalogue.js';
import { describe } from '../../i18n/describe.js';
import { timeOfDay } from '../../i18n/format.js';
import { common } from '../../i18n/messages/common.js';
import { stepUp as words } from '../../i18n/messages/step-up.js';
import type { MfaBackend } from '../../ports/backend.js';
import type { WebAuthnPort } from '../../ports/platform.js';
import { adopt } from '../../styles/adopt.js';
import { later } from '../../styles/later.js';
import { MfaElement } from '../base.js';
import { MfaBackEvent, MfaDoneEvent, MfaSignInNeededEvent, MfaStepUpNeededEvent } from '../events.js';
import { errorContent } from '../fragments/later-parts.js';
import { whoIn } from '../fragments/who-in.js';
import { alert, link, primary, status, text, title } from '../fragments/parts.js';
import { leave } from '../leave.js';
import { isSafeUrl } from '../safe-url.js';
import { follow } from './follow.js';
import { linkTo, renderWay, type WayView } from './ways.js';

/**
 * "Confirm it's you": a fresh proof inside a session, in place and strongest first, before something that matters. What the
 * person wanted waits for their next click: nothing of it is sent from here.
 *
 * @tag mfa-step-up
 * @summary account page: “Confirm it's you” before something that matters
 * @stability composable
 * @attr {string} account - whose account this is; shown only masked
 * @attr {string} action - what the person is about to do, after "You're about to": `change your email address`
 * @attr {string} continue-url - where "Continue" leads once it is confirmed, on this origin
 * @attr {boolean} allow-framing - takes codes in a frame of another origin too
 * @fires {MfaStepUpNeededEvent} mfa-step-up-needed - a proof is asked for; cancelable where it leads away
 * @fires {MfaWayChosenEvent} mfa-way-chosen - another way was chosen
 * @fires {MfaProofRefusedEvent} mfa-proof-refused - the server refused a proof
 * @fires {MfaStepUpPassedEvent} mfa-step-up-passed - it's them
 * @fires {MfaBackEvent} mfa-back - "Cancel" was chosen
 * @fires {MfaSignInNeededEvent} mfa-sign-in-needed - the session is over; cancelable
 * @fires {MfaDoneEvent} mfa-done - the person goes on; cancelable
 * @csspart after - below the form: "Send a new code", and other ways
 */
export class MfaStepUp extends MfaElement<StepUpState, StepUpController> {
  static override properties: PropertyDeclarations = {
    account: {},
    action: {},
    step: { attribute: false },
    subject: { attribute: false },
    aside: { attribute: false },
  };

  declare flow: StepUpController | undefined;
  declare account: string | null | undefined;
  declare action: string | null | undefined;
  /** What the element around this one wants the proof for. */
  declare step: Purpose | undefined;
  /** The name of what is renamed or removed. */
  declare subject: string | undefined;
  /** Whether what stands beside it would be lost if the page were left. */
  declare aside: boolean | undefined;

  #webauthn: WebAuthnPort | undefined;
  #loading: Promise<void> | undefined;
  /** Whose question was told. */
  #told: StepUpController | undefined;
  /** The browser's part of a passkey was asked for and did not come. */
  #missing = false;

  protected get facet(): 'stepUp' {
    return 'stepUp';
  }

  protected begin(backend: MfaBackend): StepUpController {
    return new StepUpController(backend, { supports: (kind) => kind !== 'passkey' || this.knowsPasskeys });
  }

  protected load(controller: StepUpController): void {
    void controller.load();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    super.willUpdate(changed);
    if (!this.unstyled) adopt(this, later);
    const { state } = this;
    if ('way' in state && state.way.kind === 'passkey' && !this.#missing) void this.#loadPasskeys();
  }

  /** What an element around it hands over may have come to this already. */
  protected override updated(): void {
    super.updated();
    if (!('way' in this.state) || this.#told === this.controller) return;
    this.#told = this.controller;
    this.dispatchEvent(new MfaStepUpNeededEvent('in-place', this.#step));
  }

  protected override onChange(state: StepUpState, previous: StepUpState): void {
    super.onChange(state, previous);
    follow(this, state, previous);
  }

  protected override renderState(state: StepUpState): TemplateResult | typeof nothing {
    const { flow, signInUrl } = this;
    switch (state.status) {
      case 'loading':
        return html`<div data-part="screen">${status(common().loading)}</div>`;
      case 'failed':
        return this.#screen(
          alert(this.errorId, errorContent(describe(state.problem, { ...this.#setting, way: null, shape: '' }))),
          primary('retry', common().tryAgain, this.#retry),
        );
      case 'no-way':
        return this.#screen(text(words().noWay));
      case 'redirect':
        return isSafeUrl(state.url)
          ? this.#screen(text(words().redirect), this.#away('redirect', state.url))
          : this.#screen(text(words().noWay));
      case 'sign-in-again':
        return this.#screen(text(words().signInAgain), this.#away('sign-in-again', signInUrl));
      case 'sign-in':
        return html`<div data-part="screen">
          ${title(words().signIn)}
          ${primary('sign-in', words().goToSignIn, () => leave(this, new MfaSignInNeededEvent(null), signInUrl))}
        </div>`;
      case 'proved':
        return flow ? nothing : this.#proved();
      default:
        return this.#asked(state);
    }
  }

  #asked(state: AskedState): TemplateResult {
    const others = state.ways.filter((way) => !isSameStepUpWay(way, state.way));
    return this.#screen(
      renderWay(state, this.#view),
      others.map((way) => linkTo(way, () => this.controller?.choose(way))),
    );
  }

  /** The frame of all of them. The links to other ways stand first among those that lead out. */
  #screen(content: TemplateResult, more: TemplateResult | readonly TemplateResult[] = []): TemplateResult {
    const about = this.#about;
    const isLinks = Array.isArray(more);
    return html`<div data-part="screen">
      ${title(words().title)} ${whoIn(this.serviceName, this.account ? maskedAccount(this.account) : null)}
      ${about === undefined ? nothing : text(about)} ${content} ${isLinks ? nothing : more}
      <div data-part="out">${isLinks ? more : nothing} ${link('cancel', words().cancel, this.#cancel, true)}</div>
    </div>`;
  }

  get #about(): string | undefined {
    const { action, step, subject } = this;
    if (action) return fill(words().text, { action });
    if (subject !== undefined && (step === 'rename-factor' || step === 'remove-factor'))
      return fill(words().named[step], { name: subject });
    return step && words().texts[step];
  }

  #proved(): TemplateResult {
    return html`<div data-part="screen">
      ${title(words().passedTitle)} ${text(words().passed)}
      ${primary('done', words().submit, () => leave(this, new MfaDoneEvent(null), this.continueUrl))}
    </div>`;
  }

  /** The way to another page. A link, so that the browser says where it leads; in another tab where this one holds codes. */
  #away(how: 'redirect' | 'sign-in-again', url: string | null | undefined): TemplateResult {
    const go = (event: Event): void => {
      if (!this.dispatchEvent(new MfaStepUpNeededEvent(how, this.#step))) event.preventDefault();
    };
    if (!url || !isSafeUrl(url)) return primary('sign-in', words().goToSignIn, () => go(new Event('click')));
    return html`<a
      data-part="button"
      data-variant="primary"
      data-action="sign-in"
      href=${url}
      target=${this.aside ? '_blank' : nothing}
      rel=${this.aside ? 'noopener' : nothing}
      @click=${go}
      >${words().goToSignIn}</a
    >`;
  }

  get #step(): Exclude<Purpose, 'turn-on'> | null {
    return this.step === 'turn-on' ? null : (this.step ?? null);
  }

  private get errorId(): string {
    return `${this.uid}-error`;
  }

  get #setting() {
    return { service: this.serviceName, time: (at: number): string => timeOfDay(at, this.language) };
  }

  get #view(): WayView {
    return {
      uid: this.uid,
      errorId: this.errorId,
      language: this.language,
      setting: this.#setting,
      isPasskeyReady: this.#webauthn !== undefined && this.controller?.passkeyReady === true,
      isPasskeyMissing: this.#missing,
      submit: this.#submit,
      send: () => void this.controller?.send(),
      usePasskey: this.#usePasskey,
      checkAgain: () => void this.controller?.checkAgain(),
      refresh: () => this.requestUpdate(),
    };
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    if (this.state.status === 'unsettled') void this.controller?.checkAgain();
    else void this.controller?.submit(this.box.querySelector('input')?.value ?? '');
  };

  /** Nothing may be awaited before the dialog. */
  readonly #usePasskey = (): void => {
    if (this.#webauthn) return void this.controller?.usePasskey(this.#webauthn);
    this.#missing = false;
    this.requestUpdate();
  };

  /** The browser's part is loaded when its button is shown, so that a click finds it there. */
  async #loadPasskeys(): Promise<void> {
    if (this.#webauthn) return;
    await (this.#loading ??= this.#findPasskeys());
    this.requestUpdate();
  }

  async #findPasskeys(): Promise<void> {
    try {
      this.#webauthn = this.platform?.webauthn ?? (await import('../../platform/webauthn.js')).webauthn;
    } catch {
      this.#missing = true;
    }
    this.#loading = undefined;
  }

  readonly #retry = (): void => {
    this.focusOn('title');
    void this.controller?.load();
  };

  readonly #cancel = (): void => void this.dispatchEvent(new MfaBackEvent(null));
}
