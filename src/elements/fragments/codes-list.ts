import { html, nothing, type TemplateResult } from 'lit/html.js';
import { copyCodes, downloadCodes, printCodes, type Keeper } from '../../controllers/code-custody.js';
import { documentText, fileName, type CodesDocument } from '../../core/codes-document.js';
import type { Saving, Shown } from '../../core/custody.js';
import { documentOf } from '../../i18n/codes-document.js';
import { backupCodes as words } from '../../i18n/messages/backup-codes.js';
import { PRIVATE } from '../../platform/private-marks.js';
import type { Platform } from '../../ports/platform.js';
import { MfaSecretsWipedEvent } from '../account-events.js';
import { second, tick } from './buttons.js';
import { codeField } from './code-field.js';
import { link } from './parts.js';

/** Codes on screen with the ways to save them, wherever they are shown. */
export interface KeepingScene {
  readonly controller: Keeper;
  readonly platform: Pick<Platform, 'copy' | 'print' | 'save'>;
  readonly uid: string;
  readonly errorId: string;
  readonly service: string;
  /** Masked; null: the page does not say. */
  readonly account: string | null;
  readonly language: string | undefined;
}

/** Where codes are kept well, and where not. */
export const codePlaces = (): TemplateResult =>
  html`<ul data-part="places">
    <li>${words().goodPlaces}</li>
    <li>${words().notHere}</li>
    <li>${words().careful}</li>
  </ul>`;

/** The list with the ways to save it; also beside a proof that is asked for at the end. */
export function renderKeeping(shown: Shown, scene: KeepingScene): TemplateResult {
  if (shown.masked) return maskedCodes(scene);
  const { controller, platform } = scene;
  const keep = (way: (paper: Paper) => unknown) => (): void => {
    const paper = paperOf(scene);
    if (paper) way(paper);
  };
  return html`${codeList(shown.set.codes.map(() => ITEM))}
    <div data-part="save-buttons">
      ${second(
        'print',
        words().print,
        keep(({ sheet }) => printCodes(controller, platform, sheet)),
      )}
      ${second(
        'download',
        words().download,
        keep(({ name, text }) => downloadCodes(controller, platform, name, text)),
      )}
      ${second(
        'copy',
        words().copy,
        keep(({ text }) => copyCodes(controller, platform, text)),
      )}
    </div>
    <p data-part="hint">${words().noPrinter}</p>`;
}

interface Paper {
  readonly sheet: CodesDocument;
  readonly text: string;
  readonly name: string;
}

/** Made at the click: a handler that held the codes would keep them in memory when their screen is gone. */
function paperOf({ controller, service, account, language }: KeepingScene): Paper | undefined {
  const { state } = controller;
  if (!state.shown) return undefined;
  const { made, set } = state.shown;
  const { hostname: domain, pathname: settings } = location;
  const sheet = documentOf({ service, domain, settings, account, made, set: set.id, codes: set.codes }, language);
  return { sheet, text: documentText(sheet), name: fileName(service, made) };
}

/**
 * Exact and in the server's order. Translators and session replay leave it alone. Its role is said: Safari takes a list without
 * markers for none.
 */
export const codeList = (items: readonly TemplateResult[]): TemplateResult =>
  html`<ol
    role="list"
    data-part="codes"
    aria-label=${words().list}
    class=${PRIVATE.classes.join(' ')}
    translate=${PRIVATE.attributes.translate}
    data-private=${PRIVATE.attributes['data-private']}
    data-dd-privacy=${PRIVATE.attributes['data-dd-privacy']}
    data-sentry-block=${PRIVATE.attributes['data-sentry-block']}
  >
    ${items}
  </ol>`;

export const ITEM = html`<li data-part="code-item"><code data-part="code" dir="ltr"></code></li>`;

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

/** Tells that what stood in the page is out of it. Told after it is. */
export function tellWiped(
  element: EventTarget,
  what: 'codes' | 'key',
  before: readonly unknown[],
  now: readonly unknown[],
): void {
  if (before.length > 0 && now.length === 0) element.dispatchEvent(new MfaSecretsWipedEvent(what));
}

export const maskedCodes = ({ controller }: KeepingScene): TemplateResult =>
  html`<div data-part="masked">
    ${words().masked} ${link('show', words().show, () => controller.dispatch({ type: 'masked', masked: false }))}
  </div>`;

/** What became of the last try to keep them. */
export const keptNews = ({ news }: Shown): string | typeof nothing =>
  news ? words()[news.ok ? 'kept' : 'blocked'][news.by] : nothing;

/** One code, typed or pasted from where it was saved. Looked at here alone: it is not used up. */
export const proofField = ({ proof }: Shown, invalid: boolean, { uid, errorId }: KeepingScene) =>
  proof === 'type-one'
    ? codeField({
        id: `${uid}-saved-code`,
        name: 'saved-code',
        label: words().typeOne,
        oneTime: false,
        hint: null,
        invalid,
        errorId,
      })
    : nothing;

/** "I have saved these codes." */
export const savedTick = ({ ticked }: Shown, invalid: boolean, { controller, uid, errorId }: KeepingScene) =>
  tick({
    id: `${uid}-saved`,
    name: 'saved',
    words: words().tick,
    ticked,
    invalid,
    errorId,
    change: (now) => controller.dispatch({ type: 'ticked', ticked: now }),
  });

/** What the form of these two holds. */
export function readSaving({ elements }: HTMLFormElement): Saving {
  const typed = elements.namedItem('saved-code');
  const ticked = elements.namedItem('saved');
  return {
    ticked: ticked instanceof HTMLInputElement && ticked.checked,
    ...(typed instanceof HTMLInputElement && { typed: typed.value }),
  };
}
