import type { PropertyDeclarations, PropertyValues } from '@lit/reactive-element';
import type { nothing, TemplateResult } from 'lit/html.js';
import type { ChallengeController } from '../../controllers/challenge-controller.js';
import { PassController } from '../../controllers/pass-controller.js';
import type { Contact } from '../../core/contact.js';
import type { ChallengeState } from '../../core/machines/challenge.js';
import type { PassState } from '../../core/machines/pass.js';
import { adopt } from '../../styles/adopt.js';
import { help } from '../../styles/help.js';
import { later } from '../../styles/later.js';
import { MfaEnrollmentOpenedEvent, MfaHelpEvent, MfaResetShownEvent } from '../events.js';
import { cancel, fullController } from '../gestures.js';
import { isFirstTelling } from '../resets.js';
import { ChallengeScreen } from '../screen.js';
import { renderReset, type EnrollEntry, type Gestures } from './screen.js';

/**
 * After a reset by the help team: what was done, when and until when a new second factor has to be there; the code that the team
 * read out, where one is asked for; and where to turn for a person who never asked.
 *
 * @tag mfa-reset
 * @summary after a reset by the help team: who did what and when, the code they read out, and “Didn't ask for this?”
 * @stability composable
 * @attr {string} sign-in-url - where "Sign out" leads, on this origin
 * @attr {boolean} allow-framing - takes codes in a frame of another origin too
 * @fires {MfaResetShownEvent} mfa-reset-shown - the person reads what the help team did
 * @fires {MfaEnrollmentOpenedEvent} mfa-enrollment-opened - the person goes on to set up: show `<mfa-repair>`
 * @fires {MfaHelpEvent} mfa-help - "Ask our help team" was chosen
 * @fires {MfaSignInNeededEvent} mfa-sign-in-needed - the person signed out; cancelable
 * @csspart news - "Didn't ask for this?"
 * @csspart list-title - its heading
 */
export class MfaReset extends ChallengeScreen {
  static override properties: PropertyDeclarations = { contact: { attribute: false } };

  /** How the help team is reached: `phone`, and what `<mfa-support>` shows of it. */
  declare contact: Contact | undefined;

  #pass: PassController | undefined;
  #told = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A host that moves the element puts it back at once.
    queueMicrotask(() => {
      if (!this.isConnected) this.#leavePass();
    });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.unstyled) for (const sheet of [later, help]) adopt(this, sheet);
    if (this.isConnected && entryOf(this.state)?.passNeeded) this.#pass ??= this.#beginPass();
  }

  protected override updated(): void {
    super.updated();
    const entry = entryOf(this.state);
    if (this.#told || entry?.because !== 'reset') return;
    this.#told = true;
    if (entry.reset && !isFirstTelling(entry.reset.at)) return;
    this.dispatchEvent(new MfaResetShownEvent(null, 'enrollment'));
  }

  protected override onChange(state: ChallengeState, previous: ChallengeState): void {
    super.onChange(state, previous);
    this.#leavePass();
  }

  protected override renderState(state: ChallengeState): TemplateResult | typeof nothing {
    const entry = entryOf(state);
    return entry ? renderReset(entry, this.#pass?.state, this, this.#gestures) : this.renderEnd();
  }

  #beginPass(): PassController | undefined {
    const { controller } = this;
    if (!controller) return undefined;
    const pass = new PassController(controller.port);
    pass.subscribe((state, previous) => this.#follow(state, previous));
    return pass;
  }

  #leavePass(): void {
    this.#pass?.stop();
    this.#pass = undefined;
  }

  #follow(state: PassState, previous: PassState): void {
    this.requestUpdate();
    if (state.status === 'asking' || (state.status === 'unsettled' && previous.status === 'settling'))
      this.focusOn('field');
    if (state.status !== 'moved') return;
    this.wipe();
    if (state.entry.status === 'enroll') this.dispatchEvent(new MfaEnrollmentOpenedEvent(null));
    this.focusOn('title');
    this.#challenge?.meet(state.entry);
  }

  /** The challenge with all that may be done to it. */
  get #challenge(): ChallengeController | undefined {
    const { controller, flow } = this;
    const whole = controller && fullController(controller);
    if (whole && !flow) this.goOnWith(whole);
    return whole;
  }

  readonly #gestures: Gestures = {
    submit: (event) => {
      event.preventDefault();
      if (this.#pass?.state.status === 'unsettled') void this.#pass.checkAgain();
      else void this.#pass?.submit(this.typed);
    },
    goOn: () => void this.dispatchEvent(new MfaEnrollmentOpenedEvent(null)),
    help: () => void this.dispatchEvent(new MfaHelpEvent(null)),
    signOut: () => {
      const challenge = this.#challenge;
      if (challenge) cancel(challenge, this);
    },
  };
}

const entryOf = (state: ChallengeState): EnrollEntry | undefined =>
  state.status === 'elsewhere' && state.entry.status === 'enroll' ? state.entry : undefined;
