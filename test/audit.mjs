// Known weaknesses of what an app installs with the package or beside it, as the registry tells them. Exits with 1 where there is one,
// and with 75 where the registry does not say.
import { spawnSync } from 'node:child_process';
import { directOf, readLock, readManifest } from './support/dependencies.ts';

const NOT_SAID = 75;

const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
const { vulnerabilities } = parsed(stdout);
if (!vulnerabilities) {
  console.log('The registry does not say.');
  process.exit(NOT_SAID);
}

const { dependencies, peerDependencies } = readManifest();
const installed = directOf({ ...dependencies, ...peerDependencies }, readLock()).flatMap((one) => [one, ...one.brings]);
const names = new Set(installed.map(({ name }) => name));
const found = Object.values(vulnerabilities);
for (const { name, severity } of found)
  console.log(`${names.has(name) ? 'INSTALLED ' : 'here alone'} ${severity} ${name}`);
const bad = found.filter(({ name }) => names.has(name));
console.log(`${names.size} packages, ${bad.length} with a known weakness`);
process.exit(bad.length > 0 ? 1 : 0);

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}
