import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Offer } from '../../core/factor.js';
import type { ChallengeState, OnScreenState } from '../../core/machines/challenge.js';
import { isSameWay, ordinaryOffers } from '../../core/offers.js';
import { fill } from '../../i18n/catalogue.js';
import { challenge as words } from '../../i18n/messages/challenge.js';
import { common } from '../../i18n/messages/common.js';
import { codeField } from '../fragments/code-field.js';
import { alert, link, status, submit, text, title, trustTick, whoSignsIn } from '../fragments/parts.js';
import { ChallengeScreen } from '../screen.js';

/**
 * The second-factor challenge: a code from the authenticator app, a passkey, a code by e-mail or text, the choice between
 * them, and the link "I lost my second factor".
 *
 * It may hold a `<form method="post" action="…">` with one input: people can type before the script is there, and what was
 * typed is kept.
 *
 * @tag mfa-challenge
 * @summary the second factor: app code, passkey, code by e-mail or text, and “I lost my second factor”
 * @stability stable
 * @attr {string} sign-in-url - where "Go to sign-in" and "Cancel" lead, on this origin
 * @attr {boolean} allow-framing - takes codes in a frame of another origin too
 * @fires {MfaChallengeShownEvent} mfa-challenge-shown - a challenge is on screen
 * @fires {MfaLostFactorEvent} mfa-lost-factor - "I lost my second factor" was followed
 * @fires {MfaWayChosenEvent} mfa-way-chosen - another way was chosen
 * @fires {MfaHelpEvent} mfa-help - "See your request" to the help team was followed
 * @fires {MfaResetShownEvent} mfa-reset-shown - it says that the help team took an old second factor away
 * @fires {MfaProofRefusedEvent} mfa-proof-refused - the server refused a proof
 * @fires {MfaVerifiedEvent} mfa-verified - the person is in
 * @fires {MfaChallengeOverEvent} mfa-challenge-over - the challenge ended otherwise
 * @fires {MfaSignInNeededEvent} mfa-sign-in-needed - the first factor is needed; cancelable
 * @fires {MfaDoneEvent} mfa-done - the person goes on; cancelable
 * @csspart choices - a list of ways
 * @csspart choice - one of them
 * @csspart choice-button - what is clicked
 * @csspart choice-title - its name
 * @csspart choice-line - what it is, in a line
 * @csspart news - what happened meanwhile: a request to the help team, a reset, codes from them
 * @csspart after - below the form: "Send a new code"
 * @csspart link-hint - a line under a link
 */
export class MfaChallenge extends ChallengeScreen {
  protected override renderState(state: ChallengeState): TemplateResult | typeof nothing {
    if (!('challenge' in state)) return this.renderEnd();
    const { offer } = state;
    return offer?.kind === 'totp' ? this.#totp(state) : this.#other(state);
  }

  /** A way of the challenge in the frame that all of them share. @internal */
  frame(state: OnScreenState, heading: string, content: TemplateResult | typeof nothing): TemplateResult {
    const { account } = this.view(state);
    return html`<div data-part="screen">
      ${title(heading)} ${whoSignsIn(this.serviceName, account)} ${content} ${this.later?.renderNotices(state, this)}
      <div data-part="out">
        ${this.#links(state)}
        <div>
          ${link('lost-factor', words().lost, this.#lose)}
          <p data-part="link-hint">${words().lostHint}</p>
        </div>
        ${link('cancel', common().cancel, this.cancel, true)}
      </div>
    </div>`;
  }

  /** The form for a code of six digits: of an app, or of a message. @internal */
  form(state: OnScreenState, label: string, sentence: string): TemplateResult {
    const { error: problem, status: news, busy, again, invalid } = this.view(state);
    const { trust } = state.challenge;
    return html`${text(sentence)} ${status(news)}
      <form data-part="form" method="post" novalidate @submit=${this.onSubmit}>
        ${alert(this.errorId, problem)}
        ${codeField({
          id: `${this.uid}-code`,
          name: state.offer?.kind ?? '',
          label,
          oneTime: true,
          hint: null,
          errorId: this.errorId,
          invalid,
        })}
        ${trust ? trustTick(`${this.uid}-trust`, fill(words().trust, { count: trust.days }), words().trustHint) : nothing}
        ${submit(again ?? words().submit, busy)}
      </form>`;
  }

  #totp(state: OnScreenState): TemplateResult {
    return this.frame(
      state,
      words().title,
      this.form(state, words().label, fill(words().text, { service: this.serviceName })),
    );
  }

  protected override get waiting(): boolean {
    const { state } = this;
    return super.waiting || (!this.later && 'challenge' in state && state.offer?.kind !== 'totp');
  }

  /** The ways that are not asked for first come with their code; nothing ordinary at all leaves the heading and the links. */
  #other(state: OnScreenState): TemplateResult | typeof nothing {
    if (ordinaryOffers(state.challenge).length === 0) return this.frame(state, words().choose, nothing);
    const { later } = this;
    const controller = later?.controllerOf(this.controller);
    return later && controller ? later.renderWay(state, this, controller) : this.renderEnd();
  }

  /** The other ordinary ways: by name where there is one, else the choice. */
  #links({ challenge, offer }: OnScreenState): TemplateResult | typeof nothing {
    const others = offer ? ordinaryOffers(challenge).filter((one) => !isSameWay(one, offer)) : [];
    const [other] = others;
    if (!other) return nothing;
    return others.length > 1
      ? link('choose', words().another, () => this.choose(null))
      : link('choose', wayName(other), () => this.choose(other));
  }

  /** Goes to another way, or to the choice of one. @internal */
  choose(offer: Offer | null): void {
    this.act((controller) => controller.choose(offer));
  }

  readonly #lose = (): void =>
    this.act(({ state }, { MfaLostFactorEvent, flowOf }) => this.dispatchEvent(new MfaLostFactorEvent(flowOf(state))));
}

const wayName = (offer: Offer): string => {
  if (offer.kind === 'delivered-code')
    return offer.to === 'unknown' ? words().send : fill(words().sendTo, { address: offer.to });
  return offer.kind === 'passkey' ? words().usePasskey : words().useApp;
};
