import { Virtual } from '@guidepup/virtual-screen-reader/browser.js';

/** What a simulated screen reader says of a page. Words that no screen reader says for a paragraph are left out. */

const SILENT = /^((end of )?(paragraph|generic)|end of listitem.*)$/;
/** A region that was emptied is no news. */
const EMPTIED = /^(polite|assertive):\s*$/;

const tidy = (phrase: string): string => phrase.replaceAll(/\s+/g, ' ').trim();
const END = 'end of main';

/** A button or link is said by its name; the simulator then goes through what it is made of, which no screen reader does. */
function isInsideOne(all: readonly string[], at: number): boolean {
  const open = all
    .slice(0, at)
    .findLast((phrase) => all.indexOf(`end of ${phrase}`) >= at && /^(button|link), /.test(phrase));
  return open !== undefined;
}

/** Reads a page from its top to its end, and holds the places that it came by. */
export class Reading {
  readonly phrases: readonly string[];
  readonly #places: readonly (readonly [phrase: string, node: Node | null])[];

  private constructor(places: readonly (readonly [phrase: string, node: Node | null])[]) {
    this.#places = places;
    const all = places.map(([phrase]) => phrase).filter((phrase) => phrase !== '' && !SILENT.test(phrase));
    this.phrases = all.filter((_, at) => !isInsideOne(all, at));
  }

  static async of(page: HTMLElement): Promise<Reading> {
    const reader = new Virtual();
    await reader.start({ container: page });
    const places: [string, Node | null][] = [];
    for (let phrase = ''; phrase !== END; await reader.next()) {
      phrase = tidy(await reader.lastSpokenPhrase());
      places.push([phrase, reader.activeNode]);
    }
    await reader.stop();
    // The page itself is the same everywhere.
    return new Reading(places.slice(1, -1));
  }

  /** The one place with this role and name, as they are said. Throws where there is none, or more than one. */
  place(role: string, name: string): HTMLElement {
    const start = `${role}, ${name}`;
    const found = this.#places.filter(([phrase]) => phrase === start || phrase.startsWith(`${start}, `));
    const [[, node] = ['', null]] = found;
    if (found.length !== 1 || !(node instanceof HTMLElement))
      throw new Error(`“${start}” is said ${String(found.length)} times among: ${this.phrases.join(' | ')}`);
    return node;
  }
}

/** Hears what is said by itself: where the focus goes, and what live regions say. */
export class Listening {
  readonly #reader = new Virtual();

  /** Begins before the page is there: what stands in a region from the start is no news to who comes later. */
  async start(page: HTMLElement): Promise<void> {
    await this.#reader.start({ container: page });
    await this.#reader.clearSpokenPhraseLog();
  }

  /** What was said since the last time. A region that changes in several steps says the same words once. */
  async heard(): Promise<readonly string[]> {
    const log = (await this.#reader.spokenPhraseLog()).map(tidy);
    await this.#reader.clearSpokenPhraseLog();
    return log.filter((phrase, at) => !EMPTIED.test(phrase) && phrase !== '' && phrase !== log[at - 1]);
  }

  stop(): Promise<void> {
    return this.#reader.stop();
  }
}
