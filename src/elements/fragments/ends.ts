import { html, nothing, type TemplateResult } from 'lit';
import type { ChallengeState } from '../../core/machines/challenge.js';
import { describe } from '../../i18n/describe.js';
import { timeOfDay } from '../../i18n/format.js';
import { common } from '../../i18n/messages/common.js';
import { shared } from '../../i18n/messages/shared.js';
import { ends } from '../../i18n/messages/ends.js';
import { leaveToApp, leaveToSignIn } from '../leave.js';
import type { Scene } from '../scene.js';
import { isSameOrigin } from '../urls.js';
import { anchor, errorContent } from './later-parts.js';
import { alert, primary, text, title } from './parts.js';

/** What stands where there is no form: nothing loaded, over, in, or a matter for somebody else. */
export function renderEnd(state: ChallengeState, scene: Scene): TemplateResult | typeof nothing {
  switch (state.status) {
    case 'failed': {
      const time = (at: number): string => timeOfDay(at, scene.language);
      const words = describe(state.problem, { way: null, service: scene.service, shape: '', time });
      return screen(
        ends.failedTitle,
        alert(scene.errorId, errorContent(words)),
        primary('retry', common.tryAgain, () => void scene.controller?.load()),
      );
    }
    case 'sign-in':
      return screen(
        state.why === 'none' ? ends.firstTitle : ends.overTitle,
        text([WHY[state.why], CODES[state.codes]].filter(Boolean).join(' ')),
        primary('sign-in', ends.goToSignIn, () => leaveToSignIn(scene)),
      );
    case 'passed':
    case 'signed-in':
      return screen(
        ends.inTitle,
        primary('done', shared.goTo(scene.service), () => leaveToApp(scene)),
      );
    case 'elsewhere':
      return state.entry.status === 'change-password' && isSameOrigin(state.entry.url)
        ? screen(ends.passwordTitle, text(ends.passwordText), anchor(ends.passwordLink, state.entry.url))
        : screen(
            ends.elsewhereTitle,
            text(ends.elsewhereText(scene.service)),
            scene.helpUrl ? anchor(ends.helpLink, scene.helpUrl) : nothing,
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
