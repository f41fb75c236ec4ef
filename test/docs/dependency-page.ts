import { directOf, readLock, readManifest, type Direct } from '../support/dependencies';

/** `docs/dependencies.md`: what an app installs, and under which license. */
export function dependencyPage(): string {
  const [manifest, lock] = [readManifest(), readLock()];
  const [always, optional] = [directOf(manifest.dependencies, lock), directOf(manifest.peerDependencies, lock)];
  return `# What gets installed

Made by \`npm run docs\` from the lock file that the tests run with. Your own lock file may have later versions of the same. Every license in
it is a permissive one, and a test keeps it so.

## With the package

None of these runs a script when it is installed. A page that loads the elements gets lit; \`qrcode\`, \`file-saver\` and
\`@simplewebauthn/browser\` are fetched once they are needed. Of \`qrcode\` a page gets what draws: its command line and what that brings is
on your disk alone.

${table(always)}

## Only if you use them

Peers that npm installs only where you name them: for the reference server, for a framework, for tests.

${table(optional)}

\`msw\` is for tests alone. It is the one that runs a script when it is installed, which copies its worker anew and may be left out.
`;
}

function table(direct: readonly Direct[]): string {
  const rows = direct.map(({ name, range, license, brings }) => {
    const brought = brings.map((one) => `${one.name} (${one.license})`);
    return `| \`${name}\` | ${range} | ${license} | ${[...new Set(brought)].join(', ')} |`;
  });
  return ['| package | range | license | brings |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
