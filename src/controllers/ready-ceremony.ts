import { problemOf, type MfaProblem } from '../core/errors.js';
import type { Ceremony } from '../ports/backend.js';

export interface CeremonySource<Options> {
  readonly begin: () => Promise<Ceremony<Options>>;
  /** Whether one is asked for now. */
  readonly isWanted: () => boolean;
  readonly onReady: () => void;
  readonly onFailure: (problem: MfaProblem) => void | Promise<void>;
}

/**
 * A WebAuthn ceremony that is ready before the click, since nothing may be awaited between the click and the browser's dialog
 * (Safari wants the gesture). Owns: that there is one at most, for one use, and a new one when it grows too old.
 */
export class ReadyCeremony<Options> {
  readonly #source: CeremonySource<Options>;
  #ready: Ceremony<Options> | undefined;
  #preparing: Promise<void> | undefined;
  #stale: ReturnType<typeof setTimeout> | undefined;
  #round = 0;

  constructor(source: CeremonySource<Options>) {
    this.#source = source;
  }

  /** Whether a click opens the dialog. */
  get ready(): boolean {
    return this.#ready !== undefined;
  }

  /** Gets a ceremony, if there is none and one is asked for. */
  async prepare(): Promise<void> {
    if (this.#ready || !this.#source.isWanted()) return;
    await (this.#preparing ??= this.#begin());
  }

  /** Takes one that came another way. */
  put(made: Ceremony<Options>): void {
    this.drop();
    this.#keep(made);
  }

  /** The ceremony, for one use. */
  take(): Ceremony<Options> | undefined {
    const taken = this.#ready;
    this.drop();
    return taken;
  }

  /** Lets go of the one at hand, and of one that is on its way. */
  drop(): void {
    this.#round += 1;
    this.#ready = this.#preparing = undefined;
    clearTimeout(this.#stale);
  }

  async #begin(): Promise<void> {
    const { begin, isWanted, onFailure } = this.#source;
    const round = this.#round;
    const isMeant = (): boolean => round === this.#round && isWanted();
    const over = (): void => {
      if (round === this.#round) this.#preparing = undefined;
    };
    try {
      const made = await begin();
      over();
      if (isMeant()) this.#keep(made);
    } catch (error) {
      over();
      // Where the person has gone to another way, it is nobody's trouble.
      if (isMeant()) await onFailure(problemOf(error));
    }
  }

  #keep(made: Ceremony<Options>): void {
    this.#ready = made;
    this.#expire(made);
    this.#source.onReady();
  }

  /** The server's instant against this browser's clock: a clock that is wrong makes a ceremony old too soon or refused, never more. */
  #expire({ expiresAt }: Ceremony<Options>): void {
    if (expiresAt === 'unknown') return;
    const left = Math.max(expiresAt - Date.now(), SOONEST);
    if (left > LATEST) return;
    this.#stale = setTimeout(() => {
      this.drop();
      void this.prepare();
    }, left);
  }
}

const SOONEST = 30_000;
/** Longer than any ceremony lives, and within what a timer can count. */
const LATEST = 3_600_000;
