import type { Instant } from '../core/factor.js';
import { LONGEST_TIMER } from './calls.js';

/** Tells when the page has been in the background for a while: then what is secret on it is to be masked. */
export class Masking {
  readonly #mask: () => void;
  readonly #now: () => Instant;
  #hiddenAt: Instant | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(mask: () => void, now: () => Instant) {
    this.#mask = mask;
    this.#now = now;
  }

  /** The page went to the background, or came back. */
  away(isHidden: boolean, afterSeconds: number): void {
    clearTimeout(this.#timer);
    const after = afterSeconds * 1000;
    if (isHidden) {
      this.#hiddenAt ??= this.#now();
      if (after <= LONGEST_TIMER) this.#timer = setTimeout(this.#mask, after);
      return;
    }
    // Browsers slow timers down in the background, or stop them.
    if (this.#hiddenAt !== null && this.#now() - this.#hiddenAt >= after) this.#mask();
    this.#hiddenAt = null;
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
