import { codesDocument, type CodesDocument, type DocumentFacts } from '../core/codes-document.js';
import { longDate } from './format.js';
import { backupCodes } from './messages/backup-codes.js';

/** What goes on paper, into the file and into the clipboard, in the page's language. */
export const documentOf = (facts: DocumentFacts, language: string | undefined): CodesDocument =>
  codesDocument(facts, { ...backupCodes.document, date: (at) => longDate(at, language) });
