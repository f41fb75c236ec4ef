import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { CodesState } from '../../core/codes-state.js';
import { fill } from '../../i18n/catalogue.js';
import { both } from '../../i18n/describe.js';
import { list } from '../../i18n/list.js';
import { backupCodes as words } from '../../i18n/messages/backup-codes.js';
import { common } from '../../i18n/messages/common.js';
import { shared } from '../../i18n/messages/shared.js';
import { second } from '../fragments/buttons.js';
import { errorContent } from '../fragments/later-parts.js';
import { alert, link, primary, text, title } from '../fragments/parts.js';
import { renderRevealed } from './saving.js';
import type { CodesScene } from './scene.js';

type Of<S extends CodesState['status']> = Extract<CodesState, { status: S }>;

const screen = (words: string, ...content: readonly unknown[]): TemplateResult =>
  html`<div data-part="screen">${title(words)} ${content}</div>`;

const out = (content: TemplateResult): TemplateResult => html`<div data-part="out">${content}</div>`;

/** What comes besides the card and the codes themselves. */
export function renderEnd(
  state: Of<'failed' | 'unshown' | 'leaving' | 'replaced' | 'revealed' | 'done' | 'sign-in'>,
  scene: CodesScene,
): TemplateResult {
  const { controller } = scene;
  const make = primary('make', words().make, () => void controller.make());
  const back = (): void => controller.back();
  switch (state.status) {
    case 'failed':
      return screen(
        words().cardTitle,
        alert(scene.errorId, errorContent(scene.problem(state.problem))),
        primary('retry', common().tryAgain, () => scene.retry()),
      );
    case 'unshown':
      return screen(
        words().unshownTitle,
        text(words().unshown[state.old]),
        make,
        out(link('back', shared().goBack, back)),
      );
    case 'replaced':
      return screen(words().replacedTitle, text(words().replacedText), make, out(link('back', shared().goBack, back)));
    case 'leaving':
      return screen(
        words().leaveTitle,
        text(words().leaveText[state.loss]),
        primary('stay', words().stay, () => controller.dispatch({ type: 'stayed' })),
        html`<div data-part="save-buttons">
          ${second('leave-anyway', words().leaveAnyway, () => void controller.leaveAnyway())}
        </div>`,
      );
    case 'revealed':
      return screen(
        words().revealTitle,
        renderRevealed(state.codes, state.masked, scene),
        primary('back', words().close, back),
      );
    case 'done':
      return done(state, scene);
    case 'sign-in':
      return screen(
        words().signInTitle,
        text(state.lost === true ? both(words().signInText, words().signInLost) : words().signInText),
        primary('sign-in', words().goToSignIn, () => scene.signIn()),
      );
  }
}

/** Only what is true. */
function done({ left, old, notified }: Of<'done'>, scene: CodesScene): TemplateResult {
  const told =
    notified === 'unknown' || notified.length === 0 ? null : fill(words().told, { addresses: list(notified) });
  return screen(
    words().doneTitle,
    html`<ul data-part="list">
      <li>${onWords(left, old)}</li>
      ${told === null ? nothing : html`<li>${told}</li>`}
      ${old === 'none' ? nothing : html`<li>${words().destroy}</li>`}
    </ul>`,
    primary('done', words().goOn, () => scene.done()),
  );
}

function onWords(left: Of<'done'>['left'], old: Of<'done'>['old']): string {
  const { done: on, doneOld, doneUncounted, doneOldUncounted } = words();
  if (left === 'unknown') return old === 'work' ? doneOldUncounted : doneUncounted;
  return fill(old === 'work' ? doneOld : on, { count: left });
}
