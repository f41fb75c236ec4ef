export { totpEnrollmentStates as default } from '../src/testing/states/totp-enrollment.js';
