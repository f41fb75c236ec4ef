import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mfa-config-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What the command line prints, and ends with. */
async function cli(...args: string[]) {
  const lines = { out: '', err: '' };
  const print = (to: keyof typeof lines) => (text: string) => void (lines[to] += text.replaceAll(folder, ''));
  return { code: await run(args, { out: print('out'), err: print('err') }), ...lines };
}

async function check(name: string, text: string, ...flags: string[]) {
  const file = join(folder, name);
  await writeFile(file, text);
  return cli('check-config', ...flags, file);
}

const CLEAN = { policy: { minFactors: 1 }, notify: true, helpUrl: 'https://bank.example/help' };
const BAD = { ...CLEAN, policy: { reveal: true }, deliver: { email: true } };
const REVEAL =
  'error reveal: Backup codes can be shown again. The server then has to keep them readable, and who reads its database, ' +
  'or a screen, has them. Set policy.reveal to false, and let people make new codes.';
const MAILBOX =
  "warning own-mailbox: Codes go to the account's own address, which may open the password too. Where a password can be " +
  'reset by e-mail, who reads the mailbox needs nothing else. Set deliver.accountEmail to false.';

describe('check-config', () => {
  it('says that a clean configuration is one', async () => {
    const said = await check('clean.json', `\uFEFF${JSON.stringify(CLEAN)}`);
    expect(said).toEqual({ code: 0, out: '/clean.json: 0 errors, 0 warnings', err: '' });
  });

  it('prints a line for each finding, and ends with 1 for an error', async () => {
    const said = await check('bad.json', JSON.stringify(BAD));
    expect(said).toEqual({ code: 1, out: `${REVEAL}\n${MAILBOX}\n/bad.json: 1 error, 1 warning`, err: '' });
  });

  it('ends with 0 for warnings alone', async () => {
    const { code, out } = await check('warned.json', JSON.stringify({ ...BAD, policy: {} }));
    expect([code, out]).toEqual([0, `${MAILBOX}\n/warned.json: 0 errors, 1 warning`]);
  });

  it('says it as JSON', async () => {
    const { code, out } = await check('as.json', JSON.stringify({ reveal: true }), '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      file: '/as.json',
      findings: [expect.objectContaining({ level: 'error', rule: 'reveal' })],
    });
  });

  it('knows how weak the codes of a named server are', async () => {
    const lines = await Promise.all(
      ['kratos', 'better-auth'].map((backend) => check(`${backend}.json`, JSON.stringify({ ...CLEAN, backend }))),
    );
    expect(lines.map(({ out }) => /has \d+ random bits/.exec(out)?.[0])).toEqual([
      'has 41 random bits',
      'has 59 random bits',
    ]);
  });

  it.each([
    [
      'the options',
      'export default { policy: { reveal: true }, notify: () => {}, helpUrl: "https://bank.example/help" };',
    ],
    [
      'the plugin',
      'export default { id: "mfa-elements", endpoints: {}, options: { policy: { reveal: true }, notify() {} } };',
    ],
  ])('reads a module that exports %s', async (what, text) => {
    const { code, out } = await check(`${what.slice(4)}.mjs`, text);
    expect([code, out.split('\n')[0]]).toEqual([1, REVEAL]);
  });

  it.each([
    ['no.json', 'no JSON', /^\/no\.json: .*JSON/],
    ['null.json', 'null', /^\/null\.json: holds no configuration/],
    ['empty.mjs', 'export const options = {};', /^\/empty\.mjs: holds no configuration/],
    ['throws.mjs', 'throw new Error("no database");', /^\/throws\.mjs: no database$/],
  ])('ends with 2 for %s', async (name, text, expected) => {
    const { code, out, err } = await check(name, text);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(expected);
  });

  it('ends with 2 for a file that is not there', async () => {
    expect(await cli('check-config', join(folder, 'none.json'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('ENOENT'),
    });
  });

  it.each([[[]], [['check']], [['check-config']], [['check-config', 'a', 'b']], [['check-config', '--yaml', 'a']]])(
    'says how it is used where it was called with %j',
    async (args) => {
      expect(await cli(...args)).toMatchObject({ code: 2, err: expect.stringContaining('Usage:') });
    },
  );

  it('says how it is used to who asks', async () => {
    expect(await cli('--help')).toMatchObject({ code: 0, out: expect.stringContaining('Usage:') });
  });
});
