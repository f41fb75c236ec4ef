import readme from '../../README.md?raw';

/** What the README says under a heading, up to the next one: written once, shown twice. */
export function section(heading: string): string {
  const [, text] = readme.split(new RegExp(`^#+ ${heading}$`, 'm'));
  if (text === undefined) throw new Error(`The README has no heading "${heading}".`);
  return text.split(/^#+ /m)[0] ?? '';
}
