import { codesDocument, type CodesDocument, type DocumentFacts } from '../core/codes-document.js';
import { fill, interpreter } from './catalogue.js';
import { longDate } from './format.js';
import { backupCodes } from './messages/backup-codes.js';

/** What goes on paper, into the file and into the clipboard, in the page's language. */
export function documentOf(facts: DocumentFacts, language: string | undefined): CodesDocument {
  if (language !== undefined) interpreter?.speak(language);
  const words = backupCodes().document;
  return codesDocument(facts, {
    title: (service) => fill(words.title, { service }),
    made: (date) => fill(words.made, { date }),
    set: (id) => fill(words.set, { id }),
    use: words.use,
    renew: (address) => fill(words.renew, { address }),
    never: words.never,
    date: (at) => longDate(at, language),
  });
}
