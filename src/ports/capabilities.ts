/**
 * What a server can serve of the port, as one typed table: which methods, and by which values it differs. Held beside the
 * adapters, so that a method which no server could serve shows before its adapter is written.
 */
import type { Entry, RepairTask } from '../core/challenge.js';
import type { CodeSetStatus } from '../core/code-set.js';
import type { MfaProblemCode } from '../core/errors.js';
import type { StepUpNeed } from '../core/factor.js';
import type {
  ActivityPort,
  AssistancePort,
  BackupCodesPort,
  ChallengePort,
  Factor,
  FactorsPort,
  PasskeyKind,
  PasskeysPort,
  Proof,
  SessionsPort,
  StepUpPort,
  TotpPort,
} from './backend.js';

type MethodOf<Port> = {
  [M in keyof Port]-?: NonNullable<Port[M]> extends (...args: never[]) => unknown ? M : never;
}[keyof Port];

/** `absent`: the optional method is not there. `unreached`: it is there, and nothing this server offers leads to it. */
type Service<Port, M extends keyof Port> = 'served' | (undefined extends Port[M] ? 'absent' : 'unreached');

/** Every method of a facet, and whether it is served. */
export type Methods<Port> = { readonly [M in MethodOf<Port> & keyof Port]: Service<Port, M> };

interface Facet<Port, Values = unknown> {
  readonly methods: Methods<Port>;
  readonly values: Values;
}

export interface ChallengeValues {
  readonly entries: readonly Entry['status'][];
  readonly proofs: readonly Proof['kind'][];
  /** Whether the same attempt sent twice gets the same answer and spends nothing more. */
  readonly attempts: 'replayed' | 'ignored';
  /** Whether a used backup code is told from a wrong one. */
  readonly usedCode: Extract<MfaProblemCode, 'used-code' | 'wrong-code'>;
  /** Whether `settle` knows that a proof was not looked at. */
  readonly unspent: 'told' | 'unknown';
  /** Whether an answer lost after the server's commit still signs this browser in. */
  readonly lostSession: 'given-again' | 'lost';
  readonly certainty: 'told' | 'assumed';
  readonly account: 'told' | 'unknown';
  readonly codesLeft: 'told' | 'unknown';
  readonly handle: boolean;
  readonly tasks: readonly RepairTask[];
}

/** A facet that a server lacks is `null`. */
export interface Capabilities {
  readonly id: string;
  readonly challenge: Facet<ChallengePort, ChallengeValues> | null;
  readonly stepUp: Facet<
    StepUpPort,
    { readonly how: readonly StepUpNeed['how'][]; readonly privilegedUntil: 'told' | 'option' | 'unknown' }
  > | null;
  readonly factors: Facet<
    FactorsPort,
    {
      readonly complete: boolean;
      readonly passkeyOpens: Factor['opens'];
      readonly totpRemoval: Exclude<Factor['removal'], 'blocked' | 'not-here'>;
      /** Whether the server itself refuses to remove the last way. */
      readonly guardsLast: boolean;
    }
  > | null;
  readonly backupCodes: Facet<
    BackupCodesPort,
    {
      readonly issuing: BackupCodesPort['issuing'];
      readonly count: BackupCodesPort['count'];
      readonly states: readonly CodeSetStatus['state'][];
    }
  > | null;
  readonly totp: Facet<
    TotpPort,
    {
      readonly replacing: TotpPort['replacing'];
      /** Whether the first enrollment brings the codes along. */
      readonly bringsCodes: boolean;
    }
  > | null;
  readonly passkeys: Facet<PasskeysPort, { readonly kinds: readonly PasskeyKind[] }> | null;
  readonly sessions: Facet<SessionsPort, { readonly trustedDevices: 'forgotten' | 'kept' }> | null;
  readonly assistance: Facet<AssistancePort> | null;
  readonly activity: Facet<ActivityPort> | null;
}

/** The name of a facet of the port. */
export type FacetName = Exclude<keyof Capabilities, 'id'>;
