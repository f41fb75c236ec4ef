import type { paths } from '../../backends/rest/contract.js';

/** Each path of the contract and its one method. The contract's types hold it: neither can be missing or wrong. */
const METHODS: { readonly [P in keyof paths]: paths[P] extends { get: object } ? 'GET' : 'POST' } = {
  '/challenge': 'GET',
  '/challenge/deliveries': 'POST',
  '/challenge/passkey': 'POST',
  '/challenge/attempts': 'POST',
  '/challenge/attempts/{attempt}/settle': 'POST',
  '/challenge/form': 'POST',
  '/challenge/cancel': 'POST',
  '/step-up': 'GET',
  '/step-up/deliveries': 'POST',
  '/step-up/passkey': 'POST',
  '/step-up/proofs': 'POST',
  '/factors': 'GET',
  '/factors/{factor}/rename': 'POST',
  '/factors/{factor}/remove': 'POST',
  '/backup-codes': 'GET',
  '/backup-codes/sets': 'POST',
  '/backup-codes/sets/{set}/confirm': 'POST',
  '/backup-codes/sets/{set}/discard': 'POST',
  '/backup-codes/remove': 'POST',
  '/totp/setups': 'POST',
  '/totp/setups/{setup}/verify': 'POST',
  '/totp/setups/{setup}/abandon': 'POST',
  '/passkeys/ceremonies': 'POST',
  '/passkeys/ceremonies/{ceremony}/register': 'POST',
  '/sessions/end-others': 'POST',
  '/assistance/case': 'GET',
  '/assistance/cases': 'POST',
  '/assistance/cases/{number}/cancel': 'POST',
  '/assistance/freeze': 'POST',
  '/activity': 'GET',
  '/policy': 'GET',
};

/** The contract's operations, by the path that an endpoint for them declares to Better Auth. */
export const OPERATIONS = Object.entries(METHODS).map(([path, method]) => ({
  path: `/mfa${path.replace(/\{(\w+)\}/g, ':$1')}`,
  method,
}));

/** The one that a page without script sends, as a form. */
export const FORM_PATH = '/mfa/challenge/form';
