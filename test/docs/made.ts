import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { STATES } from '../../src/testing/states/index';
import { conformance } from './accessibility';
import { dependencyPage } from './dependency-page';
import { elementList, elementPages, tokenList } from './element-pages';
import { readEventDetails } from './event-details';
import { frameworkFiles } from './frameworks';
import { read, readElements, ROOT } from './manifest';

/** Everything that is made from the JSDoc of the elements, as it has to stand in the repository. */
export async function madeFiles(): Promise<ReadonlyMap<string, string>> {
  const elements = readElements();
  const styles = readdirSync(new URL('src/styles', ROOT))
    .map((file) => read(`src/styles/${file}`))
    .join('\n');
  const pages = elementPages({ elements, details: readEventDetails(), states: STATES, styles });
  const files = new Map([...pages].map(([name, text]) => [`docs/elements/${name}`, text]));
  files.set('README.md', withList('README.md', 'elements', elementList(elements, 'docs/elements/')));
  files.set('docs/look.md', withList('docs/look.md', 'tokens', tokenList(elements, styles)));
  files.set('docs/accessibility.md', withList('docs/accessibility.md', 'conformance', conformance()));
  files.set('docs/dependencies.md', dependencyPage());
  for (const [name, text] of frameworkFiles(elements)) files.set(name, text);
  const options = await resolveConfig(fileURLToPath(new URL('README.md', ROOT)));
  const made = [...files].map(
    async ([name, text]) => [name, await format(text, { ...options, filepath: name })] as const,
  );
  return new Map(await Promise.all(made));
}

/** A document with a list between the two marks of its name. */
function withList(file: string, name: string, list: string): string {
  const place = new RegExp(`(?<=<!-- ${name} -->\\n)[^]*?(?=<!-- \\/${name} -->)`);
  const text = read(file);
  if (!place.test(text)) throw new Error(`${file} has no place for its list of ${name}.`);
  return text.replace(place, () => `\n${list}\n\n`);
}
