import { createApp, createSSRApp, h, nextTick, shallowRef, type VNode } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { heard, pageOf, type Framework, type Root, type View } from './frameworks-host.js';

const written = (html: string) => ({ innerHTML: html });

/** Vue takes an empty list of children for one that it has to keep empty. */
const make = (tag: string, props: Record<string, unknown>, ...children: (VNode | string)[]): VNode =>
  h(tag, props, children.length > 0 ? children : undefined);

function appOf(create: typeof createApp, first: View) {
  const view = shallowRef(first);
  const app = create({ setup: () => () => pageOf<VNode>(make, written, view.value) });
  app.config.errorHandler = (error) => void heard.push(`uncaught: ${String(error)}`);
  return { app, view };
}

async function start(create: typeof createApp, host: HTMLElement, first: View): Promise<Root> {
  const { app, view } = appOf(create, first);
  app.mount(host);
  await nextTick();
  return {
    render: (next) => {
      view.value = next;
      return nextTick();
    },
    unmount: () => app.unmount(),
  };
}

export const vue: Framework = {
  name: 'Vue',
  mount: (host, view) => start(createApp, host, view),
  hydrate: (host, view) => start(createSSRApp, host, view),
  serverHtml: (view) => renderToString(appOf(createSSRApp, view).app),
};
