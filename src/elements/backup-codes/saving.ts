import { html, nothing, type TemplateResult } from 'lit/html.js';
import { oldCodes, type RevealedCode } from '../../core/code-set.js';
import type { CodesTrouble, ShownState } from '../../core/codes-state.js';
import { fill } from '../../i18n/catalogue.js';
import { backupCodes as words } from '../../i18n/messages/backup-codes.js';
import { send } from '../fragments/buttons.js';
import {
  codeList,
  codePlaces,
  ITEM,
  keptNews,
  maskedCodes,
  proofField,
  readSaving,
  renderKeeping,
  savedTick,
} from '../fragments/codes-list.js';
import { errorContent } from '../fragments/later-parts.js';
import { whoIn } from '../fragments/who-in.js';
import { alert, link, status, text, title } from '../fragments/parts.js';
import type { CodesScene } from './scene.js';

type Saving = Exclude<ShownState, { status: 'proving-over' | 'leaving' }>;

/** "Save your backup codes": the list, the ways to save it, the tick. */
export function renderSaving(state: Saving, scene: CodesScene): TemplateResult {
  const { shown, ground } = state;
  const staged = shown.set.state === 'staged';
  return html`<div data-part="screen">
    ${title(words().title)} ${whoIn(scene.service, scene.account)} ${text(words().text)}
    ${staged ? text(oldCodes(ground.codes) === 'work' ? words().stagedOld : words().staged) : nothing} ${codePlaces()}
    ${renderKeeping(shown, scene)} ${status(newsOf(state))} ${form(state, scene)}
    <div data-part="out">
      ${state.status === 'confirming' ? nothing : link('leave', words().leave, () => void scene.controller.leave(), true)}
    </div>
  </div>`;
}

/** The codes in force, shown again; those that are used up are gone. */
export const renderRevealed = (
  codes: readonly RevealedCode[],
  isMasked: boolean,
  scene: CodesScene,
): TemplateResult | typeof nothing => {
  if (isMasked) return maskedCodes(scene);
  const used = ({ usedAt }: RevealedCode): string =>
    usedAt === undefined ? words().used : fill(words().usedOn, { date: scene.date(usedAt) });
  return codeList(
    codes.map((one) =>
      one.code === null
        ? html`<li data-part="code-item"><span data-part="code" data-variant="used">${used(one)}</span></li>`
        : ITEM,
    ),
  );
};

function newsOf(state: Saving): string | typeof nothing {
  if (state.status === 'showing' && state.news) return fill(words().proved, { button: words().finish });
  return keptNews(state.shown);
}

/** The same form throughout, so that focus stays where it is. */
function form(state: Saving, scene: CodesScene): TemplateResult {
  const { controller, errorId } = scene;
  const { shown } = state;
  const trouble = state.status === 'showing' ? state.trouble : null;
  const isUnsure = state.status === 'unsure' || (state.status === 'confirming' && state.doubt);
  const busy = state.status === 'confirming';
  const submit = (event: Event): void => {
    event.preventDefault();
    if (isUnsure) void controller.checkAgain();
    else void controller.finish(readSaving(event.currentTarget as HTMLFormElement));
  };
  return html`<form data-part="form" method="post" novalidate @submit=${submit}>
    ${alert(errorId, problemOf(state, trouble, scene))}
    ${isUnsure ? nothing : proofField(shown, trouble?.code === 'typed', scene)}
    ${isUnsure ? nothing : savedTick(shown, trouble?.code === 'missing', scene)}
    ${send(isUnsure ? 'retry' : 'finish', busy ? words().finishing : isUnsure ? words().checkAgain : words().finish, busy)}
  </form>`;
}

function problemOf(
  state: Saving,
  trouble: CodesTrouble | null,
  { problem }: CodesScene,
): TemplateResult | typeof nothing {
  if (state.status === 'unsure') return errorContent(words().unsure);
  return trouble ? errorContent(problem(trouble)) : nothing;
}
