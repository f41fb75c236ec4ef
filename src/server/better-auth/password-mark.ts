import type { AuthContext } from 'better-auth';
import { hashToken } from './token.js';

/**
 * Changes with the person's password; null without one. The database hooks that Better Auth runs on a change don't say
 * whose it is, so what the old password opened keeps the mark that it began with.
 */
export async function passwordMark({ internalAdapter }: AuthContext, userId: string): Promise<string | null> {
  const account = await internalAdapter.findCredentialAccount(userId);
  return account?.password ? hashToken(account.password) : null;
}
