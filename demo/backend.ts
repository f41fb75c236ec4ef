import { createBetterAuthBackend } from '../src/backends/better-auth.js';

/** Which of the demo's servers a page talks to: with `?backend=better-auth` it is the second one, an unmodified Better Auth. */
export const isStock = new URLSearchParams(location.search).get('backend') === 'better-auth';

const query = isStock ? '?backend=better-auth' : '';
export const LOGIN = `/login${query}`;
export const CHALLENGE = `/challenge${query}`;
export const ACCOUNT = `/account${query}`;
export const SETTINGS = `/settings${query}`;
/** Where its Better Auth answers. */
export const AUTH = isStock ? '/api/stock' : '/api/auth';
export const MFA = isStock
  ? { backend: 'better-auth', 'base-url': AUTH }
  : { backend: 'rest', 'base-url': `${AUTH}/mfa` };

/** Has the page's elements talk to it. In the turn in which they are defined, so that they ask no other one first. */
export function setUpElements(): void {
  if (!isStock) return;
  for (const element of document.querySelectorAll('[backend]')) {
    const attributes = { ...MFA, 'sign-in-url': LOGIN, 'continue-url': ACCOUNT };
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  }
  // What an attribute can't say: that this one sends codes too, by e-mail.
  const backend = createBetterAuthBackend({ baseUrl: AUTH, plugins: ['two-factor', 'passkey'], otp: 'email' });
  for (const element of document.querySelectorAll('mfa-sign-in')) Object.assign(element, { backend });
}
