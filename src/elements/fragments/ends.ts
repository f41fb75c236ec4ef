import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ChallengeState } from '../../core/machines/challenge.js';
import { fill } from '../../i18n/catalogue.js';
import { both, describe } from '../../i18n/describe.js';
import { timeOfDay } from '../../i18n/format.js';
import { common } from '../../i18n/messages/common.js';
import { shared } from '../../i18n/messages/shared.js';
import { ends } from '../../i18n/messages/ends.js';
import { leaveToApp, leaveToSignIn } from '../leave.js';
import type { ChallengeScreen } from '../screen.js';
import { isSameOrigin } from '../urls.js';
import { anchor, errorContent } from './later-parts.js';
import { alert, primary, text, title } from './parts.js';

/** What stands where there is no form: nothing loaded, over, in, or a matter for somebody else. */
export function renderEnd(state: ChallengeState, screen: ChallengeScreen): TemplateResult | typeof nothing {
  switch (state.status) {
    case 'failed': {
      const time = (at: number): string => timeOfDay(at, screen.language);
      const words = describe(state.problem, { way: null, service: screen.serviceName, shape: '', time });
      return end(
        ends().failedTitle,
        alert(screen.errorId, errorContent(words)),
        primary('retry', common().tryAgain, () => void screen.controller?.load()),
      );
    }
    case 'sign-in':
      return end(
        state.why === 'none' ? ends().firstTitle : ends().overTitle,
        text(signInText(state)),
        primary('sign-in', ends().goToSignIn, () => leaveToSignIn(screen)),
      );
    case 'passed':
    case 'signed-in':
      return end(
        ends().inTitle,
        primary('done', fill(shared().goTo, { service: screen.serviceName }), () => leaveToApp(screen)),
      );
    case 'elsewhere':
      return state.entry.status === 'change-password' && isSameOrigin(state.entry.url)
        ? end(ends().passwordTitle, text(ends().passwordText), anchor(ends().passwordLink, state.entry.url))
        : end(
            ends().elsewhereTitle,
            text(fill(ends().elsewhereText, { service: screen.serviceName })),
            screen.helpUrl ? anchor(ends().helpLink, screen.helpUrl) : nothing,
          );
    default:
      return nothing;
  }
}

function end(words: string, ...content: readonly (TemplateResult | typeof nothing)[]): TemplateResult {
  return html`<div data-part="screen">${title(words)}${content}</div>`;
}

function signInText({ why, codes }: Extract<ChallengeState, { status: 'sign-in' }>): string {
  const words = ends();
  const text = { over: words.overText, none: words.firstText, cancelled: words.cancelledText }[why];
  if (codes === 'unsaid') return text;
  return both(text, { good: words.codesGood, spent: words.codeSpent, 'maybe-spent': words.codeMaybeSpent }[codes]);
}
