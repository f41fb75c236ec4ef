import { html, nothing, type TemplateResult } from 'lit/html.js';
import { codeShape } from '../../core/backup-code.js';
import type { StepUpWay } from '../../core/factor.js';
import type { AskedState } from '../../core/machines/step-up.js';
import { toWhere } from '../fragments/way-words.js';
import { fill } from '../../i18n/catalogue.js';
import { describeStepUp } from '../../i18n/describe-step-up.js';
import { timeOfDay } from '../../i18n/format.js';
import { common } from '../../i18n/messages/common.js';
import { stepUp as words } from '../../i18n/messages/step-up.js';
import { ways } from '../../i18n/messages/ways.js';
import { send } from '../fragments/buttons.js';
import { codeField } from '../fragments/code-field.js';
import { errorContent } from '../fragments/later-parts.js';
import { alert, link, primary, status, text } from '../fragments/parts.js';
import { mustWaitUntil } from '../fragments/resend.js';

/** What a way needs of the element that it stands in. */
export interface WayView {
  readonly uid: string;
  readonly errorId: string;
  readonly language: string | undefined;
  readonly setting: { readonly service: string; readonly time: (at: number) => string };
  /** Whether a click opens the browser's dialog. */
  readonly isPasskeyReady: boolean;
  /** Whether the browser's part did not come. */
  readonly isPasskeyMissing: boolean;
  readonly submit: (event: Event) => void;
  readonly send: () => void;
  readonly usePasskey: () => void;
  readonly checkAgain: () => void;
  readonly refresh: () => void;
}

type Typed = Exclude<StepUpWay, { kind: 'passkey' }>;
type Sent = Extract<StepUpWay, { kind: 'delivered-code' }>;

/** The way that is asked for. */
export function renderWay(state: AskedState, view: WayView): TemplateResult {
  const { way } = state;
  if (way.kind === 'passkey') return passkey(state, view);
  if (way.kind !== 'delivered-code') return form(state, way, view);
  return way.sent ? sentCode(state, way, view) : unsentCode(state, way, view);
}

/** The link to a way that is not asked for. */
export const linkTo = (way: StepUpWay, go: () => void): TemplateResult =>
  link(
    `way-${way.kind}`,
    way.kind === 'delivered-code' ? toWhere(way.to, words().send, words().sendTo) : words().links[way.kind],
    go,
  );

function passkey(state: AskedState, view: WayView): TemplateResult {
  const failed = view.isPasskeyMissing || (state.status === 'asking' && state.trouble !== null);
  // What failed is tried again by a click alone.
  const waits = state.status === 'prompting' || (state.status === 'asking' && !view.isPasskeyReady && !failed);
  const button =
    state.status === 'unsettled'
      ? primary('retry', words().checkAgain, view.checkAgain)
      : primary(
          'use-passkey',
          isAway(state) ? words().checking : words().passkeySubmit,
          view.usePasskey,
          isAway(state) || waits,
        );
  return html`${text(ways().passkeyText)} ${says(state, view)} ${button}`;
}

function unsentCode(state: AskedState, way: Sent, view: WayView): TemplateResult {
  const isSending = state.status === 'sending';
  return html`${text(toWhere(way.to, ways().sendText, ways().sendTextTo))} ${says(state, view)}
  ${primary('send', isSending ? ways().sending : ways().send, view.send, isSending)}`;
}

function sentCode(state: AskedState, way: Sent, view: WayView): TemplateResult {
  const until = way.sent && mustWaitUntil(way.sent, view.refresh);
  return html`${text(toWhere(way.to, ways().sentText, ways().sentTextTo))} ${form(state, way, view)}
    <p data-part="after">
      ${link('send', state.status === 'sending' ? ways().sending : ways().again, view.send)}
      ${until ? html`<span data-part="hint">${fill(ways().againAt, { time: timeOfDay(until, view.language) })}</span>` : nothing}
    </p>`;
}

function form(state: AskedState, way: Typed, view: WayView): TemplateResult {
  const again = state.status === 'unsettled' ? words().checkAgain : words().submit;
  return html`<form data-part="form" method="post" novalidate @submit=${view.submit}>
    ${says(state, view)} ${field(state, way, view)}
    ${send('finish', isAway(state) ? words().checking : again, isAway(state))}
  </form>`;
}

function field(state: AskedState, way: Typed, { uid, errorId }: WayView): TemplateResult {
  const id = `${uid}-${way.kind}`;
  const trouble = state.status === 'asking' ? state.trouble : null;
  const invalid = trouble !== null && OF_THE_FIELD.includes(trouble.code);
  if (way.kind === 'password') return passwordField(id, errorId, invalid);
  return codeField({
    id,
    name: way.kind,
    label: words().labels[way.kind === 'delivered-code' ? way.channel : way.kind],
    oneTime: way.kind !== 'backup-code',
    hint: way.kind === 'backup-code' ? words().backupCodeHint : null,
    invalid,
    errorId,
  });
}

/** What was typed is not bound: see `codeField`. */
const passwordField = (id: string, errorId: string, invalid: boolean): TemplateResult => html`
  <label data-part="label" for=${id}>${words().labels.password}</label>
  <input
    data-part="input"
    data-private
    id=${id}
    name="password"
    type="password"
    autocomplete="current-password"
    aria-describedby=${errorId}
    aria-invalid=${invalid ? 'true' : nothing}
  />
`;

/** What happened, and what went wrong. */
function says(state: AskedState, { errorId, setting, isPasskeyMissing }: WayView): TemplateResult {
  const { way } = state;
  const news = state.status === 'asking' ? state.news : null;
  const shape = way.kind === 'backup-code' ? codeShape(way.format) : '';
  const trouble = state.status === 'asking' ? state.trouble : null;
  const problem =
    state.status === 'unsettled'
      ? words().unsettled
      : trouble
        ? describeStepUp(trouble, { ...setting, way: way.kind, shape })
        : way.kind === 'passkey' && isPasskeyMissing
          ? common().notLoaded
          : null;
  return html`${status(state.status === 'settling' ? words().settling : news ? words()[news] : nothing)}
  ${alert(errorId, problem === null ? nothing : errorContent(problem))}`;
}

/** Whether a proof has left. */
const isAway = ({ status }: AskedState): boolean => status === 'checking' || status === 'settling';

/** What a person mends by typing something else. */
const OF_THE_FIELD: readonly string[] = ['typed', 'wrong-code', 'used-code', 'delivered-code-expired'];
