export { challengeStates as default } from '../src/testing/states/challenge.js';
