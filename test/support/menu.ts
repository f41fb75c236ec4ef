import type { Fault } from '../../src/testing/index.js';

/** Every fault of the simulated server's menu, before and after the commit where that makes a difference. */
export const EVERY_FAULT: readonly Fault[] = [
  { kind: 'offline' },
  ...[true, false].flatMap((committed): Fault[] => [
    { kind: 'lost', committed },
    { kind: 'slow', ms: 1000, committed },
    { kind: 'broken', as: 'problem', committed },
    { kind: 'broken', as: 'gateway', committed },
    { kind: 'portal', committed },
    { kind: 'wrong-type', committed },
    { kind: 'wrong-shape', committed },
    { kind: 'truncated', committed },
  ]),
  { kind: 'resent' },
  { kind: 'busy' },
  { kind: 'busy', from: 'gateway', as: 'date' },
  { kind: 'lock', way: 'totp' },
  { kind: 'expired', restart: 'here' },
  { kind: 'expired', restart: 'sign-in' },
  { kind: 'signed-out' },
  { kind: 'refused', problem: { code: 'not-allowed', reason: 'policy' } },
];
