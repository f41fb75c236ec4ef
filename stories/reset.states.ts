export { resetStates as default } from '../src/testing/states/reset.js';
