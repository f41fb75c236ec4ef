import { type PropertyValues } from '@lit/reactive-element';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { ChallengeController } from '../controllers/challenge-controller.js';
import type { ChallengeState, OnScreenState } from '../core/machines/challenge.js';
import { interpreter } from '../i18n/catalogue.js';
import { common } from '../i18n/messages/common.js';
import { prefetch } from '../platform/prefetch.js';
import { ChallengeElement } from './challenge-element.js';
import { alert, primary, status } from './fragments/parts.js';
import type * as GesturesModule from './gestures.js';
import type * as LaterModule from './later.js';

/** What is needed once a person does something, or there is something to say besides the first screen. */
export type Later = typeof LaterModule & typeof GesturesModule;

let later: Later | undefined;
let loading: Promise<unknown> | undefined;

/** An `import()` has no end of its own: after so many milliseconds it counts as lost, and may still come. */
const PATIENCE = 15_000;

/** Loads it, once; after a failure, again. Resolves whether it came or not. */
const loadLater = (): Promise<unknown> =>
  (loading ??= Promise.race([
    Promise.all([import('./later.js'), import('./gestures.js')]).then(async ([words, gestures]) => {
      await interpreter?.coming();
      later = { ...words, ...gestures };
    }),
    new Promise((_, reject) => setTimeout(reject, PATIENCE)),
  ]).catch(() => {
    loading = undefined;
  }));

/** What a form shows of its state. */
export interface FormView {
  readonly account: string | null;
  readonly error: TemplateResult | string | typeof nothing;
  /** Whether what was typed is what is wrong. */
  readonly invalid: boolean;
  readonly status: string | typeof nothing;
  readonly busy: boolean;
  /** Replaces the words of the primary button. */
  readonly again: string | null;
}

/** What a person does. `later`: all that it may need. */
export type Gesture = (controller: ChallengeController, later: Later) => unknown;

/**
 * A screen of the challenge.
 *
 * Owns: one field's way from the form to the controller, and fetching what comes after the first input: as soon as that
 * input is there, so that a connection that dies later takes nothing along. Does not own: which screen that is.
 */
export abstract class ChallengeScreen extends ChallengeElement {
  /** Whether what comes later was asked for and did not come. */
  #missing = false;
  /** Whether a gesture waits for it. */
  #waits = false;
  /** What the state was when it was last told of. */
  #before: ChallengeState | undefined;

  /** What stands in the field. For a drop-in that carries it to another screen; never kept. */
  get typed(): string {
    return this.box.querySelector('input')?.value ?? '';
  }

  /** Puts a text into the field, as if it had been typed here. */
  fill(text: string): void {
    const input = this.box.querySelector('input');
    if (input) input.value = text;
  }

  /** @internal */
  get errorId(): string {
    return `${this.uid}-error`;
  }

  protected get later(): Later | undefined {
    return later;
  }

  /**
   * Does what a person asked for, once its code is there. Where that does not come it is said, and nothing was done. While a
   * proof is under way, nothing is.
   */
  protected act(gesture: Gesture): void {
    const { status } = this.state;
    if (this.#waits || (status !== 'asking' && status !== 'unsettled' && status !== 'prompting')) return;
    if (!later) return void this.#fetchLater(gesture);
    const controller = later.controllerOf(this.controller);
    if (controller) gesture(controller, later);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#useLater();
  }

  protected override updated(): void {
    super.updated();
    if (later || this.#missing || this.state.status === 'loading') return;
    // A field that waits for a key goes first; without one, this is what the person waits for.
    if (this.box.querySelector('input')) prefetch(() => this.#fetchLater());
    else void this.#fetchLater();
  }

  protected override onChange(state: ChallengeState, previous: ChallengeState): void {
    super.onChange(state, previous);
    this.#before ??= previous;
    this.#useLater();
  }

  /**
   * Once it is there: tells what happened, and hands over to the controller that takes gestures.
   * @param late the screen stands already, and the person may be typing: focus stays where it is
   */
  #useLater(late = false): void {
    const { state, controller } = this;
    if (!later || !controller || state.status === 'loading') return;
    if (!this.unstyled) later.adoptLater(this);
    if (!this.flow) {
      const full = later.fullController(controller);
      this.onForget ??= later.followTabs(full);
      this.goOnWith(full);
    }
    const before = this.#before;
    this.#before = undefined;
    if (before) later.follow(this, state, before, late);
  }

  async #fetchLater(gesture?: Gesture): Promise<void> {
    if (gesture) {
      this.#waits = true;
      this.requestUpdate();
    }
    await loadLater();
    this.#missing = !later;
    this.#useLater(true);
    if (gesture) {
      this.#waits = false;
      if (later) this.act(gesture);
    }
    this.requestUpdate();
  }

  /** Asks again for what did not come: the words, and the challenge where that failed too. */
  readonly #again = (): void => {
    this.#missing = false;
    this.focusOn('title');
    if (this.state.status === 'failed') void this.controller?.load();
  };

  /** The screen for a state that has no form; while its words are on their way, that they are. */
  protected renderEnd(): TemplateResult | typeof nothing {
    const { status: now } = this.state;
    if (this.#missing) {
      return html`<div data-part="screen">
        ${alert(this.errorId, common().notLoaded)} ${primary('retry', common().tryAgain, this.#again)}
      </div>`;
    }
    if (now === 'loading' || now === 'cancelling' || !later) {
      return html`<div data-part="screen">${status(common().loading)}</div>`;
    }
    return later.renderEnd(this.state, this);
  }

  /** What a form shows, whichever code it asks for. @internal */
  view(state: OnScreenState, shape = ''): FormView {
    const { challenge, status } = state;
    const account = challenge.account === 'unknown' ? null : challenge.account;
    const busy = this.#waits || status === 'checking' || status === 'settling';
    const calm = { account, error: nothing, invalid: false, status: nothing, busy, again: null } as const;
    if (!later) return this.#missing ? { ...calm, error: common().notLoaded } : calm;
    return { ...calm, ...later.view(state, this, shape) };
  }

  protected readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    // What stands there now is what is meant.
    const { typed } = this;
    const trusted = this.box.querySelector<HTMLInputElement>('input[type=checkbox]')?.checked;
    this.act((controller, { submit }) => submit(controller, typed, trusted));
  };

  /** Ends the challenge. */
  protected readonly cancel = (): void => this.act((controller, { cancel }) => cancel(controller, this));
}
