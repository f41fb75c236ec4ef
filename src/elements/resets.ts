/**
 * Which resets by the help team this page has told of, by their time. Owns: that each is told once, whatever screen comes next, and
 * shown to nobody again who got in past it. Until the page is loaded anew: what outlives that is the server's to know.
 */
import type { ChallengeOpening } from '../controllers/challenge-opening.js';

const told = new Set<number>();
const read = new Set<number>();
const followed = new WeakSet<ChallengeOpening>();

/** Whether this is the first time. */
export function isFirstTelling(at: number): boolean {
  const isFirst = !told.has(at);
  told.add(at);
  return isFirst;
}

export const isRead = (at: number): boolean => read.has(at);

/** It stands on the challenge's screen: who gets in from there has read it. */
export function readOnPassing(at: number, challenge: ChallengeOpening | undefined): void {
  if (!challenge || followed.has(challenge)) return;
  followed.add(challenge);
  challenge.subscribe(({ status }) => {
    if (status === 'passed') read.add(at);
  });
}
