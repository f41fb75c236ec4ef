import { MfaError, type MfaProblem, type MfaProblemCode } from '../../core/errors.js';
import type { Call, MfaBackend } from '../../ports/backend.js';
import type { FacetName } from '../../ports/capabilities.js';

/** What a case throws where its sentence is not true. */
export class ContractFault extends Error {
  override readonly name = 'ContractFault';
}

export function hold(condition: unknown, otherwise: string): asserts condition {
  if (!condition) throw new ContractFault(otherwise);
}

/** Holds two plain values to be equal, members in any order. */
export function same(actual: unknown, expected: unknown, what: string): void {
  const [a, b] = [sorted(actual), sorted(expected)];
  hold(a === b, `${what} is ${a} and should be ${b}`);
}

function sorted(value: unknown): string {
  const inOrder = (_: string, member: unknown): unknown =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)))
      : member;
  return JSON.stringify(value, inOrder) ?? 'undefined';
}

/** Holds a call to be refused with one of these codes; gives the problem. */
export async function refused(work: Promise<unknown>, ...codes: readonly MfaProblemCode[]): Promise<MfaProblem> {
  const thrown: unknown = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  hold(thrown !== undefined, `It was accepted and should be refused with ${codes.join(' or ')}`);
  hold(thrown instanceof MfaError, `It threw something that is no MfaError`);
  const { problem } = thrown;
  hold(codes.includes(problem.code), `It was refused with ${problem.code} and should be with ${codes.join(' or ')}`);
  return problem;
}

/** The facet, which the capabilities say is there. */
export function facet<F extends FacetName>(backend: MfaBackend, name: F): NonNullable<MfaBackend[F]> {
  const port = backend[name];
  hold(port, `The backend "${backend.id}" has no ${name}`);
  return port;
}

/** An optional method, which the capabilities say is there. */
export function method<T>(found: T | undefined, name: string): T {
  hold(found !== undefined, `There is no ${name}`);
  return found;
}

export const call = (): Call => ({ signal: new AbortController().signal });

/** A call with the password for servers that want it beside a privileged call; the others do not look at it. */
export const withPassword = ({ password }: { readonly password: string }): Call => ({
  ...call(),
  stepUp: { password },
});

export const newAttempt = (): string => crypto.randomUUID();

/** A code of the same shape that is not this one. */
export const wrong = (code: string): string =>
  code.replaceAll(/[0-9]/g, (digit) => String((Number(digit) + 1) % 10)).replaceAll(/[A-Za-z]/g, turned);

const turned = (letter: string): string => {
  const first = letter <= 'Z' ? 'A' : 'a';
  return first === letter ? String.fromCharCode(first.charCodeAt(0) + 1) : first;
};
