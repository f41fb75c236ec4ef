import type { StorybookConfig } from '@storybook/web-components-vite';
import { fileURLToPath } from 'node:url';
import type { Channel } from 'storybook/internal/channels';
import { REQUEST_WHATS_NEW_DATA } from 'storybook/internal/core-events';
import { mergeConfig } from 'vite';
import { indexer as indexJourneys } from './journeys.ts';
import { indexer as indexStates } from './states.ts';

export default {
  framework: {
    name: '@storybook/web-components-vite',
    // The package's own configuration builds libraries and serves the demo.
    options: { builder: { viteConfigPath: '.storybook/vite.config.ts' } },
  },
  stories: ['../stories/*.mdx', '../stories/*.states.ts', '../stories/*.walks.ts'],
  experimental_indexers: (indexers = []) => [...indexers, indexStates, indexJourneys],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y'],
  staticDirs: [
    { from: fileURLToPath(import.meta.resolve('msw/mockServiceWorker.js')), to: '/mockServiceWorker.js' },
    { from: '../src/backends/rest/openapi.yaml', to: '/openapi.yaml' },
  ],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  features: {
    backgrounds: false,
    changeDetection: false,
    controls: false,
    menuOnboardingChecklist: false,
    sidebarOnboardingChecklist: false,
  },
  // The news are fetched even where they are not shown.
  experimental_serverChannel: (channel: Channel) => {
    channel.removeAllListeners(REQUEST_WHATS_NEW_DATA);
    return channel;
  },
  viteFinal: (config) =>
    mergeConfig(config, {
      build: {
        // Colors for light and dark stay one value, which follows the toolbar.
        cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
        reportCompressedSize: false,
        chunkSizeWarningLimit: 2000,
        rolldownOptions: { checks: { ineffectiveDynamicImport: false, pluginTimings: false } },
      },
    }),
} satisfies StorybookConfig & { experimental_serverChannel: unknown };
