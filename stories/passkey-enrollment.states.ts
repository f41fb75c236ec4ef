export { passkeyEnrollmentStates as default } from '../src/testing/states/passkey-enrollment.js';
