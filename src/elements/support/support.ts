import type { PropertyDeclarations, PropertyValues } from '@lit/reactive-element';
import type { nothing, TemplateResult } from 'lit/html.js';
import { AssistanceController } from '../../controllers/assistance-controller.js';
import type { Contact } from '../../core/contact.js';
import type { AssistanceState } from '../../core/machines/assistance.js';
import type { ChallengeState } from '../../core/machines/challenge.js';
import { describeHelp } from '../../i18n/describe-help.js';
import { dayAndTime } from '../../i18n/format.js';
import type { MfaBackend } from '../../ports/backend.js';
import { adopt } from '../../styles/adopt.js';
import { later } from '../../styles/later.js';
import { MfaBackEvent, MfaNewAccountEvent, flowOf } from '../events.js';
import { controllerOf } from '../gestures.js';
import { leave, leaveToSignIn } from '../leave.js';
import { ChallengeScreen } from '../screen.js';
import { isSameOrigin } from '../urls.js';
import { factOf, isAnotherScreen, saidOf } from './follow.js';
import type { SupportScene } from './scene.js';
import { renderHelp } from './screens.js';
import { goOnAlone, isUnderWay, takeBack } from './under-way.js';

/**
 * The last resort: how to reach the help team, what they will ask, what they never do, and a request to them where the server
 * takes some. It also stands where nobody opens the account without its second factor.
 *
 * @tag mfa-support
 * @summary the last resort: how your help team is reached, what they will do and never do, and a request to them
 * @stability composable
 * @attr {string} sign-in-url - where "Cancel" leads, on this origin
 * @attr {string} new-account-url - where "Make a new account" leads, on this origin [it is not offered]
 * @attr {boolean} allow-framing - takes codes in a frame of another origin too
 * @fires {MfaChallengeShownEvent} mfa-challenge-shown - a challenge is on screen
 * @fires {MfaHelpRequestedEvent} mfa-help-requested - the server has taken a request
 * @fires {MfaHelpCancelledEvent} mfa-help-cancelled - the request was taken back
 * @fires {MfaNewAccountEvent} mfa-new-account - a new account is made, and the old one's data given up; cancelable
 * @fires {MfaBackEvent} mfa-back - "Back" or "I found my codes" was chosen
 * @csspart facts - phone, hours and page
 * @csspart fact - one of them
 * @csspart fact-name - what it is
 * @csspart list-title - over a list
 * @csspart list - what they will and never do
 * @csspart save-buttons - buttons side by side
 */
export class MfaSupport extends ChallengeScreen {
  static override properties: PropertyDeclarations = {
    contact: { attribute: false },
    newAccountUrl: { attribute: 'new-account-url' },
  };

  /** How the help team is reached: `phone`, `hours`, `takes` (how long, in words), `steps` (what they will do, a sentence each). */
  declare contact: Contact | undefined;
  declare newAccountUrl: string | null | undefined;

  #desk: AssistanceController | undefined;
  #unfollow: (() => void) | undefined;
  /** Where this stands: what is told once it is gone is told there, if a drop-in showed it. */
  #place: HTMLElement | null = null;
  #toldOfUrl: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#place = this.parentElement;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A host that moves the element puts it back at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#leaveDesk();
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.unstyled) adopt(this, later);
    if (this.isConnected && isHelpful(this.state)) this.#desk ??= this.#beginDesk(this.state);
  }

  protected override get waiting(): boolean {
    return super.waiting || this.#desk?.state.status === 'loading';
  }

  protected override onChange(state: ChallengeState, previous: ChallengeState): void {
    super.onChange(state, previous);
    // What is loaded again may have another request, or none.
    if (!isHelpful(state)) this.#leaveDesk();
  }

  protected override renderState(state: ChallengeState): TemplateResult | typeof nothing {
    const scene = this.#scene;
    return scene && isHelpful(state) ? renderHelp(scene.controller.state, scene) : this.renderEnd();
  }

  #beginDesk(state: ChallengeState): AssistanceController | undefined {
    // Inside a drop-in, which leads the challenge, the backend is handed over.
    const backend = this.server ?? this.backend;
    if (typeof backend !== 'object' || !backend) return undefined;
    const desk = takeBack(this.controller ?? this) ?? this.#newDesk(backend, state);
    this.#unfollow = desk.subscribe((now, before) => this.#follow(now, before));
    void desk.load();
    return desk;
  }

  #newDesk(backend: MfaBackend, state: ChallengeState): AssistanceController {
    const blocked = state.status === 'elsewhere' && state.entry.status === 'blocked' ? state.entry.why : undefined;
    const open = 'challenge' in state ? state.challenge.assistance : undefined;
    return new AssistanceController(backend, { blocked, open, done: isEnrolling(state) });
  }

  #leaveDesk(): void {
    const desk = this.#desk;
    this.#desk = undefined;
    this.#unfollow?.();
    if (!desk) return;
    if (isUnderWay(desk.state))
      goOnAlone(this.controller ?? this, desk, (state, previous) => this.#tell(state, previous));
    else desk.stop();
  }

  /** What is true now, for the page and for the challenge, whatever screen is there. */
  #tell(state: AssistanceState, previous: AssistanceState): void {
    const open = saidOf(state, previous);
    const challenge = this.controller && controllerOf(this.controller);
    if (open !== undefined) challenge?.dispatch({ type: 'assistance', open });
    const fact = factOf(state, previous, flowOf(this.state));
    const teller = this.flow && !this.isConnected ? this.#place : this;
    if (fact) teller?.dispatchEvent(fact);
  }

  #follow(state: AssistanceState, previous: AssistanceState): void {
    if (previous.status !== 'loading' && isAnotherScreen(state, previous)) this.focusOn('title');
    this.#tell(state, previous);
    if (state.status === 'starting-over' && state.lacks) this.focusOn('field');
    const trouble = 'trouble' in state ? state.trouble : null;
    // The challenge ran out: it is opened again, or the person signs in.
    if (trouble?.code === 'challenge-over') this.act((controller) => controller.fail(trouble));
    this.requestUpdate();
  }

  get #scene(): SupportScene | undefined {
    const { contact, errorId, helpUrl, language, serviceName: service, state, uid } = this;
    if (!this.#desk) return undefined;
    const newAccountUrl = this.#newAccountUrl;
    const isMet = 'challenge' in state;
    const time = (at: number): string => dayAndTime(at, language);
    return {
      ...{ contact, errorId, helpUrl, newAccountUrl, service, time, uid },
      controller: this.#desk,
      account: isMet && state.challenge.account !== 'unknown' ? state.challenge.account : null,
      problem: (trouble, act) => describeHelp(trouble, { act, service, time }),
      hasCodes: isMet && state.challenge.offers.some(({ kind }) => kind === 'backup-code'),
      back: isMet || isEnrolling(state) ? () => void this.dispatchEvent(new MfaBackEvent(flowOf(state))) : undefined,
      cancel: isMet ? this.cancel : undefined,
      signIn: () => leaveToSignIn(this),
      startOver: () => leave(this, new MfaNewAccountEvent(flowOf(state)), newAccountUrl),
    };
  }

  /** A place elsewhere is none: nothing would happen at the click. */
  get #newAccountUrl(): string | null {
    const { newAccountUrl: url } = this;
    if (!url || isSameOrigin(url)) return url ?? null;
    if (this.#toldOfUrl !== url)
      console.warn(
        `mfa-elements: the new-account-url "${url}" is on another origin, so "Make a new account" is left out.`,
      );
    this.#toldOfUrl = url;
    return null;
  }
}

const isEnrolling = (state: ChallengeState): boolean => state.status === 'elsewhere' && state.entry.status === 'enroll';

/** Whether there is somebody to help: before the challenge is passed, and not where the first factor is needed again. */
const isHelpful = (state: ChallengeState): boolean =>
  'challenge' in state || isEnrolling(state) || (state.status === 'elsewhere' && state.entry.status === 'blocked');
