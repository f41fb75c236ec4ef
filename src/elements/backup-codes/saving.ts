import { html, nothing, type TemplateResult } from 'lit';
import { copyCodes, downloadCodes, printCodes } from '../../controllers/code-custody.js';
import { oldCodes, type RevealedCode } from '../../core/code-set.js';
import { documentText, fileName } from '../../core/codes-document.js';
import type { CodesTrouble, ShownState } from '../../core/codes-state.js';
import type { Shown } from '../../core/custody.js';
import { documentOf } from '../../i18n/codes-document.js';
import { backupCodes as words } from '../../i18n/messages/backup-codes.js';
import { shared } from '../../i18n/messages/shared.js';
import { PRIVATE } from '../../platform/private-marks.js';
import { second, send, tick } from '../fragments/buttons.js';
import { codeField } from '../fragments/code-field.js';
import { errorContent } from '../fragments/later-parts.js';
import { alert, link, status, text, title, who } from '../fragments/parts.js';
import type { CodesScene } from './scene.js';

type Saving = Exclude<ShownState, { status: 'proving-over' | 'leaving' }>;

/** "Save your backup codes": the list, the ways to save it, the tick. */
export function renderSaving(state: Saving, scene: CodesScene): TemplateResult {
  const { shown, ground } = state;
  const staged = shown.set.state === 'staged';
  return html`<div data-part="screen">
    ${title(words.title)} ${who(shared.whoIn(scene.service, scene.account))}
    ${text(staged ? `${words.text} ${words.staged(oldCodes(ground.codes))}` : words.text)}
    <ul data-part="places">
      <li>${words.goodPlaces}</li>
      <li>${words.notHere}</li>
      <li>${words.careful}</li>
    </ul>
    ${renderKeeping(shown, scene)} ${status(newsOf(state))} ${form(state, scene)}
    <div data-part="out">
      ${state.status === 'confirming' ? nothing : link('leave', words.leave, () => void scene.controller.leave(), true)}
    </div>
  </div>`;
}

/** The list with the ways to save it; also beside a proof that is asked for at the end. */
export function renderKeeping(shown: Shown, scene: CodesScene): TemplateResult {
  if (shown.masked) return masked(scene);
  const { controller, platform } = scene;
  const { codes, id } = shown.set;
  const sheet = () =>
    documentOf(
      {
        service: scene.service,
        domain: location.hostname,
        settings: location.pathname,
        account: scene.account,
        made: shown.made,
        set: id,
        codes,
      },
      scene.language,
    );
  const file = (): string => fileName(scene.service, shown.made);
  return html`${list(codes.map(item))}
    <div data-part="save-buttons">
      ${second('print', words.print, () => void printCodes(controller, platform, sheet()))}
      ${second('download', words.download, () => void downloadCodes(controller, platform, file(), documentText(sheet())))}
      ${second('copy', words.copy, () => void copyCodes(controller, platform, documentText(sheet())))}
    </div>
    <p data-part="hint">${words.noPrinter}</p>`;
}

/** The codes in force, shown again; those that are used up are gone. */
export const renderRevealed = (
  codes: readonly RevealedCode[],
  isMasked: boolean,
  scene: CodesScene,
): TemplateResult | typeof nothing => {
  if (isMasked) return masked(scene);
  const used = ({ usedAt }: RevealedCode): string => words.used(usedAt === undefined ? null : scene.date(usedAt));
  return list(
    codes.map((one) =>
      one.code === null
        ? html`<li data-part="code-item"><span data-part="code" data-variant="used">${used(one)}</span></li>`
        : item(one.code),
    ),
  );
};

/** Exact and in the server's order. Translators and session replay leave it alone. */
const list = (items: readonly TemplateResult[]): TemplateResult =>
  html`<ol
    data-part="codes"
    aria-label=${words.list}
    class=${PRIVATE.classes.join(' ')}
    translate=${PRIVATE.attributes.translate}
    data-private=${PRIVATE.attributes['data-private']}
    data-dd-privacy=${PRIVATE.attributes['data-dd-privacy']}
    data-sentry-block=${PRIVATE.attributes['data-sentry-block']}
  >
    ${items}
  </ol>`;

const item = (code: string): TemplateResult =>
  html`<li data-part="code-item"><code data-part="code">${code}</code></li>`;

const masked = ({ controller }: CodesScene): TemplateResult =>
  html`<div data-part="masked">
    ${words.masked} ${link('show', words.show, () => controller.dispatch({ type: 'masked', masked: false }))}
  </div>`;

function newsOf(state: Saving): string | typeof nothing {
  if (state.status === 'showing' && state.news) return words.proved(words.finish);
  const { news } = state.shown;
  return news ? words[news.ok ? 'kept' : 'blocked'][news.by] : nothing;
}

/** The same form throughout, so that focus stays where it is. */
function form(state: Saving, scene: CodesScene): TemplateResult {
  const { controller, errorId, uid } = scene;
  const { shown } = state;
  const trouble = state.status === 'showing' ? state.trouble : null;
  const isUnsure = state.status === 'unsure' || (state.status === 'confirming' && state.doubt);
  const busy = state.status === 'confirming';
  const submit = (event: Event): void => {
    event.preventDefault();
    const { elements } = event.currentTarget as HTMLFormElement;
    const typed = elements.namedItem('saved-code');
    const ticked = elements.namedItem('saved');
    if (isUnsure) void controller.checkAgain();
    else
      void controller.finish({
        ticked: ticked instanceof HTMLInputElement && ticked.checked,
        ...(typed instanceof HTMLInputElement && { typed: typed.value }),
      });
  };
  return html`<form data-part="form" method="post" novalidate @submit=${submit}>
    ${alert(errorId, problemOf(state, trouble, scene))} ${isUnsure ? nothing : proof(shown, trouble, scene)}
    ${
      isUnsure
        ? nothing
        : tick({
            id: `${uid}-saved`,
            name: 'saved',
            words: words.tick,
            ticked: shown.ticked,
            invalid: trouble?.code === 'missing',
            errorId,
            change: (ticked) => controller.dispatch({ type: 'ticked', ticked }),
          })
    }
    ${send(isUnsure ? 'retry' : 'finish', busy ? words.finishing : isUnsure ? words.checkAgain : words.finish, busy)}
  </form>`;
}

function problemOf(
  state: Saving,
  trouble: CodesTrouble | null,
  { problem }: CodesScene,
): TemplateResult | typeof nothing {
  if (state.status === 'unsure') return errorContent(words.unsure);
  return trouble ? errorContent(problem(trouble)) : nothing;
}

/** One code, typed or pasted from where it was saved. Looked at here alone: it is not used up. */
const proof = ({ proof }: Shown, trouble: CodesTrouble | null, { uid, errorId }: CodesScene) =>
  proof === 'type-one'
    ? codeField({
        id: `${uid}-saved-code`,
        name: 'saved-code',
        label: words.typeOne,
        oneTime: false,
        hint: null,
        invalid: trouble?.code === 'typed',
        errorId,
      })
    : nothing;
