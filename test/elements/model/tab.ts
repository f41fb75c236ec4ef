import type { ReactiveElement } from '@lit/reactive-element';
import * as Events from '../../../src/elements/events.js';
import type { MfaEvent } from '../../../src/elements/events.js';

/** An event of the elements, as a host hears it. */
export interface Heard {
  readonly type: string;
  readonly flow: string | null;
  /** All of it, but for when it was. */
  readonly detail: string;
  readonly at: number;
}

const EVENT_NAMES = Object.values(Events).flatMap((one) =>
  'eventName' in one && typeof one.eventName === 'string' ? [one.eventName] : [],
);

/** What a person can press, tick or follow. */
const CONTROLS = 'button, a[href], summary, input[type=checkbox], input[type=radio]';
const FIELDS = 'input[type=text], input[type=password], input:not([type])';

/** A tab of the person's browser: one element on a page of its own. */
export class Tab {
  readonly page = document.createElement('section');
  /** What the element told since the last command. */
  heard: Heard[] = [];
  /** How often something was pressed in the command that is under way. */
  presses = 0;
  /** What was typed, sent and taken: it opens nothing any more. */
  readonly taken = new Set<string>();
  /** Whether the person's focus is in the element. */
  isTouched = false;
  element!: ReactiveElement;
  #left: HTMLElement | null = null;
  /** How many secrets it may still send for the last gesture. */
  allowance = 0;

  constructor(into: Element, tell: (heard: Heard) => void) {
    for (const name of EVENT_NAMES) {
      this.page.addEventListener(name, (event) => {
        // Nobody leaves the page: what the host would do then is another page's.
        event.preventDefault();
        const { flow, ...detail } = (event as MfaEvent).detail;
        const heard = { type: name, flow, detail: JSON.stringify({ ...detail, at: null }), at: Date.now() };
        this.heard.push(heard);
        tell(heard);
      });
    }
    this.page.addEventListener('click', (event) => {
      if ((event.target as Element).closest('a[href]')) event.preventDefault();
    });
    this.page.addEventListener('submit', (event) => event.preventDefault());
    into.append(this.page);
  }

  /** A tab in the background takes no focus, and keeps what it had. */
  set isInFront(is: boolean) {
    if (!is && this.holdsFocus) this.#left = document.activeElement as HTMLElement;
    this.page.inert = !is;
    if (!is) return;
    this.#left?.focus();
    this.isTouched = this.holdsFocus;
    this.#left = null;
  }

  /** A command begins. */
  begin(): void {
    this.heard = [];
    this.presses = 0;
  }

  /** Puts the element on the page, as loading the page does. */
  open(element: ReactiveElement): void {
    this.isTouched = false;
    this.taken.clear();
    this.heard = [];
    this.element = element;
    this.page.append(element);
  }

  focus(control: HTMLElement | undefined): void {
    if (!control) return;
    control.focus();
    this.isTouched = true;
  }

  /** Most browsers move focus to what is clicked. */
  press(control: HTMLElement | undefined): void {
    this.focus(control);
    this.presses += 1;
    control?.click();
  }

  /** Puts a text into a field as typing does. */
  type(field: HTMLInputElement, text: string): void {
    this.taken.delete(text);
    this.focus(field);
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  get controls(): HTMLElement[] {
    return this.#enabled(CONTROLS);
  }

  get fields(): HTMLInputElement[] {
    return this.#enabled<HTMLInputElement>(FIELDS);
  }

  /** Whether nothing can be done but wait. */
  get isStuck(): boolean {
    return !this.controls.some((one) => !one.hasAttribute('aria-busy') && one.localName !== 'summary');
  }

  /** The states of all machines on the page, from the outside in. */
  get states(): string[] {
    return [...this.page.querySelectorAll<HTMLElement>('[data-part=box]')].map(
      ({ dataset, parentElement }) => `${parentElement?.localName ?? ''} ${dataset['state'] ?? ''}`,
    );
  }

  get holdsFocus(): boolean {
    const { activeElement } = document;
    return activeElement !== null && activeElement !== this.page && this.page.contains(activeElement);
  }

  /** Whether a screen is there that can hold focus, with its heading. One that is on its way takes it once it is there. */
  get canHoldFocus(): boolean {
    const isComing = this.states.some((state) => state.endsWith(' loading'));
    return !isComing && this.#enabled('h2, h3').length > 0;
  }

  #enabled<E extends HTMLElement = HTMLElement>(selector: string): E[] {
    return [...this.page.querySelectorAll<E>(selector)].filter(
      (one) => !one.matches(':disabled, [aria-disabled=true]') && one.checkVisibility(),
    );
  }
}
