import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import type { Contact } from '../../core/contact.js';
import type { ChallengeState } from '../../core/machines/challenge.js';
import { common } from '../../i18n/messages/common.js';
import { shared } from '../../i18n/messages/shared.js';
import { support as words } from '../../i18n/messages/support.js';
import { MfaBackEvent, flowOf } from '../events.js';
import { anchor } from '../fragments/later-parts.js';
import { link, text, title, who } from '../fragments/parts.js';
import { leaveToSignIn } from '../leave.js';
import { ChallengeScreen } from '../screen.js';

/**
 * The last resort: how to reach the help team, what they will ask, and what they never do.
 *
 * @tag mfa-support
 * @summary the last resort: how your help team is reached, what they will do, and what they never do
 * @stability composable
 * @attr {string} sign-in-url - where "Cancel" leads, on this origin
 * @attr {boolean} allow-framing - takes codes in a frame of another origin too
 * @fires {MfaChallengeShownEvent} mfa-challenge-shown - a challenge is on screen
 * @fires {MfaBackEvent} mfa-back - "Back" or "I found my codes" was chosen
 * @csspart facts - phone, hours and page
 * @csspart fact - one of them
 * @csspart fact-name - what it is
 * @csspart list-title - over a list
 * @csspart list - what they will and never do
 */
export class MfaSupport extends ChallengeScreen {
  static override properties: PropertyDeclarations = { contact: { attribute: false } };

  /** How the help team is reached: `phone`, `hours`, `takes` (how long, in words), `steps` (what they will do, a sentence each). */
  declare contact: Contact | undefined;

  protected override renderState(state: ChallengeState): TemplateResult | typeof nothing {
    if (state.status === 'elsewhere' && state.entry.status === 'blocked') return this.#blocked(state.entry.why);
    if (!('challenge' in state)) return this.renderEnd();
    const { account } = this.view(state);
    const { takes, steps = [] } = this.contact ?? {};
    return html`<div data-part="screen">
      ${title(words.title)} ${who(common.who(this.serviceName, account))} ${text(words.text(takes ?? null))}
      ${this.#facts()} ${steps.length > 0 ? list(words.will, steps) : nothing} ${list(words.never, words.neverList)}
      <div data-part="out">
        ${link('back', words.found, this.#back)} ${link('cancel', common.cancel, this.cancel, true)}
      </div>
    </div>`;
  }

  #blocked(why: 'suspended' | 'deadline-passed' | 'recovery-forbidden' | 'no-usable-factor'): TemplateResult {
    const forbidden = why === 'recovery-forbidden';
    return html`<div data-part="screen">
      ${title(forbidden ? words.forbiddenTitle : words.callTitle)}
      ${text(forbidden ? words.forbiddenText(this.serviceName) : words.callText)} ${forbidden ? nothing : this.#facts()}
      <div data-part="out">${link('sign-in', shared.goBack, () => leaveToSignIn(this))}</div>
    </div>`;
  }

  #facts(): TemplateResult {
    const { phone, hours } = this.contact ?? {};
    if (!phone && !hours && !this.helpUrl) return text(words.nowhere(this.serviceName));
    return html`<dl data-part="facts">
        ${phone ? fact(words.phone, html`<a data-part="link" href="tel:${phone.replaceAll(/[^\d+]/g, '')}"><bdi>${phone}</bdi></a>`) : nothing}
        ${hours ? fact(words.hours, html`${hours}`) : nothing}
      </dl>
      ${this.helpUrl ? anchor(words.page, this.helpUrl) : nothing}`;
  }

  readonly #back = (): void => this.act(({ state }) => this.dispatchEvent(new MfaBackEvent(flowOf(state))));
}

const fact = (name: string, value: TemplateResult): TemplateResult =>
  html`<div>
    <dt data-part="fact-name">${name}</dt>
    <dd data-part="fact">${value}</dd>
  </div>`;

const list = (name: string, lines: readonly string[]): TemplateResult =>
  html`<h3 data-part="list-title">${name}</h3>
    <ul data-part="list">
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>`;
