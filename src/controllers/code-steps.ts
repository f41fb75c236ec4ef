import { NO_CODES, type CodeSet, type CodeSetStatus } from '../core/code-set.js';
import { isInDoubt, type CodesState, type Ground, type Step } from '../core/codes-state.js';
import { problemOf, type MfaProblem } from '../core/errors.js';
import type { Instant, StepUpNeed } from '../core/factor.js';
import type { CodesEvent } from '../core/machines/backup-codes.js';
import type { Policy } from '../core/policy.js';
import type { BackupCodesPort, Call, MfaBackend } from '../ports/backend.js';
import { UNSTOPPABLE } from './calls.js';
import { proofFirst } from './privileged.js';

/** What the steps need of the controller that they belong to. */
export interface StepHost {
  readonly port: BackupCodesPort;
  /** For a call that ends with what is under way. */
  readonly call: Call;
  readonly now: () => Instant;
  dispatch(event: CodesEvent): void;
}

/** What the screens know of the codes. */
export const groundOf = (
  port: BackupCodesPort,
  { lowAt, postponeRepair, proof, reveal }: Policy,
  codes: CodeSetStatus,
  { occasion, dismissed }: Pick<Ground, 'occasion' | 'dismissed'>,
): Ground => ({
  codes,
  issuing: port.issuing,
  policy: { lowAt, postponeRepair, proof },
  may: { remove: port.remove !== undefined, reveal: reveal && port.reveal !== undefined },
  occasion,
  dismissed,
});

/** In milliseconds. Servers whose privileged time is short would ask for ever if it were looked at right after a proof. */
const JUST_NOW = 120_000;

/**
 * One click on a step: whether a proof comes first, then the step, once.
 * @param provedAt when the proof was given for it: no clock is asked of one that was given just now
 */
export async function begin(host: StepHost, backend: MfaBackend, step: Step, provedAt: Instant | null): Promise<void> {
  const { call } = host;
  host.dispatch({ type: 'started', step });
  try {
    const isFresh = provedAt !== null && host.now() - provedAt < JUST_NOW;
    const first = step === 'make' && !isFresh ? await proofFirst(backend, host.now(), call) : null;
    if (call.signal.aborted) return;
    if (first) return host.dispatch({ type: 'proof-needed', ...first });
  } catch (error) {
    if (!call.signal.aborted) refuse(host, problemOf(error));
    return;
  }
  try {
    await perform(host, step, UNSTOPPABLE);
  } catch (error) {
    if (!call.signal.aborted) await afterFailure(host, step, problemOf(error));
  }
}

/** One click on "Finish" or "Check again". */
export async function turnOn(host: StepHost, set: CodeSet): Promise<void> {
  const { signal } = host.call;
  host.dispatch({ type: 'confirming' });
  try {
    await confirm(host, set, UNSTOPPABLE);
  } catch (error) {
    if (!signal.aborted) await afterUnconfirmed(host, problemOf(error));
  }
}

/** Sends what a step is about, once. What has left is not called back; where its screen is gone, the answer is dropped. */
export async function perform(host: StepHost, step: Step, call: Call): Promise<void> {
  const { port } = host;
  const { signal } = host.call;
  switch (step) {
    case 'make': {
      const set = await port.issue(call);
      // Nobody will see it: it is not left lying about.
      if (signal.aborted) return discard(host, set);
      return host.dispatch({ type: 'issued', set, made: host.now() });
    }
    case 'remove':
      await port.remove?.(call);
      return signal.aborted ? undefined : host.dispatch({ type: 'removed' });
    case 'reveal': {
      const codes = (await port.reveal?.(call)) ?? [];
      if (!signal.aborted) host.dispatch({ type: 'revealed', codes });
    }
  }
}

/** Says why a step came to nothing, and of what may have happened all the same only what the server says. */
export async function afterFailure(host: StepHost, step: Step, problem: MfaProblem): Promise<void> {
  if (problem.code === 'step-up-required') return needProof(host, problem.need);
  if (!mayHaveHappened(problem)) return refuse(host, problem);
  const { signal } = host.call;
  const codes = await read(host);
  if (signal.aborted) return;
  if (step === 'make') return host.dispatch({ type: 'unshown' });
  if (step === 'remove' && codes?.state === NO_CODES.state) return host.dispatch({ type: 'removed' });
  refuse(host, problem);
}

/** Turns a set on. Throws where it did not come to that. */
export async function confirm(host: StepHost, { codes, id, state }: CodeSet, call: Call): Promise<void> {
  const { signal } = host.call;
  const told =
    state === 'active' || !host.port.confirm
      ? ({ left: codes.length, notified: 'unknown' } as const)
      : await host.port.confirm(id, call);
  if (!signal.aborted) host.dispatch({ type: 'confirmed', ...told });
}

/** Says why it is not known that a set is on. The codes stay, unless they can't be turned on any more. */
export async function afterUnconfirmed(host: StepHost, problem: MfaProblem): Promise<void> {
  if (problem.code === 'step-up-required') return needProof(host, problem.need);
  if (mayHaveHappened(problem)) return host.dispatch({ type: 'unsettled', problem });
  if (problem.code !== 'superseded') return refuse(host, problem);
  host.dispatch({ type: 'superseded' });
  await read(host);
}

/** Drops a set that nobody wants. A server that can't be told lets it grow old. */
export async function discard(
  host: Pick<StepHost, 'port'>,
  { id, state }: Pick<CodeSet, 'id' | 'state'>,
): Promise<void> {
  if (state === 'staged') await host.port.discard?.(id, UNSTOPPABLE).catch(() => undefined);
}

/** The screen was taken away: what was on it, and is certainly not on, is dropped on the server too. */
export function abandon(host: Pick<StepHost, 'port'>, left: CodesState): void {
  if (!('shown' in left) || left.status === 'confirming' || isInDoubt(left)) return;
  const { id, state } = left.shown.set;
  // Without the codes: who waits for the answer would hold them.
  void discard(host, { id, state });
}

/** Reads again how the codes stand. What can't be read changes nothing. */
export async function read(host: StepHost) {
  const { call } = host;
  const codes = await host.port.status(call).catch(() => null);
  if (codes && !call.signal.aborted) host.dispatch({ type: 'refreshed', codes });
  return codes;
}

/** The action itself was refused: the session was not privileged. */
const needProof = (host: StepHost, need: StepUpNeed): void =>
  host.dispatch({ type: 'proof-needed', need, until: null });

/** What a person mends where they typed the password; null: the step itself came to something, or to nothing. */
export function mendableAtProof(problem: MfaProblem): MfaProblem | null {
  // A password that came along and was not taken is a wrong one.
  if (problem.code === 'step-up-required') return { code: 'wrong-code' };
  return ['wrong-code', 'too-many-attempts', 'offline', 'unreachable'].includes(problem.code) ? problem : null;
}

const refuse = (host: StepHost, problem: MfaProblem): void =>
  host.dispatch(isOver(problem) ? { type: 'signed-out' } : { type: 'refused', problem });

export const isOver = ({ code }: MfaProblem): boolean => code === 'signed-out' || code === 'other-account';

/** Whether the server may have done it: an answer that says nothing is no refusal. */
export const mayHaveHappened = ({ code }: MfaProblem): boolean =>
  code === 'outcome-unknown' || code === 'bad-response' || code === 'server';
