import { html, nothing, type TemplateResult } from 'lit/html.js';
import { maskedAccount } from '../../core/codes-document.js';
import type { Known } from '../../core/factor.js';
import type { NewKind } from '../../core/repair.js';
import {
  isForced,
  mayLeave,
  openTasks,
  progress,
  waysDone,
  type Journey,
  type RepairState,
} from '../../core/repair-state.js';
import { fill } from '../../i18n/catalogue.js';
import { repair as words } from '../../i18n/messages/repair.js';
import { shared } from '../../i18n/messages/shared.js';
import { second } from '../fragments/buttons.js';
import { row, rows } from '../fragments/later-parts.js';
import { whoIn } from '../fragments/who-in.js';
import { link, primary, status, text, title } from '../fragments/parts.js';
import { usedWords } from '../fragments/used-words.js';
import { told } from '../fragments/told.js';
import type { RepairScene } from './scene.js';

type Of<S extends RepairState['status']> = Extract<RepairState, { status: S }>;

/** Whose account it is and where. */
export const whose = ({ service, account }: RepairScene): TemplateResult =>
  whoIn(service, account ? maskedAccount(account) : null);

/** "You're in": what became of the code, and what is left to do. */
export function renderIn(state: Of<'in'>, scene: RepairScene): TemplateResult {
  const { controller } = scene;
  const { because, codesLeft } = state.journey;
  const isUsed = because === 'code' || because === 'owed';
  return html`<div data-part="screen">
    ${title(words().title)} ${whose(scene)} ${status(isUsed ? usedWords(codesLeft, controller.policy.lowAt) : nothing)}
    ${isUsed ? told(scene.notified) : nothing}
    ${because === 'code' ? asked(state, scene) : unfinished(state.journey, scene)}
    <div data-part="out">
      ${mayLeave(state) ? link('later', words().later, () => controller.dispatch({ type: 'postponed' }), true) : nothing}
    </div>
  </div>`;
}

function asked({ journey }: Of<'in'>, { controller }: RepairScene): TemplateResult {
  return html`${journey.codesLeft === 0 && !journey.mayPostpone ? text(words().noneLeft) : nothing} ${text(words().ask)}
    ${primary('set-up', words().yes, () => controller.gone())}
    <div data-part="save-buttons">${second('only-away', words().no, () => controller.away())}</div>`;
}

function unfinished(journey: Journey, { controller }: RepairScene): TemplateResult {
  const open = openTasks(journey);
  return html`${text(isForced(journey) ? words().owed : words().unfinished)}
    <ul data-part="list">
      ${open.map((task) => html`<li>${words().tasks[task]}</li>`)}
    </ul>
    ${primary('set-up', words().goOn, () => controller.goOn())}`;
}

/** "Set up a new second factor": the choice of one. */
export function renderChoice(state: Of<'choosing'>, scene: RepairScene): TemplateResult {
  const { controller, service } = scene;
  const { kinds } = controller;
  const { because, besides } = state.journey;
  const choose = (kind: NewKind) => (): void => controller.choose(kind);
  return html`<div data-part="screen">
    ${besides ? nothing : renderProgress(state.journey)}
    ${title(because === 'required' ? words().requiredTitle : words().chooseTitle)} ${whose(scene)}
    ${whyNow(state.journey, service)}
    ${
      kinds.length === 0
        ? text(words().nothingToSetUp)
        : rows(kinds.map((kind) => row(kind, words().kinds[kind].title, words().kinds[kind].line, choose(kind))))
    }
    <div data-part="out">${isForced(state.journey) && !besides ? nothing : notHere(state, scene)}</div>
  </div>`;
}

function whyNow(journey: Journey, service: string): TemplateResult | typeof nothing {
  if (waysDone(journey)) return text(words().needTwo);
  return journey.because === 'required' ? text(fill(words().required, { service })) : nothing;
}

function notHere(state: Of<'choosing'>, { controller }: RepairScene): TemplateResult {
  if (state.journey.besides) return link('back', shared().goBack, () => controller.dispatch({ type: 'back' }), true);
  if (!state.waiting) return link('not-here', words().notHere, () => controller.dispatch({ type: 'waiting' }), true);
  const { kinds } = controller;
  const isDevice = kinds.includes('passkey');
  return html`${status(comeBack(state.journey.codesLeft, isDevice))}
  ${isDevice ? link('this-device', words().kinds.passkey.title, () => controller.choose('passkey')) : nothing}
  ${mayLeave(state) ? link('later', words().laterShort, () => controller.dispatch({ type: 'postponed' }), true) : nothing}`;
}

function comeBack(left: Known<number>, isDevice: boolean): string {
  const { comeBack, comeBackUncounted, comeBackCodes, orDevice, orDeviceUncounted, orDeviceCodes } = words();
  if (left === 0) return isDevice ? orDevice : comeBack;
  if (left === 'unknown') return isDevice ? orDeviceUncounted : comeBackUncounted;
  return fill(isDevice ? orDeviceCodes : comeBackCodes, { count: left });
}

/** How far it is: which step of those that the person sees, or how many of the ways that everyone has to have. */
export function renderProgress(journey: Journey): TemplateResult {
  const { step, of } = progress(journey);
  const ways = waysDone(journey);
  return html`<p data-part="progress">
    ${ways ? fill(words().waysDone, { count: ways.done, total: ways.of }) : fill(words().step, { step, total: of })}
  </p>`;
}
