import { ReactiveElement, type PropertyValues } from '@lit/reactive-element';
import { render, type nothing, type TemplateResult } from 'lit/html.js';

/** What tells of an input method in the fallback, and of the focus. */
const SIGNS = ['input', 'keydown', 'compositionstart', 'compositionend', 'focusin', 'focusout'] as const;

/**
 * An element that renders with Lit into the light DOM and survives its host. It has a root of its own to render into, so of what
 * `LitElement` adds it needs one line.
 *
 * Owns: the box it renders into, putting it back when a host's renderer drops it, and taking over fallback HTML without
 * losing a key. Does not own: what is rendered.
 *
 * Why a box: a host's text child, or a framework's hydration, deletes Lit's markers when they stand in the element itself.
 * Why the host's own children stay, emptied and hidden: React throws when a node that it made is gone.
 */
export abstract class LightDomElement extends ReactiveElement {
  protected readonly box: HTMLElement = document.createElement('div');
  readonly #guard = new MutationObserver(() => this.#tidy());
  #tookOver = false;
  #composing: boolean | undefined;
  /** What holds the focus, or held it when it was taken out. */
  #focused: HTMLElement | null | undefined;
  /** The field that stood in the page before the script. */
  #kept: HTMLInputElement | null | undefined;

  protected override createRenderRoot(): HTMLElement {
    this.box.dataset['part'] = 'box';
    return this.box;
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    render(this.render(), this.box);
  }

  /** What stands in the box. */
  protected abstract render(): TemplateResult | typeof nothing;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#tidy();
    this.#guard.observe(this, { childList: true });
    for (const type of SIGNS) this.addEventListener(type, this.#onSign);
  }

  /** The form that the page brought along, before it is taken over. */
  protected get fallbackForm(): HTMLFormElement | null {
    return this.#find('form');
  }

  /**
   * Whether an input method is at work in the fallback: copying its text then would double what it commits. One that began
   * before the script has told nothing yet. A field with focus and other characters than codes have may hold its text.
   */
  protected get composing(): boolean {
    return (
      !this.#tookOver && (this.#composing ?? /[^ -~]/.test(this.#find<HTMLInputElement>('input:focus')?.value ?? ''))
    );
  }

  /** The first of the page's own elements that matches, before they are taken over. */
  #find<Found extends Element>(selector: string): Found | null {
    const found = this.#tookOver ? null : this.querySelector<Found>(selector);
    return this.box.contains(found) ? null : found;
  }

  readonly #onSign = ({ type, target, isComposing }: Event & { isComposing?: boolean }): void => {
    this.#composing = isComposing ?? type === 'compositionstart';
    // Chromium tells of a field that a host drops, just before; and of a composition that ends because the focus goes.
    queueMicrotask(() => {
      if (this.contains(target as Node)) this.#focused = this.querySelector<HTMLElement>(':focus');
      if (!this.#tookOver) this.requestUpdate();
    });
  };

  /** Empties the fallback and remembers what was typed. In the update that first shows a form: no key falls between. */
  protected takeOver(): void {
    this.#kept ??= this.#find('input:not([type=hidden])');
    this.#focused ??= this.#find('input:focus');
    this.#tookOver = true;
    this.#tidy();
  }

  /** Puts text, caret and focus into the new field. */
  protected handOver(input: HTMLInputElement | null): void {
    const kept = this.#kept;
    if (!kept || !input) return;
    input.value = kept.value;
    if (this.#focused === kept) {
      input.focus({ preventScroll: true });
      input.setSelectionRange(kept.selectionStart, kept.selectionEnd);
    }
    this.dropKept();
  }

  /** Leaves what was kept to the screen inside, whose field it belongs in. */
  protected passOn(to: LightDomElement): void {
    if (!this.#kept) return;
    to.#kept = this.#kept;
    to.#focused = this.#focused;
    this.#kept = null;
    to.requestUpdate();
  }

  /** Forgets what was kept: there is no field for it. */
  protected dropKept(): void {
    // A framework may hold on to its node.
    if (this.#kept) this.#kept.value = '';
    this.#kept = null;
  }

  /** A fallback stays as the page's server wrote it until it is taken over: a framework may be about to hydrate it. */
  #tidy(): void {
    if (this.fallbackForm) return;
    if (!this.contains(this.box)) {
      this.append(this.box);
      this.#focused?.focus({ preventScroll: true });
    }
    if (!this.#tookOver) return;
    for (const node of this.childNodes) {
      if (node === this.box) continue;
      if (node instanceof HTMLElement) {
        node.replaceChildren();
        node.hidden = true;
      } else if (node instanceof Text && node.data) {
        node.data = '';
        this.#guard.observe(node, { characterData: true });
      }
    }
  }
}
