import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Case, Challenge, Notice } from '../../core/challenge.js';
import { fill } from '../../i18n/catalogue.js';
import { longDate } from '../../i18n/format.js';
import { reset as words } from '../../i18n/messages/reset.js';
import { support } from '../../i18n/messages/support.js';
import { adopt } from '../../styles/adopt.js';
import { help } from '../../styles/help.js';
import { MfaHelpEvent, MfaResetShownEvent } from '../events.js';
import { anchor } from '../fragments/later-parts.js';
import { link, text } from '../fragments/parts.js';
import { isFirstTelling, isRead, readOnPassing } from '../resets.js';
import type { ChallengeScreen } from '../screen.js';

/** What happened meanwhile, below the form: nothing moves under the person's hands when it comes. */
export function renderNotices(challenge: Challenge, screen: ChallengeScreen): TemplateResult {
  if (!screen.unstyled) adopt(screen, help);
  const { assistance, handle } = challenge;
  const open = assistance && assistance.state !== 'cancelled' ? assistance : undefined;
  return html`${challenge.notices.map((notice) => renderNotice(notice, handle, screen))}
  ${open ? renderCase(open, handle, screen) : nothing}`;
}

function renderNotice({ kind, at }: Notice, flow: string | null, screen: ChallengeScreen): unknown {
  switch (kind) {
    case 'reset':
      if (isRead(at)) return nothing;
      readOnPassing(at, screen.controller);
      // Once it is on screen.
      if (isFirstTelling(at)) queueMicrotask(() => screen.dispatchEvent(new MfaResetShownEvent(flow, 'challenge')));
      return news(
        kind,
        html`${text(fill(words().told, { date: longDate(at, screen.language) }))} ${text(words().toldNotYou)}
        ${screen.helpUrl ? anchor(support().page, screen.helpUrl) : nothing}`,
      );
    case 'temporary-codes':
      return news(kind, text(words().temporaryCodes));
    // The request itself says more; and a count belongs to who is in.
    case 'case-open':
    case 'codes-low':
      return nothing;
  }
}

const renderCase = ({ state }: Case, flow: string | null, screen: ChallengeScreen): TemplateResult =>
  news(
    'case-open',
    html`${text(words().caseOpen[state === 'answered' ? state : 'waiting'])}
    ${link('see-request', words().seeCase, () => void screen.dispatchEvent(new MfaHelpEvent(flow)))}`,
  );

const news = (kind: Notice['kind'], content: TemplateResult): TemplateResult =>
  html`<div data-part="news" data-variant=${kind}>${content}</div>`;
