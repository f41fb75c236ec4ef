import { interpreter } from './catalogue.js';

/** Several in a row, in the language that is spoken. */
export const list = (items: readonly string[]): string =>
  new Intl.ListFormat(interpreter?.language ?? 'en', { type: 'conjunction' }).format(items);
