import { ACTS, type Act } from './acts.js';
import type { Outcome } from './cell.js';
import { MENU } from './menu.js';

export const nameOf = ({ call, name }: Act): string => `${name} (${call})`;

const cellOf = (text: string): string => text.replaceAll('|', '\\|');

/** The page of the documentation. */
export function pageOf(found: ReadonlyMap<string, readonly Outcome[]>): string {
  const parts = ACTS.map((act) => {
    const rows = (found.get(nameOf(act)) ?? []).map(({ reads, sent, truth }, at) =>
      [MENU[at]![0], reads, sent, truth].map(cellOf).join(' | '),
    );
    return [
      `## ${nameOf(act)}`,
      '',
      '| where | the person reads | the page sent | on the server |',
      '| --- | --- | --- | --- |',
      ...rows.map((row) => `| ${row} |`),
    ].join('\n');
  });
  return `${INTRODUCTION}\n${parts.join('\n\n')}\n`;
}

const INTRODUCTION = `# What comes of a fault

Every call of the contract with every fault of the menu: what the person reads, what the page sent, and what is true on the server once
nothing more happens by itself. In square brackets: what the button says that leads on. What only asks, which the page may do again by
itself, meets the fault each time; all else meets it once. On the simulated server of the test kit, in a browser; a test lives each line again.
`;

/** The lines of such a page, by act. */
export function readPage(page: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  let rows: string[] = [];
  for (const line of page.split('\n')) {
    const [, title] = /^## (.+)$/.exec(line) ?? [];
    if (title) found.set(title, (rows = []));
    const cells = line.startsWith('|') ? line.split(/(?<!\\)\|/).slice(1, -1) : [];
    const [first = ''] = cells.map((cell) => cell.trim());
    if (cells.length === 4 && first !== 'where' && !first.startsWith('-'))
      rows.push(cells.map((cell) => cell.trim()).join(' | '));
  }
  return found;
}

export const lineOf = (where: string, { reads, sent, truth }: Outcome): string =>
  [where, reads, sent, truth].map(cellOf).join(' | ');
