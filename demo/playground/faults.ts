import { OPERATIONS, type Fault, type FaultKind, type OperationId } from '../../src/testing/index.js';
import type { Choice, Control } from './control.js';

interface FaultChoice extends Choice {
  readonly fault?: Fault;
}
type Menu = { readonly [K in FaultKind]: readonly (Choice & { readonly fault: Extract<Fault, { kind: K }> })[] };

/** After the server has done what it was asked, and before. */
const twice = <K extends 'lost' | 'portal' | 'wrong-type' | 'wrong-shape' | 'truncated'>(kind: K, label: string) =>
  ([true, false] as const).map((committed) => ({
    id: committed ? `${kind}-after` : kind,
    label: `${label}, ${committed ? 'and it was done' : 'and nothing was done'}`,
    fault: { kind, committed } as Extract<Fault, { kind: K }>,
  }));

const MENU: Menu = {
  offline: [{ id: 'offline', label: 'Nothing leaves', fault: { kind: 'offline' } }],
  lost: twice('lost', 'No answer comes'),
  resent: [{ id: 'resent', label: 'The browser sends it twice', fault: { kind: 'resent' } }],
  slow: [
    { id: 'slow', label: 'Held until it is let go', fault: { kind: 'slow' } },
    { id: 'slow-3', label: 'Takes three seconds', fault: { kind: 'slow', ms: 3000 } },
  ],
  busy: [
    { id: 'busy', label: 'Too many requests: wait a minute', fault: { kind: 'busy' } },
    { id: 'busy-gateway', label: 'Too many requests, says a gateway', fault: { kind: 'busy', from: 'gateway' } },
  ],
  lock: [
    { id: 'lock-app', label: 'App codes are locked', fault: { kind: 'lock', way: 'totp' } },
    { id: 'lock-codes', label: 'Backup codes are locked', fault: { kind: 'lock', way: 'backup-code' } },
    { id: 'lock-sent', label: 'Sent codes are locked', fault: { kind: 'lock', way: 'delivered-code' } },
  ],
  broken: [
    { id: 'broken', label: 'The server breaks', fault: { kind: 'broken', as: 'problem', committed: false } },
    {
      id: 'broken-after',
      label: 'The server breaks once it is done',
      fault: { kind: 'broken', as: 'problem', committed: true },
    },
    { id: 'gateway', label: 'A gateway breaks', fault: { kind: 'broken', as: 'gateway', committed: false } },
    {
      id: 'gateway-after',
      label: 'A gateway breaks once it is done',
      fault: { kind: 'broken', as: 'gateway', committed: true },
    },
  ],
  portal: twice('portal', 'A captive portal answers'),
  'wrong-type': twice('wrong-type', 'The answer has the wrong type'),
  'wrong-shape': twice('wrong-shape', 'The answer has the wrong shape'),
  truncated: twice('truncated', 'Half of the answer comes'),
  expired: [
    { id: 'expired', label: 'The challenge has run out', fault: { kind: 'expired', restart: 'here' } },
    { id: 'expired-sign-in', label: 'The first factor is too old', fault: { kind: 'expired', restart: 'sign-in' } },
  ],
  'signed-out': [{ id: 'signed-out', label: 'The session is over', fault: { kind: 'signed-out' } }],
  refused: [
    {
      id: 'not-allowed',
      label: 'Refused: not allowed',
      fault: { kind: 'refused', status: 403, problem: { code: 'not-allowed', reason: 'policy' } },
    },
    { id: 'used-code', label: 'Refused: a used code', fault: { kind: 'refused', problem: { code: 'used-code' } } },
  ],
};

/** What goes wrong. */
export const FAULT: Control<FaultChoice> = {
  id: 'fault',
  label: 'Fault',
  choices: [{ id: '', label: 'None' }, ...Object.values(MENU).flat()],
};

interface CallChoice extends Choice {
  readonly operation: OperationId | '*';
}
const operations = Object.keys(OPERATIONS) as readonly OperationId[];
const call = (operation: OperationId): CallChoice => ({ id: operation, label: operation, operation });

/** Which call meets it, by its name in the contract. */
export const CALL: Control<CallChoice> = {
  id: 'call',
  label: 'Call',
  choices: [
    call('attempt'),
    { id: 'any', label: 'any', operation: '*' },
    ...operations.filter((operation) => operation !== 'attempt').map(call),
  ],
};

interface TimesChoice extends Choice {
  readonly times: number;
}
export const TIMES: Control<TimesChoice> = {
  id: 'when',
  label: 'When',
  choices: [
    { id: 'next', label: 'The next one', times: 1 },
    { id: 'always', label: 'From now on', times: Infinity },
  ],
};
