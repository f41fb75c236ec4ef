import { html, nothing, type TemplateResult } from 'lit/html.js';
import { isNew, type Facts, type RepairState } from '../../core/repair-state.js';
import type { Known } from '../../core/factor.js';
import { fill } from '../../i18n/catalogue.js';
import { list } from '../../i18n/list.js';
import { common } from '../../i18n/messages/common.js';
import { ends } from '../../i18n/messages/ends.js';
import { repair as words } from '../../i18n/messages/repair.js';
import { shared } from '../../i18n/messages/shared.js';
import { send, tick } from '../fragments/buttons.js';
import { errorContent } from '../fragments/later-parts.js';
import { alert, link, primary, status, text, title } from '../fragments/parts.js';
import { whose } from './begin.js';
import type { RepairScene } from './scene.js';

type Of<S extends RepairState['status']> = Extract<RepairState, { status: S }>;

/** What is done by itself, after a click that asked for all of it. */
export const renderWorking = (state: Of<'retiring' | 'ending'>): TemplateResult =>
  html`<div data-part="screen">${status(state.status === 'retiring' ? words().retiring : words().ending)}</div>`;

/** Which one was lost, where several can be, or why it is still there. */
export function renderWhich({ old, problem }: Of<'asking-which'>, scene: RepairScene): TemplateResult {
  const { controller, errorId, lacks, uid } = scene;
  const submit = (event: Event): void => {
    event.preventDefault();
    const boxes = [...(event.currentTarget as HTMLFormElement).querySelectorAll('input')];
    const ids = old.map(({ id }) => id).filter((_, index) => boxes[index]?.checked);
    if (ids.length > 0) void controller.retire(ids);
    else scene.hinder();
  };
  const said = lacks ? words().missing : problem && scene.problem(problem);
  return html`<div data-part="screen">
    ${title(words().whichTitle)} ${text(words().whichText)}
    <form data-part="form" method="post" novalidate @submit=${submit}>
      ${alert(errorId, said === null ? nothing : errorContent(said))}
      ${old.map(({ kind, name }, index) =>
        tick({
          id: `${uid}-old-${String(index)}`,
          words: nameOf(kind, name),
          ticked: false,
          invalid: lacks,
          errorId,
        }),
      )}
      ${send('turn-off', words().turnOff, false)}
    </form>
    <div data-part="out">
      ${link('keep', old.length === 1 ? words().keepOne : words().keep, () => controller.dispatch({ type: 'kept' }), true)}
    </div>
  </div>`;
}

/** "All set": only what is true. */
export function renderDone({ journey, problem }: Of<'done'>, scene: RepairScene): TemplateResult {
  const { controller, errorId, service, uid } = scene;
  const { facts, means } = journey;
  const finish = (event: Event): void => {
    event.preventDefault();
    const box = (event.currentTarget as HTMLFormElement).querySelector('input');
    void controller.finish(box?.checked ?? false);
  };
  // Who was reset, or begins, has no other session; what is lost may hold one.
  const mayAsk = means.sessions && !facts.signedOutElsewhere && (journey.because === 'lost' || !isNew(journey));
  return html`<div data-part="screen">
    ${title(words().doneTitle)} ${whose(scene)} ${listOf(linesOf(facts))}
    <form data-part="form" method="post" novalidate @submit=${finish}>
      ${alert(errorId, problem ? errorContent(words().notSignedOut) : nothing)}
      ${mayAsk ? tick({ id: `${uid}-elsewhere`, words: words().elsewhere, ticked: false, invalid: false, errorId }) : nothing}
      ${send('done', fill(shared().goTo, { service }), false)}
    </form>
    <div data-part="out">
      ${controller.kinds.length > 0 ? link('second-way', words().secondWay, () => controller.dispatch({ type: 'more' }), true) : nothing}
    </div>
  </div>`;
}

/** On the way to the app. Where the page leads nowhere, the button stays. */
export function renderLeft({ journey: { facts } }: Of<'left'>, scene: RepairScene): TemplateResult {
  const lines = linesOf(facts);
  return html`<div data-part="screen">
    ${title(lines.length > 0 ? words().doneTitle : words().title)} ${whose(scene)} ${listOf(lines)}
    ${primary('done', fill(shared().goTo, { service: scene.service }), () => scene.done())}
  </div>`;
}

/** An empty list would be said as one. */
const listOf = (lines: readonly string[]): TemplateResult | typeof nothing =>
  lines.length === 0
    ? nothing
    : html`<ul data-part="list">
        ${lines.map((line) => html`<li>${line}</li>`)}
      </ul>`;

function linesOf({ added, codes, retired, signedOutElsewhere, notified }: Facts): string[] {
  return [
    ...added.map(({ kind, name }) => fill(words().added, { name: name ?? words().kinds[kind].title })),
    ...(codes === null ? [] : [codesOn(codes)]),
    ...retired.map(({ kind, name }) => retiredWords(kind, name)),
    ...(signedOutElsewhere ? [words().signedOut] : []),
    ...(notified.length > 0 ? [fill(words().told, { addresses: list(notified) })] : []),
  ];
}

const codesOn = (count: Known<number>): string =>
  count === 'unknown' ? words().codesOnUncounted : fill(words().codesOn, { count });

function nameOf(kind: string, name: Known<string>): string {
  const byKind: Readonly<Record<string, string>> = words().old;
  return name === 'unknown' ? (byKind[kind] ?? words().nameless) : name;
}

function retiredWords(kind: string, name: Known<string>): string {
  if (name !== 'unknown') return fill(words().retiredNamed, { name });
  const byKind: Readonly<Record<string, string>> = words().retired;
  return byKind[kind] ?? words().retiredUnknown;
}

export const renderSignIn = (scene: RepairScene): TemplateResult =>
  html`<div data-part="screen">
    ${title(ends().overTitle)} ${text(words().signInText)}
    ${primary('sign-in', ends().goToSignIn, () => scene.signIn())}
  </div>`;

export const renderLoading = (): TemplateResult => html`<div data-part="screen">${status(common().loading)}</div>`;
