import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { AssistanceState, HelpTrouble } from '../../core/machines/assistance.js';
import { fill } from '../../i18n/catalogue.js';
import type { HelpAct } from '../../i18n/describe-help.js';
import { common } from '../../i18n/messages/common.js';
import { shared } from '../../i18n/messages/shared.js';
import { support as words } from '../../i18n/messages/support.js';
import { second, send, tick } from '../fragments/buttons.js';
import { customs, facts } from '../fragments/help-facts.js';
import { errorContent } from '../fragments/later-parts.js';
import { alert, link, primary, status, text, title, whoSignsIn } from '../fragments/parts.js';
import type { SupportScene } from './scene.js';

type Of<S extends AssistanceState['status']> = Extract<AssistanceState, { status: S }>;

export function renderHelp(state: AssistanceState, scene: SupportScene): TemplateResult {
  switch (state.status) {
    case 'loading':
      return html`<div data-part="screen">${status(common().loading)}</div>`;
    case 'facts':
    case 'ready':
    case 'requesting':
      return renderAsk(state, scene);
    case 'waiting':
      return renderWaiting(state, scene);
    case 'not-me':
      return renderNotMe(state, scene);
    case 'cancelling':
      return state.why === 'found' ? renderWaiting(state, scene) : renderNotMe(state, scene);
    case 'cancelled':
      return renderCancelled(state, scene);
    case 'call':
      return html`<div data-part="screen">
        ${title(words().callTitle)} ${whose(scene)} ${text(words().callText)} ${facts(scene)}
        <div data-part="out">${link('sign-in', shared().goBack, () => scene.signIn())}</div>
      </div>`;
    case 'forbidden':
      return renderForbidden(scene);
    case 'starting-over':
      return renderStartingOver(state, scene);
  }
}

const wrong = ({ errorId, problem }: SupportScene, trouble: HelpTrouble | null, act: HelpAct): TemplateResult =>
  alert(errorId, trouble ? errorContent(problem(trouble, act)) : nothing);

const whose = ({ account, service }: SupportScene): TemplateResult => whoSignsIn(service, account);

const goBack = ({ back, signIn }: SupportScene): TemplateResult =>
  back ? primary('back', shared().goBack, back) : primary('sign-in', shared().goBack, () => signIn());

/** How the team is reached, and the request where there are some. */
function renderAsk(state: Of<'facts' | 'ready' | 'requesting'>, scene: SupportScene): TemplateResult {
  const { back, cancel, contact, controller, hasCodes } = scene;
  const { trouble = null, news = null } = state.status === 'ready' ? state : {};
  const busy = state.status === 'requesting';
  return html`<div data-part="screen">
    ${title(words().title)} ${whose(scene)}
    ${text(contact?.takes ? fill(words().textTime, { time: contact.takes }) : words().text)}
    ${status(news ? words().openAgain : nothing)} ${facts(scene)} ${customs(scene)} ${wrong(scene, trouble, 'ask')}
    ${
      state.status === 'facts'
        ? nothing
        : primary('ask-help', busy ? words().asking : words().ask, () => void controller.request(), busy)
    }
    <div data-part="out">
      ${back ? link('back', hasCodes ? words().found : shared().goBack, back) : link('sign-in', shared().goBack, () => scene.signIn())}
      ${cancel ? link('cancel', common().cancel, cancel, true) : nothing}
    </div>
  </div>`;
}

/** "We have your request". What was decided is not said here: it reads alike. */
function renderWaiting(state: Of<'waiting' | 'cancelling'>, scene: SupportScene): TemplateResult {
  const { back, cancel, controller, time } = scene;
  const { number, openedAt } = state.case;
  const busy = state.status === 'cancelling';
  return html`<div data-part="screen">
    ${title(words().waitingTitle)} ${whose(scene)} ${status(fill(words().waiting, { number, time: time(openedAt) }))}
    ${text(state.case.state === 'answered' ? words().answeredText : words().waitingText)} ${facts(scene)}
    ${customs(scene)} ${wrong(scene, busy ? null : state.trouble, 'cancel')}
    ${primary('cancel-help', busy ? words().cancelling : words().foundIt, () => void controller.cancel(), busy)}
    <div data-part="out">
      ${link('not-me', words().notMe, () => controller.dispatch({ type: 'denied' }))}
      ${back ? link('back', shared().goBack, back, true) : link('sign-in', shared().goBack, () => scene.signIn(), true)}
      ${cancel ? link('cancel', common().cancel, cancel, true) : nothing}
    </div>
  </div>`;
}

function renderNotMe(state: Of<'not-me' | 'cancelling'>, scene: SupportScene): TemplateResult {
  const { controller } = scene;
  const busy = state.status === 'cancelling';
  return html`<div data-part="screen">
    ${title(words().notMeTitle)} ${whose(scene)} ${text(words().notMeText)} ${text(words().notMeLink)} ${facts(scene)}
    ${wrong(scene, busy ? null : state.trouble, 'cancel')}
    ${primary('cancel-help', busy ? words().cancelling : words().cancelRequest, () => void controller.cancel(), busy)}
    <div data-part="out">${link('back', shared().goBack, () => controller.dispatch({ type: 'back' }), true)}</div>
  </div>`;
}

function renderCancelled({ why }: Of<'cancelled'>, scene: SupportScene): TemplateResult {
  return html`<div data-part="screen">
    ${title(words().cancelledTitle)} ${whose(scene)} ${text(words().cancelledText[why])} ${goBack(scene)}
  </div>`;
}

function renderForbidden(scene: SupportScene): TemplateResult {
  const { controller, newAccountUrl, service } = scene;
  return html`<div data-part="screen">
    ${title(words().forbiddenTitle)} ${whose(scene)} ${text(fill(words().forbiddenText, { service }))} ${goBack(scene)}
    <div data-part="out">
      ${newAccountUrl ? link('start-over', words().startOver, () => controller.dispatch({ type: 'start-over' })) : nothing}
    </div>
  </div>`;
}

/** The second question: what is lost is lost for good. */
function renderStartingOver({ lacks }: Of<'starting-over'>, scene: SupportScene): TemplateResult {
  const { controller, errorId, uid } = scene;
  const back = (): void => controller.dispatch({ type: 'back' });
  const submit = (event: Event): void => {
    event.preventDefault();
    const box = (event.currentTarget as HTMLFormElement).querySelector('input');
    if (box?.checked) scene.startOver();
    else controller.dispatch({ type: 'unticked' });
  };
  return html`<div data-part="screen">
    ${title(words().startOverTitle)} ${whose(scene)} ${text(words().startOverText)}
    <form data-part="form" method="post" novalidate @submit=${submit}>
      ${alert(errorId, lacks ? errorContent(words().tickFirst) : nothing)}
      ${tick({ id: `${uid}-lost`, words: words().dataIsLost, ticked: false, invalid: lacks, errorId })}
      ${send('start-over', words().startOver, false)}
    </form>
    <div data-part="save-buttons">${second('back', shared().goBack, back)}</div>
  </div>`;
}
