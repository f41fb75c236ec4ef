import { html, nothing, type TemplateResult } from 'lit/html.js';
import { effectOf, type Happening } from '../../core/settings.js';
import type { SettingsState } from '../../core/settings-state.js';
import { fill } from '../../i18n/catalogue.js';
import { activity as events } from '../../i18n/messages/activity.js';
import { common } from '../../i18n/messages/common.js';
import { ends } from '../../i18n/messages/ends.js';
import { settings as words } from '../../i18n/messages/settings.js';
import { second, send } from '../fragments/buttons.js';
import { errorContent } from '../fragments/later-parts.js';
import { nameField } from '../fragments/name-field.js';
import { alert, link, primary, status, text, title } from '../fragments/parts.js';
import { nameOf } from './overview.js';
import type { SettingsScene } from './scene.js';

type Of<S extends SettingsState['status']> = Extract<SettingsState, { status: S }>;
type Said = Pick<Of<'removal'>, 'trouble' | 'news'>;

const NOTHING_SAID: Said = { trouble: null, news: null };

const wrong = ({ errorId, problem }: SettingsScene, { trouble }: Said): TemplateResult =>
  alert(errorId, trouble ? errorContent(problem(trouble)) : nothing);

const proved = ({ news }: Said, action: string): TemplateResult =>
  status(news?.what === 'proved' ? fill(words().proved, { button: action }) : nothing);

/** Another name. A request that has left says nothing besides that. */
export function renderRenaming(
  { factor, name }: Pick<Of<'renaming'>, 'factor' | 'name'>,
  said: Said | null,
  scene: SettingsScene,
): TemplateResult {
  const { controller, uid, errorId } = scene;
  const { trouble } = said ?? NOTHING_SAID;
  const submit = (event: Event): void => {
    event.preventDefault();
    void controller.rename((event.currentTarget as HTMLFormElement).querySelector('input')?.value ?? '');
  };
  const invalid = trouble?.code === 'no-name' || trouble?.code === 'invalid-name';
  return html`<div data-part="screen">
    ${title(fill(words().renameTitle, { name: nameOf(factor) }))} ${proved(said ?? NOTHING_SAID, words().save)}
    <form data-part="form" method="post" novalidate @submit=${submit}>
      ${wrong(scene, said ?? NOTHING_SAID)} ${nameField({ id: `${uid}-name`, name, invalid, errorId })}
      ${send('finish', said ? words().save : words().working, !said)}
    </form>
    <div data-part="out">${link('cancel', common().cancel, () => controller.back(), true)}</div>
  </div>`;
}

/** "Remove …?", with what it does. What may not be removed has no button for it. */
export function renderRemoval(
  { factor, ground }: Pick<Of<'removal'>, 'factor' | 'ground'>,
  said: Said | null,
  scene: SettingsScene,
): TemplateResult {
  const { controller } = scene;
  const effect = effectOf(factor, ground);
  const isFree = effect === 'alone' || effect === 'all-second-factors';
  const isLeftAlone = effect === 'all-second-factors';
  return html`<div data-part="screen">
    ${title(fill(words().removeTitle, { name: nameOf(factor) }))} ${text(words().effects[effect])}
    ${isLeftAlone && ground.codes ? text(words().codesToo) : nothing} ${isLeftAlone ? text(words().stepToo) : nothing}
    ${proved(said ?? NOTHING_SAID, words().remove)} ${wrong(scene, said ?? NOTHING_SAID)}
    ${primary('keep', isFree ? words().keep : words().back, () => controller.back())}
    ${
      isFree
        ? html`<div data-part="save-buttons">
            ${second('remove', said ? words().remove : words().working, () => void controller.remove())}
          </div>`
        : nothing
    }
  </div>`;
}

/** What happened, newest first. */
export function renderActivity({ ground }: Of<'activity'>, scene: SettingsScene): TemplateResult {
  const { controller } = scene;
  const told = (ground.activity ?? []).filter(
    // Where there are no backup codes, nothing is said of them, what was before included.
    ({ what }) => Object.hasOwn(events().events, what) && (ground.codes || !what.includes('backup_code')),
  );
  return html`<div data-part="screen">
    ${title(events().title)} ${text(told.length === 0 ? events().none : events().text)}
    <ul role="list" data-part="happenings">
      ${told.map((one) => happening(one, scene))}
    </ul>
    ${primary('back', events().back, () => controller.back())}
  </div>`;
}

function happening({ what, at, where, byRole }: Happening, { time }: SettingsScene): TemplateResult {
  const byName: Readonly<Record<string, string>> = events().events;
  const more = [
    ...(where === 'unknown' ? [] : [html`<bdi>${where}</bdi>`]),
    ...(byRole === 'you' ? [] : [events().byRole[byRole]]),
  ];
  return html`<li data-part="happening">
    ${byName[what]}
    <span data-part="happening-line"
      ><time datetime=${new Date(at).toISOString()}>${time(at)}</time>${more.map((part) => html` · ${part}`)}</span
    >
  </li>`;
}

export const renderFailed = ({ problem }: Of<'failed'>, scene: SettingsScene): TemplateResult =>
  html`<div data-part="screen">
    ${title(words().title)} ${alert(scene.errorId, errorContent(scene.problem(problem)))}
    ${primary('retry', common().tryAgain, () => scene.retry())}
  </div>`;

export const renderSignIn = (scene: SettingsScene): TemplateResult =>
  html`<div data-part="screen">
    ${title(ends().overTitle)} ${primary('sign-in', ends().goToSignIn, () => scene.signIn())}
  </div>`;
