export { signInStates as default } from '../src/testing/states/sign-in.js';
