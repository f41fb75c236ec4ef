import { html, nothing, type TemplateResult } from 'lit';
import { ordinaryWays, type ChallengeState } from '../../core/machines/challenge.js';
import { challenge as words } from '../../i18n/messages/challenge.js';
import { common } from '../../i18n/messages/common.js';
import { MfaLostFactorEvent, flowOf } from '../events.js';
import { codeField } from '../fragments/code-field.js';
import { renderEnd } from '../fragments/ends.js';
import { error, link, status, submit, text, title, who } from '../fragments/parts.js';
import { TypedScreen, type FormView, type OnScreenState } from '../screen.js';

/**
 * The second-factor challenge: a code from the authenticator app, and the link "I lost my second factor".
 *
 * It may hold a `<form method="post" action="…">` with one input: people can type before the script is there, and what was
 * typed is kept.
 *
 * @tag mfa-challenge
 * @attr {string} backend - the registered name of a backend, for example `rest`; or the property, with a backend made by script
 * @attr {string} base-url - where the backend's paths begin, on this page's origin
 * @attr {string} service - the app's name in the words [the page's host name]
 * @attr {string} help-url - the page that says how to reach the help team
 * @attr {string} sign-in-url - where "Go to sign-in" and "Cancel" lead, on this origin
 * @attr {string} continue-url - where the person goes once in, on this origin
 * @attr {boolean} unstyled - turns our look off
 * @fires {MfaChallengeShownEvent} mfa-challenge-shown - a challenge is on screen
 * @fires {MfaLostFactorEvent} mfa-lost-factor - "I lost my second factor" was followed
 * @fires {MfaProofRefusedEvent} mfa-proof-refused - the server refused a code
 * @fires {MfaVerifiedEvent} mfa-verified - the person is in
 * @fires {MfaChallengeOverEvent} mfa-challenge-over - the challenge ended otherwise
 * @fires {MfaSignInNeededEvent} mfa-sign-in-needed - the first factor is needed; cancelable
 * @fires {MfaDoneEvent} mfa-done - the person goes on; cancelable
 * @csspart box - everything; parts are `data-part` tokens in the light DOM
 * @csspart title - the heading
 * @csspart who - the line of who and where
 * @csspart text - the sentence under it
 * @csspart status - what just happened
 * @csspart error - what went wrong, above the field
 * @csspart label - the field's label
 * @csspart input - the field; `data-variant` short
 * @csspart button - a button; `data-variant` primary
 * @csspart link - a link; `data-variant` quiet
 * @cssproperty --mfa-text - colour of the text
 * @cssproperty --mfa-muted - colour of hints
 * @cssproperty --mfa-surface - background [transparent]
 * @cssproperty --mfa-sunken - background of status lines
 * @cssproperty --mfa-border - colour of a field's border
 * @cssproperty --mfa-accent - colour of links, focus and the primary button
 * @cssproperty --mfa-on-accent - colour of text on it
 * @cssproperty --mfa-danger - colour of errors
 * @cssproperty --mfa-radius - radius of fields and buttons [8px]
 * @cssproperty --mfa-width - the widest it grows [26rem]
 * @cssproperty --mfa-padding - room inside [0]
 * @cssproperty --mfa-code-font - font of codes
 */
export class MfaChallenge extends TypedScreen {
  protected override readonly way = 'totp';

  protected override renderState(state: ChallengeState): TemplateResult | typeof nothing {
    return 'way' in state ? this.#screen(state) : renderEnd(state, this.endActions);
  }

  #screen(state: OnScreenState): TemplateResult {
    const view = this.view(state);
    const asks = ordinaryWays(state.challenge).includes(this.way);
    return html`<div data-part="screen">
      ${title(asks ? words.title : words.nothingElse)} ${who(common.who(this.serviceName, view.account))}
      ${asks ? this.#form(view) : nothing}
      <div data-part="out">
        <div>
          ${link('lost-factor', words.lost, this.#lose)}
          <p data-part="link-hint">${words.lostHint}</p>
        </div>
        ${link('cancel', common.cancel, this.#cancel, true)}
      </div>
    </div>`;
  }

  #form({ error: problem, status: news, busy, again, invalid }: FormView): TemplateResult {
    return html`${text(words.text(this.serviceName))} ${status(news ?? nothing)}
      <form data-part="form" method="post" novalidate @submit=${this.onSubmit}>
        ${error(this.errorId, problem)}
        ${codeField({
          id: `${this.uid}-code`,
          name: 'totp',
          label: words.label,
          oneTime: true,
          hint: null,
          errorId: this.errorId,
          invalid,
        })}
        ${submit(again ?? words.submit, busy)}
      </form>`;
  }

  readonly #lose = (): void => {
    if (this.idle) this.dispatchEvent(new MfaLostFactorEvent(flowOf(this.state)));
  };

  readonly #cancel = (): void => {
    const { signIn } = this.endActions;
    void this.controller?.cancel().then(signIn);
  };
}
