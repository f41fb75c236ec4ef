export { stepUpStates as default } from '../src/testing/states/step-up.js';
