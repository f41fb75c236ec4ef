import { html, nothing, type TemplateResult } from 'lit/html.js';
import { forgetLastMatch } from '../../core/last-match.js';
import { inFours } from '../../core/otpauth.js';
import type { AppSecret, TotpState } from '../../core/totp-state.js';
import { fill } from '../../i18n/catalogue.js';
import { both } from '../../i18n/describe.js';
import { common } from '../../i18n/messages/common.js';
import { totp as words } from '../../i18n/messages/totp.js';
import { PRIVATE } from '../../platform/private-marks.js';
import { second, send } from '../fragments/buttons.js';
import { codeField } from '../fragments/code-field.js';
import { codePlaces, keptNews, proofField, readSaving, renderKeeping, savedTick } from '../fragments/codes-list.js';
import { errorContent } from '../fragments/later-parts.js';
import { whoIn } from '../fragments/who-in.js';
import { alert, link, primary, status, text, title } from '../fragments/parts.js';
import { backupCodes } from '../../i18n/messages/backup-codes.js';
import { describeCodes } from '../../i18n/describe-codes.js';
import { renderReplacing } from './before.js';
import type { TotpScene } from './scene.js';

type Of<S extends TotpState['status']> = Extract<TotpState, { status: S }>;
type Asked = Of<'connecting' | 'typing' | 'verifying' | 'unsure'>;

/** "Connect your app": what is scanned or typed into it, and its first code. */
export function renderConnecting(state: Asked, scene: TotpScene): TemplateResult {
  const { ground, setup } = state;
  const isShown = state.status === 'connecting' || (state.status === 'verifying' && setup.secret !== null);
  return html`<div data-part="screen">
    ${title(words().title)} ${whoIn(scene.service, scene.account)} ${renderReplacing(ground)}
    ${isShown ? adding(setup.settings, scene) : nothing} ${status(newsOf(state))}
    ${
      state.status === 'connecting' && state.codes
        ? primary('finish', words().goOn, () => scene.controller.scanned())
        : form(state, isShown, scene)
    }
    <div data-part="out">
      ${state.status === 'typing' ? link('start', words().restart, () => void scene.controller.start()) : nothing}
      ${
        state.status === 'connecting' || state.status === 'typing'
          ? link('cancel', words().cancel, () => scene.cancel(), true)
          : nothing
      }
    </div>
  </div>`;
}

/** The picture first where the app is on another device; else the app of this one, and the key. */
function adding(settings: Asked['setup']['settings'], scene: TotpScene): TemplateResult {
  const { platform } = scene;
  const key = html`${keyOf(scene)}
    <p data-part="hint">${settingsWords(settings)}</p>`;
  return platform.isTouch()
    ? html`${step(1, words().addHere)} ${primary('open-app', words().openInApp, () => openApp(scene))}
        <p data-part="hint">${words().notOpened}</p>
        ${key} ${fold(words().otherPhone, picture(scene))}`
    : html`${step(1, words().open)} ${step(2, words().scan)} ${picture(scene)} ${fold(words().cantScan, key)}`;
}

function settingsWords({ digits, period, algorithm }: Asked['setup']['settings']): string {
  return algorithm === 'SHA1'
    ? fill(words().settings, { digits, period })
    : fill(words().settingsAlgorithm, { digits, period, algorithm });
}

const step = (number: number, words: string): TemplateResult =>
  html`<p data-part="text step"><b data-part="step-number">${number}</b> ${words}</p>`;

const fold = (words: string, content: TemplateResult): TemplateResult =>
  html`<details data-part="fold">
    <summary data-part="fold-title">${words}</summary>
    ${content}
  </details>`;

/** What is filled by hand. Translators and session replay leave it alone. */
const secretPlace = (part: 'qr' | 'key', label: string | typeof nothing): TemplateResult =>
  html`<p
    data-part=${part}
    dir="ltr"
    aria-label=${label}
    role=${part === 'key' ? 'group' : nothing}
    class=${PRIVATE.classes.join(' ')}
    translate=${PRIVATE.attributes.translate}
    data-private=${PRIVATE.attributes['data-private']}
    data-dd-privacy=${PRIVATE.attributes['data-dd-privacy']}
    data-sentry-block=${PRIVATE.attributes['data-sentry-block']}
  ></p>`;

const picture = ({ isPictureMissing, errorId, redraw }: TotpScene): TemplateResult =>
  isPictureMissing
    ? html`${alert(`${errorId}-picture`, errorContent(words().noPicture))} ${link('retry', common().tryAgain, redraw)}`
    : secretPlace('qr', nothing);

function keyOf({ controller, platform }: TotpScene): TemplateResult {
  const copy = async (): Promise<void> => {
    const { state } = controller;
    if (state.status !== 'connecting' || !state.setup.secret) return;
    controller.dispatch({ type: 'copied', ok: await platform.copy(state.setup.secret.key) });
  };
  return html`${secretPlace('key', words().key)}
    <div data-part="save-buttons">${second('copy', words().copyKey, () => void copy())}</div>`;
}

/** Read at the click: no link holds the address. */
function openApp({ controller, platform }: TotpScene): void {
  const { state } = controller;
  if (state.status === 'connecting' && state.setup.secret) platform.openApp(state.setup.secret.uri);
}

/**
 * Puts picture and key into their places, or takes them out. By hand: what a template is given stays in memory for as long as
 * anything holds a node near it.
 * @param draw what draws the picture, once it is there
 */
export function writeSecret(
  box: Element,
  secret: AppSecret | null,
  draw: ((text: string, name: string) => Element) | undefined,
): void {
  const key = box.querySelector('[data-part=key]');
  const groups = secret ? inFours(secret.key) : [];
  if (key && key.textContent !== groups.join(' ')) {
    key.replaceChildren(
      ...groups.flatMap((group, index) => {
        const part = document.createElement('code');
        part.textContent = group;
        return index === 0 ? [part] : [' ', part];
      }),
    );
  }
  const place = box.querySelector('[data-part=qr]');
  if (!secret) place?.replaceChildren();
  else if (draw && place) {
    const { picture: name } = words();
    if (place.firstElementChild) place.firstElementChild.setAttribute('aria-label', name);
    else place.append(draw(secret.uri, name));
  }
  forgetLastMatch();
}

/** Beside an error nothing else is said. */
function newsOf(state: Asked): string | typeof nothing {
  if (state.status !== 'connecting' && state.status !== 'typing') return nothing;
  const { news } = state;
  switch (news) {
    case 'copied':
      return words().copied;
    case 'copy-blocked':
      return words().copyBlocked;
    case 'away':
      return words().away;
    case 'proved':
      return fill(words().proved, { button: words().goOn });
    default:
      return nothing;
  }
}

/** The same form throughout, so that focus stays where it is. */
function form(state: Asked, isShown: boolean, scene: TotpScene): TemplateResult {
  const { controller, errorId, uid, problem } = scene;
  const isUnsure = state.status === 'unsure';
  const busy = state.status === 'verifying' || (isUnsure && state.asking);
  const trouble = 'trouble' in state ? state.trouble : null;
  const submit = (event: Event): void => {
    event.preventDefault();
    const typed = (event.currentTarget as HTMLFormElement).elements.namedItem('app-code');
    if (isUnsure) void controller.checkAgain();
    else if (typed instanceof HTMLInputElement) void controller.verify(typed.value);
  };
  const error = isUnsure ? [words().unsure, ...(state.problem ? [problem(state.problem)] : [])].reduce(both) : null;
  const idle = isUnsure ? words().checkAgain : words().goOn;
  return html`<form data-part="form" method="post" novalidate @submit=${submit}>
    ${isUnsure ? nothing : isShown ? step(scene.platform.isTouch() ? 2 : 3, words().typeIt) : text(lastStep(state))}
    ${alert(errorId, error ? errorContent(error) : trouble ? errorContent(problem(trouble)) : nothing)}
    ${
      isUnsure
        ? nothing
        : codeField({
            id: `${uid}-app-code`,
            name: 'app-code',
            label: words().label,
            oneTime: true,
            hint: null,
            invalid: trouble !== null && INVALID.includes(trouble.code),
            errorId,
          })
    }
    ${send(isUnsure ? 'retry' : 'finish', busy ? words().checking : idle, busy)}
  </form>`;
}

const lastStep = ({ setup }: Asked): string => (setup.codes === null ? words().typeIt : words().lastStep);

const INVALID: readonly string[] = ['typed', 'wrong-code', 'used-code'];

/** The codes that come with the set-up, before the last step. */
export function renderSetupCodes(state: Of<'saving'>, scene: TotpScene): TemplateResult {
  const { shown, trouble } = state;
  const { controller, errorId, service, account } = scene;
  const submit = (event: Event): void => {
    event.preventDefault();
    controller.saved(readSaving(event.currentTarget as HTMLFormElement));
  };
  const says = trouble ? describeCodes(trouble, { service, shape: '', time: String }) : null;
  return html`<div data-part="screen">
    ${title(backupCodes().title)} ${whoIn(service, account)} ${text(backupCodes().text)} ${text(backupCodes().staged)}
    ${codePlaces()} ${renderKeeping(shown, scene)} ${status(keptNews(shown))}
    <form data-part="form" method="post" novalidate @submit=${submit}>
      ${alert(errorId, says ? errorContent(says) : nothing)} ${proofField(shown, trouble?.code === 'typed', scene)}
      ${savedTick(shown, trouble?.code === 'missing', scene)} ${send('finish', words().goOn, false)}
    </form>
    <div data-part="out">${link('cancel', words().cancel, () => scene.cancel(), true)}</div>
  </div>`;
}
