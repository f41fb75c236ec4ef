/** Puts a page's own words in the place of ours. */
export { setWords } from './i18n/interpreter.js';
export type { Name, SomeWords, WordsOf } from './i18n/words.js';
