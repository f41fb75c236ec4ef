import { html, LitElement, nothing, type PropertyDeclarations } from 'lit';

/** The same, shown once its server has said what to ask for. */
class LitFormAsking extends LitElement {
  static override properties: PropertyDeclarations = { ways: { state: true } };
  declare ways: readonly { readonly kind: string }[] | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#ask();
  }

  async #ask(): Promise<void> {
    const response = await fetch('/api/auth/mfa/challenge');
    this.ways = ((await response.json()) as { challenge: { offers: { kind: string }[] } }).challenge.offers;
  }

  override render() {
    if (!this.ways?.some(({ kind }) => kind === 'totp')) return nothing;
    return html`<h1>Enter the code from your app</h1>
      <form method="post" action="/in">
        <label for="code">App code</label>
        <input id="code" name="totp" autocomplete="one-time-code" inputmode="numeric" />
        <button>Continue</button>
      </form>`;
  }
}
customElements.define('lit-form-asking', LitFormAsking);
