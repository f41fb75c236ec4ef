import { CODE_FORMAT as BETTER_AUTH } from '../backends/better-auth/code-format.js';
import { FORMAT as KRATOS } from '../backends/kratos/offers.js';
import type { CodeFormat } from '../core/backup-code.js';
import { checkConfig, type Finding } from '../core/check-config.js';
import { readFrom } from './read-from.js';

/** Where lines go. */
export interface Print {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

/** How the servers that a configuration may name as its `backend` write their codes. */
const FORMATS: Readonly<Record<string, CodeFormat>> = { kratos: KRATOS, 'better-auth': BETTER_AUTH };

const USAGE = `Usage: mfa-elements check-config [--json] <file>

Checks a recovery policy, or the options of the server's plugin: a JSON file, or an ES module that exports them as
its default. Ends with 1 where something is wrong, with 2 where the file can't be read.`;

const FINE = 0;
const WRONG = 1;
const UNREADABLE = 2;

/** Runs the command line. Gives the code that the process ends with. */
export async function run(args: readonly string[], { out, err }: Print): Promise<number> {
  const flags = args.filter((one) => one.startsWith('-'));
  const [command, file, ...more] = args.filter((one) => !one.startsWith('-'));
  if (flags.some((one) => one === '--help' || one === '-h')) {
    out(USAGE);
    return FINE;
  }
  const isUnderstood = flags.every((one) => one === '--json') && more.length === 0;
  if (command !== 'check-config' || file === undefined || !isUnderstood) {
    err(USAGE);
    return UNREADABLE;
  }
  const read = await readFrom(file);
  const findings = 'value' in read ? checkConfig(read.value, FORMATS) : null;
  if (!findings) {
    err(`${file}: ${'why' in read ? read.why : 'holds no configuration: an object is wanted.'}`);
    return UNREADABLE;
  }
  out(flags.includes('--json') ? JSON.stringify({ file, findings }, null, 2) : linesOf(file, findings));
  return findings.some(({ level }) => level === 'error') ? WRONG : FINE;
}

function linesOf(file: string, findings: readonly Finding[]): string {
  const lines = findings.map(({ level, rule, what, why, mend }) => `${level} ${rule}: ${what} ${why} ${mend}`);
  return [...lines, `${file}: ${countOf(findings, 'error')}, ${countOf(findings, 'warning')}`].join('\n');
}

function countOf(findings: readonly Finding[], level: Finding['level']): string {
  const count = findings.filter((one) => one.level === level).length;
  return `${count} ${level}${count === 1 ? '' : 's'}`;
}
