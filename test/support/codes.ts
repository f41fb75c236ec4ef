import type { CodeSet, CodeSetStatus } from '../../src/core/code-set.js';
import type { Ground } from '../../src/core/codes-state.js';
import type { Shown } from '../../src/core/custody.js';
import { FORMAT } from './challenge.js';

export const ON: CodeSetStatus = {
  state: 'on',
  left: 9,
  of: 10,
  made: 1_700_000_000_000,
  lastUsed: 'unknown',
  temporary: false,
};

export const SET: CodeSet = {
  id: 'set-2',
  codes: ['CK7Q-M9XA-4TPB', 'H3VR-8NCA-Z2JF', 'M9TX-4GWE-K7QB'],
  format: FORMAT,
  state: 'staged',
  confirmBy: 1_700_003_600_000,
};

export const MADE = Date.parse('2026-11-22T12:00:00');

export const SHOWN: Shown = {
  set: SET,
  made: MADE,
  proof: 'tick',
  ticked: false,
  kept: [],
  news: null,
  masked: false,
};

export const GROUND: Ground = {
  codes: ON,
  issuing: 'staged',
  policy: { lowAt: 3, postponeRepair: true, proof: 'tick' },
  may: { remove: true, reveal: false },
  occasion: null,
  dismissed: false,
};
