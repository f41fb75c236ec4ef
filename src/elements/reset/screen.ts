import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { PassState } from '../../core/machines/pass.js';
import type { Entry } from '../../core/challenge.js';
import { fill } from '../../i18n/catalogue.js';
import { describePass } from '../../i18n/describe-pass.js';
import { dayAndTime, longDate, timeOfDay } from '../../i18n/format.js';
import { reset as words } from '../../i18n/messages/reset.js';
import { support } from '../../i18n/messages/support.js';
import { codeField } from '../fragments/code-field.js';
import { withPhone } from '../fragments/help-facts.js';
import { anchor, errorContent } from '../fragments/later-parts.js';
import { alert, link, primary, status, submit, text, title, whoSignsIn } from '../fragments/parts.js';
import type { MfaReset } from './reset.js';

export type EnrollEntry = Extract<Entry, { status: 'enroll' }>;

/** What a gesture on this screen leads to. */
export interface Gestures {
  readonly submit: (event: Event) => void;
  readonly goOn: () => void;
  readonly help: () => void;
  readonly signOut: () => void;
}

/** What was done, by whom and until when; the code from the help team; and where to turn for who never asked. */
export function renderReset(
  entry: EnrollEntry,
  pass: PassState | undefined,
  screen: MfaReset,
  gestures: Gestures,
): TemplateResult {
  return html`<div data-part="screen">
    ${title(words().title)} ${whoSignsIn(screen.serviceName, null)} ${text(whatWasDone(entry, screen))}
    ${entry.passNeeded && pass ? passForm(pass, screen, gestures) : primary('set-up', words().submit, gestures.goOn)}
    ${entry.because === 'reset' ? notYou(screen) : nothing}
    <div data-part="out">
      ${link('help', words().help, gestures.help)} ${link('sign-out', words().signOut, gestures.signOut, true)}
    </div>
  </div>`;
}

function whatWasDone({ reset }: EnrollEntry, { language }: MfaReset): string {
  if (!reset) return words().someText;
  return fill(reset.byRole === 'system' ? words().textSystem : words().text, {
    date: longDate(reset.at, language),
    time: dayAndTime(reset.deadline, language),
  });
}

function passForm(pass: PassState, screen: MfaReset, { submit: send }: Gestures): TemplateResult {
  const { errorId, language, serviceName } = screen;
  const trouble = pass.status === 'asking' ? pass.trouble : null;
  const said =
    pass.status === 'unsettled'
      ? words().unsettled
      : trouble && describePass(trouble, serviceName, (at) => timeOfDay(at, language));
  const busy = pass.status === 'checking' || pass.status === 'settling' || pass.status === 'moved';
  return html`${status(pass.status === 'settling' ? words().settling : nothing)}
    <form data-part="form" method="post" novalidate @submit=${send}>
      ${alert(errorId, said === null ? nothing : errorContent(said))}
      ${codeField({
        id: `${errorId}-of`,
        name: 'help-code',
        label: words().pass,
        oneTime: false,
        hint: words().passHint,
        errorId,
        invalid: trouble !== null && OF_THE_CODE.includes(trouble.code),
      })}
      ${submit(pass.status === 'unsettled' ? words().checkAgain : words().submit, busy)}
    </form>`;
}

/** What a person mends by typing something else. */
const OF_THE_CODE: readonly string[] = ['typed', 'wrong-code', 'used-code', 'delivered-code-expired'];

function notYou({ contact, helpUrl }: MfaReset): TemplateResult {
  const phone = contact?.phone;
  return html`<div data-part="news" data-variant="reset">
    <h3 data-part="list-title">${words().notYou}</h3>
    ${phone ? withPhone(fill(words().stopCall, { phone }), phone) : text(words().stop)}
    ${helpUrl ? anchor(support().page, helpUrl) : nothing} ${text(words().stopLink)}
  </div>`;
}
