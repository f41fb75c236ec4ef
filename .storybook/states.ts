import type { Indexer } from 'storybook/internal/types';
import { runnerImport, type Plugin } from 'vite';
import type { ScreenState } from '../src/testing/states/index.js';
import { exportNameOf } from './names.ts';

/** A file `stories/*.states.ts` exports the states of one element, and stands for their stories. */
const FILE = /\/stories\/[\w-]+\.states\.ts$/;

async function statesIn(file: string): Promise<readonly ScreenState[]> {
  const { module } = await runnerImport<{ default: readonly ScreenState[] }>(file, {
    configFile: false,
    logLevel: 'error',
  });
  return module.default;
}

/** `mfa-challenge/asking-wrong-code` → `AskingWrongCode` */
const exportName = ({ id }: ScreenState): string => exportNameOf(id.replace(/^.*\//, ''));

/** The machine's status, to filter by. That a browser is offline is true for its whole page: no story beside others. */
const tagsOf = ({ status, trouble, tellsDeveloper }: ScreenState): string[] => [
  status,
  ...(status === 'notice' || tellsDeveloper ? ['tells-developer'] : []),
  ...(trouble === 'offline' ? ['!autodocs'] : []),
];

/** What stands in Storybook's list. */
export const indexer: Indexer = {
  test: FILE,
  createIndex: async (file) =>
    (await statesIn(file)).map((state) => ({
      type: 'story',
      importPath: file,
      exportName: exportName(state),
      name: state.title,
      title: state.tag,
      tags: tagsOf(state),
    })),
};

/** What Storybook loads for it. */
export const storiesOfStates: Plugin = {
  name: 'stories-of-states',
  enforce: 'pre',
  async load(id) {
    if (!FILE.test(id)) return undefined;
    const states = await statesIn(id);
    return [
      `import { metaOf, storyOf } from './support/story.ts';`,
      `export default metaOf('${String(states[0]?.tag)}');`,
      ...states.map(
        (state) => `export const ${exportName(state)} = storyOf('${state.id}', ${JSON.stringify(tagsOf(state))});`,
      ),
    ].join('\n');
  },
};
