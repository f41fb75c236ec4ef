import { html, nothing, type TemplateResult } from 'lit/html.js';
import { wantsConsent, type TotpGround, type TotpState } from '../../core/totp-state.js';
import { fill } from '../../i18n/catalogue.js';
import { list } from '../../i18n/list.js';
import { backupCodes } from '../../i18n/messages/backup-codes.js';
import { common } from '../../i18n/messages/common.js';
import { totp as words } from '../../i18n/messages/totp.js';
import { errorContent } from '../fragments/later-parts.js';
import { whoIn } from '../fragments/who-in.js';
import { alert, link, primary, status, text, title } from '../fragments/parts.js';
import type { TotpScene } from './scene.js';

type Of<S extends TotpState['status']> = Extract<TotpState, { status: S }>;

const screen = (words: string, ...content: readonly unknown[]): TemplateResult =>
  html`<div data-part="screen">${title(words)} ${content}</div>`;

/** What happens to the app that is there, if one is. */
export const renderReplacing = ({ replaces, replacing }: TotpGround): TemplateResult | typeof nothing =>
  replaces ? text(words().replacing[replacing]) : nothing;

/** Nothing is begun yet: a click begins. */
export function renderReady(state: Of<'ready' | 'starting'>, scene: TotpScene): TemplateResult {
  const { controller, errorId, service, account, problem, withBack } = scene;
  const { ground } = state;
  const { trouble, news } = state.status === 'ready' ? state : { trouble: null, news: null };
  const busy = state.status === 'starting';
  const button = wantsConsent(ground) ? words().understand : words().start;
  return screen(
    words().title,
    whoIn(service, account),
    text(words().readyText),
    renderReplacing(ground),
    status(newsOf(news, ground, button)),
    alert(errorId, trouble ? errorContent(problem(trouble)) : nothing),
    primary('start', busy ? words().working : button, () => void controller.start(), busy),
    withBack ? html`<div data-part="out">${link('back', words().back, () => scene.back(), true)}</div>` : nothing,
  );
}

function newsOf(news: Of<'ready'>['news'], { replaces, replacing }: TotpGround, button: string) {
  if (news === 'proved') return fill(words().proved, { button });
  return news === 'cancelled' ? words().cancelled[replaces ? replacing : 'none'] : nothing;
}

/** What comes besides. */
export function renderTotpEnd(state: Of<'failed' | 'over' | 'done' | 'sign-in'>, scene: TotpScene): TemplateResult {
  const { errorId, problem, controller } = scene;
  switch (state.status) {
    case 'failed':
      return screen(
        words().title,
        alert(errorId, errorContent(problem(state.problem))),
        primary('retry', common().tryAgain, () => scene.retry()),
        html`<div data-part="out">
          ${scene.withBack ? link('back', words().back, () => scene.back(), true) : nothing}
        </div>`,
      );
    case 'over':
      return screen(
        words().overTitle,
        text(words().over),
        primary('start', words().restart, () => void controller.start()),
        html`<div data-part="out">${link('cancel', words().cancel, () => scene.cancel(), true)}</div>`,
      );
    case 'done':
      return done(state, scene);
    case 'sign-in':
      return screen(
        backupCodes().signInTitle,
        text(backupCodes().signInText),
        primary('sign-in', backupCodes().goToSignIn, () => scene.signIn()),
      );
  }
}

/** Only what is true. */
function done({ codes, notified, ground }: Of<'done'>, scene: TotpScene): TemplateResult {
  const told =
    notified === 'unknown' || notified.length === 0 ? null : fill(backupCodes().told, { addresses: list(notified) });
  return screen(
    words().doneTitle,
    html`<ul data-part="list">
      <li>${words().done}</li>
      ${ground.replaces ? html`<li>${words().oldGone}</li>` : nothing}
      ${codes === null ? nothing : html`<li>${fill(words().codesOn, { count: codes })}</li>`}
      ${told === null ? nothing : html`<li>${told}</li>`}
    </ul>`,
    primary('done', words().goOn, () => scene.done()),
  );
}
