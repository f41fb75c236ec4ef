import type { Answer } from './harness';

/** A race is tried this often: a few times at each change, and more where there is time for it. */
export const ROUNDS = process.env.VERIFY === 'full' ? 8 : 2;

export const together = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

/** What several requests came to, in no order: a status that is fine, or the problem's code. */
export const codes = (answers: readonly Answer[]): (number | string)[] =>
  answers.map(({ status, body }): number | string => (status < 300 ? status : body.code)).sort();
