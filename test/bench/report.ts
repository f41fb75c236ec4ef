import { askOf, range, type Load, type Reach, type Session } from './figures';

export interface Told {
  readonly session: Session;
  readonly reaches: readonly Reach[];
  /** The candidates that were loaded, in their order. */
  readonly pages: readonly { readonly name: string; readonly title: string }[];
  readonly runs: number;
  readonly browser: string;
}

const KIB = 1024;

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(heads), row(heads.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(row)].join('\n');

/** What `npm run bench` prints, and what it writes into the docs. */
export function report({ session, reaches, pages, runs, browser }: Told): string {
  const { middle, all, ratio, has } = askOf(session);
  const times = (name: string, to: string, measure: keyof Load): string =>
    has(to) ? ratio(name, to, measure).toFixed(2) : '';
  const kib = (name: string, measure: keyof Load): string => (middle(name, measure) / KIB).toFixed(1);
  const spread = (name: string, measure: keyof Load): string => {
    const [least, most] = range(all(name, measure));
    return `${middle(name, measure).toFixed(0)} (${least.toFixed(0)}–${most.toFixed(0)})`;
  };

  return [
    `${runs} cold loads of each page in ${browser}, in turns.`,
    table(
      ['page', 'ready, to HTML', 'ready, to lit', 'requests', 'KiB', 'script, to lit', 'main thread, to lit'],
      pages.map(({ name, title }) => [
        title,
        times(name, 'html', 'ready'),
        times(name, 'lit', 'ready'),
        String(middle(name, 'requests')),
        kib(name, 'bytes'),
        times(name, 'lit', 'script'),
        times(name, 'lit', 'main'),
      ]),
    ),
    'The same in numbers of this machine, medians with the least and the most:',
    table(
      [
        'page',
        'ready, ms',
        'script, ms',
        'main thread, ms',
        'long tasks',
        'heap above HTML, MiB',
        'in all: requests',
        'KiB',
      ],
      pages.map(({ name, title }) => [
        title,
        spread(name, 'ready'),
        spread(name, 'script'),
        spread(name, 'main'),
        spread(name, 'longTasks'),
        has('html') ? ((middle(name, 'heap') - middle('html', 'heap')) / KIB / KIB).toFixed(2) : '',
        String(middle(name, 'requestsInAll')),
        kib(name, 'bytesInAll'),
      ]),
    ),
    'What is to be reached:',
    table(
      ['', 'measured', 'reach', ''],
      reaches.map(({ title, actual, limit, isReached }) => [title, actual, limit, isReached ? '✓' : '✗']),
    ),
  ].join('\n\n');
}

const MARKED = /(?<=<!-- bench -->\n)[^]*?(?=<!-- \/bench -->)/;

/** A document with the report between its marks. */
export function withReport(text: string, written: string): string {
  if (!MARKED.test(text)) throw new Error('The document has no place for the report.');
  return text.replace(MARKED, () => `\n${written}\n\n`);
}

export interface Options {
  readonly runs: number;
  /** Candidates by name; null: all. */
  readonly only: readonly string[] | null;
  /** Whether a reach that is missed is a failure. */
  readonly check: boolean;
}

/** The arguments of the command, as `--runs 9`, `--only html,lit` and `--check`. */
export function readOptions(args: readonly string[], names: readonly string[]): Options {
  let options: Options = { runs: 7, only: null, check: false };
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--check') options = { ...options, check: true };
    else if (arg === '--runs') options = { ...options, runs: Number(rest.shift()) };
    else if (arg === '--only') options = { ...options, only: rest.shift()?.split(',') ?? [] };
    else throw new Error(`There is no option ${arg}.`);
  }
  if (!Number.isInteger(options.runs) || options.runs < 1) throw new Error('--runs takes a number of runs.');
  const unknown = options.only?.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`There is no page ${unknown}; there are ${names.join(', ')}.`);
  return options;
}
