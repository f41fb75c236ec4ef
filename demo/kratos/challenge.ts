import type { MfaSignIn } from '../../src/elements/sign-in/sign-in.js';
import { backend } from './backend.js';

// First the backend, then the element: it asks Kratos once, and being asked may send a code.
const element = document.querySelector<MfaSignIn>('mfa-sign-in');
if (element) element.backend = backend;
await import('../../src/define/sign-in.js');
