export { supportStates as default } from '../src/testing/states/support.js';
