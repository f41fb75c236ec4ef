import type { Indexer } from 'storybook/internal/types';
import { runnerImport, type Plugin } from 'vite';
import type { Control } from '../demo/playground/control.ts';
import type { Journey } from '../demo/playground/journeys.ts';
import { exportNameOf } from './names.ts';

/** A file `stories/*.walks.ts` exports journeys, and stands for their stories. */
const FILE = /\/stories\/[\w-]+\.walks\.ts$/;

async function journeysIn(file: string): Promise<readonly Journey[]> {
  const { module } = await runnerImport<{ default: Control<Journey> }>(file, { configFile: false, logLevel: 'error' });
  return module.default.choices;
}

/** A journey has its page for itself. */
const TAGS = ['!autodocs'];

/** What stands in Storybook's list. */
export const indexer: Indexer = {
  test: FILE,
  createIndex: async (file) =>
    (await journeysIn(file)).map(({ id, label }) => ({
      type: 'story',
      importPath: file,
      exportName: exportNameOf(id),
      name: label,
      title: 'Journeys',
      tags: TAGS,
    })),
};

/** What Storybook loads for it. */
export const storiesOfJourneys: Plugin = {
  name: 'stories-of-journeys',
  enforce: 'pre',
  async load(id) {
    if (!FILE.test(id)) return undefined;
    return [
      `import { storyOf } from './support/journey.ts';`,
      `export default { title: 'Journeys', parameters: { layout: 'fullscreen' } };`,
      ...(await journeysIn(id)).map(
        (journey) => `export const ${exportNameOf(journey.id)} = storyOf('${journey.id}', ${JSON.stringify(TAGS)});`,
      ),
    ].join('\n');
  },
};
