import events from '../../docs/events-and-audit.md?raw';
import look from '../../docs/look.md?raw';
import readme from '../../README.md?raw';

/** What is written once, and shown in Storybook too. */
const documents = { readme, look, events };

/** What a document says under a heading, up to the next one. */
export function section(document: keyof typeof documents, heading: string): string {
  const [, text] = documents[document].split(new RegExp(`^#+ ${heading}$`, 'm'));
  if (text === undefined) throw new Error(`The document "${document}" has no heading "${heading}".`);
  // Links of the repository lead nowhere from here.
  return (text.split(/^#+ /m)[0] ?? '').replaceAll(/\[([^\]]*)\]\((?!https:)[^)]*\)/g, '$1');
}
