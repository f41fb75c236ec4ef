import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { attemptId, startHarness, type Harness } from './support/harness';

let t: Harness;
beforeAll(async () => {
  t = await startHarness();
});
afterAll(() => t.close());

describe('a malformed attempt', () => {
  const good = { attempt: 'a'.repeat(16), proof: { kind: 'totp', code: '000000' } };

  test.each<[string, unknown]>([
    ['no object', []],
    ['null', null],
    ['no attempt', { ...good, attempt: undefined }],
    ['a short attempt', { ...good, attempt: 'a'.repeat(15) }],
    ['a long attempt', { ...good, attempt: 'a'.repeat(65) }],
    ['an attempt with a slash', { ...good, attempt: 'aaaaaaaaaaaaaaa/' }],
    ['no proof', { attempt: good.attempt }],
    ['an unknown kind', { ...good, proof: { kind: 'magic', code: '1' } }],
    ['a kind from the prototype', { ...good, proof: { kind: 'constructor', code: '1' } }],
    ['no code', { ...good, proof: { kind: 'totp' } }],
    ['an empty code', { ...good, proof: { kind: 'totp', code: '' } }],
    ['a long code', { ...good, proof: { kind: 'backup-code', code: 'A'.repeat(65) } }],
    ['a code that is a number', { ...good, proof: { kind: 'totp', code: 123456 } }],
    ['a passkey without its credential', { ...good, proof: { kind: 'passkey', ceremony: 'c' } }],
    ['trustDevice as a word', { ...good, trustDevice: 'yes' }],
    ['broken JSON', '{"attempt":'],
  ])('is refused: %s', async (_, body) => {
    const browser = await t.challenged(await t.addPerson());
    const answer = await browser.send('POST', '/api/auth/mfa/challenge/attempts', body);
    expect(answer.body).toMatchObject({ status: 400, code: 'bad-request' });
  });

  test('differs from the good one only in what is wrong with it', async () => {
    const browser = await t.challenged(await t.addPerson());
    const answer = await browser.send('POST', '/api/auth/mfa/challenge/attempts', { ...good, trustDevice: true });
    expect(answer.body).toMatchObject({ code: 'wrong-code' });
  });
});

describe('when the session cannot be made', () => {
  test('nothing is spent, and the same attempt works afterwards', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    const attempt = attemptId();
    const log = vi.spyOn(t.context.logger, 'error').mockImplementation(() => {});
    vi.spyOn(t.context.internalAdapter, 'createSession').mockRejectedValueOnce(new Error('the disk is full'));
    const failed = await browser.attempt('backup-code', person.codes[0]!, attempt);
    expect(failed.body).toMatchObject({ status: 500, code: 'server', reference: expect.stringMatching(/^\w{12}$/) });
    expect(log.mock.calls.flat().join()).toContain(failed.body.reference);
    expect(log.mock.calls.flat().join()).not.toContain(person.codes[0]);
    log.mockRestore();
    expect([await t.usedCodesOf(person), browser.holdsSession]).toEqual([0, false]);
    expect((await browser.attempt('backup-code', person.codes[0]!, attempt)).body).toMatchObject({ codesLeft: 9 });
  });

  test('the log gets the kind of error and where it was, and nothing of what the error says', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    const log = vi.spyOn(t.context.logger, 'error').mockImplementation(() => {});
    const error = new RangeError(`insert failed\nparameters: ${person.codes[0]}`);
    vi.spyOn(t.context.internalAdapter, 'createSession').mockRejectedValueOnce(Object.assign(error, { code: '57P01' }));
    await browser.attempt('backup-code', person.codes[0]!);
    const logged = log.mock.calls.flat().join('\n');
    log.mockRestore();
    expect(logged).toMatch(/RangeError 57P01\n {4}at .*attempt-failure\.test\.ts/);
    expect(logged).not.toMatch(/insert failed|parameters/);
    expect(logged).not.toContain(person.codes[0]);
  });

  test('because the host refuses the person, it says so and spends nothing', async () => {
    const person = await t.addPerson();
    const browser = await t.challenged(person);
    vi.spyOn(t.context.internalAdapter, 'createSession').mockResolvedValueOnce(null as never);
    const answer = await browser.attempt('backup-code', person.codes[0]!);
    expect(answer.body).toMatchObject({ status: 403, code: 'not-allowed', reason: 'policy' });
    expect(await t.usedCodesOf(person)).toBe(0);
  });
});
