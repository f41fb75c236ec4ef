import { html, nothing, type TemplateResult } from 'lit/html.js';
import { suggestion, type CodesState, type Said } from '../../core/codes-state.js';
import { fill } from '../../i18n/catalogue.js';
import { backupCodes as words } from '../../i18n/messages/backup-codes.js';
import { shared } from '../../i18n/messages/shared.js';
import { second, send, tick } from '../fragments/buttons.js';
import { codesLine, hasCodes, promptWords } from '../fragments/codes-line.js';
import { errorContent } from '../fragments/later-parts.js';
import { alert, link, primary, status, text, title } from '../fragments/parts.js';
import type { CodesScene } from './scene.js';

type Working = Extract<CodesState, { status: 'working' }>;
type On<S extends CodesState['status']> = Extract<CodesState, { status: S }> | Working;

/** A request that has left says nothing besides that. */
const saidBy = (state: Said | Working): Said & { readonly busy: boolean } =>
  'step' in state ? { trouble: null, news: null, busy: true } : { ...state, busy: false };

const wrong = ({ problem, errorId }: CodesScene, { trouble }: Said): TemplateResult =>
  alert(errorId, trouble ? errorContent(problem(trouble)) : nothing);

/** The card: count and state, what is suggested, and what can be done. */
export function renderCard(state: On<'overview'>, scene: CodesScene): TemplateResult {
  const { ground } = state;
  const { controller, date } = scene;
  const said = saidBy(state);
  const prompt = suggestion(ground);
  const { lowAt } = ground.policy;
  const isOn = hasCodes(ground.codes, lowAt);
  const news = { proved: fill(words().proved, { button: words().make }), removed: words().removed, left: words().left };
  return html`<div data-part="screen">
    ${status(said.news ? news[said.news] : nothing)}
    <section data-part="card" aria-labelledby="${scene.uid}-title">
      <h2 data-part="title card-title" id="${scene.uid}-title" tabindex="-1">${words().cardTitle}</h2>
      <p data-part="card-line">${codesLine(ground.codes, lowAt, date)}</p>
      ${ground.codes.temporary ? html`<p data-part="card-line">${words().temporary}</p>` : nothing}
      ${prompt ? html`<p data-part="card-prompt">${promptWords(prompt, ground.codes.left)}</p>` : nothing}
    </section>
    ${wrong(scene, said)}
    ${primary('make', said.busy ? words().working : words().make, () => void controller.make(), said.busy)}
    <div data-part="card-actions">
      ${ground.may.reveal && isOn ? link('reveal', words().reveal, () => void controller.reveal()) : nothing}
      ${ground.may.remove && isOn ? link('turn-off', words().turnOff, () => controller.askRemoval(), true) : nothing}
      ${prompt?.mayWait ? link('later', words().later, () => controller.dispatch({ type: 'dismissed' }), true) : nothing}
    </div>
  </div>`;
}

/** "Make new backup codes?", where that ends the old ones at once. */
export function renderAcceptance(state: On<'accepting'>, scene: CodesScene): TemplateResult {
  const { controller, errorId, uid } = scene;
  const said = saidBy(state);
  const submit = (event: Event): void => {
    event.preventDefault();
    const box = (event.currentTarget as HTMLFormElement).querySelector('input');
    void controller.accept(box?.checked ?? false);
  };
  return html`<div data-part="screen">
    ${title(words().acceptTitle)} ${text(words().acceptText)}
    ${status(said.news === 'proved' ? fill(words().proved, { button: words().make }) : nothing)}
    <form data-part="form" method="post" novalidate @submit=${submit}>
      ${wrong(scene, said)}
      ${tick({
        id: `${uid}-accept`,
        words: words().accept,
        ticked: state.status === 'accepting' && state.accepted,
        invalid: said.trouble?.code === 'missing',
        errorId,
      })}
      ${send('accept', said.busy ? words().working : words().make, said.busy)}
    </form>
    <div data-part="out">${link('back', shared().goBack, () => controller.back(), true)}</div>
  </div>`;
}

/** "Turn off", with its warning. */
export function renderRemoval(state: On<'removal'>, scene: CodesScene): TemplateResult {
  const { controller } = scene;
  const said = saidBy(state);
  return html`<div data-part="screen">
    ${title(words().removeTitle)} ${text(words().removeText)}
    ${status(said.news === 'proved' ? fill(words().proved, { button: words().remove }) : nothing)} ${wrong(scene, said)}
    ${primary('keep', words().keep, () => controller.back())}
    <div data-part="save-buttons">
      ${second('remove', said.busy ? words().working : words().remove, () => void controller.remove())}
    </div>
  </div>`;
}
