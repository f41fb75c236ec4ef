import { describe, expect, it } from 'vitest';
import { directOf, readLock, readManifest, type Dependency } from '../support/dependencies';

const [manifest, lock] = [readManifest(), readLock()];
/** What comes with the package, and what an app adds of its own accord. */
const [always, optional] = [manifest.dependencies, manifest.peerDependencies].map((names) =>
  directOf(names, lock).flatMap((one) => [one, ...one.brings]),
) as [Dependency[], Dependency[]];

/** Licences that ask for a notice, and for nothing else. */
const PERMISSIVE = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', '(MIT OR CC0-1.0)'];
const unfree = (all: readonly Dependency[]): string[] =>
  all.filter(({ license }) => !PERMISSIVE.includes(license)).map(({ name, license }) => `${name}: ${license}`);
const running = (all: readonly Dependency[]): string[] => [
  ...new Set(all.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name)),
];

describe('what an app installs', () => {
  it('is found, with all that it brings', () => {
    const names = [...always, ...optional].map(({ name }) => name);
    // lit brings lit-html; its own renderer is two steps away, and so is what draws a picture for qrcode's command line.
    expect(names).toEqual(
      expect.arrayContaining(['lit', 'lit-html', '@types/trusted-types', 'pngjs', 'better-auth', 'kysely']),
    );
  });

  it('runs no script when it is installed', () => {
    expect(running(always)).toEqual([]);
  });

  it('runs one of a peer alone, which is for tests', () => {
    expect(running(optional)).toEqual(['msw']);
  });

  it('would be seen to run one', () => {
    expect(running(directOf({ tsx: '*' }, lock).flatMap((one) => [one, ...one.brings]))).toEqual(['esbuild']);
  });

  it('has licenses that ask for no more than a notice', () => {
    expect(unfree([...always, ...optional])).toEqual([]);
  });

  it('would be seen to have another license, or none', () => {
    const plain = { name: 'x', version: '1.0.0', hasInstallScript: false };
    expect(
      unfree([
        { ...plain, license: 'AGPL-3.0' },
        { ...plain, license: '' },
      ]),
    ).toEqual(['x: AGPL-3.0', 'x: ']);
  });
});
