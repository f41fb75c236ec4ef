// Makes the pages of the elements, the README's list of them, and what frameworks are told: `npm run docs`.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { madeFiles } from './made';
import { ROOT } from './manifest';

const files = await madeFiles();
rmSync(new URL('docs/elements', ROOT), { recursive: true, force: true });
mkdirSync(new URL('docs/elements', ROOT), { recursive: true });
for (const [name, text] of files) writeFileSync(new URL(name, ROOT), text);
console.log(`${String(files.size)} files`);
