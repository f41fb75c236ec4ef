import { existsSync } from 'node:fs';
import { parse } from 'yaml';
import type { Block, Wrong } from './blocks';
import { read, ROOT } from './manifest';

interface Package {
  readonly name: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: object;
  readonly peerDependencies: object;
  readonly devDependencies: object;
}

const { name, scripts, dependencies, peerDependencies, devDependencies } = JSON.parse(read('package.json')) as Package;
const packages = [name, ...Object.keys({ ...dependencies, ...peerDependencies, ...devDependencies })];

/** Commands by their first words, and what is wrong with the others. */
const COMMANDS: readonly (readonly [RegExp, (...words: string[]) => boolean])[] = [
  [/^npm (?:ci|pkg set .*|init (?:-y|--yes)|create [\w@./ -]+)$/, () => true],
  [/^(?:cd|mkdir) [\w./-]+$/, () => true],
  [/^npm (start|test)$/, (script = '') => script in scripts],
  [/^npm run ([\w:-]+)$/, (script = '') => script in scripts],
  [
    /^npm (?:install|i)(?: -D| --save-dev)?((?: [\w@./-]+)*)$/,
    (list = '') => list.split(' ').filter(Boolean).every(isPackage),
  ],
  [/^npx mfa-elements check-config [\w./-]+$/, () => true],
  [/^npx (vitest|playwright|wtr|vite|tsx)\b/, () => true],
  [
    /^cp (?:-r )?node_modules\/mfa-elements\/([\w./-]+) \.$/,
    (file = '') => existsSync(new URL(file, ROOT)) || isBuilt(file),
  ],
  [/^node ([\w./-]+)$/, (file = '') => existsSync(new URL(`docs/${file}`, ROOT))],
  // What it prints is read by the walk through the quick start.
  [/^node -p /, () => true],
];

/** What the build makes, by the names that the package exports. */
const isBuilt = (file: string): boolean => read('package.json').includes(`"./${file}"`);
const isPackage = (text: string): boolean => packages.includes(text.replace(/(.)@[\w.-]*$/, '$1'));

/** Whether each command names a script, a package or a tool that is there. */
export function wrongShell(block: Block): Wrong[] {
  const lines = block.text.replaceAll('\\\n', ' ').split('\n');
  const commands = lines.flatMap((line) => line.replace(/(^|\s+)#.*$/, '').split('&&')).map((one) => one.trim());
  return commands
    .filter((command) => command !== '' && !isKnown(command.replaceAll(/\s+/g, ' ')))
    .map((command) => ({ block, what: `nobody knows "${command}"` }));
}

function isKnown(command: string): boolean {
  const [found] = COMMANDS.map(([pattern, holds]) => [pattern.exec(command), holds] as const).filter(
    ([match]) => match,
  );
  return found !== undefined && found[1](...(found[0] as RegExpExecArray).slice(1));
}

const reading =
  (read: (text: string) => unknown) =>
  (block: Block): Wrong[] => {
    try {
      read(block.text);
      return [];
    } catch (error) {
      return [{ block, what: String(error) }];
    }
  };

export const wrongJson = reading((text) => JSON.parse(text) as unknown);
export const wrongYaml = reading((text) => parse(text) as unknown);

/** The one header that is written out: the policy under which the demo runs, and its tests. */
export function wrongHeader(block: Block): Wrong[] {
  const policy = block.text
    .replace(/^Content-Security-Policy:/, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const demo = [...read('demo/server/app.ts').matchAll(/^ {4}["'](.*)["'],$/gm)].map(([, directive]) => directive);
  const missing = policy.split('; ').filter((directive) => !demo.includes(directive));
  return missing.map((directive) => ({ block, what: `the demo's policy does not say "${directive}"` }));
}
