import { html, type nothing, type TemplateResult } from 'lit';
import { hasWay, ordinaryWays, type ChallengeState } from '../../core/machines/challenge.js';
import { DEFAULT_POLICY, type Policy } from '../../core/policy.js';
import { common } from '../../i18n/messages/common.js';
import { ends } from '../../i18n/messages/ends.js';
import { signIn as words } from '../../i18n/messages/sign-in.js';
import { MfaElement } from '../base.js';
import { MfaDoneEvent, flowOf, type MfaHelpEvent, type MfaWayRequestedEvent } from '../events.js';
import { anchor, link, primary, status, text, title, who } from '../fragments/parts.js';
import { TypedScreen } from '../screen.js';

/** Loads the code of a screen that comes later. */
const LATER = { 'backup-code': () => import('../../define/backup-code-form.js') };

/**
 * Drop-in for the login page: the challenge, the way back in for a person who lost the second factor, and "You're in".
 *
 * @tag mfa-sign-in
 * @attr {string} backend - the registered name of a backend, for example `rest`; or the property, with a backend made by script
 * @attr {string} base-url - where the backend's paths begin, on this page's origin
 * @attr {string} service - the app's name in the words [the page's host name]
 * @attr {string} help-url - the page that says how to reach the help team
 * @attr {string} sign-in-url - where "Go to sign-in" and "Cancel" lead, on this origin
 * @attr {string} continue-url - where the person goes once in, on this origin
 * @attr {boolean} unstyled - turns our look off
 * @fires {MfaChallengeShownEvent} mfa-challenge-shown - a challenge is on screen
 * @fires {MfaLostFactorEvent} mfa-lost-factor - "I lost my second factor" was followed
 * @fires {MfaWayChosenEvent} mfa-way-chosen - another way was chosen
 * @fires {MfaBackEvent} mfa-back - the person went back
 * @fires {MfaHelpEvent} mfa-help - the person can't find their codes
 * @fires {MfaProofRefusedEvent} mfa-proof-refused - the server refused a proof
 * @fires {MfaVerifiedEvent} mfa-verified - the person is in
 * @fires {MfaChallengeOverEvent} mfa-challenge-over - the challenge ended otherwise
 * @fires {MfaSignInNeededEvent} mfa-sign-in-needed - the first factor is needed; cancelable
 * @fires {MfaDoneEvent} mfa-done - the person goes on to the app; cancelable
 */
export class MfaSignIn extends MfaElement {
  #help = false;
  #policy: Policy = DEFAULT_POLICY;

  protected override get shown(): MfaElement {
    return this.box.querySelector<MfaElement>('mfa-challenge, mfa-backup-code-form') ?? this;
  }

  protected override renderState(state: ChallengeState): TemplateResult | typeof nothing {
    if (this.#help && 'way' in state) return this.#renderHelp();
    if (state.status === 'passed' && state.verified.by === 'backup-code') return this.#renderIn(state);
    if ('way' in state && state.way === 'backup-code') {
      return html`<mfa-backup-code-form
        .flow=${this.controller}
        .service=${this.service}
        .helpUrl=${this.helpUrl}
        ?unstyled=${this.unstyled}
        @mfa-back=${this.#back}
        @mfa-help=${this.#askHelp}
        @mfa-way-requested=${this.#carryOver}
      ></mfa-backup-code-form>`;
    }
    return html`<mfa-challenge
      .flow=${this.controller}
      .service=${this.service}
      .helpUrl=${this.helpUrl}
      .signInUrl=${this.signInUrl}
      .continueUrl=${this.continueUrl}
      ?unstyled=${this.unstyled}
      @mfa-lost-factor=${this.#lost}
    ></mfa-challenge>`;
  }

  /** Screen 3. The question what became of the lost thing needs a server on which a new one can be enrolled. */
  #renderIn(state: Extract<ChallengeState, { status: 'passed' }>): TemplateResult {
    const { verified, account } = state;
    return html`<div data-part="screen">
      ${title(ends.inTitle)} ${who(common.whoIn(this.serviceName, account === 'unknown' ? null : account))}
      ${status(words.used(verified.codesLeft, this.#policy.lowAt))}
      ${primary('done', common.goTo(this.serviceName), () => this.#done())}
    </div>`;
  }

  #renderHelp(): TemplateResult {
    return html`<div data-part="screen">
      ${title(words.helpTitle)} ${text(words.helpText)}
      ${this.helpUrl ? anchor(ends.helpLink, this.helpUrl) : text(ends.elsewhereText(this.serviceName))}
      <div data-part="out">${link('back', common.goBack, () => this.#show(false), true)}</div>
    </div>`;
  }

  protected override onChange(state: ChallengeState, previous: ChallengeState): void {
    super.onChange(state, previous);
    // Fetched while the person reads the challenge: the way back in must not wait for the network, nor break with it.
    if (previous.status === 'loading' && 'way' in state) void LATER['backup-code']().catch(() => undefined);
    if ('way' in state && state.way === 'backup-code') void this.#learnPolicy();
    // In by the second factor itself: nothing to tell, so nothing to stop for.
    if (state.status === 'signed-in' || (state.status === 'passed' && state.verified.by !== 'backup-code'))
      this.#done();
  }

  async #learnPolicy(): Promise<void> {
    const policy = await this.controller?.policy();
    if (policy && policy !== this.#policy) {
      this.#policy = policy;
      this.requestUpdate();
    }
  }

  /** The ladder with one rung: the backup code, or help where there is none. */
  readonly #lost = async (): Promise<void> => {
    const { state } = this;
    if (!('way' in state)) return;
    if (!hasWay(state.challenge, 'backup-code')) {
      this.#show(true);
      return;
    }
    try {
      await LATER['backup-code']();
      this.controller?.choose('backup-code');
    } catch {
      this.controller?.hinder({ code: 'unreachable' });
    }
  };

  readonly #back = (): void => {
    const { state } = this;
    const way = 'way' in state ? ordinaryWays(state.challenge)[0] : undefined;
    if (way) this.controller?.choose(way);
  };

  /** Leaves the form as if it were new: what stood in its field goes with it, and so does what was wrong with that. */
  readonly #askHelp = (_event: MfaHelpEvent): void => {
    this.controller?.choose('backup-code');
    this.#show(true);
  };

  /** Six digits typed for a backup code go to the field they belong in; the person sends them. */
  readonly #carryOver = async (event: MfaWayRequestedEvent): Promise<void> => {
    const from = this.shown;
    const typed = from instanceof TypedScreen ? from.typed : '';
    this.controller?.choose(event.detail.way);
    await this.updateComplete;
    const to = this.shown;
    await to.updateComplete;
    if (to instanceof TypedScreen) {
      to.fill(typed);
      to.focusOn('field');
    }
  };

  #show(help: boolean): void {
    this.#help = help;
    this.focusOn('title');
  }

  #done(): void {
    this.leave(new MfaDoneEvent(flowOf(this.state)), this.continueUrl);
  }
}
