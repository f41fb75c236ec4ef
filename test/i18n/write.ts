// `npm run locales`: writes the modules that bring a language, once its words are there.
import { mkdirSync, writeFileSync } from 'node:fs';
import { entries } from './entries.js';

const SOURCE = new URL('../../src/', import.meta.url);

for (const folder of ['locales/', 'fallback/']) mkdirSync(new URL(folder, SOURCE), { recursive: true });
for (const [file, text] of entries) writeFileSync(new URL(file, SOURCE), text);
