/** Pages of other people: what they bring along, as their packages have it, outside of any layer. */

const PACKAGES = '/node_modules';

export interface Host {
  readonly name: string;
  readonly sheets: readonly string[];
}

export const BOOTSTRAP: Host = { name: 'Bootstrap whole', sheets: [`${PACKAGES}/bootstrap/dist/css/bootstrap.css`] };
export const REBOOT: Host = {
  name: 'Bootstrap’s reboot',
  sheets: [`${PACKAGES}/bootstrap/dist/css/bootstrap-reboot.css`],
};
export const TAILWIND: Host = { name: 'Tailwind’s preflight', sheets: ['/tailwind-preflight.css'] };
export const NORMALIZE: Host = { name: 'normalize.css', sheets: [`${PACKAGES}/normalize.css/normalize.css`] };
export const PICO: Host = { name: 'Pico', sheets: [`${PACKAGES}/@picocss/pico/css/pico.css`] };
export const OPEN_PROPS: Host = {
  name: 'Open Props',
  sheets: [`${PACKAGES}/open-props/open-props.min.css`, `${PACKAGES}/open-props/normalize.min.css`],
};

/** Puts a page's sheets before ours, as they are, and takes them away again. */
export async function withSheets(sheets: readonly string[], act: () => void | Promise<void>): Promise<void> {
  const links = sheets.map((href) => Object.assign(document.createElement('link'), { rel: 'stylesheet', href }));
  const loaded = links.map(
    (link) =>
      new Promise((resolve, reject) => {
        link.addEventListener('load', resolve);
        link.addEventListener('error', () => reject(new Error(`There is no ${link.href}.`)));
      }),
  );
  document.head.append(...links);
  try {
    await Promise.all(loaded);
    await act();
  } finally {
    for (const link of links) link.remove();
  }
}

/** Puts rules where a page's own would be: before ours. */
export async function withRules(css: string, act: () => void | Promise<void>): Promise<void> {
  const own = new CSSStyleSheet();
  own.replaceSync(css);
  document.adoptedStyleSheets.unshift(own);
  try {
    await act();
  } finally {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== own);
  }
}
