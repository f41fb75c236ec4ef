/** What every event tells. */
export interface MfaFact {
  /** UTC, by the browser's clock. */
  readonly at: string;
  /** The challenge's handle where the server has one. Not a secret. */
  readonly flow: string | null;
}

export abstract class MfaEvent<Detail extends object = object> extends Event {
  readonly detail: Readonly<Detail & MfaFact>;
  constructor(type: string, flow: string | null, detail: Detail, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
    this.detail = Object.freeze({ at: new Date().toISOString(), flow, ...detail });
  }
}
