import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { objections } from '../../.ci/release.mjs';

const READY = {
  status: '',
  tags: ['v1.2.3'],
  manifest: { version: '1.2.3', repository: { url: 'git+https://example.com/mfa-elements.git' } },
  changelog: '# Changelog\n\n## [1.2.3]\n',
  env: { SIGSTORE_ID_TOKEN: 'a token' },
};

describe('a release', () => {
  it('is made where nothing stands against it', () => {
    expect(objections(READY)).toEqual([]);
  });

  it.each([
    ['something not committed', { status: ' M src/index.ts' }, 'Something is not committed.'],
    ['another tag', { tags: ['v1.2.2'] }, 'This commit has no tag v1.2.3.'],
    [
      'no line in the changelog',
      { changelog: '# Changelog\n\n## [Unreleased]\n' },
      'CHANGELOG.md has no heading for 1.2.3.',
    ],
    ['no repository', { manifest: { version: '1.2.3' } }, expect.stringContaining('names no repository')],
    ['nothing to sign with', { env: {} }, expect.stringContaining('no OpenID token')],
  ])('is refused for %s', (_, fact, said) => {
    expect(objections({ ...READY, ...fact })).toEqual([said]);
  });

  it('publishes nothing from a desk', async () => {
    const env = { PATH: process.env.PATH };
    const refused = promisify(execFile)(process.execPath, ['.ci/release.mjs'], { env });
    await expect(refused).rejects.toMatchObject({ stderr: expect.stringContaining('Not released.') });
  });
});
