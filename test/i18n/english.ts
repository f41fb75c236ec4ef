import { readdirSync } from 'node:fs';
import type { Words } from '../../src/i18n/catalogue.js';

const FOLDER = new URL('../../src/i18n/messages/', import.meta.url);

/** All words, by the names of their catalogues. */
export const english: Readonly<Record<string, Words>> = Object.fromEntries(
  await Promise.all(
    readdirSync(FOLDER).map(async (file) => {
      const [entry] = Object.entries((await import(new URL(file, FOLDER).href)) as Record<string, () => Words>);
      if (!entry) throw new Error(`${file} has no words`);
      return [entry[0], entry[1]()] as const;
    }),
  ),
);
