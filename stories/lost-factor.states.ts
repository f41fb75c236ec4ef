export { lostFactorStates as default } from '../src/testing/states/lost-factor.js';
