export { JOURNEY as default } from '../demo/playground/journeys.js';
