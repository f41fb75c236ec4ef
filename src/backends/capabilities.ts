/**
 * What each server can serve of the port: the marks [R], [K] and [B] of `ports/backend.ts` as constants.
 */
import type { Capabilities } from '../ports/capabilities.js';

/** A server that speaks the REST contract, whole. */
export const REST = {
  id: 'rest',
  challenge: {
    methods: {
      given: 'served',
      load: 'served',
      send: 'served',
      preparePasskey: 'served',
      verify: 'served',
      settle: 'served',
      cancel: 'served',
    },
    values: {
      entries: ['challenge', 'signed-in', 'sign-in-first', 'enroll', 'change-password', 'blocked'],
      proofs: ['totp', 'backup-code', 'delivered-code', 'passkey', 'enrollment-pass'],
      attempts: 'replayed',
      usedCode: 'used-code',
      unspent: 'told',
      lostSession: 'given-again',
      certainty: 'told',
      account: 'told',
      codesLeft: 'told',
      handle: true,
      tasks: ['add-factor', 'new-codes', 'retire-lost', 'end-other-sessions'],
    },
  },
  stepUp: {
    methods: { privilegedUntil: 'served', need: 'served', send: 'served', preparePasskey: 'served', prove: 'served' },
    values: { how: ['in-place', 'redirect', 'sign-in-again'], privilegedUntil: 'told' },
  },
  factors: {
    methods: { list: 'served', rename: 'served', remove: 'served' },
    values: { complete: true, passkeyOpens: 'second-step', totpRemoval: 'alone', guardsLast: true },
  },
  backupCodes: {
    methods: {
      status: 'served',
      issue: 'served',
      confirm: 'served',
      discard: 'served',
      remove: 'served',
      // The server keeps hashes: it could not show a code again.
      reveal: 'absent',
    },
    values: { issuing: 'staged', count: 'exact', states: ['none', 'staged', 'on', 'used-up'] },
  },
  totp: {
    methods: { start: 'served', verify: 'served', abandon: 'served' },
    values: { replacing: 'atomic', bringsCodes: false },
  },
  passkeys: {
    methods: { prepare: 'served', register: 'served' },
    values: {
      kinds: [
        { kind: 'passkey', opens: 'second-step', naming: 'optional' },
        { kind: 'security-key', opens: 'second-step', naming: 'optional' },
      ],
    },
  },
  sessions: { methods: { endOthers: 'served' }, values: { trustedDevices: 'forgotten' } },
  assistance: { methods: { current: 'served', request: 'served', cancel: 'served', freeze: 'served' }, values: {} },
  activity: { methods: { recent: 'served' }, values: {} },
} as const satisfies Capabilities;

/** Ory Kratos by its browser flows. */
export const KRATOS = {
  id: 'kratos',
  challenge: {
    methods: {
      given: 'absent',
      load: 'served',
      send: 'served',
      preparePasskey: 'served',
      verify: 'served',
      settle: 'served',
      cancel: 'served',
    },
    values: {
      entries: ['challenge', 'signed-in', 'sign-in-first', 'blocked'],
      proofs: ['totp', 'backup-code', 'delivered-code', 'passkey'],
      attempts: 'ignored',
      usedCode: 'used-code',
      unspent: 'unknown',
      // The first factor's session is the one that is raised: it holds the same cookie before and after.
      lostSession: 'given-again',
      certainty: 'told',
      account: 'unknown',
      codesLeft: 'unknown',
      handle: true,
      tasks: [],
    },
  },
  stepUp: {
    methods: { privilegedUntil: 'served', need: 'served', send: 'served', preparePasskey: 'served', prove: 'served' },
    values: { how: ['in-place', 'sign-in-again'], privilegedUntil: 'option' },
  },
  factors: {
    methods: { list: 'served', rename: 'absent', remove: 'served' },
    // Codes by e-mail and text can't be seen. The last *second* factor may go.
    values: { complete: false, passkeyOpens: 'whole-sign-in', totpRemoval: 'alone', guardsLast: false },
  },
  backupCodes: {
    methods: {
      status: 'served',
      issue: 'served',
      confirm: 'served',
      // Dropping the settings flow is enough.
      discard: 'absent',
      remove: 'served',
      reveal: 'served',
    },
    // There is no count without revealing the codes.
    values: { issuing: 'staged', count: 'unknown', states: ['none', 'on'] },
  },
  totp: {
    methods: { start: 'served', verify: 'served', abandon: 'absent' },
    // One app per account: unlink, then link.
    values: { replacing: 'gap', bringsCodes: false },
  },
  passkeys: {
    methods: { prepare: 'served', register: 'served' },
    values: {
      kinds: [
        { kind: 'security-key', opens: 'second-step', naming: 'required' },
        { kind: 'passkey', opens: 'whole-sign-in', naming: 'none' },
      ],
    },
  },
  sessions: { methods: { endOthers: 'served' }, values: { trustedDevices: 'kept' } },
  assistance: null,
  activity: null,
} as const satisfies Capabilities;

/** An unmodified Better Auth with its `twoFactor` and `passkey` plugins. */
export const BETTER_AUTH = {
  id: 'better-auth',
  challenge: {
    methods: {
      given: 'absent',
      load: 'served',
      send: 'served',
      // A passkey is a whole sign-in there and is offered as no second factor.
      preparePasskey: 'unreached',
      verify: 'served',
      settle: 'served',
      cancel: 'served',
    },
    values: {
      entries: ['challenge', 'signed-in'],
      proofs: ['totp', 'backup-code', 'delivered-code'],
      attempts: 'ignored',
      usedCode: 'wrong-code',
      unspent: 'unknown',
      lostSession: 'lost',
      certainty: 'assumed',
      account: 'unknown',
      codesLeft: 'unknown',
      handle: false,
      tasks: [],
    },
  },
  stepUp: {
    methods: {
      privilegedUntil: 'served',
      need: 'served',
      send: 'unreached',
      preparePasskey: 'unreached',
      prove: 'unreached',
    },
    values: { how: ['with-call', 'sign-in-again'], privilegedUntil: 'unknown' },
  },
  factors: {
    methods: { list: 'served', rename: 'served', remove: 'served' },
    values: { complete: false, passkeyOpens: 'whole-sign-in', totpRemoval: 'all-second-factors', guardsLast: false },
  },
  backupCodes: {
    methods: {
      status: 'served',
      issue: 'served',
      confirm: 'absent',
      discard: 'absent',
      remove: 'absent',
      reveal: 'absent',
    },
    values: { issuing: 'immediate', count: 'unknown', states: ['none', 'unknown'] },
  },
  totp: {
    methods: { start: 'served', verify: 'served', abandon: 'absent' },
    values: { replacing: 'all-off', bringsCodes: true },
  },
  passkeys: {
    methods: { prepare: 'served', register: 'served' },
    values: { kinds: [{ kind: 'passkey', opens: 'whole-sign-in', naming: 'optional' }] },
  },
  sessions: { methods: { endOthers: 'served' }, values: { trustedDevices: 'kept' } },
  assistance: null,
  activity: null,
} as const satisfies Capabilities;
