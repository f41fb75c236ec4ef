import { type PropertyValues } from '@lit/reactive-element';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { fill, interpreter } from '../i18n/catalogue.js';
import { notice as words } from '../i18n/messages/notice.js';
import type { MfaBackend } from '../ports/backend.js';
import { elements } from '../ports/registry.js';
import { adopt } from '../styles/adopt.js';
import { base } from '../styles/base.js';
import { HostElement } from './host.js';
import type { LightDomElement } from './light-dom.js';
import { faultOfFallback, resolveBackend, type Facet, type Fault } from './setup.js';

const LOADING = { status: 'loading' };

let instances = 0;

/** What leads an element: it has a state, tells of each change, and can be ended. */
export interface Leader<State> {
  readonly state: State;
  subscribe(listener: (state: State, previous: State) => void): () => void;
  stop(): void;
}

/**
 * What all elements share.
 *
 * Owns: finding the backend, the controller (its own, or the one a drop-in hands it), the notice for a page that is set up
 * wrong, styles, wiping fields, and moving focus. Does not own: what a screen shows.
 */
export abstract class MfaElement<
  State extends { readonly status: string },
  Controller extends Leader<State>,
> extends HostElement {
  /** Distinguishes ids of several instances on one page. */
  protected readonly uid = `mfa-${String((instances += 1))}`;
  #own: Controller | undefined;
  #followed: Controller | undefined;
  #unfollow: (() => void) | undefined;
  #fault: Fault | undefined;
  /** Outlives the fallback, which is emptied when the notice takes its place. */
  #fallbackFault: Fault | undefined;
  /** Ends what goes on beside the controller of this element. */
  protected onForget: (() => void) | undefined;
  #focusOn: 'title' | 'field' | undefined;

  /** The backend that the page asked for, once it is found. */
  protected server: MfaBackend | undefined;

  /** The screen for a state. */
  protected abstract renderState(state: State): TemplateResult | typeof nothing;

  /** What of a backend the element can't be without. */
  protected abstract get facet(): Facet;

  /** Makes the controller of an element that has none by a drop-in. */
  protected abstract begin(backend: MfaBackend): Controller;

  /** Has it load what is true. @param again whether the page comes back from the back/forward cache */
  protected abstract load(controller: Controller, again: boolean): void;

  /** The controller of the drop-in that shows this screen. */
  declare flow: Controller | undefined;

  /** @internal */
  get controller(): Controller | undefined {
    return this.flow ?? this.#own;
  }

  /** Goes on with the controller that takes over from this element's own. */
  protected goOnWith(controller: Controller): void {
    this.#own = controller;
    this.#follow(controller);
  }

  /** Every controller begins with loading. */
  protected get state(): State {
    return this.controller?.state ?? (LOADING as unknown as State);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    elements.add(this);
    addEventListener('pagehide', this.#onPageHide);
    addEventListener('pageshow', this.#onPageShow);
    if (this.hasUpdated) this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    elements.delete(this);
    removeEventListener('pagehide', this.#onPageHide);
    removeEventListener('pageshow', this.#onPageShow);
    // A host that moves the element takes it out and puts it back at once: what is under way must survive that.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#follow(undefined);
      this.#forget();
      this.dropKept();
      this.wipe();
    });
  }

  /** Moves focus to the screen's heading, or to its field, once it is there. */
  focusOn(target: 'title' | 'field'): void {
    this.#focusOn = target;
    this.requestUpdate();
  }

  /** Leaves focus, and what was kept of the fallback, to the screen inside. */
  protected leaveTo(screen: LightDomElement & { focusOn(target: 'title' | 'field'): void }): void {
    this.passOn(screen);
    if (this.#focusOn) screen.focusOn(this.#focusOn);
    this.#focusOn = undefined;
  }

  /** Empties every field. */
  wipe(): void {
    for (const input of this.box.querySelectorAll('input')) {
      input.value = '';
      input.checked = false;
    }
  }

  /** What is shown first is shown in the person's language, where that was asked for. */
  protected override scheduleUpdate(): void | Promise<unknown> {
    const coming = interpreter && !this.hasUpdated ? interpreter.coming(this) : undefined;
    return coming ? coming.then(() => super.scheduleUpdate()) : super.scheduleUpdate();
  }

  protected override willUpdate(changed: PropertyValues): void {
    interpreter?.listen(this, this.box);
    if (!this.isConnected) return;
    if (this.hasUpdated && !this.flow && (changed.has('backend') || changed.has('baseUrl'))) this.#forget();
    if (!this.controller) this.#start();
    this.#follow(this.controller);
    this.box.dataset['state'] = this.state.status;
    this.box.dataset['look'] = this.unstyled || this.flow ? 'none' : 'mfa';
    if (!this.unstyled) adopt(this, base);
    // The fallback stays until there is something to put in its place.
    if (!this.composing && (this.#shownFault || this.state.status !== 'loading')) this.takeOver();
  }

  protected override updated(): void {
    const field = this.box.querySelector('input');
    const wanted = this.#focusOn;
    if (field || this.state.status === 'loading') this.handOver(field);
    else if (!this.waiting) this.dropKept();
    if (!wanted || this.waiting) return;
    this.#focusOn = undefined;
    const title = this.box.querySelector<HTMLElement>('[data-part~=title]');
    // Without a field, focus goes to the heading only if it would be lost otherwise.
    const wrong = this.box.querySelector<HTMLElement>('[aria-invalid]') ?? field;
    const target = wanted === 'field' ? (wrong ?? (this.#holdsFocus ? null : title)) : title;
    target?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.#shownFault)
      return this.fallbackForm && (this.composing || this.state.status === 'loading')
        ? nothing
        : this.renderState(this.state);
    return html`<p data-part="notice" role="alert">${fill(words().notSetUp, { service: this.serviceName })}</p>`;
  }

  /** Whether the code of what is to be shown is still on its way. */
  protected get waiting(): boolean {
    return this.state.status === 'loading';
  }

  get #holdsFocus(): boolean {
    const { activeElement } = this.getRootNode() as Document | ShadowRoot;
    return activeElement !== null && this.box.contains(activeElement);
  }

  /** A missing adapter is a fault only once the page has loaded: its script may be on its way. */
  get #shownFault(): Fault | undefined {
    return this.#fault?.mayCome && document.readyState !== 'complete' ? undefined : this.#fault;
  }

  #start(): void {
    this.#fallbackFault ??= faultOfFallback(this.fallbackForm);
    const found = this.#fallbackFault ?? resolveBackend(this, this, this.facet);
    if ('fault' in found) {
      this.#fault = found;
      if (!this.#shownFault) addEventListener('load', () => this.requestUpdate(), { once: true });
      else
        void import('./developer.js')
          .then(({ tell }) => tell(this, found))
          .catch(() => console.error(`mfa-elements: ${found.fault}`));
      return;
    }
    this.#fault = undefined;
    this.server = found;
    this.#own = this.begin(found);
    // An answer that the page brought along is there at once: it must not be told to nobody.
    this.#follow(this.#own);
    this.load(this.#own, false);
  }

  #forget(): void {
    this.#own?.stop();
    this.#own = undefined;
    this.onForget?.();
    this.onForget = undefined;
  }

  #follow(controller: Controller | undefined): void {
    if (controller === this.#followed) return;
    this.#unfollow?.();
    this.#followed = controller;
    this.#unfollow = controller?.subscribe((state, previous) => this.onChange(state, previous));
  }

  /** Follows the controller. */
  protected onChange(_state: State, _previous: State): void {
    this.requestUpdate();
  }

  readonly #onPageHide = (): void => this.wipe();

  /** A page from the back/forward cache shows what was true when it was left: ask again. */
  readonly #onPageShow = (event: PageTransitionEvent): void => {
    if (event.persisted && this.#own) this.load(this.#own, true);
  };
}
