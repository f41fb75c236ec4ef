import type { AuthContext } from 'better-auth';
import type { Judgement } from './guard.js';
import { hashToken } from './token.js';

/** The hash of the person's password as Better Auth keeps it; null without one. */
async function hashOf({ internalAdapter }: AuthContext, userId: string): Promise<string | null> {
  return (await internalAdapter.findCredentialAccount(userId))?.password ?? null;
}

export const hasPassword = async (context: AuthContext, userId: string): Promise<boolean> =>
  (await hashOf(context, userId)) !== null;

export async function judgePassword(context: AuthContext, userId: string, password: string): Promise<Judgement> {
  const hash = await hashOf(context, userId);
  return hash !== null && (await context.password.verify({ hash, password })) ? 'right' : 'wrong';
}

/**
 * Changes with the person's password; null without one. The database hooks that Better Auth runs on a change don't say
 * whose it is, so what the old password opened keeps the mark that it began with.
 */
export async function passwordMark(context: AuthContext, userId: string): Promise<string | null> {
  const hash = await hashOf(context, userId);
  return hash === null ? null : hashToken(hash);
}
