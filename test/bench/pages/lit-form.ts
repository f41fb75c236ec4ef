import { html, LitElement } from 'lit';

/** The least that a form made by lit is: what everything made by lit weighs anyway. */
class LitForm extends LitElement {
  override render() {
    return html`<h1>Enter the code from your app</h1>
      <form method="post" action="/in">
        <label for="code">App code</label>
        <input id="code" name="totp" autocomplete="one-time-code" inputmode="numeric" />
        <button>Continue</button>
      </form>`;
  }
}
customElements.define('lit-form', LitForm);
