export { settingsStates as default } from '../src/testing/states/settings.js';
