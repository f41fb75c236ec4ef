import { MfaError } from '../core/errors.js';
import type { Call } from '../ports/backend.js';
import { aborted } from './abort.js';

type Method = (...args: never[]) => Promise<unknown>;

/**
 * Methods that fetch the code behind them when the first of them is called. Code that does not come means that nothing was
 * sent, so it is `unreachable` and never `outcome-unknown`. Nothing is kept of a failure: the next call fetches again
 * (engines older than whatwg/html#10327 remember it themselves, until the page is loaded again).
 * @param methods by name, each taking its `Call` last, as every method of the port does
 * @param timeout milliseconds after which the code counts as lost; should it come later, it sends nothing
 */
export function lazy<Port extends object, M extends keyof Port & string>(
  fetchCode: () => Promise<Port>,
  methods: readonly M[],
  timeout = 15_000,
): Pick<Port, M> {
  const delegate =
    (method: M) =>
    async (...args: never[]): Promise<unknown> => {
      const port = await arrival(fetchCode, args.at(-1) as unknown as Call, timeout);
      return (port[method] as Method)(...args);
    };
  return Object.fromEntries(methods.map((method) => [method, delegate(method)])) as Pick<Port, M>;
}

/** An `import()` can't be aborted and has no end of its own. */
async function arrival<T>(fetchCode: () => Promise<T>, { signal }: Call, timeout: number): Promise<T> {
  signal.throwIfAborted();
  try {
    return await Promise.race([fetchCode(), aborted(AbortSignal.any([signal, AbortSignal.timeout(timeout)]))]);
  } catch (cause) {
    signal.throwIfAborted();
    throw new MfaError({ code: 'unreachable' }, cause);
  }
}
