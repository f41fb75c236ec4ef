import { type PropertyDeclarations } from '@lit/reactive-element';
import { html, type nothing, type TemplateResult } from 'lit/html.js';
import { sendCode } from '../../controllers/delivered-code.js';
import type { OfferOf } from '../../core/factor.js';
import type { HostRung, Rung } from '../../core/ladder.js';
import type { ChallengeState, OnScreenState } from '../../core/machines/challenge.js';
import { fill } from '../../i18n/catalogue.js';
import { lostFactor as words } from '../../i18n/messages/lost-factor.js';
import { ways } from '../../i18n/messages/ways.js';
import {
  MfaBackEvent,
  MfaHelpEvent,
  MfaRungChosenEvent,
  MfaWayRequestedEvent,
  flowOf,
  type MfaEvent,
} from '../events.js';
import { rowWords, toWhere } from '../fragments/way-words.js';
import { linkRow, row, rows } from '../fragments/later-parts.js';
import { rungsOf } from '../fragments/rungs.js';
import { alert, link, text, title, whoSignsIn } from '../fragments/parts.js';
import { ChallengeScreen } from '../screen.js';
import { isSafeUrl } from '../safe-url.js';

/**
 * The ladder: the ways that are left to a person who lost a second factor, the first one to try first and the help team last.
 *
 * @tag mfa-lost-factor
 * @summary the ladder: the ways that are left, strongest first, your own checks, the help team last
 * @stability composable
 * @attr {boolean} allow-framing - takes codes in a frame of another origin too
 * @fires {MfaChallengeShownEvent} mfa-challenge-shown - a challenge is on screen
 * @fires {MfaWayRequestedEvent} mfa-way-requested - a way of the challenge was chosen
 * @fires {MfaRungChosenEvent} mfa-rung-chosen - the app's own check was chosen; cancelable
 * @fires {MfaHelpEvent} mfa-help - "None of these" was chosen
 * @fires {MfaBackEvent} mfa-back - "I found it. Go back." was chosen
 * @csspart choices - the list of ways
 * @csspart choice - one of them
 * @csspart choice-button - what is clicked
 * @csspart choice-title - its name
 * @csspart choice-line - what it is, in a line
 */
export class MfaLostFactor extends ChallengeScreen {
  static override properties: PropertyDeclarations = { rungs: { attribute: false } };

  /** The app's own checks on the ladder, each `id`, `title`, `line` and `url`. Never ask what a stranger may know. */
  declare rungs: readonly HostRung[] | undefined;
  #told = false;

  protected override renderState(state: ChallengeState): TemplateResult | typeof nothing {
    return 'challenge' in state ? this.#screen(state) : this.renderEnd();
  }

  #screen(state: OnScreenState): TemplateResult {
    const { challenge } = state;
    const { account, error: problem } = this.view(state);
    const found = rungsOf(state, this.rungs);
    this.#tellOfLonely(found);
    return html`<div data-part="screen">
      ${title(words().title)} ${whoSignsIn(this.serviceName, account)}
      ${text(challenge.certainty === 'assumed' ? words().textAssumed : words().text)} ${alert(this.errorId, problem)}
      ${rows(found.map((rung) => this.#row(rung, flowOf(state))))}
      <div data-part="out">${link('back', words().found, () => this.#tell(new MfaBackEvent(flowOf(state))))}</div>
    </div>`;
  }

  #row(rung: Rung, flow: string | null): TemplateResult {
    switch (rung.kind) {
      case 'factor': {
        const { title: name, line } = rowWords(rung.offer);
        const sent = rung.offer.kind === 'delivered-code' ? rung.offer : null;
        return row(`way-${rung.offer.kind}`, sent ? codeTo(sent) : name, sent ? ways().sendNow : line, () =>
          this.#request(rung, flow),
        );
      }
      case 'backup-code':
        return row('way-backup-code', words().codes, words().codesLine, () => this.#request(rung, flow));
      case 'federated':
        return linkRow(
          'way-federated',
          fill(words().linked, { name: rung.offer.label }),
          words().linkedLine,
          rung.offer.url,
        );
      case 'host':
        return row(
          'way-host',
          rung.rung.title,
          fill(words().from, { line: rung.rung.line, service: this.serviceName }),
          () => this.#own(rung.rung, flow),
        );
      case 'help':
        return row('help', words().none, words().noneLine, () => this.#tell(new MfaHelpEvent(flow)));
    }
  }

  #request({ offer }: Extract<Rung, { kind: 'factor' | 'backup-code' }>, flow: string | null): void {
    this.act((controller) => {
      controller.choose(offer);
      this.dispatchEvent(new MfaWayRequestedEvent(flow, offer.kind));
      // The row is the action: it says that we send it now.
      if (offer.kind === 'delivered-code' && !offer.sent) void sendCode(controller, offer);
    });
  }

  #own({ id, url }: HostRung, flow: string | null): void {
    this.act(() => {
      if (this.dispatchEvent(new MfaRungChosenEvent(flow, id)) && url && isSafeUrl(url)) location.assign(url);
    });
  }

  #tell(event: MfaEvent): void {
    this.act(() => this.dispatchEvent(event));
  }

  #tellOfLonely(found: readonly Rung[]): void {
    if (this.#told || !this.rungs?.length || found.some(({ kind }) => kind === 'host')) return;
    this.#told = true;
    console.warn('mfa-elements: your own checks are left out: they may not be the only way in.');
  }
}

const codeTo = ({ to }: OfferOf<'delivered-code'>): string => toWhere(to, words().code, words().codeTo);
