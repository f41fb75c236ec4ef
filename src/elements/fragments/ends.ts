import { html, nothing, type TemplateResult } from 'lit';
import type { ChallengeState } from '../../core/machines/challenge.js';
import { describe } from '../../i18n/describe.js';
import { timeOfDay } from '../../i18n/format.js';
import { common } from '../../i18n/messages/common.js';
import { ends } from '../../i18n/messages/ends.js';
import { isSameOrigin } from '../setup.js';
import { anchor, error, primary, text, title } from './parts.js';

export interface EndsActions {
  readonly service: string;
  readonly helpUrl: string | null | undefined;
  readonly uid: string;
  readonly language: string | undefined;
  retry(): void;
  signIn(): void;
  done(): void;
}

/** What stands where there is no form: nothing loaded, over, in, or a matter for somebody else. */
export function renderEnd(state: ChallengeState, on: EndsActions): TemplateResult | typeof nothing {
  switch (state.status) {
    case 'failed': {
      const time = (at: number): string => timeOfDay(at, on.language);
      const words = describe(state.problem, { way: null, service: on.service, shape: '', time });
      return screen(
        ends.failedTitle,
        error(`${on.uid}-error`, words),
        primary('retry', common.tryAgain, () => on.retry()),
      );
    }
    case 'sign-in':
      return screen(
        state.why === 'none' ? ends.firstTitle : ends.overTitle,
        text([WHY[state.why], CODES[state.codes]].filter(Boolean).join(' ')),
        primary('sign-in', ends.goToSignIn, () => on.signIn()),
      );
    case 'passed':
    case 'signed-in':
      return screen(
        ends.inTitle,
        primary('done', common.goTo(on.service), () => on.done()),
      );
    case 'elsewhere':
      return state.entry.status === 'change-password' && isSameOrigin(state.entry.url)
        ? screen(ends.passwordTitle, text(ends.passwordText), anchor(ends.passwordLink, state.entry.url))
        : screen(
            ends.elsewhereTitle,
            text(ends.elsewhereText(on.service)),
            on.helpUrl ? anchor(ends.helpLink, on.helpUrl) : nothing,
          );
    default:
      return nothing;
  }
}

function screen(words: string, ...content: readonly (TemplateResult | typeof nothing)[]): TemplateResult {
  return html`<div data-part="screen">${title(words)}${content}</div>`;
}

const WHY = { over: ends.overText, none: ends.firstText, cancelled: ends.cancelledText };
const CODES = { good: ends.codesGood, spent: ends.codeSpent, unsaid: '' };
