import { make } from '../playground/dom.js';
import type { CaseFacts, LogLine } from './api.js';

export const when = (at: number | 'unknown'): string =>
  at === 'unknown'
    ? 'nobody knows when'
    : new Date(at).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

function list(lines: readonly string[], none: string): Node {
  return lines.length === 0
    ? document.createTextNode(none)
    : make('ul', {}, ...lines.map((line) => make('li', {}, line)));
}

const codesLeft = (left: number): string => (left === 1 ? '1 code left' : `${String(left)} codes left`);

/** What the person finds at their next sign-in, where it isn't the challenge. */
function standing({ stands }: CaseFacts): string {
  if (!stands) return 'Open';
  if (stands.status === 'enroll') return 'Reset: waits for a new second factor';
  if (stands.status === 'change-password') return 'A temporary password is to be changed';
  return stands.why === 'suspended' ? 'Suspended' : 'Closed: the time to set up is over';
}

function logLine({ at, event, actor, role, detail }: LogLine): string {
  const said = Object.entries(detail).map(([name, value]) => `${name}: ${String(value)}`);
  return [when(at), event, `${actor} (${role})`, ...said].join(' · ');
}

/** What an agent sees before they decide. */
export function factsOf(facts: CaseFacts): HTMLElement {
  const rows: readonly (readonly [string, Node])[] = [
    ['Case', document.createTextNode(`${facts.number}, ${facts.state}, since ${when(facts.openedAt)}`)],
    ['Account', document.createTextNode(standing(facts))],
    ['Backup codes', document.createTextNode(codesLeft(facts.codesLeft))],
    [
      'Second factors',
      list(
        facts.factors.map(
          ({ kind, name, added }) => `${kind}${name === 'unknown' ? '' : ` “${name}”`}, ${when(added)}`,
        ),
        'None',
      ),
    ],
    [
      'Numbers on file',
      list(
        facts.phonesOnFile.map(({ to, since }) => `${to}, since ${when(since)}`),
        'None here. Look where your company keeps them',
      ),
    ],
    [
      'Failed sign-ins',
      list(
        facts.failedSignIns.map(({ at }) => when(at)),
        'None in thirty days',
      ),
    ],
    ['Agreed to by others', list(facts.approvals, 'Nothing')],
    [
      'Changes',
      list(
        facts.changes.map(({ what, at }) => `${what}, ${when(at)}`),
        'None in thirty days',
      ),
    ],
    [
      'Other cases',
      list(
        facts.otherCases.map(({ number, state, openedAt }) => `${number}, ${state}, ${when(openedAt)}`),
        'None',
      ),
    ],
    ['Log', list(facts.log.map(logLine), 'Nothing')],
  ];
  return make('dl', {}, ...rows.flatMap(([name, value]) => [make('dt', {}, name), make('dd', {}, value)]));
}
