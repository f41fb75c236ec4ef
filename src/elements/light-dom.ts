import { LitElement } from 'lit';

/** Text, caret and focus of a field that stood in the page before the script. */
interface Kept {
  readonly value: string;
  readonly start: number | null;
  readonly end: number | null;
  readonly focused: boolean;
}

/** The script may come when a composition has begun: each key of it tells. */
const COMPOSITION = ['compositionstart', 'compositionupdate', 'compositionend'] as const;

/**
 * A Lit element that renders into the light DOM and survives its host.
 *
 * Owns: the box it renders into, putting it back when a host's renderer drops it, and taking over fallback HTML without
 * losing a key. Does not own: what is rendered.
 *
 * Why a box: a host's text child, or a framework's hydration, deletes Lit's markers when they stand in the element itself.
 * Why the host's own children stay, emptied and hidden: React throws when a node that it made is gone.
 */
export abstract class LightDomElement extends LitElement {
  readonly #box = document.createElement('div');
  readonly #guard = new MutationObserver(() => this.#tidy());
  #tookOver = false;
  #composing = false;
  #kept: Kept | undefined;

  protected get box(): HTMLElement {
    return this.#box;
  }

  protected override createRenderRoot(): HTMLElement {
    this.#box.dataset['part'] = 'box';
    return this.#box;
  }

  override connectedCallback(): void {
    this.append(this.#box);
    this.#guard.observe(this, { childList: true });
    for (const type of COMPOSITION) this.addEventListener(type, this.#onComposition);
    super.connectedCallback();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#guard.disconnect();
    for (const type of COMPOSITION) this.removeEventListener(type, this.#onComposition);
  }

  /** The form that the page brought along, before it is taken over. */
  protected get fallbackForm(): HTMLFormElement | null {
    const form = this.#tookOver ? null : this.querySelector('form');
    return form && !this.#box.contains(form) ? form : null;
  }

  /** Whether an input method is at work in the fallback: copying its text then would double what it commits. */
  protected get composing(): boolean {
    return this.#composing && !this.#tookOver;
  }

  readonly #onComposition = ({ type }: Event): void => {
    this.#composing = type !== 'compositionend';
    if (!this.#composing) this.requestUpdate();
  };

  /** Empties the fallback and remembers what was typed. In the update that first shows a form: no key falls between. */
  protected takeOver(): void {
    if (this.#tookOver) return;
    const input = this.querySelector<HTMLInputElement>('input:not([type=hidden])');
    if (input && !this.#box.contains(input)) {
      this.#kept = {
        value: input.value,
        start: input.selectionStart,
        end: input.selectionEnd,
        focused: input === document.activeElement,
      };
    }
    this.#tookOver = true;
    this.#tidy();
  }

  /** Puts text, caret and focus into the new field. */
  protected handOver(input: HTMLInputElement | null): void {
    const kept = this.#kept;
    if (!kept || !input) return;
    this.#kept = undefined;
    input.value = kept.value;
    if (kept.focused) {
      input.focus({ preventScroll: true });
      input.setSelectionRange(kept.start, kept.end);
    }
  }

  /** Leaves what was kept to the screen inside, whose field it belongs in. */
  protected passOn(to: LightDomElement): void {
    if (!this.#kept) return;
    to.#kept = this.#kept;
    this.#kept = undefined;
    to.requestUpdate();
  }

  /** Forgets what was kept: there is no field for it. */
  protected dropKept(): void {
    this.#kept = undefined;
  }

  #tidy(): void {
    if (!this.isConnected) return;
    if (this.#box.parentNode !== this) this.append(this.#box);
    if (!this.#tookOver) return;
    for (const node of this.childNodes) {
      if (node === this.#box) continue;
      if (node instanceof HTMLElement) {
        if (node.hidden && !node.hasChildNodes()) continue;
        node.replaceChildren();
        node.hidden = true;
      } else if (node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim()) node.nodeValue = '';
    }
  }
}
