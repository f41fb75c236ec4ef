import type { Fault } from '../../../src/testing/server/faults.js';

/** The menu of the simulated server, each dish in each of its forms. */
export const MENU: readonly (readonly [string, Fault | null])[] = [
  ['nothing', null],
  ['the request can’t leave', { kind: 'offline' }],
  ['the request is lost', { kind: 'lost', committed: false }],
  ['the answer is lost', { kind: 'lost', committed: true }],
  ['the browser sends it twice by itself', { kind: 'resent' }],
  ['the request does not arrive in time', { kind: 'slow', committed: false }],
  ['the answer does not come in time', { kind: 'slow', committed: true }],
  ['the server is busy', { kind: 'busy', retryAfter: 60, from: 'server' }],
  ['a gateway is busy', { kind: 'busy', retryAfter: 60, from: 'gateway' }],
  ['the server fails before', { kind: 'broken', as: 'problem', committed: false }],
  ['the server fails after', { kind: 'broken', as: 'problem', committed: true }],
  ['a gateway fails before', { kind: 'broken', as: 'gateway', committed: false }],
  ['a gateway fails after', { kind: 'broken', as: 'gateway', committed: true }],
  ['a portal takes the request', { kind: 'portal', committed: false }],
  ['a portal takes the answer', { kind: 'portal', committed: true }],
  ['the answer is no JSON', { kind: 'wrong-type', committed: true }],
  ['the answer has another shape', { kind: 'wrong-shape', committed: true }],
  ['half of the answer comes', { kind: 'truncated', committed: true }],
  ['the challenge ran out', { kind: 'expired', restart: 'here' }],
  ['the first factor is too long ago', { kind: 'expired', restart: 'sign-in' }],
  ['the session is over', { kind: 'signed-out' }],
  ['it is not allowed', { kind: 'refused', status: 403, problem: { code: 'not-allowed', reason: 'policy' } }],
];
