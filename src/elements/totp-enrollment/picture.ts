type Draw = (text: string, name: string) => Element;

/** What draws the picture: fetched while the person reads, so that it is there when the key is. */
export class Picture {
  readonly #changed: () => void;
  #draw: Draw | undefined;
  #isMissing = false;
  #isComing = false;

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get draw(): Draw | undefined {
    return this.#draw;
  }

  /** Whether it did not come. */
  get isMissing(): boolean {
    return this.#isMissing;
  }

  fetch(): void {
    if (this.#draw || this.#isComing) return;
    this.#isComing = true;
    this.#isMissing = false;
    void import('../../platform/qr.js')
      .then(({ drawQr }) => {
        this.#draw = drawQr;
      })
      .catch(() => {
        this.#isMissing = true;
      })
      .then(() => {
        this.#isComing = false;
        this.#changed();
      });
  }
}
