import { html, type TemplateResult } from 'lit/html.js';
import type { ChallengeState } from '../../core/machines/challenge.js';
import { fill } from '../../i18n/catalogue.js';
import { shared } from '../../i18n/messages/shared.js';
import { ends } from '../../i18n/messages/ends.js';
import { whoIn } from '../fragments/who-in.js';
import { primary, status, title } from '../fragments/parts.js';
import { usedWords } from '../fragments/used-words.js';
import { told } from '../fragments/told.js';

/** "You're in", where a server can set up nothing new, so that there is nothing to ask about what was lost. */
export function renderIn(
  { verified, account }: Pick<Extract<ChallengeState, { status: 'passed' }>, 'verified' | 'account'>,
  service: string,
  lowAt: number,
  done: () => void,
): TemplateResult {
  return html`<div data-part="screen">
    ${title(ends().inTitle)} ${whoIn(service, account === 'unknown' ? null : account)}
    ${status(usedWords(verified.codesLeft, lowAt))} ${told(verified.notified)}
    ${primary('done', fill(shared().goTo, { service }), done)}
  </div>`;
}
