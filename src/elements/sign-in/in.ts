import { html, type TemplateResult } from 'lit';
import type { ChallengeState } from '../../core/machines/challenge.js';
import { shared } from '../../i18n/messages/shared.js';
import { ends } from '../../i18n/messages/ends.js';
import { signIn as words } from '../../i18n/messages/sign-in.js';
import { primary, status, title, who } from '../fragments/parts.js';
import { told } from '../fragments/told.js';

/** "You're in", where a server can set up nothing new, so that there is nothing to ask about what was lost. */
export function renderIn(
  { verified, account }: Pick<Extract<ChallengeState, { status: 'passed' }>, 'verified' | 'account'>,
  service: string,
  lowAt: number,
  done: () => void,
): TemplateResult {
  return html`<div data-part="screen">
    ${title(ends.inTitle)} ${who(shared.whoIn(service, account === 'unknown' ? null : account))}
    ${status(words.used(verified.codesLeft, lowAt))} ${told(verified.notified)}
    ${primary('done', shared.goTo(service), done)}
  </div>`;
}
