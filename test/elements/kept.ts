import { writeFile } from '@web/test-runner-commands';
import type { ScreenState } from '../../src/testing/states/index.js';

/** Files that hold what tests found when a person last read it. `SPOKEN=write` writes them anew, to be read before they are kept. */

const LATE = 300;
const PATIENCE = 3_000;

let asked: Promise<boolean> | undefined;

const isWriting = (): Promise<boolean> =>
  (asked ??= fetch('/kept.json')
    .then((answer) => answer.json() as Promise<{ write: boolean }>)
    .then(({ write }) => write));

async function read(path: string): Promise<string> {
  const answer = await fetch(`/test/elements/${path}`, { cache: 'no-store' });
  return answer.ok ? answer.text() : '';
}

/** What is kept of one thing, in a file of its own. */
export async function kept(path: string, found: string): Promise<string> {
  if (!(await isWriting())) return read(path);
  await writeFile({ path, content: found });
  return found;
}

const headOf = ({ id, title }: ScreenState): string => `# ${id}: ${title}`;

/** What is kept of each state, in a file for each element. */
export function keptByState(folder: string) {
  const pathOf = ({ tag }: ScreenState): string => `${folder}/${tag}.txt`;
  const files = new Map<string, Promise<string>>();
  const written = new Map<string, string>();
  return {
    /** What is found and what is kept. What comes late, as help that is fetched, is waited for. */
    async of(state: ScreenState, find: () => Promise<string>): Promise<readonly [found: string, kept: string]> {
      const path = pathOf(state);
      if (await isWriting()) {
        await new Promise((late) => setTimeout(late, LATE));
        const found = await find();
        written.set(path, `${written.get(path) ?? ''}${headOf(state)}\n${found}\n\n`);
        return [found, found];
      }
      if (!files.has(path)) files.set(path, read(path));
      const parts = ((await files.get(path)) ?? '').split(/^(?=# )/m);
      const part = parts.find((one) => one.startsWith(`${headOf(state)}\n`));
      const expected = part === undefined ? '(nothing is kept)' : part.slice(headOf(state).length + 1).trimEnd();
      const end = performance.now() + PATIENCE;
      let found = await find();
      while (found !== expected && performance.now() < end) found = await find();
      return [found, expected];
    },
    async write(): Promise<void> {
      for (const [path, content] of written) await writeFile({ path, content });
    },
  };
}
