import { setCustomElementsManifest, type Decorator, type Preview } from '@storybook/web-components-vite';
import { setupWorker } from 'msw/browser';
import { mswLoader } from 'msw-storybook-addon/csf3';
import { withActions } from 'storybook/actions/decorator';
import DocsPage from '../stories/support/docs.mdx';
import { elements, events } from '../stories/support/manifest.js';
import { everyServer } from '../stories/support/servers.js';

setCustomElementsManifest({ modules: [{ declarations: elements }] });

const width = (px: number) => ({ name: `${String(px)} px`, styles: { width: `${String(px)}px`, height: '100%' } });

/** A story alone has the whole page; beside others in the docs, each its own frame. */
const setPage: Decorator = (story, { globals, viewMode, canvasElement }) => {
  const root = viewMode === 'docs' ? canvasElement : document.documentElement;
  root.dir = String(globals.direction);
  root.style.cssText = `color-scheme: ${String(globals.theme)}; background: Canvas; color: CanvasText; font-family: system-ui, sans-serif`;
  return story();
};

async function startWorker() {
  const worker = setupWorker(...everyServer);
  // Beside the page, so that it works below any path.
  await worker.start({ quiet: true, onUnhandledRequest: 'bypass', serviceWorker: { url: './mockServiceWorker.js' } });
  // The worker leaves with the last page that it serves. One that opens meanwhile is served only when it is loaded again.
  if (!navigator.serviceWorker.controller) {
    location.reload();
    await new Promise(() => undefined);
  }
  return worker;
}

export default {
  tags: ['autodocs'],
  globalTypes: {
    theme: { toolbar: { title: 'Theme', icon: 'contrast', items: ['light', 'dark'], dynamicTitle: true } },
    direction: { toolbar: { title: 'Direction', icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true } },
    look: { toolbar: { title: 'Look', icon: 'paintbrush', items: ['styled', 'unstyled'], dynamicTitle: true } },
  },
  initialGlobals: { theme: 'light', direction: 'ltr', look: 'styled' },
  loaders: [mswLoader(startWorker)],
  decorators: [setPage, withActions],
  parameters: {
    a11y: { test: 'error' },
    viewport: { options: { phone: width(320), large: width(390), desktop: width(1280) } },
    docs: { page: DocsPage, story: { autoplay: true }, canvas: { sourceState: 'none' } },
    actions: { handles: events },
    options: { storySort: { order: ['Introduction', 'Theming', 'Contract', 'Journeys'] } },
  },
} satisfies Preview;
