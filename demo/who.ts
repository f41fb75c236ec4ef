import { AUTH, isStock } from './backend.js';

/** The e-mail address of who is in. The second app has no answer of the demo's own, and says `null` of nobody. */
export async function whoIsIn(): Promise<string | undefined> {
  const response = await fetch(isStock ? `${AUTH}/get-session` : '/api/me');
  if (!response.ok) return undefined;
  const told = (await response.json()) as { email?: string; user?: { email: string } } | null;
  return told?.user?.email ?? told?.email;
}
