import type { Known } from '../../core/factor.js';

const left = (count: Known<number>, lowAt: number): string => {
  if (count === 'unknown') return 'Cross it out on your list.';
  if (count === 0) return 'That was your last one.';
  return count <= lowAt ? `You have only ${String(count)} left.` : `You have ${String(count)} left.`;
};

export const signIn = {
  used: (count: Known<number>, lowAt: number): string => `That backup code is now used up. ${left(count, lowAt)}`,
  helpTitle: 'Ask our help team',
  helpText: 'If nothing else works, a person checks who you are and helps you back in.',
} as const;
