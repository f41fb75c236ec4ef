import { CALLERS, type Caller, type Rights } from './rights';

const HEAD = `# Rights

What the reference server answers to each kind of caller, for every one of its routes: the status and the problem's \`code\` and \`reason\`. Made
by asking it (\`RIGHTS=write npx vitest run test/server/rights.test.ts\`); a test holds each cell.

Every caller sends the same request, good enough for the right to be looked at, with ids that are nobody's. So \`409 superseded\`, \`422\` and
the like mean that the caller may ask, and that there was nothing to do it to. A \`code\` alone says what has to come first:
\`signed-out\` a session, \`challenge-over\` the first factor, \`step-up-required\` a fresh proof.

| caller | who that is |
| --- | --- |
| nobody | no cookie |
| forged cookies | cookies of every kind, made up |
| password given | the first factor passed, at the challenge |
| reset, no pass yet | as before, after the help team took the factors away |
| reset, pass given | the same, with the enrollment pass: the enrollment cookie |
| suspended | the first factor passed, the account closed |
| signed in | a session whose last proof is older than thirty minutes |
| privileged | a session with a fresh proof |
| privileged, another site | the same cookies, sent by a page of another origin |
| agent | of the help team, with a fresh proof |

`;

const rowOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Two tables, since ten columns are too many for one. */
const HALVES: readonly (readonly Caller[])[] = [CALLERS.slice(0, 5), CALLERS.slice(5)];

export function rightsPage(rights: Rights): string {
  const tables = HALVES.map((callers) =>
    [
      rowOf(['route', ...callers]),
      rowOf(['---', ...callers.map(() => '---')]),
      ...[...rights].map(([route, row]) => rowOf([`\`${route}\``, ...callers.map((caller) => row[caller])])),
    ].join('\n'),
  );
  return `${HEAD}${tables.join('\n\n')}\n`;
}

/** Reads the page back, however wide its columns were made. */
export function readRights(page: string): Rights {
  const rights = new Map<string, Record<Caller, string>>();
  let callers: readonly string[] = [];
  for (const line of page.split('\n').filter((one) => one.startsWith('|'))) {
    const [first = '', ...cells] = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim());
    if (first === 'route') callers = cells;
    const route = /^`(.+)`$/.exec(first)?.[1];
    if (route === undefined || callers.length === 0) continue;
    const row = rights.get(route) ?? ({} as Record<Caller, string>);
    callers.forEach((caller, index) => (row[caller as Caller] = cells[index] ?? ''));
    rights.set(route, row);
  }
  return rights;
}
