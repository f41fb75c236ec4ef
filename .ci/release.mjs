// Publishes what is committed: `npm run release`. In a CI job with an OpenID token (`id-token: write`) npm signs where it was built.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * What stands against a release, in sentences.
 * @param facts.status what `git status --porcelain` says
 * @param facts.tags the tags of the commit that is checked out
 * @param facts.manifest package.json
 * @param facts.changelog the text of CHANGELOG.md
 * @param facts.env the process's environment
 */
export function objections({ status, tags, manifest, changelog, env }) {
  const { version, repository } = manifest;
  const of = [];
  if (status !== '') of.push('Something is not committed.');
  if (!tags.includes(`v${version}`)) of.push(`This commit has no tag v${version}.`);
  if (!changelog.includes(`\n## [${version}]`)) of.push(`CHANGELOG.md has no heading for ${version}.`);
  if (!repository?.url) of.push('package.json names no repository, which npm compares with where it was built.');
  if (!env.ACTIONS_ID_TOKEN_REQUEST_URL && !env.SIGSTORE_ID_TOKEN) {
    of.push('There is no OpenID token to sign with: this is for a CI job.');
  }
  return of;
}

const run = (command, ...words) => execFileSync(command, words, { encoding: 'utf8' }).trim();

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const against = objections({
    status: run('git', 'status', '--porcelain'),
    tags: run('git', 'tag', '--points-at', 'HEAD').split('\n'),
    manifest: JSON.parse(readFileSync('package.json', 'utf8')),
    changelog: readFileSync('CHANGELOG.md', 'utf8'),
    env: process.env,
  });
  if (against.length > 0) {
    console.error(['Not released.', ...against].join('\n'));
    process.exit(1);
  }
  execFileSync('npm', ['run', 'verify:full'], { stdio: 'inherit' });
  execFileSync('npm', ['publish', '--provenance', '--access', 'public'], { stdio: 'inherit' });
  console.log(readFileSync('dist/cdn/integrity.json', 'utf8'));
}
