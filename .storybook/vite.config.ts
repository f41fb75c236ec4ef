import type { UserConfig } from 'vite';
import { storiesOfStates } from './states.ts';

export default {
  plugins: [storiesOfStates],
  logLevel: 'warn',
  // Found late, they would reload the page under a story.
  optimizeDeps: { include: ['lit', 'openapi-explorer/dist/browser/openapi-explorer.min.js'] },
} satisfies UserConfig;
