import type { UserConfig } from 'vite';
import { storiesOfJourneys } from './journeys.ts';
import { storiesOfStates } from './states.ts';

export default {
  plugins: [storiesOfStates, storiesOfJourneys],
  logLevel: 'warn',
  // Found late, they would reload the page under a story.
  optimizeDeps: { include: ['lit', 'openapi-explorer/dist/browser/openapi-explorer.min.js'] },
} satisfies UserConfig;
