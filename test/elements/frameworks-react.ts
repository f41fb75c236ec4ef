import { createElement, StrictMode, useEffect, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, hydrateRoot, type Root as ReactRoot } from 'react-dom/client';
import { renderToString } from 'react-dom/server';
import { heard, pageOf, type Framework, type Root, type View } from './frameworks-host.js';

const written = (html: string) => ({ dangerouslySetInnerHTML: { __html: html }, suppressHydrationWarning: true });

const hear =
  (kind: string) =>
  (error: unknown): void =>
    void heard.push(`${kind}: ${String(error).slice(0, 100)}`);

const options = {
  onUncaughtError: hear('uncaught'),
  onCaughtError: hear('caught'),
  onRecoverableError: hear('recoverable'),
};

/** `onRendered` is called when the page stands and its effects run. */
function Page({ view, onRendered }: { view: View; onRendered?: () => void }): ReactNode {
  useEffect(() => onRendered?.(), [onRendered]);
  return pageOf<ReactNode>(createElement, written, view);
}

const rootOf = (root: ReactRoot): Root => ({
  render: (view) =>
    new Promise((resolve) => {
      flushSync(() => root.render(createElement(Page, { view, onRendered: resolve })));
    }),
  unmount: () => root.unmount(),
});

export const react: Framework = {
  name: 'React',
  async mount(host, view) {
    const root = rootOf(createRoot(host, options));
    await root.render(view);
    return root;
  },
  hydrate: (host, view) =>
    new Promise((resolve) => {
      const root: ReactRoot = hydrateRoot(
        host,
        createElement(Page, { view, onRendered: () => resolve(rootOf(root)) }),
        options,
      );
    }),
  serverHtml: (view) => Promise.resolve(renderToString(createElement(Page, { view }))),
};

/** Renders what a test makes itself, as an app does in development. */
export function strictly(host: HTMLElement, content: (make: typeof createElement) => ReactNode) {
  const root = createRoot(host, options);
  const render = (next: typeof content): void =>
    flushSync(() => root.render(createElement(StrictMode, null, next(createElement))));
  render(content);
  return { render, unmount: () => root.unmount() };
}
