import { elements } from '../ports/registry.js';
import {
  engage,
  expected,
  interpreter as engaged,
  SLOT,
  TURNS,
  type Interpreter,
  type Plural,
  type Words,
} from './catalogue.js';
import { FILES, type File } from './files.js';
import { directionOf, canonical, isMeantFor, isSameLanguage, match } from './match.js';
import { over } from './over.js';
import type { Name, SomeWords } from './words.js';

type Catalogues = Readonly<Record<string, Words>>;
type Loads = Readonly<Partial<Record<File, () => Promise<object>>>>;

/** A locale whose first words are here. Its other files come with the screens that need them. */
interface Locale {
  readonly words: Map<string, Words>;
  readonly loads: Loads;
}

/** An `import()` has no end of its own: after so many milliseconds the screen is shown in English, and changes when it comes. */
const PATIENCE = 3_000;

const ENGLISH = 'en';
const locales = new Map<string, Locale>();
/** Locales that a page may come to need, and how they are fetched. */
const offered = new Map<string, () => Promise<unknown>>();
/** What pages have put in the place of our words. */
const replaced = new Map<string, Catalogues>();
/** What is on its way, by locale. */
const pending = new Map<string, Set<Promise<unknown>>>();
const asked = new Set<string>();
const inUse = new Set<string>();
/** In which language each element spoke last. */
const last = new WeakMap<Element, string>();
const watched = new WeakSet<Node>();
const cache = new Map<string, Words>();
let spoken = ENGLISH;

/** What there is to read for a language. What a page says for one region alone is for no other. */
const find = (wanted: string): string | undefined =>
  match(wanted, [
    ...locales.keys(),
    ...offered.keys(),
    ...[...replaced.keys()].filter((tag) => isMeantFor(tag, wanted)),
  ]);

/** The language of the page around an element, shadow trees included; English where none is known. */
function wantedBy(element: Element): string {
  for (let node: Element | undefined = element; node;) {
    const found: Element | null = node.closest('[lang]');
    if (found) return canonical(found.getAttribute('lang') ?? '') ?? ENGLISH;
    const root: Node = node.getRootNode();
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
  return ENGLISH;
}

/** What is spoken where a language is wanted: that one, or English. */
function spokenFor(wanted: string): string {
  const tag = find(wanted);
  if (tag === undefined) return isSameLanguage(wanted, ENGLISH) ? wanted : ENGLISH;
  return isSameLanguage(tag, wanted) ? wanted : tag;
}

/** Whether something of a language is on its way. */
function isComing(language: string): boolean {
  const tag = find(language);
  return tag !== undefined && pending.has(tag);
}

function wait(tag: string, load: () => Promise<unknown>): void {
  const all = pending.get(tag) ?? new Set();
  pending.set(tag, all);
  // What doesn't come is said in English.
  const one: Promise<unknown> = load()
    .catch(() => undefined)
    .then(() => {
      all.delete(one);
      if (all.size === 0) pending.delete(tag);
      refresh();
    });
  all.add(one);
}

/** Has fetched, once, what the screens on the page need of a locale. */
function use(tag: string): void {
  inUse.add(tag);
  const locale = locales.get(tag);
  if (!locale) {
    const load = offered.get(tag);
    if (load && !asked.has(tag)) wait(tag, load);
    asked.add(tag);
    return;
  }
  for (const name of expected) {
    const file: File | undefined = FILES[name as Name];
    const load = locale.loads[file];
    if (!load || asked.has(`${tag}/${file}`)) continue;
    asked.add(`${tag}/${file}`);
    wait(tag, async () => {
      for (const [own, words] of Object.entries(await load())) locale.words.set(own, words as Words);
    });
  }
}

/** Everything is said anew, where it would be said otherwise. */
function refresh(): void {
  cache.clear();
  for (const element of elements) element.requestUpdate();
}

function observe(element: Element): void {
  for (let node: Element | undefined = element; node;) {
    const root: Node = node.getRootNode();
    observer ??= new MutationObserver(lookAgain);
    if (!watched.has(root)) observer.observe(root, { subtree: true, attributeFilter: ['lang'] });
    watched.add(root);
    node = root instanceof ShadowRoot ? root.host : undefined;
  }
}

/** Made with the first element: a server that imports a language has no page to watch. */
let observer: MutationObserver | undefined;

function lookAgain(): void {
  for (const element of elements)
    if (last.has(element) && languageOf(element) !== last.get(element)) element.requestUpdate();
}

/** What is said already stays, while the words of another language are on their way. */
function languageOf(element: Element): string {
  const wanted = wantedBy(element);
  const tag = find(wanted);
  if (tag !== undefined) use(tag);
  const before = last.get(element);
  return before !== undefined && isComing(wanted) ? before : spokenFor(wanted);
}

/** What was announced in one language is not announced again in another. */
function hush(box: HTMLElement): void {
  const regions = [...box.querySelectorAll('[role=status], [role=alert]')];
  for (const region of regions) region.setAttribute('aria-live', 'off');
  setTimeout(() => {
    for (const region of regions) region.removeAttribute('aria-live');
  }, 500);
}

const interpreter: Interpreter = {
  get language() {
    return spoken;
  },
  languageOf,
  words(name, english) {
    const key = `${spoken} ${name}`;
    const found = cache.get(key) ?? translate(name, english);
    cache.set(key, found);
    return found;
  },
  fill(sentence, values) {
    const forms: Plural = typeof sentence === 'string' ? { other: sentence } : sentence;
    const text = forms[new Intl.PluralRules(spoken).select(Number(values['count'] ?? 0))] ?? forms.other ?? '';
    return text.replace(SLOT, (_, name: string) => write(values[name] ?? ''));
  },
  speak(language) {
    spoken = language;
  },
  listen(element, box) {
    observe(element);
    spoken = languageOf(element);
    const before = last.get(element);
    if (before !== undefined && before !== spoken) hush(box);
    last.set(element, spoken);
    box.lang = spoken;
    box.dir = directionOf(spoken);
  },
  coming(element) {
    if (element) languageOf(element);
    const all = [...inUse].flatMap((tag) => [...(pending.get(tag) ?? [])]);
    if (all.length === 0) return undefined;
    // A locale that has come may have files of its own to fetch.
    const done = Promise.all(all).then(() => interpreter.coming(element));
    return Promise.race([done, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  },
  expect() {
    for (const tag of inUse) use(tag);
  },
};

/** Numbers as the language writes them. What stands in a slot turns nothing around it. */
function write(value: string | number): string {
  if (typeof value === 'number') return value.toLocaleString(spoken);
  const text = value.replace(TURNS, '');
  return directionOf(spoken) === 'rtl' ? `\u2068${text}\u2069` : text;
}

function translate(name: string, english: Words): Words {
  const tag = match(spoken, [...locales.keys()]);
  const own = tag === undefined ? undefined : locales.get(tag)?.words.get(name);
  const theirs = [...replaced].flatMap(([one, words]) => (words[name] && isMeantFor(one, spoken) ? [words[name]] : []));
  return [own, ...theirs].reduce<Words>((words, more) => (more ? over(words, more) : words), english);
}

function begin(): void {
  if (!engaged) engage(interpreter);
  refresh();
}

/** Makes a locale known, with the words that the first screen needs. Called by each locale's own module. */
export function registerLocale(tag: string, first: object, loads: Loads): void {
  if (!locales.has(tag)) locales.set(tag, { words: new Map(Object.entries(first as Catalogues)), loads });
  if (inUse.has(tag)) use(tag);
  begin();
}

/** Has each locale fetched where the page's language asks for it. */
export function offerLocales(loads: Readonly<Record<string, () => Promise<unknown>>>): void {
  for (const [tag, load] of Object.entries(loads)) offered.set(tag, load);
  // Before there is an element, so that the words are here with it. On a server there is no page to speak for.
  const tag = typeof Document === 'undefined' ? undefined : find(document.documentElement.lang);
  if (tag !== undefined) use(tag);
  begin();
}

/**
 * Puts a page's own words in the place of ours, in one language: some, or all of a language that is not among ours.
 *
 * @param tag the language, as in `lang`: `de` is for all German, `de-CH` for Switzerland alone
 * @param words by catalogue and name, with the same slots; what is left out stays
 */
export function setWords(tag: string, words: SomeWords): void {
  const name = canonical(tag);
  if (name === undefined) throw new TypeError(`"${tag}" is no language.`);
  replaced.set(name, over(replaced.get(name) ?? {}, words) as Catalogues);
  begin();
}
