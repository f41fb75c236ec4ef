/** One sentence, or a form of it for each plural category of its language. `{name}` is a slot; `{count}` chooses the form. */
export type Message = string | Plural;

/** The forms of a sentence, by the categories of `Intl.PluralRules`. English has `one` and `other`. */
export type Plural = { readonly [Category in Intl.LDMLPluralRule]?: string };

/** Sentences by name. */
export interface Words {
  readonly [name: string]: Message | Words;
}

/** The same sentences in another language: its own plural forms, no name less and none more. */
export type Translated<English> = English extends string
  ? string
  : English extends { readonly other: string }
    ? Plural
    : { readonly [Name in keyof English]: Translated<English[Name]> };

type SlotsIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | SlotsIn<Rest> : never;
type FormsOf<Sentence> = Sentence extends string ? Sentence : Sentence[keyof Sentence];
type Slots<Sentence> = { readonly [Name in SlotsIn<FormsOf<Sentence>>]: string | number } & (Sentence extends string
  ? unknown
  : { readonly count: number });

/** What fills the slots of a sentence. */
export type Values = Readonly<Record<string, string | number>>;

/** What speaks other languages. It comes with the first of them: a page in English loads none of it. */
export interface Interpreter {
  /** The words of a screen in the language that is spoken now. */
  words(name: string, english: Words): Words;
  /** A sentence of that language with its slots filled. */
  fill(sentence: Message, values: Values): string;
  /** The language of what is spoken now. */
  readonly language: string;
  /** The language in which an element speaks. */
  languageOf(element: Element): string;
  /** From here on, what is said is said in an element's language. @param box what it renders into */
  listen(element: Element, box: HTMLElement): void;
  /** From here on, what is said is said in a language. */
  speak(language: string): void;
  /** While words are on their way, for an element that has none yet or for those that are here. */
  coming(element?: Element): Promise<unknown> | undefined;
  /** The words of one more screen will be asked for. */
  expect(): void;
}

/** What speaks other languages, once it is here. */
export let interpreter: Interpreter | undefined;

/** The screens whose code is here. */
export const expected: string[] = [];

/** Leaves what is said to an interpreter from here on. */
export function engage(found: Interpreter): void {
  interpreter = found;
}

/**
 * The words of a screen. Called while an element renders, they come in the language of that element.
 */
/* @__NO_SIDE_EFFECTS__ */
export function catalogue<const English extends Words>(name: string, english: English): () => English {
  expected.push(name);
  interpreter?.expect();

  return () => (interpreter?.words(name, english) ?? english) as English;
}

/** A slot, with its name. */
export const SLOT = /{(\w+)}/g;

/** By these a name would turn the sentence around it. */
export const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** A sentence with its slots filled. */
export function fill<const Sentence extends Message>(sentence: Sentence, slots: Slots<Sentence>): string {
  const values: Values = slots;
  if (interpreter) return interpreter.fill(sentence, values);
  const text = typeof sentence === 'string' ? sentence : sentence[values['count'] === 1 ? 'one' : 'other'];
  return (text ?? '').replace(SLOT, (_, name: string) => String(values[name])).replace(TURNS, '');
}
