import { html, nothing, type TemplateResult } from 'lit/html.js';
import { codeShape, type CodeFormat } from '../../core/backup-code.js';
import type { OfferOf } from '../../core/factor.js';
import type { ChallengeState, OnScreenState } from '../../core/machines/challenge.js';
import { offerOf, ordinaryOffers } from '../../core/offers.js';
import { fill } from '../../i18n/catalogue.js';
import { longDate } from '../../i18n/format.js';
import { backupCode as words } from '../../i18n/messages/backup-code.js';
import { shared } from '../../i18n/messages/shared.js';
import { MfaBackEvent, MfaHelpEvent, MfaWayRequestedEvent, flowOf, type MfaEvent } from '../events.js';
import { codeField } from '../fragments/code-field.js';
import { renderEnd } from '../fragments/ends.js';
import { around, errorAction } from '../fragments/later-parts.js';
import { alert, link, status, submit, text, title, whoSignsIn } from '../fragments/parts.js';
import { ChallengeScreen } from '../screen.js';

/**
 * Entry of one backup code. Works only inside a challenge: a backup code is a second factor, never the first.
 *
 * @tag mfa-backup-code-form
 * @summary entry of one backup code
 * @stability composable
 * @attr {boolean} allow-framing - takes codes in a frame of another origin too
 * @fires {MfaChallengeShownEvent} mfa-challenge-shown - a challenge is on screen
 * @fires {MfaWayRequestedEvent} mfa-way-requested - "Use it as an app code" was chosen; the text stays in the field
 * @fires {MfaBackEvent} mfa-back - "Go back" was chosen
 * @fires {MfaHelpEvent} mfa-help - "I can't find my codes" was chosen
 * @fires {MfaProofRefusedEvent} mfa-proof-refused - the server refused a code
 * @fires {MfaVerifiedEvent} mfa-verified - the person is in
 * @fires {MfaChallengeOverEvent} mfa-challenge-over - the challenge ended otherwise
 * @csspart fold - "Where are my codes?"
 * @csspart fold-title - what opens it
 * @csspart fold-text - what it says
 * @csspart error-action - what an error offers to do
 */
export class MfaBackupCodeForm extends ChallengeScreen {
  /** Whether the code is shown as dots: readable, unless the person is watched. */
  #hidden = false;

  protected override readonly preferred = 'backup-code';

  protected override renderState(state: ChallengeState): TemplateResult | typeof nothing {
    if (!('challenge' in state)) return this.renderEnd();
    const offer = offerOf(state.challenge, 'backup-code');
    return offer ? this.#screen(state, offer) : renderEnd({ status: 'elsewhere', entry: NO_CODES }, this);
  }

  #screen(state: OnScreenState, offer: OfferOf<'backup-code'>): TemplateResult {
    const flow = flowOf(state);
    const { account, error: problem, status: news, busy, again, invalid } = this.view(state, codeShape(offer.format));
    const trouble = state.status === 'asking' ? state.trouble : null;
    const appCode = trouble?.code === 'typed' && trouble.is === 'app-code' && offerOf(state.challenge, 'totp');
    return html`<div data-part="screen">
      ${title(words().title)} ${whoSignsIn(this.serviceName, account)} ${text(words().text)} ${status(news)}
      <form data-part="form" method="post" novalidate @submit=${this.onSubmit}>
        ${alert(
          this.errorId,
          appCode
            ? html`${problem}${errorAction(
                link('use-as-app-code', words().useAsAppCode, () => this.#tell(new MfaWayRequestedEvent(flow, 'totp'))),
              )}`
            : problem,
        )}
        ${codeField({
          id: `${this.uid}-code`,
          name: 'backup-code',
          label: words().label,
          oneTime: false,
          hint: hint(offer.format),
          errorId: this.errorId,
          invalid,
        })}
        ${this.unstyled ? nothing : link('hide', this.#hidden ? words().show : words().hide, this.#hide, true)}
        <p data-part="hint">
          ${around(words().youAreOn, '{domain}', html`<bdi translate="no">${location.hostname}</bdi>`)}
        </p>
        <details data-part="fold">
          <summary data-part="fold-title">${words().where}</summary>
          <p data-part="fold-text">${this.#where(offer.madeOn)}</p>
        </details>
        ${submit(again ?? words().submit, busy)}
      </form>
      <div data-part="out">
        ${link('cannot-find', words().cantFind, () => this.#tell(new MfaHelpEvent(flow)))}
        ${
          ordinaryOffers(state.challenge).length > 0
            ? link('back', shared().goBack, () => this.#tell(new MfaBackEvent(flow)), true)
            : nothing
        }
      </div>
    </div>`;
  }

  readonly #hide = (): void => {
    // No password field: password managers would keep the code.
    this.#hidden = this.box.querySelector('input')?.toggleAttribute('data-hidden') ?? false;
    this.requestUpdate();
  };

  #tell(event: MfaEvent): void {
    this.act(() => this.dispatchEvent(event));
  }

  #where(madeOn: OfferOf<'backup-code'>['madeOn']): string {
    const { language, serviceName: service } = this;
    return madeOn === 'unknown'
      ? fill(words().whereText, { service })
      : fill(words().whereTextMade, { service, date: longDate(madeOn, language) });
  }
}

const NO_CODES = { status: 'blocked', why: 'no-usable-factor' } as const;

function hint(format: CodeFormat): string {
  const shape = codeShape(format);
  if (shape === '') return words().hintOpaque;
  return fill(format.case === 'exact' ? words().hintExact : words().hint, { shape });
}
