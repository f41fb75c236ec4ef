import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { compile } from 'tailwindcss';

const { resolve } = createRequire(import.meta.url);

/** What Tailwind makes of its theme and its preflight, outside of its layers: the harder case for everybody's rules. */
export async function preflight() {
  const { build } = await compile("@import 'tailwindcss/theme.css'; @import 'tailwindcss/preflight.css';", {
    base: '/',
    loadStylesheet: async (id, base) => {
      const path = resolve(id);
      return { path, base, content: readFileSync(path, 'utf8') };
    },
  });
  return build([]);
}
