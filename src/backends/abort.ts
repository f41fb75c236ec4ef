/** Rejects with the signal's reason once it is aborted, and never resolves. */
export const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });

/** The work's outcome, or the signal's reason once it is aborted; the work itself goes on. */
export const unlessAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> => {
  const done = new AbortController();
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true, signal: done.signal });
  });
  return Promise.race([work, stopped]).finally(() => done.abort());
};
