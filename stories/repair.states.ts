export { repairStates as default } from '../src/testing/states/repair.js';
