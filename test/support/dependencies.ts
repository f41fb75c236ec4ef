import { readFileSync } from 'node:fs';

/** What the lock file says of one package. */
export interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Names;
  readonly optionalDependencies?: Names;
  readonly peerDependencies?: Names;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}
type Names = Readonly<Record<string, string>>;

export interface Dependency {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly hasInstallScript: boolean;
}

/** Something that an app installs of its own accord, and all that comes with it. */
export interface Direct extends Dependency {
  readonly range: string;
  /** Sorted by name, each once. */
  readonly brings: readonly Dependency[];
}

const ROOT = new URL('../../', import.meta.url);
const FOLDER = 'node_modules/';

export interface Manifest {
  readonly dependencies: Names;
  readonly peerDependencies: Names;
}
export const readManifest = (): Manifest => JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as Manifest;
export const readLock = (): Readonly<Record<string, Locked>> =>
  (JSON.parse(readFileSync(new URL('package-lock.json', ROOT), 'utf8')) as { packages: Record<string, Locked> })
    .packages;

/** Where Node finds a package that another one asks for. */
function find(lock: Readonly<Record<string, Locked>>, from: string, name: string): string | undefined {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf(`/${FOLDER}`)))) {
    const place = `${at === '' ? '' : `${at}/`}${FOLDER}${name}`;
    if (lock[place]) return place;
    if (at === '') return undefined;
  }
}

const nameOf = (place: string): string => place.slice(place.lastIndexOf(FOLDER) + FOLDER.length);

function read(place: string, { version = '', license = '', hasInstallScript = false }: Locked): Dependency {
  return { name: nameOf(place), version, license, hasInstallScript };
}

/** Those that come with a package, their optional peers left out: nobody gets them unasked. */
function below(lock: Readonly<Record<string, Locked>>, place: string, met: Set<string>): void {
  const { dependencies, optionalDependencies, peerDependencies = {}, peerDependenciesMeta } = lock[place] ?? {};
  const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta?.[name]?.optional !== true);
  for (const name of [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers]) {
    const found = find(lock, place, name);
    // An optional one that is for another system is in no lock file.
    if (found === undefined || met.has(found)) continue;
    met.add(found);
    below(lock, found, met);
  }
}

/** What an app installs with one of these, as the lock file of this project has it. */
export function directOf(names: Names, lock: Readonly<Record<string, Locked>>): readonly Direct[] {
  return Object.entries(names).map(([name, range]) => {
    const place = `${FOLDER}${name}`;
    const own = lock[place];
    if (!own) throw new Error(`The lock file has no ${name}.`);
    const met = new Set([place]);
    below(lock, place, met);
    met.delete(place);
    const brings = [...met].map((one) => read(one, lock[one] ?? {}));
    return { ...read(place, own), range, brings: brings.sort((a, b) => (a.name < b.name ? -1 : 1)) };
  });
}
