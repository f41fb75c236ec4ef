import { html, nothing, type TemplateResult } from 'lit/html.js';
import { common } from '../i18n/messages/common.js';
import { alert, primary, status } from './fragments/parts.js';

/** The screens inside an element whose code comes later, or does not come. */
export class LaterScreens<Name extends string> {
  readonly #loads: Readonly<Record<Name, () => Promise<unknown>>>;
  readonly #changed: () => void;
  readonly #missing = new Set<Name>();

  constructor(loads: Readonly<Record<Name, () => Promise<unknown>>>, changed: () => void) {
    this.#loads = loads;
    this.#changed = changed;
  }

  /**
   * Nothing, once the code of a screen is here; else that it is on its way, or a way to ask for it again.
   * @param out the way back from a screen that may never come
   */
  instead(name: Name, tag: string, out: TemplateResult | typeof nothing = nothing): TemplateResult | undefined {
    if (customElements.get(tag)) return undefined;
    if (this.#missing.has(name)) {
      return html`<div data-part="screen">
        ${alert('mfa-missing', common().notLoaded)}
        ${primary('retry', common().tryAgain, () => {
          this.#missing.delete(name);
          this.#changed();
        })}
        ${out}
      </div>`;
    }
    const load = this.#loads[name];
    void load()
      .catch(() => this.#missing.add(name))
      .then(this.#changed);
    return html`<div data-part="screen">${status(common().loading)} ${out}</div>`;
  }
}
