import { html, nothing, type TemplateResult } from 'lit';
import { copyCodes, downloadCodes, printCodes } from '../../controllers/code-custody.js';
import { oldCodes, type RevealedCode } from '../../core/code-set.js';
import { documentText, fileName, type CodesDocument } from '../../core/codes-document.js';
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
  const keep = (way: (paper: Paper) => unknown) => (): void => {
    const paper = paperOf(scene);
    if (paper) way(paper);
  };
  return html`${list(shown.set.codes.map(() => ITEM))}
    <div data-part="save-buttons">
      ${second(
        'print',
        words.print,
        keep(({ sheet }) => printCodes(controller, platform, sheet)),
      )}
      ${second(
        'download',
        words.download,
        keep(({ name, text }) => downloadCodes(controller, platform, name, text)),
      )}
      ${second(
        'copy',
        words.copy,
        keep(({ text }) => copyCodes(controller, platform, text)),
      )}
    </div>
    <p data-part="hint">${words.noPrinter}</p>`;
}

interface Paper {
  readonly sheet: CodesDocument;
  readonly text: string;
  readonly name: string;
}

/** Made at the click: a handler that held the codes would keep them in memory when their screen is gone. */
function paperOf({ controller, service, account, language }: CodesScene): Paper | undefined {
  const { state } = controller;
  if (!('shown' in state)) return undefined;
  const { made, set } = state.shown;
  const { hostname: domain, pathname: settings } = location;
  const sheet = documentOf({ service, domain, settings, account, made, set: set.id, codes: set.codes }, language);
  return { sheet, text: documentText(sheet), name: fileName(service, made) };
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
        : ITEM,
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

const ITEM = html`<li data-part="code-item"><code data-part="code"></code></li>`;

/**
 * Puts the codes into the list, and takes them out of one whose codes are to go. By hand: what a template is given stays in
 * memory for as long as anything holds a node near it, as Chromium does with a form that was sent.
 */
export function writeCodes(box: Element, codes: readonly string[]): void {
  for (const [index, row] of box.querySelectorAll('code[data-part=code]').entries()) {
    const code = codes[index] ?? '';
    if (row.textContent !== code) row.textContent = code;
  }
}

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
