import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addTotp } from '../../src/server/better-auth';
import { startHarness, type Harness } from './support/harness';

/** 160 bits in base32. */
const KEY = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

let t: Harness;
beforeAll(async () => {
  t = await startHarness();
});
afterAll(() => t.close());

const keysOf = (id: string) => t.sql('select id from "mfaFactor" where "userId" = $1', [id]);

describe('an app key to take over', () => {
  test.each([
    ['of 160 bits', KEY],
    ['of 128 bits', KEY.slice(0, 26)],
  ])('%s is taken', async (_, key) => {
    const { id } = await t.addPerson({ factor: false });
    expect((await addTotp(t.server.auth, id, key)).secret).toBe(key);
  });

  test.each([
    ['that is empty', '', /too short/],
    ['of blanks', '   ', /too short/],
    ['of 120 bits', KEY.slice(0, 24), /too short/],
    ['not in base32', '0189!%&§0189!%&§0189!%&§0189!%&§', /base32/],
  ])('%s is refused', async (_, key, told) => {
    const { id } = await t.addPerson({ factor: false });
    await expect(addTotp(t.server.auth, id, key)).rejects.toThrow(told);
    expect(await keysOf(id)).toEqual([]);
  });

  test.each([
    ['as it was given', KEY],
    ['in lower case with blanks', KEY.toLowerCase().replace(/(.{4})/g, '$1 ')],
  ])('that the person has already is refused, %s', async (_, again) => {
    const { id } = await t.addPerson({ factor: false });
    await addTotp(t.server.auth, id, KEY);
    await expect(addTotp(t.server.auth, id, again)).rejects.toThrow('already');
    expect(await keysOf(id)).toHaveLength(1);
  });

  test('that somebody else has is taken', async () => {
    await addTotp(t.server.auth, (await t.addPerson({ factor: false })).id, KEY);
    const { id } = await t.addPerson({ factor: false });
    await addTotp(t.server.auth, id, KEY);
    expect(await keysOf(id)).toHaveLength(1);
  });

  test.each([KEY, KEY.slice(0, 24), '0189!%&§0189!%&§'])('is not in the error that refuses %s', async (key) => {
    const { id } = await t.addPerson({ factor: false });
    await addTotp(t.server.auth, id, KEY);
    const error = await addTotp(t.server.auth, id, key).catch((thrown: unknown) => thrown as Error);
    const { message, stack, cause } = error as Error;
    expect(error).toBeInstanceOf(Error);
    expect(`${message} ${stack} ${String(cause)}`).not.toContain(key);
    expect(message).not.toContain('§');
  });
});
