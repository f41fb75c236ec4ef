import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { STATES } from '../../src/testing/states/index';
import { elementList, elementPages } from './element-pages';
import { readEventDetails } from './event-details';
import { frameworkFiles } from './frameworks';
import { read, readElements, ROOT } from './manifest';

const LIST = /(?<=<!-- elements -->\n)[^]*?(?=<!-- \/elements -->)/;

/** Everything that is made from the JSDoc of the elements, as it has to stand in the repository. */
export async function madeFiles(): Promise<ReadonlyMap<string, string>> {
  const elements = readElements();
  const styles = readdirSync(new URL('src/styles', ROOT)).map((file) => read(`src/styles/${file}`));
  const pages = elementPages({ elements, details: readEventDetails(), states: STATES, styles: styles.join('\n') });
  const files = new Map([...pages].map(([name, text]) => [`docs/elements/${name}`, text]));
  files.set('README.md', withList(read('README.md'), elementList(elements, 'docs/elements/')));
  for (const [name, text] of frameworkFiles(elements)) files.set(name, text);
  const options = await resolveConfig(fileURLToPath(new URL('README.md', ROOT)));
  const made = [...files].map(
    async ([name, text]) => [name, await format(text, { ...options, filepath: name })] as const,
  );
  return new Map(await Promise.all(made));
}

function withList(readme: string, list: string): string {
  if (!LIST.test(readme)) throw new Error('The README has no place for the list of elements.');
  return readme.replace(LIST, () => `\n${list}\n\n`);
}
