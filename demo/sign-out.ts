import { AUTH, LOGIN } from './backend.js';

/** Ends the session where a form asks for it. Better Auth takes JSON, and no form. */
export async function signOut(event: Event): Promise<void> {
  event.preventDefault();
  await fetch(`${AUTH}/sign-out`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{}' });
  location.assign(LOGIN);
}
