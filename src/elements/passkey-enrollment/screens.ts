import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { PasskeyEnrollmentController } from '../../controllers/passkey-enrollment-controller.js';
import type { KeyTrouble, PasskeyEnrollmentState } from '../../core/passkey-enrollment.js';
import { fill } from '../../i18n/catalogue.js';
import { both } from '../../i18n/describe.js';
import { after } from '../../i18n/messages/after.js';
import { common } from '../../i18n/messages/common.js';
import { ends } from '../../i18n/messages/ends.js';
import { passkeyEnrollment as words } from '../../i18n/messages/passkey-enrollment.js';
import { send } from '../fragments/buttons.js';
import { errorContent } from '../fragments/later-parts.js';
import { nameField } from '../fragments/name-field.js';
import { alert, link, primary, status, text, title } from '../fragments/parts.js';
import { told } from '../fragments/told.js';

type Of<S extends PasskeyEnrollmentState['status']> = Extract<PasskeyEnrollmentState, { status: S }>;

/** What the screens need of the element that they stand in. */
export interface KeyScene {
  readonly controller: PasskeyEnrollmentController;
  readonly uid: string;
  readonly errorId: string;
  readonly who: TemplateResult;
  /** Whether another kind is set up elsewhere: then its link stands here. */
  readonly hasApp: boolean;
  problem(trouble: KeyTrouble): string;
  useApp(): void;
  back(): void;
  signIn(): void;
  done(): void;
}

const screen = (heading: string, ...content: readonly unknown[]): TemplateResult =>
  html`<div data-part="screen">${title(heading)} ${content}</div>`;

const out = ({ hasApp, useApp, back }: KeyScene): TemplateResult =>
  html`<div data-part="out">
    ${hasApp ? link('other-kind', words().useApp, useApp) : nothing} ${link('back', words().back, back, true)}
  </div>`;

const wrong = ({ errorId, problem }: KeyScene, trouble: KeyTrouble | null): TemplateResult =>
  alert(errorId, trouble ? errorContent(problem(trouble)) : nothing);

const ofTheName = (trouble: KeyTrouble | null): boolean =>
  trouble?.code === 'no-name' || trouble?.code === 'invalid-name';

/** What was typed, at the moment that it is sent. */
const typedIn = (event: Event): string => {
  event.preventDefault();
  return (event.currentTarget as HTMLFormElement).querySelector('input')?.value ?? '';
};

/** Before the browser's dialog, while it is open, and until the server has answered. */
export function renderAsking(
  state: Of<'asking' | 'prompting' | 'registering' | 'unsure' | 'checking'>,
  scene: KeyScene,
): TemplateResult {
  const { controller, uid, errorId } = scene;
  const { kind, naming, opens } = state.ground;
  const { title: heading, text: line } = words().kinds[kind];
  const trouble = state.status === 'asking' ? state.trouble : null;
  const isNamed = naming === 'required' && state.status !== 'unsure' && state.status !== 'checking';
  const submit = (event: Event): void => {
    const typed = typedIn(event);
    // In the turn of the click: nothing may be awaited before the dialog.
    void (state.status === 'unsure' ? controller.checkAgain() : controller.use(typed));
  };
  return screen(
    heading,
    html`${scene.who} ${text(line)} ${opens === 'whole-sign-in' ? text(words().wholeSignIn) : nothing}
      ${status(newsOf(state, heading))}
      <form data-part="form" method="post" novalidate @submit=${submit}>
        ${state.status === 'unsure' ? alert(errorId, errorContent(unsure(state))) : wrong(scene, trouble)}
        ${isNamed ? nameField({ id: `${uid}-name`, name: words().names[kind], invalid: ofTheName(trouble), errorId }) : nothing}
        ${button(state, scene, heading)}
      </form>`,
    out(scene),
  );
}

const unsure = ({ canCheck }: Of<'unsure'>): string =>
  canCheck ? words().unsure : both(words().unsure, words().tryAgain);

function newsOf(state: Parameters<typeof renderAsking>[0], heading: string): string | typeof nothing {
  if (state.status !== 'asking' || !state.news) return nothing;
  return state.news === 'proved' ? fill(words().proved, { button: heading }) : words().notFinished;
}

function button(state: Parameters<typeof renderAsking>[0], { controller }: KeyScene, heading: string): TemplateResult {
  switch (state.status) {
    case 'asking':
      // What failed is tried again by a click alone.
      return send('add', heading, !controller.ready && state.trouble === null);
    case 'prompting':
      return send('add', words().prompting, true);
    case 'unsure':
      return send('retry', state.canCheck ? after().checkAgain : common().tryAgain, false);
    default:
      return send('add', words().working, true);
  }
}

/** Nothing can be set up here: why, and what can be done instead. */
export function renderObstacle({ obstacle, ground }: Of<'impossible'>, scene: KeyScene): TemplateResult {
  const { controller } = scene;
  const key = words().kinds['security-key'].title;
  const instead =
    obstacle === 'device' && controller.takes('security-key')
      ? primary('add-key', key, () => void controller.load('security-key'))
      : nothing;
  return screen(
    words().kinds[ground.kind].title,
    text(words().obstacles[obstacle]),
    // The same step without the frame around it.
    obstacle === 'frame' && /^https?:/.test(location.href)
      ? html`<a data-part="button" data-variant="primary" data-action="open-page" href=${location.href} target="_top"
          >${words().openPage}</a
        >`
      : instead,
    out(scene),
  );
}

const addedWords = (name: string | null): string => (name === null ? words().added : fill(words().addedAs, { name }));

/** Added, or there already. */
export function renderEnd(
  state: Of<'exists' | 'naming' | 'renaming' | 'added' | 'sign-in'>,
  scene: KeyScene,
): TemplateResult {
  const { controller, uid, errorId } = scene;
  switch (state.status) {
    case 'exists':
      return screen(
        words().kinds[state.ground.kind].exists,
        text(words().existsText),
        primary('done', words().submit, () => scene.done()),
      );
    case 'added':
      return screen(
        addedWords(state.added.name),
        told(state.added.notified),
        primary('done', words().submit, () => scene.done()),
      );
    case 'sign-in':
      return screen(
        words().signInTitle,
        primary('sign-in', ends().goToSignIn, () => scene.signIn()),
      );
    default: {
      const { added } = state;
      const trouble = state.status === 'naming' ? state.trouble : null;
      const submit = (event: Event): void =>
        void controller.rename(typedIn(event)).then((isOn) => {
          if (isOn) scene.done();
        });
      return screen(
        addedWords(added.name),
        told(added.notified),
        html`<form data-part="form" method="post" novalidate @submit=${submit}>
          ${wrong(scene, trouble)}
          ${nameField({ id: `${uid}-name`, name: added.name ?? words().names[state.ground.kind], invalid: ofTheName(trouble), errorId })}
          ${state.status === 'renaming' ? send('done', words().working, true) : send('done', words().submit, false)}
        </form>`,
        trouble ? html`<div data-part="out">${link('keep-name', words().keepName, scene.done)}</div>` : nothing,
      );
    }
  }
}
